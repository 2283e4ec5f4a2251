import { isMinimumReached } from "../../session/minimum.ts";
import {
  byUrgency,
  isOfOrder,
  orderedAmount,
  sumByCurrency,
  type WorkLine,
} from "../../session/work-line.ts";
import type { Basket } from "../../shapes.ts";
import { type Chosen, matching } from "./work-list.ts";

/** A supplier beside the list: how far its order is, what it is worth, and whether that is enough. */
export interface RailRow {
  readonly supplier: string;
  readonly name: string;
  readonly lines: number;
  readonly decided: number;
  readonly sums: readonly (readonly [currency: string, sum: number])[];
  /** False where the order falls short of the supplier's minimum value; undefined where none is known. */
  readonly isEnough: boolean | undefined;
}

/**
 * The lines that ask for something or are decided, by supplier: what an order holds, whichever of them the list shows.
 * Which supplier the list is narrowed to does not matter.
 */
export const linesBySupplier = (
  lines: readonly WorkLine[],
  chosen: Chosen,
): ReadonlyMap<string, readonly WorkLine[]> =>
  Map.groupBy(
    matching(lines, { ...chosen, supplier: "" }).filter(isOfOrder),
    ({ supplier = "" }) => supplier,
  );

/** The suppliers of the lines that ask for something, most urgent first. */
export function railRows(
  lines: readonly WorkLine[],
  chosen: Chosen,
  baskets: ReadonlyMap<string, Basket>,
): RailRow[] {
  return [...linesBySupplier(lines, chosen)]
    .map(([supplier, of]) => ({ supplier, of, first: of.reduce((a, b) => (byUrgency(b, a) < 0 ? b : a)) }))
    .sort((a, b) => byUrgency(a.first, b.first))
    .map(({ supplier, of, first }): RailRow => {
      const basket = baskets.get(supplier);
      return {
        supplier,
        name: basket?.name ?? first.supplierName ?? supplier,
        lines: of.length,
        decided: of.filter(({ decided }) => decided !== undefined).length,
        sums: sumByCurrency(of, orderedAmount),
        isEnough: isMinimumReached(of, basket),
      };
    });
}
