import { addTo, type ExactSum, exactSum, mergeInto, roundedSum } from "../../numeric/exact-sum.ts";
import type { Total } from "../../total.ts";

/** Factors on the odds of a shortage (its cost over that of holding) that are looked at; the first is the theory. */
export const oddsTried: readonly number[] = [1, 1 / 4, 1 / 3, 1 / 2, 0.7, 1.4, 2, 3, 4];

/** Past origins that a forecast brings for the replay: windows of several buckets have to lie in them. */
export const tunedOrigins = 16;

/** An item in the replay of its class. */
export interface ReplayedItem {
  /** Items of the same name are tuned together. */
  readonly name: string;
  /**
   * Cost of each of its last windows, newest first, under each of the odds tried, less that under the theory:
   * `saved[window][k]`, money; negative is less.
   */
  readonly saved: readonly Float64Array[];
}

/** How far the replay of a class moved what the costs say. */
export interface TunedOdds {
  /** Factor on the odds of a shortage. */
  readonly odds: number;
  /** Windows of all items that were replayed. */
  readonly windows: number;
}

/** Cost under one of the odds, less that under the theory: of all items, of squares by item, and window by window. */
type Saved = {
  readonly all: ExactSum;
  readonly squares: ExactSum;
  readonly byWindow: ExactSum[];
};

type ReplayedClass = {
  windows: number;
  readonly odds: readonly Saved[];
};

const nothing = (): ReplayedClass => ({
  windows: 0,
  odds: oddsTried.map(() => ({ all: exactSum(), squares: exactSum(), byWindow: [] })),
});

function classIn(sums: Map<string, ReplayedClass>, name: string): ReplayedClass {
  const known = sums.get(name) ?? nothing();
  sums.set(name, known);
  return known;
}

function windowOf({ byWindow }: Saved, at: number): ExactSum {
  while (byWindow.length <= at) byWindow.push(exactSum());
  return byWindow[at];
}

/** Part of a saving that is more than chance: 1 less the square of its standard error over it. */
function certainPart({ all, squares, byWindow }: Saved): number {
  const saved = roundedSum(all);
  const ofWindows = byWindow.reduce((sum, one) => sum + roundedSum(one) ** 2, 0);
  const variance = Math.max(roundedSum(squares), ofWindows);
  return saved < 0 ? Math.max(0, 1 - variance / saved ** 2) : 0;
}

/**
 * Odds of a shortage by class, corrected by what orders over the last windows of its items would have cost: those that
 * cost least, drawn to the theory by how sure that is. The standard error is the larger one of items and of windows, so
 * one window moves nothing, T of them at most 1 - 1/T of the way (the positive part of James & Stein 1961).
 */
export const tunedOdds: Total<ReplayedItem, Map<string, ReplayedClass>, ReadonlyMap<string, TunedOdds>> = {
  empty: () => new Map(),
  add(sums, { name, saved }) {
    const of = classIn(sums, name);
    of.windows += saved.length;
    for (const [k, one] of of.odds.entries()) {
      let item = 0;
      for (const [at, window] of saved.entries()) {
        item += window[k];
        addTo(one.all, window[k]);
        addTo(windowOf(one, at), window[k]);
      }
      addTo(one.squares, item * item);
    }
  },
  merge(sums, others) {
    for (const [name, other] of others) {
      const of = classIn(sums, name);
      of.windows += other.windows;
      for (const [k, one] of of.odds.entries()) {
        mergeInto(one.all, other.odds[k].all);
        mergeInto(one.squares, other.odds[k].squares);
        for (const [at, window] of other.odds[k].byWindow.entries()) mergeInto(windowOf(one, at), window);
      }
    }
  },
  finish: (sums) =>
    new Map(
      [...sums].flatMap(([name, of]) => {
        const saved = of.odds.map(({ all }) => roundedSum(all));
        const best = saved.indexOf(Math.min(...saved));
        const part = certainPart(of.odds[best]);
        return part > 0 ? [[name, { odds: oddsTried[best] ** part, windows: of.windows }] as const] : [];
      }),
    ),
};
