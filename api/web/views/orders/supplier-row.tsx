import type { VNode } from "preact";
import { linkTo } from "../../address.ts";
import { expressOf, todayOf } from "../../decision/express.ts";
import { date, money, number, say, shortMoney } from "../../language.ts";
import { Chip } from "../../parts/chip.tsx";
import { Icon } from "../../parts/icon.tsx";
import { saveOrders, unplacedOf } from "../../parts/save-file.ts";
import { changedBy } from "../../session/minimum.ts";
import type { Session } from "../../session/session.ts";
import {
  acceptable,
  isOfOrder,
  orderedAmount,
  orderedQuantity,
  sumByCurrency,
  type WorkLine,
} from "../../session/work-line.ts";
import type { Basket } from "../../shapes.ts";
import { useStore } from "../../store.ts";
import { ordersWords } from "../../words/orders.ts";
import type { SupplierHead } from "./work-list.ts";

const hasGap = ({ minimumGap = 0, freeFreightGap = 0 }: Basket): boolean =>
  minimumGap > 0 || freeFreightGap > 0;

/** Height of the head of a supplier, in rem; the style sheet knows the same. */
export function supplierHeight(basket: Basket | undefined, isNarrow: boolean): number {
  const gap = basket !== undefined && hasGap(basket) ? (isNarrow ? 5 : 1.9) : 0;
  return (isNarrow ? 3.2 : 2.25) + gap;
}

interface SupplierRowProps {
  readonly session: Session;
  readonly head: SupplierHead;
  readonly index: number;
  readonly basket: Basket | undefined;
  /** What its order holds, shown or not. */
  readonly ofOrder: readonly WorkLine[];
  /** Every line of the plan: what would fill up an order may be none of the shown ones. */
  readonly lines: readonly WorkLine[];
  readonly acceptPlain: (supplier: string) => void;
}

/** The head of a supplier: what its order is worth, and everything that is done for it at once. */
export function SupplierRow({
  session,
  head: { supplier, lines: own },
  index,
  basket,
  ofOrder,
  lines,
  acceptPlain,
}: SupplierRowProps): VNode {
  const known = basket?.name ?? own[0]?.supplierName ?? supplier;
  const name = supplier === "" ? ordersWords.noSupplier : known;
  const plain = acceptable(own).length;
  const today = todayOf(useStore(session.plans).shown);
  const express = own.filter((line) => expressOf(line, today) !== undefined).length;
  const sums = sumByCurrency(ofOrder, orderedAmount);
  const sumIn = (said: typeof money): string => sums.map(([currency, x]) => said(x, currency)).join(" + ");
  const hidden = ofOrder.length - own.filter(isOfOrder).length;
  const facts = [
    say(ordersWords.lines, { count: own.length }),
    hidden > 0 ? say(ordersWords.notShown, { count: hidden }) : "",
    basket === undefined ? "" : say(ordersWords.orderDay, { date: date(basket.orderDate) }),
    express === 0 ? "" : say(ordersWords.express, { count: express }),
    known === supplier ? "" : supplier,
  ].filter((text) => text !== "");
  return (
    <div id={`row-${index}`} role="row" class="supplier" aria-rowindex={index + 2}>
      <div role="gridcell" class="head" aria-colspan={7}>
        <span class="who">
          <strong>{name}</strong>
          {facts.map((fact) => (
            <span key={fact} class="muted small more">
              {fact}
            </span>
          ))}
        </span>
        <span class="sum" title={sumIn(money)}>
          {sumIn((x, currency) => shortMoney(x ?? 0, currency, Number.POSITIVE_INFINITY))}
        </span>
        <span class="row">
          {plain > 0 && (
            <button
              type="button"
              class="accept"
              aria-label={`${say(ordersWords.acceptSome, { count: plain })}: ${name}`}
              title={`${say(ordersWords.acceptAll, { count: plain })} (Shift+A)`}
              onClick={() => acceptPlain(supplier)}
            >
              <Icon of="check" />
              {say(ordersWords.acceptSome, { count: plain })}
            </button>
          )}
          <Accepted session={session} supplier={supplier} name={name} />
        </span>
        {basket !== undefined && hasGap(basket) && <Gaps session={session} basket={basket} lines={lines} />}
      </div>
    </div>
  );
}

interface AcceptedProps {
  readonly session: Session;
  readonly supplier: string;
  readonly name: string;
}

/** What was accepted of a supplier, in whichever plan, as its order: to be saved and printed. */
function Accepted({ session, supplier, name }: AcceptedProps): VNode {
  const orders = unplacedOf(useStore(session.book.orders), supplier);
  if (orders.length === 0)
    return (
      <button type="button" class="wide-only" disabled title={ordersWords.saveNothing}>
        {ordersWords.saveShortNothing}
      </button>
    );
  const sums = sumByCurrency(orders, ({ amount }) => amount).map(([currency, sum]) =>
    money(sum, currency || undefined),
  );
  const sum = sums.join(" + ") || "–";
  const text = say(ordersWords.saveShort, { count: orders.length, sum });
  return (
    <>
      <a href={linkTo({ view: "sheet", of: supplier })} class="button">
        {ordersWords.sheet}
      </a>
      <button
        type="button"
        aria-label={`${text}: ${name}`}
        title={say(ordersWords.saveOrder, { count: orders.length, sum })}
        onClick={() => void saveOrders(session, orders, "xlsx")}
      >
        {text}
      </button>
    </>
  );
}

interface GapsProps {
  readonly session: Session;
  readonly basket: Basket;
  readonly lines: readonly WorkLine[];
}

/** What is missing to the limits of a supplier, with the best line to pull forward. */
function Gaps({ session, basket, lines }: GapsProps): VNode {
  const { surcharge = 0, currency, fillers } = basket;
  const more = changedBy(lines, basket.supplier);
  const gapOf = (planned = 0): number => (planned > 0 ? Math.max(0, planned - more) : 0);
  const [minimumGap, freeFreightGap] = [gapOf(basket.minimumGap), gapOf(basket.freeFreightGap)];
  const best = minimumGap > 0 || freeFreightGap > 0 ? fillers.at(0) : undefined;
  const pull = (): void => {
    const line = lines.find(({ item }) => item === best?.item);
    if (best === undefined || line === undefined) return;
    const quantity = orderedQuantity(line) + best.quantity;
    session.decide([{ item: best.item, action: "change", quantity, reason: ordersWords.fillerReason }]);
  };
  return (
    <div class="chips">
      {minimumGap > 0 && (
        <Chip kind="warning">{say(ordersWords.minimumGap, { amount: money(minimumGap, currency) })}</Chip>
      )}
      {minimumGap > 0 && surcharge > 0 && (
        <Chip kind="warning">{say(ordersWords.surcharge, { amount: money(surcharge, currency) })}</Chip>
      )}
      {freeFreightGap > 0 && (
        <Chip kind="">{say(ordersWords.freightGap, { amount: money(freeFreightGap, currency) })}</Chip>
      )}
      {best !== undefined && (
        <button type="button" class="link" onClick={pull}>
          {say(ordersWords.filler, {
            item: best.item,
            quantity: number(best.quantity),
            amount: money(best.amount, currency),
          })}
        </button>
      )}
    </div>
  );
}
