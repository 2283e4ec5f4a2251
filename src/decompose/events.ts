import { bucketEnd, bucketIndex, bucketStart } from "../calendar/bucket.ts";
import { dayOf } from "../calendar/date.ts";
import type { DemandEvent, Series } from "../series.ts";

/** Share of a bucket from which a stockout hides its demand altogether. */
const hidden = 0.5;
/** Share of a bucket from which an event bucket is no witness of normal demand. */
const disturbed = 0.2;

/** Shares of each bucket that events of a kind cover, history first, then the horizon; planned factors beside them. */
interface Cover {
  readonly share: Float64Array;
  /** Planned factor of the bucket, weighted by days; NaN where none is planned. */
  readonly planned: Float64Array;
}

function coverOf(series: Series, kinds: readonly DemandEvent["kind"][], total: number): Cover | null {
  if (series.start === undefined || series.events === undefined) return null;
  const events = series.events.filter((event) => kinds.includes(event.kind));
  if (events.length === 0) return null;
  const first = bucketIndex(dayOf(series.start), series.bucket);
  const share = new Float64Array(total);
  const factorDays = new Float64Array(total);
  const plannedDays = new Float64Array(total);
  for (const event of events) {
    const from = dayOf(event.from);
    const to = dayOf(event.to);
    if (!(to >= from)) continue;
    const low = Math.max(0, bucketIndex(from, series.bucket) - first);
    const high = Math.min(total - 1, bucketIndex(to, series.bucket) - first);
    for (let k = low; k <= high; k++) {
      const start = bucketStart(first + k, series.bucket);
      const end = bucketEnd(first + k, series.bucket);
      const days = Math.min(to, end) - Math.max(from, start) + 1;
      share[k] = Math.min(1, share[k] + days / (end - start + 1));
      if (event.factor === undefined) continue;
      factorDays[k] = factorDays[k] + event.factor * days;
      plannedDays[k] = plannedDays[k] + days;
    }
  }
  return { share, planned: factorDays.map((sum, k) => sum / plannedDays[k]) };
}

/** Mean of the nearest undisturbed values on either side, of the same season where there are such. */
function normalAt(values: Float64Array, share: Float64Array, k: number, period: number): number {
  for (const step of period > 1 ? [period, 1] : [1]) {
    let sum = 0;
    let count = 0;
    for (const side of [-step, step]) {
      for (let at = k + side, tries = 0; tries < 3; at += side, tries++) {
        const value = values[at];
        if (value === undefined || Number.isNaN(value) || share[at] >= disturbed) continue;
        sum += value;
        count++;
        break;
      }
    }
    if (count === 2 || (count > 0 && step === 1)) return sum / count;
  }
  return Number.NaN;
}

/** What events do to a series: history without them, and the factor of each bucket to come. */
export interface EventEffects {
  readonly values: Float64Array;
  readonly future: Float64Array;
}

/**
 * Takes stockouts (hidden demand becomes NaN, partly hidden demand is scaled up) and promotions or events (values are
 * divided by their uplift) out of the history. The uplift of events without a planned factor is the mean ratio to
 * normal demand of the past ones, shrunk by one pseudo-event without effect.
 * Null where no event touches the series.
 */
export function eventEffects(series: Series, horizon: number): EventEffects | null {
  const n = series.values.length;
  const stockouts = coverOf(series, ["stockout"], n + horizon);
  const events = coverOf(series, ["promotion", "event"], n + horizon);
  if (stockouts === null && events === null) return null;
  const values = series.values.slice();
  if (stockouts !== null) {
    for (let k = 0; k < n; k++) {
      const share = stockouts.share[k];
      if (share >= hidden) values[k] = Number.NaN;
      else if (share > 0) values[k] = values[k] / (1 - share);
    }
  }
  const future = new Float64Array(horizon).fill(1);
  if (events === null) return { values, future };
  const cleaned = values.slice();
  const uplift = upliftOf(values, events, series.period);
  for (let k = 0; k < n + horizon; k++) {
    const share = events.share[k];
    if (share === 0) continue;
    const planned = events.planned[k];
    const factor = Math.max(0.05, 1 + share * ((Number.isNaN(planned) ? uplift : planned) - 1));
    if (k >= n) future[k - n] = factor;
    else {
      // without a planned factor the neighbours know better than a shrunk uplift what was normal
      const normal =
        Number.isNaN(planned) && share >= disturbed
          ? normalAt(values, events.share, k, series.period)
          : Number.NaN;
      cleaned[k] = Number.isNaN(normal) ? values[k] / factor : normal;
    }
  }
  return { values: cleaned, future };
}

function upliftOf(values: Float64Array, { share }: Cover, period: number): number {
  let sum = 1;
  let count = 1;
  for (let k = 0; k < values.length; k++) {
    if (share[k] < disturbed || Number.isNaN(values[k])) continue;
    const normal = normalAt(values, share, k, period);
    if (!(normal > 0)) continue;
    sum += Math.max(0.2, Math.min(5, 1 + (values[k] / normal - 1) / share[k]));
    count++;
  }
  return sum / count;
}
