import { attempt } from "../attempt.ts";
import type { Issue } from "../issue.ts";
import { by } from "../numeric/order.ts";
import type { OpenOrderAdvice, ParameterChange, Suggestion } from "../suggestion.ts";
import { type Adder, allHere, namesUpTo, totalOf } from "../total.ts";
import type { ReplenishContext, ReplenishItem, Replenishment, ReplenishOptions } from "./context.ts";
import { type ReplayedItem, tunedOdds } from "./cost/tuned.ts";
import { adviceOf } from "./explain/advice.ts";
import { parameterOf } from "./explain/parameters.ts";
import { suggestionOf } from "./explain/suggestion.ts";
import { type ItemPlan, itemPlan } from "./item/item-plan.ts";
import { replayedItem } from "./item/replayed.ts";
import { type ClassMember, classMember, servedClasses } from "./item/served-class.ts";
import { failedIssue } from "./item/usable-item.ts";
import { basketsOf } from "./suppliers/baskets.ts";
import { withinBudget } from "./suppliers/budget.ts";
import { asOrdered, type BudgetedQuantity } from "./suppliers/budgeted-quantity.ts";
import { cashWeeks } from "./suppliers/cash.ts";
import { joinedOrders, orderCostShares } from "./suppliers/joint.ts";
import { askedAbout, orderValues } from "./suppliers/large-orders.ts";

/**
 * Order suggestions for all items: levels and need item by item, then what ties items together (the service of an
 * assortment, joint orders, the budget), then baskets by supplier, advice for open orders, new master data and cash.
 * An item whose data do not suffice gets null and an issue; the others are unaffected.
 */
export function replenish(items: readonly ReplenishItem[], context: ReplenishContext): Replenishment {
  const issues: Issue[] = [];
  const requests = [...items].sort(by(({ item }) => item.item));
  // without a rule over quantities each item is settled at once, and what it was weighed with can go
  const settled = isTied(context.options)
    ? settledTogether(requests, context, issues)
    : settledByClass(requests, context, issues);
  const asked = settled.map(({ suggestion }) => suggestion);
  const values = adderOf(context).addUp("order-values", orderValues, asked);
  adderOf(context).reached("orders");
  for (const issue of unplanned(requests, adderOf(context))) issues.push(issue);
  const { largestOrderShare = 1 } = context.options;
  const suggestions = new Map(asked.map((one) => [one.item, askedAbout(one, values, largestOrderShare)]));
  return {
    suggestions: new Map(requests.map(({ item }) => [item.item, suggestions.get(item.item) ?? null])),
    baskets: basketsOf(settled, context.suppliers, context.options.holdingRatePerYear),
    openOrders: settled.flatMap(({ advice }) => advice),
    cash: adderOf(context).addUp("cash", cashWeeks(context), settled),
    parameters: settled.map(({ parameter }) => parameter),
    issues,
  };
}

const adderOf = ({ adder = allHere }: ReplenishContext): Adder => adder;

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

/** True where the quantity of one item rests on those of the others. */
const isTied = (options: ReplenishOptions) => options.budget !== null || isJoint(options);

/** Items of which each is settled as soon as its level is known: at once, or when those of its class are. */
function settledByClass(
  requests: readonly ReplenishItem[],
  context: ReplenishContext,
  issues: Issue[],
): SettledItem[] {
  const members: ClassMember[] = [];
  const replayed = new Map<string, ReplayedItem>();
  const waiting: number[] = [];
  const settled = requests.map((request, at) =>
    guarded(request, issues, () => {
      const plan = itemPlan(request, context, issues);
      if (plan === undefined) return undefined;
      const member = classMember(plan, context.options);
      const past = replayedItem(plan, context.options);
      if (member === undefined && past === undefined) return settle(plan, asOrdered(plan), context);
      if (member !== undefined) members.push(member);
      if (past !== undefined) replayed.set(plan.item.item, past);
      waiting.push(at);
      return undefined;
    }),
  );
  const around = othersOf(context);
  const odds = oddsOf([...replayed.values(), ...around.replayed], context);
  const levels = levelsOfMembers([...members, ...around.members], context);
  for (const at of waiting) {
    const request = requests[at];
    const { item } = request.item;
    const tuned = odds.get(replayed.get(item)?.name ?? "");
    settled[at] = guarded(request, issues, () => {
      const plan = itemPlan(request, context, [], levels.get(item), tuned);
      return plan === undefined ? undefined : settle(plan, asOrdered(plan), context);
    });
  }
  return settled.flat();
}

/** Items whose quantities rest on each other. */
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
  const served = servedTogether(alone, context);
  const plans = isJoint(options) ? joinedOrders(served, context) : served;
  const budgeted = withinBudget(plans, options.budget, issues, adderOf(context));
  return plans.flatMap((plan, k) => guarded(plan.request, issues, () => settle(plan, budgeted[k], context)));
}

/** The levels that serve the classes of all members best, by item. */
function levelsOfMembers(
  members: readonly ClassMember[],
  context: ReplenishContext,
): ReadonlyMap<string, number | undefined> {
  const adder = adderOf(context);
  const levelOf = adder.addUp("service", servedClasses(context.options), members);
  adder.reached("service");
  return new Map(members.map((member) => [member.item, levelOf(member)]));
}

/** Odds of a shortage by class, corrected by what the past would have cost. */
const oddsOf = (replayed: readonly ReplayedItem[], context: ReplenishContext) =>
  adderOf(context).addUp("tune", tunedOdds, replayed);

/** Items of which nothing is asked here, as members of their classes and as what the past would have cost. */
function othersOf(context: ReplenishContext) {
  const { others = [], options } = context;
  const found = others.flatMap((request) =>
    guarded(request, [], () => {
      const plan = itemPlan(request, context, []);
      if (plan === undefined) return undefined;
      return { member: classMember(plan, options), past: replayedItem(plan, options) };
    }),
  );
  return {
    members: found.flatMap(({ member }) => member ?? []),
    replayed: found.flatMap(({ past }) => past ?? []),
  };
}

/** Plans with the levels that serve their class best, and those whose costs the past has corrected. */
function servedTogether(plans: readonly ItemPlan[], context: ReplenishContext): ItemPlan[] {
  const { options } = context;
  const members = plans.flatMap((plan) => classMember(plan, options) ?? []);
  const replayed = plans.map((plan) => replayedItem(plan, options));
  const around = othersOf(context);
  const odds = oddsOf([...replayed.flatMap((one) => one ?? []), ...around.replayed], context);
  const chosen = levelsOfMembers([...members, ...around.members], context);
  return plans.map((plan, k) => {
    const level = chosen.get(plan.item.item);
    const tuned = odds.get(replayed[k]?.name ?? "");
    if (level === undefined && tuned === undefined) return plan;
    return itemPlan(plan.request, context, [], level, tuned) ?? plan;
  });
}

/** Items that the master data exclude from planning, in one issue. */
function unplanned(requests: readonly ReplenishItem[], adder: Adder): Issue[] {
  const names = requests.filter(({ item }) => item.planning === "none").map(({ item }) => item.item);
  const { count, first } = adder.addUp("names-unplanned", namesUpTo(12), names);
  return count === 0 ? [] : [{ code: "planning-none", severity: "info", count, text: first.join(", ") }];
}
