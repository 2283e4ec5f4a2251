import { TooShortError } from "../../errors.ts";
import type { Fit } from "../../model.ts";
import { countObserved } from "../../numeric/sum.ts";

/** A fit whose forecast is the same in every bucket to come. */
export function flatFit(name: string, fitted: Float64Array, level: number): Fit {
  return { name, fitted, mean: (horizon) => new Float64Array(horizon).fill(level) };
}

/** Throws a TooShortError where fewer than `needs` values are observed; returns how many are. */
export function requireObserved(name: string, needs: number, values: Float64Array): number {
  const observed = countObserved(values);
  if (observed < needs) throw new TooShortError(name, needs, observed);
  return observed;
}
