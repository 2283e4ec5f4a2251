import type { Design } from "./design.ts";

/** How far the errors of an item lean on their predecessors, as far as it is known. */
export interface Leaning {
  /** Correlation of neighbours. */
  readonly rho: number;
  /** Its standard error. */
  readonly error: number;
}

/** Columns that choosing the best of many places is worth beside the one fitted. */
const scanned = 2;
/** Errors lean on their predecessors by no more than this. */
const mostLeaning = 0.9;
/** Points and weights that stand for a normal distribution (Gauss and Hermite), its lower one taken to its mean. */
const points = [
  [0, 5 / 6],
  [Math.sqrt(3), 1 / 6],
] as const;

/**
 * How far the errors of a fit (made as if they did not) lean on their predecessors: the lag-one correlation of what is left,
 * given back what each column takes off, about (1 + 3 rho) / n (Marriott & Pope 1954; Kendall 1954), the best of many places
 * as three. `chosen`: columns whose places were chosen.
 */
export function leaningOf({ residual, columns }: Design, chosen: number): Leaning {
  const n = residual.length;
  let lag = 0;
  let squares = 0;
  for (let t = 0; t < n; t++) {
    squares += residual[t] ** 2;
    if (t > 0) lag += residual[t] * residual[t - 1];
  }
  const own = squares > 0 ? lag / squares : 0;
  const rho = Math.min(1, own + ((columns.length + scanned * chosen) * (1 + 3 * own)) / n);
  return { rho, error: Math.sqrt(Math.max(0, 1 - rho * rho) / n) };
}

/** A p-value over what is known of how far errors lean on their predecessors. */
export const overLeanings = ({ rho, error }: Leaning, p: (rho: number) => number): number =>
  points.reduce(
    (sum, [off, weight]) => sum + weight * p(Math.min(mostLeaning, Math.max(0, rho + off * error))),
    0,
  );

/** Leanings at which p-values are known. */
export const leaningGrid: readonly number[] = [0, 0.15, 0.3, 0.45, 0.6, 0.75, mostLeaning];

/** A p-value over what is known of a leaning, of those at `leaningGrid` (between them by logarithms). */
export const amongLeanings = (known: Float64Array, leaning: Leaning): number =>
  overLeanings(leaning, (rho) => {
    const next = Math.max(
      1,
      leaningGrid.findIndex((at) => at >= rho),
    );
    const way = (rho - leaningGrid[next - 1]) / (leaningGrid[next] - leaningGrid[next - 1]);
    const log = (i: number) => Math.log(Math.max(known[i], Number.MIN_VALUE));
    return Math.exp((1 - way) * log(next - 1) + way * log(next));
  });
