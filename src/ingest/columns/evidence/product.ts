import { numberEvidence, scanNumberCell } from "../../cells/column-values.ts";
import { decideNumberStyle, noEvidence, numberValue } from "../../cells/numbers.ts";
import type { ColumnProfile, TableProfile } from "../profile.ts";

/** From this share of the rows on a product proves what columns are. */
const proof = 0.95;
const mostColumns = 10;
const mostRows = 500;
/** Rows that prove something: a factor of 1 fits any two columns that are the same. */
const fewestRows = 2;

/** Three columns of which one is the product of the other two. */
interface Product {
  readonly quantity: number;
  readonly price: number;
  readonly amount: number;
  /** Nothing but the headings can tell which factor is the quantity. */
  readonly isOpen: boolean;
}

interface Numbers {
  readonly index: number;
  readonly values: readonly number[];
}

function numbersOf(rows: TableProfile["head"], column: ColumnProfile): Numbers[] {
  if (column.filled === 0 || column.numberRate < 0.95 || column.dateRate > 0.5) return [];
  const style = decideNumberStyle(numberEvidence(column), noEvidence()) === "point" ? "point" : "comma";
  const values = rows.map((cells) => numberValue(scanNumberCell(cells[column.index] ?? ""), style));
  return new Set(values).size < 2 ? [] : [{ index: column.index, values }];
}

/** Whether c is a x b in nearly all rows, but for what a price rounded to cents can be off. */
function multiplies({ values: a }: Numbers, { values: b }: Numbers, { values: c }: Numbers): boolean {
  let [rows, hits, telling] = [0, 0, 0];
  for (let k = 0; k < a.length; k++) {
    const [left = Number.NaN, right = Number.NaN, product = Number.NaN] = [a[k], b[k], c[k]];
    if (Number.isNaN(left * right * product) || (left === 0 && product === 0)) continue;
    rows++;
    const off = Math.abs(Math.abs(left * right) - Math.abs(product));
    if (off > 0.005 * Math.min(Math.abs(left), Math.abs(right)) + 0.0051) {
      if (rows - hits > 25) return false;
      continue;
    }
    hits++;
    if (Math.abs(left) !== 1 && Math.abs(right) !== 1) telling++;
  }
  return telling >= fewestRows && hits >= proof * rows;
}

const areWhole = ({ values }: Numbers): boolean =>
  values.every((value) => Number.isNaN(value) || Number.isInteger(value));

/** Share of the items with several lines that have one value in a column. */
function steadiness({ values }: Numbers, items: readonly string[]): number {
  const byItem = new Map<string, { first: number; isSteady: boolean; lines: number }>();
  values.forEach((value, k) => {
    const item = items[k] ?? "";
    const known = byItem.get(item);
    if (known === undefined) byItem.set(item, { first: value, isSteady: true, lines: 1 });
    else
      byItem.set(item, {
        ...known,
        lines: known.lines + 1,
        isSteady: known.isSteady && value === known.first,
      });
  });
  const several = [...byItem.values()].filter(({ lines }) => lines > 1);
  return several.length === 0 ? 0 : several.filter(({ isSteady }) => isSteady).length / several.length;
}

/**
 * Quantity, unit price and amount of the lines by what multiplies: the price is what stays the same inside an item and
 * has decimals. Undefined where nothing multiplies, or where three whole numbers may be packs.
 * @example productOf(profile, 0) // { quantity: 2, price: 3, amount: 4, isOpen: false }
 */
export function productOf(profile: TableProfile, item: number | undefined): Product | undefined {
  const rows = profile.head.slice(0, mostRows);
  const columns = profile.columns.flatMap((column) => (column.index === item ? [] : numbersOf(rows, column)));
  if (columns.length < 3 || columns.length > mostColumns) return undefined;
  const items = rows.map((cells) => (item === undefined ? "" : (cells[item] ?? "")));
  for (const [i, a] of columns.entries())
    for (const b of columns.slice(i + 1))
      for (const c of columns) {
        if (c === a || c === b || (areWhole(a) && areWhole(b) && areWhole(c)) || !multiplies(a, b, c))
          continue;
        const weight = (one: Numbers, other: Numbers): number =>
          (areWhole(one) && !areWhole(other) ? 1 : 0) +
          (item === undefined ? 0 : Math.sign(steadiness(other, items) - steadiness(one, items)));
        const lead = weight(a, b) - weight(b, a);
        const [quantity, price] = lead >= 0 ? [a, b] : [b, a];
        return { quantity: quantity.index, price: price.index, amount: c.index, isOpen: Math.abs(lead) < 2 };
      }
  return undefined;
}
