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
 * Sees further headings whose columns stand in another order, or of which some are new or some left out: the parts of a
 * list that somebody put together. Headings in other words are no business of these (second-headings.ts). Tables whose
 * headings are not clear have none.
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
    const isLikely = asWritten.has(cells[0] ?? "") || cells.length !== width;
    if (!isClear || !isLikely) return undefined;
    const own = named(cells);
    const ownFilled = own.filter((name) => name !== "");
    const shared = ownFilled.filter((name) => known.has(name)).length;
    if (new Set(ownFilled).size !== ownFilled.length || shared < 3) return undefined;
    if (shared < leastShared * Math.max(filled.length, ownFilled.length)) return undefined;
    const [isAll, isKnown] = [shared === filled.length, shared === ownFilled.length];
    if (!isAll && !isKnown) return undefined;
    const from = names.map((name) => (name === "" ? -1 : own.indexOf(name)));
    return { width: cells.length, from, isWhole: isAll && isKnown };
  };
}

/** Rows among which the heading of a table stands. */
const mostPreamble = 10;

/**
 * The rows of a table above a further heading that repeats all of its headings, or some of them alone, and is wider or
 * narrower: by them the table is understood. All rows where there is none.
 */
export function firstPart(rows: readonly RawRecord[]): readonly RawRecord[] {
  for (const [k, { cells }] of rows.slice(0, mostPreamble).entries()) {
    const names = named(cells);
    if (names.length < 3 || names.some((name) => !/\p{L}/u.test(name))) continue;
    if (new Set(names).size < names.length) continue;
    const at = rows.findIndex(({ cells: other }, n) => {
      if (n < k + 2 || other.length < 3 || other.length === names.length) return false;
      const own = new Set(named(other));
      const shared = names.filter((name) => own.has(name)).length;
      return (
        own.size === other.length &&
        shared >= 3 &&
        shared === Math.min(names.length, other.length) &&
        shared >= leastShared * Math.max(names.length, other.length)
      );
    });
    if (at > 0) return rows.slice(0, at);
  }
  return rows;
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
