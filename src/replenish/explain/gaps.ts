import { isoDate } from "../../calendar/date.ts";
import type { Reason } from "../../suggestion.ts";
import type { ItemPlan } from "../item/item-plan.ts";
import { brief } from "../lots/rounding.ts";

/** That goods may be missing before they come, and whether that is expected or one case of twenty. */
export const lateReason = ({ orderDay, receiptDay, runsOut }: ItemPlan, safeUntil: number): Reason => ({
  code: "late",
  orderBy: isoDate(orderDay),
  receiptBy: isoDate(receiptDay),
  ...(runsOut !== undefined && runsOut < receiptDay ? {} : { until: isoDate(safeUntil) }),
});

/** The open order that the shelf is empty before, where it counts; undefined where none is. */
export function gapReason({ position, runsOut, today }: ItemPlan): Reason | undefined {
  const next = position.supply.find(({ day }) => runsOut !== undefined && day > runsOut);
  if (runsOut === undefined || next === undefined || position.later.includes(next)) return undefined;
  return {
    code: "empty-before-receipt",
    quantity: brief(next.quantity),
    on: isoDate(next.day),
    ...(runsOut <= today ? {} : { empty: isoDate(runsOut) }),
  };
}

/** Why nothing is ordered although the service asks for more: the maximum stock holds it. */
export function* maximumNote({ unlimited, item, position, target }: ItemPlan): Generator<Reason> {
  const { maximumStock } = item;
  if (unlimited === undefined || maximumStock === undefined || position.position > unlimited) return;
  yield { code: "level-at-maximum", wanted: brief(unlimited), maximumStock, target };
}
