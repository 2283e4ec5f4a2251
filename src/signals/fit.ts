import { addColumn, type Design, designOf, type Effect, effectColumn, freedom, tested } from "./design.ts";
import { type Found, scan } from "./scan.ts";
import { type SeasonForm, seasonColumns, seasonForms } from "./season.ts";
import { studentTail } from "./tail.ts";

/** A level, a season, the effects that stand out, and errors that may lean on their predecessors. */
export interface LevelFit {
  readonly y: Float64Array;
  readonly bucket: Int32Array;
  readonly period: number;
  readonly season: SeasonForm;
  readonly rho: number;
  /** Inverse spread of each value, up to a common factor. */
  readonly weight: Float64Array;
  readonly effects: readonly Effect[];
  /** Columns of a season that changed. */
  readonly extra: readonly Float64Array[];
  readonly design: Design;
}

/** An effect enters a fit below this p-value (corrected for the positions tried). */
const entry = 0.03;

const ones = (n: number) => new Float64Array(n).fill(1);

/** Columns that are in every fit: the level and the season. */
function baseColumns(fit: LevelFit): Float64Array[] {
  return [ones(fit.y.length), ...seasonColumns(fit.bucket, fit.period, fit.season), ...fit.extra];
}

/** A fit on the same values with other effects. */
export function refit(fit: LevelFit, effects: readonly Effect[]): Design {
  const n = fit.y.length;
  const columns = [...baseColumns(fit), ...effects.map((effect) => effectColumn(effect, n))];
  return designOf(fit.y, columns, fit.rho, fit.weight);
}

/** Akaike's criterion corrected for short series; an effect counts twice, for its place and its size. */
function criterion(design: Design, effects: number): number {
  const n = design.residual.length;
  const k = design.columns.length + effects + 1;
  return n - k - 1 > 0
    ? n * Math.log(Math.max(design.squares, 1e-300) / n) + 2 * k + (2 * k * (k + 1)) / (n - k - 1)
    : Number.POSITIVE_INFINITY;
}

/** Effects of a fit that are no single outliers. */
export const lastingEffects = ({ effects }: LevelFit): Effect[] =>
  effects.filter(({ shape }) => shape !== "spike");

/** Adds effects one by one while they stand out, then drops those that the later ones made needless. */
export function withEffects(fit: LevelFit, limit: number): LevelFit {
  const n = fit.y.length;
  const design = refit(fit, []);
  let effects: Effect[] = [];
  while (effects.length < limit) {
    const found: Found[] = scan(design);
    if (!effects.some((e) => e.shape === "trend")) {
      const { t, df } = tested(design, effectColumn({ shape: "trend", at: 0 }, n));
      // on equal terms with a step: the better of the two explanations wins
      const tests = found.find(({ shape }) => shape === "step")?.tests ?? 1;
      found.push({ shape: "trend", at: 0, p: Math.min(1, studentTail(t, df) * tests), tests });
    }
    const best = found.reduce<Found | undefined>((a, b) => (a === undefined || b.p < a.p ? b : a), undefined);
    if (best === undefined || !(best.p < entry)) break;
    if (!addColumn(design, effectColumn(best, n))) break;
    effects.push({ shape: best.shape, at: best.at });
  }
  for (;;) {
    const tests = effects.map((effect, i) => {
      const others = refit(
        fit,
        effects.filter((_, j) => j !== i),
      );
      const { t, df } = tested(others, effectColumn(effect, n));
      return studentTail(t, df);
    });
    const worst = tests.reduce((at, p, i) => (p > tests[at] ? i : at), 0);
    if (effects.length === 0 || tests[worst] < entry / 3) break;
    effects = effects.filter((_, i) => i !== worst);
  }
  return { ...fit, effects, design: refit(fit, effects) };
}

/** Lag-one correlation of what is left, beyond what chance and fitting alone would show. */
export function leaning(design: Design): number {
  const { residual } = design;
  const n = residual.length;
  let lag = 0;
  for (let t = 1; t < n; t++) lag += residual[t] * residual[t - 1];
  const found = lag / Math.max(design.squares, 1e-300) + design.columns.length / (n * 2);
  return Math.min(0.9, Math.max(0, found - 1 / Math.sqrt(n)));
}

/** Most effects that a fit takes: more would describe noise. */
export const effectLimit = (length: number): number => Math.min(3 + Math.floor(length / 12), 12);

/** Fits level, season, effects and the errors' correlation to values on an additive scale. */
export function fitLevel(y: Float64Array, bucket: Int32Array, period: number): LevelFit {
  const limit = effectLimit(y.length);
  const weight = ones(y.length);
  const design = designOf(y, [weight]);
  const plain: LevelFit = { y, bucket, period, season: 0, rho: 0, weight, effects: [], extra: [], design };
  let best = withEffects(plain, limit);
  for (let pass = 0; pass < 2; pass++) {
    const season = bestSeason(best);
    if (season === best.season) break;
    best = withEffects({ ...best, season }, limit);
  }
  const rho = leaning(best.design);
  if (rho > 0.05) best = withEffects({ ...best, rho }, limit);
  return best;
}

/** The season form with the best criterion, the effects found so far taken out. */
function bestSeason(fit: LevelFit): SeasonForm {
  let best: SeasonForm = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const season of [0, ...seasonForms(fit.y.length, fit.period)] as SeasonForm[]) {
    const design = refit({ ...fit, season }, fit.effects);
    const value = freedom(design) < 6 ? Number.POSITIVE_INFINITY : criterion(design, fit.effects.length);
    if (value < least - 1e-9) {
      least = value;
      best = season;
    }
  }
  return best;
}
