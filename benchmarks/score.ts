import type { SplitSeries } from "./sets.ts";

/** Mean forecasts by series id. */
export type Points = ReadonlyMap<string, ArrayLike<number>>;

/** Mean |x_t - x_(t-m)| of the training part; NaN where it is 0 or the part is too short (excluded, counted). */
export function naiveScale(x: ArrayLike<number>, m: number): number {
  let sum = 0;
  for (let t = m; t < x.length; t++) sum += Math.abs(x[t] - x[t - m]);
  return x.length > m && sum > 0 ? sum / (x.length - m) : Number.NaN;
}

/** Mean (x_t - x_(t-1))^2 of the training part; NaN where it is 0. */
export function squaredScale(x: ArrayLike<number>): number {
  let sum = 0;
  for (let t = 1; t < x.length; t++) sum += (x[t] - x[t - 1]) ** 2;
  return x.length > 1 && sum > 0 ? sum / (x.length - 1) : Number.NaN;
}

export interface PointScore {
  readonly series: number;
  /** 200 |y - f| / (|y| + |f|), mean over all points. */
  readonly smape: number;
  /** The same, mean of the means of the series. */
  readonly smapePerSeries: number;
  readonly mase: number;
  readonly rmsse: number;
  readonly mae: number;
  readonly rmse: number;
  /** 100 (sum f - sum y) / sum y: plus = too high. */
  readonly bias: number;
  /** Series without a MASE scale, left out of MASE. */
  readonly excluded: number;
}

/** Scores of point forecasts; series without a forecast are an error of the caller. */
export function scorePoints(series: readonly SplitSeries[], points: Points): PointScore {
  let steps = 0;
  let smape = 0;
  let smapeSeries = 0;
  let mase = 0;
  let maseCount = 0;
  let rmsse = 0;
  let rmsseCount = 0;
  let absolute = 0;
  let squares = 0;
  let forecastSum = 0;
  let actualSum = 0;
  for (const one of series) {
    const f = points.get(one.id);
    if (f === undefined) throw new RangeError(`no forecast of ${one.id}`);
    let own = 0;
    let abs = 0;
    let sq = 0;
    for (let k = 0; k < one.test.length; k++) {
      const y = one.test[k];
      const fk = f[k];
      const size = Math.abs(y) + Math.abs(fk);
      own += size === 0 ? 0 : (200 * Math.abs(y - fk)) / size;
      abs += Math.abs(y - fk);
      sq += (y - fk) ** 2;
      forecastSum += fk;
      actualSum += y;
    }
    const n = one.test.length;
    steps += n;
    smape += own;
    smapeSeries += own / n;
    absolute += abs;
    squares += sq;
    const scale = naiveScale(one.train, one.scalePeriod);
    if (!Number.isNaN(scale)) {
      mase += abs / n / scale;
      maseCount++;
    }
    const squared = squaredScale(one.train);
    if (!Number.isNaN(squared)) {
      rmsse += Math.sqrt(sq / n / squared);
      rmsseCount++;
    }
  }
  return {
    series: series.length,
    smape: smape / steps,
    smapePerSeries: smapeSeries / series.length,
    mase: mase / maseCount,
    rmsse: rmsse / rmsseCount,
    mae: absolute / steps,
    rmse: Math.sqrt(squares / steps),
    bias: (100 * (forecastSum - actualSum)) / actualSum,
    excluded: series.length - maseCount,
  };
}

/** Mean pinball loss over the horizon, divided by mean |x_t - x_(t-1)|, mean over series, by level. */
export function scaledPinball(
  series: readonly SplitSeries[],
  quantiles: ReadonlyMap<string, readonly ArrayLike<number>[]>,
  levels: readonly number[],
): number[] {
  const sums = levels.map(() => 0);
  let count = 0;
  for (const one of series) {
    const scale = naiveScale(one.train, 1);
    const q = quantiles.get(one.id);
    if (Number.isNaN(scale) || q === undefined) continue;
    count++;
    levels.forEach((level, i) => {
      let loss = 0;
      for (let k = 0; k < one.test.length; k++) {
        const e = one.test[k] - q[i]?.[k];
        loss += e >= 0 ? level * e : (level - 1) * e;
      }
      sums[i] = sums[i] + loss / one.test.length / scale;
    });
  }
  return sums.map((sum) => sum / count);
}

/** Mean over series of |sum over the horizon of the running forecast surplus| by the mean of the training part. */
export function meanAbsoluteStock(series: readonly SplitSeries[], points: Points): number {
  let total = 0;
  let count = 0;
  for (const one of series) {
    let mean = 0;
    for (const value of one.train) mean += value / one.train.length;
    if (!(mean > 0)) continue;
    const f = points.get(one.id) ?? [];
    let surplus = 0;
    let sum = 0;
    for (let k = 0; k < one.test.length; k++) {
      surplus += f[k] - one.test[k];
      sum += surplus;
    }
    total += Math.abs(sum / mean);
    count++;
  }
  return total / count;
}
