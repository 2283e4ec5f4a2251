import { by, defined, sheets, words } from "../../../src/index.ts";
import { type Lang, saidIn } from "../language.ts";
import { orderedAmount, orderedQuantity, sumByCurrency, type WorkLine } from "../session/work-line.ts";
import type { OrderView } from "../shapes.ts";
import { bookWords } from "../words/book.ts";
import { ordersWords } from "../words/orders.ts";

/** A row of an order or of a list, as a supplier, an ERP or a colleague needs it. */
export interface FileRow {
  readonly supplier?: string | undefined;
  readonly item: string;
  readonly supplierItem?: string | undefined;
  readonly name?: string | undefined;
  readonly quantity?: number | undefined;
  readonly unit?: string | undefined;
  readonly orderBy?: string | undefined;
  readonly receiptBy?: string | undefined;
  readonly unitPrice?: number | undefined;
  readonly amount?: number | undefined;
  readonly currency?: string;
  readonly decision?: string | undefined;
  readonly reason?: string | undefined;
}

/** An accepted order as a row of a file. */
export const rowOfOrder = (order: OrderView, lang: Lang): FileRow => ({
  item: order.item,
  quantity: order.quantity ?? 0,
  supplier: order.supplier ?? undefined,
  supplierItem: order.supplierItem ?? undefined,
  name: order.name ?? undefined,
  unit: order.unit ?? undefined,
  orderBy: order.orderBy ?? undefined,
  receiptBy: order.receiptBy ?? undefined,
  unitPrice: order.unitPrice ?? undefined,
  amount: order.amount ?? undefined,
  decision: saidIn(bookWords, lang).states[order.state],
  reason: order.reason ?? undefined,
  ...(order.currency === null ? {} : { currency: order.currency }),
});

/** A line of the work list as a row of a file, decided or not. */
export function rowOfLine(line: WorkLine, lang: Lang): FileRow {
  const { decided } = line;
  return {
    ...line,
    quantity: orderedQuantity(line),
    amount: orderedAmount(line),
    decision:
      decided?.approval === "awaiting"
        ? saidIn(bookWords, lang).awaiting
        : saidIn(ordersWords, lang).fileStates[decided?.action ?? "open"],
    reason: decided?.reason ?? undefined,
  };
}

type Column = sheets.SheetColumn<FileRow> & { readonly field: string };

/** Columns of an order; ids are text. */
function columns(lang: Lang): Column[] {
  const of = (
    field: keyof FileRow & keyof words.Language["columns"],
    kind: Column["kind"],
    currency?: Column["currency"],
  ): Column => ({
    field,
    heading: words.wordsOf(lang).columns[field],
    kind,
    value: (row) => row[field],
    ...defined({ currency }),
  });
  const currency = (row: FileRow): string | undefined => row.currency;
  return [
    of("supplier", "text"),
    of("item", "text"),
    of("supplierItem", "text"),
    of("name", "text"),
    of("quantity", "number"),
    of("unit", "text"),
    of("orderBy", "date"),
    of("receiptBy", "date"),
    of("unitPrice", "price", currency),
    of("amount", "money", currency),
    of("currency", "text"),
    of("decision", "text"),
    of("reason", "text"),
  ];
}

interface OrderFile {
  readonly parts: readonly BlobPart[];
  readonly type: string;
}

/** The sum of the rows in each currency, as rows below them. */
const sumsOf = (rows: readonly FileRow[], lang: Lang): FileRow[] =>
  sumByCurrency(rows, ({ amount }) => amount).map(([currency, amount]) => ({
    item: "",
    name: saidIn(ordersWords, lang).sum,
    amount,
    ...(currency === "" ? {} : { currency }),
  }));

/** Rows as a file, by supplier and item; CSV headings are field names, those of a workbook words. */
export function orderFile(given: readonly FileRow[], kind: "csv" | "xlsx", lang: Lang): OrderFile {
  const of = columns(lang);
  const rows = given.toSorted(
    by(
      ({ supplier = "" }) => supplier,
      ({ item }) => item,
    ),
  );
  if (kind === "csv") {
    const cells = rows.map((row) => of.map(({ value }) => value(row)));
    const heading = of.map(({ field }) => field);
    return {
      parts: [...sheets.csv(heading, cells, sheets.csvDialects[lang])],
      type: "text/csv;charset=utf-8",
    };
  }
  const sheet = sheets.sheet(saidIn(ordersWords, lang).sheetName, of, rows, 2, sumsOf(rows, lang));
  const currencies = new Set(rows.flatMap(({ currency }) => (currency === undefined ? [] : [currency])));
  return {
    parts: Array.from(sheets.workbook([sheet], currencies), (piece) => new Uint8Array(piece)),
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  };
}
