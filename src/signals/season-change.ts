import type { Candidate } from "./candidate.ts";
import { addColumn, type Design, freedom } from "./design.ts";
import { effectLimit, type LevelFit, leaning, refit, withEffects } from "./fit.ts";
import { type SeasonForm, seasonColumns } from "./season.ts";
import { fisherTail } from "./tail.ts";

/** The same fit before more columns are added to it. */
const copied = (design: Design): Design => ({
  rho: design.rho,
  columns: [...design.columns],
  residual: Float64Array.from(design.residual),
  squares: design.squares,
});

/** Waves of the season from a position on. */
function laterWaves(fit: LevelFit, waves: number, at: number): Float64Array[] {
  return seasonColumns(fit.bucket, fit.period, waves).map((column) => column.fill(0, 0, at));
}

/** P value of these columns together. */
function blockTest(base: Design, columns: readonly Float64Array[]): { p: number; after: Design } {
  const after = copied(base);
  let added = 0;
  for (const column of columns) if (addColumn(after, column)) added++;
  const df = freedom(after);
  if (added === 0 || df < 4) return { p: 1, after };
  const f = (base.squares - after.squares) / added / Math.max(after.squares / df, 1e-300);
  return { p: fisherTail(f, added, df), after };
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
  const lasting = fit.effects.filter((effect) => effect.shape !== "spike");
  const loose: LevelFit = { ...fit, season, rho: 0 };
  const base = refit(loose, lasting);
  const step = Math.max(1, Math.floor(period / 6), Math.ceil((n - 2.1 * period) / 8));
  let least = 1;
  let at = -1;
  let places = 0;
  for (let i = Math.ceil(1.5 * period); i <= n - Math.ceil(0.6 * period); i += step) {
    places++;
    const { p } = blockTest(base, laterWaves(fit, waves, i));
    if (p < least) {
      least = p;
      at = i;
    }
  }
  if (at < 0 || least > 0.005) return undefined;
  const extra = laterWaves(fit, waves, at);
  const rho = leaning(blockTest(base, extra).after);
  const { p: single } = blockTest(refit({ ...loose, rho }, lasting), extra);
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
