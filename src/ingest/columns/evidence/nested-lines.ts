import { bareText } from "../../cells/cells.ts";
import { isMissing } from "../../cells/numbers.ts";
import type { Field } from "../fields.ts";
import type { TableProfile } from "../profile.ts";
import type { DerivedField } from "./derived.ts";

/** Lines below others that prove a column to name the line above. */
const fewest = 2;

const repeated = "repeated line";
/** State of a line that belongs to another one and says more than that. */
export const partOfLine = "part of another line";

const isNone = (text: string): boolean => isMissing(text) || text === "0";

/**
 * Lines that belong to another line of their document, by a column that holds the key of that line: the simple article
 * below the one that was chosen in a size, the parts below a set. Those that repeat it in article and quantity do not
 * count; others are asked about as a state.
 */
export function nestedLines(
  { columns, head, records }: TableProfile,
  fields: ReadonlyMap<Field, number>,
  used: ReadonlySet<number>,
): DerivedField | undefined {
  const [item, quantity, order] = (["item", "quantity", "order"] as const).map((field) => fields.get(field));
  if (item === undefined || quantity === undefined) return undefined;
  const textAt = (cells: readonly string[], column: number): string => bareText(cells[column] ?? "").trim();
  const keys = columns.filter(
    ({ texts, filled }) => filled === records && texts.length === records && records > 2 * fewest - 1,
  );
  for (const key of keys) {
    const rowOf = new Map(head.map((cells) => [textAt(cells, key.index), cells]));
    for (const { index, filled } of columns) {
      if (index === key.index || index === item || index === quantity || used.has(index)) continue;
      if (filled === 0) continue;
      const below = head.filter((cells) => !isNone(textAt(cells, index)));
      if (below.length < fewest || below.length === head.length) continue;
      const pairs = below.map((cells) => [cells, rowOf.get(textAt(cells, index))] as const);
      const areBelow = pairs.every(
        ([cells, above]) =>
          above !== undefined &&
          above !== cells &&
          isNone(textAt(above, index)) &&
          (order === undefined || textAt(above, order) === textAt(cells, order)),
      );
      if (!areBelow || order === undefined) continue;
      const repeats = pairs.every(([cells, above = []]) =>
        [item, quantity].every((column) => textAt(cells, column) === textAt(above, column)),
      );
      const said = repeats ? repeated : partOfLine;
      return {
        field: "status",
        columns: [index],
        of: (cells) => (isNone(textAt(cells, index)) ? "" : said),
      };
    }
  }
  return undefined;
}
