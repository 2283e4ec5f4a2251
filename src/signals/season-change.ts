import type { Candidate } from "./candidate.ts";
import { addColumn, type Design, freedom } from "./design.ts";
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

/** Waves of the season from a position on. */
function laterWaves(bucket: Int32Array, period: number, waves: number, at: number): Float64Array[] {
  return seasonColumns(bucket, period, waves).map((column) => column.fill(0, 0, at));
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

interface Place {
  readonly at: number;
  /** Smallest p of the places tried, and how many they were. */
  readonly least: number;
  readonly places: number;
  /** Squares left by the best place, and columns it took. */
  readonly squares: number;
}

/** The bucket from which on a changed season explains most: after one and a half cycles, before the last .6. */
function scanPlaces({ bucket, period }: LevelFit, base: Design, waves: number): Place {
  const n = bucket.length;
  const step = Math.max(1, Math.floor(period / 6), Math.ceil((n - 2.1 * period) / 8));
  let best: Place = { at: -1, least: 1, places: 0, squares: base.squares };
  let places = 0;
  for (let at = Math.ceil(1.5 * period); at <= n - Math.ceil(0.6 * period); at += step) {
    places++;
    const { p, after } = blockTest(base, laterWaves(bucket, period, waves, at));
    if (p < best.least) best = { at, least: p, places, squares: after.squares };
  }
  return { ...best, places };
}

/** Whether a changed season explains more than the single outliers found (Schwarz's criterion). */
function explainsMore(fit: LevelFit, place: Place, waves: number): boolean {
  const n = fit.y.length;
  const outliers = fit.effects.filter(({ shape }) => shape === "spike").length;
  const apart = n * Math.log(Math.max(fit.design.squares, fit.design.floor)) + 2 * outliers * Math.log(n);
  return n * Math.log(Math.max(place.squares, fit.design.floor)) + (2 * waves + 1) * Math.log(n) < apart;
}

/**
 * A season that is not what it was: two waves of it may change at some bucket after two cycles; an F test,
 * corrected for the places tried. Returns the fit that knows the new season as well.
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
  const found = scanPlaces(fit, refit(loose, lastingEffects(fit)), waves);
  const firm = explainsMore(fit, found, waves) ? lastingEffects(fit) : fit.effects;
  const base = refit(loose, firm);
  const { at, least, places } = scanPlaces(fit, base, waves);
  if (at < 0 || least > 0.005) return undefined;
  const extra = laterWaves(bucket, period, waves, at);
  const rho = leaning(blockTest(base, extra).after);
  const { p: single } = blockTest(refit({ ...loose, rho }, firm), extra);
  const p = Math.min(1, single * Math.max(1, places / 2));
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
