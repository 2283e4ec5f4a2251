import { type Effect, tested } from "./design.ts";
import { columnOf, type LevelFit, refit } from "./fit.ts";
import { type Observed, type Scale, unscaled } from "./observed.ts";
import { studentTail } from "./tail.ts";
import { spreadChangeP } from "./variance-change.ts";

/**
 * P of a single outlier on the scale that makes least of it: by logarithms for a high value, by shares of what was
 * expected for a low one. A scale that suits the bulk of the values overstates one of its tails: on logarithms a single
 * zero among counts of eight looks like the end of the world. Corrected for the positions tried.
 */
export function onOtherScale(fit: LevelFit, index: number, seen: Observed, scale: Scale): number {
  const { at } = fit.effects[index];
  const raw = { ...fit, rho: 0, weight: new Float64Array(fit.y.length).fill(1) };
  const { residual } = refit(raw, fit.effects);
  const without = refit(
    raw,
    fit.effects.filter((_, i) => i !== index && fit.effects[i].shape !== "spike"),
  ).residual;
  const outliers = new Set(fit.effects.filter(({ shape }) => shape === "spike").map((one) => one.at));
  const up = without[at] > 0;
  const mean = seen.values.reduce((sum, value) => sum + Math.abs(value), 0) / seen.values.length;
  const least = 0.01 * mean;
  const off = (t: number, expected: number) =>
    up
      ? Math.log(Math.max(seen.values[t], least) / Math.max(expected, least))
      : (seen.values[t] - expected) / Math.max(Math.abs(expected), least);
  let count = 0;
  let sum = 0;
  let square = 0;
  for (let t = 0; t < residual.length; t++) {
    if (outliers.has(t)) continue;
    const value = off(t, unscaled(fit.y[t] - residual[t], scale));
    count++;
    sum += value;
    square += value * value;
  }
  const center = sum / count;
  // columns that hold nothing but an outlier say nothing of the others
  const df = count - (fit.effects.length - outliers.size) - 1 - seasonSize(fit);
  const spread = Math.sqrt(Math.max(0, square - sum * center) / Math.max(1, df));
  if (df < 3 || !(spread > 0)) return 0;
  const own = off(at, unscaled(fit.y[at] - without[at], scale));
  const t = (own - center) / (spread * Math.sqrt(1 + 1 / count));
  return Math.min(1, studentTail(t, df) * residual.length);
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
