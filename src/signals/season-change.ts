import type { Candidate } from "./candidate.ts";
import { addColumn, type Design, type Effect, freedom } from "./design.ts";
import { effectLimit, type LevelFit, lastingEffects, leaning, refit, withEffects } from "./fit.ts";
import { type SeasonForm, seasonColumns } from "./season.ts";
import { fisherTail } from "./tail.ts";

/** The same fit before more columns are added to it. */
const copied = (design: Design): Design => ({
  rho: design.rho,
  weight: design.weight,
  columns: [...design.columns],
  residual: Float64Array.from(design.residual),
  squares: design.squares,
  floor: design.floor,
});

/** Columns of the season in a form, from a position on. */
function laterSeason({ bucket, period }: LevelFit, form: SeasonForm, at: number): Float64Array[] {
  return seasonColumns(bucket, period, form).map((column) => column.fill(0, 0, at));
}

/** P value of these columns together. */
function blockTest(base: Design, columns: readonly Float64Array[]): { p: number; after: Design } {
  const after = copied(base);
  let added = 0;
  for (const column of columns) if (addColumn(after, column)) added++;
  const df = freedom(after);
  if (added === 0 || df < 4) return { p: 1, after };
  const f = ((base.squares - after.squares) / added / Math.max(after.squares, after.floor)) * df;
  return { p: fisherTail(f, added, df), after };
}

/** An account of the series: a season that changes from a bucket on, beside some of the effects found before. */
interface Account {
  readonly at: number;
  /** How the new season is described. */
  readonly form: SeasonForm;
  readonly effects: readonly Effect[];
  /** Smallest p of the places tried, and how many they were. */
  readonly least: number;
  readonly places: number;
  /** Schwarz's criterion. */
  readonly value: number;
}

const isExpected = ({ shape }: Effect) => shape === "trend" || shape === "phase";

/** Cost of the effects of an account, in columns: those that are news count for place and size. */
const costOf = (effects: readonly Effect[]): number =>
  effects.reduce((sum, effect) => sum + (isExpected(effect) ? 1 : 2), 0);

/** Schwarz's criterion of a fit with so many columns beyond the level and the season. */
const criterionOf = (design: Design, columns: number): number => {
  const n = design.residual.length;
  return n * Math.log(Math.max(design.squares, design.floor, 1e-300)) + columns * Math.log(n);
};

/** The best place of a change: after one and a half cycles, before the last .6. */
function bestPlace(fit: LevelFit, effects: readonly Effect[], form: SeasonForm): Account {
  const base = refit(fit, effects);
  const { period } = fit;
  const n = fit.bucket.length;
  const step = Math.max(1, Math.floor(period / 6), Math.ceil((n - 2.1 * period) / 8));
  let best = { at: -1, least: 1, value: Number.POSITIVE_INFINITY };
  let places = 0;
  for (let at = Math.ceil(1.5 * period); at <= n - Math.ceil(0.6 * period); at += step) {
    places++;
    const { p, after } = blockTest(base, laterSeason(fit, form, at));
    const columns = after.columns.length - base.columns.length + 1 + costOf(effects);
    if (p < best.least) best = { at, least: p, value: criterionOf(after, columns) };
  }
  return { ...best, form, effects, places };
}

/**
 * The best account with a changed season. Effects that were found without knowing of it may be its doing: it is tried
 * beside all of them, beside the lasting ones, and alone.
 */
function bestAccount(fit: LevelFit, loose: LevelFit, waves: number): Account | undefined {
  const sets = [fit.effects, lastingEffects(fit), fit.effects.filter(isExpected)];
  const different = sets.filter((set, k) => !sets.slice(0, k).some((other) => other.length === set.length));
  const accounts = different.map((effects) => bestPlace(loose, effects, waves));
  // a season of sharp months is more than its waves, where there is data enough to tell
  const sharp = fit.period <= 24 && fit.bucket.length >= 3.5 * fit.period && fit.season === "phases";
  if (sharp) {
    const promising = accounts.filter(({ least }) => least < 0.2);
    accounts.push(...promising.map(({ effects }) => bestPlace(loose, effects, "phases")));
  }
  const best = accounts.reduce((a, b) => (b.value < a.value ? b : a));
  return best.value < criterionOf(fit.design, costOf(fit.effects)) ? best : undefined;
}

/**
 * A season that is not what it was: two waves of it, or all its phases, may change at some bucket after two cycles; an
 * F test, corrected for the places and forms tried. Returns the fit that knows the new season as well.
 */
export function seasonChange(
  fit: LevelFit,
  level: number,
  tried: number,
): { candidate: Candidate; fit: LevelFit } | undefined {
  const { bucket, period } = fit;
  const n = bucket.length;
  if (period < 4 || n < 3 * period) return undefined;
  const waves = period >= 8 ? 2 : 1;
  const season: SeasonForm = fit.season === "phases" || fit.season >= waves ? fit.season : waves;
  const loose: LevelFit = { ...fit, season, rho: 0 };
  const found = bestAccount(fit, loose, waves);
  if (found === undefined || found.at < 0 || found.least > 0.005) return undefined;
  const { at, effects, form, places } = found;
  const base = refit(loose, effects);
  const extra = laterSeason(fit, form, at);
  const rho = leaning(blockTest(base, extra).after);
  const { p: single } = blockTest(refit({ ...loose, rho }, effects), extra);
  const p = Math.min(1, single * Math.max(1, places / 2) * (form === "phases" ? 2 : 1));
  if (p > 0.01) return undefined;
  const known = withEffects({ ...loose, rho, extra }, effectLimit(n));
  let moved = 0;
  for (let i = at; i < n; i++) moved += Math.abs(base.residual[i]);
  const spread = Math.sqrt(base.squares / n);
  const size = moved / (n - at) / Math.max(spread, 1e-300);
  const soonest = Math.min(n - 1 - at, Math.ceil(0.6 * period) - 1);
  const candidate: Candidate = {
    kind: "season-change",
    at: bucket[at],
    pAsOf: [...new Array(Math.max(0, soonest)).fill(1), p],
    p,
    weighted: Math.min(1, p * tried),
    direction: "up",
    size,
    quantity: level * Math.min(n - at, 12) * 0.1,
  };
  return { candidate, fit: known };
}
