/** Factors between units that ERP data mix up: tens, dozens, hundreds, thousands. */
const factors = [10, 12, 100, 1000];

/** A lasting jump beyond this (ln) is none of demand: it belongs to the nearest factor, however noisy the level. */
const beyondDemand = Math.log(30);

/** What decides whether a jump is a change of unit. */
interface Jump {
  /** Level after over level before. */
  readonly ratio: number;
  /** Standard error of ln(ratio). */
  readonly error: number;
  /** Mean price before and after, where known. */
  readonly priceBefore?: number;
  readonly priceAfter?: number;
}

/**
 * The factor (10, 12, 100, 1000 or its inverse) by which quantities jumped as if the unit had changed, else
 * undefined. Where prices are known they must jump the other way.
 * @example unitFactor({ ratio: 11.7, error: 0.05 }) // 12
 */
export function unitFactor({ ratio, error, priceBefore, priceAfter }: Jump): number | undefined {
  if (!(ratio > 0)) return undefined;
  const priced = (priceBefore ?? 0) > 0 && (priceAfter ?? 0) > 0;
  const jump = Math.abs(Math.log(ratio));
  const widest = priced ? 1 : jump > beyondDemand ? Math.log(10) / 2 : 0.7;
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const factor of factors) {
    const off = Math.abs(jump - Math.log(factor));
    if (off < Math.min(widest, Math.max(0.1, 2.5 * error)) && off < least) {
      least = off;
      best = factor;
    }
  }
  if (best === undefined) return undefined;
  const factor = ratio > 1 ? best : 1 / best;
  if (priceBefore !== undefined && priceAfter !== undefined && priceBefore > 0 && priceAfter > 0) {
    if (Math.abs(Math.log((priceAfter / priceBefore) * factor)) > 0.5) return undefined;
  }
  return factor;
}

/** Mean of the known prices in buckets [from, to). */
export function meanPrice(prices: Float64Array | undefined, from: number, to: number): number | undefined {
  if (prices === undefined) return undefined;
  let sum = 0;
  let count = 0;
  for (let t = Math.max(0, from); t < Math.min(to, prices.length); t++) {
    if (prices[t] > 0) {
      sum += prices[t];
      count++;
    }
  }
  return count > 0 ? sum / count : undefined;
}
