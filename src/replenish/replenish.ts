import { attempt } from "../attempt.ts";
import { daysOf, daysPerYear } from "../calendar/bucket.ts";
import type { Issue } from "../issue.ts";
import { by } from "../numeric/order.ts";
import type { OpenOrderAdvice, ParameterChange, Suggestion } from "../suggestion.ts";
import { totalOf } from "../total.ts";
import type { ReplenishContext, ReplenishItem, Replenishment, ReplenishOptions } from "./context.ts";
import { adviceOf } from "./explain/advice.ts";
import { parameterOf } from "./explain/parameters.ts";
import { suggestionOf } from "./explain/suggestion.ts";
import { type ItemPlan, itemPlan } from "./item/item-plan.ts";
import { failedIssue } from "./item/usable-item.ts";
import { policies } from "./policies/index.ts";
import { assortmentLevels, ladderOf } from "./service/assortment.ts";
import type { Protection } from "./service/service.ts";
import { silentProtection } from "./service/silent.ts";
import { basketsOf } from "./suppliers/baskets.ts";
import { withinBudget } from "./suppliers/budget.ts";
import { asOrdered, type BudgetedQuantity } from "./suppliers/budgeted-quantity.ts";
import { cashWeeks } from "./suppliers/cash.ts";
import { joinedOrders, orderCostShares } from "./suppliers/joint.ts";

/**
 * Order suggestions for all items: levels and need item by item, then what ties items together (the service of an
 * assortment, joint orders, the budget), then baskets by supplier, advice for open orders, new master data and cash.
 * An item whose data do not suffice gets null and an issue; the others are unaffected.
 */
export function replenish(items: readonly ReplenishItem[], context: ReplenishContext): Replenishment {
  const issues: Issue[] = [];
  const requests = [...items].sort(by(({ item }) => item.item));
  // without a rule over all items each is settled at once, and what it was weighed with can go
  const settled = isTied(context.options)
    ? settledTogether(requests, context, issues)
    : requests.flatMap((request) =>
        guarded(request, issues, () => {
          const plan = itemPlan(request, context, issues);
          return plan === undefined ? undefined : settle(plan, asOrdered(plan), context);
        }),
      );
  issues.push(...unplanned(requests));
  const suggestions = new Map(settled.map(({ plan, suggestion }) => [plan.item.item, suggestion]));
  return {
    suggestions: new Map(requests.map(({ item }) => [item.item, suggestions.get(item.item) ?? null])),
    baskets: basketsOf(settled, context.suppliers, context.options.holdingRatePerYear),
    openOrders: settled.flatMap(({ advice }) => advice),
    cash: totalOf(cashWeeks(context), settled),
    parameters: settled.map(({ parameter }) => parameter),
    issues,
  };
}

/** What is worked out for one item; where that fails, nothing and its issue. */
const guarded = <T>(request: ReplenishItem, issues: Issue[], work: () => T | undefined): T[] =>
  attempt(
    () => {
      const made = work();
      return made === undefined ? [] : [made];
    },
    () => {
      issues.push(failedIssue(request.item, "order"));
      return [];
    },
  );

/** An item with everything said about it alone. */
interface SettledItem {
  /** Without its distributions: they are by far the largest part. */
  readonly plan: ItemPlan;
  readonly suggestion: Suggestion;
  readonly advice: readonly OpenOrderAdvice[];
  readonly parameter: ParameterChange;
}

const settle = (plan: ItemPlan, budgeted: BudgetedQuantity, context: ReplenishContext): SettledItem => ({
  plan: { ...plan, protection: [] },
  suggestion: suggestionOf(plan, budgeted),
  advice: adviceOf(plan),
  parameter: parameterOf(plan, context.options),
});

/** True where the supplier is paid for an order whatever its lines; a budget leaves nothing for what is not due. */
const isJoint = ({ budget, supplierOrderCost = 0 }: ReplenishOptions) =>
  budget === null && supplierOrderCost > 0;

/** True where what one item gets rests on the others. */
const isTied = (options: ReplenishOptions) =>
  options.budget !== null || options.serviceScope === "assortment" || isJoint(options);

/** Items whose levels or quantities rest on each other. */
function settledTogether(
  requests: readonly ReplenishItem[],
  context: ReplenishContext,
  issues: Issue[],
): SettledItem[] {
  const { options } = context;
  const shared = isJoint(options) ? requests.map(totalOf(orderCostShares(options), requests)) : requests;
  const alone = shared.flatMap((request) =>
    guarded(request, issues, () => itemPlan(request, context, issues)),
  );
  const served = options.serviceScope === "assortment" ? servedTogether(alone, context) : alone;
  const plans = isJoint(options) ? joinedOrders(served, context) : served;
  const budgeted = withinBudget(plans, options.budget, issues);
  return plans.flatMap((plan, k) => guarded(plan.request, issues, () => settle(plan, budgeted[k], context)));
}

/** Items that the master data exclude from planning, in one issue. */
function unplanned(requests: readonly ReplenishItem[]): Issue[] {
  const names = requests.filter(({ item }) => item.planning === "none").map(({ item }) => item.item);
  const text = names.slice(0, 12).join(", ");
  return names.length === 0 ? [] : [{ code: "planning-none", severity: "info", count: names.length, text }];
}

/** Demand over lead time and review; of a silent item that nobody lets run out, that it may wake up. */
function assortmentProtection(plan: ItemPlan): readonly Protection[] {
  const { protection, request, item, coverDemand, leadDays, reviewDays } = plan;
  const { silence, bucket } = request;
  const ends = item.phaseOut !== undefined || item.successor !== undefined;
  if (silence === undefined || coverDemand > 0 || ends) return protection;
  return [silentProtection(silence, leadDays / daysOf[bucket], reviewDays / daysOf[bucket])];
}

/** True where nobody asked for a service of this item alone. */
const isFree = ({ item, aim, policy }: ItemPlan) =>
  aim.type === "fill" &&
  item.serviceLevel === undefined &&
  item.unitCost !== undefined &&
  policies[policy].isOurs;

/** Plans whose fill rate nobody asked for item by item get the levels that serve the whole assortment best. */
function servedTogether(plans: readonly ItemPlan[], context: ReplenishContext): ItemPlan[] {
  const free = plans.filter(isFree);
  const ladders = free.map((plan) => {
    const { lotSize, item, coverDemand, coverDays, reviewDays } = plan;
    return ladderOf(assortmentProtection(plan), lotSize, {
      unitValue: item.unitCost ?? 0,
      demandPerStep: coverDemand / coverDays,
      reviewsPerYear: daysPerYear / reviewDays,
    });
  });
  const { serviceLevel } = context.options;
  const levels = assortmentLevels(ladders, serviceLevel > 1 ? serviceLevel / 100 : serviceLevel);
  const chosen = new Map(free.map((plan, k) => [plan, levels[k]]));
  return plans.map((plan) => {
    const reorderPoint = chosen.get(plan);
    return reorderPoint === undefined ? plan : (itemPlan(plan.request, context, [], reorderPoint) ?? plan);
  });
}
