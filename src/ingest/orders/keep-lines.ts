import type { OrderLines } from "../../order.ts";

/** Keeps the lines whose `keep` is 1, in their order. */
export function keepLines(lines: OrderLines, keep: Uint8Array): void {
  const columns = [
    ...[lines.file, lines.row, lines.item, lines.day, lines.byPeriod, lines.quantity, lines.kind, lines.unit],
    ...[lines.price, lines.currency, lines.supplier, lines.order, lines.line, lines.dueDay, lines.receiptDay],
    ...[lines.receivedQuantity, lines.location, lines.project],
  ];
  let kept = 0;
  for (let k = 0; k < lines.length; k++) {
    if (keep[k] !== 1) continue;
    if (kept !== k) for (const column of columns) column[kept] = column[k];
    kept++;
  }
  lines.length = kept;
}
