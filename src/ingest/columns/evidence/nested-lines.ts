import { bareText } from "../../cells/cells.ts";
import { keyPattern, normaliseHeading } from "../../cells/heading-key.ts";
import { isMissing } from "../../cells/numbers.ts";
import type { Field } from "../fields.ts";
import type { TableProfile } from "../profile.ts";
import { numbersOfColumn } from "./column-numbers.ts";
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
  header: readonly string[],
  fields: ReadonlyMap<Field, number>,
  used: ReadonlySet<number>,
): DerivedField | undefined {
  const [item, quantity, order] = (["item", "quantity", "order"] as const).map((field) => fields.get(field));
  if (item === undefined || quantity === undefined) return undefined;
  if (order === undefined || records < 2 * fewest) return undefined;
  const textAt = (cells: readonly string[], column: number): string => bareText(cells[column] ?? "").trim();
  const inOrder = (cells: readonly string[], column: number): string =>
    `${textAt(cells, order)}\u001f${textAt(cells, column)}`;
  const likely = columns.flatMap(({ index, filled }) => {
    if (index === item || index === quantity || used.has(index) || filled === 0) return [];
    const below = head.filter((cells) => !isNone(textAt(cells, index)));
    return below.length < fewest || below.length === head.length ? [] : [{ index, below }];
  });
  for (const key of likely.length === 0 ? [] : columns) {
    if (key.filled < records || key.index === quantity || key.index === order) continue;
    const rowOf = new Map(head.map((cells) => [inOrder(cells, key.index), cells]));
    if (rowOf.size < head.length) continue;
    // Where numbers begin anew in each order a flag or a discount may look like the number of a line.
    const isKey = key.texts.length === records;
    for (const { index, below } of likely) {
      const { key: heading } = normaliseHeading(header[index] ?? "");
      if (index === key.index || (!isKey && !ofParent.test(heading))) continue;
      const pairs = below.map((cells) => [cells, rowOf.get(inOrder(cells, index))] as const);
      const areBelow = pairs.every(
        ([cells, above]) => above !== undefined && above !== cells && isNone(textAt(above, index)),
      );
      if (!areBelow) continue;
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

/** Headings of the line, or the article, that a line belongs to. */
const ofParent = keyPattern(
  /(parent|^ober|^uber|haupt|bundle|^set|^kit|^main|master|belongs|gehort|zupos|zuzeile|padre|madre|superior|nadrzed|nadraz|nadrad|tillhor|overord|hoofd|boven|parente|rattach)/,
);

/** Words of an article that is sold in kinds, and of the kind that was chosen below it. */
const chosen = [
  /^(configurable|variable|konfigurierbar|variabel)/i,
  /^(simple|variation|variant|einfach|child)/i,
];

/**
 * Lines that a shop writes twice: the article that is sold in kinds with its price, and the kind that was chosen
 * without one. Known by a column of these words, and by each line without a price repeating the article and quantity of
 * one with a price in its order.
 */
export function chosenLines(
  profile: TableProfile,
  fields: ReadonlyMap<Field, number>,
  used: ReadonlySet<number>,
): DerivedField | undefined {
  const [order, item, quantity, price] = (["order", "item", "quantity", "price"] as const).map((field) =>
    fields.get(field),
  );
  if (order === undefined || item === undefined || quantity === undefined || price === undefined)
    return undefined;
  const column = profile.columns.find(
    ({ index, texts }) =>
      !used.has(index) && chosen.every((words) => texts.some((text) => words.test(bareText(text).trim()))),
  )?.index;
  if (column === undefined) return undefined;
  const priceOf = numbersOfColumn(profile, price);
  const isFree = (cells: readonly string[]): boolean =>
    chosen[1]?.test(bareText(cells[column] ?? "").trim()) === true && !(priceOf(cells) > 0);
  const keyOf = (cells: readonly string[]): string =>
    [order, item, quantity].map((at) => bareText(cells[at] ?? "").trim()).join("\u001f");
  const priced = new Set(profile.head.filter((cells) => priceOf(cells) > 0).map(keyOf));
  const free = profile.head.filter(isFree);
  if (free.length < fewest || !free.every((cells) => priced.has(keyOf(cells)))) return undefined;
  return { field: "status", columns: [column], of: (cells) => (isFree(cells) ? repeated : "") };
}
