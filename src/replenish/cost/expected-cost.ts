import type { ExpectedCost } from "../../suggestion.ts";
import { type Distribution, quantile, shortage } from "../demand/distribution.ts";
import { type LotSize, neverLevel, type Protection } from "../service/service.ts";

/** What stock and shortage cost over the review period that an order placed now serves. */
export interface ReviewCosts {
  /** Holding one unit for the whole period. */
  readonly holdingPerReview: number;
  /** Part of the holding that is paid on the stock at the begin of the period. */
  readonly beginShare: number;
  /** Cost of one unit short. */
  readonly short: number;
  /** Share of the demand short that is lost. */
  readonly lostShare: number;
  /** Cost of one order line. */
  readonly orderLine: number;
}

const stockLeft = (of: Distribution, position: number): number =>
  Math.max(0, position - of.mean + shortage(of, position));

/** Holding and shortage of the review period after the arrival of an order that lifted the position to `position`. */
function reviewCostsAt(
  protection: readonly Protection[],
  position: number,
  { holdingPerReview, beginShare, short: each, lostShare }: ReviewCosts,
): Omit<ExpectedCost, "ordering"> {
  let held = 0;
  let short = 0;
  for (const { weight, lead, leadAndReview } of protection) {
    const begin = beginShare > 0 ? beginShare * stockLeft(lead, position) : 0;
    held += weight * (begin + (1 - beginShare) * stockLeft(leadAndReview, position));
    // what waits since before the arrival was short before; what was lost before is not in the demand at all
    const before = lostShare < 1 ? (1 - lostShare) * shortage(lead, position) : 0;
    short += weight * Math.max(0, shortage(leadAndReview, position) - before);
  }
  return { holding: holdingPerReview * held, shortage: each * short };
}

/** Cost of the review period that an order of `quantity` from `position` serves, and of the order itself. */
export const expectedCost = (
  protection: readonly Protection[],
  position: number,
  quantity: number,
  costs: ReviewCosts,
): ExpectedCost => ({
  ...reviewCostsAt(protection, position + quantity, costs),
  ordering: quantity > 0 ? costs.orderLine : 0,
});

/** Positions of a lot that are looked at. */
const mostPositions = 8;

/**
 * Holding of a unit that is left over: it stays until somebody asks for the item again, since only then the next order
 * is smaller by it.
 */
const untilAskedFor = (protection: readonly Protection[], costs: ReviewCosts): ReviewCosts => ({
  ...costs,
  holdingPerReview:
    costs.holdingPerReview *
    protection.reduce((sum, { weight, active }) => sum + weight / Math.max(active, 1e-6), 0),
});

/** Mean cost while positions spread evenly on (level, level + lot]. */
function meanCost(protection: readonly Protection[], level: number, costs: ReviewCosts, lotSize: LotSize) {
  const { size, whole } = lotSize;
  const count =
    size <= (whole ? 1 : 1e-9) ? 1 : Math.min(mostPositions, whole ? Math.round(size) : mostPositions);
  const step = count === 1 ? (whole ? 1 : 0) : size / count;
  let sum = 0;
  for (let k = 1; k <= count; k++) {
    // the last of the whole positions of a part, the middle of a part that is none
    const position = level + step * (whole ? k : k - 0.5);
    const { holding, shortage: short } = reviewCostsAt(protection, position, costs);
    sum += holding + short;
  }
  return sum / count;
}

/** Levels that are looked at in one round of the search. */
const perRound = 48;

/**
 * Reorder level with the least expected cost of holding and shortage over the review period that its order serves:
 * of levels as far apart as the range asks for, then finer around the best one, down to single units where quantities
 * are whole. A level at which one more unit costs more than the shortage it avoids is not left for the next one.
 */
export function leastCostLevel(
  protection: readonly Protection[],
  costs: ReviewCosts,
  lotSize: LotSize,
): number {
  const never = neverLevel(lotSize.whole);
  const top = Math.max(...protection.map(({ leadAndReview }) => quantile(leadAndReview, 0.9999)));
  if (!(top > 0)) return never;
  const paid = untilAskedFor(protection, costs);
  const costAt = (level: number) => meanCost(protection, level, paid, lotSize);
  let best = never;
  let least = costAt(never);
  let [from, to] = [lotSize.whole ? 0 : never, lotSize.whole ? Math.ceil(top) : top];
  for (;;) {
    const exact = (to - from) / perRound;
    const step = lotSize.whole ? Math.max(1, Math.ceil(exact)) : exact;
    for (let level = from; level <= to; level += step) {
      const cost = costAt(level);
      if (cost < least * (1 - 1e-12)) {
        least = cost;
        best = level;
      }
    }
    if (step <= (lotSize.whole ? 1 : 1e-6 * top)) return best;
    [from, to] = [Math.max(never, best - step), best + step];
    if (lotSize.whole) from = Math.max(0, from);
  }
}
