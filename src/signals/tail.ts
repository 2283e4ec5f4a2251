/** Tail probabilities that stay exact far out, where the flags are decided. */

// Lanczos coefficients, g = 7, n = 9 (P. Godfrey 2001): 15 digits of ln Gamma for x > 0.
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Gamma(x), x > 0. @example logGamma(5) // ln 24 */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x);
  let sum = lanczos[0];
  for (let i = 1; i < 9; i++) sum += lanczos[i] / (x - 1 + i);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Continued fraction of the incomplete beta function, modified Lentz (DLMF 8.17.22). */
function betaFraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let h = d;
  for (let m = 1; m <= 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    c = 1 + even / c;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = Math.abs(c) < tiny ? tiny : c;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    c = 1 + odd / c;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = Math.abs(c) < tiny ? tiny : c;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-13) break;
  }
  return h;
}

/** Regularised incomplete beta function I_x(a, b). @example betaShare(2, 3, 0.5) // 0.6875 */
export function betaShare(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(a, b, x)) / a
    : 1 - (front * betaFraction(b, a, 1 - x)) / b;
}

/** P(|T| >= |t|) of Student's t. @example studentTail(2.228139, 10) // 0.05 */
export function studentTail(t: number, df: number): number {
  return df > 0 ? betaShare(df / 2, 0.5, df / (df + t * t)) : 1;
}

/** P(F >= f) of Fisher's F. @example fisherTail(4.964603, 1, 10) // 0.05 */
export function fisherTail(f: number, df1: number, df2: number): number {
  return f > 0 && df2 > 0 ? betaShare(df2 / 2, df1 / 2, df2 / (df2 + df1 * f)) : 1;
}

/** P(Gamma(shape, 1) >= x). @example gammaTail(1, 2) // exp(-2) */
export function gammaTail(shape: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(-x + shape * Math.log(x) - logGamma(shape));
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let k = 1; k < 500; k++) {
      term *= x / (shape + k);
      sum += term;
      if (term < sum * 1e-14) break;
    }
    return Math.max(0, 1 - front * sum);
  }
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < 500; k++) {
    const a = -k * (k - shape);
    b += 2;
    d = 1 / (a * d + b || 1e-300);
    c = b + a / c || 1e-300;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-14) break;
  }
  return front * h;
}

/** P(|Z| >= |z|) of the standard normal. @example normalTail(1.959964) // 0.05 */
export const normalTail = (z: number): number => gammaTail(0.5, (z * z) / 2);

/**
 * P(Y >= y) of a negative binomial with this mean and variance (Poisson where variance <= mean), y a whole number.
 * @example countTail(2, 1, 1) // 1 - 2 exp(-1)
 */
export function countTail(y: number, mean: number, variance: number): number {
  if (y <= 0) return 1;
  if (!(mean > 0)) return 0;
  if (variance <= mean * 1.0001) return 1 - gammaTail(y, mean);
  const size = (mean * mean) / (variance - mean);
  return betaShare(y, size, mean / (mean + size));
}
