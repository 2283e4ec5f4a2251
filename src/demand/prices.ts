import { defined } from "../defined.ts";
import { decode, type OrderLines } from "../order.ts";
import { purchase } from "./demand-lines.ts";

/** What an item costs according to its history. */
interface HistoryPrice {
  readonly price: number;
  readonly currency?: string;
}

/** The newest purchase price, else the newest price of any line; undefined when no line has one. */
export function lastPrice(lines: OrderLines, own: Uint32Array): HistoryPrice | undefined {
  let best = -1;
  for (const k of own) {
    if (!(lines.price[k] > 0) || !(lines.quantity[k] > 0)) continue;
    const purchased = lines.kind[k] === purchase;
    if (best < 0 || purchased || lines.kind[best] !== purchase) best = k;
  }
  if (best < 0) return undefined;
  const currency = decode(lines.currencies, lines.currency[best]);
  return { price: lines.price[best], ...defined({ currency }) };
}

/** The supplier of the newest line that names one. */
export function lastSupplier(lines: OrderLines, own: Uint32Array): string | undefined {
  for (let k = own.length - 1; k >= 0; k--) {
    const supplier = decode(lines.suppliers, lines.supplier[own[k]]);
    if (supplier !== undefined) return supplier;
  }
  return undefined;
}
