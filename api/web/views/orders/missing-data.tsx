import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { number, readTyped, say, t, typed, whole } from "../../language.ts";
import { Field } from "../../parts/field.tsx";
import { Form } from "../../parts/form.tsx";
import type { Session } from "../../session/session.ts";
import { type Entered, entriesCsv } from "./entries.ts";

interface MissingDataProps {
  readonly session: Session;
  /** Items that lack a stock, and those that lack a lead time, those of most demand first. */
  readonly stock: readonly string[];
  readonly leadTime: readonly string[];
}

/** So many stocks are asked for one by one. */
const mostFields = 30;

/** Lead time for all that have none, and stocks item by item: typed here, kept as a file of items like any other. */
export function MissingData({ session, stock, leadTime }: MissingDataProps): VNode {
  const [fault, setFault] = useState("");
  const submit = async (values: FormData): Promise<void> => {
    const read = (name: string): number | undefined => readTyped(String(values.get(name) ?? ""));
    const days = read("leadTimeDays");
    const isGiven = (name: string): boolean => String(values.get(name) ?? "").trim() !== "";
    const wrong = ["leadTimeDays", ...stock.map((item) => `stock ${item}`)].find(
      (name) => isGiven(name) && read(name) === undefined,
    );
    setFault(wrong === undefined ? "" : say(t.decisions.notANumber, { example: typed(14) }));
    if (wrong !== undefined) return;
    const rows = new Map<string, Entered>();
    if (days !== undefined) for (const item of leadTime) rows.set(item, { leadTimeDays: days });
    for (const item of stock.slice(0, mostFields)) {
      const onHand = read(`stock ${item}`);
      if (onHand !== undefined) rows.set(item, { ...rows.get(item), onHand });
    }
    if (rows.size === 0) return;
    const isSent = await session.attempt(() =>
      session.client.upload(new Blob([entriesCsv(rows)]), t.orders.entriesFile, {
        kind: "items",
        source: "page",
        mode: "delta",
      }),
    );
    if (isSent) await session.plan();
  };
  return (
    <Form class="missing" submit={(values) => void submit(values)}>
      {leadTime.length > 0 && (
        <Field label={say(t.orders.leadTimeForAll, { count: whole(leadTime.length) })} narrow>
          <input name="leadTimeDays" inputMode="numeric" autoComplete="off" />
        </Field>
      )}
      {stock.length > 0 && (
        <fieldset>
          <legend>{t.orders.stockOf}</legend>
          {stock.slice(0, mostFields).map((item) => (
            <Field key={item} label={item} narrow>
              <input name={`stock ${item}`} inputMode="decimal" autoComplete="off" />
            </Field>
          ))}
        </fieldset>
      )}
      {stock.length > mostFields && (
        <p class="muted small">{say(t.orders.moreByFile, { count: number(stock.length - mostFields) })}</p>
      )}
      {fault !== "" && (
        <p class="bad" role="alert">
          {fault}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="main">
          {t.orders.enterAndPlan}
        </button>
      </div>
    </Form>
  );
}
