import { weekday } from "../../../src/calendar/date.ts";
import { random } from "../random.ts";
import type { Article } from "./article.ts";
import type { Issue } from "./consumption.ts";
import { firstDay, lastDay, plant, supplierClosures } from "./days.ts";
import { closingSupplier } from "./suppliers.ts";

/** A purchase order line; `received` is absent while it is open. */
export interface Purchase {
  readonly item: string;
  readonly ordered: number;
  readonly promised: number;
  readonly quantity: number;
  readonly received?: number;
}

/** Today's parameters of the ERP: set from the first year and never since. */
export interface ErpLevels {
  readonly safetyStock: number;
  readonly reorderPoint: number;
  readonly maximumStock: number;
}

export interface StockPath {
  readonly levels: ErpLevels;
  readonly purchases: readonly Purchase[];
  readonly onHand: number;
}

const upTo = (quantity: number, step: number) => Math.ceil(quantity / step - 1e-9) * step;

/**
 * Levels as a buyer sets them: rough cover of the lead time in the master data, and for articles that move rarely or
 * unevenly one or two usual issues more.
 */
export function erpLevels(
  { item, pattern, supplier, packSize, minimumOrder }: Article,
  seed: number,
): ErpLevels {
  const stream = random(seed, `levels ${item}`);
  const perDay = pattern.perMonth / 30.4;
  const issue = pattern.perMonth / 4.2 / pattern.weekChance;
  const uneven = pattern.weekChance < 0.5 || pattern.variation > 1 ? issue : 0;
  const safety = Math.max(1, Math.round(perDay * stream.between(5, 20) + uneven * stream.between(1, 2.5)));
  const reorder = Math.round(perDay * supplier.masterDays * stream.between(0.95, 1.35)) + safety;
  const cover = stream.between(30, 100) * perDay;
  return {
    safetyStock: safety,
    reorderPoint: reorder,
    maximumStock: reorder + upTo(Math.max(cover, minimumOrder, 2 * uneven), packSize),
  };
}

/** Day on which an order of `day` arrives: the drawn lead time, longer by the closures that it meets. */
function arrival(day: number, { supplier }: Article, factor: number): number {
  let due = day + Math.max(1, Math.round(supplier.trueDays * factor));
  if (supplier.supplier === closingSupplier) {
    for (const { from, to } of supplierClosures)
      if (from <= due && to >= day) due += to - Math.max(from, day) + 1;
  }
  return plant.next(due);
}

/**
 * Walks through the days: receipts, consumption, and on Mondays and Thursdays an order where the position has
 * fallen to the reorder point. Stock may go below zero (booked late), the history of consumption does not care.
 */
export function stockPath(
  article: Article,
  issues: readonly Issue[],
  factorOf: (day: number) => number,
  seed: number,
): StockPath {
  const stream = random(seed, `stock ${article.item}`);
  const levels = erpLevels(article, seed);
  const purchases: Purchase[] = [];
  const coming: { due: number; quantity: number }[] = [];
  const begins = Math.max(firstDay, (issues[0]?.day ?? firstDay) - 30);
  let onHand = Math.round(levels.maximumStock * stream.between(0.6, 1));
  let next = 0;
  for (let day = begins; day <= lastDay; day++) {
    while (coming.length > 0 && coming[0].due <= day) onHand += coming.shift()!.quantity;
    for (; next < issues.length && issues[next].day <= day; next++) {
      onHand -= issues[next].quantity / factorOf(issues[next].day);
    }
    if (!plant.isOpen(day) || ![1, 4].includes(weekday(day))) continue;
    const position = onHand + coming.reduce((sum, { quantity }) => sum + quantity, 0);
    if (position > levels.reorderPoint) continue;
    const quantity = upTo(Math.max(levels.maximumStock - position, article.minimumOrder), article.packSize);
    const due = arrival(day, article, stream.factor(article.supplier.variation));
    coming.push({ due, quantity });
    coming.sort((a, b) => a.due - b.due);
    purchases.push({
      item: article.item,
      ordered: day,
      promised: plant.next(day + article.supplier.masterDays),
      quantity: Math.round(quantity * factorOf(day) * 100) / 100,
      ...(due <= lastDay ? { received: due } : {}),
    });
  }
  return { levels, purchases, onHand: Math.max(0, onHand) };
}
