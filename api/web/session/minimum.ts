import type { Basket } from "../shapes.ts";
import { orderedAmount, type WorkLine } from "./work-line.ts";

/** Below this share of one unit of money two sums are the same. */
const cent = 0.005;

/**
 * Whether what is ordered of a supplier now, as decided and as suggested, reaches its minimum value. The plan names the
 * gap of its own order; a basket without a gap reaches it as long as nothing is taken away. Undefined where no minimum
 * is known to be missed or kept.
 */
export function isMinimumReached(
  lines: readonly WorkLine[],
  basket: Basket | undefined,
): boolean | undefined {
  const gap = basket?.minimumGap ?? 0;
  if (basket === undefined || gap <= 0) return undefined;
  const sum = lines.reduce((all, line) => all + (orderedAmount(line) ?? 0), 0);
  return sum + cent >= basket.amount + gap;
}

/** By how much what was decided makes the order of a supplier more than the plan's: changed, rejected, moved to him or away. */
export const changedBy = (lines: readonly WorkLine[], supplier: string): number =>
  lines.reduce((all, line) => {
    const { suggested = line, decided } = line;
    if (decided === undefined) return all;
    const now = (line.supplier ?? "") === supplier ? (orderedAmount(line) ?? 0) : 0;
    const before = (suggested.supplier ?? "") === supplier ? (suggested.amount ?? 0) : 0;
    return all + now - before;
  }, 0);
