import { scanDate } from "../cells/dates.ts";
import { normaliseHeading } from "../cells/heading-key.ts";
import { movementOf } from "../cells/movements.ts";
import { totalSaid } from "../cells/total-words.ts";
import { synonymsOf } from "../columns/synonyms.ts";
import { filledCells } from "../table/blank-rows.ts";
import { reshaped, type Table, type TableRecord } from "../table/record.ts";
import { titledItem } from "./titled-items.ts";

/** Rows by which a report of groups is recognised. */
const sampleRows = 1000;
/** Share of its rows that are either the name of a group or a line below it. */
const leastShare = 0.95;

/** Headings of any number, be it of the item or of the document. */
const numbers = new Set(["nummer", "code", "id"]);

type Role = "group" | "line" | "other";

function roleOf(cells: readonly string[], column: number): Role {
  const filled = filledCells(cells);
  const isNamed = (cells[column] ?? "").trim() !== "";
  if (isNamed) return filled === 1 ? "group" : "other";
  return filled >= 2 ? "line" : "other";
}

const isTotal = (text: string): boolean => totalSaid(text.trim()) !== undefined;

/** True where a heading names the items already. */
export const namesItems = (header: readonly string[]): boolean => {
  const items = new Set(
    synonymsOf("orders").flatMap(({ field, key }) => (field === "item" && !numbers.has(key) ? [key] : [])),
  );
  return header.some((heading) => items.has(normaliseHeading(heading).key));
};

/** What the groups are: the items, unless a column names these, or the title speaks of customers or suppliers. */
function headingOf({ header, preamble }: Table, column: number): string {
  const own = header[column]?.trim() ?? "";
  if (own !== "") return own;
  return namesItems(header) ? "group" : groupsOf(preamble);
}

/** What the groups of a report are by its title. */
export function groupsOf(preamble: readonly string[]): "customer" | "supplier" | "item" {
  const title = preamble.join(" ");
  if (/customer|kunde|client|debitor/i.test(title)) return "customer";
  return /vendor|supplier|lieferant|kreditor|fournisseur/i.test(title) ? "supplier" : "item";
}

/** The word that the names of all groups begin with: "Kunde: " of "Kunde: Bau Nord"; "" where they begin differently. */
function labelOf(names: readonly string[]): string {
  const label = /^[\p{L} .-]{3,25}:\s*/u.exec(names[0] ?? "")?.[0] ?? "";
  return label !== "" && names.every((name) => name.startsWith(label)) ? label : "";
}

const ofLabel = /^([\p{L} .-]{3,25}?)\s*:\s*(\S.*)$/u;

/** The words before the names of groups on several levels, from the outside: "Magazyn" and "Towar". */
function levelsOf(names: readonly string[]): readonly string[] {
  const labels = names.map((name) => ofLabel.exec(name)?.[1]);
  const known = [...new Set(labels)].filter((label) => label !== undefined);
  return !labels.includes(undefined) && known.length > 1 && known.length <= 3 ? known : [];
}

/** Where the lines of a group begin with their day or their kind: a group is another text alone in that column. */
const besideRole = (cells: readonly string[], column: number): Role => {
  const filled = filledCells(cells);
  const text = (cells[column] ?? "").trim();
  const isDay = !["unreadable", "missing", "short"].includes(scanDate(text).kind);
  if (isDay || (filled >= 2 && /^\p{L}/u.test(text) && movementOf(text) !== undefined))
    return filled >= 2 ? "line" : "other";
  return filled === 1 ? "group" : "other";
};

/**
 * A report whose groups stand in rows of their own, above their lines, as a table whose lines name their group; any
 * other table as it is.
 */
export function withGroups(table: Table): Table {
  const sample: TableRecord[] = [];
  for (const record of table.records()) {
    sample.push(record);
    if (sample.length >= sampleRows) break;
  }
  const first = sample[0]?.cells ?? [];
  if (filledCells(first) !== 1 || table.header.length < 3) return table;
  const column = first.findIndex((cell) => cell.trim() !== "");
  const own = sample.filter(({ cells }) => !isTotal(cells[column] ?? ""));
  const beside = own.filter(({ cells }) => besideRole(cells, column) === "line").length >= 2;
  if (beside && namesItems(table.header)) return table;
  const role = beside ? besideRole : roleOf;
  const roles = own.map(({ cells }) => role(cells, column));
  const [groups, lines] = (["group", "line"] as const).map(
    (wanted) => roles.filter((one) => one === wanted).length,
  );
  if (groups === undefined || lines === undefined || groups < 2 || lines < 2) return table;
  if (groups + lines < leastShare * own.length) return table;
  const names = own.flatMap(({ cells }, k) => (roles[k] === "group" ? [cells[column] ?? ""] : []));
  const levels = beside ? [] : levelsOf(names);
  if (levels.length > 0) return withLevels(table, { column, levels, role }, sample[0]);
  const label = labelOf(names);
  const isTitled = names.every((name) => titledItem(name) !== undefined);
  const nameOf = (name: string): string =>
    isTitled ? (titledItem(name) ?? name) : name.slice(label.length).trim();
  const header = beside
    ? [...table.header, isTitled || label === "" ? "item" : label.replace(/(?<![:\s])[:\s]+$/, "")]
    : table.header.map((name, k) => (k === column ? headingOf(table, column) : name));
  function* records(): Generator<TableRecord> {
    let group = "";
    for (const record of table.records()) {
      const what = role(record.cells, column);
      if (what === "group") group = nameOf(record.cells[column] ?? "");
      if (what === "group" || isTotal(record.cells[column] ?? "")) continue;
      const { row, cells } = record;
      if (beside) yield { row, cells: [...cells, what === "line" ? group : ""] };
      else if (what !== "line") yield record;
      else yield { ...record, cells: cells.map((cell, k) => (k === column ? group : cell)) };
    }
  }
  return reshaped(table, header, records, {
    code: "rows-of-groups",
    severity: "info",
    row: sample[0]?.row ?? 1,
    text: first[column] ?? "",
  });
}

/** A report whose groups stand on several levels, each with its word, as a table whose lines name all of them. */
function withLevels(
  table: Table,
  {
    column,
    levels,
    role,
  }: {
    readonly column: number;
    readonly levels: readonly string[];
    readonly role: (cells: readonly string[], column: number) => Role;
  },
  first: TableRecord | undefined,
): Table {
  function* records(): Generator<TableRecord> {
    const names = new Map<string, string>();
    for (const { row, cells, types } of table.records()) {
      const text = cells[column] ?? "";
      if (isTotal(text)) continue;
      const what = role(cells, column);
      const [, label = "", name = ""] = ofLabel.exec(text.trim()) ?? [];
      if (what === "group") {
        for (const inner of levels.slice(levels.indexOf(label))) names.delete(inner);
        names.set(label, name);
      }
      if (what !== "line") continue;
      const own = [...cells, ...levels.map((level) => names.get(level) ?? "")];
      yield types === undefined
        ? { row, cells: own }
        : { row, cells: own, types: Uint8Array.of(...types, ...levels.map(() => 0)) };
    }
  }
  const header = table.header.map((heading, k) => (k === column ? "" : heading));
  return reshaped(table, [...header, ...levels], records, {
    code: "rows-of-groups",
    severity: "info",
    row: first?.row ?? 1,
    text: first?.cells[column] ?? "",
  });
}
