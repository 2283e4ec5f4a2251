import type { Issue } from "../../issue.ts";
import { shortage } from "../demand/distribution.ts";
import type { ItemPlan } from "../item/item-plan.ts";
import { unitPriceOf } from "../lots/lot.ts";
import { packOf } from "../lots/order-quantity.ts";
import { clean, roundUp, stepOf, times } from "../lots/rounding.ts";
import type { Protection } from "../service/service.ts";
import type { Granted } from "./granted.ts";

/** Steps into which a line is cut for the comparison: more only cost time. */
const mostSteps = 25;

interface Step {
  readonly plan: number;
  /** Steps of one line are taken in this order. */
  readonly rank: number;
  readonly quantity: number;
  readonly amount: number;
  readonly benefit: number;
}

/** Money that waiting demand is worth: the shortage expected when the next order could arrive, at the item's price. */
const shortageValue = (over: readonly Protection[], position: number, worth: number) =>
  over.reduce(
    (sum, { weight, leadAndReview }) => sum + weight * worth * shortage(leadAndReview, position),
    0,
  );

/**
 * Best use of a limited budget: lines are cut into packs, packs are bought by the shortage they avoid per unit of
 * money (greedy on concave benefits; METHODS 7.1 "Budget"). Items without a price, and lines in another currency
 * than most of the money, are not limited (reported).
 */
export function withinBudget(plans: readonly ItemPlan[], budget: number | null, issues: Issue[]): Granted[] {
  const full = plans.map(({ order }) => ({ quantity: order.quantity, wanted: order.quantity }));
  if (budget === null) return full;
  const currency = mainCurrency(plans);
  const steps: Step[] = [];
  let total = 0;
  let outside = 0;
  plans.forEach((plan, k) => {
    const { quantity } = plan.order;
    if (quantity <= 0 || (plan.one.blocked?.length ?? 0) > 0 || plan.position.decision?.action === "reject")
      return;
    const price = unitPriceOf(plan.item, quantity);
    if (price === undefined || (plan.item.currency ?? "") !== currency) {
      outside++;
      return;
    }
    total += price * quantity;
    steps.push(...stepsOf(plan, k, price));
  });
  if (outside > 0)
    issues.push({ code: "budget-not-limiting", severity: "warning", lines: outside, currency });
  if (total <= budget * (1 + 1e-12)) return full;
  const cut = new Set(steps.map(({ plan }) => plan));
  const granted = plans.map(({ order }, k) => ({
    quantity: cut.has(k) ? 0 : order.quantity,
    wanted: order.quantity,
  }));
  let left = budget;
  const stopped = new Set<number>();
  steps.sort((a, b) => b.benefit / b.amount - a.benefit / a.amount || a.plan - b.plan || a.rank - b.rank);
  for (const step of steps) {
    if (stopped.has(step.plan)) continue;
    if (step.amount > left * (1 + 1e-12)) {
      stopped.add(step.plan);
      continue;
    }
    left -= step.amount;
    granted[step.plan].quantity = clean(granted[step.plan].quantity + step.quantity);
  }
  const slipped = granted.filter(({ quantity, wanted }) => quantity < wanted).length;
  issues.push({
    code: "budget-cuts",
    severity: "warning",
    budget,
    needed: clean(total),
    lines: slipped,
    currency,
  });
  return granted;
}

function mainCurrency(plans: readonly ItemPlan[]): string {
  const sums = new Map<string, number>();
  for (const { item, order } of plans) {
    const amount = (unitPriceOf(item, order.quantity) ?? 0) * order.quantity;
    sums.set(item.currency ?? "", (sums.get(item.currency ?? "") ?? 0) + amount);
  }
  return [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? "";
}

/** A line as its smallest order and then packs, with the shortage each avoids; ratios made to fall (concave). */
function stepsOf(plan: ItemPlan, index: number, price: number): Step[] {
  const { item, order, lots, over, position } = plan;
  const pack = packOf({ ...item, whole: lots.whole, tolerance: 0 }) ?? stepOf(order.quantity, lots.whole);
  const smallest = Math.min(order.quantity, roundUp(Math.max(item.minimumOrder ?? 0, pack), pack));
  const packs = Math.max(0, Math.round((order.quantity - smallest) / pack));
  const perStep = Math.max(1, Math.ceil(packs / mostSteps));
  const worth = item.backorderCost ?? price;
  const steps: Step[] = [];
  let at = position.position;
  let ratio = Number.POSITIVE_INFINITY;
  const add = (quantity: number) => {
    const gain = shortageValue(over, at, worth) - shortageValue(over, at + quantity, worth);
    const amount = quantity * price;
    ratio = Math.min(ratio, gain / amount);
    steps.push({ plan: index, rank: steps.length, quantity, amount, benefit: ratio * amount });
    at += quantity;
  };
  if (smallest > 0) add(smallest);
  for (let done = 0; done < packs; done += perStep) add(times(Math.min(perStep, packs - done), pack));
  return steps;
}
