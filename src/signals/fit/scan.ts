import { type Design, type Effect, type EffectShape, freedom } from "./design.ts";
import { studentTail } from "./tail.ts";

/** The strongest effect of one shape, with its p-value corrected for all positions that were tried. */
export interface StrongestEffect {
  readonly shape: EffectShape;
  readonly at: number;
  /** Buckets of a pulse. */
  readonly length?: number;
  readonly p: number;
  /** Tests that the positions tried amount to: p is that of one place times these, 1 at most. */
  readonly tests: number;
}

/** Where an effect may start: at least so many observed values before and (with itself) after it. */
const room: Readonly<Record<"spike" | "step" | "hinge", readonly [number, number]>> = {
  spike: [0, 1],
  step: [4, 2],
  hinge: [6, 4],
};

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
export function scan(design: Design): StrongestEffect[] {
  return (["spike", "step", "hinge"] as const).flatMap(
    (shape) => scanShape(design, shape, room[shape]) ?? [],
  );
}

/** Sums over the values from a start on: of weights, and of weights times distance and its square. */
interface Moments {
  zero: number;
  one: number;
  two: number;
}

/** Squared size of an effect's whitened column; a = 1 - rho, w and v the squared weights of its first two values. */
function ownSize(shape: Shape, a: number, w: number, v: number, { zero, one, two }: Moments): number {
  if (shape === "spike") return w + (1 - a) ** 2 * v;
  return shape === "step" ? w + a * a * (zero - w) : a * a * two + 2 * a * one + zero;
}

/** Inner product of the columns that start at one value and at the next; the sums are those of the next. */
function nextSize(shape: Shape, a: number, v: number, { zero, one, two }: Moments): number {
  if (shape === "spike") return (a - 1) * v;
  return shape === "step" ? a * v + a * a * (zero - v) : a * a * two + (a * a + 2 * a) * one + (a + 1) * zero;
}

type Shape = "spike" | "step" | "hinge";

/** The strongest effect of a shape, in one backward pass; `limits`: least values before and from its start on. */
export function scanShape(
  design: Design,
  shape: Shape,
  limits: readonly [number, number],
): StrongestEffect | undefined {
  const { columns, residual, rho, weight } = design;
  const n = residual.length;
  if (freedom(design) < 4 || !(design.squares > design.floor)) return undefined;
  const k = columns.length;
  const a = 1 - rho;
  const [before, after] = limits;
  // sums over the later values, of the columns and of the residual (entry k): first and second order
  const first = new Float64Array(k + 1);
  const second = new Float64Array(k + 1);
  const moments: Moments = { zero: 0, one: 0, two: 0 };
  let current = new Float64Array(k + 1);
  let later = new Float64Array(k + 1);
  let laterOwn = 0;
  const correlations = new Float64Array(n);
  let pairs = 0;
  let best = 0;
  let bestAt = -1;
  for (let t = n - 1; t >= 0; t--) {
    const own1 = weight[t];
    const next1 = t + 1 < n ? weight[t + 1] : 0;
    for (let j = 0; j <= k; j++) {
      const column = j < k ? columns[j] : residual;
      const value = own1 * column[t];
      if (shape === "spike") current[j] = value - (next1 > 0 ? rho * next1 * column[t + 1] : 0);
      else if (shape === "step") current[j] = value + a * first[j];
      else current[j] = first[j] + value + a * second[j];
      first[j] += value;
      second[j] += first[j];
    }
    let common = nextSize(shape, a, next1 * next1, moments);
    moments.two += 2 * moments.one + moments.zero;
    moments.one += moments.zero;
    moments.zero += own1 * own1;
    const size = ownSize(shape, a, own1 * own1, next1 * next1, moments);
    let own = size;
    for (let j = 0; j < k; j++) {
      own -= current[j] * current[j];
      common -= current[j] * later[j];
    }
    const allowed = t >= before && n - t >= after && own > (shape === "spike" ? 0.25 : 1e-6) * size;
    if (allowed) {
      if (laterOwn > 0) correlations[pairs++] = common / Math.sqrt(own * laterOwn);
      const gain = (current[k] * current[k]) / own;
      if (gain > best) {
        best = gain;
        bestAt = t;
      }
    }
    laterOwn = allowed ? own : 0;
    [later, current] = [current, later];
  }
  return bestAt < 0
    ? undefined
    : foundAt(design, { shape, at: bestAt }, best, correlations.subarray(0, pairs));
}

/** A place by what it gains, corrected for the places between which these correlations lie. */
function foundAt(
  design: Design,
  { shape, at }: Effect,
  gain: number,
  correlations: Float64Array,
): StrongestEffect {
  const df = freedom(design) - 1;
  const t = Math.sqrt((gain * df) / Math.max(design.squares - gain, design.floor));
  const tests = effectiveTests(scoreOf(t, df), correlations, correlations.length, shape === "hinge");
  return { shape, at, p: Math.min(1, studentTail(t, df) * tests), tests };
}
