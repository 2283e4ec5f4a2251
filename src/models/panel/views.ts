import { clipped, type PanelView, type Past, type Window } from "./panel-view.ts";

/** One way to describe a window: what is an input beside the lags, and which forecast the regression corrects. */
interface View {
  /** Count of the inputs beside constant and lags. */
  inputs(period: number, horizon: number): number;
  /** Whether seasonal indices are read, and whether the values are divided by them. */
  readonly season?: "read" | "divided";
  /**
   * Fills lags and further inputs, base and factor of a window whose scale is the mean of the last season; false
   * where the window says nothing.
   */
  describe(past: Past, window: Window, lags: number): boolean;
}

const plain: View = {
  inputs: () => 0,
  describe: (past, window, lags) => {
    const { values, known, period } = past;
    const { base, factor, scale } = window;
    lagsOfLevel(past, window, lags);
    // weeks and hours of a long season change slowly: the last value is the better base
    const season = period > 24 ? 1 : Math.max(1, Math.min(period, known));
    for (let k = 0; k < base.length; k++) base[k] = values[known - season + (k % season)] / scale;
    factor.fill(1);
    return true;
  },
};

const season: View = {
  inputs: (period) => period,
  season: "read",
  describe: (past, window, lags) => {
    const { values, known, origin, indices, period } = past;
    const { inputs, base, scale } = window;
    const next = lagsOfLevel(past, window, lags);
    let level = 0;
    for (let k = 1; k <= period; k++) level += values[known - k] / period;
    for (let j = 0; j < period; j++) inputs[next + j] = clipped(indices[(origin + j) % period] - 1);
    for (let k = 0; k < base.length; k++) {
      const naive = values[known - period + (k % period)];
      base[k] = (0.5 * naive + 0.5 * level * indices[(origin + k) % period]) / scale;
    }
    return true;
  },
};

/** Weights of the newest value in the smoothed levels. */
const speeds = [0.15, 0.35, 0.7];

const adjusted: View = {
  inputs: () => 2 * speeds.length,
  season: "divided",
  describe: (past, window, lags) => {
    const { values, known, origin, indices, period } = past;
    const { base, factor, scale } = window;
    levelsAndSlopes(past, window, lagsOfLevel(past, window, lags));
    const last = (back: number) => values[Math.max(0, known - back)];
    const level = (0.5 * last(1) + 0.3 * last(2) + 0.2 * last(3)) / scale;
    for (let k = 0; k < base.length; k++) {
      base[k] = level;
      factor[k] = period < 2 ? 1 : indices[(origin + k) % period];
    }
    return true;
  },
};

/** Levels and fading slopes, smoothed at several speeds, as inputs from `next` on. */
function levelsAndSlopes({ values, known, period }: Past, { inputs, scale }: Window, next: number): void {
  const span = Math.min(known, period < 2 ? 3 : period);
  speeds.forEach((alpha, i) => {
    let level = 0;
    let slope = 0;
    for (let k = 0; k < span; k++) level += values[k] / span;
    for (let k = 0; k < known; k++) {
      const expected = level + 0.9 * slope;
      const error = values[k] - expected;
      level = expected + alpha * error;
      slope = 0.9 * slope + 0.3 * alpha * alpha * error;
    }
    inputs[next + 2 * i] = clipped(level / scale - 1);
    inputs[next + 2 * i + 1] = Math.max(-1, Math.min(1, (10 * slope) / scale));
  });
}

const local: View = {
  inputs: (_, horizon) => 2 * horizon,
  describe: (past, window, lags) => {
    if (past.local === null) return false;
    const [first, second] = past.local;
    const { inputs, base, scale } = window;
    const next = lagsOfLevel(past, window, lags);
    for (let k = 0; k < base.length; k++) {
      const a = first[k] / scale;
      const b = second[k] / scale;
      inputs[next + k] = clipped(a - 1);
      inputs[next + base.length + k] = clipped(b - 1);
      base[k] = (a + b) / 2;
    }
    return true;
  },
};

/** As local, but values and forecasts are distances from the mean of the last season, in usual changes. */
const change: View = {
  inputs: local.inputs,
  describe: (past, window, lags) => {
    const { values, known, period } = past;
    const usual = usualChange(past);
    if (past.local === null || !(usual > 1e-3 * window.scale)) return false;
    const [first, second] = past.local;
    const { inputs, base } = window;
    const scale = 3 * usual;
    window.scale = scale;
    const span = Math.max(1, Math.min(known, period));
    let centre = 0;
    for (let k = 1; k <= span; k++) centre += values[known - k] / span;
    for (let k = 0; k < lags; k++) inputs[1 + k] = clipped((lag(past, lags, k) - centre) / scale);
    const next = 1 + lags;
    for (let k = 0; k < base.length; k++) {
      inputs[next + k] = clipped((first[k] - centre) / scale);
      inputs[next + base.length + k] = clipped((second[k] - centre) / scale);
      base[k] = (first[k] + second[k]) / 2 / scale;
    }
    return true;
  },
};

/** Mean change from season to season (from value to value in a short history) over the last seasons. */
function usualChange({ values, known, period }: Past): number {
  const apart = known > 2 * period ? Math.max(1, period) : 1;
  const span = Math.min(known - apart, Math.max(12, 2 * period));
  let usual = 0;
  for (let k = 1; k <= span; k++) usual += Math.abs(values[known - k] - values[known - k - apart]) / span;
  return usual;
}

/** Value of lag k of `lags`, oldest first; the oldest known one where the history is shorter. */
const lag = ({ values, known }: Past, lags: number, k: number): number =>
  values[Math.max(0, known - lags + k)];

/** Fills the lags as shares of the level; returns the place of the next input. */
function lagsOfLevel(past: Past, { inputs, scale }: Window, lags: number): number {
  for (let k = 0; k < lags; k++) inputs[1 + k] = clipped(lag(past, lags, k) / scale - 1);
  return 1 + lags;
}

const views = { plain, season, adjusted, local, change } satisfies Record<string, View>;

/** How a view of the panel describes its windows. */
export const viewOf = ({ view, scale }: PanelView): View => views[scale ?? view];
