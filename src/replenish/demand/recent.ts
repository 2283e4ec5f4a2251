import { meanObserved } from "../../numeric/sum.ts";
import type { Series } from "../../series.ts";

/** Fewest buckets that recent demand is the mean of. */
const leastBuckets = 4;

/** Mean demand a bucket over the last season of observed buckets; 0 where none is observed. */
export function recentMean({ values, period }: Pick<Series, "values" | "period">): number {
  const mean = meanObserved(values, Math.max(0, values.length - Math.max(period, leastBuckets)));
  return Number.isNaN(mean) ? 0 : mean;
}

/** True where every observed quantity is a whole number: orders are whole then. */
export const isWhole = (values: Float64Array): boolean =>
  values.every((value) => Number.isNaN(value) || Number.isInteger(value));
