import { effectiveTests } from "../fit/scan.ts";
import { fisherTail } from "../fit/tail.ts";

/** Least values before and after a change of the spread. */
const least = [12, 7] as const;

/** Two parts of a series and the mean squares of both. */
export interface Split {
  readonly at: number;
  readonly early: number;
  readonly late: number;
  readonly gain: number;
}

/** The split at which one normal likelihood gains most from two spreads. */
export function bestSplit(residual: Float64Array): Split | undefined {
  const n = residual.length;
  let total = 0;
  for (const r of residual) total += r * r;
  if (!(total > 0)) return undefined;
  let before = 0;
  let best: Split | undefined;
  for (let t = 0; t < n; t++) {
    if (t >= least[0] && n - t >= least[1]) {
      const early = before / t;
      const late = (total - before) / (n - t);
      const gain = n * Math.log(total / n) - t * Math.log(early + 1e-300) - (n - t) * Math.log(late + 1e-300);
      if (best === undefined || gain > best.gain) best = { at: t, early, late, gain };
    }
    before += residual[t] * residual[t];
  }
  return best;
}

/**
 * P of a variance ratio: Fisher's F with degrees of freedom reduced by the kurtosis within both parts (Box 1953;
 * Shorack 1969), so that heavy tails do not pass for a change; times the places tried.
 */
export function ratioTest(residual: Float64Array, columns: number, split = bestSplit(residual)) {
  const n = residual.length;
  if (split === undefined || n < least[0] + least[1]) return undefined;
  const { at, early, late, gain } = split;
  let fourth = 0;
  for (let t = 0; t < n; t++) fourth += (residual[t] ** 2 / (t < at ? early : late)) ** 2;
  const kurtosis = Math.max(3, (fourth + 10 * 3) / (n + 10));
  const share = (2 / (kurtosis - 1)) * (1 - columns / n);
  const ratio = late / early;
  const [up, down] = [share * (n - at), share * at];
  const single = 2 * Math.min(fisherTail(ratio, up, down), fisherTail(1 / ratio, down, up));
  const correlations = new Float64Array(n);
  let pairs = 0;
  for (let m = least[1]; m < n - least[0]; m++) {
    correlations[pairs++] = Math.sqrt((m * (n - m - 1)) / ((m + 1) * (n - m)));
  }
  const p = Math.min(1, single * effectiveTests(Math.sqrt(Math.max(0, gain * share)), correlations, pairs));
  return { at, p, ratio: Math.sqrt(ratio) };
}

/** The split at a bucket; undefined where a part has no spread. */
function splitAt(residual: Float64Array, at: number): Split | undefined {
  let early = 0;
  let late = 0;
  for (let t = 0; t < residual.length; t++) {
    if (t < at) early += residual[t] ** 2 / at;
    else late += residual[t] ** 2 / (residual.length - at);
  }
  if (!(early > 0) || !(late > 0)) return undefined;
  const n = residual.length;
  const total = (early * at + late * (n - at)) / n;
  return { at, early, late, gain: n * Math.log(total) - at * Math.log(early) - (n - at) * Math.log(late) };
}

/** P of a change of the spread at this bucket, by these residuals alone. */
export function spreadChangeP(residual: Float64Array, at: number, columns: number): number {
  const split = splitAt(residual, at);
  return split === undefined ? 1 : (ratioTest(residual, columns, split)?.p ?? 1);
}
