import type { Issue } from "../../issue.ts";
import { addTo, type ExactSum, exactSum, mergeInto, roundedSum, sumOf } from "../../numeric/exact-sum.ts";
import { ascending, by } from "../../numeric/order.ts";
import type { Adder, Total } from "../../total.ts";
import { shortageCostOf } from "../cost/unit-costs.ts";
import { shortage } from "../demand/distribution.ts";
import { type ItemPlan, isBlocked, isRejected, quantityRules } from "../item/item-plan.ts";
import { unitPriceOf } from "../lots/lot.ts";
import { packOf } from "../lots/order-quantity.ts";
import { clean, roundUp, stepOf, times } from "../lots/rounding.ts";
import type { Protection } from "../service/service.ts";
import { asOrdered, type BudgetedQuantity } from "./budgeted-quantity.ts";

/** Steps into which a line is cut for the comparison: more only cost time. */
const mostSteps = 25;

/** Items that a sentence names at most. */
const mostNamed = 50;

/** Part of a line that is bought or not. */
type Step = {
  readonly item: string;
  /** Steps of one line are taken in this order. */
  readonly rank: number;
  readonly quantity: number;
  readonly amount: number;
  /** Money that it keeps from waiting. */
  readonly benefit: number;
};

/** Money that waiting demand is worth: the shortage expected when the next order could arrive, at the item's price. */
const shortageValue = (protection: readonly Protection[], position: number, worth: number) =>
  protection.reduce(
    (sum, { weight, leadAndReview }) => sum + weight * worth * shortage(leadAndReview, position),
    0,
  );

/**
 * Best use of a limited budget: lines are cut into packs, packs are bought by the shortage they avoid per unit of
 * money (greedy, which is best where each further pack avoids less than the one before: Dantzig 1957, the continuous
 * knapsack). Items without a price, and lines in another currency than most of the money, are not limited (reported).
 * @param budget largest order value in the main currency; null: no limit
 */
export function withinBudget(
  plans: readonly ItemPlan[],
  budget: number | null,
  issues: Issue[],
  adder: Adder,
): BudgetedQuantity[] {
  const full = plans.map(asOrdered);
  if (budget === null) return full;
  const currency = adder.addUp("budget-currency", mainCurrency, plans);
  adder.reached("currency");
  const { lines, steps, needed, outside } = adder.addUp("budget", limitedLines(currency), plans);
  adder.reached("budget");
  if (outside > 0)
    issues.push({ code: "budget-not-limiting", severity: "warning", lines: outside, currency });
  if (needed <= budget * (1 + 1e-12)) return full;
  const bought = boughtWithin(budget, steps);
  const budgeted = plans.map((plan) => {
    const { wanted } = asOrdered(plan);
    return { quantity: bought.get(plan.item.item) ?? wanted, wanted };
  });
  const cut = lines
    .filter(({ item, wanted }) => (bought.get(item) ?? wanted) < wanted)
    .map(({ item }) => item)
    .sort(ascending);
  issues.push({
    code: "budget-cuts",
    severity: "warning",
    budget,
    needed: clean(needed),
    lines: cut.length,
    currency,
    text: cut.slice(0, mostNamed).join(", ") + (cut.length > mostNamed ? ", …" : ""),
  });
  return budgeted;
}

/** Currency that most of the money is ordered in. */
export const mainCurrency: Total<ItemPlan, Map<string, ExactSum>, string> = {
  empty: () => new Map(),
  add(sums, { item, order }) {
    const amount = (unitPriceOf(item, order.quantity) ?? 0) * order.quantity;
    addTo(sumOf(sums, item.currency ?? ""), amount);
  },
  merge(sums, others) {
    for (const [currency, other] of others) mergeInto(sumOf(sums, currency), other);
  },
  finish(sums) {
    const ordered = [...sums].map(([currency, sum]) => ({ currency, amount: roundedSum(sum) }));
    const most = by<(typeof ordered)[number]>(
      ({ amount }) => -amount,
      ({ currency }) => currency,
    );
    return ordered.sort(most)[0]?.currency ?? "";
  },
};

/** Lines that the budget limits: their steps and value; and how many lines it does not limit. */
type LimitedLines = {
  readonly lines: { readonly item: string; readonly wanted: number }[];
  readonly steps: Step[];
  readonly value: ExactSum;
  outside: number;
};

export const limitedLines = (
  main: string,
): Total<
  ItemPlan,
  LimitedLines,
  Pick<LimitedLines, "lines" | "steps" | "outside"> & { readonly needed: number }
> => ({
  empty: () => ({ lines: [], steps: [], value: exactSum(), outside: 0 }),
  add(lines, plan) {
    const { quantity } = plan.order;
    if (quantity <= 0 || isBlocked(plan) || isRejected(plan)) return;
    const price = unitPriceOf(plan.item, quantity);
    if (price === undefined || (plan.item.currency ?? "") !== main) {
      lines.outside++;
      return;
    }
    addTo(lines.value, price * quantity);
    lines.lines.push({ item: plan.item.item, wanted: quantity });
    lines.steps.push(...stepsOf(plan, price));
  },
  merge(lines, others) {
    for (const line of others.lines) lines.lines.push(line);
    for (const step of others.steps) lines.steps.push(step);
    mergeInto(lines.value, others.value);
    lines.outside += others.outside;
  },
  finish: ({ lines, steps, value, outside }) => ({ lines, steps, needed: roundedSum(value), outside }),
});

/** Quantity of each limited line by its item: steps in the order of what they are worth, while the money lasts. */
function boughtWithin(budget: number, steps: readonly Step[]): Map<string, number> {
  const bought = new Map(steps.map(({ item }) => [item, 0]));
  const stopped = new Set<string>();
  let left = budget;
  const best = [...steps].sort(
    by(
      ({ benefit, amount }) => -benefit / amount,
      ({ item }) => item,
      ({ rank }) => rank,
    ),
  );
  for (const { item, amount, quantity } of best) {
    if (stopped.has(item)) continue;
    if (amount > left * (1 + 1e-12)) {
      stopped.add(item);
      continue;
    }
    left -= amount;
    bought.set(item, clean((bought.get(item) ?? 0) + quantity));
  }
  return bought;
}

/** A line as its smallest order and then packs, with the shortage each avoids; ratios made to fall (concave). */
function stepsOf(plan: ItemPlan, price: number): Step[] {
  const { item, order, lotSize, protection, position } = plan;
  const pack = packOf(quantityRules(plan)) ?? stepOf(order.quantity, lotSize.whole);
  const smallest = Math.min(order.quantity, roundUp(Math.max(item.minimumOrder ?? 0, pack), pack));
  const packs = Math.max(0, Math.round((order.quantity - smallest) / pack));
  const perStep = Math.max(1, Math.ceil(packs / mostSteps));
  const worth = shortageCostOf(item) ?? price;
  const steps: Step[] = [];
  let at = position.position;
  let ratio = Number.POSITIVE_INFINITY;
  const add = (quantity: number) => {
    const gain = shortageValue(protection, at, worth) - shortageValue(protection, at + quantity, worth);
    const amount = quantity * price;
    ratio = Math.min(ratio, gain / amount);
    steps.push({ item: item.item, rank: steps.length, quantity, amount, benefit: ratio * amount });
    at += quantity;
  };
  if (smallest > 0) add(smallest);
  for (let done = 0; done < packs; done += perStep) add(times(Math.min(perStep, packs - done), pack));
  return steps;
}
