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

/** Pinball losses of one mixture against its outcomes: all levels and the upper ones, and the far tail. */
interface OutcomeLoss {
  readonly whole: number;
  readonly tail: number;
}

const pinball = (actual: number, quantile: number, level: number): number =>
  actual >= quantile ? level * (actual - quantile) : (1 - level) * (quantile - actual);

const quantiles = new Float64Array(learningGrid.levels.length);

/** Mean loss of the mixture with these weights over the outcomes. */
export function outcomeLoss({ atoms, actuals }: Outcomes, weights: ArrayLike<number>): OutcomeLoss {
  const { levels, mass } = learningGrid;
  pooledQuantiles(atoms, weights, levels, quantiles);
  let whole = 0;
  let far = 0;
  for (const actual of actuals) {
    for (let i = 0; i < levels.length; i++) whole += mass[i] * pinball(actual, quantiles[i], levels[i]);
    for (const i of upper) whole += pinball(actual, quantiles[i], levels[i]) / upper.length;
    for (const i of tail) far += pinball(actual, quantiles[i], levels[i]) / tail.length;
  }
  return { whole: whole / actuals.length, tail: far / actuals.length };
}
