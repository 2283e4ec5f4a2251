import type { ComponentChildren, VNode } from "preact";
import { isUrgent, words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import { DecisionState } from "../../decision/decision-state.tsx";
import { date, lang, money, number, say, t } from "../../language.ts";
import { Chip } from "../../parts/chip.tsx";
import { orderedAmount, orderedQuantity, type WorkLine } from "../../session/work-line.ts";
import type { OrderActions } from "./actions.ts";

/** Height of a line, in rem; the style sheet knows the same. */
export const lineHeight = (isNarrow: boolean): number => (isNarrow ? 3.7 : 2.3);

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
        <a href={linkTo({ view: "item", of: line.item })} class="id">
          {line.item}
        </a>{" "}
        {line.name ?? ""}
      </Cell>
      <Cell name="why" label="">
        <Why line={line} />
      </Cell>
      <Cell name="quantity" label={t.orders.quantity}>
        <Quantity line={line} />
      </Cell>
      <Cell name="orderBy" label={t.orders.orderBy}>
        <OrderBy line={line} />
      </Cell>
      <Cell name="runsOut" label={t.orders.runsOut}>
        <RunsOut line={line} />
      </Cell>
      <Cell name="amount" label={t.orders.amount}>
        <Amount line={line} />
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

/** True for a line that orders something, or on which something was decided. */
const isOrder = ({ quantity, decided }: WorkLine): boolean => quantity > 0 || decided !== undefined;

/** The last day to order; "at once" where that cannot wait. */
function OrderBy({ line }: LineProps): VNode {
  if (!isOrder(line)) return <>{words.noNumber}</>;
  if (line.quantity > 0 && isUrgent(line))
    return (
      <strong class="bad" title={date(line.orderBy)}>
        {t.orders.overdue}
      </strong>
    );
  return <>{date(line.orderBy)}</>;
}

/** The value of a line; the price of one unit where the pointer rests. */
function Amount({ line }: LineProps): VNode {
  if (!isOrder(line)) return <>{words.noNumber}</>;
  const amount = orderedAmount(line);
  const price = line.unitPrice === undefined ? "" : words.unitPrice(line.unitPrice, line.currency, lang());
  return <span title={price}>{amount === undefined ? t.orders.noPrice : money(amount, line.currency)}</span>;
}

/** Why this line stands here, in few words with the number that decides; all of it where the pointer rests. */
function Why({ line }: LineProps): VNode {
  const { kind, decision, decided } = line;
  const clause = words.lineClause(line, lang());
  const isEarlier = decision !== undefined && decided === undefined && decision !== "reject";
  return (
    <span title={[clause, words.reasonsSentence(line.reasons, lang())].join("\n\n")}>
      {kind !== "plain" && (
        <>
          <Chip kind={kind}>{words.lineKindName(line, lang())}</Chip>{" "}
        </>
      )}
      {isEarlier ? `${t.book.earlier} · ${clause}` : clause}
    </span>
  );
}

/** What is ordered; what that is in the supplier's unit and what min/max would order, where the pointer rests. */
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
    <span title={below}>
      {isOther && <s class="muted">{`${number(quantity)} `}</s>}
      <strong>{`${number(ordered)}\u00a0${unit}`}</strong>
    </span>
  );
}

/** Until when the stock lasts in 19 of 20 cases, and on average; marked where goods are missing before they come. */
function RunsOut({ line }: LineProps): VNode {
  const { runsOutOn, safeUntil = runsOutOn, kind } = line;
  if (safeUntil === undefined) return <>{words.noNumber}</>;
  const mean = runsOutOn === undefined ? "" : say(t.orders.onAverage, { on: date(runsOutOn) });
  return (
    <span class={kind === "shortage" ? "bad" : ""} title={mean}>
      {date(safeUntil)}
    </span>
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
  const { clarify, order } = t.orders;
  return (
    <span class="row">
      {line.kind === "blocked" && (
        <a
          class="button"
          href={linkTo({ view: "signals", settings: { item: line.item } })}
          aria-label={`${clarify}: ${line.item}`}
        >
          {clarify}
        </a>
      )}
      {line.kind === "shortage" && line.quantity === 0 && (
        <button
          type="button"
          aria-label={`${order}: ${line.item}`}
          onClick={() => actions.ask(line, "change")}
        >
          {order}
        </button>
      )}
      {line.quantity > 0 && (
        <button
          type="button"
          class="accept"
          aria-label={`${accept}: ${line.item}`}
          onClick={() => actions.decide(line, "accept")}
        >
          <span class="wide-only">{accept}</span>
          <span class="narrow-only" aria-hidden="true">
            ✓
          </span>
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
          class="icon wide-only"
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
