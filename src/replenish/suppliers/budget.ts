import type { Issue } from "../../issue.ts";
import { by } from "../../numeric/order.ts";
import { shortage } from "../demand/distribution.ts";
import { type ItemPlan, isBlocked, isRejected, quantityRules } from "../item/item-plan.ts";
import { unitPriceOf } from "../lots/lot.ts";
import { packOf } from "../lots/order-quantity.ts";
import { clean, roundUp, stepOf, times } from "../lots/rounding.ts";
import type { Protection } from "../service/service.ts";
import { asOrdered, type BudgetedQuantity } from "./budgeted-quantity.ts";

/** Steps into which a line is cut for the comparison: more only cost time. */
const mostSteps = 25;

/** Part of a line that is bought or not. */
interface Step {
  /** The line, by its place among the plans. */
  readonly plan: number;
  /** Steps of one line are taken in this order. */
  readonly rank: number;
  readonly quantity: number;
  readonly amount: number;
  /** Money that it keeps from waiting. */
  readonly benefit: number;
}

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
): BudgetedQuantity[] {
  const full = plans.map(asOrdered);
  if (budget === null) return full;
  const currency = mainCurrency(plans);
  const { steps, total, outside } = limitedSteps(plans, currency);
  if (outside > 0)
    issues.push({ code: "budget-not-limiting", severity: "warning", lines: outside, currency });
  if (total <= budget * (1 + 1e-12)) return full;
  const bought = boughtWithin(budget, steps);
  const budgeted = full.map(({ wanted }, k) => ({ quantity: bought.get(k) ?? wanted, wanted }));
  issues.push({
    code: "budget-cuts",
    severity: "warning",
    budget,
    needed: clean(total),
    lines: budgeted.filter(({ quantity, wanted }) => quantity < wanted).length,
    currency,
  });
  return budgeted;
}

/** Steps of the lines that the budget limits, their value, and how many lines it does not limit. */
function limitedSteps(plans: readonly ItemPlan[], currency: string) {
  const steps: Step[] = [];
  let total = 0;
  let outside = 0;
  for (const [k, plan] of plans.entries()) {
    const { quantity } = plan.order;
    if (quantity <= 0 || isBlocked(plan) || isRejected(plan)) continue;
    const price = unitPriceOf(plan.item, quantity);
    if (price === undefined || (plan.item.currency ?? "") !== currency) {
      outside++;
      continue;
    }
    total += price * quantity;
    steps.push(...stepsOf(plan, k, price));
  }
  return { steps, total, outside };
}

/** Quantity of each limited line by its place: steps in the order of what they are worth, while the money lasts. */
function boughtWithin(budget: number, steps: readonly Step[]): Map<number, number> {
  const bought = new Map(steps.map(({ plan }) => [plan, 0]));
  const stopped = new Set<number>();
  let left = budget;
  const best = [...steps].sort(
    by(
      ({ benefit, amount }) => -benefit / amount,
      ({ plan }) => plan,
      ({ rank }) => rank,
    ),
  );
  for (const { plan, amount, quantity } of best) {
    if (stopped.has(plan)) continue;
    if (amount > left * (1 + 1e-12)) {
      stopped.add(plan);
      continue;
    }
    left -= amount;
    bought.set(plan, clean((bought.get(plan) ?? 0) + quantity));
  }
  return bought;
}

/** Currency that most of the money is ordered in. */
function mainCurrency(plans: readonly ItemPlan[]): string {
  const sums = new Map<string, number>();
  for (const { item, order } of plans) {
    const amount = (unitPriceOf(item, order.quantity) ?? 0) * order.quantity;
    sums.set(item.currency ?? "", (sums.get(item.currency ?? "") ?? 0) + amount);
  }
  const most = by<[string, number]>(
    ([, sum]) => -sum,
    ([currency]) => currency,
  );
  return [...sums].sort(most)[0]?.[0] ?? "";
}

/** A line as its smallest order and then packs, with the shortage each avoids; ratios made to fall (concave). */
function stepsOf(plan: ItemPlan, index: number, price: number): Step[] {
  const { item, order, lotSize, protection, position } = plan;
  const pack = packOf(quantityRules(plan)) ?? stepOf(order.quantity, lotSize.whole);
  const smallest = Math.min(order.quantity, roundUp(Math.max(item.minimumOrder ?? 0, pack), pack));
  const packs = Math.max(0, Math.round((order.quantity - smallest) / pack));
  const perStep = Math.max(1, Math.ceil(packs / mostSteps));
  const worth = item.backorderCost ?? price;
  const steps: Step[] = [];
  let at = position.position;
  let ratio = Number.POSITIVE_INFINITY;
  const add = (quantity: number) => {
    const gain = shortageValue(protection, at, worth) - shortageValue(protection, at + quantity, worth);
    const amount = quantity * price;
    ratio = Math.min(ratio, gain / amount);
    steps.push({ plan: index, rank: steps.length, quantity, amount, benefit: ratio * amount });
    at += quantity;
  };
  if (smallest > 0) add(smallest);
  for (let done = 0; done < packs; done += perStep) add(times(Math.min(perStep, packs - done), pack));
  return steps;
}
