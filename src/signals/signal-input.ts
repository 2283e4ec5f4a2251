import type { Series } from "../series.ts";

/** A series and what gives its fluctuations a price. */
export interface SignalInput {
  readonly series: Series;
  /** Money of one unit. */
  readonly price?: number;
  readonly currency?: string;
  readonly unit?: string;
  /** Mean price of each bucket, NaN where none is known: a unit change shows in both. */
  readonly prices?: Float64Array;
  /** Purchase orders: demand convolved with lot sizing, looked at in buckets wide enough to hold an order each. */
  readonly lotSized?: boolean;
  /** One-step errors (actual - forecast) of the item's own forecast, newest last, one a bucket. */
  readonly errors?: Float64Array;
}
