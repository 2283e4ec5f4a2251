import { encode, type OrderLines } from "../../order.ts";
import { currencyOf, currencyOfHeading } from "../cells/currency.ts";
import { isBaseHeading } from "../columns/evidence/base-quantity.ts";
import type { Field } from "../columns/fields.ts";
import type { CodedTable } from "../typed/coded-table.ts";
import { columnName, type Styles } from "../typed/styles.ts";
import {
  dateColumn,
  dictionaryColumn,
  idText,
  numberColumn,
  plainText,
  supplierId,
} from "../typed/typed-columns.ts";

/** Every column of an orders table with its type; texts are entered into the dictionaries of the history. */
export type LineColumns = ReturnType<typeof lineColumns>;

/** Types every column of an orders table; what a line does not give is NaN, `noDay` or code -1. */
export function lineColumns(coded: CodedTable, styles: Styles, lines: OrderLines) {
  const number = (field: Field) => numberColumn(coded, styles, field);
  const id = (field: Field, into: OrderLines["orders"]) => dictionaryColumn(coded, field, into, idText);
  const quantity = number("quantity");
  const combined = coded.columns.has("supplierAndName");
  const named = coded.columns.has("supplier") ? "supplier" : "supplierName";
  const unit = dictionaryColumn(coded, "unit", lines.units, plainText);
  return {
    quantity,
    unitFactor: number("unitFactor"),
    orderQuantity: number("orderQuantity"),
    price: number("price"),
    priceUnit: number("priceUnit"),
    amount: number("amount"),
    received: number("receivedQuantity"),
    date: dateColumn(coded, styles, "date"),
    due: dateColumn(coded, styles, "dueDate"),
    receipt: dateColumn(coded, styles, "receiptDate"),
    // "12 Stk" in the quantity column: the unit stands beside the number.
    unit: coded.columns.has("unit")
      ? unit
      : (line: number) => encode(lines.units, quantity.scanAt(line)?.suffix),
    currency: currencyColumn(coded, styles, lines),
    supplier: dictionaryColumn(
      coded,
      combined ? "supplierAndName" : named,
      lines.suppliers,
      supplierId(combined),
    ),
    order: id("order", lines.orders),
    reference: id("reference", lines.orders),
    position: id("line", lines.lines),
    location: id("location", lines.locations),
    project: id("project", lines.projects),
    isBaseQuantity:
      coded.mapping.isBaseQuantity === true || isBaseHeading(columnName(coded, "quantity") ?? ""),
    /** The unit of the line is that of the quantity as ordered, not of the one in base units. */
    isOrderUnit: coded.mapping.isBaseQuantity === true,
  };
}

/** Currency of a line: its own column, else what stands in the price cell, else the price's heading. */
function currencyColumn(coded: CodedTable, styles: Styles, lines: OrderLines): (line: number) => number {
  if (coded.columns.has("currency"))
    return dictionaryColumn(coded, "currency", lines.currencies, (text) => {
      const plain = plainText(text);
      return plain === undefined ? undefined : (currencyOf(plain) ?? plain.toUpperCase());
    });
  const price = numberColumn(coded, styles, "price");
  if (!price.present) return () => -1;
  const heading = currencyOfHeading(columnName(coded, "price") ?? "");
  return (line) => encode(lines.currencies, price.scanAt(line)?.currency ?? heading);
}
