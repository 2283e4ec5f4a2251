import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { dayOf, defined } from "../../../../src/index.ts";
import { lotRules, typedQuantity } from "../../decision/lots.ts";
import { date, lang, number, percent, t } from "../../language.ts";
import { Failure } from "../../parts/states.tsx";
import type { Session } from "../../session/session.ts";
import type { ItemView, PlanState, WhatIfAnswer } from "../../shapes.ts";
import { itemWords } from "../../words/item.ts";

const fields = ["leadTime", "target", "minimumOrder", "packSize"] as const;
type Field = (typeof fields)[number];

const text = (x: number | undefined): string =>
  x === undefined ? "" : String(Number(x.toPrecision(6))).replace(".", lang() === "de" ? "," : ".");

/** Reasons name lead and review days of the plan. */
function daysOf({ suggestion }: ItemView): { lead: number; review: number } {
  const reason = suggestion?.reasons.find(({ code }) => code === "cover-demand");
  const [lead, review] = [reason?.leadDays, reason?.reviewDays];
  return { lead: typeof lead === "number" ? lead : 14, review: typeof review === "number" ? review : 7 };
}

/** Target service of the plan, as a share. */
function targetOf({ suggestion }: ItemView): number {
  const target = suggestion?.reasons.find(({ code }) => code.startsWith("buffer-"))?.target;
  return typeof target === "number" ? target : 0.98;
}

/** The series and stock of the item with other values, as `POST /v1/suggest` takes them. */
export function whatIfLine(plan: PlanState, view: ItemView, given: Partial<Record<Field, number>>): object {
  const { suggestion, history, openOrders } = view;
  const { lead, review } = daysOf(view);
  const rules = suggestion === null ? {} : lotRules(suggestion);
  const minimumOrder = given.minimumOrder ?? rules.minimumOrder;
  const packSize = given.packSize ?? rules.packSize;
  const asOf = plan.summary?.stockDate ?? plan.asOf ?? "";
  return {
    item: view.item,
    bucket: plan.summary?.bucket ?? "month",
    start: history.start,
    ...defined({ period: view.period }),
    values: history.values,
    asOf,
    onHand: suggestion?.onHand ?? 0,
    onOrder: openOrders.map(({ due, quantity }) => ({
      date: dayOf(due) < dayOf(asOf) ? asOf : due,
      quantity,
    })),
    backorders: suggestion?.backorders ?? 0,
    leadTimeDays: given.leadTime ?? lead,
    reviewDays: review,
    serviceLevel: given.target === undefined ? targetOf(view) : given.target / 100,
    serviceType: suggestion?.serviceType ?? "fill",
    ...defined({ minimumOrder, packSize, maximumStock: rules.maximumStock, unitCost: view.unitCost }),
  };
}

/** Another lead time, target, minimum or pack: what the engine would order then. */
export function WhatIf({
  session,
  plan,
  view,
}: {
  readonly session: Session;
  readonly plan: PlanState;
  readonly view: ItemView;
}): VNode {
  const rules = view.suggestion === null ? {} : lotRules(view.suggestion);
  const [typed, setTyped] = useState<Readonly<Record<Field, string>>>({
    leadTime: text(daysOf(view).lead),
    target: text(targetOf(view) * 100),
    minimumOrder: text(rules.minimumOrder),
    packSize: text(rules.packSize),
  });
  const [answer, setAnswer] = useState<WhatIfAnswer | Error>();
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const given = Object.fromEntries(
      fields.flatMap((field) => {
        const x = typedQuantity(typed[field], lang() === "de" ? "," : ".");
        return x === undefined ? [] : [[field, x]];
      }),
    );
    try {
      setAnswer(await session.client.whatIf(whatIfLine(plan, view, given), plan.id));
    } catch (error) {
      setAnswer(error as Error);
    }
  };
  return (
    <section class="card">
      <h2>{t(itemWords.whatIf)}</h2>
      <p class="muted small">{t(itemWords.whatIfText)}</p>
      <form class="form-row" onSubmit={submit}>
        {fields.map((field) => (
          <label class="field narrow" key={field}>
            <span>{t(itemWords[field])}</span>
            <input
              inputMode="decimal"
              value={typed[field]}
              onInput={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
            />
          </label>
        ))}
        <button type="submit">{t(itemWords.compute)}</button>
      </form>
      <div aria-live="polite">
        {answer instanceof Error ? (
          <Failure why={answer.message} />
        ) : (
          answer !== undefined && comparison(view, answer)
        )}
      </div>
    </section>
  );
}

function comparison({ suggestion: s }: ItemView, then: WhatIfAnswer): VNode {
  const rows: readonly (readonly [string, string, string])[] = [
    [t(itemWords.quantity), number(s?.quantity), number(then.quantity)],
    [t(itemWords.reorderPoint), number(s?.reorderPoint), number(then.reorderPoint)],
    [t(itemWords.orderUpTo), number(s?.orderUpTo), number(then.orderUpTo)],
    [t(itemWords.safetyStock), number(s?.safetyStock), number(then.safetyStock)],
    [t(itemWords.service), percent(s?.expectedService ?? Number.NaN), percent(then.expectedService)],
    [t(itemWords.due), date(s?.orderBy), date(then.orderBy)],
  ];
  return (
    <table>
      <thead>
        <tr>
          <td />
          <th scope="col" class="n">
            {t(itemWords.today)}
          </th>
          <th scope="col" class="n">
            {t(itemWords.other)}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, now, other]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="n">{now}</td>
            <td class="n">
              <strong>{other}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
