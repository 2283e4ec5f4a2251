import type { SplitSeries } from "../sets.ts";

/** One-step forecasts of the past (NaN where there is none) and the forecast of what comes. */
interface Path {
  readonly fitted: Float64Array;
  readonly ahead: (step: number) => number;
}

const order = 5;
/** Buckets before errors count. */
const skip = 5;
/** Weight of an error one bucket older. */
const weightOfOlder = 0.95;
const fading = 0.8;
const mostZeros = 0.33;
const grid = [0.03, 0.1, 0.2, 0.4, 0.7, 1];

/** Weighted symmetric percentage error of the one-step forecasts of the past: what the method is chosen by. */
function weightedError(y: Float64Array, fitted: Float64Array): number {
  let sum = 0;
  let weights = 0;
  let weight = 1;
  for (let t = y.length - 1; t >= Math.min(skip, y.length - 1); t--, weight *= weightOfOlder) {
    const size = Math.abs(y[t]) + Math.abs(fitted[t]);
    if (!Number.isFinite(size)) continue;
    weights += weight;
    if (size > 0) sum += (weight * Math.abs(y[t] - fitted[t])) / size;
  }
  return weights > 0 ? sum / weights : Number.POSITIVE_INFINITY;
}

function movingAverage(y: Float64Array): Path {
  const meanBefore = (t: number) => {
    const span = Math.min(order, t);
    return y.subarray(t - span, t).reduce((sum, value) => sum + value / span, 0);
  };
  return {
    fitted: y.map((_, t) => (t === 0 ? Number.NaN : meanBefore(t))),
    ahead: () => meanBefore(y.length),
  };
}

function smoothing(y: Float64Array, alpha: number, gamma: number): Path {
  const fitted = new Float64Array(y.length).fill(Number.NaN);
  let level = y[0];
  let slope = gamma > 0 && y.length > 1 ? y[1] - level : 0;
  for (let t = 1; t < y.length; t++) {
    const expected = level + slope;
    fitted[t] = expected;
    const next = expected + alpha * (y[t] - expected);
    slope += gamma * (next - level - slope);
    level = next;
  }
  return {
    fitted,
    ahead: (step) => level + (slope * fading * (1 - fading ** step)) / (1 - fading),
  };
}

/** Multiplicative Holt-Winters with season indices from the first two cycles. */
function seasonal(y: Float64Array, m: number, alpha: number, beta: number, gamma: number): Path {
  const cycle = (c: number) => y.subarray(c * m, (c + 1) * m).reduce((sum, value) => sum + value / m, 0);
  const [first, second] = [cycle(0), cycle(1)];
  const index = Float64Array.from({ length: m }, (_, k) => {
    const ratios = [first > 0 ? y[k] / first : 1, second > 0 ? y[m + k] / second : 1];
    return (ratios[0] + ratios[1]) / 2;
  });
  const fitted = new Float64Array(y.length).fill(Number.NaN);
  let level = first;
  let slope = (second - first) / m;
  for (let t = 0; t < y.length; t++) {
    const season = Math.max(1e-3, index[t % m]);
    const expected = level + slope;
    fitted[t] = expected * season;
    const next = expected + alpha * (y[t] / season - expected);
    slope += beta * (next - level - slope);
    level = next;
    if (level > 0) index[t % m] = season + gamma * (y[t] / level - season);
  }
  return {
    fitted,
    ahead: (step) =>
      (level + (slope * fading * (1 - fading ** step)) / (1 - fading)) * index[(y.length + step - 1) % m],
  };
}

function croston(y: Float64Array, alpha: number): Path {
  const fitted = new Float64Array(y.length).fill(Number.NaN);
  let size = 0;
  let interval = 1;
  let since = 1;
  for (let t = 0; t < y.length; t++) {
    fitted[t] = size / interval;
    if (y[t] > 0) {
      size = size === 0 ? y[t] : size + alpha * (y[t] - size);
      interval += alpha * (since - interval);
      since = 1;
    } else since++;
  }
  return { fitted, ahead: () => size / interval };
}

/** Correlation of a series with itself one season ago. */
function autocorrelation(y: Float64Array, lag: number): number {
  const mean = y.reduce((sum, value) => sum + value / y.length, 0);
  let own = 0;
  let lagged = 0;
  for (let t = 0; t < y.length; t++) {
    own += (y[t] - mean) ** 2;
    if (t >= lag) lagged += (y[t] - mean) * (y[t - lag] - mean);
  }
  return own > 0 ? lagged / own : 0;
}

/** Length of the season between 2 and 14 buckets with the highest autocorrelation of .5 or more; 0 none. */
function seasonOf(y: Float64Array): number {
  let best = 0;
  let highest = 0.5;
  for (let m = 2; m <= 14 && 2 * m + skip <= y.length; m++) {
    const here = autocorrelation(y, m);
    const peak = here >= autocorrelation(y, m - 1) && here >= autocorrelation(y, m + 1);
    if (peak && here > highest) {
      highest = here;
      best = m;
    }
  }
  return best;
}

/**
 * frePPLe's choice among five methods: moving average of 5, single and double exponential smoothing, Holt-Winters where
 * a season is found, Croston where a third of the buckets is empty; the one with the least weighted one-step
 * percentage error of the past is taken. Re-implemented from its documentation (parameters.rst, demand forecasting);
 * parameters come from a grid instead of its own search, the trend fades by .8 a bucket.
 */
export function frepple({ train: y, horizon }: SplitSeries): Float64Array {
  if (y.length < 2) return new Float64Array(horizon).fill(y[0] ?? 0);
  const zeros = y.filter((value) => value === 0).length / y.length;
  const paths: Path[] = [movingAverage(y)];
  if (zeros > mostZeros) for (const alpha of grid) paths.push(croston(y, alpha));
  else {
    for (const alpha of grid) for (const gamma of [0, 0.05, 0.2, 0.5]) paths.push(smoothing(y, alpha, gamma));
    const m = seasonOf(y);
    if (m > 0 && y.every((value) => value >= 0))
      for (const alpha of [0.05, 0.2, 0.5])
        for (const beta of [0.05, 0.2])
          for (const gamma of [0.05, 0.3]) paths.push(seasonal(y, m, alpha, beta, gamma));
  }
  const errors = paths.map(({ fitted }) => weightedError(y, fitted));
  const chosen = paths[errors.indexOf(Math.min(...errors))];
  return Float64Array.from({ length: horizon }, (_, k) => {
    const value = chosen.ahead(k + 1);
    return y.every((one) => one >= 0) ? Math.max(0, value) : value;
  });
}
