import type { VNode } from "preact";
import type { charts } from "../../../src/index.ts";
import { lineAmount } from "../../../src/index.ts";
import { date, money, number, percent, say } from "../language.ts";
import { Fact, Figures } from "../parts/fact.tsx";
import type { Line } from "../shapes.ts";
import { decisionsWords } from "../words/decisions.ts";
import { effectOf, type Outlooked, type QuantityEffect, seenFrom } from "./outlook.ts";

/** An item with its forecast, in its plan. */
export interface AboutItem {
  readonly plan: charts.PlanStock;
  readonly view: Outlooked;
}

interface EffectProps {
  readonly quantity: number;
  readonly line: Line;
  readonly about: AboutItem | undefined;
}

/** What a quantity costs and, where the forecast is here, how long it lasts. */
export function Effect({ quantity, line, about }: EffectProps): VNode {
  const amount = line.unitPrice === undefined ? undefined : lineAmount(line.unitPrice, quantity);
  const found =
    about === undefined ? undefined : effectOf(about.plan, seenFrom(about.view, line.supplier), quantity);
  return (
    <div class="effect">
      <h3>{decisionsWords.effect}</h3>
      {found?.emptyFrom !== undefined && (
        <p class="note small">
          {say(decisionsWords.effectEmpty, { from: date(found.emptyFrom), on: date(line.receiptBy) })}
        </p>
      )}
      <dl class="facts">
        <Fact name={decisionsWords.effectAmount} about="effectAmount">
          {money(amount, line.currency)}
        </Fact>
        {found !== undefined && <Lasting of={found} />}
      </dl>
    </div>
  );
}

const dayOrBeyond = (day: string | undefined): string =>
  day === undefined ? decisionsWords.beyond : date(day);

/** The forecast knows no level beyond this one. */
const highest = 0.95;

const shareCovered = ({ covered }: QuantityEffect): string =>
  covered >= highest - 0.001
    ? say(decisionsWords.atLeast, { share: percent(highest, 0) })
    : percent(covered, 0);

/** How long it lasts, and how sure; of goods that are missing before it comes nothing is sure. */
function Lasting({ of }: { readonly of: QuantityEffect }): VNode {
  const { emptyFrom, lastsMean, lastsSafe } = of;
  const [mean, safe] =
    emptyFrom === undefined
      ? [decisionsWords.effectLasts, decisionsWords.effectSafe]
      : [decisionsWords.effectLastsThen, decisionsWords.effectSafeThen];
  return (
    <Figures
      of={[
        [decisionsWords.effectStock, "effectStock", number(of.stock)],
        [mean, "effectLasts", dayOrBeyond(lastsMean)],
        [safe, "effectSafe", dayOrBeyond(lastsSafe)],
        ...(emptyFrom === undefined
          ? [[decisionsWords.effectCovered, "effectCovered", shareCovered(of)] as const]
          : []),
      ]}
    />
  );
}
