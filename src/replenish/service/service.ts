import { cdf, type Distribution, quantile, shortage, shortageIntegral } from "../demand/distribution.ts";

/** Demand until an order placed now arrives, and until one placed at the next review arrives; weights sum to 1. */
export interface Protection {
  readonly weight: number;
  readonly lead: Distribution;
  readonly leadAndReview: Distribution;
  /** Expected demand of a review period: the least of those that the lead time holds. */
  readonly review: number;
  /** Probability that a review period brings any demand at all. */
  readonly active: number;
  /** Expected demand of a review period that brings any, the largest within the lead time; 0: known by its day. */
  readonly size: number;
  /** Sizes that such a demand may have, all as likely, relative to their mean. */
  readonly sizes: readonly number[];
}

/** How a level is judged: lot that an order adds at least, and whether quantities are whole. */
export interface LotSize {
  readonly size: number;
  readonly whole: boolean;
}

/** Expected demand of one review period. */
const reviewDemand = (protection: readonly Protection[]): number =>
  protection.reduce((sum, { weight, review }) => sum + weight * review, 0);

/** Mean shortage over stock positions spread evenly on (level, level + lot]. */
function meanShortage(of: Distribution, level: number, { size: lot, whole }: LotSize): number {
  const from = whole ? level + 0.5 : level;
  if (lot <= 1e-9) return shortage(of, level);
  return (shortageIntegral(of, from) - shortageIntegral(of, from + lot)) / lot;
}

/** The part of (position, position + size] that demand is expected to exceed, averaged over (level, level + lot]. */
function exceededShare(of: Distribution, level: number, size: number, { size: lot, whole }: LotSize): number {
  if (lot <= (whole ? 1 : 1e-9)) {
    const position = whole ? level + 1 : level;
    return (shortage(of, position) - shortage(of, position + size)) / size;
  }
  const from = whole ? level + 0.5 : level;
  const short = (x: number) => shortageIntegral(of, x) - shortageIntegral(of, x + lot);
  return (short(from) - short(from + size)) / (lot * size);
}

/**
 * Share of a review period's demand that finds the shelf empty, averaged over positions spread evenly on
 * (level, level + lot]. Where every review period brings demand it is the part of (position, position + demand] that
 * the total demand is expected to exceed. Where few do, the demand that counts comes on top of what the lead time
 * brought: a part asked for once in ten years is short whenever none lies there, however likely it is that nobody asks.
 */
function emptyShare(
  { lead, leadAndReview, review, active, size, sizes }: Protection,
  level: number,
  lotSize: LotSize,
): number {
  const least = 1e-6 * leadAndReview.mean;
  if (!(Math.max(review, least) > 0)) return 0;
  const total = exceededShare(leadAndReview, level, Math.max(review / active, least), lotSize);
  if (active >= 1 || size <= 0) return total;
  let lone = 0;
  for (const relative of sizes) {
    const asked = Math.max(lotSize.whole ? 1 : least, size * relative);
    lone += exceededShare(lead, level - asked, asked, lotSize) / sizes.length;
  }
  return active * total + (1 - active) * lone;
}

/**
 * Share of demand not served while orders are placed at or below `level`. A course of demand that exceeds the
 * position by a whole review period's demand leaves the period unserved, however large it is. (The difference of
 * expected shortages before and after the period is the same for steady demand, but lets rare giants rule the level of
 * lumpy items: measured on spare parts it overshoots the service asked for by 8 to 12 points with six times the stock.)
 */
export function shortShare(protection: readonly Protection[], level: number, lotSize: LotSize): number {
  let sum = 0;
  for (const interval of protection) sum += interval.weight * emptyShare(interval, level, lotSize);
  return Math.min(1, Math.max(0, sum));
}

/** Units expected short in one review period. */
export const expectedShort = (protection: readonly Protection[], level: number, lotSize: LotSize): number =>
  reviewDemand(protection) * shortShare(protection, level, lotSize);

/** Stock expected on hand while orders are placed at or below `level`: mean over a review period and over the lot. */
export function expectedStock(protection: readonly Protection[], level: number, lotSize: LotSize): number {
  let sum = 0;
  for (const { weight, lead, leadAndReview } of protection) {
    const demand = (lead.mean + leadAndReview.mean) / 2;
    const short = (meanShortage(lead, level, lotSize) + meanShortage(leadAndReview, level, lotSize)) / 2;
    sum += weight * Math.max(0, level + lotSize.size / 2 - demand + short);
  }
  return sum;
}

/** Share of demand served from stock at a reorder level. */
export const fillRate = (protection: readonly Protection[], level: number, lotSize: LotSize): number =>
  1 - shortShare(protection, level, lotSize);

/** Probability of no stockout until the next order arrives, starting from a position of `level`. */
export const cycleService = (protection: readonly Protection[], level: number): number =>
  protection.reduce((sum, { weight, leadAndReview }) => sum + weight * cdf(leadAndReview, level), 0);

/** Lowest level (whole where asked for) in [low, high] at which `enough` holds; `high` when it never does. */
function lowestLevel(enough: (level: number) => boolean, low: number, high: number, whole: boolean): number {
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

const highest = (protection: readonly Protection[]) =>
  Math.max(...protection.map(({ leadAndReview }) => quantile(leadAndReview, 0.9999)));

/** Nothing is ordered before a customer waits. */
export const neverLevel = (whole: boolean): number => (whole ? -1 : -1e-9);

const isIdle = (protection: readonly Protection[]) =>
  protection.every(({ leadAndReview }) => leadAndReview.mean <= 0);

/** Lowest reorder level whose fill rate reaches `target`. A longer lead time never gives a lower one. */
export function levelForFill(protection: readonly Protection[], target: number, lotSize: LotSize): number {
  const never = neverLevel(lotSize.whole);
  if (isIdle(protection)) return never;
  const allowed = 1 - target + 1e-9;
  return lowestLevel(
    (level) => shortShare(protection, level, lotSize) <= allowed,
    never,
    highest(protection),
    lotSize.whole,
  );
}

/** Lowest level whose probability of no stockout until the next order's arrival reaches `target`. */
export function levelForCycle(protection: readonly Protection[], target: number, whole: boolean): number {
  if (isIdle(protection)) return neverLevel(whole);
  const high = Math.max(
    ...protection.map(({ leadAndReview }) => quantile(leadAndReview, Math.max(target, 0.9999))),
  );
  // the whole level below which a trigger leaves enough: an order is placed at or below it
  const level = lowestLevel((x) => cycleService(protection, x) >= target - 1e-12, 0, high, whole);
  return level;
}

/**
 * Level with the least expected cost: holding of the stock above what demand takes, plus the cost of every unit
 * short. The candidates do not depend on the costs, so a dearer shortage never lowers the level.
 */
export function cheapestLevel(
  protection: readonly Protection[],
  cost: { readonly holdingPerUnitAndReview: number; readonly short: number },
  lotSize: LotSize,
): number {
  const never = neverLevel(lotSize.whole);
  if (reviewDemand(protection) <= 0) return never;
  const top = highest(protection);
  const count = lotSize.whole ? Math.min(Math.ceil(top) + 1, 400) : 400;
  let best = never;
  let least = Number.POSITIVE_INFINITY;
  for (let k = -1; k <= count; k++) {
    const level = k < 0 ? never : lotSize.whole ? Math.round((top * k) / count) : (top * k) / count;
    const total =
      cost.holdingPerUnitAndReview * expectedStock(protection, level, lotSize) +
      cost.short * expectedShort(protection, level, lotSize);
    if (total < least * (1 - 1e-12) || least === Number.POSITIVE_INFINITY) {
      least = total;
      best = level;
    }
  }
  return best;
}
