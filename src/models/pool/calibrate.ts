import { combined, learnShares, type ScoredOrigin } from "../combine/combination.ts";
import { learnGroupSeasons } from "../combine/group-season.ts";
import { earningMembers, memberNames, priorOf } from "../combine/members.ts";
import { drawnToLevel } from "../combine/regular.ts";
import { seasonLikeness } from "../combine/season-likeness.ts";
import { countTables } from "../intermittent/count-tables.ts";
import type { PoolPart } from "../pool-part.ts";
import { earnedShares, type HeldOutForecast, provedWay } from "./earned-shares.ts";
import { enoughErrors, errorTables } from "./error-tables.ts";
import { heldOutForecasts, olderForecasts } from "./held-out-forecasts.ts";
import { hopeful } from "./hopeful.ts";
import { learnRateShares } from "./learn-rate-shares.ts";
import { learnTrend } from "./learn-trend.ts";
import type { SolvedPart } from "./pool-sums.ts";
import { provedShares } from "./prove.ts";

/** Origins below which what was best is not asked for. */
const enoughOrigins = 40;
/** Part of a season that origins must reach ahead before a plain level can be told from it. */
const seasonToTry = 1 / 3;
/** Shares of the plain level where nothing can be learned: none, half for erratic demand. */
const unlearned: readonly number[] = [0, 0.5];

/**
 * Learns shares and errors of the combination from the kept series, at origins whose future the regressions have not
 * seen (`pastWeights`).
 */
export function calibrated(solved: SolvedPart): PoolPart {
  const part = { ...solved, rates: { ...solved.rates, shares: learnRateShares(solved) } };
  const counts = countTables(
    part.keptIntermittent.map(({ values }) => values),
    part.bucket,
    part.rates,
    part.horizon,
  );
  const seasons = learnGroupSeasons(part.kept, part.period);
  const bare: PoolPart = {
    ...part,
    shares: {},
    medianShare: 0,
    trend: 1,
    seasons,
    levelShares: [],
    errors: null,
    counts,
    mixture: null,
    means: null,
  };
  const heldOut = heldOutForecasts(bare);
  const asked = memberNames.filter(
    (name) => !earningMembers.includes(name) && heldOut.some(({ forecast }) => forecast.members.has(name)),
  );
  const left = hopeful(heldOut, asked);
  const present = asked.filter((name) => (left.get(name) ?? 1) > 0);
  const prior = priorOf(part.bucket, part.period);
  const origins: ScoredOrigin[] = heldOut.map(({ forecast, actual }) => ({
    members: forecast.members,
    actual,
    scale: forecast.scale,
  }));
  const learned = learnShares(origins, present, (name) => (left.get(name) ?? 1) * prior(name));
  const shares = earnedShares(heldOut, Object.fromEntries(present.map((name, i) => [name, learned[i]])));
  const medianShare = learnMedianShare(heldOut, shares);
  // what was best, and how far off, before a season could be seen tells nothing of today
  const alike = heldOut.filter((one) => one.alike);
  const farthest = alike.reduce((most, { actual }) => Math.max(most, actual.length), 0);
  const levelShares =
    farthest >= seasonToTry * part.period
      ? learnLevelShares(alike, shares, medianShare)
      : levelSharesUnlessSeasonal(learnLevelShares(heldOut, shares, medianShare), part);
  const level: PoolPart = { ...bare, shares, medianShare, levelShares };
  const older = olderForecasts(level);
  // of seasons the way from bucket to bucket says nothing
  const trend = part.period > 1 ? 1 : learnTrend([...heldOut, ...older], shares, medianShare);
  const learnedPart = { ...level, trend };
  const models = {
    ...learnedPart,
    errors: errorTables([...(alike.length >= enoughErrors ? alike : heldOut), ...older], learnedPart),
  };
  return { ...models, ...provedShares(models) };
}

/** Correlation of two seasons from which a panel counts as seasonal through and through. */
const fullySeasonal = 0.4;

/**
 * Shares of the plain level learned where no season could be seen: they hold as far as the last two seasons of the panel
 * show none either.
 */
function levelSharesUnlessSeasonal(
  learned: readonly number[],
  { kept, period }: Pick<PoolPart, "kept" | "period">,
): number[] {
  const likeness = seasonLikeness(
    kept.map(({ values }) => values),
    period,
  );
  const seasonal = Math.min(1, Math.max(0, likeness / fullySeasonal));
  return learned.map((share, i) => (1 - seasonal) * share + seasonal * unlearned[i]);
}

const medianSteps = [0, 0.25];

/** Way from the mean of the members to their median with the least mean absolute scaled error. */
function learnMedianShare(
  heldOut: readonly HeldOutForecast[],
  shares: Readonly<Record<string, number>>,
): number {
  if (heldOut.length < enoughOrigins) return 0;
  const losses = medianSteps.map((step) => {
    let sum = 0;
    for (const { forecast, actual } of heldOut) {
      const { mean } = combined(forecast.members, shares, forecast.horizon, step);
      for (let k = 0; k < actual.length; k++)
        sum += Math.min(10, Math.abs(actual[k] - mean[k]) / forecast.scale) / actual.length;
    }
    return sum;
  });
  return medianSteps[losses.indexOf(Math.min(...losses))];
}

const levelSteps = [0, 0.25, 0.5, 0.75, 1];
const enoughOfClass = 20;
/** Origins below which a share must be clearly better. */
const manyOfClass = 100;

/**
 * Share of the plain level with the least root mean squared scaled error at the held-out origins, by class. Of few origins
 * the smallest share is taken that cannot be told from it by one standard error, so that they do not flatten a trend. Smooth
 * demand goes to its level only as far as the origins prove: a few months that all series lived through are one experience.
 */
function learnLevelShares(
  heldOut: readonly HeldOutForecast[],
  shares: Readonly<Record<string, number>>,
  medianShare: number,
): number[] {
  const byClass = [false, true].map((erratic) =>
    heldOut.filter(({ forecast }) => forecast.erratic === erratic),
  );
  const learned: number[] = [];
  byClass.forEach((list, erratic) => {
    if (list.length < enoughOfClass) {
      learned.push(learned[0] ?? 0);
      return;
    }
    const losses = levelSteps.map((share) =>
      Float64Array.from(list, (one) => levelLoss(one, shares, medianShare, share)),
    );
    const totals = losses.map((row) => row.reduce((sum, loss) => sum + loss, 0));
    const best = totals.indexOf(Math.min(...totals));
    const chosen = list.length >= manyOfClass ? best : losses.findIndex((row) => !isWorse(row, losses[best]));
    const proved = erratic === 1 ? 1 : provedWay(list, [losses[0], losses[chosen]]);
    learned.push(proved * levelSteps[chosen]);
  });
  return learned;
}

/** Root mean squared scaled error of one origin with a share of the plain level. */
function levelLoss(
  { forecast, actual }: HeldOutForecast,
  shares: Readonly<Record<string, number>>,
  medianShare: number,
  share: number,
): number {
  const { mean } = drawnToLevel(
    combined(forecast.members, shares, forecast.horizon, medianShare),
    forecast.state,
    share,
  );
  let squares = 0;
  for (let k = 0; k < actual.length; k++) squares += (actual[k] - mean[k]) ** 2 / actual.length;
  return Math.sqrt(squares) / forecast.scale;
}

/** Whether losses exceed others by more than one standard error of the mean difference. */
function isWorse(losses: Float64Array, than: Float64Array): boolean {
  const n = losses.length;
  const differences = losses.map((loss, k) => loss - than[k]);
  const mean = differences.reduce((sum, d) => sum + d / n, 0);
  const variance = differences.reduce((sum, d) => sum + (d - mean) ** 2 / (n - 1), 0);
  return mean > Math.sqrt(variance / n);
}
