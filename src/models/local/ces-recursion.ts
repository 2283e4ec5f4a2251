/**
 * Kind of a complex exponential smoothing model: N without season, S with a season and no level beside it, P with a
 * level and a season of real values, F with both complex.
 */
export type CesKind = "N" | "S" | "P" | "F";

/** Real and imaginary smoothing of the level (a0, a1) and of the season (b0, b1; b0 alone for P). */
export interface CesParameters {
  a0: number;
  a1: number;
  b0: number;
  b1: number;
}

/** Level and its complement, then season and its complement per position (t mod period). */
export interface CesState {
  level: number;
  hidden: number;
  readonly season: Float64Array;
  readonly hiddenSeason: Float64Array;
}

/**
 * One pass over `y`, forwards or backwards, moving `state` on; `predicted[t]` becomes the one-step forecast. NaN counts
 * as met exactly. Source: I. Svetunkov, N. Kourentzes, J. Ord, "Complex exponential smoothing", Naval Research
 * Logistics 69 (2022), eq. 12, 19 and 21. O(n).
 */
export function smoothComplex(
  y: Float64Array,
  kind: CesKind,
  { a0, a1, b0, b1 }: CesParameters,
  state: CesState,
  predicted: Float64Array,
  backwards = false,
): void {
  const { season, hiddenSeason } = state;
  const period = season.length;
  const n = y.length;
  const hasLevel = kind !== "S";
  const hasSeason = kind !== "N";
  const complexSeason = kind === "S" || kind === "F";
  let level = state.level;
  let hidden = state.hidden;
  let slot = backwards ? (n - 1) % period : 0;
  for (let i = 0; i < n; i++) {
    const t = backwards ? n - 1 - i : i;
    const mean = (hasLevel ? level : 0) + (hasSeason ? season[slot] : 0);
    predicted[t] = mean;
    const difference = y[t] - mean;
    const error = Number.isNaN(difference) ? 0 : difference;
    if (hasLevel) {
      const before = level;
      level = before - (1 - a1) * hidden + (a0 - a1) * error;
      hidden = before + (1 - a0) * hidden + (a0 + a1) * error;
    }
    if (complexSeason) {
      const before = season[slot];
      season[slot] = before - (1 - b1) * hiddenSeason[slot] + (b0 - b1) * error;
      hiddenSeason[slot] = before + (1 - b0) * hiddenSeason[slot] + (b0 + b1) * error;
    } else if (hasSeason) {
      season[slot] = season[slot] + b0 * error;
    }
    slot = backwards ? (slot === 0 ? period - 1 : slot - 1) : slot === period - 1 ? 0 : slot + 1;
  }
  state.level = level;
  state.hidden = hidden;
}

/** Means of the next `horizon` periods after `n` values that ended in `state`, which stays as it is. */
export function extrapolateComplex(
  kind: CesKind,
  parameters: CesParameters,
  state: CesState,
  n: number,
  horizon: number,
): Float64Array {
  const copy = {
    level: state.level,
    hidden: state.hidden,
    season: rotated(state.season, n),
    hiddenSeason: rotated(state.hiddenSeason, n),
  };
  const result = new Float64Array(horizon);
  smoothComplex(new Float64Array(horizon).fill(Number.NaN), kind, parameters, copy, result);
  return result;
}

/** The season as seen from time `n` on. */
function rotated(season: Float64Array, n: number): Float64Array {
  return season.map((_, s) => season[(n + s) % season.length]);
}

/**
 * Whether old errors die out: both eigenvalues of the error recursion of a complex pair lie within the unit circle.
 */
export function isStable(real: number, imaginary: number): boolean {
  const trace = 2 - 2 * real + imaginary;
  const determinant = (1 - real) ** 2 + 1 - real - imaginary + imaginary * imaginary;
  return Math.abs(determinant) < 0.999 && Math.abs(trace) < 0.999 + determinant;
}
