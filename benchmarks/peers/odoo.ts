import type { SplitSeries } from "../sets.ts";

/** Buckets of three months. */
const quarterOf: Readonly<Record<SplitSeries["bucket"], number>> = {
  day: 91,
  week: 13,
  month: 3,
  quarter: 1,
  year: 1,
};

/**
 * Average demand of a chosen past period at 100 %, as Odoo 19 suggests quantities (odoo PR #196620, #218343).
 * Re-implemented from its description; the period of hourly series is as many buckets as of days.
 */
export const odoo =
  (quarters: number) =>
  ({ train, horizon, bucket }: SplitSeries): Float64Array => {
    const span = Math.min(train.length, quarters * quarterOf[bucket]);
    const mean = train.subarray(train.length - span).reduce((sum, value) => sum + value / span, 0);
    return new Float64Array(horizon).fill(mean);
  };
