import { missingWords } from "../words/missing.ts";
import type { Session } from "./session.ts";

/** What somebody typed about an item that the files do not say. */
export interface Entered {
  readonly leadTimeDays?: number;
  readonly onHand?: number;
  readonly maximumStock?: number;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Entries as a file of items, in the canonical columns, those that something was typed in. */
export function entriesCsv(rows: ReadonlyMap<string, Entered>): string {
  const all = [...rows.values()];
  const columns = (["leadTimeDays", "onHand", "maximumStock"] as const).filter((column) =>
    all.some((one) => one[column] !== undefined),
  );
  return [
    ["item", ...columns].join(","),
    ...Array.from(rows, ([item, one]) =>
      [quoted(item), ...columns.map((column) => one[column] ?? "")].join(","),
    ),
    "",
  ].join("\r\n");
}

/** Sends entries beside those of before, for all later plans; false where that failed. */
export const enter = ({ attempt, client }: Session, rows: ReadonlyMap<string, Entered>): Promise<boolean> =>
  attempt(() =>
    client.upload(new Blob([entriesCsv(rows)]), missingWords.entriesFile, {
      kind: "items",
      source: "page",
      mode: "delta",
    }),
  );

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
