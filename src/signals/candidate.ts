import type { IsoDate } from "../order.ts";
import type { Bucket } from "../series.ts";
import type { SignalKind } from "../signal.ts";
import type { Leaning } from "./fit/leaning.ts";

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
  /** What its p-values are without the item's own view of how far errors lean, and what that leaning makes of them. */
  readonly leaning?: CandidateLeaning;
}

/** p-values of a lasting change before errors that lean on their predecessors are allowed for. */
export interface CandidateLeaning {
  readonly p: number;
  readonly pAsOf: readonly number[];
  /** Least p-value at each leaning of `leaningGrid`. */
  readonly least: Float64Array;
  /** `weighted` by p. */
  readonly tests: number;
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
  /** How far the item's errors lean on their predecessors; absent where demand is too rare to tell. */
  readonly leaning?: Leaning;
  /** True where looking for them failed. */
  readonly failed?: true;
}
