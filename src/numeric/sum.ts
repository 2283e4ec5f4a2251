/** Values summed one after the other before halves are joined: small enough to stay accurate, large enough to be fast. */
const block = 128;

/**
 * Sum by halves (pairwise): error grows with log n, and the order of additions depends on the length only,
 * so that the same values give the same bytes everywhere. O(n).
 * Source: N. Higham, "The accuracy of floating point summation" (1993).
 *
 * @example sum(Float64Array.of(0.1, 0.2, 0.3)); // => 0.6000000000000001
 */
export function sum(values: ArrayLike<number>, from = 0, to = values.length): number {
  if (to - from <= block) {
    let total = 0;
    for (let i = from; i < to; i++) total += values[i];
    return total;
  }
  const blocks = Math.ceil((to - from) / block);
  const middle = from + block * (blocks >> 1);
  return sum(values, from, middle) + sum(values, middle, to);
}

/** Mean of the observed values (NaN is skipped); NaN where none is observed. O(n). */
export function meanObserved(values: ArrayLike<number>, from = 0, to = values.length): number {
  let total = 0;
  let count = 0;
  for (let i = from; i < to; i++) {
    const value = values[i];
    if (!Number.isNaN(value)) {
      total += value;
      count++;
    }
  }
  return count === 0 ? Number.NaN : total / count;
}

/** Number of observed values, those that are not NaN. O(n). */
export function countObserved(values: ArrayLike<number>): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) count++;
  return count;
}

/** Longest run of zeros before position `end`. */
export function longestSilence(values: Float64Array, end: number): number {
  let run = 0;
  let longest = 0;
  for (let t = 0; t < end; t++) {
    run = values[t] === 0 ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}
