import { by, defined, sheets, words } from "../../../../src/index.ts";
import type { Lang } from "../../language.ts";
import { orderedAmount, orderedQuantity, type WorkLine } from "../../session/work-line.ts";
import { pageWords } from "../../words/index.ts";

type Column = sheets.SheetColumn<WorkLine> & { readonly field: string };

/** Columns of an order: what a supplier or an ERP needs; ids are text. */
function columns(lang: Lang): Column[] {
  const of = (
    field: keyof words.Language["columns"],
    kind: Column["kind"],
    value: Column["value"],
    currency?: Column["currency"],
  ): Column => ({
    field,
    heading: words.wordsOf(lang).columns[field],
    kind,
    value,
    ...defined({ currency }),
  });
  return [
    of("supplier", "text", ({ supplier }) => supplier),
    of("item", "text", ({ item }) => item),
    of("supplierItem", "text", ({ supplierItem }) => supplierItem),
    of("name", "text", ({ name }) => name),
    of("quantity", "number", orderedQuantity),
    of("unit", "text", ({ unit }) => unit),
    of("orderBy", "date", ({ orderBy }) => orderBy),
    of("receiptBy", "date", ({ receiptBy }) => receiptBy),
    of(
      "unitPrice",
      "price",
      ({ unitPrice }) => unitPrice,
      ({ currency }) => currency,
    ),
    of("amount", "money", orderedAmount, ({ currency }) => currency),
    of("currency", "text", ({ currency }) => currency),
    of("decision", "text", ({ decided }) => decided?.action),
    of("reason", "text", ({ decided }) => decided?.reason ?? undefined),
  ];
}

interface OrderFile {
  readonly parts: readonly BlobPart[];
  readonly type: string;
}

/** The lines of an order as a file, by supplier and item; CSV headings are field names, those of a workbook words. */
export function orderFile(lines: readonly WorkLine[], kind: "csv" | "xlsx", lang: Lang): OrderFile {
  const of = columns(lang);
  const rows = lines.toSorted(
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
  const readable = rows.map((row) => ({ ...row }));
  const sheet = sheets.sheet(pageWords[lang].orders.sheetName, of, readable, 2);
  const currencies = new Set(rows.flatMap(({ currency }) => (currency === undefined ? [] : [currency])));
  return {
    parts: Array.from(sheets.workbook([sheet], currencies), (piece) => new Uint8Array(piece)),
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  };
}
