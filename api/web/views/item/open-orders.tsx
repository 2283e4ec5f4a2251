import type { VNode } from "preact";
import { date, number, t, value } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Table } from "../../parts/table.tsx";
import type { ItemView } from "../../shapes.ts";

/** Orders of the item that are under way, and what to do about each. */
export const OpenOrders = ({ rows }: { readonly rows: ItemView["openOrders"] }): VNode => (
  <Card title={t.item.openOrders}>
    {rows.length === 0 ? (
      <p class="muted">{t.item.openOrdersNone}</p>
    ) : (
      <Table heads={[t.item.order, t.item.due, [t.item.quantity, "n"], t.item.advice]}>
        {rows.map(({ order = "–", due, quantity, advice }, k) => (
          <tr key={k}>
            <td>{order}</td>
            <td>{date(due)}</td>
            <td class="n">{number(quantity)}</td>
            <td>{value(advice)}</td>
          </tr>
        ))}
      </Table>
    )}
  </Card>
);
