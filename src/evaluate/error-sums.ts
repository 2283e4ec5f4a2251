import { eachPair, type Values } from "./pairs.ts";

/**
 * Sums over the observed pairs of forecast f and actual y, of which the point metrics are ratios. They add up: those of
 * a run are the sums of its items', each times the worth of one unit.
 */
export interface ErrorSums {
  readonly pairs: number;
  /** Sum of |f - y|. */
  readonly absolute: number;
  /** Sum of f - y: plus is forecast too high. */
  readonly signed: number;
  /** Sum of y. */
  readonly demand: number;
  /** Sum of |y|. */
  readonly size: number;
}

/**
 * The sums of one series. O(n).
 *
 * @throws RangeError where the lengths differ.
 * @example errorSums([7, 9], [6, 8]); // => { pairs: 2, absolute: 2, signed: -2, demand: 16, size: 16 }
 */
export function errorSums(actual: Values, forecast: Values): ErrorSums {
  let pairs = 0;
  let absolute = 0;
  let signed = 0;
  let demand = 0;
  let size = 0;
  eachPair(actual, forecast, (y, f) => {
    pairs++;
    absolute += Math.abs(f - y);
    signed += f - y;
    demand += y;
    size += Math.abs(y);
  });
  return { pairs, absolute, signed, demand, size };
}
