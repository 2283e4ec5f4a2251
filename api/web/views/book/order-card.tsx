import type { ComponentChildren, VNode } from "preact";
import { useState } from "preact/hooks";
import { words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import { date, lang, localDay, money, number, say } from "../../language.ts";
import { whoName } from "../../names.ts";
import { Chip } from "../../parts/chip.tsx";
import { sumsOf } from "../../parts/order-sums.ts";
import { PlaceDialog } from "../../parts/place-dialog.tsx";
import { saveOrders } from "../../parts/save-file.ts";
import { type Head, WideTable } from "../../parts/table.tsx";
import { isAwaiting, isFree } from "../../session/order-book.ts";
import type { Session } from "../../session/session.ts";
import type { OrderView } from "../../shapes.ts";
import { useStore } from "../../store.ts";
import { bookWords } from "../../words/book.ts";
import { decisionsWords } from "../../words/decisions.ts";
import { ordersWords } from "../../words/orders.ts";
import { Awaiting } from "./awaiting.tsx";
import { mailTo } from "./mail.ts";

interface OrderCardProps {
  readonly session: Session;
  /** Orders of one supplier. */
  readonly orders: readonly OrderView[];
}

/** A supplier by the name that the plan of an order knew, else the present one, else by its number. */
function useSupplier(session: Session, [order]: readonly OrderView[]) {
  const names = useStore(session.supplierNames);
  const supplier = order?.supplier ?? "";
  const name = order?.supplierName ?? names.get(supplier) ?? supplier;
  return { supplier, name: name === "" ? ordersWords.noSupplier : name };
}

/** What was accepted of a supplier and is still to be ordered. */
export function UnplacedOrder({ session, orders }: OrderCardProps): VNode {
  const [isPlacing, setPlacing] = useState(false);
  const { supplier, name } = useSupplier(session, orders);
  const free = orders.filter(isFree);
  const save = (format: "csv" | "xlsx"): void => void saveOrders(session, free, format);
  return (
    <CardOf
      name={name}
      supplier={supplier}
      session={session}
      orders={orders}
      actions={
        free.length > 0 && (
          <>
            <button
              type="button"
              onClick={() => save("xlsx")}
              aria-label={`${bookWords.save}, XLSX: ${name}`}
            >
              {`${bookWords.save} (XLSX)`}
            </button>
            <button type="button" onClick={() => save("csv")} aria-label={`${bookWords.save}, CSV: ${name}`}>
              CSV
            </button>
            <a class="button" href={linkTo({ view: "sheet", of: supplier })}>
              {ordersWords.sheet}
            </a>
            <a class="button" href={mailTo(name, free)} onClick={() => void session.book.mark(free, "saved")}>
              {bookWords.mail}
            </a>
            <button type="button" class="main" onClick={() => setPlacing(true)}>
              {bookWords.place}
            </button>
          </>
        )
      }
    >
      <Awaiting session={session} orders={orders.filter(isAwaiting)} />
      {isPlacing && (
        <PlaceDialog
          title={`${bookWords.place}: ${name}`}
          close={() => setPlacing(false)}
          place={(note) => void session.book.mark(free, "ordered", note)}
        />
      )}
    </CardOf>
  );
}

/** One order that the supplier has, until it has come. */
export function PlacedOrder({ session, orders }: OrderCardProps): VNode {
  const { supplier, name } = useSupplier(session, orders);
  const [first] = orders;
  const number = first?.order ?? "";
  const today = localDay(new Date());
  const received = async (): Promise<void> => {
    if (!(await session.book.mark(orders, "delivered", { date: today }))) return;
    const undo = () =>
      session.book.mark(
        orders.map((order) => ({ ...order, version: order.version + 1 })),
        "ordered",
        { order: number, ...(first?.date == null ? {} : { date: first.date }) },
      );
    session.notify("good", bookWords.received, { name: decisionsWords.undo, act: undo });
  };
  return (
    <CardOf
      name={number === "" ? name : `${name} · ${number}`}
      supplier={supplier}
      session={session}
      orders={orders}
      actions={
        <>
          <button type="button" onClick={() => void session.book.mark(orders, "accept")}>
            {bookWords.unplace}
          </button>
          <button type="button" class="main" onClick={() => void received()}>
            {bookWords.receive}
          </button>
        </>
      }
    />
  );
}

interface CardOfProps extends OrderCardProps {
  readonly name: string;
  readonly supplier: string;
  readonly actions: ComponentChildren;
  readonly children?: ComponentChildren;
}

const CardOf = ({ session, name, supplier, orders, actions, children }: CardOfProps): VNode => (
  <section class="card" aria-label={name}>
    <div class="row between">
      <div>
        <h3>{name}</h3>
        <p class="muted small">
          {[supplier === name ? "" : supplier, sumsOf(orders)].filter((text) => text !== "").join(" · ")}
        </p>
      </div>
      <div class="row">{actions}</div>
    </div>
    <Lines session={session} label={name} orders={orders} />
    {children}
  </section>
);

function Lines({ session, label, orders }: OrderCardProps & { readonly label: string }): VNode {
  const heading = words.wordsOf(lang()).columns;
  const heads: readonly Head[] = [
    heading.item,
    [heading.quantity, "n"],
    [heading.unitPrice, "n"],
    [heading.amount, "n"],
    heading.receiptBy,
    bookWords.accepted,
    heading.state,
    "",
  ];
  return (
    <WideTable class="book-lines" label={label} heads={heads}>
      {orders.map((order) => (
        <Row key={`${order.plan} ${order.item}`} session={session} order={order} />
      ))}
    </WideTable>
  );
}

function Row({ session, order }: { readonly session: Session; readonly order: OrderView }): VNode {
  const {
    item,
    name,
    quantity,
    unit,
    unitPrice,
    amount,
    currency,
    receiptBy,
    at,
    by,
    state,
    split,
    approval,
  } = order;
  const withdraw = async (): Promise<void> => {
    if (!(await session.book.mark([order], "reset"))) return;
    const back = { ...order, version: order.version + 1 };
    session.notify("good", `${item}: ${bookWords.withdrawn}`, {
      name: decisionsWords.undo,
      act: () => session.book.mark([back], "accept"),
    });
  };
  return (
    <tr>
      <td>
        <a href={linkTo({ view: "item", of: item })}>{item}</a> {name ?? ""}
      </td>
      <td class="n">
        <strong>{`${number(quantity)}\u00a0${unit ?? ""}`}</strong>
        {split?.map((part) => (
          <div key={part.supplier} class="muted small">
            {say(bookWords.part, {
              ...part,
              quantity: number(part.quantity),
              receiptBy: date(part.receiptBy),
            })}
          </div>
        ))}
      </td>
      <td class="n">{unitPrice === null ? "" : words.unitPrice(unitPrice, currency ?? undefined, lang())}</td>
      <td class="n">{amount === null ? ordersWords.noPrice : money(amount, currency ?? undefined)}</td>
      <td data-l={words.wordsOf(lang()).columns.receiptBy}>{date(receiptBy ?? undefined)}</td>
      <td>{`${date(localDay(new Date(at)))}, ${whoName(by)}`}</td>
      <td>
        {approval === "awaiting" ? (
          <Chip kind="warning">{bookWords.awaiting}</Chip>
        ) : (
          <Chip kind={state === "accepted" ? "warning" : "good"}>{bookWords.states[state]}</Chip>
        )}
        {approval === "approved" && <Chip kind="good">{bookWords.approved}</Chip>}
      </td>
      <td class="n">
        <button type="button" aria-label={`${bookWords.withdraw}: ${item}`} onClick={() => void withdraw()}>
          {bookWords.withdraw}
        </button>
      </td>
    </tr>
  );
}
