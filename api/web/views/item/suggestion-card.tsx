import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { type LineKind, words } from "../../../../src/index.ts";
import { DecisionDialog } from "../../decision/decision-dialog.tsx";
import { DecisionState } from "../../decision/decision-state.tsx";
import type { AboutItem } from "../../decision/effect.tsx";
import { date, lang, money, number, percent, say, t } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Chip } from "../../parts/chip.tsx";
import { Fact } from "../../parts/fact.tsx";
import type { Session } from "../../session/session.ts";
import type { WorkLine } from "../../session/work-line.ts";

interface SuggestionCardProps {
  readonly session: Session;
  readonly about: AboutItem;
  readonly line: WorkLine | undefined;
}

/** What a card says that orders nothing: never "nothing" where something is missing. */
const headlines: Readonly<Record<LineKind, () => string>> = {
  plain: () => t.item.nothing,
  doubt: () => t.item.nothingYet,
  shortage: () => t.item.shortage,
  blocked: () => t.item.blocked,
};

/** What to order of the item, why, and the buttons to decide. */
export function SuggestionCard({ session, about, line }: SuggestionCardProps): VNode {
  const [dialog, setDialog] = useState<"change" | "reject">();
  if (line === undefined)
    return (
      <Card title={t.item.noSuggestion}>
        <p>{t.item.noSuggestionText}</p>
      </Card>
    );
  const { item, quantity, unit = "", amount, currency, kind, reasons } = line;
  const isOrder = quantity > 0;
  return (
    <Card title={t.item.suggestion}>
      <p class="big">
        {isOrder ? `${number(quantity)} ${unit}` : headlines[kind]()}
        {isOrder && amount !== undefined && <span class="sub">{money(amount, currency)}</span>}
      </p>
      {kind !== "plain" && (
        <p>
          <Chip kind={kind}>{words.lineKindName(line, lang())}</Chip> {words.lineClause(line, lang())}
        </p>
      )}
      <Facts line={line} />
      <div class="actions">
        <DecisionState of={line} />
        {line.decided === undefined ? (
          <Choices
            isOrder={isOrder}
            accept={() => session.decide([{ item, action: "accept" }])}
            ask={setDialog}
          />
        ) : (
          <button type="button" onClick={() => session.decide([{ item, action: "reset" }])}>
            {t.decisions.reset}
          </button>
        )}
      </div>
      <h3>{isOrder ? t.item.why : t.item.whyNone}</h3>
      <ul class="because">
        {reasons.map((reason, k) => (
          <li key={k}>{words.reasonSentence(reason, lang())}</li>
        ))}
      </ul>
      {dialog !== undefined && (
        <DecisionDialog
          line={line}
          action={dialog}
          about={about}
          save={(decision) => session.decide([decision])}
          close={() => setDialog(undefined)}
        />
      )}
    </Card>
  );
}

function Facts({ line }: { readonly line: WorkLine }): VNode {
  const { quantity, orderBy, receiptBy, runsOutOn, safeUntil = runsOutOn, expectedService, asIs } = line;
  return (
    <dl class="facts">
      {quantity > 0 && (
        <>
          <Fact name={t.orders.orderBy}>{date(orderBy)}</Fact>
          <Fact name={words.wordsOf(lang()).columns.receiptBy}>{date(receiptBy)}</Fact>
        </>
      )}
      {safeUntil !== undefined && (
        <Fact name={t.orders.runsOut}>
          {date(safeUntil)}
          {runsOutOn !== undefined && ` (${say(t.orders.onAverage, { on: date(runsOutOn) })})`}
        </Fact>
      )}
      <Fact name={t.item.service}>{percent(expectedService)}</Fact>
      {asIs !== undefined && <Fact name={t.orders.minMax}>{number(asIs.quantity)}</Fact>}
    </dl>
  );
}

interface ChoicesProps {
  readonly isOrder: boolean;
  readonly accept: () => void;
  readonly ask: (action: "change" | "reject") => void;
}

const Choices = ({ isOrder, accept, ask }: ChoicesProps): VNode => (
  <>
    {isOrder && (
      <button type="button" class="main" onClick={accept}>
        {t.decisions.accept}
      </button>
    )}
    <button type="button" onClick={() => ask("change")}>
      {t.decisions.change}
    </button>
    {isOrder && (
      <button type="button" onClick={() => ask("reject")}>
        {t.decisions.reject}
      </button>
    )}
  </>
);
