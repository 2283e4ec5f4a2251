import type { VNode } from "preact";
import { words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import { date, lang, localDay, money, number } from "../../language.ts";
import { BookMissing } from "../../parts/book-missing.tsx";
import { unpricedOf } from "../../parts/order-sums.ts";
import { unplacedOf } from "../../parts/save-file.ts";
import { Empty } from "../../parts/states.tsx";
import { type Head, WideTable } from "../../parts/table.tsx";
import { isAwaiting, ofSupplier } from "../../session/order-book.ts";
import { sumByCurrency } from "../../session/work-line.ts";
import type { OrderView } from "../../shapes.ts";
import { useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { bookWords } from "../../words/book.ts";
import { itemWords } from "../../words/item.ts";
import { ordersWords } from "../../words/orders.ts";

const column = (name: keyof words.Language["columns"]): string => words.wordsOf(lang()).columns[name];

const Back = (): VNode => <a href={linkTo({ view: "orders" })} class="no-print">{`← ${itemWords.toList}`}</a>;

/** One supplier's order as a sheet of paper: what was accepted, and nothing else. */
export function OrderSheet({ session, address: { of: supplier = "" } }: ViewProps): VNode {
  const known = useStore(session.supplierNames).get(supplier);
  const all = useStore(session.book.orders);
  const isKnown = useStore(session.book.known).state === "here";
  const orders = unplacedOf(all, supplier);
  const isWaiting = ofSupplier(all, supplier).some(isAwaiting);
  const [first] = orders;
  if (first === undefined)
    return (
      <>
        <Back />
        <BookMissing session={session} />
        {isKnown && (
          <Empty
            title={isWaiting ? bookWords.awaitingTitle : bookWords.none}
            text={isWaiting ? bookWords.awaitingText : bookWords.noneText}
          >
            <a href={linkTo({ view: "book" })}>{bookWords.title}</a>
          </Empty>
        )}
      </>
    );
  const name = first.supplierName ?? known;
  const facts = [
    name === undefined ? "" : `${column("supplier")} ${supplier}`,
    `${ordersWords.sheetDay} ${date(localDay(new Date()))}`,
  ];
  return (
    <article class="sheet">
      <div class="row between no-print">
        <Back />
        <button type="button" class="main" onClick={() => window.print()}>
          {ordersWords.print}
        </button>
      </div>
      <h1>{`${ordersWords.sheet}: ${name ?? (supplier || ordersWords.noSupplier)}`}</h1>
      <p>{facts.filter((text) => text !== "").join(" · ")}</p>
      <dl class="blanks">
        {ordersWords.blanks.map((blank) => (
          <div key={blank}>
            <dt>{blank}</dt>
            <dd />
          </div>
        ))}
      </dl>
      <Lines orders={orders} />
      <p class="signature">{ordersWords.signature}</p>
    </article>
  );
}

function Lines({ orders }: { readonly orders: readonly OrderView[] }): VNode {
  const heads: readonly Head[] = [
    column("supplierItem"),
    column("item"),
    column("name"),
    [column("quantity"), "n"],
    column("unit"),
    column("receiptBy"),
    [column("unitPrice"), "n"],
    [column("amount"), "n"],
  ];
  const sums = sumByCurrency(orders, ({ amount }) => amount).map(([currency, sum]) => (
    <tr key={currency}>
      <td class="n" colSpan={heads.length - 1}>
        {ordersWords.sum}
      </td>
      <td class="n">
        <strong>{money(sum, currency || undefined)}</strong>
      </td>
    </tr>
  ));
  const foot = (
    <>
      {sums}
      {unpricedOf(orders).map((text) => (
        <tr key={text}>
          <td class="n" colSpan={heads.length}>
            {text}
          </td>
        </tr>
      ))}
    </>
  );
  return (
    <WideTable label={ordersWords.sheet} heads={heads} foot={foot}>
      {orders.map((order) => (
        <tr key={`${order.plan} ${order.item}`}>
          <td>{order.supplierItem ?? ""}</td>
          <td>{order.item}</td>
          <td>{order.name ?? ""}</td>
          <td class="n">
            <strong>{number(order.quantity)}</strong>
          </td>
          <td>{order.unit ?? ""}</td>
          <td>{date(order.receiptBy ?? undefined)}</td>
          <td class="n">
            {order.unitPrice === null
              ? ""
              : words.unitPrice(order.unitPrice, order.currency ?? undefined, lang())}
          </td>
          <td class="n">{order.amount === null ? "" : money(order.amount, order.currency ?? undefined)}</td>
        </tr>
      ))}
    </WideTable>
  );
}
