import { mean, sampleVariance } from "simple-statistics";

/**
 * Cut-offs between smooth, erratic, intermittent and lumpy demand: mean demand interval and squared variation of sizes.
 * Source: A. Syntetos, J. Boylan, J. Croston, "On the categorization of demand patterns", Journal of the Operational
 * Research Society 56 (2005).
 */
const intervalCut = 1.32;
const variationCut = 0.49;

/**
 * Average demand interval (ADI): buckets per bucket with demand, from the first demand on; unobserved buckets (NaN) do
 * not count. Infinity where there is no demand. O(n).
 *
 * @example demandInterval([0, 50, 0, 0, 3, 0, 0, 20, 0]); // => 8 / 3
 */
export function demandInterval(values: ArrayLike<number>): number {
  let observed = 0;
  let demands = 0;
  for (let t = 0; t < values.length; t++) {
    if (Number.isNaN(values[t])) continue;
    if (values[t] !== 0) demands++;
    if (demands > 0) observed++;
  }
  return demands > 0 ? observed / demands : Number.POSITIVE_INFINITY;
}

/**
 * Squared coefficient of variation (CV²) of the sizes of the buckets with demand: sample variance over squared mean. 0
 * with fewer than two demands. O(n).
 *
 * @example sizeVariation([50, 0, 0, 3, 0, 0, 20, 0, 0, 1]); // => 1.5008522035
 */
export function sizeVariation(values: ArrayLike<number>): number {
  const sizes = Array.from(values).filter((value) => value !== 0 && !Number.isNaN(value));
  if (sizes.length < 2) return 0;
  const size = mean(sizes);
  return size === 0 ? 0 : sampleVariance(sizes) / size ** 2;
}

/** True for demand so rare that it is told as occurrence and size; false where there is none. */
export function isRare(values: ArrayLike<number>): boolean {
  const interval = demandInterval(values);
  return Number.isFinite(interval) && interval >= intervalCut;
}

/**
 * Class of demand by interval and size of its demands; "intermittent" where there is none.
 *
 * @example demandPattern([10, 12, 11, 10]); // => "smooth"
 */
export function demandPattern(values: ArrayLike<number>): "smooth" | "erratic" | "intermittent" | "lumpy" {
  const isErratic = sizeVariation(values) >= variationCut;
  if (demandInterval(values) >= intervalCut) return isErratic ? "lumpy" : "intermittent";
  return isErratic ? "erratic" : "smooth";
}
