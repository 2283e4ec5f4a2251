import { dayOf, type ReplayResult } from "../../../../src/index.ts";

/**
 * What a frontier of policies holds on average at a fill rate, straight between its two nearest points; undefined
 * where the frontier does not reach that far.
 * @example stockAtFill([{ fillRate: 0.9, averageStockValue: 100 }, { fillRate: 1, averageStockValue: 200 }], 0.95) // 150
 */
export function stockAtFill(
  frontier: readonly { readonly fillRate: number; readonly averageStockValue: number }[],
  fill: number,
): number | undefined {
  const points = frontier.toSorted((a, b) => a.fillRate - b.fillRate);
  const above = points.find(({ fillRate }) => fillRate >= fill);
  const below = points.findLast(({ fillRate }) => fillRate <= fill);
  if (above === undefined || below === undefined) return undefined;
  const span = above.fillRate - below.fillRate;
  const share = span === 0 ? 0 : (fill - below.fillRate) / span;
  return below.averageStockValue + share * (above.averageStockValue - below.averageStockValue);
}

/** Weeks that a replay counted, at least a day of one. */
const weeksOf = ({ from, to }: Pick<ReplayResult, "from" | "to">): number =>
  Math.max(1, dayOf(to) - dayOf(from) + 1) / 7;

/** Order lines that a policy places in a week. */
export const linesAWeek = (of: Pick<ReplayResult, "from" | "to">, orderLines: number): number =>
  orderLines / weeksOf(of);
