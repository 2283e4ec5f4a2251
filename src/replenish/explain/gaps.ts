import { isoDate } from "../../calendar/date.ts";
import type { Reason } from "../../suggestion.ts";
import type { ItemPlan } from "../item/item-plan.ts";
import { laterSupply } from "../item/position.ts";
import { brief } from "../lots/rounding.ts";

/** That goods may be missing before they come, and whether that is expected or one case of twenty. */
export const lateReason = ({ orderDay, receiptDay, runsOut }: ItemPlan, safeUntil: number): Reason => ({
  code: "late",
  orderBy: isoDate(orderDay),
  receiptBy: isoDate(receiptDay),
  ...(runsOut !== undefined && runsOut < receiptDay ? {} : { until: isoDate(safeUntil) }),
});

/** Until when the stock lasts without an order. */
export function* runsOutNote({ runsOut, today }: ItemPlan): Generator<Reason> {
  if (runsOut !== undefined)
    yield { code: runsOut <= today ? "out-of-stock" : "runs-out", on: isoDate(runsOut) };
}

/** That an order would come after the last day of the item. */
export function* afterEndNote({ missed, lastDay, receiptDay }: ItemPlan): Generator<Reason> {
  if (missed !== undefined && lastDay !== undefined)
    yield { code: "comes-after-end", on: isoDate(receiptDay), last: isoDate(lastDay) };
}

/** The open order that the shelf is empty before, where it counts; undefined where none is. */
export function gapReason({ position, runsOut, today }: ItemPlan): Reason | undefined {
  const next = position.supply.find(({ day }) => runsOut !== undefined && day > runsOut);
  if (runsOut === undefined || next === undefined || position.later.includes(next)) return undefined;
  const together = position.supply.filter((one) => one.day === next.day && !position.later.includes(one));
  return {
    code: "empty-before-receipt",
    quantity: brief(together.reduce((sum, { quantity }) => sum + quantity, 0)),
    on: isoDate(next.day),
    ...(runsOut <= today ? {} : { empty: isoDate(runsOut) }),
  };
}

/**
 * What is on order, but too late to count; with the day on which what does count is used up, where that is before it and
 * `runsOut` is no gap that an earlier order fills.
 */
export function* supplyLateNote(plan: ItemPlan): Generator<Reason> {
  const { position, curve } = plan;
  const [first] = position.later;
  if (first === undefined) return;
  const counts = position.position;
  const until = gapReason(plan) === undefined || !(counts > 0) ? plan.runsOut : curve.dayOf(counts);
  yield {
    code: "supply-late",
    quantity: brief(laterSupply(position)),
    on: isoDate(first.day),
    ...(until === undefined || until >= first.day ? {} : { empty: isoDate(until) }),
  };
}

/** Why nothing is ordered although the service asks for more: the maximum stock holds it. */
export function* maximumNote({ unlimited, item, position, target }: ItemPlan): Generator<Reason> {
  const { maximumStock } = item;
  if (unlimited === undefined || maximumStock === undefined || position.position > unlimited) return;
  yield { code: "level-at-maximum", wanted: brief(unlimited), maximumStock, target };
}
