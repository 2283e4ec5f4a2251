import { normaliseHeading } from "../cells/heading-key.ts";
import type { Field } from "../columns/fields.ts";
import { synonymsOf } from "../columns/synonyms.ts";
import { reshaped, type Table, type TableRecord } from "../table/record.ts";
import { figuresIn } from "./figures.ts";
import { isSame } from "./summed-rows.ts";

/** From this share of the rows on a balance proves which way they moved. */
const proof = 0.95;
/** Rows that a balance must explain. */
const fewest = 3;
const mostRows = 50_000;
const mostColumns = 40;

type Way = "receipt" | "issue" | "";

/** Columns whose headings name a field. */
function columnsOf(header: readonly string[], field: Field): number[] {
  const keys = new Set(synonymsOf("orders").flatMap((one) => (one.field === field ? [one.key] : [])));
  return header.flatMap((heading, column) => (keys.has(normaliseHeading(heading).key) ? [column] : []));
}

interface Row {
  readonly item: string;
  readonly moved: number;
  readonly balance: number;
}

/** Which way each row moved by what its balance has more or less than that of the row before it, or behind it. */
function waysOf(rows: readonly Row[], isNewestFirst: boolean): Way[] | undefined {
  const ways: Way[] = rows.map(() => "");
  const last = new Map<string, number>();
  let [chained, hits] = [0, 0];
  const order = isNewestFirst ? rows.map((_, k) => rows.length - 1 - k) : rows.map((_, k) => k);
  for (const k of order) {
    const { item = "", moved = 0, balance = 0 } = rows[k] ?? {};
    const before = last.get(item);
    last.set(item, balance);
    if (moved === 0) continue;
    if (before === undefined) {
      // What is all there is came in.
      ways[k] = isSame(balance, moved) ? "receipt" : "issue";
      continue;
    }
    chained++;
    if (isSame(balance - before, moved)) ways[k] = "receipt";
    else if (isSame(before - balance, moved)) ways[k] = "issue";
    else continue;
    hits++;
  }
  const isBoth = ways.includes("receipt") && ways.includes("issue");
  return chained >= fewest && hits >= proof * chained && isBoth ? ways : undefined;
}

/** Rows with their item, what moved and one more figure; undefined where some moved below zero or says no number. */
function rowsOf(
  records: readonly TableRecord[],
  item: number,
  moved: number,
  balance: number,
): Row[] | undefined {
  const [movedOf, balanceOf] = [figuresIn(records, [moved]), figuresIn(records, [balance])];
  const rows = records.map((record) => ({
    item: item < 0 ? "" : (record.cells[item] ?? "").trim(),
    moved: movedOf(record, moved),
    balance: balanceOf(record, balance),
  }));
  return rows.every((row) => row.moved >= 0 && !Number.isNaN(row.balance)) ? rows : undefined;
}

/** Which way the rows of a table moved, by whatever column is their balance. */
function provedWays(table: Table, records: readonly TableRecord[], moved: number): Way[] | undefined {
  const [item = -1] = columnsOf(table.header, "item");
  const others = table.header
    .map((_, column) => column)
    .filter((column) => column !== item && column !== moved);
  for (const balance of others) {
    const rows = rowsOf(records, item, moved, balance);
    const ways = rows === undefined ? undefined : (waysOf(rows, false) ?? waysOf(rows, true));
    if (ways !== undefined) return ways;
  }
  return undefined;
}

/**
 * A list of movements without a sign or a word of their way, whose balance says it: what it grew by came in, what it
 * fell by went out. Any other table as it is.
 */
export function withBalancedWays(table: Table): Table {
  const { header } = table;
  const [moved, second] = columnsOf(header, "quantity");
  const isTold = (["kind", "direction", "rowType"] as const).some(
    (field) => columnsOf(header, field).length > 0,
  );
  if (moved === undefined || second !== undefined || isTold || header.length > mostColumns) return table;
  const records: TableRecord[] = [];
  for (const record of table.records()) if (records.push(record) > mostRows) return table;
  const ways = provedWays(table, records, moved);
  if (ways === undefined) return table;
  function* withWays(): Generator<TableRecord> {
    let k = 0;
    for (const { row, cells, types } of table.records()) {
      const own = { row, cells: [...cells, ways?.[k++] ?? ""] };
      yield types === undefined ? own : { ...own, types: Uint8Array.from([...types, 0]) };
    }
  }
  return reshaped(table, [...header, "Bewegungsart"], withWays, {
    code: "balance-tells-way",
    severity: "info",
    row: table.headerRow,
    count: ways.filter((way) => way === "receipt").length,
  });
}
