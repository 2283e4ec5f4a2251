import type { Design, Effect } from "../fit/design.ts";
import { effectLimit, isNews, type LevelFit, refit, schwarz, withEffects } from "../fit/fit.ts";
import { byBucket } from "./by-bucket.ts";
import type { Finding } from "./detector.ts";
import { spreadOnShares } from "./robustness.ts";
import { bestSplit, ratioTest, type Split } from "./variance-test.ts";
import { type View, withFit } from "./view.ts";

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
 * A lasting change of the spread. It competes with the outliers and steps that could explain the same stretch: the
 * better account by Schwarz's criterion wins. It has to show in shares of what was expected as well.
 */
export function varianceChange(view: View): Finding[] {
  const fit = view.fit();
  const { level } = view;
  const n = fit.y.length;
  if (!(fit.design.squares > fit.design.floor)) return [];
  const best = betterAccount(fit);
  const found = best === undefined ? undefined : ratioTest(leftOver(best.design), best.design.columns.length);
  if (best === undefined || found === undefined || found.p > 0.01) return [];
  const { at, ratio } = found;
  const shares = spreadOnShares(best, best.bucket[at], view.seen, view.scale());
  if (shares > 0.01) return [];
  const p = Math.max(found.p, shares);
  const change = wilderShare(view, at, ratio > 1);
  // a piece more or less says nothing of the spread
  if (change * level < view.step()) return [];
  return [
    {
      kind: "variance-change",
      at: fit.bucket[at],
      pAsOf: byBucket([...new Array<number>(Math.min(5, n - 1 - at)).fill(1), p], at, fit.bucket),
      p,
      direction: ratio > 1 ? "up" : "down",
      size: ratio - 1,
      change,
      quantity: level * Math.min(n - at, 12) * Math.min(1, Math.abs(ratio - 1)) * 0.1,
      rest: withFit(view, best),
    },
  ];
}

/** Spread of the steps in the wilder part against the level: at least what the noise is there. */
function wilderShare({ seen: { values }, level }: View, at: number, later: boolean): number {
  const part = later ? values.subarray(at) : values.subarray(0, at);
  let squares = 0;
  for (let t = 1; t < part.length; t++) squares += (part[t] - part[t - 1]) ** 2;
  return level > 0 && part.length > 1 ? Math.sqrt(squares / (part.length - 1) / 2) / level : 0;
}

/** The fit with a changed spread where that is a better account than the fit as it is. */
function betterAccount(fit: LevelFit): LevelFit | undefined {
  const n = fit.y.length;
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
  return best;
}
