import { cp1252 } from "../encode.ts";
import type { Dialect, HistoryRow } from "./history-row.ts";
import { germanDates, trailingMinus } from "./styles.ts";

const headings = ["Material", "Werk", "BwA", "MatBeleg", "Pos", "Buch.dat.", "Menge", "ME", "Preis"];
const isRight = [false, false, false, false, true, false, true, false, true];

/** Issues are negative with movement type 201, what came back is positive with 202. */
const cellsOf = (row: HistoryRow): string[] => [
  row.item,
  "0001",
  row.quantity < 0 ? "202" : "201",
  row.order,
  row.line,
  germanDates(row.date),
  trailingMinus(-row.quantity, 2),
  row.unit,
  trailingMinus(row.price, 4),
];

/**
 * A list download of SAP ("unkonvertiert"): title block, pipes at both edges, rules of dashes, the heading again on
 * every page, a grand total under asterisks, Windows-1252.
 */
export const sapList: Dialect = (rows, { pageLines = 40 } = {}) => {
  const records = rows.map(cellsOf);
  const widths = headings.map((heading, k) =>
    records.reduce((width, cells) => Math.max(width, cells[k].length), heading.length),
  );
  const padded = (cells: readonly string[]) =>
    `|${cells.map((cell, k) => (isRight[k] ? cell.padStart(widths[k]) : cell.padEnd(widths[k]))).join("|")}|`;
  const rule = "-".repeat(widths.reduce((sum, width) => sum + width + 1, 1));
  const lines = ["Materialbelege", "", "Werk 0001 Musterwerk", ""];
  records.forEach((cells, k) => {
    if (k % pageLines === 0) {
      if (k > 0) lines.push(rule, "", `Materialbelege${" ".repeat(20)}Seite ${k / pageLines + 1}`, "");
      lines.push(rule, padded(headings), rule);
    }
    lines.push(padded(cells));
  });
  const total = -rows.reduce((sum, { quantity }) => sum + Math.round(quantity * 100), 0) / 100;
  lines.push(rule, padded(["*", "", "", "", "", "", trailingMinus(total, 2), "", ""]), rule);
  return cp1252(lines.map((line) => `${line}\r\n`).join(""));
};
