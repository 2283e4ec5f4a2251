import { naiveScale } from "../../evaluate/naive-scale.ts";
import type { Series } from "../../series.ts";
import { bounded } from "../local/bounded.ts";
import { damped } from "../local/exponential-smoothing.ts";
import { theta } from "../local/theta.ts";
import { recentValues } from "../series/recent-values.ts";
import type { Gram } from "./gram.ts";
import {
  addedSums,
  type HeldOutRidge,
  type HeldOutSums,
  heldOutWriter,
  solvedRidge,
} from "./held-out-ridge.ts";
import { holdoutOf, type PanelSeries, sampledOrigins } from "./panel-series.ts";
import { forecastOf, type LocalPair, type PanelView, shortest, targetOf } from "./panel-view.ts";
import { seasonRatios } from "./season-shape.ts";
import { inputsOf, type WindowReader, windowReader } from "./window-reader.ts";

/**
 * One direct multi-horizon regression over the windows of all series of a panel: ridge regression on lags and random
 * rectified features, one set of weights for every series. `lookback` is its view (the name in saved pools).
 */
export interface PanelRegression extends HeldOutRidge {
  readonly lookback: PanelView;
}

/** What a panel adds to one of its regressions. */
export interface RegressionSums extends HeldOutSums {
  readonly lookback: PanelView;
}

/** Windows taken from one series, spread over its origins: one a year of a monthly series at least, of a long one fewer. */
const windowsFrom = (length: number, view: PanelView["view"]): number =>
  view === "local"
    ? 6
    : Math.max(14, Math.min(Math.floor(length / 12), Math.max(30, Math.floor(length / 20))));
/** A row counts by scale / naive error of its series, at most this much: quiet series are not drowned by wild ones. */
const heaviest = 10;
/** Windows per input at which the penalty of few windows equals the usual one. */
const plenty = 15;

/** Penalty of a regression: of few windows for its inputs it grows with the square of what is lacking. */
const penaltyFor =
  ({ penalty }: PanelView) =>
  ({ inputs, rows }: Gram): number =>
    penalty * (1 + ((plenty * inputs) / rows) ** 2);

/** Accumulates one view over a panel. */
export function regressionSums(
  panel: readonly PanelSeries[],
  lookback: PanelView,
  period: number,
  horizon: number,
): RegressionSums {
  const writer = heldOutWriter(inputsOf(lookback, period, horizon), horizon);
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
      writer.add(window.inputs, target, weight, t + horizon <= end);
    }
  }
  writer.flush();
  return { lookback, ...writer.sums };
}

/** Sum of the same regression of two partitions. */
export const addedRegression = (a: RegressionSums, b: RegressionSums): RegressionSums => ({
  lookback: a.lookback,
  ...addedSums(a, b),
});

/** The regression that follows from its sums; it stays silent where the panel is too small to be `usable`. */
export const solvedRegression = (sums: RegressionSums, usable: boolean): PanelRegression => ({
  lookback: sums.lookback,
  ...solvedRidge(sums, penaltyFor(sums.lookback), usable),
});

const quickTheta = theta({ season: "classical" });
const quickDamped = damped("classical");

/** Forecasts of theta and damped trend with a classical season: what the view "local" is given. Null where too short. */
function stackedPair(series: Series, values: Float64Array, horizon: number): LocalPair | null {
  if (values.length < quickDamped.needs) return null;
  const { item, bucket, period } = series;
  const known: Series = { item, bucket, period, values: recentValues(values, period) };
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
