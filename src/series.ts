import type { IsoDate } from "./order.ts";

/** A planning period; a week is an ISO week (Monday to Sunday). */
export type Bucket = "day" | "week" | "month" | "quarter" | "year";

/**
 * A known influence on demand, past or future: first and last day, and the factor planned for it. In a closure whoever asks
 * for the item does not work.
 */
export interface DemandEvent {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly kind: "promotion" | "event" | "stockout" | "closure";
  readonly factor?: number;
}

/** Demand of one item in equal buckets, oldest first. */
export interface Series {
  readonly item: string;
  readonly bucket: Bucket;
  /** First day of the first bucket; absent: nothing of the calendar is used. */
  readonly start?: IsoDate;
  /** Buckets in one season: 12 for months, 1 for none. */
  readonly period: number;
  /** 0 is a bucket without demand; NaN is a bucket nobody observed. */
  readonly values: Float64Array;
  readonly group?: string;
  /** True where all of its demand is known to be one line. */
  readonly single?: true;
  readonly events?: readonly DemandEvent[];
  /** The last run's forecast of the same item. */
  readonly previous?: { readonly start: IsoDate; readonly mean: readonly number[] };
  /**
   * Working days of each bucket, history first, then the buckets of the horizon and beyond; absent: not used.
   * Demand is then forecast per working day and given back per bucket.
   */
  readonly workingDays?: Float64Array;
}

export const demandClasses = ["smooth", "erratic", "intermittent", "lumpy", "new", "dead"] as const;
export type DemandClass = (typeof demandClasses)[number];
