import { ascending, by } from "../numeric/order.ts";
import { lineKinds, type OrderLines } from "../order.ts";
import type { Span } from "./as-of.ts";

export type DemandBasis = "sale" | "issue" | "purchase";

const kindCode = Object.fromEntries(lineKinds.map((kind, code) => [kind, code])) as Record<
  (typeof lineKinds)[number],
  number
>;
const { sale, issue, return: returned } = kindCode;
export const { purchase, receipt } = kindCode;

/** Line numbers of the history grouped by item: those of item k are `order.subarray(from[k], from[k + 1])`. */
interface LinesByItem {
  /** Item names by code unit. */
  readonly names: readonly string[];
  readonly order: Uint32Array;
  readonly from: Uint32Array;
}

/**
 * Groups usable lines by item and sorts each item's lines by date, kind, quantity, price and document, so that
 * nothing later depends on the order of rows in the file.
 */
export function linesByItem(lines: OrderLines, span: Span): LinesByItem {
  const sortedCodes = lines.items.values.map((name, code) => ({ name, code })).sort(by(({ name }) => name));
  const rank = new Int32Array(sortedCodes.length);
  sortedCodes.forEach(({ code }, k) => {
    rank[code] = k;
  });
  const from = new Uint32Array(sortedCodes.length + 1);
  const usable = (k: number) => lines.day[k] >= span.first && lines.day[k] <= span.last;
  for (let k = 0; k < lines.length; k++) {
    if (usable(k)) from[rank[lines.item[k]] + 1] += 1;
  }
  for (let k = 0; k < sortedCodes.length; k++) from[k + 1] += from[k];
  const next = from.slice();
  const order = new Uint32Array(from[sortedCodes.length]);
  for (let k = 0; k < lines.length; k++) {
    if (!usable(k)) continue;
    const slot = rank[lines.item[k]];
    order[next[slot]++] = k;
  }
  const orders = lines.orders.values;
  const compare = (a: number, b: number) =>
    lines.day[a] - lines.day[b] ||
    lines.kind[a] - lines.kind[b] ||
    lines.quantity[a] - lines.quantity[b] ||
    ascending(lines.price[a], lines.price[b]) ||
    ascending(orders[lines.order[a]] ?? "", orders[lines.order[b]] ?? "");
  for (let k = 0; k < sortedCodes.length; k++) {
    order.subarray(from[k], from[k + 1]).sort(compare);
  }
  return { names: sortedCodes.map(({ name }) => name), order, from };
}

/** What the demand of an item rests on; null when no line of it is demand. */
export function basisOf(lines: OrderLines, own: Uint32Array): DemandBasis | null {
  let purchases = false;
  let issues = false;
  for (const k of own) {
    const kind = lines.kind[k];
    if (kind === sale) return "sale";
    if (kind === issue) issues = true;
    else if (kind === purchase) purchases = true;
  }
  return issues ? "issue" : purchases ? "purchase" : null;
}

/** True for a line that counts as demand (or against it) under this basis. */
export function isDemand(kind: number, basis: DemandBasis): boolean {
  if (kind === returned) return true;
  return basis === "purchase" ? kind === purchase : kind === sale || kind === issue;
}
