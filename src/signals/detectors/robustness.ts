import { logGamma } from "../../numeric/gamma.ts";
import { type Effect, tested } from "../fit/design.ts";
import { columnOf, type LevelFit, leaningOfFit, refit } from "../fit/fit.ts";
import { amongLeanings, leaningGrid } from "../fit/leaning.ts";
import { type Observed, type Scale, unscaled } from "../fit/observed.ts";
import { gammaTail, studentTail } from "../fit/tail.ts";
import type { Measured } from "./measured-effect.ts";
import { shareOfLogs } from "./tail-share.ts";
import { spreadChangeP } from "./variance-test.ts";

/** p above which nothing is flagged anyway. */
const flaggable = 0.05;

/** A measured effect of a fit with the p-value that holds on other scales as well. */
export function robust(fit: LevelFit, index: number, one: Measured, seen: Observed, scale: Scale): Measured {
  if (one.p > flaggable) return one;
  if (one.effect.shape === "spike") {
    const known = outlierP(fit, index, seen, scale);
    return { ...one, p: known(one.p), pAsOf: one.pAsOf.map(known) };
  }
  if (mayBeSlope(fit, index, seen)) return { ...one, p: 1, pAsOf: one.pAsOf.map(() => 1) };
  const corrected = (p: number) => Math.min(1, p * one.tests);
  const bare = atLeast(one, corrected(lastingOnPlain(fit, index, seen)));
  const least = amongLeaning(fit, index).map(corrected);
  return {
    ...atLeast(bare, amongLeanings(least, leaningOfFit(fit))),
    leaning: { p: bare.p, pAsOf: bare.pAsOf, least },
  };
}

/** p-values no smaller than `least`. */
const atLeast = <P extends Pick<Measured, "p" | "pAsOf">>(of: P, least: number): P => ({
  ...of,
  p: Math.max(of.p, least),
  pAsOf: of.pAsOf.map((p) => Math.max(p, least)),
});

/**
 * P of a low outlier by its share of what was expected. A scale that suits the bulk of the values overstates one of its
 * tails: on logarithms a single zero among counts of eight looks like the end of the world. Corrected for the positions
 * tried.
 */
function lowP(ratio: number, shares: Spread, n: number): number {
  const off = (ratio - shares.center) / shares.spread;
  return off >= 0 ? 1 : Math.min(1, studentTail(off / Math.sqrt(1 + 1 / shares.count), shares.df) * n);
}

/** Log-likelihood of ratios under a gamma distribution and under a log-normal one of their own moments. */
function likelihoods(ratios: readonly number[], shares: Spread, logs: Spread) {
  const shape = (shares.center / shares.spread) ** 2;
  const rate = shape / shares.center;
  let gamma = 0;
  let logNormal = 0;
  for (const ratio of ratios) {
    const value = Math.max(ratio, smallest);
    const z = (Math.log(value) - logs.center) / logs.spread;
    gamma += shape * Math.log(rate) + (shape - 1) * Math.log(value) - rate * value - logGamma(shape);
    logNormal -= Math.log(value * logs.spread) + 0.5 * Math.log(2 * Math.PI) + (z * z) / 2;
  }
  return { gamma, logNormal };
}

/** How much likelier a gamma tail is than logarithms before the values are looked at, in natural logarithms. */
const gammaFirst = 1;

/** Ratio to what was expected below which values are not told apart. */
const smallest = 0.01;

/**
 * P of a single outlier, `own` its p on the fit's scale: a low one counts as little as it does by its share of what was
 * expected, a high one by logarithms and by a gamma tail, each as far as it is likely by the other values.
 */
function outlierP(fit: LevelFit, index: number, seen: Observed, scale: Scale): (own: number) => number {
  const n = fit.y.length;
  const { expected, without } = expectations(fit, index, scale);
  const { at } = fit.effects[index];
  const least = smallest * meanSize(seen);
  const ratio = (t: number, base: number) => Math.max(seen.values[t], 0) / Math.max(Math.abs(base), least);
  const ratios = Float64Array.from(seen.values, (_, t) => ratio(t, expected(t)));
  const own = ratio(at, without);
  const shares = spreadOver(fit, (t) => ratios[t]);
  const log = (value: number) => Math.log(Math.max(value, smallest));
  const logs = spreadOver(fit, (t) => log(ratios[t]));
  if (shares === undefined || logs === undefined) return (p) => p;
  if (own < shares.center) return (p) => Math.max(p, lowP(own, shares, n));
  const far = (log(own) - logs.center) / logs.spread / Math.sqrt(1 + 1 / logs.count);
  const byLogs = Math.min(1, n * studentTail(far, logs.df));
  const others = [...ratios].filter((_, t) => !isOutlier(fit, t));
  const { gamma, logNormal } = likelihoods(others, shares, logs);
  const share = shareOfLogs(logNormal, gamma, gammaFirst);
  const shape = (shares.center / shares.spread) ** 2 / (1 + 2 / shares.count);
  // whole numbers stand for half a unit around them
  const half = seen.values.every(Number.isInteger) ? 0.5 : 0;
  const from = own * (1 - half / Math.max(seen.values[at], half, smallest));
  const tail = Math.min(1, n * gammaTail(shape, (shape * from) / shares.center));
  return (p) => share * Math.max(p, byLogs, tail) + (1 - share) * tail;
}

const isOutlier = ({ effects }: LevelFit, t: number): boolean =>
  effects.some(({ shape, at }) => shape === "spike" && at === t);

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

interface Spread {
  readonly center: number;
  readonly spread: number;
  readonly count: number;
  readonly df: number;
}

/** Centre and spread of a quantity over the positions that are no outliers; undefined where it has none. */
function spreadOver(fit: LevelFit, of: (t: number) => number): Spread | undefined {
  let count = 0;
  let sum = 0;
  let square = 0;
  for (let t = 0; t < fit.y.length; t++) {
    if (isOutlier(fit, t)) continue;
    const value = of(t);
    count++;
    sum += value;
    square += value * value;
  }
  const center = sum / count;
  // columns that hold nothing but an outlier say nothing of the others
  const df = count - fit.effects.filter(({ shape }) => shape !== "spike").length - 1 - seasonSize(fit);
  const spread = Math.sqrt(Math.max(0, square - sum * center) / Math.max(1, df));
  return df < 3 || !(spread > 0) ? undefined : { center, spread, count, df };
}

/** P of a lasting change at its place by the values as they are, beside the same season and effects. */
function lastingOnPlain(fit: LevelFit, index: number, seen: Observed): number {
  return besideOthers({ ...fit, y: seen.values }, index, []);
}

/**
 * P of a lasting change at its place where the errors lean on their predecessors as much as each of `leaningGrid`. The fit
 * itself takes less, so that a shift is not lost in the wandering that it makes.
 */
const amongLeaning = (fit: LevelFit, index: number): Float64Array =>
  Float64Array.from(leaningGrid, (rho) => besideOthers({ ...fit, rho: Math.max(rho, fit.rho) }, index, []));

/** P beside a slope above which a change of slope may as well be that slope: a second opinion more than a test. */
const slopeWill = 0.01;

/**
 * Whether a change of slope may as well be a steady one: beside that hardly anything of it is left, on the fit's scale or
 * by the values as they are (a straight line on one scale is bent on another).
 */
function mayBeSlope(fit: LevelFit, index: number, seen: Observed): boolean {
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
  const least = smallest * meanSize(seen);
  const shares = residual.map((left, t) => {
    const expected = unscaled(fit.y[t] - left / fit.weight[t], scale);
    return (seen.values[t] - expected) / Math.max(Math.abs(expected), least);
  });
  return spreadChangeP(shares, fit.bucket.indexOf(bucket), columns.length);
}

const seasonSize = ({ season, period, extra }: LevelFit): number =>
  (season === "phases" ? period - 1 : 2 * season) + extra.length;
