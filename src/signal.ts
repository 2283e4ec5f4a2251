import type { IsoDate } from "./order.ts";

/** What a run, and the page, make of a kind of signal. */
interface KindRules {
  /** Its direction is that of demand: no two open signals of an item point in different ones. */
  readonly directed: boolean;
  /** A few bad or good buckets alone can look like it. */
  readonly ofBadTimes?: true;
  /** Buckets by which a later run may date the same event anew. */
  readonly redating: number;
  /** One bucket alone: hidden from the forecast, and no news once it is past. */
  readonly single?: true;
  /** Buckets from its beginning to its end are hidden from the forecast. */
  readonly spans?: true;
  /** The level behind it is the one that holds: older history counts as far as it is brought there. */
  readonly resets?: true;
  /** The season behind it is another one: older history does not count once the new one is known by itself. */
  readonly renewsSeason?: true;
  /** Nothing is ordered any more. */
  readonly stopsOrders?: true;
  /** Can have been a passing event, which a user may call an exception; else it is about the item, not about a time. */
  readonly canPass?: true;
}

/** Every kind of signal and what follows from it. */
const kinds = {
  spike: { directed: true, redating: 0, single: true, ofBadTimes: true, canPass: true },
  dip: { directed: true, redating: 0, single: true, ofBadTimes: true, canPass: true },
  "level-shift": { directed: true, redating: 3, resets: true, canPass: true },
  passing: { directed: true, redating: 3, spans: true, canPass: true },
  "trend-break": { directed: true, redating: 3, ofBadTimes: true, canPass: true },
  "season-change": { directed: false, redating: 3, renewsSeason: true },
  "variance-change": { directed: false, redating: 3, ofBadTimes: true, canPass: true },
  "intermittency-change": { directed: false, redating: 3 },
  "end-of-life": { directed: true, redating: Number.POSITIVE_INFINITY, stopsOrders: true },
  bias: { directed: true, redating: Number.POSITIVE_INFINITY, ofBadTimes: true },
  "unit-change": { directed: true, redating: 1, resets: true },
} as const satisfies Readonly<Record<string, KindRules>>;
export type SignalKind = keyof typeof kinds;
export const kindRules: Readonly<Record<SignalKind, KindRules>> = kinds;
export const signalKinds = Object.keys(kinds) as readonly SignalKind[];

/** A flagged fluctuation of one item, as signals.csv and plan.json hold it. */
export interface Signal {
  readonly kind: SignalKind;
  /** Bucket where it happened; `seen` is the first bucket at which the data up to there suffice. */
  readonly at: IsoDate;
  readonly seen: IsoDate;
  /** Bucket where it ended, of a passing event, and of an open dip whose next bucket is known and is none. */
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
