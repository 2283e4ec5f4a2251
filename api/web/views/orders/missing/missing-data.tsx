import type { VNode } from "preact";
import { number, readTyped, say, whole } from "../../../language.ts";
import { AskingForm } from "../../../parts/form.tsx";
import { NumberField } from "../../../parts/number-field.tsx";
import { fromZero } from "../../../parts/number-range.ts";
import { saveText } from "../../../parts/save-file.ts";
import { type Entered, enter, listToFill } from "../../../session/entries.ts";
import type { Session } from "../../../session/session.ts";
import { missingWords } from "../../../words/missing.ts";
import type { Lack } from "./lacking.ts";

interface MissingDataProps extends Lack {
  readonly session: Session;
  /** Descriptions by item, where they are known. */
  readonly names?: ReadonlyMap<string, string>;
}

/** So many stocks and lead times are asked for one by one; so many lead times, where one for all may do, are in sight. */
const [mostFields, mostInSight] = [30, 3];

/** What a field of the form holds as text. */
const textOf = (values: FormData, name: string): string => String(values.get(name) ?? "").trim();

/** What was typed, by item; the name of a field that holds no number. */
export function entered(
  { stock, leadTime }: Lack,
  values: FormData,
): { readonly rows: ReadonlyMap<string, Entered>; readonly wrong?: string } {
  const rows = new Map<string, Entered>();
  const days = readTyped(textOf(values, "leadTimeDays"));
  if (days !== undefined) for (const item of leadTime) rows.set(item, { leadTimeDays: days });
  const fields = [
    ...leadTime.map((item) => [item, `days ${item}`, "leadTimeDays"] as const),
    ...stock.map((item) => [item, `stock ${item}`, "onHand"] as const),
  ];
  for (const [item, field, what] of fields) {
    if (textOf(values, field) === "") continue;
    const value = readTyped(textOf(values, field));
    if (value === undefined) return { rows, wrong: field };
    rows.set(item, { ...rows.get(item), [what]: value });
  }
  if (textOf(values, "leadTimeDays") !== "" && days === undefined) return { rows, wrong: "leadTimeDays" };
  return { rows };
}

/** Lead times and stocks that are missing: typed here, kept as a file of items like any other. */
export function MissingData({ session, stock, leadTime, names }: MissingDataProps): VNode {
  const submit = async (values: FormData): Promise<void> => {
    const { rows, wrong } = entered({ stock, leadTime }, values);
    if (wrong !== undefined || rows.size === 0) return;
    if (await enter(session, rows)) await session.plan();
  };
  const label = (item: string): string => [item, names?.get(item) ?? ""].join(" ").trim();
  const toFill = [...new Set([...stock, ...leadTime])];
  return (
    <AskingForm class="missing" submit={submit} done={missingWords.enterAndPlan}>
      {leadTime.length > 0 && (
        <NumberField
          name="leadTimeDays"
          label={say(missingWords.leadTimeForAll, { count: whole(leadTime.length) })}
          range={fromZero}
        />
      )}
      {leadTime.length > mostInSight ? (
        <details>
          <summary>{missingWords.leadTimeOf}</summary>
          <Fields legend={missingWords.leadTimeOf} items={leadTime} field="days" label={label} />
        </details>
      ) : (
        <Fields legend={missingWords.leadTimeOf} items={leadTime} field="days" label={label} />
      )}
      <Fields legend={missingWords.stockOf} items={stock} field="stock" label={label} />
      {toFill.length > 1 && (
        <p>
          <button
            type="button"
            onClick={() =>
              saveText(missingWords.listFile, listToFill(toFill, names, missingWords.bringExample))
            }
          >
            {say(missingWords.saveList, { count: whole(toFill.length) })}
          </button>{" "}
          <span class="muted small">{missingWords.saveListText}</span>
        </p>
      )}
    </AskingForm>
  );
}

interface FieldsProps {
  readonly legend: string;
  readonly items: readonly string[];
  readonly field: string;
  readonly label: (item: string) => string;
}

/** A field an item; of many, the first ones, and how many more there are. */
function Fields({ legend, items, field, label }: FieldsProps): VNode | null {
  if (items.length === 0) return null;
  return (
    <fieldset>
      <legend>{legend}</legend>
      {items.slice(0, mostFields).map((item) => (
        <NumberField key={item} name={`${field} ${item}`} label={label(item)} range={fromZero} />
      ))}
      {items.length > mostFields && (
        <p class="muted small">
          {say(missingWords.moreByFile, { count: number(items.length - mostFields) })}
        </p>
      )}
    </fieldset>
  );
}
