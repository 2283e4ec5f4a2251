import { totalSaid } from "../cells/total-words.ts";
import { filledCells } from "../table/blank-rows.ts";
import type { Table, TableRecord } from "../table/record.ts";

/** Rows by which a report of groups within groups is recognised. */
const sampleRows = 1000;
/** Share of its rows that are a group, a sum or a line of them. */
const leastShare = 0.9;

type Role = "group" | "total" | "line" | "other";

/** Where the name of a group stands in the columns before the lines, and what a row is by that. */
function roleOf(cells: readonly string[], levels: number): { readonly role: Role; readonly level: number } {
  const named = filledCells(cells.slice(0, levels));
  const level = cells.findIndex((cell) => cell.trim() !== "");
  const others = filledCells(cells) - named;
  if (named === 0) return { role: others >= 2 ? "line" : "other", level };
  if (named > 1) return { role: "other", level };
  if (totalSaid((cells[level] ?? "").trim()) !== undefined) return { role: "total", level };
  return { role: others === 0 ? "group" : "other", level };
}

/** How many columns at the left have no heading. */
const unnamedColumns = (header: readonly string[]): number => {
  const first = header.findIndex((heading) => heading.trim() !== "");
  return first < 0 ? 0 : first;
};

/** True for a report whose groups stand on several levels, each in a column of its own without a heading. */
function hasLevels(table: Table, levels: number): boolean {
  if (levels < 2 || table.header.length < levels + 3) return false;
  const roles: ReturnType<typeof roleOf>[] = [];
  for (const { cells } of table.records()) {
    roles.push(roleOf(cells, levels));
    if (roles.length >= sampleRows) break;
  }
  const groups = roles.filter(({ role }) => role === "group");
  const lines = roles.filter(({ role }) => role === "line").length;
  const known = roles.filter(({ role }) => role !== "other").length;
  return (
    roles[0]?.role === "group" &&
    lines >= 2 &&
    new Set(groups.map(({ level }) => level)).size > 1 &&
    known >= leastShare * roles.length
  );
}

/**
 * A report of groups within groups (QuickBooks: "Inventory", below it each article, below that its lines) as one of the
 * innermost groups alone, all in one column; any other table as it is.
 */
export function withNestedGroups(table: Table): Table {
  const levels = unnamedColumns(table.header);
  if (!hasLevels(table, levels)) return table;
  const joined = ({ row, cells, types }: TableRecord, level: number): TableRecord => ({
    row,
    cells: [cells[Math.max(0, level)] ?? "", ...cells.slice(levels)],
    ...(types === undefined
      ? {}
      : { types: Uint8Array.of(types[Math.max(0, level)] ?? 0, ...types.slice(levels)) }),
  });
  function* records(): Generator<TableRecord> {
    let group: { readonly record: TableRecord; readonly level: number } | undefined;
    for (const record of table.records()) {
      const { role, level } = roleOf(record.cells, levels);
      // A group above another one has no lines of its own.
      if (group !== undefined && !(role === "group" && level > group.level))
        yield joined(group.record, group.level);
      group = role === "group" ? { record, level } : undefined;
      if (role !== "group") yield joined(record, level < levels ? level : 0);
    }
  }
  return {
    ...table,
    header: ["", ...table.header.slice(levels)],
    records: () => ({ [Symbol.iterator]: records }),
  };
}
