import { windowWeeks } from "./shops.ts";

/** Cost of a unit short, and of a unit left over at the end of a week. */
export const shortCost = 1;
export const weeklyHolding = 0.2;
/** Weeks from order to shelf: an order after week t sells from week t + 3 on. */
export const leadWeeks = 2;

/** What a rule sees of an article after the close of a week. */
export interface ShelfState {
  readonly onHand: number;
  /** Arrivals for the beginnings of the next weeks. */
  readonly coming: readonly [number, number];
}

/** Quantity that a rule orders after the close of week `week - 1`. */
export type OrderRule = (item: number, week: number, shelf: ShelfState) => number;

/** Stock and arrivals that an article begins with: three weeks of its usual sales. */
function begin(sales: Float64Array, week: number): { onHand: number; coming: [number, number] } {
  let sum = 0;
  for (let t = week - 13; t < week; t++) sum += Number.isNaN(sales[t]) ? 0 : sales[t];
  const usual = Math.round(sum / 13);
  return { onHand: usual, coming: [usual, usual] };
}

/** Cost of one article in one window: what finds no stock is lost; six orders can still be sold. */
export function windowCost(rule: OrderRule, item: number, sales: Float64Array, first: number): number {
  let { onHand, coming } = begin(sales, first);
  let cost = 0;
  for (let week = first; week < first + windowWeeks; week++) {
    const isUseful = week + leadWeeks < first + windowWeeks;
    const ordered = isUseful ? rule(item, week, { onHand, coming }) : 0;
    onHand += coming[0];
    coming = [coming[1], ordered];
    const asked = Number.isNaN(sales[week]) ? 0 : sales[week];
    const sold = Math.min(asked, onHand);
    onHand -= sold;
    cost += shortCost * (asked - sold) + weeklyHolding * onHand;
  }
  return cost;
}
