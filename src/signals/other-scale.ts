import { type Effect, tested } from "./design.ts";
import { columnOf, type LevelFit, refit } from "./fit.ts";
import { type Observed, type Scale, unscaled } from "./observed.ts";
import { gammaTail, studentTail } from "./tail.ts";
import { spreadChangeP } from "./variance-change.ts";

/**
 * P of a single outlier on the scales that make least of it: a low value by its share of what was expected, a high one by
 * a gamma tail of the same spread and, as far as logarithms are likely (`logarithms`, 0 to 1), by those. A scale that suits
 * the bulk of the values overstates one of its tails: on logarithms a single zero among counts of eight looks like the
 * end of the world. Corrected for the positions tried.
 */
export function onOtherScales(
  fit: LevelFit,
  index: number,
  seen: Observed,
  scale: Scale,
  logarithms: number,
): number {
  const n = fit.y.length;
  const { expected, without } = expectations(fit, index, scale);
  const { at } = fit.effects[index];
  const least = 0.01 * meanSize(seen);
  const ratio = (t: number, base: number) => Math.max(seen.values[t], 0) / Math.max(Math.abs(base), least);
  const own = ratio(at, without);
  const shares = spreadOf(fit, (t) => ratio(t, expected(t)));
  if (shares === undefined) return 0;
  const off = (own - shares.center) / shares.spread;
  if (off < 0) return Math.min(1, studentTail(off / Math.sqrt(1 + 1 / shares.count), shares.df) * n);
  const shape = (shares.center / shares.spread) ** 2;
  const tail = gammaTail(shape, (shape * own) / Math.max(shares.center, 1e-12));
  const log = (value: number) => Math.log(Math.max(value, 0.01));
  const logs = spreadOf(fit, (t) => log(ratio(t, expected(t))));
  const far = logs === undefined ? 0 : (log(own) - logs.center) / logs.spread / Math.sqrt(1 + 1 / logs.count);
  const byLogs = logs === undefined ? 0 : studentTail(far, logs.df);
  return Math.min(1, n * Math.max(tail, Math.min(1, logarithms) * byLogs));
}

/** What a fit expects at each position, and at an outlier without it. */
function expectations(fit: LevelFit, index: number, scale: Scale) {
  const raw = { ...fit, rho: 0, weight: new Float64Array(fit.y.length).fill(1) };
  const { residual } = refit(raw, fit.effects);
  const others = fit.effects.filter(({ shape }, i) => i !== index && shape !== "spike");
  const { at } = fit.effects[index];
  return {
    expected: (t: number) => unscaled(fit.y[t] - residual[t], scale),
    without: unscaled(fit.y[at] - refit(raw, others).residual[at], scale),
  };
}

const meanSize = ({ values }: Observed): number =>
  values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length;

/** Centre and spread of a quantity over the positions that are no outliers; undefined where it has none. */
function spreadOf(fit: LevelFit, of: (t: number) => number) {
  const outliers = new Set(fit.effects.filter(({ shape }) => shape === "spike").map(({ at }) => at));
  let count = 0;
  let sum = 0;
  let square = 0;
  for (let t = 0; t < fit.y.length; t++) {
    if (outliers.has(t)) continue;
    const value = of(t);
    count++;
    sum += value;
    square += value * value;
  }
  const center = sum / count;
  // columns that hold nothing but an outlier say nothing of the others
  const df = count - (fit.effects.length - outliers.size) - 1 - seasonSize(fit);
  const spread = Math.sqrt(Math.max(0, square - sum * center) / Math.max(1, df));
  return df < 3 || !(spread > 0) ? undefined : { center, spread, count, df };
}

/** P of a lasting change at its place by the values as they are, beside the same season and effects. */
export function lastingOnPlain(fit: LevelFit, index: number, seen: Observed): number {
  return besideOthers({ ...fit, y: seen.values }, index, []);
}

/** P beside a slope above which a change of slope may as well be that slope: a second opinion more than a test. */
const slopeWill = 0.01;

/**
 * Whether a change of slope may as well be a steady one: beside that hardly anything of it is left, on the fit's scale or
 * by the values as they are (a straight line on one scale is bent on another).
 */
export function mayBeSlope(fit: LevelFit, index: number, seen: Observed): boolean {
  const { effects } = fit;
  if (effects[index].shape !== "hinge" || effects.some(({ shape }) => shape === "trend")) return false;
  const slope: Effect[] = [{ shape: "trend", at: 0 }];
  return [fit, { ...fit, y: seen.values }].some((one) => besideOthers(one, index, slope) > slopeWill);
}

function besideOthers(fit: LevelFit, index: number, more: readonly Effect[]): number {
  const others = fit.effects.filter((_, i) => i !== index);
  const { t, df } = tested(refit(fit, [...others, ...more]), columnOf(fit, fit.effects[index]));
  return studentTail(t, df);
}

/**
 * P of a change of the spread by the shares that the values are off from what was expected. On logarithms a few small
 * counts alone make the noise look wilder.
 */
export function spreadOnShares(fit: LevelFit, bucket: number, seen: Observed, scale: Scale): number {
  const { residual, columns } = refit({ ...fit, rho: 0 }, fit.effects);
  const mean = seen.values.reduce((sum, value) => sum + Math.abs(value), 0) / seen.values.length;
  const shares = residual.map((left, t) => {
    const expected = unscaled(fit.y[t] - left / fit.weight[t], scale);
    return (seen.values[t] - expected) / Math.max(Math.abs(expected), 0.01 * mean);
  });
  return spreadChangeP(shares, fit.bucket.indexOf(bucket), columns.length);
}

const seasonSize = ({ season, period, extra }: LevelFit): number =>
  (season === "phases" ? period - 1 : 2 * season) + extra.length;
