import { type Atoms, gridOf, pooledQuantiles } from "./linear-pool.ts";

/** Levels at which distributions are compared: all of them evenly, and those that orders use. */
export const learningGrid = gridOf([
  0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9,
  0.95, 0.965, 0.98, 0.99, 0.995, 0.999,
]);
const upper = placesOf([0.5, 0.75, 0.9, 0.95, 0.99]);
/** Where the orders of a high service level live. */
const tail = placesOf([0.98, 0.99, 0.995, 0.999]);

function placesOf(levels: readonly number[]): number[] {
  return levels.map((level) => learningGrid.levels.indexOf(level));
}

/** Distributions of one sum of demand beside what came, once or several times. */
export interface Outcomes {
  readonly atoms: Atoms;
  readonly actuals: readonly number[];
}

/** What each level counts in the loss by all levels: its share of probability, and more where it is an upper one. */
const whole = learningGrid.mass.map((mass, i) => mass + (upper.includes(i) ? 1 / upper.length : 0));
/** And in that of the far tail, whose levels are the last ones. */
const far = learningGrid.levels.map((_, i) => (tail.includes(i) ? 1 / tail.length : 0));

const quantiles = new Float64Array(learningGrid.levels.length);

/** Adds the mean pinball losses of the mixture with these weights over the outcomes: by all levels at `at`, of the far tail behind it. */
export function addOutcomeLoss(
  { atoms, actuals }: Outcomes,
  weights: ArrayLike<number>,
  sums: Float64Array,
  at: number,
): void {
  const { levels } = learningGrid;
  pooledQuantiles(atoms, weights, levels, quantiles);
  let all = 0;
  let ofTail = 0;
  for (let k = 0; k < actuals.length; k++) {
    const actual = actuals[k];
    for (let i = 0; i < levels.length; i++) {
      const off = actual - quantiles[i];
      const loss = off >= 0 ? levels[i] * off : (levels[i] - 1) * off;
      all += whole[i] * loss;
      ofTail += far[i] * loss;
    }
  }
  sums[at] += all / actuals.length;
  sums[at + 1] += ofTail / actuals.length;
}
