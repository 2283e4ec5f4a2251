import { isBlank, isRule } from "./blank-rows.ts";
import type { Layout } from "./layout.ts";
import type { RawRecord } from "./records.ts";

/** What stands around the cells of every line: delimiters at the edges, blanks that pad the cells. */
export interface Edges {
  /** Width with the empty columns at the edges. */
  readonly rawWidth: number;
  /** Lines begin with a delimiter (pipes of a list download). */
  readonly lead: boolean;
  /** Lines end with a delimiter (JTL, pipes): a phantom column. */
  readonly tail: boolean;
  /** Cells are padded to columns with blanks. */
  readonly padded: boolean;
}

/**
 * The edges that all rows of a sample share. An empty last column is a phantom only when it has no heading either:
 * without headings nobody can tell.
 */
export function edgesOf(rows: readonly RawRecord[], layout: Layout, delimiter: string): Edges {
  const { width, header } = layout;
  const whole = rows.filter(({ cells }) => cells.length === width);
  const enough = width > 2 && whole.length > 0;
  const lead = enough && delimiter === "|" && whole.every(({ cells }) => cells[0].trim() === "");
  const unnamed = lead || (header.at(-1) === "" && layout.mendedHeadings.length === 0);
  const tail = enough && unnamed && whole.every(({ cells }) => (cells.at(-1) as string).trim() === "");
  let cells = 0;
  let blanks = 0;
  if (delimiter === "|") {
    for (const row of whole) {
      for (const cell of row.cells) {
        if (cell === "") continue;
        cells++;
        if (cell.startsWith(" ") || cell.endsWith(" ")) blanks++;
      }
    }
  }
  return { rawWidth: width, lead, tail, padded: blanks * 2 > cells };
}

/** Width of the table without its edges. */
export const innerWidth = ({ rawWidth, lead, tail }: Edges): number =>
  rawWidth - (lead ? 1 : 0) - (tail ? 1 : 0);

/** A record without the edges; records of another width keep what they cannot do without. */
export function withoutEdges(record: RawRecord, edges: Edges): RawRecord {
  const { lead, tail, padded, rawWidth } = edges;
  if (!lead && !tail && !padded) return record;
  if (isBlank(record.cells) || isRule(record.raw ?? "")) return record;
  let { cells } = record;
  if (padded) cells = cells.map((cell) => cell.trim());
  if (lead && cells[0].trim() === "") cells = cells.slice(1);
  if (tail && cells.length >= rawWidth - (lead ? 1 : 0) && cells.at(-1) === "") cells = cells.slice(0, -1);
  return { ...record, cells };
}
