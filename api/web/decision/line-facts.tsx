import type { VNode } from "preact";
import { isUrgent, words } from "../../../src/index.ts";
import { date, lang, number, percent, say } from "../language.ts";
import { Fact } from "../parts/fact.tsx";
import type { WorkLine } from "../session/work-line.ts";
import { itemWords } from "../words/item.ts";
import { ordersWords } from "../words/orders.ts";

/** The days and figures that stand behind a line. */
export function LineFacts({ line }: { readonly line: WorkLine }): VNode {
  const { quantity, orderBy, receiptBy, runsOutOn, safeUntil = runsOutOn, expectedService, asIs } = line;
  return (
    <dl class="facts">
      {quantity > 0 && (
        <>
          <Fact name={ordersWords.orderBy} about="orderBy">
            <span title={date(orderBy)}>{isUrgent(line) ? ordersWords.overdue : date(orderBy)}</span>
          </Fact>
          <Fact name={words.wordsOf(lang()).columns.receiptBy} about="receiptBy">
            {date(receiptBy)}
          </Fact>
        </>
      )}
      {safeUntil !== undefined && (
        <Fact name={ordersWords.runsOut} about="safeUntil">
          {date(safeUntil)}
          {runsOutOn !== undefined &&
            runsOutOn !== safeUntil &&
            ` (${say(ordersWords.onAverage, { on: date(runsOutOn) })})`}
        </Fact>
      )}
      <Fact name={itemWords.service} about="service">
        {percent(expectedService)}
      </Fact>
      {asIs !== undefined && (
        <Fact name={ordersWords.minMax} about="minMax">
          {number(asIs.quantity)}
        </Fact>
      )}
    </dl>
  );
}
