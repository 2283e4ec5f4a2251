/** What has one order on every machine: texts by code unit, numbers by size. */
type Ordered = string | number;

/**
 * Comparator for `sort`: texts by UTF-16 code unit, never by a locale, so that every machine sorts alike; numbers by
 * size, NaN last. Both sides are of one kind.
 *
 * @example ["b", "a10", "a9"].sort(ascending) // => ["a10", "a9", "b"]
 * @example [3, NaN, 1].sort(ascending) // => [1, 3, NaN]
 */
export function ascending<T extends Ordered>(a: T, b: T): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

/**
 * Comparator by what `keys` say of a value: the first decides, at a tie the next.
 *
 * @example [{ item: "b" }, { item: "a" }].sort(by(({ item }) => item)) // => [{ item: "a" }, { item: "b" }]
 */
export function by<T>(...keys: readonly ((value: T) => Ordered)[]): (a: T, b: T) => number {
  return (a, b) => {
    for (const key of keys) {
      const order = ascending(key(a), key(b));
      if (order !== 0) return order;
    }
    return 0;
  };
}

/**
 * The least of values; infinity where there are none. `Math.min(...values)` ends with a stack overflow beyond about
 * 120,000 of them.
 *
 * @example leastOf([3, 1, 2]) // => 1
 */
export function leastOf(values: Iterable<number>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const value of values) least = Math.min(least, value);
  return least;
}

/**
 * The greatest of values, at least `floor`; minus infinity where there are neither.
 *
 * @example greatestOf([3, 1, 2]) // => 3
 */
export function greatestOf(values: Iterable<number>, floor = Number.NEGATIVE_INFINITY): number {
  let greatest = floor;
  for (const value of values) greatest = Math.max(greatest, value);
  return greatest;
}
