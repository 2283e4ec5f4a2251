import { logGamma } from "../../numeric/gamma.ts";
import { effectiveTests } from "../fit/scan.ts";
import { byBucket } from "./by-bucket.ts";
import type { Finding } from "./detector.ts";
import type { View } from "./view.ts";

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/**
 * Two-sided Fisher test: `later` of `m` buckets had demand, `all` of `n` altogether.
 * @example fisherExact(0, 4, 4, 8) // 2/70
 */
function fisherExact(later: number, m: number, all: number, n: number): number {
  const total = logChoose(n, m);
  const chance = (k: number) => Math.exp(logChoose(all, k) + logChoose(n - all, m - k) - total);
  const own = chance(later);
  let p = 0;
  for (let k = Math.max(0, m - (n - all)); k <= Math.min(m, all); k++) {
    const other = chance(k);
    if (other <= own * (1 + 1e-7)) p += other;
  }
  return Math.min(1, p);
}

/** A lasting change in how often there is demand at all: Fisher's exact test at the best split. */
export function intermittencyChange({ seen }: View): Finding[] {
  const { values, bucket, zeros } = seen;
  const n = values.length;
  const hits = n - zeros;
  if (n < 16 || zeros < 4 || hits < 4) return [];
  const rate = hits / n;
  let later = 0;
  let best = 0;
  let at = -1;
  let hitsThere = 0;
  const correlations = new Float64Array(n);
  let pairs = 0;
  for (let t = n - 1; t >= 6; t--) {
    if (values[t] > 0) later++;
    const m = n - t;
    if (m < 4) continue;
    correlations[pairs++] = Math.sqrt((m * (n - m - 1)) / ((m + 1) * (n - m)));
    const z = Math.abs(later - m * rate) / Math.sqrt((m * (n - m) * rate * (1 - rate)) / (n - 1));
    if (z > best) {
      best = z;
      at = t;
      hitsThere = later;
    }
  }
  if (at < 0 || best < 2.3) return [];
  const tests = effectiveTests(best, correlations, pairs);
  const p = Math.min(1, fisherExact(hitsThere, n - at, hits, n) * tests);
  if (p > 0.02) return [];
  const pAsOf: number[] = [];
  let hitsSoFar = 0;
  const hitsBefore = hits - hitsThere;
  for (let t = at; t < n && pAsOf.length < 36; t++) {
    if (values[t] > 0) hitsSoFar++;
    pAsOf.push(
      t - at < 3 ? 1 : Math.min(1, fisherExact(hitsSoFar, t - at + 1, hitsBefore + hitsSoFar, t + 1) * tests),
    );
  }
  let before = 0;
  for (let t = 0; t < at; t++) before += values[t];
  const size = hitsThere / (n - at) / (hitsBefore / at) - 1;
  return [
    {
      kind: "intermittency-change",
      at: bucket[at],
      pAsOf: byBucket(pAsOf, at, bucket),
      p,
      direction: size > 0 ? "up" : "down",
      size: Number.isFinite(size) ? size : 1,
      quantity: (before / at) * Math.min(n - at, 12) * Math.min(1, Math.abs(size)),
    },
  ];
}
