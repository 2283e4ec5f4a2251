import { daysOf, daysPerYear } from "../calendar/bucket.ts";
import type { Issue } from "../issue.ts";
import type { OpenOrderAdvice, ParameterChange, Suggestion } from "../suggestion.ts";
import type { ReplenishContext, ReplenishItem, Replenishment } from "./context.ts";
import { adviceOf } from "./explain/advice.ts";
import { parameterOf } from "./explain/parameters.ts";
import { suggestionOf } from "./explain/suggestion.ts";
import { type ItemPlan, itemPlan } from "./item/item-plan.ts";
import { assortmentLevels, ladderOf } from "./service/assortment.ts";
import type { Protection } from "./service/service.ts";
import { silentProtection } from "./service/silent.ts";
import { basketsOf } from "./suppliers/baskets.ts";
import { withinBudget } from "./suppliers/budget.ts";
import { cashOf } from "./suppliers/cash.ts";
import type { Granted } from "./suppliers/granted.ts";
import { jointly, withOrderCostShares } from "./suppliers/joint.ts";

const byItem = (
  a: { readonly item: { readonly item: string } },
  b: { readonly item: { readonly item: string } },
) => (a.item.item < b.item.item ? -1 : a.item.item > b.item.item ? 1 : 0);

/**
 * Order suggestions for all items: levels and need item by item, then the budget over all, then baskets by supplier,
 * advice for open orders, new master data and cash. An item whose data do not suffice gets null and an issue; the
 * others are unaffected.
 */
export function replenish(items: readonly ReplenishItem[], context: ReplenishContext): Replenishment {
  const issues: Issue[] = [];
  const suggestions = new Map<string, Suggestion | null>();
  const settled: Settled[] = [];
  // Without a rule over all items each is settled at once, and what it was weighed with can go.
  const { budget, serviceScope, supplierOrderCost = 0 } = context.options;
  const isJoint = budget === null && supplierOrderCost > 0;
  const together = budget !== null || serviceScope === "assortment" || isJoint;
  const held: ItemPlan[] = [];
  const sorted = [...items].sort(byItem);
  for (const one of isJoint ? withOrderCostShares(sorted, context.options) : sorted) {
    const plan = itemPlan(one, context, issues);
    suggestions.set(one.item.item, null);
    if (plan === undefined) continue;
    if (together) held.push(plan);
    else settled.push(settle(plan, { quantity: plan.order.quantity, wanted: plan.order.quantity }, context));
  }
  const alone = serviceScope === "assortment" ? overAssortment(held, context) : held;
  reportUnplanned(items, issues);
  // a budget leaves nothing for what is not due
  const plans = isJoint ? jointly(alone, withinBudget(alone, null, []), context) : alone;
  const granted = withinBudget(plans, budget, issues);
  plans.forEach((plan, k) => {
    settled.push(settle(plan, granted[k], context));
  });
  for (const { plan, suggestion } of settled) suggestions.set(plan.item.item, suggestion);
  return {
    suggestions,
    baskets: basketsOf(
      settled,
      settled.map(({ plan }) => plan),
      context.suppliers,
      context.options.holdingRatePerYear,
    ),
    openOrders: settled.flatMap(({ advice }) => advice),
    cash: cashOf(settled, context),
    parameters: settled.map(({ parameter }) => parameter),
    issues,
  };
}

/** An item with everything said about it alone. */
interface Settled {
  /** Without its distributions: they are by far the largest part. */
  readonly plan: ItemPlan;
  readonly suggestion: Suggestion;
  readonly advice: readonly OpenOrderAdvice[];
  readonly parameter: ParameterChange;
}

const settle = (plan: ItemPlan, granted: Granted, context: ReplenishContext): Settled => ({
  plan: { ...plan, over: [] },
  suggestion: suggestionOf(plan, granted),
  advice: adviceOf(plan),
  parameter: parameterOf(plan, context.options),
});

/** Items that the master data exclude from planning, in one line. */
function reportUnplanned(items: readonly ReplenishItem[], issues: Issue[]): void {
  const names = items.filter(({ item }) => item.planning === "none").map(({ item }) => item.item);
  if (names.length === 0) return;
  const text = names.sort().slice(0, 12).join(", ");
  issues.push({ code: "planning-none", severity: "info", count: names.length, text });
}

/** Demand over lead time and review; of a silent item that nobody lets run out, that it may wake up. */
function overOf({ over, one, item, coverDemand, leadDays, reviewDays }: ItemPlan): readonly Protection[] {
  const { silence, bucket } = one;
  const ends = item.phaseOut !== undefined || item.successor !== undefined;
  if (silence === undefined || coverDemand > 0 || ends) return over;
  return [silentProtection(silence, leadDays / daysOf[bucket], reviewDays / daysOf[bucket])];
}

/** Plans whose fill rate nobody asked for item by item get the levels that serve the whole assortment best. */
function overAssortment(plans: readonly ItemPlan[], context: ReplenishContext): ItemPlan[] {
  const isFree = ({ item, aim, policy }: ItemPlan) =>
    aim.type === "fill" &&
    item.serviceLevel === undefined &&
    item.unitCost !== undefined &&
    policy !== "min-max";
  const free = plans.filter(isFree);
  const ladders = free.map((plan) => {
    const { lots, item, coverDemand, leadDays, reviewDays } = plan;
    return ladderOf(overOf(plan), lots, {
      unitValue: item.unitCost ?? 0,
      demandPerStep: coverDemand / (leadDays + reviewDays),
      reviewsPerYear: daysPerYear / reviewDays,
    });
  });
  const { serviceLevel } = context.options;
  const levels = assortmentLevels(ladders, serviceLevel > 1 ? serviceLevel / 100 : serviceLevel);
  const chosen = new Map(free.map((plan, k) => [plan, levels[k]]));
  return plans.map((plan) => {
    const level = chosen.get(plan);
    return level === undefined ? plan : (itemPlan(plan.one, context, [], level) ?? plan);
  });
}
