import { naiveScale } from "../../evaluate/naive-scale.ts";
import { hashText } from "../../numeric/hash.ts";
import type { Series } from "../../series.ts";
import { bounded } from "../local/bounded.ts";
import { damped } from "../local/exponential-smoothing.ts";
import { theta } from "../local/theta.ts";
import { addedGram, emptyGram, type Gram, gramWriter } from "./gram.ts";
import { ridgeWeights } from "./gram-ridge.ts";
import { forecastOf, type LocalPair, type PanelView, shortest, targetOf } from "./panel-view.ts";
import { seasonRatios } from "./season-shape.ts";
import { inputsOf, type WindowReader, windowReader } from "./window-reader.ts";

/**
 * One direct multi-horizon regression over the windows of all series of a panel. Two sums are kept: windows whose
 * targets end before the held-out last buckets of their series, and the later ones. `pastWeights` knows only the
 * former, so that forecasts at held-out origins are honest; `weights` knows all.
 */
export interface PanelRegression {
  readonly lookback: PanelView;
  readonly past: Gram;
  readonly recent: Gram;
  readonly weights: Float64Array | null;
  readonly pastWeights: Float64Array | null;
}

/** Windows taken from one series, spread over its origins: one a year of a monthly series at least. */
const windowsFrom = (length: number, view: PanelView["view"]): number =>
  view === "local" ? 6 : Math.max(14, Math.floor(length / 12));
/** A row counts by scale / naive error of its series, at most this much: quiet series are not drowned by wild ones. */
const heaviest = 10;
/** Windows below which a regression is not trusted. */
const enough = 60;
/** Windows per input at which the penalty of few windows equals the usual one. */
const plenty = 15;

/** Penalty of a regression: of few windows for its inputs it grows with the square of what is lacking. */
const penaltyOf = (gram: Gram, { penalty }: PanelView): number =>
  penalty * (1 + ((plenty * gram.inputs) / gram.rows) ** 2);

/** Last buckets of a series that are held out for weights and errors. */
export const holdoutOf = (length: number, horizon: number): number =>
  Math.min(horizon, Math.floor(length / 4));

/** A prepared series of the panel. */
export interface PanelSeries {
  readonly series: Series;
  /** Gaps filled, events taken out. */
  readonly values: Float64Array;
  /** Buckets of the series before the first of `values`. */
  readonly offset: number;
}

/** Origins whose windows are learned from: every stride-th, shifted by a hash of item and position. */
export function sampledOrigins(item: string, first: number, last: number, most: number): number[] {
  const count = last - first + 1;
  if (count <= 0) return [];
  const stride = Math.max(1, Math.ceil(count / most));
  const origins: number[] = [];
  for (let j = 0; j * stride < count; j++) {
    const t = last - j * stride - (stride === 1 ? 0 : hashText(item, j) % stride);
    if (t >= first) origins.push(t);
  }
  return origins;
}

/** Accumulates one view over a panel. */
export function learnRegression(
  panel: readonly PanelSeries[],
  lookback: PanelView,
  period: number,
  horizon: number,
  usable: boolean,
): PanelRegression {
  const inputs = inputsOf(lookback, period, horizon);
  const past = emptyGram(inputs, horizon);
  const recent = emptyGram(inputs, horizon);
  const toPast = gramWriter(past);
  const toRecent = gramWriter(recent);
  const { window, read } = windowReader(lookback, period, horizon);
  const target = new Float64Array(horizon);
  for (const { series, values } of panel) {
    const error = naiveScale(values, period);
    if (!(error > 0)) continue;
    const ratios = seasonRatios(values, period);
    const end = values.length - holdoutOf(values.length, horizon);
    const origins = sampledOrigins(
      series.item,
      shortest(lookback, period),
      values.length - horizon,
      windowsFrom(values.length, lookback.view),
    );
    for (const t of origins) {
      const local = lookback.view === "local" ? stackedPair(series, values.subarray(0, t), horizon) : null;
      if (!read(values, ratios, t, local)) continue;
      for (let k = 0; k < horizon; k++) target[k] = targetOf(values[t + k], window, k);
      const weight = Math.min(heaviest, window.scale / error);
      (t + horizon <= end ? toPast : toRecent).add(window.inputs, target, weight);
    }
  }
  toPast.flush();
  toRecent.flush();
  return solved({ lookback, past, recent }, usable);
}

/** Solves the ridge systems of the two sums; without an answer where the panel is too small. */
export function solved(
  of: Pick<PanelRegression, "lookback" | "past" | "recent">,
  usable: boolean,
): PanelRegression {
  if (!usable) return { ...of, weights: null, pastWeights: null };
  const all = addedGram(of.past, of.recent);
  return {
    ...of,
    weights: all.rows >= enough ? ridgeWeights(all, penaltyOf(all, of.lookback)) : null,
    pastWeights: of.past.rows >= enough ? ridgeWeights(of.past, penaltyOf(of.past, of.lookback)) : null,
  };
}

/** Sum of the same regression of two partitions. */
export const addedRegression = (a: PanelRegression, b: PanelRegression, usable: boolean): PanelRegression =>
  solved(
    { lookback: a.lookback, past: addedGram(a.past, b.past), recent: addedGram(a.recent, b.recent) },
    usable,
  );

const quickTheta = theta({ season: "classical" });
const quickDamped = damped("classical");

/** Forecasts of theta and damped trend with a classical season: what the view "local" is given. Null where too short. */
export function stackedPair(series: Series, values: Float64Array, horizon: number): LocalPair | null {
  if (values.length < quickDamped.needs) return null;
  const { item, bucket, period } = series;
  const known: Series = { item, bucket, period, values };
  const pair = [quickTheta, quickDamped].map((model) => bounded(model.fit(known).mean(horizon), values));
  return [pair[0], pair[1]];
}

/**
 * Forecasts of the regressions at the end of `values`: "pooled" is the mean of the views of the history, "stacked"
 * corrects the local models. `past`: with the weights that know nothing of the held-out buckets. At most the learned
 * horizon is answered; a longer one goes on from its own forecasts.
 */
export function regressionForecasts(
  regressions: readonly PanelRegression[],
  series: Series,
  values: Float64Array,
  horizon: number,
  past: boolean,
): Map<string, Float64Array> {
  const { period } = series;
  const out = new Map<string, Float64Array>();
  const ratios = seasonRatios(values, period);
  let views = 0;
  const pooled = new Float64Array(horizon);
  for (const regression of regressions) {
    const weights = past ? regression.pastWeights : regression.weights;
    const { lookback } = regression;
    if (weights === null || values.length < shortest(lookback, period)) continue;
    const pair = lookback.view === "local" ? stackedPair(series, values, horizon) : null;
    if (lookback.view === "local" && pair === null) continue;
    const answer = regressionForecast(regression, weights, values, ratios, period, horizon, pair);
    if (answer === null) continue;
    if (lookback.view === "local") out.set("stacked", answer);
    else {
      views++;
      for (let k = 0; k < horizon; k++) pooled[k] = pooled[k] + answer[k];
    }
  }
  if (views > 0)
    out.set(
      "pooled",
      pooled.map((value) => value / views),
    );
  return out;
}

function regressionForecast(
  { lookback, past }: PanelRegression,
  weights: Float64Array,
  values: Float64Array,
  ratios: Float64Array,
  period: number,
  horizon: number,
  pair: LocalPair | null,
): Float64Array | null {
  const learned = past.targets;
  const { window, read } = readerOf(lookback, period, learned);
  const out = new Float64Array(horizon);
  let known = values;
  for (let done = 0; done < horizon; done += learned) {
    if (done > 0) {
      known = new Float64Array(values.length + done);
      known.set(values);
      known.set(out.subarray(0, done), values.length);
    }
    const local: LocalPair | null =
      pair === null ? null : [padded(pair[0], done, learned), padded(pair[1], done, learned)];
    if (!read(known, done === 0 ? ratios : seasonRatios(known, period), known.length, local)) return null;
    for (let k = 0; k < learned && done + k < horizon; k++) {
      let sum = 0;
      for (let i = 0; i < window.inputs.length; i++) sum += window.inputs[i] * weights[i * learned + k];
      out[done + k] = forecastOf(sum, window, k);
    }
  }
  return out.every(Number.isFinite) ? out : null;
}

/** `count` values from `from` on, the last one repeated where there are no more. */
function padded(values: Float64Array, from: number, count: number): Float64Array {
  const last = values.length - 1;
  return Float64Array.from({ length: count }, (_, k) => values[Math.min(last, from + k)]);
}

/** Readers hold the random weights of their view: made once for each. */
const readers = new Map<string, WindowReader>();
function readerOf(lookback: PanelView, period: number, horizon: number): WindowReader {
  const key = `${lookback.view} ${lookback.scale ?? ""} ${lookback.lags} ${lookback.hidden} ${lookback.seed} ${period} ${horizon}`;
  const found = readers.get(key);
  if (found !== undefined) return found;
  const made = windowReader(lookback, period, horizon);
  readers.set(key, made);
  return made;
}
