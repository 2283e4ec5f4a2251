import { bucketIndex } from "../../calendar/bucket.ts";
import { dayOf } from "../../calendar/date.ts";
import type { IsoDate } from "../../order.ts";
import type { Series } from "../../series.ts";
import { kindRules, type Signal } from "../../signal.ts";

/** What the plan does about an item's signals. */
export interface Consequences {
  /** First bucket of the level that holds now: forecasts look back no further, stabilisation starts anew there. */
  readonly resetAt?: number;
  /** First bucket of the season that holds now. */
  readonly seasonFrom?: number;
  /** Buckets that must not shape the forecast: spikes, dips, events that passed and single lines in a wrong unit. */
  readonly clean: readonly number[];
  /** Demand has ended: nothing is ordered. */
  readonly stopOrders: boolean;
  /** A suspected change of unit: the item waits for an answer. */
  readonly block: boolean;
}

/** Index of a date's bucket in a series; NaN where the series has no dates. */
function indexOf(series: Pick<Series, "bucket" | "start">, date: IsoDate): number {
  if (series.start === undefined) return Number(date);
  return bucketIndex(dayOf(date), series.bucket) - bucketIndex(dayOf(series.start), series.bucket);
}

/**
 * Buckets of the series from the beginning of an event to its end; none where it is not known to be over: the forecast
 * looks at the end of a history by itself.
 */
function spanOf(series: Series, { at, until = at }: Signal): number[] {
  const from = Math.max(0, indexOf(series, at));
  const to = indexOf(series, until);
  if (to >= series.values.length - 1) return [];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k);
}

/**
 * What follows from the signals of an item (a unit change that the buyer has confirmed as right, or a signal that
 * was closed, is left out by the caller).
 * @example consequences(series, []) // { clean: [], stopOrders: false, block: false }
 */
export function consequences(series: Series, signals: readonly Signal[]): Consequences {
  const at = (rule: "single" | "resets" | "renewsSeason") =>
    signals
      .filter(({ kind }) => kindRules[kind][rule])
      .map((signal) => indexOf(series, signal.at))
      .filter((index) => index >= 0 && index < series.values.length);
  const shifts = at("resets");
  const seasons = at("renewsSeason");
  const spans = signals
    .filter(({ kind }) => kindRules[kind].spans)
    .flatMap((signal) => spanOf(series, signal));
  return {
    ...(shifts.length > 0 ? { resetAt: Math.max(...shifts) } : {}),
    ...(seasons.length > 0 ? { seasonFrom: Math.max(...seasons) } : {}),
    clean: [...new Set([...at("single"), ...spans])].sort((a, b) => a - b),
    stopOrders: signals.some(({ kind }) => kindRules[kind].stopsOrders),
    block: signals.some((signal) => signal.kind === "unit-change" && signal.state === "open"),
  };
}
