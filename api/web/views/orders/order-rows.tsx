import type { VNode } from "preact";
import { dayOf, words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import { decisionState } from "../../decision/decision-state.tsx";
import { date, lang, money, number, percent, say, t } from "../../language.ts";
import { Chip } from "../../parts/chip.tsx";
import type { Session } from "../../session/session.ts";
import {
  acceptable,
  orderedAmount,
  orderedQuantity,
  type SupplierHead,
  sumByCurrency,
  type WorkLine,
} from "../../session/work-list.ts";
import type { Basket } from "../../shapes.ts";
import { decisionWords } from "../../words/decisions.ts";
import { orderWords } from "../../words/orders.ts";
import { saveOrders } from "./save-orders.ts";

/** Height of a line, in rem; the style sheet knows the same. */
export const lineHeight = (isNarrow: boolean): number => (isNarrow ? 10.8 : 4);

const hasGap = ({ minimumGap = 0, freeFreightGap = 0 }: Basket): boolean =>
  minimumGap > 0 || freeFreightGap > 0;

export function supplierHeight(
  supplier: string,
  baskets: ReadonlyMap<string, Basket>,
  isNarrow: boolean,
): number {
  const basket = baskets.get(supplier);
  const gap = basket !== undefined && hasGap(basket) ? (isNarrow ? 5 : 2.1) : 0;
  return (isNarrow ? 9.8 : 4.6) + gap;
}

interface LineRowProps {
  readonly line: WorkLine;
  readonly index: number;
  readonly isCurrent: boolean;
  readonly select: () => void;
  readonly accept: () => void;
  readonly reset: () => void;
  readonly ask: (action: "change" | "reject") => void;
}

const cell = (name: string, label: string, ...content: (VNode | string | undefined | false)[]): VNode => (
  <div role="gridcell" class={`c-${name}`} data-l={label}>
    {content}
  </div>
);

const sub = (text: string | undefined): VNode | undefined =>
  text === undefined || text === "" ? undefined : <span class="sub">{text}</span>;

/** Reasons that say most in one line, the best first. */
const telling = ["out-of-stock", "late", "runs-out", "below-reorder-point", "enough"] as const;

/** Why this line should be looked at, else why it is ordered. */
function why(line: WorkLine): VNode {
  if (line.attention !== "none") {
    const codes = (line.attentionCodes ?? []).map((code) => words.attentionPhrase(code, lang())).join("; ");
    return (
      <span class="sub why">
        <Chip kind={line.attention}>{words.valueWords(line.attention, lang())}</Chip> {codes}
      </span>
    );
  }
  const first =
    telling.map((code) => line.reasons.find((reason) => reason.code === code)).find(Boolean) ??
    line.reasons[0];
  return <span class="sub why">{first === undefined ? "" : words.reasonSentence(first, lang())}</span>;
}

function quantityCell(line: WorkLine): (VNode | string | undefined)[] {
  const { unit = "", purchaseQuantity, purchaseUnit, decided, quantity, asIs } = line;
  const ordered = orderedQuantity(line);
  const other = decided?.action === "change" && ordered !== quantity ? number(quantity) : undefined;
  const packs =
    purchaseQuantity === undefined || purchaseUnit === undefined || other !== undefined
      ? ""
      : `${number(purchaseQuantity)} ${purchaseUnit} · `;
  return [
    <strong>{`${number(ordered)}\u00a0${unit}`}</strong>,
    other !== undefined ? <s class="muted">{` ${other}`}</s> : undefined,
    sub(
      asIs === undefined
        ? packs
        : `${packs}${say(orderWords.minMaxLine, { quantity: number(asIs.quantity) })}`,
    ),
  ];
}

/** A suggestion in the work list. */
export function LineRow({ line, index, isCurrent, select, accept, reset, ask }: LineRowProps): VNode {
  const isLate = line.reasons.some(({ code }) => code === "late");
  const amount = orderedAmount(line);
  const isOrder = line.quantity > 0 || line.decided !== undefined;
  return (
    <div
      id={`row-${index}`}
      role="row"
      class={`line ${line.attention}${line.decided === undefined ? "" : " done"}`}
      aria-rowindex={index + 2}
      aria-selected={isCurrent}
      onClick={select}
    >
      {cell(
        "item",
        "",
        <span class="name">
          <a href={linkTo({ view: "item", of: line.item })} class="id">
            {line.item}
          </a>{" "}
          {line.name ?? ""}
        </span>,
        why(line),
      )}
      {cell("quantity", t(orderWords.quantity), ...quantityCell(line))}
      {cell(
        "orderBy",
        t(orderWords.orderBy),
        isOrder ? date(line.orderBy) : "–",
        isOrder && isLate ? <span class="sub bad">{t(orderWords.overdue)}</span> : sub(undefined),
      )}
      {cell("runsOut", t(orderWords.runsOut), runsOut(line))}
      {cell(
        "amount",
        t(orderWords.amount),
        !isOrder ? "–" : amount === undefined ? t(orderWords.noPrice) : money(amount, line.currency),
        line.unitPrice === undefined
          ? undefined
          : sub(words.unitPrice(line.unitPrice, line.currency, lang())),
      )}
      {cell("service", t(orderWords.service), percent(line.expectedService))}
      <div role="gridcell" class="c-decision">
        {decisionState(line) ?? decisionButtons(line, accept, ask)}
        {line.decided !== undefined && (
          <button
            type="button"
            onClick={reset}
            class="icon"
            aria-label={`${t(decisionWords.reset)}: ${line.item}`}
            title={t(decisionWords.reset)}
          >
            ↺
          </button>
        )}
      </div>
    </div>
  );
}

function runsOut({ runsOutOn, receiptBy }: WorkLine): VNode | string {
  if (runsOutOn === undefined) return "–";
  const isEarly = dayOf(runsOutOn) < dayOf(receiptBy);
  return <span class={isEarly ? "bad" : ""}>{date(runsOutOn)}</span>;
}

function decisionButtons(
  line: WorkLine,
  accept: () => void,
  ask: (action: "change" | "reject") => void,
): VNode {
  const named = (action: string) => ({ "aria-label": `${action}: ${line.item}`, title: action });
  return (
    <span class="row">
      {line.quantity > 0 && (
        <button
          type="button"
          onClick={accept}
          class="accept"
          aria-label={`${t(decisionWords.accept)}: ${line.item}`}
        >
          {t(decisionWords.accept)}
        </button>
      )}
      <button type="button" onClick={() => ask("change")} class="icon" {...named(t(decisionWords.change))}>
        ✎
      </button>
      {line.quantity > 0 && (
        <button type="button" onClick={() => ask("reject")} class="icon" {...named(t(decisionWords.reject))}>
          ✕
        </button>
      )}
    </span>
  );
}

interface SupplierRowProps {
  readonly session: Session;
  readonly head: SupplierHead;
  readonly index: number;
  readonly basket: Basket | undefined;
  readonly lines: readonly WorkLine[];
  readonly acceptPlain: (supplier: string) => void;
}

/** What is missing to the limits of a supplier, with the best line to pull forward. */
function gaps({ session, basket, lines }: SupplierRowProps): VNode | undefined {
  if (basket === undefined || !hasGap(basket)) return undefined;
  const { minimumGap = 0, freeFreightGap = 0, surcharge = 0, currency, fillers } = basket;
  const [best] = fillers;
  const pull = (): void => {
    const line = best === undefined ? undefined : lines.find(({ item }) => item === best.item);
    if (best === undefined || line === undefined) return;
    session.decide([
      {
        item: best.item,
        action: "change",
        quantity: orderedQuantity(line) + best.quantity,
        reason: t(orderWords.fillerReason),
      },
    ]);
  };
  return (
    <div class="chips">
      {minimumGap > 0 && (
        <Chip kind="warning">{say(orderWords.minimumGap, { amount: money(minimumGap, currency) })}</Chip>
      )}
      {minimumGap > 0 && surcharge > 0 && (
        <Chip kind="warning">{say(orderWords.surcharge, { amount: money(surcharge, currency) })}</Chip>
      )}
      {freeFreightGap > 0 && (
        <Chip kind="">{say(orderWords.freightGap, { amount: money(freeFreightGap, currency) })}</Chip>
      )}
      {best !== undefined && (
        <button type="button" onClick={pull} class="link">
          {say(orderWords.filler, {
            item: best.item,
            quantity: number(best.quantity),
            amount: money(best.amount, currency),
          })}
        </button>
      )}
    </div>
  );
}

/** The head of a supplier: what its order is worth, and everything that is done for it at once. */
export function SupplierRow(props: SupplierRowProps): VNode {
  const { session, head, index, basket, acceptPlain } = props;
  const { supplier, lines } = head;
  const name = supplier === "" ? t(orderWords.noSupplier) : (basket?.name ?? supplier);
  const plain = acceptable(lines).length;
  const amounts = sumByCurrency(lines, orderedAmount).map(([currency, x]) => money(x, currency));
  const facts = [
    basket?.name === undefined || basket.name === supplier ? "" : supplier,
    lines.length === 1 ? t(orderWords.oneLine) : say(orderWords.lines, { count: lines.length }),
    basket === undefined ? "" : say(orderWords.orderDay, { date: date(basket.orderDate) }),
  ].filter((text) => text !== "");
  return (
    <div id={`row-${index}`} role="row" class="supplier" aria-rowindex={index + 2}>
      <div role="gridcell" class="head" aria-colspan={7}>
        <span class="who">
          <strong>{name}</strong>
          <span class="sub">{facts.join(" · ")}</span>
        </span>
        <span class="sum">{amounts.join(" + ")}</span>
        <span class="row">
          {plain > 0 && (
            <button type="button" onClick={() => acceptPlain(supplier)} class="accept">
              {say(orderWords.acceptAll, { count: plain })}
            </button>
          )}
          {supplier !== "" && (
            <a href={linkTo({ view: "sheet", of: supplier })} class="button">
              {t(orderWords.sheet)}
            </a>
          )}
          <button
            type="button"
            onClick={() => void saveOrders(session, supplier, "xlsx")}
            aria-label={`XLSX: ${name}`}
          >
            XLSX
          </button>
          <button
            type="button"
            onClick={() => void saveOrders(session, supplier, "csv")}
            aria-label={`CSV: ${name}`}
          >
            CSV
          </button>
        </span>
        {gaps(props)}
      </div>
    </div>
  );
}
