import { scanNumberCell } from "../../cells/column-values.ts";
import { numberValue } from "../../cells/numbers.ts";
import type { TableProfile } from "../profile.ts";

/** From this share of the rows on a sum proves what a column is. */
const proof = 0.95;
const mostRows = 500;
const mostColumns = 40;
const fewestParts = 2;
const fewestRows = 2;

/**
 * The column that is the sum of all other columns of numbers, which stand side by side: what each customer or place
 * took, and all of them. Undefined where no column is, or the sums tell nothing.
 */
export function rowTotal(
  { columns, head }: TableProfile,
  isFree: (column: number) => boolean,
): number | undefined {
  const rows = head.slice(0, mostRows);
  const numbers = columns
    .filter(
      ({ index, filled, numberRate, dateRate }) =>
        isFree(index) && filled > 0 && numberRate > 0.9 && dateRate < 0.9,
    )
    .map(({ index }) => ({
      index,
      values: rows.map((cells) => {
        const value = numberValue(scanNumberCell(cells[index] ?? ""), "comma");
        return Number.isNaN(value) ? 0 : value;
      }),
    }));
  if (numbers.length <= fewestParts || numbers.length > mostColumns) return undefined;
  const isSum = (whole: (typeof numbers)[number]): boolean => {
    const parts = numbers.filter((one) => one !== whole);
    const [first, last] = [parts[0]?.index ?? 0, parts.at(-1)?.index ?? 0];
    if (last - first !== parts.length - 1) return false;
    let [all, hits, telling] = [0, 0, 0];
    whole.values.forEach((value, k) => {
      const own = parts.map(({ values }) => values[k] ?? 0);
      const sum = own.reduce((total, one) => total + one, 0);
      if (value === 0 && sum === 0) return;
      all++;
      if (Math.abs(sum - value) > 1e-6 * Math.max(1, Math.abs(value))) return;
      hits++;
      if (own.filter((one) => one !== 0).length > 1) telling++;
    });
    return telling >= fewestRows && hits >= proof * all;
  };
  const found = numbers.filter(isSum);
  return found.length === 1 ? found[0]?.index : undefined;
}
