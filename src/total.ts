/**
 * What needs all items of a run, cut in two: what one item adds to a sum, and what follows from the sum of all. Sums
 * may be made in any order and in any grouping (item by item, or part by part and then merged) and give the same bits,
 * so that parts of a run on many machines add up to the run on one.
 */
export interface Total<Item, Sum, Whole> {
  /** The sum of nothing. */
  empty(): Sum;
  /** Adds an item to a sum, in place. */
  add(sum: Sum, item: Item): void;
  /** Adds the sum of other items, in place. */
  merge(sum: Sum, other: Sum): void;
  /** What follows for everybody. */
  finish(sum: Sum): Whole;
}

/** What follows from all of these items. */
export function totalOf<Item, Sum, Whole>(total: Total<Item, Sum, Whole>, items: Iterable<Item>): Whole {
  const sum = total.empty();
  for (const item of items) total.add(sum, item);
  return total.finish(sum);
}
