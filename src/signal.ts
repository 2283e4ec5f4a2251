import type { IsoDate } from "./order.ts";

export const signalKinds = [
  "spike",
  "dip",
  "level-shift",
  "passing",
  "trend-break",
  "season-change",
  "variance-change",
  "intermittency-change",
  "end-of-life",
  "bias",
  "unit-change",
] as const;
export type SignalKind = (typeof signalKinds)[number];

/** A flagged fluctuation of one item, as signals.csv and plan.json hold it. */
export interface Signal {
  readonly kind: SignalKind;
  /** Bucket where it happened; `seen` is the first bucket at which the data up to there suffice. */
  readonly at: IsoDate;
  readonly seen: IsoDate;
  /** Bucket where it ended, of a passing event. */
  readonly until?: IsoDate;
  /** Open: seen within the last two buckets. */
  readonly state: "open" | "past";
  readonly direction: "up" | "down";
  /** Relative change, .4 for 40 % more. */
  readonly size: number;
  readonly p: number;
  /** False-discovery-rate adjusted over the run. */
  readonly q: number;
  /** Money or quantity at stake, in `impactUnit` (a currency or a unit). */
  readonly impact: number;
  readonly impactUnit: string;
  /** Bucket and size under which an earlier run reported the same event first. */
  readonly firstAt?: IsoDate;
  readonly firstSize?: number;
  /** Last bucket of the run in which the change had grown by half since it was reported or answered. */
  readonly escalated?: IsoDate;
  /** What the user said of it, and the day on which a snoozed one returns. */
  readonly answer?: "confirmed" | "closed" | "snoozed";
  readonly returns?: IsoDate;
}
