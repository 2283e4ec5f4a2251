import type { Series } from "../series.ts";
import type { Signal } from "../signal.ts";
import { type Consequences, consequences } from "./consequences.ts";

/** Buckets after a level shift from which on the earlier history is brought to the new level. */
const confirmedAfter = 3;
const largestFactor = 10;

/** An item's history as the forecast should see it. */
export interface Cleaned extends Consequences {
  readonly series: Series;
  /** True when `series` differs from what was observed. */
  readonly changed: boolean;
}

/**
 * Draws the consequences of an item's signals: single spikes and dips are not observed (never a seasonal peak, which
 * is no signal), and history before a confirmed level shift is scaled to the new level, so that season and trend are
 * still learned from all of it.
 */
export function cleaned(series: Series, signals: readonly Signal[]): Cleaned {
  const follows = consequences(series, signals);
  const { resetAt, clean } = follows;
  const length = series.values.length;
  const shift =
    resetAt !== undefined && length - resetAt >= confirmedAfter
      ? signals.find(
          (signal) => signal.kind === "level-shift" && consequences(series, [signal]).resetAt === resetAt,
        )
      : undefined;
  const factor = shift === undefined ? 1 : 1 + shift.size;
  const scales = factor > 1 / largestFactor && factor < largestFactor && factor !== 1;
  const hidden = clean.filter((k) => k >= 0 && k < length);
  if (!scales && hidden.length === 0) return { ...follows, series, changed: false };
  const values = series.values.slice();
  for (const k of hidden) values[k] = Number.NaN;
  if (scales) for (let k = 0; k < (resetAt as number); k++) values[k] = (values[k] as number) * factor;
  return { ...follows, series: { ...series, values }, changed: true };
}
