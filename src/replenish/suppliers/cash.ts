import { isoWeekName } from "../../calendar/bucket.ts";
import { dayOf, isoDate } from "../../calendar/date.ts";
import { defined } from "../../defined.ts";
import { addTo, type ExactSum, exactSum, mergeInto, roundedSum } from "../../numeric/exact-sum.ts";
import { by } from "../../numeric/order.ts";
import type { CashWeek, Suggestion } from "../../suggestion.ts";
import type { Total } from "../../total.ts";
import { type ReplenishContext, todayOf } from "../context.ts";
import { type ItemPlan, isBlocked, quantityRules } from "../item/item-plan.ts";
import { laterSupply } from "../item/position.ts";
import { orderDayFrom } from "../item/supply-calendar.ts";
import { receiptDay } from "../item/supply-way.ts";
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

/** Money that goes out on a day: its mean, and its deviation where it is not certain. */
interface Outflow {
  readonly day: number;
  readonly supplier: string;
  readonly amount: number;
  readonly deviation?: number;
  /** Absent: that of the item. */
  readonly currency?: string;
}

/** Money of one week, supplier and currency. */
interface CashCell {
  readonly week: string;
  readonly supplier: string;
  readonly currency: string;
  readonly amount: ExactSum;
  readonly variance: ExactSum;
}

type CashCells = Map<string, CashCell>;

/**
 * Money going out by ISO week of payment, supplier and currency: open orders and this run's suggestions as they are,
 * later orders as expected demand will cause them. P90 adds the spread of demand to the later orders. Net of tax.
 */
export const cashWeeks = (context: ReplenishContext): Total<CashLine, CashCells, CashWeek[]> => ({
  empty: () => new Map(),
  add(cells, line) {
    const today = todayOf(context);
    const last = today + context.options.cashWeeks * 7;
    for (const { day, supplier, amount, deviation = 0, ...of } of outflowsOf(line, last, context)) {
      if (day > last) continue;
      const { currency = line.plan.item.currency ?? "" } = of;
      const cell = cellOf(cells, { week: isoWeekName(Math.max(day, today + 1)), supplier, currency });
      addTo(cell.amount, amount);
      addTo(cell.variance, deviation ** 2);
    }
  },
  merge: mergeCash,
  finish: (cells) =>
    [...cells.values()]
      .map(({ week, supplier, currency, amount, variance }) => {
        const p50 = roundedSum(amount);
        return { week, supplier, currency, p50, p90: p50 + z90 * Math.sqrt(roundedSum(variance)) };
      })
      .filter(({ p90 }) => p90 > 0)
      .sort(
        by(
          ({ week }) => week,
          ({ supplier }) => supplier,
          ({ currency }) => currency,
        ),
      ),
});

/** Adds the money of another part of the run, in place. */
export function mergeCash(cells: CashCells, others: CashCells): void {
  for (const other of others.values()) {
    const cell = cellOf(cells, other);
    mergeInto(cell.amount, other.amount);
    mergeInto(cell.variance, other.variance);
  }
}

/** The cell of a week, supplier and currency, a new one where there is none yet. */
function cellOf(
  cells: CashCells,
  { week, supplier, currency }: Pick<CashCell, "week" | "supplier" | "currency">,
): CashCell {
  const key = `${week}\u0000${supplier}\u0000${currency}`;
  const known = cells.get(key);
  if (known !== undefined) return known;
  const cell = { week, supplier, currency, amount: exactSum(), variance: exactSum() };
  cells.set(key, cell);
  return cell;
}

/** Everything that an item will cost: what is on its way, what is ordered now, and orders to come up to day `last`. */
function* outflowsOf(line: CashLine, last: number, context: ReplenishContext): Generator<Outflow> {
  yield* supplyOutflows(line, context);
  yield* suggestionOutflows(line, context);
  yield* laterOutflows(line, last, context);
}

function* supplyOutflows({ plan }: CashLine, { suppliers }: ReplenishContext): Generator<Outflow> {
  for (const { day: received, quantity, order, source = plan.item } of plan.position.supply) {
    const supplier = order?.supplier ?? source.supplier ?? "";
    const price = unitPriceOf(source, quantity);
    if (price === undefined) continue;
    for (const { day, share } of paymentsOf(suppliers.get(supplier), undefined, received)) {
      yield { day, supplier, amount: share * price * quantity, ...defined({ currency: source.currency }) };
    }
  }
}

/** Quantity that goes out with this run. */
const orderedNow = ({ quantity, decision }: Suggestion) =>
  decision === "reject" ? 0 : Math.max(0, quantity);

function* suggestionOutflows({ plan, suggestion }: CashLine, context: ReplenishContext): Generator<Outflow> {
  if (orderedNow(suggestion) === 0) return;
  const whole = { ...suggestion, supplier: plan.item.supplier ?? "", receiptBy: isoDate(plan.receiptDay) };
  for (const { supplier, amount, receiptBy } of suggestion.split ?? [whole]) {
    if (amount === undefined) continue;
    const terms = context.suppliers.get(supplier);
    for (const { day, share } of paymentsOf(terms, plan.orderDay, dayOf(receiptBy)))
      yield { day, supplier, amount: share * amount };
  }
}

function* laterOutflows(line: CashLine, last: number, context: ReplenishContext): Generator<Outflow> {
  const { supplier = "" } = line.plan.item;
  const terms = context.suppliers.get(supplier);
  for (const { ordered, received, amount, deviation } of laterOrders(line, last)) {
    for (const { day, share } of paymentsOf(terms, ordered, received)) {
      yield { day, supplier, amount: share * amount, deviation: share * deviation };
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
  const start = plan.position.position + laterSupply(plan.position) + orderedNow(suggestion);
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
