import { type CodedTable, Coder } from "../typed/coded-table.ts";

/** A table whose lines without a state have that of their order: shops write it into the first line alone. */
export function statesOfOrders(coded: CodedTable): CodedTable {
  const { columns, length } = coded;
  const [orders, states] = [columns.get("order"), columns.get("status")];
  const empty = states?.texts.indexOf("") ?? -1;
  if (orders === undefined || states === undefined || empty < 0) return coded;
  const byOrder = new Map<number, string>();
  for (let k = 0; k < length; k++) {
    const order = orders.codes[k];
    const isFirst = !byOrder.has(order);
    // A state of a further line: each line has its own.
    if (!isFirst && states.codes[k] !== empty) return coded;
    if (isFirst) byOrder.set(order, states.texts[states.codes[k]]);
  }
  const coder = new Coder(length);
  for (let k = 0; k < length; k++) {
    const order = orders.codes[k];
    const own = states.texts[states.codes[k]];
    const hasOrder = orders.texts[order] !== "";
    coder.put(k, coder.code(own === "" && hasOrder ? (byOrder.get(order) ?? "") : own));
  }
  return { ...coded, columns: new Map(columns).set("status", coder) };
}
