import type { VNode } from "preact";
import { money, say, t, whole } from "../../language.ts";
import { orderedAmount, sumByCurrency, type WorkLine } from "../../session/work-list.ts";
import type { Basket } from "../../shapes.ts";
import { orderWords } from "../../words/orders.ts";

const sums = (found: readonly (readonly [string, number])[]): string =>
  found.length === 0
    ? "–"
    : found.map(([currency, x]) => money(x, currency === "" ? undefined : currency, 0)).join(" + ");

const tile = (kind: string, label: string, value: string, more: string): VNode => (
  <div class={`card tile ${kind}`}>
    <div class="label">{label}</div>
    <div class="value">{value}</div>
    <div class="muted small">{more}</div>
  </div>
);

/** What the whole plan suggests, what min/max would, and what is decided. */
export function orderTotals(lines: readonly WorkLine[], _baskets: ReadonlyMap<string, Basket>): VNode {
  const ordered = lines.filter(({ quantity }) => quantity > 0);
  const suppliers = new Set(ordered.map(({ supplier }) => supplier ?? ""));
  const attention = lines.filter(({ attention: of, decided }) => of !== "none" && decided === undefined);
  const accepted = lines.filter(({ decided }) => decided !== undefined && decided.action !== "reject");
  const rejected = lines.filter(({ decided }) => decided?.action === "reject");
  const asIs = lines.filter((line) => (line.asIs?.quantity ?? 0) > 0);
  const asIsSums = sumByCurrency(asIs, ({ asIs: as, unitPrice }) =>
    unitPrice === undefined ? undefined : unitPrice * (as?.quantity ?? 0),
  );
  const count = (of: readonly unknown[]) =>
    of.length === 1 ? t(orderWords.oneLine) : say(orderWords.lines, { count: whole(of.length) });
  return (
    <div class="tiles">
      {tile(
        "main",
        t(orderWords.total),
        sums(sumByCurrency(ordered, ({ amount }) => amount)),
        `${count(ordered)} · ${say(suppliers.size === 1 ? orderWords.oneSupplier : orderWords.suppliers, { count: whole(suppliers.size) })}`,
      )}
      {tile("", t(orderWords.minMax), sums(asIsSums), count(asIs))}
      {tile(
        "",
        t(orderWords.toCheck),
        whole(attention.length),
        sums(sumByCurrency(attention, ({ amount }) => amount)),
      )}
      {tile(
        "",
        t(orderWords.decided),
        sums(sumByCurrency(accepted, orderedAmount)),
        `${count(accepted)}${rejected.length === 0 ? "" : ` · ${say(orderWords.rejected, { count: whole(rejected.length) })}`}`,
      )}
    </div>
  );
}
