import { noDay, type OrderLines } from "../order.ts";
import { purchase, receipt } from "./demand-lines.ts";

/** An observed delivery: order day and receipt day (day numbers). */
export interface Delivery {
  readonly item: string;
  readonly supplier: string;
  readonly ordered: number;
  readonly received: number;
}

/** Longer spans are typing errors or forgotten postings, not lead times. */
const longestDays = 1000;

/**
 * Deliveries of the history: purchase lines with a receipt date, else purchase and receipt lines that share item
 * and document (first receipt after the order).
 */
export function deliveriesOf(lines: OrderLines, own: Uint32Array, name: string): Delivery[] {
  const found: Delivery[] = [];
  const open = new Map<number, { ordered: number; supplier: number }>();
  const add = (supplier: number, ordered: number, received: number) => {
    if (received < ordered || received - ordered > longestDays) return;
    found.push({ item: name, supplier: lines.suppliers.values[supplier] ?? "", ordered, received });
  };
  for (const k of own) {
    const order = lines.order[k];
    const kind = lines.kind[k];
    const supplier = lines.supplier[k];
    if (kind === purchase && lines.quantity[k] > 0) {
      if (lines.receiptDay[k] !== noDay) add(supplier, lines.day[k], lines.receiptDay[k]);
      else if (order >= 0 && !open.has(order)) open.set(order, { ordered: lines.day[k], supplier });
    } else if (kind === receipt && order >= 0 && lines.quantity[k] > 0) {
      const placed = open.get(order);
      if (placed !== undefined) {
        add(placed.supplier >= 0 ? placed.supplier : supplier, placed.ordered, lines.day[k]);
        open.delete(order);
      }
    }
  }
  return found;
}
