import { dayNumber } from "../calendar/date.ts";
import type { Issue } from "../issue.ts";
import { encode, lineKinds, noDay, type OrderLines, reserve } from "../order.ts";
import { bareText } from "./cells.ts";
import { type CodedTable, textAt } from "./coded-table.ts";
import type { Field } from "./fields.ts";
import { normaliseHeading } from "./heading-key.ts";
import type { IssueList } from "./issue-list.ts";
import { type LineKinds, moveOf } from "./line-kinds.ts";
import { currencyOf } from "./numbers.ts";
import { dividedBy } from "./per-unit.ts";
import { hasTotalLabel, isOtherRow, isYes, itemTexts } from "./row-checks.ts";
import { columnName, type Styles } from "./styles.ts";
import {
  dateColumn,
  dictionaryColumn,
  idText,
  numberColumn,
  plainText,
  supplierId,
} from "./typed-columns.ts";

const earliest = dayNumber(1950, 1, 1);
const latest = dayNumber(2200, 12, 31);
const kindCode = new Map(lineKinds.map((kind, code) => [kind, code]));

const dateCodes = {
  missing: "date-missing",
  open: "date-open-end",
  impossible: "no-such-date",
  unreadable: "date-unreadable",
  ambiguous: "date-unreadable",
} as const;

const severityOf: Readonly<Record<string, Issue["severity"]>> = {
  "row-without-data": "info",
  "total-row": "info",
  "line-deleted": "info",
  "not-an-item-row": "info",
  "pseudo-item": "info",
  "zero-price-correction": "info",
  "item-damaged": "error",
  "item-digits-lost": "error",
  "kind-unknown": "error",
};

/**
 * Appends the lines of a table to the history. Every line left out is an issue with its row; returns the lines
 * used. The `hash` of what stands beside the fields is kept in `rests`, line by line, where the table has one.
 */
export function foldLines(
  coded: CodedTable,
  styles: Styles,
  kinds: LineKinds,
  file: number,
  lines: OrderLines,
  issues: IssueList,
): number {
  const items = itemTexts(coded);
  const itemCodes = coded.columns.get("item")?.codes ?? new Int32Array(coded.length);
  const entered = new Int32Array(items.length).fill(-1);
  const number = (field: Field) => numberColumn(coded, styles, field);
  const quantity = number("quantity");
  const unitFactor = number("unitFactor");
  const orderQuantity = number("orderQuantity");
  const [price, priceUnit, amount, received] = [
    number("price"),
    number("priceUnit"),
    number("amount"),
    number("receivedQuantity"),
  ];
  const date = dateColumn(coded, styles, "date");
  const due = dateColumn(coded, styles, "dueDate");
  const receipt = dateColumn(coded, styles, "receiptDate");
  const unitColumn = dictionaryColumn(coded, "unit", lines.units, plainText);
  // "12 Stk" in the quantity column: the unit stands beside the number.
  const unit = coded.columns.has("unit")
    ? unitColumn
    : (line: number) => encode(lines.units, quantity.scanAt(line)?.suffix);
  const currency = currencyColumn(coded, styles, lines);
  const combined = coded.columns.has("supplierAndName");
  const supplierField = combined
    ? "supplierAndName"
    : coded.columns.has("supplier")
      ? "supplier"
      : "supplierName";
  const supplier = dictionaryColumn(coded, supplierField, lines.suppliers, supplierId(combined));
  const order = dictionaryColumn(coded, "order", lines.orders, idText);
  const reference = dictionaryColumn(coded, "reference", lines.orders, idText);
  const position = dictionaryColumn(coded, "line", lines.lines, idText);
  const location = dictionaryColumn(coded, "location", lines.locations, idText);
  const project = dictionaryColumn(coded, "project", lines.projects, idText);
  const kindCodes = coded.columns.get("kind")?.codes;
  const directionCodes = coded.columns.get("direction")?.codes;
  const isBase = isBaseQuantity(columnName(coded, "quantity"));
  const customers = coded.columns.has("customer");
  const flagged = (field: Field, test: (text: string) => boolean): ((line: number) => boolean) => {
    const column = coded.columns.get(field);
    if (column === undefined) return () => false;
    const set = column.texts.map(test);
    return (line) => set[column.codes[line] as number] as boolean;
  };
  const deleted = flagged("deleted", isYes);
  const otherRow = flagged("rowType", isOtherRow);
  const unknownKinds = new Set<number>();

  const report = (code: string, line: number, field: Field, more: Partial<Issue> = {}): void => {
    const column =
      (field === "quantity" ? coded.wideHeadings?.get(textAt(coded, "date", line)) : undefined) ??
      columnName(coded, field);
    const text = bareText(textAt(coded, field, line));
    const severity = severityOf[code] ?? "warning";
    const at = { row: coded.rows[line] as number, ...(column === undefined ? {} : { column }) };
    issues.add({ code, severity, ...at, ...(text === "" ? {} : { text }), ...more });
  };

  let used = 0;
  let usedRow = -1;
  // A row of a wide table is reported once, whatever the number of its cells.
  let saidRow = -1;
  const isWide = coded.wide !== undefined;
  for (let k = 0; k < coded.length; k++) {
    const itemCode = itemCodes[k] as number;
    const item = items[itemCode] ?? { problem: "missing" as const };
    const when = date.at(k);
    const raw = quantity.at(k);
    if (deleted(k)) {
      report("line-deleted", k, "deleted");
      continue;
    }
    if (otherRow(k)) {
      report("not-an-item-row", k, "rowType");
      continue;
    }
    if (!("id" in item) && isWide && saidRow === coded.rows[k]) continue;
    if (!("id" in item)) {
      saidRow = coded.rows[k] as number;
      const { problem } = item;
      if (problem === "total" || (problem === "missing" && hasTotalLabel(coded, k)))
        report("total-row", k, "item");
      else if (problem === "pseudo") report("pseudo-item", k, "item");
      else if (problem === "damaged") report("item-damaged", k, "item");
      else if (problem === "digits-lost") report("item-digits-lost", k, "item");
      else if (Number.isNaN(raw) || "problem" in when) report("row-without-data", k, "item");
      else report("row-without-item", k, "item");
      continue;
    }
    if (!("day" in when)) {
      if (hasTotalLabel(coded, k)) report("total-row", k, "date");
      else report(dateCodes[when.problem], k, "date", { item: item.id });
      continue;
    }
    if (when.day < earliest || when.day > latest) {
      report("no-such-date", k, "date", { item: item.id });
      continue;
    }
    const scan = quantity.scanAt(k);
    if (Number.isNaN(raw) || scan === undefined) {
      const shape = scan?.shape ?? "missing";
      const code =
        shape === "missing"
          ? "quantity-missing"
          : shape === "unreadable"
            ? "quantity-unreadable"
            : "quantity-against-style";
      report(code, k, "quantity", { item: item.id });
      continue;
    }
    const kind = kindCodes?.[k] ?? -1;
    const move = moveOf(kinds, raw, kind, directionCodes?.[k] ?? -1);
    if (move === undefined) {
      const text = bareText(textAt(coded, "kind", k));
      const question = { id: `kind:${coded.mapping.fingerprint}:${text}`, candidates: lineKinds };
      report("kind-unknown", k, "kind", { item: item.id, ...(unknownKinds.has(kind) ? {} : { question }) });
      unknownKinds.add(kind);
      continue;
    }
    if (scan.scientific)
      report("number-scientific", k, "quantity", { severity: "info", item: item.id, value: raw });

    const factor = unitFactor.at(k);
    const hasFactor = factor > 0 && Number.isFinite(factor);
    if (unitFactor.present && !hasFactor && unitFactor.scanAt(k)?.shape !== "missing")
      report("unit-factor-unusable", k, "unitFactor", { item: item.id });
    const perLineUnit = isBase
      ? orderQuantity.present && orderQuantity.at(k) !== 0 && raw !== 0
        ? Math.abs(raw / orderQuantity.at(k))
        : hasFactor
          ? factor
          : 1
      : hasFactor
        ? factor
        : 1;
    const ratio = Number.isFinite(perLineUnit) && perLineUnit > 0 ? perLineUnit : 1;
    const toBase = isBase ? 1 : ratio;
    const moved = move.quantity * toBase;

    let cost = price.at(k);
    if (price.present && Number.isNaN(cost)) {
      // An empty cell is no price; "#WERT!" or NULL is one that got lost.
      if (price.scanAt(k)?.shape !== "missing")
        report("price-unreadable", k, "price", { item: item.id, severity: "info" });
      else if (textAt(coded, "price", k) !== "")
        report("price-missing", k, "price", { item: item.id, severity: "info" });
    }
    const per = priceUnit.at(k);
    if (per > 0) cost = dividedBy(cost, per);
    else if (priceUnit.present && priceUnit.scanAt(k)?.shape !== "missing") {
      report("price-unit-unusable", k, "priceUnit", { item: item.id });
      cost = Number.NaN;
    }
    cost /= ratio;
    if (!price.present && amount.present && moved !== 0) cost = Math.abs(amount.at(k) / moved);
    if (cost < 0) {
      report("price-negative", k, "price", { item: item.id });
      cost = Number.NaN;
    }
    const correction =
      customers &&
      move.kind === "return" &&
      cost === 0 &&
      plainText(textAt(coded, "customer", k)) === undefined;
    if (correction) report("zero-price-correction", k, "quantity", { item: item.id });

    reserve(lines);
    const at = lines.length++;
    let itemAt = entered[itemCode] as number;
    if (itemAt < 0) {
      itemAt = encode(lines.items, item.id);
      entered[itemCode] = itemAt;
      if (item.cleaned) report("item-cleaned", k, "item", { severity: "info", item: item.id });
    }
    lines.file[at] = file;
    lines.row[at] = coded.rows[k] as number;
    lines.item[at] = itemAt;
    lines.day[at] = when.day;
    lines.byPeriod[at] = when.byPeriod ? 1 : 0;
    lines.quantity[at] = moved + 0;
    lines.kind[at] = kindCode.get(correction ? "adjustment" : move.kind) as number;
    lines.unit[at] = toBase === 1 ? unit(k) : -1;
    lines.price[at] = cost;
    lines.currency[at] = currency(k);
    lines.supplier[at] = supplier(k);
    lines.order[at] = move.quantity < 0 && reference(k) >= 0 ? reference(k) : order(k);
    lines.line[at] = position(k);
    lines.dueDay[at] = dayOrNone(due, k, "dueDate", report);
    lines.receiptDay[at] = dayOrNone(receipt, k, "receiptDate", report);
    lines.receivedQuantity[at] = received.present ? received.at(k) * toBase : Number.NaN;
    lines.location[at] = location(k);
    lines.project[at] = project(k);
    if (!isWide || usedRow !== coded.rows[k]) used++;
    usedRow = coded.rows[k] as number;
  }
  return used;
}

type Report = (code: string, line: number, field: Field, more?: Partial<Issue>) => void;

function dayOrNone(
  column: ReturnType<typeof dateColumn>,
  line: number,
  field: Field,
  report: Report,
): number {
  if (!column.present) return noDay;
  const day = column.dayAt(line);
  if (day !== noDay) return day;
  const found = column.at(line);
  if ("problem" in found && (found.problem === "impossible" || found.problem === "unreadable"))
    report("side-date-unusable", line, field, { severity: "info" });
  return noDay;
}

/** True for a quantity column that is in the base unit already, whatever factor stands beside it. */
const isBaseQuantity = (name: string | undefined): boolean =>
  name !== undefined && /^(mengeinlagerme|stockquantity)$/.test(normaliseHeading(name).key);

/** Currency of a line: its own column, else what stands in the price cell, else the price's heading. */
function currencyColumn(coded: CodedTable, styles: Styles, lines: OrderLines): (line: number) => number {
  if (coded.columns.has("currency"))
    return dictionaryColumn(coded, "currency", lines.currencies, (text) => {
      const plain = plainText(text);
      return plain === undefined ? undefined : (currencyOf(plain) ?? plain.toUpperCase());
    });
  const price = numberColumn(coded, styles, "price");
  if (!price.present) return () => -1;
  const { hint } = normaliseHeading(columnName(coded, "price") ?? "");
  const heading =
    currencyOf(hint) ?? /_(eur|usd|chf|gbp)$/i.exec(columnName(coded, "price") ?? "")?.[1]?.toUpperCase();
  return (line) => encode(lines.currencies, price.scanAt(line)?.currency ?? heading);
}
