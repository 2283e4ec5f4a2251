import type { VNode } from "preact";
import { linkTo } from "../../address.ts";
import { BookMissing } from "../../parts/book-missing.tsx";
import { sumsOf } from "../../parts/order-sums.ts";
import { Empty } from "../../parts/states.tsx";
import { isUnplaced } from "../../session/order-book.ts";
import type { OrderView } from "../../shapes.ts";
import { useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { bookWords } from "../../words/book.ts";
import { ordersWords } from "../../words/orders.ts";
import { PlacedOrder, UnplacedOrder } from "./order-card.tsx";

/** Orders in groups, in the order of their suppliers and numbers. */
const grouped = (
  orders: readonly OrderView[],
  keyOf: (order: OrderView) => string,
): readonly (readonly [string, readonly OrderView[]])[] =>
  [...Map.groupBy(orders, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1));

/** What was accepted, until it is ordered and has come: it outlives every later plan. */
export function Book({ session }: ViewProps): VNode {
  const orders = useStore(session.book.orders);
  const isKnown = useStore(session.book.known).state === "here";
  const open = orders.filter(isUnplaced);
  const placed = orders.filter((order) => !isUnplaced(order));
  return (
    <>
      <h1>{bookWords.title}</h1>
      <p class="muted">{bookWords.text}</p>
      <BookMissing session={session} />
      {isKnown && orders.length === 0 && (
        <Empty title={bookWords.none} text={bookWords.noneText}>
          <a href={linkTo({ view: "orders" })}>{ordersWords.title}</a>
        </Empty>
      )}
      {open.length > 0 && <h2>{`${bookWords.open} · ${sumsOf(open)}`}</h2>}
      {grouped(open, ({ supplier }) => supplier ?? "").map(([supplier, own]) => (
        <UnplacedOrder key={supplier} session={session} orders={own} />
      ))}
      {placed.length > 0 && <h2>{`${bookWords.placed} · ${sumsOf(placed)}`}</h2>}
      {grouped(placed, ({ supplier, order }) => `${supplier ?? ""}\n${order ?? ""}`).map(([key, own]) => (
        <PlacedOrder key={key} session={session} orders={own} />
      ))}
    </>
  );
}
