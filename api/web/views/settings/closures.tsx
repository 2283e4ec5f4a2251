import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { words } from "../../../../src/index.ts";
import { date } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Field } from "../../parts/field.tsx";
import { Form } from "../../parts/form.tsx";
import type { CalendarRow } from "../../shapes.ts";
import { decisionsWords } from "../../words/decisions.ts";
import { settingsWords } from "../../words/settings.ts";
import type { SettingsProps } from "./planning-form.tsx";

type Kind = keyof typeof settingsWords.kinds;
const kinds = Object.keys(settingsWords.kinds) as Kind[];

const kindName = (kind: string): string => words.wordOr(settingsWords.kinds, kind);

/** The row of a filled-in form, one day where no end is given; undefined where it does not begin. */
function rowOf(values: FormData): CalendarRow | undefined {
  const text = (name: string): string => String(values.get(name) ?? "");
  const [from, to, supplier] = [text("from"), text("to"), text("supplier")];
  const kind = kinds.find((one) => one === text("kind"));
  if (from === "" || kind === undefined) return undefined;
  return { from, to: to === "" ? from : to, kind, ...(supplier === "" ? {} : { supplier }) };
}

/** Plant holidays and supplier closures that stand for all later plans. */
export function Closures({ session, settings, again }: SettingsProps): VNode {
  const rows = settings.calendar;
  const takeBack = (): Promise<boolean> =>
    session.attempt(async () => {
      await session.client.setSettings({ ...(await session.client.settings()), calendar: rows });
      again();
    });
  const keep = async (calendar: readonly CalendarRow[]): Promise<void> => {
    await session.attempt(async () => {
      await session.client.setSettings({ ...settings, calendar });
      session.notify("good", settingsWords.saved, { name: decisionsWords.undo, act: takeBack });
    });
    again();
  };
  const [isBackwards, setBackwards] = useState(false);
  const add = (values: FormData, form: HTMLFormElement): void => {
    const row = rowOf(values);
    if (row === undefined) return;
    setBackwards(row.to < row.from);
    if (row.to < row.from) return;
    void keep([...rows, row]);
    form.reset();
  };
  return (
    <Card title={settingsWords.closures}>
      <p class="muted">{settingsWords.closuresText}</p>
      {rows.length > 0 && (
        <ul class="plain">
          {rows.map(({ from, to, kind, item = "", supplier = item }, k) => (
            <li key={k} class="row between">
              {`${date(from)} – ${date(to)} · ${kindName(kind)} ${supplier}`}
              <button
                type="button"
                aria-label={`${settingsWords.remove}: ${date(from)}`}
                onClick={() => void keep(rows.toSpliced(k, 1))}
              >
                {settingsWords.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Form class="form-row" submit={add}>
        <Field label={settingsWords.from} narrow>
          <input name="from" type="date" required />
        </Field>
        <Field label={settingsWords.to} narrow>
          <input
            name="to"
            type="date"
            aria-invalid={isBackwards}
            aria-describedby={isBackwards ? "closure-fault" : undefined}
          />
        </Field>
        <Field label={settingsWords.kind}>
          <select name="kind">
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindName(kind)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={settingsWords.supplier} narrow>
          <input name="supplier" type="text" />
        </Field>
        <button type="submit">{settingsWords.add}</button>
        {isBackwards && (
          <p class="bad" id="closure-fault" role="alert">
            {settingsWords.backwards}
          </p>
        )}
      </Form>
    </Card>
  );
}
