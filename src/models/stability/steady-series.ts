import { bucketIndex } from "../../calendar/bucket.ts";
import { dayOf } from "../../calendar/date.ts";
import type { Forecast } from "../../forecast.ts";
import type { Series } from "../../series.ts";
import type { Signal } from "../../signal.ts";
import {
  beforeChange,
  bucketsLater,
  type EarlierForecast,
  stabilisationWeight,
  stabilise,
} from "./stabilise.ts";

/** A confirmed change of level: its first bucket, and the level after over the level before. */
interface Shift {
  readonly at: number;
  readonly factor: number;
}

function lastShift({ start, bucket }: Series, signals: readonly Signal[]): Shift | undefined {
  if (start === undefined) return undefined;
  const first = bucketIndex(dayOf(start), bucket);
  return signals
    .filter(({ kind }) => kind === "level-shift")
    .map(({ at, size }) => ({ at: bucketIndex(dayOf(at), bucket) - first, factor: 1 + size }))
    .reduce<Shift | undefined>((a, b) => (a === undefined || b.at > a.at ? b : a), undefined);
}

/** True when an earlier forecast is nearer to the level before a shift than to the new forecast. */
function isAtOldLevel(forecast: Forecast, previous: EarlierForecast, later: number, factor: number): boolean {
  let [earlier, now] = [0, 0];
  forecast.demand.mean.forEach((value, k) => {
    const before = previous.mean[k + later];
    if (before === undefined) return;
    earlier += before;
    now += value;
  });
  return factor > 0 && Math.abs(earlier - now / factor) < Math.abs(earlier - now);
}

/**
 * Draws the forecast of a series towards the last run's forecast of the same buckets (`series.previous`), as far as
 * its backtest shows that this costs next to nothing, and never across a confirmed change of level. `signals` finds
 * the confirmed signals of a series and is asked only where there is an earlier forecast. Unchanged where there is none.
 */
export function steadySeries(
  series: Series,
  forecast: Forecast,
  signals: (series: Series) => readonly Signal[],
): Forecast {
  const { previous, bucket, values, period } = series;
  if (previous === undefined || forecast.start === undefined) return forecast;
  const later = bucketsLater(forecast, previous, bucket);
  const shift = lastShift(series, signals(series));
  if (shift !== undefined) {
    if (beforeChange(values.length - later, shift.at)) return forecast;
    if (isAtOldLevel(forecast, previous, later, shift.factor)) return forecast;
  }
  return stabilise(forecast, previous, bucket, stabilisationWeight(forecast.backtest ?? [], values, period));
}
