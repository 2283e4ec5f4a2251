import { totalSaid } from "../cells/total-words.ts";
import { filledCells } from "../table/blank-rows.ts";
import { reshaped, type Table, type TableRecord } from "../table/record.ts";
import { groupsOf, namesItems } from "./group-rows.ts";

/** Rows by which such a report is recognised. */
const sampleRows = 1000;
/** Share of its rows that are a group, a sum or a line of them. */
const leastShare = 0.95;
/** Cells that a line fills at least. */
const leastFilled = 4;

type Role = "group" | "total" | "line" | "other";

/** A code and its name alone in the first two cells stand above the lines of it. */
function roleOf(cells: readonly string[]): Role {
  const filled = filledCells(cells);
  const [code = "", name = ""] = cells.map((cell) => cell.trim());
  if (totalSaid(code) !== undefined) return "total";
  if (filled === 2 && code !== "" && /^\p{L}[^\d]*\p{L}/u.test(name)) return "group";
  return filled >= leastFilled ? "line" : "other";
}

/**
 * A report whose groups stand with their code and their name in a row of their own, above lines that begin otherwise
 * (MYOB: "CUP, Cup" above its sales), as a table whose lines name their group; any other table as it is.
 */
export function withCodedGroups(table: Table): Table {
  const { header } = table;
  if (header.length < leastFilled || namesItems(header)) return table;
  const sample: TableRecord[] = [];
  for (const record of table.records()) {
    sample.push(record);
    if (sample.length >= sampleRows) break;
  }
  const roles = sample.map(({ cells }) => roleOf(cells));
  const groups = sample.filter((_, k) => roles[k] === "group");
  const known = roles.filter((role) => role !== "other").length;
  const codes = new Set(groups.map(({ cells }) => cells[0]));
  const isAbove = roles.every(
    (role, k) => role !== "group" || roles[k + 1] === "line" || k === roles.length - 1,
  );
  if (roles[0] !== "group" || groups.length < 2 || codes.size < groups.length || !isAbove) return table;
  if (known < leastShare * roles.length) return table;
  function* records(): Generator<TableRecord> {
    let group = "";
    for (const { row, cells, types } of table.records()) {
      const role = roleOf(cells);
      if (role === "group") group = (cells[0] ?? "").trim();
      if (role !== "line") continue;
      const own = types === undefined ? {} : { types: Uint8Array.of(...types, 0) };
      yield { row, cells: [...cells, group], ...own };
    }
  }
  return reshaped(table, [...header, groupsOf(table.preamble)], records, {
    code: "rows-of-groups",
    severity: "info",
    row: sample[0]?.row ?? 1,
    text: groups[0]?.cells[0] ?? "",
  });
}
