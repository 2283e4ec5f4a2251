import { isQuantity, mostQuantity } from "../../bounds.ts";
import { defined } from "../../defined.ts";
import type { Issue } from "../../issue.ts";
import { encode, lineKinds, noDay, type OrderLines, reserve } from "../../order.ts";
import type { Field } from "../columns/fields.ts";
import { type IssueList, issueList } from "../issue-list.ts";
import type { InputCount, ReadOptions } from "../read-options.ts";
import type { ByteSource } from "../source.ts";
import { type CodedTable, textAt } from "../typed/coded-table.ts";
import { type DateColumn, plainText } from "../typed/typed-columns.ts";
import { damagedItems } from "./damaged-items.ts";
import { lineChecks, type UsableLine } from "./line-checks.ts";
import { type LineColumns, lineColumns } from "./line-columns.ts";
import { linePrice, lineRatio } from "./line-prices.ts";
import { type LineReport, lineReport } from "./line-report.ts";
import type { TypedFile } from "./typed-file.ts";

const kindCode = new Map(lineKinds.map((kind, code) => [kind, code]));

/** A file whose lines are in the history. */
export interface AppendedFile {
  readonly source: ByteSource;
  readonly input: InputCount;
  /** Hash of what the unnamed columns of each of its lines hold, where asked for. */
  readonly rest?: Int32Array;
  /** What is odd about its rows, each with its place. */
  readonly issues: readonly Issue[];
}

/** Appends the lines of a file to the history; a row that cannot count, and what was mended, is an issue. */
export function appendFile(file: TypedFile, lines: OrderLines, options: ReadOptions): AppendedFile {
  const { source, coded, orphans } = file;
  const issues = issueList(coded.file);
  for (const row of orphans) issues.add({ code: "order-without-head", severity: "warning", row });
  const damaged = damagedItems(coded, options);
  for (const issue of damaged.issues) issues.add(issue);
  const first = lines.length;
  const used = appendLines(file, lines, issues, damaged.restored);
  const { filledDown: count } = coded;
  if (count > 0) issues.add({ code: "filled-down", severity: "info", count });
  return {
    source,
    input: { file: coded.file, lines: coded.records, used },
    ...defined({ rest: restOf(coded, lines, first) }),
    issues: [...coded.table.issues(), ...issues.list()],
  };
}

/** The hashes of a table, for its lines from `first` on that are in the history. */
function restOf(coded: CodedTable, lines: OrderLines, first: number): Int32Array | undefined {
  const { rest, rows } = coded;
  if (rest === undefined) return undefined;
  const own = new Int32Array(lines.length - first);
  let at = 0;
  for (let k = first; k < lines.length; k++) {
    while (rows[at] !== lines.row[k]) at++;
    own[k - first] = rest[at++];
  }
  return own;
}

/**
 * Appends the lines of a table. Returns the rows of the file that were used (of a wide table: rows with at least one
 * figure).
 */
function appendLines(
  { coded, styles, movements, states }: TypedFile,
  lines: OrderLines,
  issues: IssueList,
  restored: (text: string) => string | undefined,
): number {
  const file = lines.files.push(coded.file) - 1;
  const report = lineReport(coded, issues);
  const columns = lineColumns(coded, styles, lines);
  const check = lineChecks(coded, columns, movements, states, report, restored);
  const append = appender(coded, columns, file, lines, report);
  const isWide = coded.wide !== undefined;
  let used = 0;
  let usedRow = -1;
  for (let k = 0; k < coded.length; k++) {
    const usable = check(k);
    if (usable === undefined || !append(k, usable)) continue;
    if (!isWide || usedRow !== coded.rows[k]) used++;
    usedRow = coded.rows[k];
  }
  return used;
}

/** Appends one line with what stands beside item, date and quantity; false when it cannot be converted. */
function appender(
  coded: CodedTable,
  columns: LineColumns,
  file: number,
  lines: OrderLines,
  report: LineReport,
): (k: number, line: UsableLine) => boolean {
  const entered = new Int32Array(coded.columns.get("item")?.texts.length ?? 0).fill(-1);
  const hasCustomers = coded.columns.has("customer");
  return (k, { itemCode, item, cleaned, day, byPeriod, move }) => {
    const ratio = lineRatio(columns, k);
    if (Number.isNaN(ratio)) {
      report("unit-factor-unusable", k, "unitFactor", { item });
      return false;
    }
    const toBase = columns.isBaseQuantity ? 1 : ratio;
    const moved = move.quantity * toBase + 0;
    if (!isQuantity(moved)) {
      report("quantity-beyond-bounds", k, "quantity", { item, most: mostQuantity });
      return false;
    }
    const price = linePrice(coded, columns, k, ratio, moved, (code, field) =>
      report(code, k, field, { item }),
    );
    const anonymous = hasCustomers && plainText(textAt(coded, "customer", k)) === undefined;
    const isCorrection = anonymous && move.kind === "return" && price === 0;
    if (isCorrection) report("zero-price-correction", k, "quantity", { item });
    if (entered[itemCode] < 0) {
      entered[itemCode] = encode(lines.items, item);
      if (cleaned) report("item-cleaned", k, "item", { item });
    }
    reserve(lines);
    const at = lines.length++;
    lines.file[at] = file;
    lines.row[at] = coded.rows[k];
    lines.item[at] = entered[itemCode];
    lines.day[at] = day;
    lines.byPeriod[at] = byPeriod ? 1 : 0;
    lines.quantity[at] = moved;
    lines.kind[at] = kindCode.get(isCorrection ? "adjustment" : move.kind) as number;
    lines.unit[at] = toBase === 1 && (ratio === 1 || !columns.isOrderUnit) ? columns.unit(k) : -1;
    lines.price[at] = price;
    lines.currency[at] = columns.currency(k);
    lines.supplier[at] = columns.supplier(k);
    const names = moved < 0 ? columns.reference(k) : -1;
    lines.order[at] = names >= 0 ? names : columns.order(k);
    lines.line[at] = columns.position(k);
    lines.dueDay[at] = sideDay(columns.due, k, "dueDate", report);
    lines.receiptDay[at] = sideDay(columns.receipt, k, "receiptDate", report);
    const received = columns.received.at(k) * toBase;
    lines.receivedQuantity[at] = isQuantity(received) ? received : Number.NaN;
    lines.location[at] = columns.location(k);
    lines.project[at] = columns.project(k);
    return true;
  };
}

/** Day of a due or receipt date; one that cannot be read is reported and stays empty. */
function sideDay(column: DateColumn, line: number, field: Field, report: LineReport): number {
  if (!column.present) return noDay;
  const day = column.dayAt(line);
  if (day !== noDay) return day;
  const found = column.at(line);
  if ("problem" in found && (found.problem === "impossible" || found.problem === "unreadable"))
    report("side-date-unusable", line, field);
  return noDay;
}
