import type { VNode } from "preact";
import { date, number, value } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Table } from "../../parts/table.tsx";
import type { ItemView } from "../../shapes.ts";
import { itemWords } from "../../words/item.ts";

/** Orders of the item that are under way, where there are some, and what to do about each. */
export const OpenOrders = ({ rows }: { readonly rows: ItemView["openOrders"] }): VNode | null =>
  rows.length === 0 ? null : (
    <Card title={itemWords.openOrders}>
      <Table heads={[itemWords.order, itemWords.due, [itemWords.quantity, "n"], itemWords.advice]}>
        {rows.map(({ order = "–", due, quantity, advice }, k) => (
          <tr key={k}>
            <td>{order}</td>
            <td>{date(due)}</td>
            <td class="n">{number(quantity)}</td>
            <td>{value(advice)}</td>
          </tr>
        ))}
      </Table>
    </Card>
  );
