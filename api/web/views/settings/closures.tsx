import type { VNode } from "preact";
import { date, t } from "../../language.ts";
import type { CalendarRow } from "../../shapes.ts";
import { settingWords } from "../../words/settings.ts";
import type { SettingsProps } from "./planning-form.tsx";

/** Plant holidays and supplier closures that stand for all later plans. */
export function Closures({ session, settings, again }: SettingsProps): VNode {
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
  return (
    <section class="card">
      <h2>{t(settingWords.closures)}</h2>
      <p class="muted">{t(settingWords.closuresText)}</p>
      {rows.length > 0 && (
        <ul class="plain">
          {rows.map((row, k) => (
            <li key={k} class="row between">
              {`${date(row.from)} – ${date(row.to)} · ${kindName(row.kind)} ${row.supplier ?? ""}`}
              <button
                type="button"
                onClick={() => void keep(rows.filter((_, j) => j !== k))}
                aria-label={`${t(settingWords.remove)}: ${date(row.from)}`}
              >
                {t(settingWords.remove)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form class="form-row" onSubmit={add}>
        <DateField name="from" required />
        <DateField name="to" />
        <label class="field">
          <span>{t(settingWords.kind)}</span>
          <select name="kind">
            {Object.keys(settingWords.kinds).map((kind) => (
              <option key={kind} value={kind}>
                {kindName(kind)}
              </option>
            ))}
          </select>
        </label>
        <label class="field narrow">
          <span>{t(settingWords.supplier)}</span>
          <input name="supplier" type="text" />
        </label>
        <button type="submit">{t(settingWords.add)}</button>
      </form>
    </section>
  );
}

interface DateFieldProps {
  readonly name: "from" | "to";
  readonly required?: boolean;
}

const DateField = ({ name, required = false }: DateFieldProps): VNode => (
  <label class="field narrow">
    <span>{t(settingWords[name])}</span>
    <input name={name} type="date" required={required} />
  </label>
);

const names: Readonly<Record<string, (typeof settingWords.kinds)["event"]>> = settingWords.kinds;
const kindName = (kind: string): string =>
  Object.hasOwn(names, kind) ? t(names[kind] ?? settingWords.kinds.event) : kind;
