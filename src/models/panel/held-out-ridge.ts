import { addedGram, emptyGram, type Gram, gramWriter } from "./gram.ts";
import { ridgeWeights } from "./gram-ridge.ts";

/** Sums of a regression's rows: those whose targets end before the held-out buckets, and the later ones. */
export interface HeldOutSums {
  readonly past: Gram;
  readonly recent: Gram;
}

/**
 * A ridge regression with its sums. `pastWeights` know nothing of the held-out buckets, so that forecasts at origins
 * among them are honest; `weights` know all. Null where too little was seen.
 */
export interface HeldOutRidge extends HeldOutSums {
  readonly weights: Float64Array | null;
  readonly pastWeights: Float64Array | null;
}

/** Rows below which a regression is not trusted. */
const enough = 60;

/** Collects rows of `inputs` and `targets`; `sums` are complete after `flush`. */
export function heldOutWriter(inputs: number, targets: number) {
  const sums: HeldOutSums = { past: emptyGram(inputs, targets), recent: emptyGram(inputs, targets) };
  const past = gramWriter(sums.past);
  const recent = gramWriter(sums.recent);
  return {
    sums,
    add(row: Float64Array, target: Float64Array, weight: number, isPast: boolean): void {
      (isPast ? past : recent).add(row, target, weight);
    },
    flush(): void {
      past.flush();
      recent.flush();
    },
  };
}

/** Sums of two partitions of a panel, the same in any order. */
export const addedSums = (a: HeldOutSums, b: HeldOutSums): HeldOutSums => ({
  past: addedGram(a.past, b.past),
  recent: addedGram(a.recent, b.recent),
});

/** Solves both ridge systems; without an answer where the panel is too small to be `usable`. */
export function solvedRidge(
  { past, recent }: HeldOutSums,
  penaltyOf: (gram: Gram) => number,
  usable: boolean,
): HeldOutRidge {
  const solve = (gram: Gram) => (usable && gram.rows >= enough ? ridgeWeights(gram, penaltyOf(gram)) : null);
  return { past, recent, weights: usable ? solve(addedGram(past, recent)) : null, pastWeights: solve(past) };
}
