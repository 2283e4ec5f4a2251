import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { type LineKind, words } from "../../../src/index.ts";
import { linkTo } from "../address.ts";
import { date, lang, money, number, say } from "../language.ts";
import { Chip } from "../parts/chip.tsx";
import { isPlaced } from "../session/deciding.ts";
import type { Session } from "../session/session.ts";
import { orderedAmount, orderedQuantity, type WorkLine } from "../session/work-line.ts";
import { useStore } from "../store.ts";
import { bookWords } from "../words/book.ts";
import { decisionsWords } from "../words/decisions.ts";
import { itemWords } from "../words/item.ts";
import { ordersWords } from "../words/orders.ts";
import { DecisionDialog } from "./decision-dialog.tsx";
import { DecisionState, fromWhom } from "./decision-state.tsx";
import type { AboutItem } from "./effect.tsx";
import { expressOf, todayOf } from "./express.ts";
import { raisingOf } from "./raise-maximum.tsx";

/** What is said of a line that orders nothing: never "nothing" where something is missing. */
const headlines: Readonly<Record<LineKind, () => string>> = {
  plain: () => itemWords.nothing,
  doubt: () => itemWords.nothingYet,
  shortage: () => itemWords.shortage,
  blocked: () => itemWords.blocked,
};

interface DecisionBarProps {
  readonly session: Session;
  readonly line: WorkLine;
  /** The item with its forecast, once it is here. */
  readonly about?: AboutItem | undefined;
  /** The line is kept in sight once it is decided. */
  readonly keep?: () => void;
}

/** What to order of an item, and beside it the buttons that decide it. */
export function DecisionBar({ session, line, about, keep }: DecisionBarProps): VNode {
  const [dialog, setDialog] = useState<"change" | "reject">();
  const { item, unit = "", currency, kind, decided } = line;
  const quantity = orderedQuantity(line);
  const amount = orderedAmount(line);
  const suppliers = useStore(session.supplierNames);
  const express = expressOf(line, todayOf(useStore(session.plans).shown));
  const decide = (action: "accept" | "reset"): void => {
    keep?.();
    session.decide([{ item, action }]);
  };
  return (
    <>
      <p class="big">
        {quantity > 0 ? `${number(quantity)} ${unit}` : headlines[kind]()}
        {quantity > 0 && amount !== undefined && <span class="sub">{money(amount, currency)}</span>}
      </p>
      {kind !== "plain" && (
        <p>
          <Chip kind={kind}>{words.lineKindName(line, lang())}</Chip> {words.lineClause(line, lang())}
        </p>
      )}
      {line.suggested !== undefined && <p class="small">{fromWhom(line)}</p>}
      {express !== undefined && (
        <p class="note small">{say(decisionsWords.express, { ...express, on: date(express.on) })}</p>
      )}
      <div class="actions">
        <DecisionState of={line} />
        {decided === undefined ? (
          <Choices line={line} accept={() => decide("accept")} ask={setDialog} />
        ) : isPlaced(decided) ? (
          <a class="button" href={linkTo({ view: "book" })}>
            {bookWords.title}
          </a>
        ) : (
          <>
            {decided.action !== "reject" && (
              <button type="button" onClick={() => setDialog("change")}>
                {decisionsWords.change}
              </button>
            )}
            <button type="button" onClick={() => decide("reset")}>
              {decisionsWords.reset}
            </button>
          </>
        )}
      </div>
      {dialog !== undefined && (
        <DecisionDialog
          line={line}
          action={dialog}
          {...(about === undefined ? {} : { about })}
          nameOf={(supplier) => suppliers.get(supplier)}
          save={(decision) => {
            keep?.();
            session.decide([decision]);
          }}
          raise={raisingOf(session, item)}
          close={() => setDialog(undefined)}
        />
      )}
    </>
  );
}

interface ChoicesProps {
  readonly line: WorkLine;
  readonly accept: () => void;
  readonly ask: (action: "change" | "reject") => void;
}

function Choices({ line: { item, quantity, kind }, accept, ask }: ChoicesProps): VNode {
  const isOrder = quantity > 0;
  const isShort = kind === "shortage" && !isOrder;
  return (
    <>
      {isOrder && (
        <button type="button" class="main" onClick={accept}>
          {decisionsWords.accept}
        </button>
      )}
      {kind === "blocked" && (
        <a class="button main" href={linkTo({ view: "signals", settings: { item } })}>
          {ordersWords.clarify}
        </a>
      )}
      <button type="button" class={isShort ? "main" : ""} onClick={() => ask("change")}>
        {isShort ? ordersWords.order : decisionsWords.change}
      </button>
      {isOrder && (
        <button type="button" onClick={() => ask("reject")}>
          {decisionsWords.reject}
        </button>
      )}
    </>
  );
}
