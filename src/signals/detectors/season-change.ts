import { addColumn, type Design, type Effect, freedom } from "../fit/design.ts";
import {
  effectLimit,
  errorCorrelation,
  isNews,
  type LevelFit,
  lastingEffects,
  refit,
  withEffects,
} from "../fit/fit.ts";
import { leaningOf, overLeanings } from "../fit/leaning.ts";
import { type SeasonForm, seasonColumns } from "../fit/season.ts";
import { fisherTail } from "../fit/tail.ts";
import { byBucket } from "./by-bucket.ts";
import type { Finding } from "./detector.ts";
import { type View, withFit } from "./view.ts";

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

/** Schwarz's criterion: effects that are news count for place and size, as does the change (`changed`). */
function criterionOf(design: Design, effects: readonly Effect[], changed: boolean): number {
  const n = design.residual.length;
  const news = effects.filter(isNews).length + (changed ? 1 : 0);
  return (
    n * Math.log(Math.max(design.squares, design.floor, 1e-300)) +
    (design.columns.length + news) * Math.log(n)
  );
}

/** p below which the places around the best one are looked at as well. */
const promising = 0.01;

/** The best place of a change: after one and a half cycles, before the last .6. */
function bestPlace(fit: LevelFit, effects: readonly Effect[], form: SeasonForm): Account {
  const base = refit(fit, effects);
  const { period } = fit;
  const n = fit.bucket.length;
  const step = Math.max(1, Math.floor(period / 6), Math.ceil((n - 2.1 * period) / 8));
  const [first, last] = [Math.ceil(1.5 * period), n - Math.ceil(0.6 * period)];
  let best = { at: -1, least: 1, value: Number.POSITIVE_INFINITY };
  let places = 0;
  const look = (at: number) => {
    places++;
    const { p, after } = blockTest(base, laterSeason(fit, form, at));
    if (p < best.least) best = { at, least: p, value: criterionOf(after, effects, true) };
  };
  for (let at = first; at <= last; at += step) look(at);
  if (step > 1 && best.least < promising) {
    const { at: middle } = best;
    for (let at = Math.max(first, middle - step + 1); at < middle + step && at <= last; at++)
      if (at !== middle) look(at);
  }
  return { ...best, form, effects, places };
}

/** P value of a season in a part of the values, by its means of phases (one-way analysis of variance). */
function seasonTest(
  { residual }: Design,
  bucket: Int32Array,
  period: number,
  from: number,
  to: number,
): number {
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  let sum = 0;
  let squares = 0;
  for (let t = from; t < to; t++) {
    const phase = bucket[t] % period;
    sums[phase] += residual[t];
    counts[phase]++;
    sum += residual[t];
    squares += residual[t] ** 2;
  }
  const n = to - from;
  let between = -(sum * sum) / n;
  let phases = 0;
  for (let phase = 0; phase < period; phase++) {
    if (counts[phase] === 0) continue;
    between += sums[phase] ** 2 / counts[phase];
    phases++;
  }
  const within = squares - (sum * sum) / n - between;
  const df = n - phases;
  if (df < 4 || !(within > 0)) return 1;
  return fisherTail((between / (phases - 1) / within) * df, phases - 1, df);
}

/**
 * The form of a season of sharp months, that is more than two waves, where there is data enough to tell. A mirrored
 * season cancels out over the whole, so that its parts are asked.
 */
function richerForm(fit: LevelFit, waves: number): SeasonForm | undefined {
  const { bucket, period, season } = fit;
  const n = bucket.length;
  if (n < 3.5 * period || period > 24) return undefined;
  if (season === "phases" || season > waves) return season;
  // sharp months pass for outliers or for single phases
  const design = refit(
    fit,
    fit.effects.filter(({ shape }) => shape !== "spike" && shape !== "phase"),
  );
  const parts = [
    [0, Math.floor(0.6 * n)],
    [Math.floor(0.6 * n), n],
  ] as const;
  const seasonal = parts.some(([from, to]) => seasonTest(design, bucket, period, from, to) < 0.01);
  return seasonal ? "phases" : undefined;
}

/**
 * The best account with a changed season. Effects that were found without knowing of it may be its doing: it is tried
 * beside all of them, beside the lasting ones, and alone.
 */
function bestAccount(fit: LevelFit, loose: LevelFit, waves: number): Account | undefined {
  const sets = [fit.effects, lastingEffects(fit), fit.effects.filter((effect) => !isNews(effect))];
  const different = sets.filter((set, k) => !sets.slice(0, k).some((other) => other.length === set.length));
  const accounts = different.map((effects) => bestPlace(loose, effects, waves));
  const form = richerForm(fit, waves);
  if (form !== undefined) {
    const rich = { ...loose, season: form };
    accounts.push(...different.map((effects) => bestPlace(rich, effects, form)));
  }
  const best = accounts.reduce((a, b) => (b.value < a.value ? b : a));
  // an account that does without effects must explain more than they do
  const sparing = best.effects.length < fit.effects.length;
  return !sparing || best.value < criterionOf(fit.design, fit.effects, false) ? best : undefined;
}

/** Weights that allow for wilder noise since the change: in it every season looks new. */
function weightsForNoise(
  weight: Float64Array,
  { residual, columns }: Design,
  at: number,
  added: number,
): Float64Array {
  const squares = (from: number, to: number) => {
    let sum = 0;
    for (let t = from; t < to; t++) sum += residual[t] ** 2;
    return sum;
  };
  const n = residual.length;
  const before = squares(0, at) / Math.max(1, at - (columns.length - added));
  const since = squares(at, n) / Math.max(1, n - at - added);
  if (!(since > before) || !(before > 0)) return weight;
  const spread = Math.sqrt(since / before);
  return weight.map((own, t) => (t < at ? own : own / spread));
}

/**
 * A season that is not what it was: two waves of it, or all its phases, may change at some bucket after two cycles; an
 * F test, corrected for the places and forms tried.
 */
export function seasonChange(view: View): Finding[] {
  const { level } = view;
  const fit = view.fit();
  const { bucket, period } = fit;
  const n = bucket.length;
  if (period < 4 || n < 3 * period) return [];
  const waves = period >= 8 ? 2 : 1;
  const season: SeasonForm = fit.season === "phases" || fit.season >= waves ? fit.season : waves;
  const loose: LevelFit = { ...fit, season, rho: 0 };
  const found = bestAccount(fit, loose, waves);
  if (found === undefined || found.at < 0 || found.least > 0.005) return [];
  const { at, effects, form, places } = found;
  const seasonal: LevelFit = form === waves ? loose : { ...loose, season: form };
  const base = refit(seasonal, effects);
  const extra = laterSeason(fit, form, at);
  const { after } = blockTest(base, extra);
  const rho = errorCorrelation(after);
  const weight = weightsForNoise(fit.weight, after, at, after.columns.length - base.columns.length);
  const among = (leaning: number) =>
    blockTest(refit({ ...seasonal, rho: leaning, weight }, effects), extra).p;
  const single = Math.max(
    among(rho),
    overLeanings(leaningOf(after, 1), (leaning) => among(Math.max(rho, leaning))),
  );
  const p = Math.min(1, single * Math.max(1, places / 2) * (form === waves ? 1 : 2));
  if (p > 0.01) return [];
  const known = withEffects({ ...seasonal, rho, extra }, effectLimit(n));
  let moved = 0;
  for (let i = at; i < n; i++) moved += Math.abs(base.residual[i]);
  const spread = Math.sqrt(base.squares / n);
  const size = moved / (n - at) / Math.max(spread, 1e-300);
  const soonest = Math.min(n - 1 - at, Math.ceil(0.6 * period) - 1);
  return [
    {
      kind: "season-change",
      at: bucket[at],
      pAsOf: byBucket([...new Array<number>(Math.max(0, soonest)).fill(1), p], at, bucket),
      p,
      direction: "up",
      size,
      quantity: level * Math.min(n - at, 12) * 0.1,
      rest: withFit(view, known),
    },
  ];
}
