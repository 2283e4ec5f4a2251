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
