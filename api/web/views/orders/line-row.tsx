import type { ComponentChildren, VNode } from "preact";
import { isUrgent, words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import { DecisionState } from "../../decision/decision-state.tsx";
import { date, lang, money, number, percent, say, t } from "../../language.ts";
import { Chip } from "../../parts/chip.tsx";
import { orderedAmount, orderedQuantity, type WorkLine } from "../../session/work-line.ts";
import type { OrderActions } from "./actions.ts";

/** Height of a line, in rem; the style sheet knows the same. */
export const lineHeight = (isNarrow: boolean): number => (isNarrow ? 10.8 : 4);

interface LineProps {
  readonly line: WorkLine;
}

interface LineRowProps extends LineProps {
  readonly index: number;
  readonly isCurrent: boolean;
  readonly actions: OrderActions;
}

/** A suggestion in the work list. */
export function LineRow({ line, index, isCurrent, actions }: LineRowProps): VNode {
  const isOrder = line.quantity > 0 || line.decided !== undefined;
  return (
    <div
      id={`row-${index}`}
      role="row"
      class={`line ${line.kind}${line.decided === undefined ? "" : " done"}`}
      aria-rowindex={index + 2}
      aria-selected={isCurrent}
      onClick={() => actions.select(line)}
    >
      <Cell name="item" label="">
        <span class="name">
          <a href={linkTo({ view: "item", of: line.item })} class="id">
            {line.item}
          </a>{" "}
          {line.name ?? ""}
        </span>
        <Why line={line} />
      </Cell>
      <Cell name="quantity" label={t.orders.quantity}>
        <Quantity line={line} />
      </Cell>
      <Cell name="orderBy" label={t.orders.orderBy}>
        {isOrder ? date(line.orderBy) : words.noNumber}
        {line.quantity > 0 && isUrgent(line) && <span class="sub bad">{t.orders.overdue}</span>}
      </Cell>
      <Cell name="runsOut" label={t.orders.runsOut}>
        <RunsOut line={line} />
      </Cell>
      <Cell name="amount" label={t.orders.amount}>
        {isOrder ? amountOf(line) : words.noNumber}
        {line.unitPrice !== undefined && (
          <span class="sub">{words.unitPrice(line.unitPrice, line.currency, lang())}</span>
        )}
      </Cell>
      <Cell name="service" label={t.orders.service}>
        {percent(line.expectedService)}
      </Cell>
      <div role="gridcell" class="c-decision">
        <Decision line={line} actions={actions} />
      </div>
    </div>
  );
}

interface CellProps {
  readonly name: string;
  /** Stands beside the value where the list has no heading. */
  readonly label: string;
  readonly children: ComponentChildren;
}

const Cell = ({ name, label, children }: CellProps): VNode => (
  <div role="gridcell" class={`c-${name}`} data-l={label}>
    {children}
  </div>
);

function amountOf(line: WorkLine): string {
  const amount = orderedAmount(line);
  return amount === undefined ? t.orders.noPrice : money(amount, line.currency);
}

/** Why this line stands here, in few words with the number that decides; all of it where the pointer rests. */
function Why({ line }: LineProps): VNode {
  const { kind, decision, decided } = line;
  const clause = words.lineClause(line, lang());
  const isEarlier = decision !== undefined && decided === undefined && decision !== "reject";
  return (
    <span class="sub why" title={words.reasonsSentence(line.reasons, lang())}>
      {kind !== "plain" && (
        <>
          <Chip kind={kind}>{words.lineKindName(line, lang())}</Chip>{" "}
        </>
      )}
      {isEarlier ? `${t.book.earlier} · ${clause}` : clause}
    </span>
  );
}

/** What is ordered; below it what that is in the supplier's unit, and what min/max would order. */
function Quantity({ line }: LineProps): VNode {
  const { unit = "", purchaseQuantity, purchaseUnit, decided, quantity, asIs } = line;
  const ordered = orderedQuantity(line);
  const isOther = decided?.action === "change" && ordered !== quantity;
  const packs =
    purchaseQuantity === undefined || purchaseUnit === undefined || isOther
      ? ""
      : `${number(purchaseQuantity)} ${purchaseUnit} · `;
  const below =
    asIs === undefined ? packs : `${packs}${say(t.orders.minMaxLine, { quantity: number(asIs.quantity) })}`;
  return (
    <>
      <strong>{`${number(ordered)}\u00a0${unit}`}</strong>
      {isOther && <s class="muted">{` ${number(quantity)}`}</s>}
      {below !== "" && <span class="sub">{below}</span>}
    </>
  );
}

/** Until when the stock lasts in 19 of 20 cases, and on average; marked where goods are missing before they come. */
function RunsOut({ line }: LineProps): VNode {
  const { runsOutOn, safeUntil = runsOutOn, kind } = line;
  if (safeUntil === undefined) return <>{words.noNumber}</>;
  return (
    <>
      <span class={kind === "shortage" ? "bad" : ""}>{date(safeUntil)}</span>
      {runsOutOn !== undefined && <span class="sub">{say(t.orders.onAverage, { on: date(runsOutOn) })}</span>}
    </>
  );
}

interface DecisionProps extends LineProps {
  readonly actions: OrderActions;
}

/** What was decided, and the way back; else the buttons to decide. */
function Decision({ line, actions }: DecisionProps): VNode {
  if (line.decided === undefined && line.pending !== true)
    return <DecisionButtons line={line} actions={actions} />;
  return (
    <>
      <DecisionState of={line} />
      {line.decided !== undefined && (
        <button
          type="button"
          class="icon"
          aria-label={`${t.decisions.reset}: ${line.item}`}
          title={t.decisions.reset}
          onClick={() => actions.decide(line, "reset")}
        >
          ↺
        </button>
      )}
    </>
  );
}

function DecisionButtons({ line, actions }: DecisionProps): VNode {
  const { accept, change, reject } = t.decisions;
  const isOpen = line.kind === "blocked" || (line.kind === "shortage" && line.quantity === 0);
  const name = line.kind === "blocked" ? t.orders.clarify : t.orders.order;
  return (
    <span class="row">
      {isOpen && (
        <button
          type="button"
          aria-label={`${name}: ${line.item}`}
          onClick={() => actions.ask(line, "change")}
        >
          {name}
        </button>
      )}
      {line.quantity > 0 && (
        <button
          type="button"
          class="accept"
          aria-label={`${accept}: ${line.item}`}
          onClick={() => actions.decide(line, "accept")}
        >
          {accept}
        </button>
      )}
      <button
        type="button"
        class="icon"
        aria-label={`${change}: ${line.item}`}
        title={change}
        onClick={() => actions.ask(line, "change")}
      >
        ✎
      </button>
      {line.quantity > 0 && (
        <button
          type="button"
          class="icon"
          aria-label={`${reject}: ${line.item}`}
          title={reject}
          onClick={() => actions.ask(line, "reject")}
        >
          ✕
        </button>
      )}
    </span>
  );
}
