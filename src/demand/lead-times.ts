import { noDay, type OrderLines } from "../order.ts";
import { purchase, receipt } from "./demand-lines.ts";

/** An observed delivery: order day and receipt day (day numbers), of an order in parts the mean by quantity. */
export interface Delivery {
  readonly item: string;
  readonly supplier: string;
  readonly ordered: number;
  readonly received: number;
  /** Day on which it was promised or wished for. */
  readonly due?: number;
}

/** Longer spans are typing errors or forgotten postings, not lead times. */
const longestDays = 1000;

/** Receipts of one order from which on it is a framework order that was called off, not one that came in parts. */
const callOffs = 4;

/** Something that came of an order. Days are day numbers, `noDay` where none is given. */
interface Part {
  readonly order: number;
  readonly supplier: number;
  readonly ordered: number;
  readonly due: number;
  readonly received: number;
  readonly quantity: number;
}

/**
 * Deliveries of the history: purchase lines with a receipt date, else purchase and receipt lines that share item and
 * document. What came of one order for one day is one delivery; a framework order without dates of its call-offs none.
 */
export function deliveriesOf(lines: OrderLines, own: Uint32Array, name: string): Delivery[] {
  const parts = partsOf(lines, own).filter(
    ({ ordered, received }) => received >= ordered && received - ordered <= longestDays,
  );
  const orders = Map.groupBy(parts, (part) =>
    part.order < 0 ? part : `${part.order} ${part.ordered} ${part.due}`,
  );
  return [...orders.values()].flatMap((came): Delivery[] => {
    const [{ supplier, ordered, due }] = came;
    const isFramework = due === noDay && new Set(came.map(({ received }) => received)).size >= callOffs;
    if (isFramework) return [];
    const quantity = came.reduce((sum, part) => sum + part.quantity, 0);
    const days = came.reduce((sum, part) => sum + (part.received - ordered) * part.quantity, 0) / quantity;
    return [
      {
        item: name,
        supplier: lines.suppliers.values[supplier] ?? "",
        ordered,
        received: ordered + Math.round(days),
        ...(due === noDay ? {} : { due }),
      },
    ];
  });
}

/** What came of the orders of an item, by purchase lines with their receipt or by lines of receipts. */
function partsOf(lines: OrderLines, own: Uint32Array): Part[] {
  const parts: Part[] = [];
  const open = new Map<number, { supplier: number; ordered: number; due: number; left: number }>();
  for (const k of own) {
    const order = lines.order[k];
    const kind = lines.kind[k];
    const supplier = lines.supplier[k];
    const quantity = lines.quantity[k];
    if (!(quantity > 0)) continue;
    if (kind === purchase) {
      const [ordered, due, received] = [lines.day[k], lines.dueDay[k], lines.receiptDay[k]];
      const placed = open.get(order);
      if (received !== noDay)
        parts.push({ order, supplier, ordered, due, received, quantity: came(lines, k) });
      else if (placed !== undefined) placed.left += quantity;
      else if (order >= 0) open.set(order, { supplier, ordered, due, left: quantity });
    } else if (kind === receipt && order >= 0) {
      const placed = open.get(order);
      if (placed === undefined) continue;
      const { ordered, due } = placed;
      const from = placed.supplier >= 0 ? placed.supplier : supplier;
      parts.push({ order, supplier: from, ordered, due, received: lines.day[k], quantity });
      placed.left -= quantity;
      if (placed.left <= 0) open.delete(order);
    }
  }
  return parts;
}

/** Quantity that a purchase line says was received; what it ordered where it says nothing. */
const came = ({ receivedQuantity, quantity }: OrderLines, k: number): number =>
  receivedQuantity[k] > 0 ? receivedQuantity[k] : quantity[k];
