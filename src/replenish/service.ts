import { cdf, type Distribution, quantile, shortage, shortageIntegral } from "./distribution.ts";

/** Demand until an order placed now arrives, and until one placed at the next review arrives; weights sum to 1. */
export interface Protection {
  readonly weight: number;
  readonly lead: Distribution;
  readonly leadAndReview: Distribution;
}

/** How a level is judged: lot that an order adds at least, and whether quantities are whole. */
export interface LotOf {
  readonly lot: number;
  readonly whole: boolean;
}

/** Expected demand of one review period. */
export const reviewDemand = (over: readonly Protection[]): number =>
  over.reduce(
    (sum, { weight, lead, leadAndReview }) => sum + weight * Math.max(0, leadAndReview.mean - lead.mean),
    0,
  );

/** Mean shortage over stock positions spread evenly on (level, level + lot]. */
function meanShortage(of: Distribution, level: number, { lot, whole }: LotOf): number {
  const from = whole ? level + 0.5 : level;
  if (lot <= 1e-9) return shortage(of, level);
  return (shortageIntegral(of, from) - shortageIntegral(of, from + lot)) / lot;
}

/**
 * Units expected short in one review period when orders are placed at or below `level`: the shortage until the next
 * order arrives less what was short before this one does (METHODS 7.3, 2), averaged over the positions that a lot
 * leaves behind.
 */
export function expectedShort(over: readonly Protection[], level: number, lots: LotOf): number {
  let sum = 0;
  for (const { weight, lead, leadAndReview } of over) {
    sum += weight * (meanShortage(leadAndReview, level, lots) - meanShortage(lead, level, lots));
  }
  return Math.max(0, sum);
}

/** Share of demand served from stock at a reorder level. 1 where nothing is demanded. */
export function fillRate(over: readonly Protection[], level: number, lots: LotOf): number {
  const demand = reviewDemand(over);
  return demand > 0 ? Math.min(1, Math.max(0, 1 - expectedShort(over, level, lots) / demand)) : 1;
}

/** Probability of no stockout until the next order arrives, starting from a position of `level`. */
export const cycleService = (over: readonly Protection[], level: number): number =>
  over.reduce((sum, { weight, leadAndReview }) => sum + weight * cdf(leadAndReview, level), 0);

/** Lowest level (whole where asked for) in [low, high] at which `enough` holds; `high` when it never does. */
export function lowestLevel(
  enough: (level: number) => boolean,
  low: number,
  high: number,
  whole: boolean,
): number {
  let below = whole ? Math.floor(low) : low;
  let above = whole ? Math.ceil(high) : high;
  if (enough(below)) return below;
  const gap = whole ? 1 : Math.max(1e-9, 1e-7 * Math.abs(high - low));
  while (above - below > gap) {
    const middle = whole ? Math.floor((below + above) / 2) : (below + above) / 2;
    if (enough(middle)) above = middle;
    else below = middle;
  }
  return above;
}

const highest = (over: readonly Protection[]) =>
  Math.max(...over.map(({ leadAndReview }) => quantile(leadAndReview, 0.9999)));

/** Nothing is ordered before a customer waits. */
export const neverLevel = (whole: boolean): number => (whole ? -1 : -1e-9);

/** Lowest reorder level whose fill rate reaches `target`. */
export function levelForFill(over: readonly Protection[], target: number, lots: LotOf): number {
  const demand = reviewDemand(over);
  const never = neverLevel(lots.whole);
  if (demand <= 0) return never;
  const allowed = (1 - target) * demand * (1 + 1e-9);
  return lowestLevel(
    (level) => expectedShort(over, level, lots) <= allowed,
    never,
    highest(over),
    lots.whole,
  );
}

/** Lowest level whose probability of no stockout until the next order's arrival reaches `target`. */
export function levelForCycle(over: readonly Protection[], target: number, whole: boolean): number {
  if (over.every(({ leadAndReview }) => leadAndReview.mean <= 0)) return neverLevel(whole);
  const high = Math.max(
    ...over.map(({ leadAndReview }) => quantile(leadAndReview, Math.max(target, 0.9999))),
  );
  // the whole level below which a trigger leaves enough: an order is placed at or below it
  const level = lowestLevel((x) => cycleService(over, x) >= target - 1e-12, 0, high, whole);
  return level;
}

/**
 * Level with the least expected cost: holding of the stock above what demand takes, plus the cost of every unit
 * short. The candidates do not depend on the costs, so a dearer shortage never lowers the level.
 */
export function cheapestLevel(
  over: readonly Protection[],
  cost: { readonly holdingPerUnitAndReview: number; readonly short: number },
  lots: LotOf,
): number {
  const never = neverLevel(lots.whole);
  if (reviewDemand(over) <= 0) return never;
  const top = highest(over);
  const count = lots.whole ? Math.min(Math.ceil(top) + 1, 400) : 400;
  let best = never;
  let least = Number.POSITIVE_INFINITY;
  for (let k = -1; k <= count; k++) {
    const level = k < 0 ? never : lots.whole ? Math.round((top * k) / count) : (top * k) / count;
    const total = cost.holdingPerUnitAndReview * level + cost.short * expectedShort(over, level, lots);
    if (total < least * (1 - 1e-12) || least === Number.POSITIVE_INFINITY) {
      least = total;
      best = level;
    }
  }
  return best;
}
