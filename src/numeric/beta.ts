import { logGamma } from "./gamma.ts";

/**
 * Regularised incomplete beta function I_x(a, b), by continued fraction.
 * Source: NIST Digital Library of Mathematical Functions, 8.17.22.
 *
 * @example betaI(0.5, 2, 2); // => 0.5
 */
export function betaI(x: number, a: number, b: number): number {
  if (!(x > 0)) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  if (x < (a + 1) / (a + b + 2)) return (front * fraction(x, a, b)) / a;
  return 1 - (front * fraction(1 - x, b, a)) / b;
}

function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const guard = (v: number) => (Math.abs(v) < tiny ? tiny : v);
  let c = 1;
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guard(1 + even * d);
    c = guard(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guard(1 + odd * d);
    c = guard(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return value;
}

/**
 * Probability of `gap` more buckets without demand after `hits` buckets with demand among `tries`: the
 * beta-binomial predictive with Jeffreys' prior, so that few data do not pretend to certainty.
 * @example silenceP(1, 24, 24) // 0.02
 */
export function silenceP(gap: number, hits: number, tries: number): number {
  let p = 1;
  for (let i = 0; i < gap; i++) p *= (tries - hits + 0.5 + i) / (tries + 1 + i);
  return p;
}

/**
 * Quantile of Student's t distribution for a probability of at least a half, by bisection of its tail (NIST Digital
 * Library of Mathematical Functions, 8.17.22 with 26.7.1 of Abramowitz & Stegun 1972).
 *
 * @example studentQuantile(0.975, 10); // => 2.228138852
 */
export function studentQuantile(probability: number, degrees: number): number {
  if (!(probability > 0.5)) return 0;
  const tail = (t: number) => 0.5 * betaI(degrees / (degrees + t * t), degrees / 2, 0.5);
  let [low, high] = [0, 1];
  while (tail(high) > 1 - probability && high < 1e9) high *= 2;
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (tail(middle) > 1 - probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
