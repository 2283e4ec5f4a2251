import { normalQuantile } from "../../numeric/normal.ts";
import type { StrongestEffect } from "../fit/scan.ts";
import { effectiveTests } from "../fit/scan.ts";
import { gammaTail } from "../fit/tail.ts";
import { byBucket } from "./by-bucket.ts";
import type { Finding } from "./detector.ts";
import type { View } from "./view.ts";

/**
 * P of a sum at least this far out, when m of n values are drawn without replacement: the permutation
 * distribution by its first three moments (Pearson type III; Berry and Mielke 1983), two-sided. It keeps its
 * level on skewed and discrete demand, where a t test does not.
 */
function drawTail(z: number, skew: number): number {
  const upper = (x: number, g: number): number => {
    if (Math.abs(g) < 1e-3)
      return x > 0 ? gammaTail(0.5, (x * x) / 2) / 2 : 1 - gammaTail(0.5, (x * x) / 2) / 2;
    const shape = 4 / (g * g);
    const at = shape + x * Math.sqrt(shape) * Math.sign(g);
    return g > 0 ? gammaTail(shape, at) : 1 - gammaTail(shape, at);
  };
  return Math.min(1, upper(Math.abs(z), skew) + upper(Math.abs(z), -skew));
}

/** A step that a permutation scan found. */
interface CountStep extends StrongestEffect {
  /** p by the data up to `at`, `at` + 1, … */
  readonly pAsOf: readonly number[];
  readonly before: number;
  readonly after: number;
}

interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
  readonly third: number;
}

function moments(x: Float64Array, n: number): Moments {
  let sum = 0;
  for (let t = 0; t < n; t++) sum += x[t];
  const mean = sum / n;
  let square = 0;
  let cube = 0;
  for (let t = 0; t < n; t++) {
    const d = x[t] - mean;
    square += d * d;
    cube += d * d * d;
  }
  return { n, mean, variance: square / n, third: cube / n };
}

/** Score and skewness of the sum of m drawn values. */
function drawn(sum: number, m: number, { n, mean, variance, third }: Moments): { z: number; skew: number } {
  const spread = ((m * (n - m)) / (n - 1)) * variance;
  if (!(spread > 0)) return { z: 0, skew: 0 };
  const cube = ((m * (n - m) * (n - 2 * m)) / ((n - 1) * (n - 2))) * third;
  return { z: (sum - m * mean) / Math.sqrt(spread), skew: cube / spread ** 1.5 };
}

/**
 * Normal scores of the ranks (van der Waerden), ties sharing their mean: nearly normal whatever the demand looks
 * like, and no single order can dominate them.
 */
function normalScores(demand: Float64Array): Float64Array {
  const n = demand.length;
  const order = Array.from(demand, (_, t) => t).sort((a, b) => demand[a] - demand[b] || a - b);
  const scores = new Float64Array(n);
  for (let from = 0; from < n; ) {
    let to = from;
    while (to < n && demand[order[to]] === demand[order[from]]) to++;
    let sum = 0;
    for (let rank = from; rank < to; rank++) sum += normalQuantile((rank + 1) / (n + 1));
    for (let rank = from; rank < to; rank++) scores[order[rank]] = sum / (to - from);
    from = to;
  }
  return scores;
}

/** The clearest lasting change of the level of intermittent demand, at least 6 values before and 4 after it. */
function countStep(demand: Float64Array): CountStep | undefined {
  const x = normalScores(demand);
  const n = x.length;
  if (n < 16) return undefined;
  const all = moments(x, n);
  const correlations = new Float64Array(n);
  let pairs = 0;
  let later = 0;
  let best = 0;
  let at = -1;
  let least = 1;
  for (let t = n - 1; t >= 6; t--) {
    later += x[t];
    const m = n - t;
    if (m < 4) continue;
    correlations[pairs++] = Math.sqrt((m * (n - m - 1)) / ((m + 1) * (n - m)));
    const { z, skew } = drawn(later, m, all);
    if (Math.abs(z) < best - 0.7) continue;
    const p = drawTail(z, skew);
    if (p < least) {
      least = p;
      best = Math.abs(z);
      at = t;
    }
  }
  if (at < 0 || least > 0.02) return undefined;
  const tests = effectiveTests(best, correlations, pairs);
  const pAsOf: number[] = [];
  let sum = 0;
  for (let t = at; t < n && pAsOf.length < 36; t++) {
    sum += x[t];
    const { z, skew } = drawn(sum, t - at + 1, moments(x, t + 1));
    pAsOf.push(t - at < 2 ? 1 : Math.min(1, drawTail(z, skew) * tests));
  }
  let before = 0;
  let after = 0;
  for (let t = 0; t < n; t++) {
    if (t < at) before += demand[t] / at;
    else after += demand[t] / (n - at);
  }
  return { shape: "step", at, p: Math.min(1, least * tests), tests, pAsOf, before, after };
}

/** Lasting changes of the level of counts. */
export function countShifts({ seen: { values, bucket } }: View): Finding[] {
  const step = countStep(values);
  if (step === undefined) return [];
  const { at, p, pAsOf, before, after } = step;
  return [
    {
      kind: "level-shift",
      at: bucket[at],
      pAsOf: byBucket(pAsOf, at, bucket),
      p,
      direction: after > before ? "up" : "down",
      size: before > 0 ? after / before - 1 : 1,
      quantity: Math.abs(after - before) * Math.min(values.length - at, 12),
    },
  ];
}
