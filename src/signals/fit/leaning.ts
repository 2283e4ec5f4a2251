import type { Design } from "./design.ts";

/** Columns that choosing the best of many places is worth beside those fitted. */
const scanned = 2;
/** Errors lean on their predecessors by no more than this. */
const mostLeaning = 0.9;
/** Points and weights that stand for a normal distribution (Gauss and Hermite), its lower one taken to its mean. */
const points = [
  [0, 5 / 6],
  [Math.sqrt(3), 1 / 6],
] as const;

/**
 * A p-value over what is known of how far the errors of a fit (made as if they did not) lean on their predecessors: the
 * lag-one correlation of what is left, given back what each column takes off, about (1 + 3 rho) / n (Marriott & Pope
 * 1954; Kendall 1954), with its standard error.
 */
export function overLeanings({ residual, columns }: Design, p: (rho: number) => number): number {
  const n = residual.length;
  let lag = 0;
  let squares = 0;
  for (let t = 0; t < n; t++) {
    squares += residual[t] ** 2;
    if (t > 0) lag += residual[t] * residual[t - 1];
  }
  const own = squares > 0 ? lag / squares : 0;
  const rho = Math.max(0, own + ((columns.length + scanned) * (1 + 3 * own)) / n);
  const error = Math.sqrt(Math.max(0, 1 - rho * rho) / n);
  return points.reduce((sum, [off, weight]) => sum + weight * p(Math.min(mostLeaning, rho + off * error)), 0);
}
