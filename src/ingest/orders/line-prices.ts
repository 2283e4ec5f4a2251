import { isQuantity } from "../../bounds.ts";
import type { PlainIssueCode } from "../../issue.ts";
import { dividedBy } from "../cells/per-unit.ts";
import { type CodedTable, textAt } from "../typed/coded-table.ts";
import type { LineColumns } from "./line-columns.ts";

/** Base units in one unit of the line; NaN where the factor cannot be used. */
export function lineRatio(columns: LineColumns, k: number): number {
  const { unitFactor, orderQuantity, quantity, isBaseQuantity } = columns;
  if (isBaseQuantity && orderQuantity.present) {
    const ratio = Math.abs(quantity.at(k) / orderQuantity.at(k));
    if (ratio > 0 && Number.isFinite(ratio)) return ratio;
  }
  const factor = unitFactor.at(k);
  if (factor > 0 && Number.isFinite(factor)) return factor;
  return !unitFactor.present || isBaseQuantity || unitFactor.scanAt(k)?.shape === "missing" ? 1 : Number.NaN;
}

/**
 * Price of one base unit of a line: net price / price unit / base units in the unit of the line, else the line's
 * amount / its quantity; NaN where the file gives none that can be used.
 */
export function linePrice(
  coded: CodedTable,
  { price, priceUnit, amount }: LineColumns,
  k: number,
  ratio: number,
  moved: number,
  report: (code: PlainIssueCode, field: "price" | "priceUnit") => void,
): number {
  if (!price.present) {
    const average = Math.abs(amount.at(k) / moved);
    return amount.present && moved !== 0 && isQuantity(average) ? average : Number.NaN;
  }
  const found = price.at(k);
  if (Number.isNaN(found)) {
    // An empty cell is no price; "#WERT!" or NULL is one that got lost.
    if (price.scanAt(k)?.shape !== "missing") report("price-unreadable", "price");
    else if (textAt(coded, "price", k) !== "") report("price-missing", "price");
    return found;
  }
  if (found < 0) {
    report("price-negative", "price");
    return Number.NaN;
  }
  const per = priceUnit.at(k);
  if (!isQuantity(found) || !isQuantity(dividedBy(found, per > 0 ? per : 1) / ratio)) {
    report("price-unreadable", "price");
    return Number.NaN;
  }
  if (per > 0) return dividedBy(found, per) / ratio;
  if (!priceUnit.present || priceUnit.scanAt(k)?.shape === "missing") return found / ratio;
  report("price-unit-unusable", "priceUnit");
  return Number.NaN;
}
