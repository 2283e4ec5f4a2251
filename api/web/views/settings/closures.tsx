import { h } from "preact";
import type { Drawn } from "../../drawn.ts";
import { date, t } from "../../language.ts";
import { button } from "../../parts/basic.tsx";
import type { CalendarRow } from "../../shapes.ts";
import { settingWords } from "../../words/settings.ts";
import type { SettingsProps } from "./planning-form.tsx";

/** Plant holidays and supplier closures that stand for all later plans. */
export function Closures({ session, settings, again }: SettingsProps): Drawn {
  const rows = settings.calendar;
  const keep = async (next: readonly CalendarRow[]): Promise<void> => {
    try {
      await session.client.setSettings({ ...settings, calendar: next });
      session.notify("good", t(settingWords.saved));
    } catch (error) {
      session.notify("error", (error as Error).message);
    }
    again();
  };
  const add = (event: Event): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const given = Object.fromEntries([...new FormData(form)].map(([name, x]) => [name, String(x)]));
    const { from = "", to = "", kind = "", supplier = "" } = given;
    if (from === "") return;
    const end = to === "" || to < from ? from : to;
    void keep([...rows, { from, to: end, kind, ...(supplier === "" ? {} : { supplier }) }]);
    form.reset();
  };
  const input = (name: "from" | "to" | "supplier", type: string): Drawn =>
    h(
      "label",
      { class: "field narrow" },
      h("span", {}, t(settingWords[name])),
      h("input", { name, type, required: name === "from" }),
    );
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t(settingWords.closures)),
    h("p", { class: "muted" }, t(settingWords.closuresText)),
    rows.length > 0 &&
      h(
        "ul",
        { class: "plain" },
        rows.map((row, k) =>
          h(
            "li",
            { key: k, class: "row between" },
            `${date(row.from)} – ${date(row.to)} · ${kindName(row.kind)} ${row.supplier ?? ""}`,
            button(t(settingWords.remove), () => void keep(rows.filter((_, j) => j !== k)), {
              "aria-label": `${t(settingWords.remove)}: ${date(row.from)}`,
            }),
          ),
        ),
      ),
    h(
      "form",
      { class: "form-row", onSubmit: add },
      input("from", "date"),
      input("to", "date"),
      h(
        "label",
        { class: "field" },
        h("span", {}, t(settingWords.kind)),
        h(
          "select",
          { name: "kind" },
          Object.keys(settingWords.kinds).map((kind) =>
            h("option", { key: kind, value: kind }, kindName(kind)),
          ),
        ),
      ),
      input("supplier", "text"),
      h("button", { type: "submit" }, t(settingWords.add)),
    ),
  );
}

const names: Readonly<Record<string, (typeof settingWords.kinds)["event"]>> = settingWords.kinds;
const kindName = (kind: string): string =>
  Object.hasOwn(names, kind) ? t(names[kind] ?? settingWords.kinds.event) : kind;
