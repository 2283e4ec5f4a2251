import type { CandidateLeaning } from "../candidate.ts";
import { designOf, type Effect, effectColumn, tested } from "../fit/design.ts";
import { columnOf, type LevelFit, refit, scanned } from "../fit/fit.ts";
import { type Observed, type Scale, scaled, unscaled } from "../fit/observed.ts";
import { seasonColumns } from "../fit/season.ts";
import { studentTail } from "../fit/tail.ts";

/** An effect of a fit with what it changed. */
export interface Measured {
  readonly effect: Effect;
  /** On the fit's scale. */
  readonly coefficient: number;
  /** Corrected for all positions. */
  readonly p: number;
  /** What that correction multiplies one place's p-value with. */
  readonly tests: number;
  /** Same, by the data up to `at`, `at` + 1, … */
  readonly pAsOf: readonly number[];
  /** Both before errors that lean on their predecessors are allowed for, and least p-values at each of `leaningGrid`. */
  readonly leaning?: Omit<CandidateLeaning, "tests">;
  /** Relative change, and its sum in units, over the buckets it touches (one year at most). */
  readonly size: number;
  readonly quantity: number;
}

/** Buckets after which a path of p-values ends: later ones no longer change when a flag could be seen. */
const longestPath = 36;

/** Values before which an item is new and nothing is seen in it. */
const fewest = 12;

/** p-value of an effect by the data up to each later position, its position correction taken from the whole. */
function path(
  fit: LevelFit,
  effect: Effect,
  others: readonly Effect[],
  correction: number,
  kept: number,
): number[] {
  const known = others.filter((other) => other.shape === "phase" || other.at <= effect.at);
  const values: number[] = [];
  for (let end = effect.at + 1; end <= fit.y.length && values.length < longestPath; end++) {
    const bucket = fit.bucket.subarray(0, end);
    const columns = [
      new Float64Array(end).fill(1),
      ...seasonColumns(bucket, fit.period, fit.season),
      ...fit.extra.map((column) => column.subarray(0, end)),
      ...known.map((other) => columnOf(fit, other, end)),
    ];
    const { t, df } = tested(
      designOf(fit.y.subarray(0, end), columns, fit.rho, fit.weight.subarray(0, end)),
      effectColumn(effect, end),
    );
    const least = effect.shape === "step" || effect.shape === "pulse" ? 2 : effect.shape === "hinge" ? 4 : 1;
    const p = end - effect.at < least ? 1 : Math.min(1, studentTail(kept * t, df) * correction);
    values.push(p);
    if (p < 1e-7 && end >= fewest) break;
  }
  return values;
}

/**
 * p-value of an effect beside only those that entered before it: later ones were chosen with it in place and would
 * flatter it.
 */
function entryTest(fit: LevelFit, index: number): number {
  if (index === fit.effects.length - 1) return 0;
  const found = scanned(refit(fit, fit.effects.slice(0, index)), fit.period).filter(
    ({ shape }) => shape === fit.effects[index].shape,
  );
  return found[0]?.p ?? 1;
}

/**
 * Share of a passing effect that is left however buckets with closed days are read, as counted or by working day: what
 * shows in one reading alone is the closure's. 1 where nothing was closed.
 */
function keptOverClosures(effect: Effect, coefficient: number, seen: Observed, scale: Scale): number {
  const { values, otherwise } = seen;
  if (otherwise === undefined || (effect.shape !== "spike" && effect.shape !== "pulse")) return 1;
  const length = effect.length ?? 1;
  const part = (of: Float64Array) => scaled(of.slice(effect.at, effect.at + length), scale);
  const [own, other] = [part(values), part(otherwise)];
  const off = own.reduce((sum, value, i) => sum + (value - other[i]) / length, 0);
  return coefficient === 0 ? 1 : Math.max(0, Math.min(1, 1 - off / coefficient));
}

/** Measures one effect of a fit beside all others. */
export function measured(fit: LevelFit, index: number, seen: Observed, scale: Scale): Measured {
  const effect = fit.effects[index];
  const others = fit.effects.filter((_, i) => i !== index);
  const design = refit(fit, others);
  const column = effectColumn(effect, fit.y.length);
  const { coefficient, t, df } = tested(design, column);
  const best = scanned(design, fit.period).find((found) => found.shape === effect.shape);
  const tests = best?.tests ?? 1;
  const kept = keptOverClosures(effect, coefficient, seen, scale);
  const single = studentTail(kept * t, df) * (kept < 1 ? tests : 1);
  const alone = entryTest(fit, index);
  const p = Math.min(1, Math.max(single, alone, best?.p ?? 1));
  const next = others
    .filter((other) => other.at > effect.at && (other.shape === "step" || other.shape === "hinge"))
    .reduce((least, other) => Math.min(least, other.at), fit.y.length);
  const last =
    effect.shape === "spike" || effect.shape === "pulse"
      ? effect.at + (effect.length ?? 1)
      : Math.min(next, effect.at + Math.max(12, fit.period));
  let without = 0;
  let quantity = 0;
  for (let i = effect.at; i < last; i++) {
    const base = unscaled(fit.y[i] - coefficient * column[i], scale);
    without += base;
    quantity += seen.values[i] - base;
  }
  const size = without > 0 ? quantity / without : Math.sign(quantity);
  const pAsOf = p < 0.02 ? path(fit, effect, others, tests, kept) : [p];
  return { effect, coefficient, p, tests, pAsOf, size, quantity };
}
