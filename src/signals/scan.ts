import { type Design, type EffectShape, freedom } from "./design.ts";
import { studentTail } from "./tail.ts";

/** The strongest effect of one shape, with its p-value corrected for all positions that were tried. */
export interface Found {
  readonly shape: EffectShape;
  readonly at: number;
  readonly p: number;
}

/** Where an effect may start: at least so many observed values before and (with itself) after it. */
const room: Readonly<Record<"spike" | "step" | "hinge", readonly [number, number]>> = {
  spike: [0, 1],
  step: [4, 2],
  hinge: [6, 4],
};

/** Squared size of an effect's whitened column; a = 1 - rho, m = values after its first. */
function ownSize(shape: "spike" | "step" | "hinge", a: number, m: number): number {
  if (shape === "spike") return m > 0 ? 1 + (1 - a) * (1 - a) : 1;
  if (shape === "step") return 1 + a * a * m;
  return (a * a * m * (m + 1) * (2 * m + 1)) / 6 + a * m * (m + 1) + m + 1;
}

/** Inner product of the columns that start at one position and at the next, m values after the first. */
function nextSize(shape: "spike" | "step" | "hinge", a: number, m: number): number {
  if (shape === "spike") return a - 1;
  if (shape === "step") return a + a * a * (m - 1);
  const j = m - 1;
  return (a * a * j * (j + 1) * (2 * j + 1)) / 6 + ((a * a + 2 * a) * j * (j + 1)) / 2 + (a + 1) * m;
}

/**
 * How many independent tests a scan over neighbouring, correlated positions amounts to near the value z of its
 * maximum. Rough paths (spike, step): Siegmund 1985, local correlation with the discrete correction
 * nu(x) = exp(-.583 x). Smooth paths (hinge): Rice's crossing rate, arccos(correlation) z / sqrt(2 pi).
 */
export function effectiveTests(z: number, correlations: Float64Array, count: number, smooth = false): number {
  let tests = 1;
  for (let i = 0; i < count; i++) {
    const correlation = Math.min(1, Math.abs(correlations[i]));
    const gap = 1 - correlation;
    const more = smooth
      ? (z * Math.acos(correlation)) / Math.sqrt(2 * Math.PI)
      : z * z * gap * Math.exp(-0.583 * z * Math.sqrt(2 * gap));
    tests += Math.min(1, more);
  }
  return tests;
}

/** Normal score of the same deviance as a t statistic. */
export const scoreOf = (t: number, df: number): number => Math.sqrt(df * Math.log1p((t * t) / df));

/** The strongest effect of each shape that one more regressor could catch. */
export function scan(design: Design): Found[] {
  return (["spike", "step", "hinge"] as const).flatMap(
    (shape) => scanShape(design, shape, room[shape]) ?? [],
  );
}

/** The strongest effect of a shape, in one backward pass; `limits`: least values before and from its start on. */
export function scanShape(
  design: Design,
  shape: "spike" | "step" | "hinge",
  limits: readonly [number, number],
): Found | undefined {
  const n = design.residual.length;
  const df = freedom(design) - 1;
  if (df < 3 || !(design.squares > 0)) return undefined;
  const { columns, residual, rho } = design;
  const k = columns.length;
  const a = 1 - rho;
  const [before, after] = limits;
  // sums over the later values, of the columns and of the residual (entry k): first and second order
  const first = new Float64Array(k + 1);
  const second = new Float64Array(k + 1);
  let current = new Float64Array(k + 1);
  let later = new Float64Array(k + 1);
  let laterOwn = 0;
  const correlations = new Float64Array(n);
  let pairs = 0;
  let best = 0;
  let bestAt = -1;
  for (let t = n - 1; t >= 0; t--) {
    const m = n - 1 - t;
    for (let j = 0; j <= k; j++) {
      const column = j < k ? columns[j] : residual;
      const value = column[t];
      if (shape === "spike") current[j] = value - (t + 1 < n ? rho * column[t + 1] : 0);
      else if (shape === "step") current[j] = value + a * first[j];
      else current[j] = first[j] + value + a * second[j];
      first[j] += value;
      second[j] += first[j];
    }
    const size = shape === "spike" && t === 0 ? 1 : ownSize(shape, a, m);
    let own = size;
    let common = m > 0 ? nextSize(shape, a, m) : 0;
    for (let j = 0; j < k; j++) {
      own -= current[j] * current[j];
      common -= current[j] * later[j];
    }
    const allowed = t >= before && m + 1 >= after && own > (shape === "spike" ? 0.25 : 1e-6) * size;
    if (allowed) {
      if (laterOwn > 0) correlations[pairs++] = common / Math.sqrt(own * laterOwn);
      const gain = (current[k] * current[k]) / own;
      if (gain > best) {
        best = gain;
        bestAt = t;
      }
    }
    laterOwn = allowed ? own : 0;
    const swap = later;
    later = current;
    current = swap;
  }
  if (bestAt < 0) return undefined;
  const left = Math.max(design.squares - best, 1e-12 * design.squares);
  const t = Math.sqrt((best * df) / left);
  const p = studentTail(t, df) * effectiveTests(scoreOf(t, df), correlations, pairs, shape === "hinge");
  return { shape, at: bestAt, p: Math.min(1, p) };
}
