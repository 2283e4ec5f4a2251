import type { Series } from "../series.ts";
import { coverOf, disturbed, hidden, normalAt } from "./events.ts";

/** What closures do to a series: history as if there had been none, and what they leave of each bucket. */
interface ClosureEffects {
  readonly values: Float64Array;
  /** Share of its demand that each bucket keeps, history first, then those to come. */
  readonly kept: Float64Array;
}

/** Share of the demand of closed days that must be seen to fall away, and in standard errors of that, where buckets are longer than a day. */
const clear = 0.5;
const sure = 2;

/** Mean of the undisturbed values by place in the season; NaN where there is none. */
function usualByPhase(values: Float64Array, share: Float64Array, period: number): Float64Array {
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  values.forEach((value, t) => {
    if (Number.isNaN(value) || share[t] > 0) return;
    sums[t % period] += value;
    counts[t % period] += 1;
  });
  return sums.map((sum, phase) => sum / counts[phase]);
}

/**
 * Share of the demand of closed days that falls away: none of a day's that the calendar closes unless past closures tell
 * otherwise (one usual day speaks for it); of longer buckets, whose demand may wait a few days, what past closures surely
 * show, else nothing.
 */
function lostShare({ values, bucket }: Series, share: Float64Array, usual: Float64Array): number {
  let [xy, xx, noise, open, size] = [0, 0, 0, 0, 0];
  values.forEach((value, t) => {
    if (Number.isNaN(value) || Number.isNaN(usual[t])) return;
    const missing = usual[t] - value;
    if (share[t] > 0) {
      xy += share[t] * usual[t] * missing;
      xx += (share[t] * usual[t]) ** 2;
    } else {
      noise += missing * missing;
      size += usual[t];
      open++;
    }
  });
  if (open === 0) return bucket === "day" ? 1 : 0;
  const day = size / open;
  if (bucket === "day") {
    const one = day * day;
    return xx + one > 0 ? Math.min(1, Math.max(0, (xy + one) / (xx + one))) : 1;
  }
  const lost = xy / xx;
  const error = Math.sqrt(noise / open / xx);
  return lost >= clear && lost >= sure * error ? Math.min(1, lost) : 0;
}

/**
 * Takes the closures of the calendar out of a history, and says what they leave of each bucket, past and to come. Nothing is
 * made up for in neighbouring buckets. Null where no closure touches the series, none moves its demand, or none takes half of
 * a bucket that is longer than a day: what a few days cost, season and working days tell more steadily.
 * @example closureEffects({ item: "A", bucket: "day", start: "2026-01-05", period: 7, values, events }, 5)?.kept.slice(-5) // [1, 1, 0, 0, 1]
 */
export function closureEffects(series: Series, horizon: number): ClosureEffects | null {
  const { values } = series;
  const n = values.length;
  const period = Math.max(1, series.period);
  const share = coverOf(series, ["closure"], n + horizon)?.share;
  if (share === undefined || (series.bucket !== "day" && !share.some((one) => one >= hidden))) return null;
  const byPhase = usualByPhase(values, share, period);
  const usual = values.map((_, t) => {
    const near = normalAt(values, share, t, period);
    return share[t] >= disturbed && Number.isNaN(near) ? byPhase[t % period] : near;
  });
  const lost = lostShare(series, share, usual);
  if (lost === 0) return null;
  return {
    // a bucket that asks for nothing anyway has nothing to lose
    values: values.map((value, t) => {
      const gone = lost * share[t];
      return gone === 0 || usual[t] === 0 ? value : gone >= hidden ? Number.NaN : value / (1 - gone);
    }),
    kept: share.map((one) => 1 - lost * one),
  };
}
