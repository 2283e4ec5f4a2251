import type { IssueList } from "../../issue-list.ts";
import type { Layout } from "../layout.ts";
import type { RawRecord } from "../records.ts";

/** Where the cells of the rows below a further heading belong. */
interface Reorder {
  /** Cells of such a row. */
  readonly width: number;
  /** For each column of the table: the cell that belongs there, -1 for none. */
  readonly from: readonly number[];
  /** True where each heading is there, and no other. */
  readonly isWhole: boolean;
}

/** Share of the headings of a table that a further heading must repeat. */
const leastShared = 0.6;

const named = (cells: readonly string[]): string[] => cells.map((cell) => cell.trim().toLowerCase());

/**
 * Sees further headings whose columns stand in another order, or of which some are new or left out: the parts of a
 * list that somebody put together. Tables whose headings are not clear have none.
 */
function headingAgain({
  headings,
  header,
  width,
}: Layout): (cells: readonly string[]) => Reorder | undefined {
  const names = named(header);
  const filled = names.filter((name) => name !== "");
  const isClear = headings.length === 1 && filled.length >= 3 && new Set(filled).size === filled.length;
  const known = new Set(filled);
  const asWritten = new Set(header.filter((name) => name.trim() !== ""));
  return (cells) => {
    // One of another width heads another table.
    if (!isClear || cells.length !== width || !asWritten.has(cells[0] ?? "")) return undefined;
    const own = named(cells);
    const ownFilled = own.filter((name) => name !== "");
    const shared = ownFilled.filter((name) => known.has(name)).length;
    if (new Set(ownFilled).size !== ownFilled.length || shared < 2) return undefined;
    if (shared < leastShared * Math.max(filled.length, ownFilled.length)) return undefined;
    const from = names.map((name) => (name === "" ? -1 : own.indexOf(name)));
    const isWhole = shared === filled.length && shared === ownFilled.length;
    return { width: cells.length, from, isWhole };
  };
}

/** A row below a further heading in the order of the table. */
function reordered(raw: RawRecord, { width, from }: Reorder): RawRecord {
  const { cells, types, row } = raw;
  if (cells.length !== width) return raw;
  const ordered = from.map((at) => (at < 0 ? "" : (cells[at] ?? "")));
  if (types === undefined) return { row, cells: ordered };
  return { row, cells: ordered, types: Uint8Array.from(from, (at) => (at < 0 ? 0 : (types[at] ?? 0))) };
}

const isSameOrder = ({ from, isWhole }: Reorder): boolean =>
  isWhole && from.every((at, column) => at === column || at < 0);

/** The rows of a table in the order of its first heading, without the headings that say another one. */
export function* inOneOrder(
  raws: Iterable<RawRecord>,
  layout: Layout,
  issues: IssueList,
): Generator<RawRecord> {
  const again = headingAgain(layout);
  let order: Reorder | undefined;
  for (const raw of raws) {
    const found = raw.row < layout.firstRow ? undefined : again(raw.cells);
    if (found !== undefined) order = isSameOrder(found) ? undefined : found;
    if (found === undefined || order === undefined) {
      yield order === undefined ? raw : reordered(raw, order);
      continue;
    }
    const severity = found.isWhole ? "info" : "warning";
    issues.add({ code: "header-reordered", severity, row: raw.row, text: raw.raw ?? raw.cells.join(";") });
  }
}
