import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { dayOf, defined } from "../../../../src/index.ts";
import { lotRules } from "../../decision/lots.ts";
import { date, number, percent, readTyped, typed } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Form } from "../../parts/form.tsx";
import { NumberField } from "../../parts/number-field.tsx";
import { fromZero, serviceRange } from "../../parts/number-range.ts";
import { Failure } from "../../parts/states.tsx";
import { Table } from "../../parts/table.tsx";
import type { Session } from "../../session/session.ts";
import type { ItemView, PlanView, WhatIfAnswer } from "../../shapes.ts";
import { itemWords } from "../../words/item.ts";

const fields = ["leadTime", "target", "minimumOrder", "packSize"] as const;
type Changeable = (typeof fields)[number];

/** Lead and review days of the plan: those that its reasons name, else those of the master data. */
function daysOf({ suggestion, parameters, coverDays }: ItemView): { lead: number; review: number } {
  const reason = suggestion?.reasons.find((one) => one.code === "cover-demand");
  if (reason !== undefined) return { lead: reason.leadDays, review: reason.reviewDays };
  const lead = parameters?.leadTimeDaysNew ?? 14;
  return { lead, review: coverDays !== undefined && coverDays > lead ? coverDays - lead : 7 };
}

/** Target service of the plan, as a share. */
function targetOf({ suggestion }: ItemView): number {
  return suggestion?.reasons.find((reason) => "target" in reason)?.target ?? 0.98;
}

/** The series and stock of the item with other values, as `POST /v1/suggest` takes them. */
function whatIfLine(plan: PlanView, view: ItemView, given: Partial<Record<Changeable, number>>): object {
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
    period: view.period,
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

/** The values of the plan as the form shows them; what stays as it is counts with all its digits. */
function textsOf(view: ItemView): Readonly<Record<Changeable, string>> {
  const rules = view.suggestion === null ? {} : lotRules(view.suggestion);
  return {
    leadTime: typed(daysOf(view).lead, 6),
    target: typed(targetOf(view) * 100, 4),
    minimumOrder: typed(rules.minimumOrder, 6),
    packSize: typed(rules.packSize, 6),
  };
}

interface WhatIfProps {
  readonly session: Session;
  readonly plan: PlanView;
  readonly view: ItemView;
}

/** Another lead time, target, minimum or pack: what the engine would order then. */
export function WhatIf({ session, plan, view }: WhatIfProps): VNode {
  const inPlan = textsOf(view);
  const [answer, setAnswer] = useState<WhatIfAnswer | Error>();
  const submit = async (values: FormData): Promise<void> => {
    const given = Object.fromEntries(
      fields.flatMap((field) => {
        const text = String(values.get(field) ?? "");
        const x = readTyped(text);
        return x === undefined || text === inPlan[field] ? [] : [[field, x]];
      }),
    );
    try {
      setAnswer(await session.client.whatIf(whatIfLine(plan, view, given), plan.id));
    } catch (error) {
      setAnswer(error as Error);
    }
  };
  return (
    <Card title={itemWords.whatIf}>
      <p class="muted small">{itemWords.whatIfText}</p>
      <Form class="form-row" submit={submit}>
        {fields.map((field) => (
          <NumberField
            key={field}
            name={field}
            label={itemWords[field]}
            initial={inPlan[field]}
            range={field === "target" ? serviceRange : fromZero}
          />
        ))}
        <button type="submit">{itemWords.compute}</button>
      </Form>
      <div aria-live="polite">
        {answer instanceof Error && <Failure why={answer.message} />}
        {answer !== undefined && !(answer instanceof Error) && <Comparison now={view} then={answer} />}
      </div>
    </Card>
  );
}

interface ComparisonProps {
  readonly now: ItemView;
  readonly then: WhatIfAnswer;
}

function Comparison({ now: { suggestion: now }, then }: ComparisonProps): VNode {
  const rows: readonly (readonly [string, string, string])[] = [
    [itemWords.quantity, number(now?.quantity), number(then.quantity)],
    [itemWords.reorderPoint, number(now?.reorderPoint), number(then.reorderPoint)],
    [itemWords.orderUpTo, number(now?.orderUpTo), number(then.orderUpTo)],
    [itemWords.safetyStock, number(now?.safetyStock), number(then.safetyStock)],
    [itemWords.service, percent(now?.expectedService ?? Number.NaN), percent(then.expectedService)],
    [itemWords.due, date(now?.orderBy), date(then.orderBy)],
  ];
  return (
    <Table heads={["", [itemWords.today, "n"], [itemWords.other, "n"]]}>
      {rows.map(([name, here, other]) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td class="n">{here}</td>
          <td class="n">
            <strong>{other}</strong>
          </td>
        </tr>
      ))}
    </Table>
  );
}
