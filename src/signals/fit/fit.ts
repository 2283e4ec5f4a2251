import { defined } from "../../defined.ts";
import {
  addColumn,
  type Design,
  designOf,
  type Effect,
  effectColumn,
  freedom,
  phaseColumn,
  tested,
} from "./design.ts";
import { type Leaning, leaningOf } from "./leaning.ts";
import { type StrongestEffect, scan } from "./scan.ts";
import { longestEvent, scanPulses } from "./scan-pulse.ts";
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

/** Levels shift more often than slopes change or a level passes: a hinge or pulse must be so much clearer than a step. */
const rarer = 3;

/** Demand grows or falls steadily far more often than its level shifts: a slope may be so much less clear than a step. */
const steady = 0.03;

const ones = (n: number) => new Float64Array(n).fill(1);

/** Columns that are in every fit: the level and the season. */
function baseColumns(fit: LevelFit): Float64Array[] {
  return [ones(fit.y.length), ...seasonColumns(fit.bucket, fit.period, fit.season), ...fit.extra];
}

/** The regressor of an effect over the first `length` values of a fit. */
export function columnOf(fit: LevelFit, effect: Effect, length = fit.y.length): Float64Array {
  return effect.shape === "phase"
    ? phaseColumn(effect.at, fit.bucket.subarray(0, length), fit.period)
    : effectColumn(effect, length);
}

/** A fit on the same values with other effects. */
export function refit(fit: LevelFit, effects: readonly Effect[]): Design {
  const columns = [...baseColumns(fit), ...effects.map((effect) => columnOf(fit, effect))];
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

/** A slope from the start and a phase that is always off are no news. */
export const isNews = ({ shape }: Effect): boolean => shape !== "trend" && shape !== "phase";

/** Effects of a fit that are no single outliers. */
export const lastingEffects = ({ effects }: LevelFit): Effect[] =>
  effects.filter(({ shape }) => shape !== "spike");

/**
 * Explanations that are no news: a steady slope, and single phases of the season. A slope is tried on the terms of a
 * step (the better of the two wins) and goes before a late change of slope that is hardly clearer.
 */
function expected(
  fit: LevelFit,
  design: Design,
  effects: readonly Effect[],
  found: StrongestEffect[],
): StrongestEffect[] {
  const out: StrongestEffect[] = [];
  if (!effects.some(({ shape }) => shape === "trend")) {
    const { t, df } = tested(design, effectColumn({ shape: "trend", at: 0 }, fit.y.length));
    const step = found.find(({ shape }) => shape === "step");
    const hinge = found.find(({ shape }) => shape === "hinge");
    const tests = step?.tests ?? 1;
    const p = Math.min(1, studentTail(t, df) * tests);
    const bent = hinge !== undefined && hinge.p < (step?.p ?? 1);
    const first = !bent ? steady * p : p < hinge.p * 20 ? Math.min(p, hinge.p * 0.99) : p;
    out.push({ shape: "trend", at: 0, p: first, tests });
  }
  if (fit.season === "phases" || fit.period < 4 || fit.y.length < 1.8 * fit.period) return out;
  return [...out, ...phases(fit, design)];
}

/** Phases of the season that are off by themselves: two occurrences at least, corrected for the phases tried. */
function phases(
  { bucket, period }: LevelFit,
  { columns, residual, rho, weight, squares }: Design,
): StrongestEffect[] {
  const k = columns.length;
  const df = residual.length - k - 1;
  const seen = new Float64Array(period);
  const own = new Float64Array(period);
  const share = new Float64Array(period);
  // inner product of each column (entry k: the residual) with each phase's whitened indicator
  for (let j = -1; j <= k; j++) {
    share.fill(0);
    for (let t = 0; t < residual.length; t++) {
      const phase = bucket[t] % period;
      const before = t > 0 ? bucket[t - 1] % period : phase;
      const w = weight[t];
      if (j < 0) {
        seen[phase]++;
        own[phase] += w * w;
        if (t > 0) own[before] += (rho * w) ** 2;
        continue;
      }
      const value = w * (j < k ? columns[j][t] : residual[t]);
      share[phase] += value;
      if (t > 0) share[before] -= rho * value;
    }
    if (j >= 0 && j < k) for (let phase = 0; phase < period; phase++) own[phase] -= share[phase] ** 2;
  }
  const out: StrongestEffect[] = [];
  for (let phase = 0; phase < period; phase++) {
    if (seen[phase] < 2 || !(own[phase] > 1e-6)) continue;
    const gain = share[phase] ** 2 / own[phase];
    const t2 = (gain * df) / Math.max(squares - gain, 1e-12 * squares);
    if (t2 < 9) continue;
    out.push({
      shape: "phase",
      at: phase,
      p: Math.min(1, studentTail(Math.sqrt(t2), df) * period),
      tests: period,
    });
  }
  return out;
}

/** The strongest effect of each shape that is news. */
export function scanned(design: Design, period: number): StrongestEffect[] {
  const pulse = scanPulses(design, longestEvent(period));
  return pulse === undefined ? scan(design) : [...scan(design), pulse];
}

const strongest = (found: readonly StrongestEffect[]): StrongestEffect | undefined =>
  found.reduce<StrongestEffect | undefined>((a, b) => (a === undefined || b.p < a.p ? b : a), undefined);

/** A lasting change that rests on one value, as all others since it are outliers or after the next change. */
function restsOnOneValue({ shape, at }: Effect, effects: readonly Effect[], length: number): boolean {
  if (shape !== "step" && shape !== "hinge") return false;
  const later = effects.filter((other) => other.at > at);
  const next = later
    .filter((other) => other.shape === "step" || other.shape === "hinge")
    .reduce((least, other) => Math.min(least, other.at), length);
  const outliers = effects.filter((other) => other.shape === "spike" && other.at >= at && other.at < next);
  return next - at - outliers.length < 2;
}

/** Adds effects one by one while they stand out, then drops those that the later ones made needless. */
export function withEffects(fit: LevelFit, limit: number): LevelFit {
  const design = refit(fit, []);
  let effects: Effect[] = [];
  while (effects.length < limit) {
    const found = scanned(design, fit.period).map((one) =>
      one.shape === "hinge" || one.shape === "pulse" ? { ...one, p: one.p * rarer } : one,
    );
    const best = strongest([...found, ...expected(fit, design, effects, found)]);
    if (best === undefined || !(best.p < entry)) break;
    if (!addColumn(design, columnOf(fit, best))) break;
    effects.push({ shape: best.shape, at: best.at, ...defined({ length: best.length }) });
  }
  for (;;) {
    const tests = effects.map((effect, i) => {
      if (restsOnOneValue(effect, effects, fit.y.length)) return 1;
      const others = refit(
        fit,
        effects.filter((_, j) => j !== i),
      );
      const { t, df } = tested(others, columnOf(fit, effect));
      return studentTail(t, df);
    });
    const worst = tests.reduce((at, p, i) => (p > tests[at] ? i : at), 0);
    if (effects.length === 0 || tests[worst] < entry / 3) break;
    effects = effects.filter((_, i) => i !== worst);
  }
  return { ...fit, effects, design: refit(fit, effects) };
}

/** Lag-one correlation of what is left, beyond what chance and fitting alone would show. */
export const errorCorrelation = (design: Design): number =>
  Math.min(0.9, Math.max(0, lagOne(design) - 1 / Math.sqrt(design.residual.length)));

/** Lag-one correlation of what is left, made up for the columns fitted. */
function lagOne({ residual, squares, columns }: Design): number {
  const n = residual.length;
  let lag = 0;
  for (let t = 1; t < n; t++) lag += residual[t] * residual[t - 1];
  return lag / Math.max(squares, 1e-300) + columns.length / (n * 2);
}

/** What each effect whose place was chosen adds to the error of a leaning: such places are found where errors lean most. */
const lessKnown = 0.5;

/** How far the errors of a fit lean on their predecessors, by what is left of the values beside all effects. */
export function leaningOfFit(fit: LevelFit): Leaning {
  const chosen = fit.effects.filter(isNews).length;
  const { rho, error } = leaningOf(refit({ ...fit, rho: 0 }, fit.effects), chosen);
  return { rho, error: error * (1 + lessKnown * chosen) };
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
  const rho = errorCorrelation(best.design);
  if (rho > 0.05) best = withEffects({ ...best, rho }, limit);
  return wanderingFit(best, limit) ?? best;
}

/** Correlation of the errors from which a wandering level is a rival to shifts. */
const wanderingFrom = 0.3;

/**
 * The fit that takes the level to wander (errors that lean on their predecessors, no news) where that is a better
 * account of the series than its shifts, by Schwarz's criterion; undefined where it is not.
 */
function wanderingFit(fit: LevelFit, limit: number): LevelFit | undefined {
  const expectedOnly = fit.effects.filter((effect) => !isNews(effect));
  if (fit.effects.length === expectedOnly.length) return undefined;
  const rho = Math.min(0.95, lagOne(refit({ ...fit, rho: 0 }, expectedOnly)));
  if (rho < wanderingFrom || rho <= fit.rho) return undefined;
  const other = withEffects({ ...fit, rho }, limit);
  // many shifts are less likely than one wandering level: each costs half as much again
  const shifts = (one: LevelFit) =>
    one.effects.filter(({ shape }) => shape === "step" || shape === "hinge" || shape === "pulse").length;
  const more = Math.log(fit.y.length) * (shifts(fit) > 1 ? shifts(fit) - shifts(other) : 0);
  return schwarz(other) + Math.log(fit.y.length) < schwarz(fit) + more ? other : undefined;
}

/** Schwarz's criterion: an effect that is news counts for its place and its size. */
export function schwarz({ design, effects, weight, y }: LevelFit): number {
  const n = y.length;
  let scale = 0;
  for (const w of weight) scale += Math.log(w);
  const news = effects.filter(isNews).length;
  return (
    n * Math.log(Math.max(design.squares, design.floor, 1e-300) / n) -
    2 * scale +
    (design.columns.length + news) * Math.log(n)
  );
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
