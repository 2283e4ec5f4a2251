import { isoDate } from "../../calendar/date.ts";
import { defined } from "../../defined.ts";
import type { Reason } from "../../suggestion.ts";
import { type ItemPlan, isBlocked, quantityRules } from "../item/item-plan.ts";
import { daysToOrderDay } from "../item/supply-calendar.ts";
import { unitPriceOf } from "../lots/lot.ts";
import { orderQuantity, packOf } from "../lots/order-quantity.ts";
import { brief, clean, roundDown, stepOf, times } from "../lots/rounding.ts";
import { policies } from "../policies/index.ts";
import { serviceUntilNext } from "../service/service-of-order.ts";
import type { BudgetedQuantity } from "../suppliers/budgeted-quantity.ts";
import { bridgeReason } from "./bridge.ts";
import { closureReason, isShut, keptReason } from "./closure.ts";
import { afterEndNote, gapReason, lateReason, maximumNote, runsOutNote, supplyLateNote } from "./gaps.ts";
import { expectedService, isMostlyLeft, isNotStocked, lastingUntil, leftAtEnd } from "./outlook.ts";

/** Why this item, why this quantity, and what another quantity would change; in the order of the rules. */
export function reasonsOf(plan: ItemPlan, budgeted: BudgetedQuantity): Reason[] {
  const reasons: Reason[] = [...whyNow(plan, budgeted)];
  if (plan.need > 0) {
    reasons.push(...whyThisMuch(plan, budgeted));
    if (budgeted.quantity > 0) reasons.push(...alternatives(plan, budgeted.quantity));
  }
  if (plan.stays !== undefined) {
    const { why, fresh } = plan.stays;
    reasons.push({ code: `quantity-${why}`, quantity: plan.order.quantity, fresh });
  }
  if (plan.kept) reasons.push({ code: "levels-kept", reorderPoint: brief(Math.max(0, plan.reorderPoint)) });
  return reasons;
}

function* whyNow(plan: ItemPlan, { quantity }: BudgetedQuantity): Generator<Reason> {
  yield* itemNotes(plan);
  yield* supplyNotes(plan);
  if (plan.joined !== undefined) {
    const { days, holdingCost, saves } = plan.joined;
    const { supplier = "", currency } = plan.item;
    yield {
      code: "joins-order",
      supplier,
      days,
      holdingCost: brief(holdingCost),
      saves: brief(saves),
      ...defined({ currency }),
    };
  }
  yield* dueNotes(plan, quantity);
}

/** What people and master data say about the item. */
function* itemNotes({ position, request, item }: ItemPlan): Generator<Reason> {
  const { blocked = [] } = request;
  if (blocked.length > 0) yield { code: "blocked", why: blocked.join(", ") };
  if (position.decision !== undefined) {
    yield { code: `decision-${position.decision.action}`, quantity: position.decision.quantity };
  }
  if (item.phaseOut !== undefined) {
    yield { code: "phase-out", on: typeof item.phaseOut === "string" ? item.phaseOut : undefined };
  }
  if (item.successor !== undefined && item.successorFrom !== undefined) {
    yield { code: "successor", successor: item.successor, from: item.successorFrom };
  }
  const { takeover } = request;
  if (takeover !== undefined)
    yield { code: "takes-over", item: takeover.from.join(", "), from: isoDate(takeover.firstDay) };
  if (item.planning === "requirements") yield { code: "requirements-only" };
}

/** Whether the position is enough, and until when. */
function* dueNotes(plan: ItemPlan, quantity: number): Generator<Reason> {
  const { today, runsOut, late, safeUntil } = plan;
  const { position } = plan.position;
  const gap = gapReason(plan);
  const levels = { position: brief(position), reorderPoint: brief(Math.max(0, plan.reorderPoint)) };
  yield* afterEndNote(plan);
  if (!(plan.need > 0)) {
    if (plan.missed !== undefined) yield* runsOutNote(plan);
    else if (plan.waits) yield { code: "within-review", ...levels };
    else if (isNotStocked(plan)) yield { code: "not-stocked" };
    else if (position <= 0 && !(plan.coverDemand > 0)) yield { code: "no-demand" };
    else {
      // what is there and on its way together: that the shelf is empty in between is said by itself
      const until = gap === undefined ? runsOut : plan.curve.dayOf(position);
      yield { code: "enough", ...levels, ...lastingUntil(until, today) };
    }
    yield* maximumNote(plan);
    if (gap !== undefined) yield gap;
    return;
  }
  if (position <= plan.reorderPoint + 1e-9) {
    const held = isBlocked(plan) ? { blocked: true } : quantity === 0 ? { held: true } : {};
    yield { code: "below-reorder-point", ...levels, ...held };
  }
  yield* runsOutNote(plan);
  if (gap !== undefined) yield gap;
  if (!late || quantity === 0) return;
  const orderBy = isoDate(plan.orderDay);
  if (safeUntil !== undefined && safeUntil < plan.receiptDay) yield lateReason(plan, safeUntil);
  else
    yield {
      code: "late-for-target",
      orderBy,
      ...(safeUntil === undefined ? {} : { until: isoDate(safeUntil) }),
    };
}

/** What differs from the files: overdue orders re-dated, lead times as they were. */
function* supplyNotes(plan: ItemPlan): Generator<Reason> {
  const { position, leadTime, item } = plan;
  const overdue = position.supply.filter(({ overdueDays }) => overdueDays > 0);
  if (overdue.length > 0) {
    const expected = isoDate(Math.max(...overdue.map(({ day }) => day)));
    yield { code: "overdue-orders", orders: overdue.length, expected };
  }
  if (leadTime.outlier !== undefined) yield { code: "lead-time-outlier", ...leadTime.outlier };
  yield* supplyLateNote(plan);
  if (leadTime.source === "observed") {
    const observed = leadTime.days[Math.floor(leadTime.days.length / 2)];
    const master = item.leadTimeDays ?? 0;
    // compared as they are shown
    const apart = Math.abs(Math.round(observed) - Math.round(master));
    if (apart >= Math.max(3, 0.2 * master)) {
      yield { code: "lead-time-observed", master: brief(master), observed: brief(observed) };
    }
  }
}

function* whyThisMuch(plan: ItemPlan, budgeted: BudgetedQuantity): Generator<Reason> {
  const { position, lot, coverDemand } = plan;
  const known = plan.curve.known(plan.today + plan.coverDays);
  const leadDays = plan.leadDays + plan.delay;
  yield {
    code: "cover-demand",
    demand: brief(coverDemand),
    leadDays,
    reviewDays: plan.coverDays - leadDays,
    ...(known > 0 ? { known: brief(known) } : {}),
    ...(isShut(plan) ? { shut: true } : {}),
  };
  if (plan.waitDemand > 0)
    yield { code: "waits-for-order-day", on: isoDate(nextOrderDay(plan)), demand: brief(plan.waitDemand) };
  const lost = brief(plan.lostDemand ?? 0);
  if (lost > 0.05 * (coverDemand + lost)) yield { code: "lost-before-arrival", lost };
  yield* closureReason(plan);
  yield* keptReason(plan);
  yield* bridgeReason(plan);
  yield levelReason(plan);
  yield* tunedReason(plan);
  if (position.reserved > 0) yield { code: "known-reserved", quantity: brief(position.reserved) };
  yield {
    code: "position",
    onHand: position.onHand,
    onOrder: brief(position.onOrder),
    backorders: position.backorders,
  };
  if (lot.why === "economic") yield { code: "lot-economic", lot: brief(lot.quantity) };
  yield* ruleNotes(plan);
  yield sumReason(plan);
  if (budgeted.quantity < budgeted.wanted && !isBlocked(plan)) {
    yield {
      code: "budget-cut",
      wanted: budgeted.wanted,
      quantity: budgeted.quantity,
      service: brief(expectedService(plan, budgeted.quantity)),
      serviceWanted: brief(expectedService(plan, budgeted.wanted)),
    };
  }
}

const nextOrderDay = ({ calendar, today }: ItemPlan): number => today + daysToOrderDay(calendar, today);

/** How the past corrected what the costs say. */
function* tunedReason({ tuned, costs }: ItemPlan): Generator<Reason> {
  if (tuned === undefined || costs === undefined) return;
  const fraction = (odds: number) =>
    brief((costs.short * odds) / (costs.short * odds + costs.holdingPerReview));
  yield {
    code: "fraction-tuned",
    fraction: fraction(tuned.odds),
    theory: fraction(1),
    windows: tuned.windows,
  };
}

/** What the level rests on: service or cost, a limit of sense, or the master data. */
function levelReason(plan: ItemPlan): Reason {
  const { reorderPoint, orderUpTo, coverDemand, cut } = plan;
  const target = brief(plan.target);
  if (!policies[plan.policy].isOurs)
    return { code: "levels-given", reorderPoint: brief(reorderPoint), orderUpTo: brief(orderUpTo) };
  if (cut !== undefined) {
    const { wanted, largest, days, once, giant, history } = cut;
    if (once === true) return { code: "level-once", wanted: brief(wanted), largest: brief(largest) };
    return {
      code: "level-cut",
      wanted: brief(wanted),
      reorderPoint: brief(reorderPoint),
      largest: brief(largest),
      days,
      ...defined({ giant, history }),
    };
  }
  const { maximumStock } = plan.item;
  if (plan.unlimited !== undefined && maximumStock !== undefined)
    return { code: "level-at-maximum", wanted: brief(plan.unlimited), maximumStock, target };
  const buffer = brief(reorderPoint - coverDemand);
  if (buffer <= 0) return { code: "buffer-none", target };
  if (plan.classTarget !== undefined)
    return { code: "buffer-class", buffer, target, classTarget: brief(plan.classTarget) };
  return { code: plan.aim.type === "cost" ? "buffer-cost" : `buffer-${plan.serviceType}`, buffer, target };
}

/** How the quantity comes about. */
function sumReason(plan: ItemPlan): Reason {
  const { order, orderUpTo, reorderPoint, coverDemand, waitDemand } = plan;
  const { position } = plan.position;
  const rounding = brief(order.quantity - (orderUpTo + waitDemand - position));
  const { quantity } = order;
  // up to what may lie there: what is short of the demand is no part of the sum
  if (!policies[plan.policy].isOurs || (plan.unlimited !== undefined && reorderPoint < coverDemand))
    return { code: "sum-levels", orderUpTo: brief(orderUpTo), position: brief(position), rounding, quantity };
  const isLimited =
    rounding < 0 &&
    (plan.missed !== undefined || order.applied.some((rule) => rule === "maximum" || rule === "shelf-life"));
  return {
    code: "sum",
    demand: brief(coverDemand + waitDemand),
    buffer: brief(reorderPoint - coverDemand),
    lot: Math.max(0, brief(clean(orderUpTo - reorderPoint))),
    position: brief(position),
    rounding,
    quantity,
    ...(plan.stays === undefined ? {} : { kept: true }),
    ...(isLimited ? { limited: true } : {}),
  };
}

/** True where the maximum stock leaves less than the lot, and the order has not told so. */
const isLotCut = ({ lot, item, order, reorderPoint, orderUpTo }: ItemPlan): boolean =>
  orderUpTo === item.maximumStock &&
  lot.quantity > orderUpTo - reorderPoint + 1e-6 * lot.quantity &&
  !order.applied.includes("maximum");

/** Minimum order, packs and limits that changed the quantity, and one that could not be kept. */
function* ruleNotes(plan: ItemPlan): Generator<Reason> {
  const { need, order, item } = plan;
  const { minimumOrder, maximumStock, shelfLifeDays } = item;
  for (const rule of order.applied.concat(isLotCut(plan) ? ["maximum"] : [])) {
    const packSize = packOf(quantityRules(plan));
    const values = { need: brief(need), quantity: order.quantity, minimumOrder, packSize };
    yield { code: `rule-${rule}`, ...values, maximumStock, shelfLifeDays };
  }
  if (order.conflict !== undefined) yield { code: `conflict-${order.conflict}`, quantity: order.quantity };
  const left = leftAtEnd(plan, order.quantity);
  if (left !== undefined && isMostlyLeft(plan, order.quantity))
    yield { code: "conflict-phase-out", quantity: Math.floor(left.quantity), on: isoDate(left.on) };
}

/** The next smaller and larger quantity that the rules allow, with their cost and service. */
function* alternatives(plan: ItemPlan, quantity: number): Generator<Reason> {
  const { item, lotSize, position } = plan;
  const serviceNow = expectedService(plan, quantity);
  const there = position.position + position.reserved - plan.waitDemand;
  const until = (amount: number) => serviceUntilNext(plan, there + amount);
  const rules = quantityRules(plan);
  const step = packOf(rules) ?? stepOf(quantity, lotSize.whole);
  const smaller = roundDown(quantity - step * (1 - 1e-9), step);
  const other = (amount: number, code: "next-smaller" | "next-larger" | "next-price-break"): Reason => {
    const price = unitPriceOf(item, amount);
    const now = unitPriceOf(item, quantity);
    return {
      code,
      quantity: amount,
      ...(price === undefined || now === undefined
        ? {}
        : {
            amountChange: brief(price * amount - now * quantity),
            ...defined({ currency: item.currency }),
          }),
      // until the next review's order arrives, beside the service that the suggestion itself names
      service: brief(Math.min(1, Math.max(0, serviceNow + until(amount) - until(quantity)))),
      serviceNow,
      coverDays: coverOf(plan, amount),
    };
  };
  if (smaller >= Math.max(item.minimumOrder ?? 0, step) * (1 - 1e-9)) yield other(smaller, "next-smaller");
  const larger = clean(times(Math.round(quantity / step) + 1, step));
  const breakAt = (item.priceBreaks ?? []).map(({ from }) => from).find((from) => from > quantity);
  const next = Math.max(larger, breakAt === undefined ? 0 : orderQuantity(breakAt, 0, rules).quantity);
  // what neither the maximum stock nor the shelf life leaves room for is no choice
  if (orderQuantity(next, position.position, rules).quantity < next * (1 - 1e-9)) return;
  yield other(next, breakAt === undefined ? "next-larger" : "next-price-break");
}

/** Calendar days until expected demand uses up position and order. */
function coverOf(plan: ItemPlan, quantity: number): number | undefined {
  const day = plan.curve.dayOf(plan.position.position + quantity);
  return day === undefined ? undefined : day - plan.today;
}
