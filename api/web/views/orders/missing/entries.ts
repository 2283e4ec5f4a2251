/** What somebody typed about an item that the files do not say. */
export interface Entered {
  readonly leadTimeDays?: number;
  readonly onHand?: number;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Entries as a file of items, in the canonical columns. */
export const entriesCsv = (rows: ReadonlyMap<string, Entered>): string =>
  [
    "item,leadTimeDays,onHand",
    ...Array.from(rows, ([item, { leadTimeDays = "", onHand = "" }]) =>
      [quoted(item), leadTimeDays, onHand].join(","),
    ),
    "",
  ].join("\r\n");

/**
 * A table of the items to be filled in and dropped again: number and name are there, the other columns are empty.
 * @param heads headings with the delimiter of the reader's spreadsheet; item and name first
 */
export function listToFill(
  items: readonly string[],
  names: ReadonlyMap<string, string> | undefined,
  heads: string,
): string {
  const delimiter = heads.includes(";") ? ";" : ",";
  const empty = delimiter.repeat(heads.split(delimiter).length - 2);
  const rows = items.map((item) => `${quoted(item)}${delimiter}${quoted(names?.get(item) ?? "")}${empty}`);
  return [heads, ...rows, ""].join("\r\n");
}
