import type { Total } from "../../total.ts";

/** Share of items a year whose demand ends, as far as nothing is known: what spare parts show. */
const usual = 0.1;
/** Items that the usual share weighs as much as. */
const weight = 20;

/** Items asked for in the year before last, and those of them that were not asked for in the last one. */
interface EndCounts {
  asked: number;
  ended: number;
}

function isAsked(values: ArrayLike<number>, from: number, to: number): boolean {
  for (let t = from; t < to; t++) if (values[t] > 0) return true;
  return false;
}

/**
 * Share of items whose demand ends within a year: of those asked for in the year before last, how many have not been
 * in the last one; shrunk to a tenth where few are known. Stock for an item whose demand ends is left over, so the
 * economic lot of an assortment is smaller by it than holding cost alone makes it. Items are histories: demand by
 * bucket, all up to the same last one.
 * @example totalOf(endRate(2), [[1, 0, 0, 2], [3, 1, 0, 0]]) // (1 + .1 × 20) / (2 + 20)
 */
export function endRate(bucketsPerYear: number): Total<ArrayLike<number>, EndCounts, number> {
  const year = Math.round(bucketsPerYear);
  return {
    empty: () => ({ asked: 0, ended: 0 }),
    add(sum, values) {
      const end = values.length;
      if (end < 2 * year || !isAsked(values, end - 2 * year, end - year)) return;
      sum.asked++;
      if (!isAsked(values, end - year, end)) sum.ended++;
    },
    merge(sum, { asked, ended }) {
      sum.asked += asked;
      sum.ended += ended;
    },
    finish: ({ asked, ended }) => (ended + usual * weight) / (asked + weight),
  };
}
