import { h } from "preact";
import { useState } from "preact/hooks";
import type { Drawn } from "../drawn.ts";
import { date, t } from "../language.ts";
import type { Session } from "../session.ts";
import { settingWords } from "../words/settings.ts";
import { button } from "./basic.ts";

/** A row of the calendar that the page keeps. */
export interface CalendarRow {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly supplier: string;
}

const shelfKey = "bedarf.calendar";
const heading = "from,to,kind,scope,item,supplier,state,factor";

/** The calendar as a file of kind calendar. */
export const calendarCsv = (rows: readonly CalendarRow[]): string =>
  [
    heading,
    ...rows.map(
      ({ from, to, kind, supplier }) => `${from},${to},${kind},,,"${supplier.replaceAll('"', '""')}",,`,
    ),
  ].join("\r\n");

function shelved(): CalendarRow[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(shelfKey) ?? "[]");
    return Array.isArray(found) ? found : [];
  } catch {
    return [];
  }
}

/** Plant holidays and supplier closures, kept as an upload of their own. */
export function Closures({ session }: { readonly session: Session }): Drawn {
  const [rows, setRows] = useState<readonly CalendarRow[]>(shelved);
  const keep = (next: readonly CalendarRow[]): void => {
    localStorage.setItem(shelfKey, JSON.stringify(next));
    setRows(next);
  };
  const add = (event: Event): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const given = Object.fromEntries([...new FormData(form)].map(([name, x]) => [name, String(x)]));
    const { from = "", to = "", kind = "", supplier = "" } = given;
    if (from === "") return;
    keep([...rows, { from, to: to === "" || to < from ? from : to, kind, supplier }]);
    form.reset();
  };
  const save = async (): Promise<void> => {
    try {
      await session.client.upload(new Blob([calendarCsv(rows)]), "calendar.csv", {
        kind: "calendar",
        source: "page",
        mode: "full",
      });
      session.notify("good", t(settingWords.saved));
    } catch (error) {
      session.notify("error", (error as Error).message);
    }
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
            `${date(row.from)} – ${date(row.to)} · ${kindName(row.kind)} ${row.supplier}`,
            button(t(settingWords.remove), () => keep(rows.filter((_, j) => j !== k)), {
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
    h(
      "div",
      { class: "actions" },
      button(t(settingWords.saveCalendar), () => void save(), { class: "main", disabled: rows.length === 0 }),
    ),
  );
}

const names: Readonly<Record<string, (typeof settingWords.kinds)["event"]>> = settingWords.kinds;
const kindName = (kind: string): string =>
  Object.hasOwn(names, kind) ? t(names[kind] ?? settingWords.kinds.event) : kind;
