import type { Candidate } from "../candidate.ts";
import type { Design, Effect } from "../fit/design.ts";
import { effectLimit, isNews, type LevelFit, refit, schwarz, withEffects } from "../fit/fit.ts";
import { effectiveTests } from "../fit/scan.ts";
import { fisherTail } from "../fit/tail.ts";

/** Least values before and after a change of the spread. */
const least = [12, 7] as const;

interface Split {
  readonly at: number;
  readonly early: number;
  readonly late: number;
  readonly gain: number;
}

/** The split at which one normal likelihood gains most from two spreads. */
function bestSplit(residual: Float64Array): Split | undefined {
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
function ratioTest(residual: Float64Array, columns: number, split = bestSplit(residual)) {
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

/** What a fit leaves of the values, unweighted. */
const leftOver = (design: Design): Float64Array =>
  design.residual.map((value, t) => value / design.weight[t]);

/** The fit that takes the spread to change so. */
function withSpread(fit: LevelFit, split: Split): LevelFit {
  const ratio = Math.sqrt(split.late / split.early);
  const weight = fit.weight.map((_, t) => (t < split.at ? 1 : 1 / ratio));
  return withEffects({ ...fit, weight }, effectLimit(fit.y.length));
}

/**
 * Twice the log-likelihood of where the effects of a fit lie, against places drawn evenly: outliers and shifts that
 * crowd in the wilder part are the change of spread, those found everywhere are not, and one alone is no crowd.
 */
function crowding(effects: readonly Effect[], { at, early, late }: Split, length: number): number {
  const news = effects.filter(isNews);
  if (news.length < 2) return 0;
  const wilder = news.filter((effect) => effect.at >= at === late > early).length;
  const share = (late > early ? length - at : at) / length;
  const own = wilder / news.length;
  if (!(own > share)) return 0;
  const calm = news.length - wilder;
  return 2 * (wilder * Math.log(own / share) + (calm > 0 ? calm * Math.log((1 - own) / (1 - share)) : 0));
}

/** Twice the log-likelihood gained by two spreads, below which no p-value of the run can pass. */
const promising = 14;

/**
 * A lasting change of the spread, and the fit that knows of it. It competes with the outliers and steps that could
 * explain the same stretch: the better account by Schwarz's criterion wins. Undefined where the spread holds.
 */
export function varianceChange(
  fit: LevelFit,
  level: number,
  tried: number,
): { candidate: Candidate; fit: LevelFit } | undefined {
  const n = fit.y.length;
  if (!(fit.design.squares > fit.design.floor)) return undefined;
  let best: LevelFit | undefined;
  let value = schwarz(fit);
  const expected = fit.effects.filter((effect) => !isNews(effect));
  for (const design of [fit.design, refit(fit, expected)]) {
    const split = bestSplit(leftOver(design));
    if (split === undefined || split.gain < promising || !(split.early > 0)) continue;
    const other = withSpread(fit, split);
    const own = schwarz(other) + Math.log(n);
    if (own < value + crowding(fit.effects, split, n)) {
      value = own;
      best = other;
    }
  }
  const found = best === undefined ? undefined : ratioTest(leftOver(best.design), best.design.columns.length);
  if (best === undefined || found === undefined || found.p > 0.01) return undefined;
  const { at, p, ratio } = found;
  const candidate: Candidate = {
    kind: "variance-change",
    at: fit.bucket[at],
    pAsOf: [...new Array(Math.min(5, n - 1 - at)).fill(1), p],
    p,
    weighted: Math.min(1, p * tried),
    direction: ratio > 1 ? "up" : "down",
    size: ratio - 1,
    quantity: level * Math.min(n - at, 12) * Math.min(1, Math.abs(ratio - 1)) * 0.1,
  };
  return { candidate, fit: best };
}
