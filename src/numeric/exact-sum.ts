import type { Total } from "../total.ts";

/** Places of 32 bits: the first holds units of 2^-1075, the last is beyond any sum of finite numbers. */
const placeCount = 70;
const base = 2 ** 32;

/** A place takes up to 2^33 an addition and is exact up to 2^53: then the carries go on to the next places. */
const mostAdditions = 500_000;

/**
 * A sum of doubles without rounding, as plain data of 560 bytes: the order and the grouping of what is added change no
 * bit, so that parts of a run add up to the whole. Rounded once, by {@link roundedSum}.
 * Source: R. Neal, "Fast exact summation using small and large superaccumulators" (2015), arXiv:1505.05571.
 */
export interface ExactSum {
  readonly places: Float64Array;
  /** Additions since the carries went on. */
  additions: number;
  /** Sum of what is not finite: 0, Infinity, -Infinity or NaN. */
  special: number;
}

/**
 * A new sum of these values.
 *
 * @example roundedSum(exactSum([1e300, 1, -1e300])); // => 1
 */
export function exactSum(values: Iterable<number> = []): ExactSum {
  const sum: ExactSum = { places: new Float64Array(placeCount), additions: 0, special: 0 };
  for (const value of values) addTo(sum, value);
  return sum;
}

const float = new Float64Array(1);
/** Low and high half of `float`: every machine that Node runs on has the low half first. */
const halves = new Uint32Array(float.buffer);

/** Adds a number to a sum. O(1). */
export function addTo(sum: ExactSum, value: number): void {
  if (value === 0) return;
  float[0] = value;
  const [low, high] = halves;
  const bits = (high >>> 20) & 0x7ff;
  if (bits === 0x7ff) {
    sum.special += value;
    return;
  }
  // the value is mantissa * 2^(exponent - 1075); subnormal numbers have the exponent of the smallest normal ones
  const exponent = Math.max(1, bits);
  const top = (high & 0xfffff) + (bits > 0 ? 0x100000 : 0);
  const shifted = 2 ** (exponent & 31);
  const place = exponent >>> 5;
  const sign = value < 0 ? -1 : 1;
  const lowCarry = Math.floor((low * shifted) / base);
  const topCarry = Math.floor((top * shifted) / base);
  sum.places[place] += sign * (low * shifted - lowCarry * base);
  sum.places[place + 1] += sign * (lowCarry + top * shifted - topCarry * base);
  sum.places[place + 2] += sign * topCarry;
  if (++sum.additions >= mostAdditions) carry(sum);
}

/** Adds a whole sum to another one. O(1). */
export function mergeInto(sum: ExactSum, other: ExactSum): void {
  carry(sum);
  const rest = { ...other, places: other.places.slice() };
  carry(rest);
  for (let k = 0; k < placeCount; k++) sum.places[k] += rest.places[k];
  sum.special += rest.special;
  carry(sum);
}

/** Brings every place but the last into 0 to 2^32 - 1; the sum stays what it is. */
function carry(sum: ExactSum): void {
  const { places } = sum;
  for (let k = 0; k < placeCount - 1; k++) {
    const over = Math.floor(places[k] / base);
    places[k] -= over * base;
    places[k + 1] += over;
  }
  sum.additions = 0;
}

/**
 * The double nearest to a sum, ties to even: the only rounding. Not finite where something added was not, or the sum is
 * beyond the largest double. O(1).
 *
 * @example roundedSum(exactSum([0.1, 0.2, 0.3])); // => 0.6
 */
export function roundedSum(sum: ExactSum): number {
  if (sum.special !== 0) return sum.special;
  carry(sum);
  let units = 0n;
  for (let k = placeCount - 1; k >= 0; k--) units = (units << 32n) + BigInt(sum.places[k]);
  // every finite double is a whole number of 2^-1074
  const size = (units < 0n ? -units : units) >> 1n;
  const cut = BigInt(Math.max(0, 4 * size.toString(16).length - 128));
  // far more bits are left than a double holds; a last one stands for all that was cut off, lest it look like a tie
  const rest = size & ((1n << cut) - 1n);
  const kept = Number((size >> cut) | (rest === 0n ? 0n : 1n)) * 2 ** (Number(cut) - 1074);
  return units < 0n ? -kept : kept;
}

/** The double nearest to the sum of these values. O(n). @example exactTotal([0.1, 0.2, 0.3]); // => 0.6 */
export const exactTotal = (values: Iterable<number>): number => roundedSum(exactSum(values));

/** The sum under a name, a new one where there is none yet. */
export function sumOf(sums: Map<string, ExactSum>, name: string): ExactSum {
  const known = sums.get(name);
  if (known !== undefined) return known;
  const sum = exactSum();
  sums.set(name, sum);
  return sum;
}

/** The sum of numbers over all items, rounded once. */
export const exactSums: Total<number, ExactSum, number> = {
  empty: () => exactSum(),
  add: addTo,
  merge: mergeInto,
  finish: roundedSum,
};
