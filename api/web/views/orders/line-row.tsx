import type { ComponentChildren, VNode } from "preact";
import { isUrgent, words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import { DecisionState } from "../../decision/decision-state.tsx";
import { date, lang, money, say, shortDate, shortMoney } from "../../language.ts";
import { Chip } from "../../parts/chip.tsx";
import { Icon } from "../../parts/icon.tsx";
import { StockBar } from "../../parts/stock-bar.tsx";
import { isPlaced } from "../../session/deciding.ts";
import type { Move } from "../../session/last-run.ts";
import type { Session } from "../../session/session.ts";
import { orderedAmount, type WorkLine } from "../../session/work-line.ts";
import { bookWords } from "../../words/book.ts";
import { decisionsWords } from "../../words/decisions.ts";
import { ordersWords } from "../../words/orders.ts";
import type { OrderActions } from "./actions.ts";
import { MoveMark, Quantity } from "./quantity/quantity.tsx";
import { QuantityEdit } from "./quantity/quantity-edit.tsx";

/** Height of a line, in rem; the style sheet knows the same. */
export const lineHeight = (isNarrow: boolean, isCompact: boolean): number =>
  isNarrow ? 3.4 : isCompact ? 1.75 : 2.05;

interface LineProps {
  readonly line: WorkLine;
}

/** `today`: the day of the plan, whose year need not be said. */
interface DatedProps extends LineProps {
  readonly today: string;
}

/** `isPhone`: there is room for few words. */
interface WhyProps extends LineProps {
  readonly isPhone: boolean;
}

interface LineRowProps extends WhyProps, DatedProps {
  readonly index: number;
  readonly isCurrent: boolean;
  readonly isPicked: boolean;
  /** Picks the line or lets it go; with `isRange` all from the one picked last. */
  readonly pick: (item: string, isRange: boolean) => void;
  readonly actions: OrderActions;
  /** How it moved against the run before. */
  readonly move: Move | undefined;
  /** What people wrote about the item. */
  readonly note: string | undefined;
  /** What its quantity is begun to be changed to, in place; undefined where it is not. */
  readonly typedText: string | undefined;
  readonly session: Session;
}

/** A suggestion in the work list. */
export function LineRow(props: LineRowProps): VNode {
  const { line, index, isCurrent, isPicked, pick, actions, today, move, note, typedText, session, isPhone } =
    props;
  const named = line.name !== undefined && line.name !== "";
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
        {line.decided !== undefined ? (
          <span class="pick" />
        ) : (
          <input
            type="checkbox"
            class="pick"
            checked={isPicked}
            aria-label={`${ordersWords.pick}: ${line.item}`}
            title={`${ordersWords.pick} (x)`}
            onClick={(event) => pick(line.item, event.shiftKey)}
          />
        )}
        {line.kind !== "plain" && <Mark line={line} />}
        <a
          href={linkTo({ view: "item", of: line.item })}
          title={named ? `${line.name} ${line.item}` : line.item}
        >
          {named && <span class="name">{line.name} </span>}
          <span class="id">{line.item}</span>
        </a>
        {note !== undefined && (
          <span class="note-mark" title={note}>
            <Icon of="note" />
            <span class="sr">{`${decisionsWords.note}: ${note}`}</span>
          </span>
        )}
        <StockBar of={line} />
      </Cell>
      <Cell name="why" label="">
        <Why line={line} isPhone={isPhone} />
      </Cell>
      <Cell name="quantity" label={ordersWords.quantity}>
        {typedText === undefined ? (
          <>
            {move !== undefined && <MoveMark of={move} />}
            <Quantity line={line} edit={() => actions.edit(line)} />
          </>
        ) : (
          <QuantityEdit session={session} line={line} text={typedText} actions={actions} />
        )}
      </Cell>
      <Cell name="orderBy" label={ordersWords.orderBy}>
        <OrderBy line={line} today={today} />
      </Cell>
      <Cell name="runsOut" label={ordersWords.runsOut}>
        <RunsOut line={line} today={today} />
      </Cell>
      <Cell name="amount" label={ordersWords.amount}>
        <Amount line={line} />
      </Cell>
      <div role="gridcell" class="c-decision">
        <Decision line={line} actions={actions} />
      </div>
    </div>
  );
}

const marks = { shortage: "■", doubt: "▲", blocked: "◆", plain: "" } as const;

/** What a line asks for as a mark alone, where the list has no room for the reason. */
const Mark = ({ line }: LineProps): VNode => (
  <span class={`kind-mark ${line.kind}`} title={words.lineClause(line, lang())}>
    <span aria-hidden="true">{marks[line.kind]}</span>
    <span class="sr">{words.lineKindName(line, lang())}</span>
  </span>
);

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
function OrderBy({ line, today }: DatedProps): VNode {
  if (!isOrder(line)) return <>{words.noNumber}</>;
  if (line.quantity > 0 && isUrgent(line))
    return (
      <strong class="bad" title={date(line.orderBy)}>
        {ordersWords.overdue}
      </strong>
    );
  return <span title={date(line.orderBy)}>{shortDate(line.orderBy, today)}</span>;
}

/** The value of a line; the price of one unit where the pointer rests. */
function Amount({ line }: LineProps): VNode {
  if (!isOrder(line)) return <>{words.noNumber}</>;
  const amount = orderedAmount(line);
  const price = line.unitPrice === undefined ? "" : words.unitPrice(line.unitPrice, line.currency, lang());
  return (
    <span
      title={[amount === undefined ? "" : money(amount, line.currency), price].filter(Boolean).join(" · ")}
    >
      {amount === undefined ? ordersWords.noPrice : shortMoney(amount, line.currency)}
    </span>
  );
}

/** Why this line stands here, in few words with the number that decides; all of it where the pointer rests. */
function Why({ line, isPhone }: WhyProps): VNode {
  const { kind, decision, decided } = line;
  const clause = words.lineClause(line, lang());
  const said = isPhone ? words.lineClause(line, lang(), (iso) => shortDate(iso, iso)) : clause;
  const isEarlier = decision !== undefined && decided === undefined && decision !== "reject";
  return (
    // all reasons of a line are many words: they are written where a pointer comes to rest
    <span
      onPointerEnter={({ currentTarget }) => {
        currentTarget.title = [clause, words.reasonsSentence(line.reasons, lang())].join("\n\n");
      }}
    >
      {kind !== "plain" && (
        <>
          <Chip kind={kind}>{words.lineKindName(line, lang())}</Chip>{" "}
        </>
      )}
      {isEarlier ? `${bookWords.earlier} · ${said}` : said}
    </span>
  );
}

/** Until when the stock lasts in 19 of 20 cases, and on average; marked where goods are missing before they come. */
function RunsOut({ line, today }: DatedProps): VNode {
  const { runsOutOn, safeUntil = runsOutOn, kind } = line;
  if (safeUntil === undefined) return <>{words.noNumber}</>;
  const mean = runsOutOn === undefined ? "" : `, ${say(ordersWords.onAverage, { on: date(runsOutOn) })}`;
  return (
    <span class={kind === "shortage" ? "bad" : ""} title={`${date(safeUntil)}${mean}`}>
      {shortDate(safeUntil, today)}
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
      {line.decided !== undefined && !isPlaced(line.decided) && (
        <button
          type="button"
          class="icon"
          aria-label={`${decisionsWords.reset}: ${line.item}`}
          title={decisionsWords.reset}
          onClick={() => actions.decide(line, "reset")}
        >
          <Icon of="back" />
        </button>
      )}
    </>
  );
}

function DecisionButtons({ line, actions }: DecisionProps): VNode {
  const { accept, change, reject } = decisionsWords;
  const { clarify, order } = ordersWords;
  const isShort = line.kind === "shortage" && line.quantity === 0;
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
      {isShort && (
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
          class="icon accept"
          aria-label={`${accept}: ${line.item}`}
          title={`${accept} (a)`}
          onClick={() => actions.decide(line, "accept")}
        >
          <Icon of="check" />
        </button>
      )}
      {!isShort && (
        <button
          type="button"
          class={`icon${line.kind === "blocked" ? " wide-only" : ""}`}
          aria-label={`${change}: ${line.item}`}
          title={`${change} (c)`}
          onClick={() => actions.ask(line, "change")}
        >
          <Icon of="pencil" />
        </button>
      )}
      {line.quantity > 0 && (
        <button
          type="button"
          class="icon wide-only"
          aria-label={`${reject}: ${line.item}`}
          title={`${reject} (r)`}
          onClick={() => actions.ask(line, "reject")}
        >
          <Icon of="cross" />
        </button>
      )}
    </span>
  );
}
