import type { Issue } from "../issue.ts";
import type { Suggestion } from "../suggestion.ts";
import { adviceOf } from "./advice.ts";
import { assortmentLevels, ladderOf } from "./assortment.ts";
import { basketsOf } from "./baskets.ts";
import { withinBudget } from "./budget.ts";
import { cashOf } from "./cash.ts";
import type { ReplenishContext, ReplenishItem, Replenishment } from "./context.ts";
import { type ItemPlan, itemPlan } from "./item-plan.ts";
import { parameterOf } from "./parameters.ts";
import { suggestionOf } from "./suggestion.ts";

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
  const byTarget: ItemPlan[] = [];
  for (const one of [...items].sort(byItem)) {
    const plan = itemPlan(one, context, issues);
    suggestions.set(one.item.item, null);
    if (plan !== undefined) byTarget.push(plan);
  }
  const plans = context.options.serviceScope === "assortment" ? overAssortment(byTarget, context) : byTarget;
  reportUnplanned(items, issues);
  const granted = withinBudget(plans, context.options.budget, issues);
  const lines = plans.map((plan, k) => ({ plan, suggestion: suggestionOf(plan, granted[k]) }));
  for (const { plan, suggestion } of lines) suggestions.set(plan.item.item, suggestion);
  return {
    suggestions,
    baskets: basketsOf(lines, plans, context.suppliers, context.options.holdingRatePerYear),
    openOrders: plans.flatMap((plan) => adviceOf(plan)),
    cash: cashOf(lines, context),
    parameters: plans.map((plan) => parameterOf(plan, context.options)),
    issues,
  };
}

/** Items that the master data exclude from planning, in one line. */
function reportUnplanned(items: readonly ReplenishItem[], issues: Issue[]): void {
  const names = items.filter(({ item }) => item.planning === "none").map(({ item }) => item.item);
  if (names.length === 0) return;
  const text = names.sort().slice(0, 12).join(", ");
  issues.push({ code: "planning-none", severity: "info", count: names.length, text });
}

/** Plans whose fill rate nobody asked for item by item get the levels that serve the whole assortment best. */
function overAssortment(plans: readonly ItemPlan[], context: ReplenishContext): ItemPlan[] {
  const isFree = ({ item, aim, policy }: ItemPlan) =>
    aim.type === "fill" &&
    item.serviceLevel === undefined &&
    item.unitCost !== undefined &&
    policy !== "min-max";
  const free = plans.filter(isFree);
  const ladders = free.map(({ over, lots, item, coverDemand, leadDays, reviewDays }) =>
    ladderOf(over, lots, item.unitCost ?? 0, coverDemand / (leadDays + reviewDays)),
  );
  const { serviceLevel } = context.options;
  const levels = assortmentLevels(ladders, serviceLevel > 1 ? serviceLevel / 100 : serviceLevel);
  const chosen = new Map(free.map((plan, k) => [plan, levels[k]]));
  return plans.map((plan) => {
    const level = chosen.get(plan);
    return level === undefined ? plan : (itemPlan(plan.one, context, [], level) ?? plan);
  });
}
