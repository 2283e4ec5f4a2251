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
  /** The sum of all items, said shorter: what follows from it is the same. Absent: it is short enough. */
  condense?(sum: Sum): Sum;
  /** What follows for everybody. */
  finish(sum: Sum): Whole;
}

/** How two parts of a total are added up, whatever the items were: the second is added to the first, in place. */
export interface Merging {
  merge(sum: never, other: never): void;
  /** The sum of all parts, said shorter. */
  condense?(sum: never): unknown;
}

/** What follows from all of these items. */
export function totalOf<Item, Sum, Whole>(total: Total<Item, Sum, Whole>, items: Iterable<Item>): Whole {
  const sum = total.empty();
  for (const item of items) total.add(sum, item);
  return total.finish(sum);
}

/** Totals of a plan by name. */
export type TotalName =
  | "cover"
  | "sample"
  | "control"
  | "alarms"
  | "pool"
  | "steady"
  | "classes"
  | "end-rate"
  | "deliveries"
  | "chosen"
  | "currency"
  | "currency-of-runs"
  | `names-${"silent" | "unknown" | "unplanned" | "open-orders" | "requirements" | "decisions"}`
  | "service"
  | "tune"
  | "budget-currency"
  | "budget"
  | "order-values"
  | "cash"
  | "surcharges"
  | "overrides"
  | "kpis"
  | "changes";

/**
 * How far a plan has come with the items that are here, where more of them are elsewhere: what all of them say is known
 * for the next stage once every part has come so far.
 */
export const stageNames = [
  "signals",
  "learn",
  "forecast",
  "service",
  "currency",
  "budget",
  "orders",
  "settle",
] as const;
export type StageName = (typeof stageNames)[number];

/** Who adds up what needs all items of a plan. */
export interface Adder {
  /** What follows from all items of the plan; `items` are those that are here. */
  addUp<Item, Sum, Whole>(name: TotalName, total: Total<Item, Sum, Whole>, items: Iterable<Item>): Whole;
  /** Told where a stage ends: nothing beyond it is worked out before what all parts say is known. */
  reached(stage: StageName): void;
}

/** All items are here. */
export const allHere: Adder = {
  addUp: (_, total, items) => totalOf(total, items),
  reached: () => undefined,
};

/** Rows of all items, in this order whatever the order in which they came. */
export const gathered = <T>(
  order: (a: T, b: T) => number,
): Total<T, { readonly rows: T[] }, readonly T[]> => ({
  empty: () => ({ rows: [] }),
  add(sum, row) {
    sum.rows.push(row);
  },
  merge(sum, { rows }) {
    for (const row of rows) sum.rows.push(row);
  },
  finish: ({ rows }) => [...rows].sort(order),
});

/** How many names there are, and the first of them by code unit. */
interface Names {
  count: number;
  first: string[];
}

/** Counts names and keeps the first `most` of them. */
export function namesUpTo(most: number): Total<string, Names, Readonly<Names>> {
  const first = (names: readonly string[]) => [...names].sort().slice(0, most);
  return {
    empty: () => ({ count: 0, first: [] }),
    add(sum, name) {
      sum.count++;
      sum.first.push(name);
      // sorted out now and then, so that few are held however many come
      if (sum.first.length > 100 + 2 * most) sum.first = first(sum.first);
    },
    merge(sum, other) {
      sum.count += other.count;
      sum.first = first([...sum.first, ...other.first]);
    },
    finish: (sum) => ({ count: sum.count, first: first(sum.first) }),
  };
}

/** The largest of numbers, at least 0. */
export const largestOf: Total<number, { most: number }, number> = {
  empty: () => ({ most: 0 }),
  add(sum, value) {
    sum.most = Math.max(sum.most, value);
  },
  merge(sum, { most }) {
    sum.most = Math.max(sum.most, most);
  },
  finish: ({ most }) => most,
};
