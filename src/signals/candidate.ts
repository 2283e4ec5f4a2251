import type { IsoDate } from "../order.ts";
import type { Bucket } from "../series.ts";
import type { SignalKind } from "../signal.ts";

/** A suspected fluctuation of one item, before the run decides which ones are printed. */
export interface Candidate {
  readonly kind: SignalKind;
  /** Bucket of the series where it happened. */
  readonly at: number;
  /** Its last bucket, of an event that passed. */
  readonly until?: number;
  /** p-value of the data up to bucket at, at + 1, …: when it could have been seen. The last one is final. */
  readonly pAsOf: readonly number[];
  /** Corrected for all positions tried within its kind. */
  readonly p: number;
  /** p times what was tried in the series: what enters the run's false-discovery control. */
  readonly weighted: number;
  readonly direction: "up" | "down";
  /** Relative change, .4 for 40 % more, -.4 for 40 % less. */
  readonly size: number;
  /** Relative change of demand that it stands for, where `size` is one of something else. */
  readonly change?: number;
  /** Quantity at stake, in the item's unit. */
  readonly quantity: number;
}

/** Everything found for one item, and how the run names and values it: plain data, for any thread. */
export interface Candidates {
  readonly item: string;
  readonly bucket: Bucket;
  readonly start?: IsoDate;
  /** Buckets of the series. */
  readonly length: number;
  /** Money of one unit, in `currency`. */
  readonly price?: number;
  readonly currency?: string;
  readonly unit?: string;
  /** Mean demand of a bucket, in money. */
  readonly value?: number;
  readonly candidates: readonly Candidate[];
  /** Smallest `weighted` of the item, 1 where nothing stood out: every item counts as tried. */
  readonly p: number;
  /** True where looking for them failed. */
  readonly failed?: true;
}
