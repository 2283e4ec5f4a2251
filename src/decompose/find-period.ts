import { bridgeGaps } from "../numeric/bridge-gaps.ts";
import { meanObserved } from "../numeric/sum.ts";
import { classical } from "./classical.ts";
import { isSeasonal } from "./seasonality-test.ts";

/** Share of the detrended variance a season must explain beyond what its number of positions explains by chance. */
const least = 0.1;

/**
 * Season that the series shows: of the candidates with three full seasons whose autocorrelation is above its 95 %
 * limit, the one that explains the most of the detrended variance (adjusted for the number of positions); near-equals
 * go to the shorter one, so that a season of 4 is not taken for one of 12. 1 where none does. O(n candidates).
 *
 * @example findPeriod(Float64Array.of(1, 5, 2, 9, 1, 5, 2, 9, 1, 5, 2, 9), [2, 4]); // => 4
 */
export function findPeriod(values: Float64Array, candidates: readonly number[]): number {
  const y = bridgeGaps(values);
  const shares = [...new Set(candidates)]
    .filter((period) => Number.isInteger(period) && period >= 2)
    .sort((a, b) => a - b)
    .map((period) => ({ period, share: seasonalShare(y, period) }))
    .filter(({ share }) => share >= least);
  const best = Math.max(...shares.map(({ share }) => share));
  return shares.find(({ share }) => share >= best - 0.02)?.period ?? 1;
}

/** Adjusted share of the detrended variance that a constant season of this period explains; 0 where it fails the test. */
export function seasonalShare(y: Float64Array, period: number): number {
  if (y.length < 3 * period) return 0;
  const { trend, figure } = classical(y, period, "additive");
  const detrended = y.map((value, t) => value - trend[t]);
  const half = period >> 1;
  const inner = detrended.subarray(half, y.length - half);
  if (
    inner.length < 2 * period ||
    !isSeasonal(
      y.map((value, t) => value - lineThrough(trend, t)),
      period,
      1.96,
    )
  ) {
    return 0;
  }
  const mean = meanObserved(inner);
  let whole = 0;
  let rest = 0;
  for (let t = 0; t < inner.length; t++) {
    whole += (inner[t] - mean) ** 2;
    rest += (inner[t] - mean - figure[(t + half) % period]) ** 2;
  }
  if (!(whole > 0)) return 0;
  const freedom = inner.length - period;
  return freedom > 0 ? 1 - rest / freedom / (whole / (inner.length - 1)) : 0;
}

/** Value of the trend at t; its first and last values are carried on to the ends. */
function lineThrough(trend: Float64Array, t: number): number {
  let first = 0;
  while (first < trend.length - 1 && Number.isNaN(trend[first])) first++;
  let last = trend.length - 1;
  while (last > 0 && Number.isNaN(trend[last])) last--;
  return trend[Math.min(Math.max(t, first), last)];
}
