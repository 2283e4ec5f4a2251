import { betaI } from "../../numeric/beta.ts";
import { gammaP, gammaQ } from "../../numeric/gamma.ts";

/** P(|T| >= |t|) of Student's t. @example studentTail(2.228139, 10) // 0.05 */
export function studentTail(t: number, df: number): number {
  return df > 0 ? betaI(df / (df + t * t), df / 2, 0.5) : 1;
}

/** P(F >= f) of Fisher's F. @example fisherTail(4.964603, 1, 10) // 0.05 */
export function fisherTail(f: number, df1: number, df2: number): number {
  return f > 0 && df2 > 0 ? betaI(df2 / (df2 + df1 * f), df2 / 2, df1 / 2) : 1;
}

/** P(Gamma(shape, 1) >= x). @example gammaTail(1, 2) // exp(-2) */
export const gammaTail = (shape: number, x: number): number => (x > 0 ? gammaQ(shape, x) : 1);

/**
 * P(Y >= y) of a negative binomial with this mean and variance (Poisson where variance <= mean), y a whole number.
 * @example countTail(2, 1, 1) // 1 - 2 exp(-1)
 */
export function countTail(y: number, mean: number, variance: number): number {
  if (y <= 0) return 1;
  if (!(mean > 0)) return 0;
  if (variance <= mean * 1.0001) return gammaP(y, mean);
  const size = (mean * mean) / (variance - mean);
  return betaI(mean / (mean + size), y, size);
}
