import { isoWeekName } from "../../calendar/bucket.ts";
import { by } from "../../numeric/order.ts";
import type { CashWeek, Suggestion } from "../../suggestion.ts";
import { type ReplenishContext, todayOf } from "../context.ts";
import { type ItemPlan, isBlocked, quantityRules } from "../item/item-plan.ts";
import { receiptDay } from "../item/order-times.ts";
import { orderDayFrom } from "../item/supply-calendar.ts";
import { unitPriceOf } from "../lots/lot.ts";
import { orderQuantity } from "../lots/order-quantity.ts";
import { paymentsOf } from "./payment.ts";

/** z of the 90 % level. */
const z90 = 1.2815515655446004;

/** An item's plan and what is ordered of it in this run. */
interface CashLine {
  readonly plan: ItemPlan;
  readonly suggestion: Suggestion;
}

/** Money that goes out on a day; of orders to come its mean and deviation. */
interface Outflow {
  readonly day: number;
  readonly supplier: string;
  readonly committed?: number;
  readonly expected?: number;
  readonly deviation?: number;
}

/** Money of one week, supplier and currency. */
interface CashCell {
  readonly week: string;
  readonly supplier: string;
  readonly currency: string;
  committed: number;
  expected: number;
  variance: number;
}

/**
 * Money going out by ISO week of payment, supplier and currency: open orders and this run's suggestions as they are,
 * later orders as expected demand will cause them. P90 adds the spread of demand to the later orders. Net of tax.
 */
export function cashOf(lines: readonly CashLine[], context: ReplenishContext): CashWeek[] {
  const cells = new Map<string, CashCell>();
  for (const line of lines) addOutflows(cells, line, context);
  return [...cells.values()]
    .map(({ week, supplier, currency, committed, expected, variance }) => {
      const p50 = committed + expected;
      return { week, supplier, currency, p50, p90: p50 + z90 * Math.sqrt(variance) };
    })
    .filter(({ p90 }) => p90 > 0)
    .sort(
      by(
        ({ week }) => week,
        ({ supplier }) => supplier,
        ({ currency }) => currency,
      ),
    );
}

/** Adds the money of one item to the weeks that the plan looks ahead. */
function addOutflows(cells: Map<string, CashCell>, line: CashLine, context: ReplenishContext): void {
  const today = todayOf(context);
  const last = today + context.options.cashWeeks * 7;
  const { currency = "" } = line.plan.item;
  for (const outflow of outflowsOf(line, last, context)) {
    const { day, supplier, committed = 0, expected = 0, deviation = 0 } = outflow;
    if (day > last) continue;
    const week = isoWeekName(Math.max(day, today + 1));
    const key = `${week}\u0000${supplier}\u0000${currency}`;
    const cell = cells.get(key) ?? { week, supplier, currency, committed: 0, expected: 0, variance: 0 };
    cell.committed += committed;
    cell.expected += expected;
    cell.variance += deviation ** 2;
    cells.set(key, cell);
  }
}

/** Everything that an item will cost: what is on its way, what is ordered now, and orders to come up to day `last`. */
function* outflowsOf(line: CashLine, last: number, context: ReplenishContext): Generator<Outflow> {
  yield* supplyOutflows(line, context);
  yield* suggestionOutflows(line, context);
  yield* laterOutflows(line, last, context);
}

function* supplyOutflows({ plan }: CashLine, { suppliers }: ReplenishContext): Generator<Outflow> {
  for (const { day: received, quantity, order } of plan.position.supply) {
    const supplier = order?.supplier ?? plan.item.supplier ?? "";
    const price = unitPriceOf(plan.item, quantity);
    if (price === undefined) continue;
    for (const { day, share } of paymentsOf(suppliers.get(supplier), undefined, received)) {
      yield { day, supplier, committed: share * price * quantity };
    }
  }
}

/** Quantity that goes out with this run. */
const orderedNow = ({ quantity, decision }: Suggestion) =>
  decision === "reject" ? 0 : Math.max(0, quantity);

function* suggestionOutflows({ plan, suggestion }: CashLine, context: ReplenishContext): Generator<Outflow> {
  const { supplier = "" } = plan.item;
  const { amount } = suggestion;
  if (amount === undefined || orderedNow(suggestion) === 0) return;
  for (const { day, share } of paymentsOf(context.suppliers.get(supplier), plan.orderDay, plan.receiptDay)) {
    yield { day, supplier, committed: share * amount };
  }
}

function* laterOutflows(line: CashLine, last: number, context: ReplenishContext): Generator<Outflow> {
  const { supplier = "" } = line.plan.item;
  const terms = context.suppliers.get(supplier);
  for (const { ordered, received, amount, deviation } of laterOrders(line, last)) {
    for (const { day, share } of paymentsOf(terms, ordered, received)) {
      yield { day, supplier, expected: share * amount, deviation: share * deviation };
    }
  }
}

interface LaterOrder {
  readonly ordered: number;
  readonly received: number;
  readonly amount: number;
  readonly deviation: number;
}

/** Orders that expected demand causes after this run: each time the position falls to the reorder point. */
function* laterOrders({ plan, suggestion }: CashLine, last: number): Generator<LaterOrder> {
  const { item, curve, calendar, reorderPoint, orderUpTo, reviewDays } = plan;
  const price = unitPriceOf(item, Math.max(1, orderUpTo - reorderPoint));
  if (price === undefined || isBlocked(plan)) return;
  const start = plan.position.position + orderedNow(suggestion);
  const relative = plan.coverExcess / z90;
  const rules = quantityRules(plan);
  let bought = 0;
  for (let count = 0; count < 60; count++) {
    const day = curve.dayOf(start + bought - Math.max(0, reorderPoint));
    if (day === undefined) return;
    const review = Math.max(day, plan.today + reviewDays * (count + 1));
    const ordered = orderDayFrom(calendar, review);
    if (ordered > last) return;
    const position = start + bought - curve.until(review);
    const { quantity } = orderQuantity(Math.max(0, orderUpTo - position), position, rules);
    if (!(quantity > 0)) return;
    bought += quantity;
    const amount = quantity * price;
    yield { ordered, received: receiptDay(plan, ordered), amount, deviation: amount * relative };
  }
}
