import { addTo, type ExactSum, exactSum, mergeInto, roundedSum } from "../../numeric/exact-sum.ts";
import type { Suggestion } from "../../suggestion.ts";
import type { Total } from "../../total.ts";
import { brief } from "../lots/rounding.ts";

/** Lines from which on a share of the plan says something: of fewer, one is always a large part. */
const leastLines = 20;

/** All orders of a plan in one currency. */
type OrderedValue = {
  lines: number;
  readonly value: ExactSum;
};

/** Value and lines of all orders of a plan. */
type PlanValue = {
  readonly lines: number;
  readonly value: number;
};

const isOrder = ({ quantity, amount = 0 }: Suggestion) => quantity > 0 && amount > 0;

/** Adds the orders of one currency to a sum. */
function addOrders(sums: Map<string, OrderedValue>, currency: string, lines: number): OrderedValue {
  const sum = sums.get(currency) ?? { lines: 0, value: exactSum() };
  sums.set(currency, sum);
  sum.lines += lines;
  return sum;
}

/** What all orders of a plan are worth, by currency. */
export const orderValues: Total<Suggestion, Map<string, OrderedValue>, ReadonlyMap<string, PlanValue>> = {
  empty: () => new Map(),
  add(sums, suggestion) {
    if (!isOrder(suggestion)) return;
    addTo(addOrders(sums, suggestion.currency ?? "", 1).value, suggestion.amount ?? 0);
  },
  merge(sums, others) {
    for (const [currency, { lines, value }] of others)
      mergeInto(addOrders(sums, currency, lines).value, value);
  },
  finish: (sums) =>
    new Map([...sums].map(([currency, { lines, value }]) => [currency, { lines, value: roundedSum(value) }])),
};

/**
 * A suggestion that asks to be looked at where it alone is worth more than `largest` (a share) of all orders of its
 * plan in its currency; of a plan of fewer than twenty order lines nothing is asked, nor of what somebody decided.
 */
export function askedAbout(
  suggestion: Suggestion,
  values: ReadonlyMap<string, PlanValue>,
  largest: number,
): Suggestion {
  const { amount = 0, currency, attention, attentionCodes = [], reasons, decision } = suggestion;
  const { lines, value } = values.get(currency ?? "") ?? { lines: 0, value: 0 };
  if (!isOrder(suggestion) || decision !== undefined || lines < leastLines || amount <= largest * value)
    return suggestion;
  const share = brief(amount / value);
  return {
    ...suggestion,
    attention: attention === "blocked" ? attention : "review",
    attentionCodes: [...attentionCodes, "large-order"],
    reasons: [
      {
        code: "large-order",
        share,
        amount,
        plan: value,
        largest,
        ...(currency === undefined ? {} : { currency }),
      },
      ...reasons,
    ],
  };
}
