import { random } from "../../numeric/random.ts";
import { seasonIndices } from "./season-shape.ts";

/** How one of the pooled regressions sees a window that ends before an origin. */
export interface Lookback {
  /** Last values of the series that are inputs, divided by the mean of the last season (see `scale`). */
  readonly lags: number;
  /** Random rectified combinations of the inputs that are inputs as well. */
  readonly hidden: number;
  readonly seed: number;
  readonly penalty: number;
  /**
   * plain: lags as they are. season: seasonal indices are inputs and make half of the base. adjusted: lags are
   * divided by the indices, levels smoothed at three speeds are inputs. local: forecasts of the local models are
   * inputs, their mean is the base.
   */
  readonly view: "plain" | "season" | "adjusted" | "local";
  /** View local in units of the usual change from season to season instead of the level. */
  readonly scale?: "change";
}

/** Scaled inputs and targets are cut at this many means of the last season. */
const limit = 3;
const clipped = (value: number): number => (value > limit ? limit : value < -limit ? -limit : value);

/** Values that the smoothed levels look back at. */
const memory = 60;
const speeds = [0.15, 0.35, 0.7];

/** Inputs, base forecast and scale of a window. */
export interface Window {
  readonly inputs: Float64Array;
  /** Forecast that the regression corrects, in units of `scale` times the season's factor. */
  readonly base: Float64Array;
  /** Factor of each target that is taken out before and put back after. */
  readonly factor: Float64Array;
  scale: number;
}

export const inputsOf = (of: Lookback, period: number, horizon: number): number =>
  1 + linearInputs(of, period, horizon) + of.hidden;

const linearInputs = (of: Lookback, period: number, horizon: number): number =>
  of.lags +
  (of.view === "season" ? period : 0) +
  (of.view === "adjusted" ? 2 * speeds.length : 0) +
  (of.view === "local" ? 2 * horizon : 0);

/** Values a series must have before an origin of this view. */
export const shortest = (of: Lookback, period: number): number =>
  period < 2
    ? Math.min(of.lags, 6)
    : of.view === "plain"
      ? Math.max(of.lags, period)
      : Math.max(2 * period, Math.min(of.lags, 3 * period));

/**
 * Turns windows of one lookback into inputs. `read` looks at values before `t` only; it returns false where the
 * window is all zero and nothing can be scaled.
 */
export function windowReader(of: Lookback, period: number, horizon: number) {
  const linear = linearInputs(of, period, horizon);
  const { normal } = random(of.seed);
  const gain = 3 / Math.sqrt(linear);
  const mixing = new Float64Array(of.hidden * linear).map(() => normal() * gain);
  const offsets = new Float64Array(of.hidden).map(() => normal() * 0.7);
  const indices = new Float64Array(Math.max(1, period));
  const adjusted = new Float64Array(Math.max(of.lags, memory));
  const window: Window = {
    inputs: new Float64Array(1 + linear + of.hidden),
    base: new Float64Array(horizon),
    factor: new Float64Array(horizon).fill(1),
    scale: 0,
  };

  function read(
    y: Float64Array,
    ratios: Float64Array,
    t: number,
    local: readonly [Float64Array, Float64Array] | null,
  ): boolean {
    const { inputs, base, factor } = window;
    const known = Math.min(t, adjusted.length);
    const from = t - known;
    const seasonal = of.view === "season" || of.view === "adjusted";
    if (seasonal) seasonIndices(ratios, period, t, indices);
    for (let k = 0; k < known; k++) {
      adjusted[k] = of.view === "adjusted" ? y[from + k] / indices[(from + k) % indices.length] : y[from + k];
    }
    const span = Math.min(known, period < 2 ? 3 : period);
    let scale = 0;
    for (let k = 1; k <= span; k++) scale += Math.abs(adjusted[known - k]);
    scale /= span;
    window.scale = scale;
    if (!(scale > 0)) return false;
    inputs[0] = 1;
    if (of.scale === "change" && local !== null) return localByChange(known, local);
    for (let k = 0; k < of.lags; k++) {
      const at = known - of.lags + k;
      inputs[1 + k] = clipped(adjusted[at < 0 ? 0 : at] / scale - 1);
    }
    const next = 1 + of.lags;
    if (of.view === "season") seasonBase(t, known, next);
    else if (of.view === "adjusted") adjustedBase(t, known, next);
    else if (of.view === "local" && local !== null) localBase(local, next);
    else {
      // weeks and hours of a long season change slowly: the last value is the better base
      const season = period > 24 ? 1 : Math.max(1, Math.min(period, known));
      for (let k = 0; k < horizon; k++) base[k] = adjusted[known - season + (k % season)] / scale;
      factor.fill(1);
    }
    hiddenInputs();
    return true;
  }

  function seasonBase(t: number, known: number, next: number): void {
    const { inputs, base, scale } = window;
    let level = 0;
    for (let k = 1; k <= period; k++) level += adjusted[known - k] / period;
    for (let j = 0; j < period; j++) inputs[next + j] = clipped(indices[(t + j) % period] - 1);
    for (let k = 0; k < horizon; k++) {
      const naive = adjusted[known - period + (k % period)];
      base[k] = (0.5 * naive + 0.5 * level * indices[(t + k) % period]) / scale;
    }
  }

  function adjustedBase(t: number, known: number, next: number): void {
    const { inputs, base, factor, scale } = window;
    const span = Math.min(known, period < 2 ? 3 : period);
    speeds.forEach((alpha, i) => {
      let level = 0;
      let slope = 0;
      for (let k = 0; k < span; k++) level += adjusted[k] / span;
      for (let k = 0; k < known; k++) {
        const expected = level + 0.9 * slope;
        const error = adjusted[k] - expected;
        level = expected + alpha * error;
        slope = 0.9 * slope + 0.3 * alpha * alpha * error;
      }
      inputs[next + 2 * i] = clipped(level / scale - 1);
      inputs[next + 2 * i + 1] = Math.max(-1, Math.min(1, (10 * slope) / scale));
    });
    const last = (back: number) => adjusted[Math.max(0, known - back)];
    const level = (0.5 * last(1) + 0.3 * last(2) + 0.2 * last(3)) / scale;
    for (let k = 0; k < horizon; k++) {
      base[k] = level;
      factor[k] = period < 2 ? 1 : indices[(t + k) % period];
    }
  }

  function localBase(local: readonly [Float64Array, Float64Array], next: number): void {
    const { inputs, base, scale } = window;
    for (let k = 0; k < horizon; k++) {
      const a = local[0][k] / scale;
      const b = local[1][k] / scale;
      inputs[next + k] = clipped(a - 1);
      inputs[next + horizon + k] = clipped(b - 1);
      base[k] = (a + b) / 2;
    }
  }

  /** Values and local forecasts as distances from the mean of the last season, in usual changes. */
  function localByChange(known: number, local: readonly [Float64Array, Float64Array]): boolean {
    const { inputs, base } = window;
    const lag = known > 2 * period ? Math.max(1, period) : 1;
    const span = Math.min(known - lag, Math.max(12, 2 * period));
    let change = 0;
    for (let k = 1; k <= span; k++)
      change += Math.abs(adjusted[known - k] - adjusted[known - k - lag]) / span;
    if (!(change > 1e-3 * window.scale)) return false;
    const scale = 3 * change;
    window.scale = scale;
    const season = Math.max(1, Math.min(known, period));
    let centre = 0;
    for (let k = 1; k <= season; k++) centre += adjusted[known - k] / season;
    for (let k = 0; k < of.lags; k++) {
      const at = known - of.lags + k;
      inputs[1 + k] = clipped((adjusted[at < 0 ? 0 : at] - centre) / scale);
    }
    const next = 1 + of.lags;
    for (let k = 0; k < horizon; k++) {
      inputs[next + k] = clipped((local[0][k] - centre) / scale);
      inputs[next + horizon + k] = clipped((local[1][k] - centre) / scale);
      base[k] = (local[0][k] + local[1][k]) / 2 / scale;
    }
    hiddenInputs();
    return true;
  }

  function hiddenInputs(): void {
    const { inputs } = window;
    for (let f = 0; f < of.hidden; f++) {
      let sum = offsets[f];
      const row = f * linear;
      for (let k = 0; k < linear; k++) sum += mixing[row + k] * inputs[1 + k];
      inputs[1 + linear + f] = sum > 0 ? sum : 0;
    }
  }

  return { window, read };
}

/** Scaled target of one step: what the regression learns. */
export const targetOf = (value: number, window: Window, step: number): number =>
  clipped(value / (window.factor[step] * window.scale) - window.base[step]);

/** Forecast of one step from the regression's answer. */
export const answerOf = (correction: number, window: Window, step: number): number =>
  window.scale * window.factor[step] * (window.base[step] + correction);
