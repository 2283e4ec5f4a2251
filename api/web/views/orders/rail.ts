import { isMinimumReached } from "../../session/minimum.ts";
import { byUrgency, isAsking, orderedAmount, sumByCurrency, type WorkLine } from "../../session/work-line.ts";
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

/** The suppliers of the lines that ask for something, most urgent first; who the list is narrowed to does not matter. */
export function railRows(
  lines: readonly WorkLine[],
  chosen: Chosen,
  baskets: ReadonlyMap<string, Basket>,
): RailRow[] {
  const isMatch = matching({ ...chosen, supplier: "" });
  const groups = new Map<string, { readonly of: WorkLine[]; first: WorkLine }>();
  for (const line of lines) {
    if (line.decided === undefined && !isAsking(line)) continue;
    if (!isMatch(line)) continue;
    const supplier = line.supplier ?? "";
    const group = groups.get(supplier);
    if (group === undefined) groups.set(supplier, { of: [line], first: line });
    else {
      group.of.push(line);
      if (byUrgency(line, group.first) < 0) group.first = line;
    }
  }
  return [...groups]
    .sort(([, a], [, b]) => byUrgency(a.first, b.first))
    .map(([supplier, { of }]): RailRow => {
      const basket = baskets.get(supplier);
      return {
        supplier,
        name: basket?.name ?? supplier,
        lines: of.length,
        decided: of.filter(({ decided }) => decided !== undefined).length,
        sums: sumByCurrency(of, orderedAmount),
        isEnough: isMinimumReached(of, basket),
      };
    });
}
