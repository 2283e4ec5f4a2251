import { daysPerYear } from "../../calendar/bucket.ts";
import { isoDate } from "../../calendar/date.ts";
import type { Supplier } from "../../item.ts";
import { by, leastOf } from "../../numeric/order.ts";
import { orderLinesOf } from "../../order-lines.ts";
import type { Basket, Suggestion } from "../../suggestion.ts";
import { type ItemPlan, isBlocked, quantityRules } from "../item/item-plan.ts";
import { laterSupply } from "../item/position.ts";
import { unitPriceOf } from "../lots/lot.ts";
import { orderQuantity, packOf } from "../lots/order-quantity.ts";
import { clean, stepOf } from "../lots/rounding.ts";
import { orderedFrom } from "./ordered-from.ts";

/** An item's plan and what is ordered of it in this run. */
interface BasketLine {
  readonly plan: ItemPlan;
  readonly suggestion: Suggestion;
  /** True for what another than the item's main source gets of its order: it fills no gap. */
  readonly isPart?: boolean;
}

interface Filler {
  readonly item: string;
  readonly quantity: number;
  readonly amount: number;
  readonly holdingCost: number;
}

/** True for what goes into a basket: a priced order that was not rejected. */
const isOrdered = ({ suggestion: { amount, quantity, decision } }: BasketLine) =>
  amount !== undefined && quantity > 0 && decision !== "reject";

/**
 * Orders by supplier, currency and order day: amount, gap to minimum value and free freight, and how the gap is
 * best closed by other items of the supplier. Orders of one supplier that fall due within one review period go out
 * together, on the first day.
 */
export function basketsOf(
  lines: readonly BasketLine[],
  suppliers: ReadonlyMap<string, Supplier>,
  holdingRate: number,
): Basket[] {
  const groups = Map.groupBy(lines.flatMap(linesOf), ({ suggestion }) => orderedFrom(suggestion));
  return [...groups]
    .flatMap(([key, group]) => {
      const ordered = group.filter(isOrdered);
      return key === undefined || ordered.length === 0 ? [] : [{ key, group, ordered }];
    })
    .sort(by(({ key }) => key))
    .map(({ group, ordered }) => {
      const supplier = suppliers.get(ordered[0].suggestion.supplier ?? "");
      return basketOf(
        ordered,
        group.flatMap(({ plan, isPart }) => (isPart === true ? [] : [plan])),
        supplier,
        holdingRate,
      );
    });
}

/** An order line for each source that gets a part of an order. */
function linesOf(line: BasketLine): BasketLine[] {
  const { plan, suggestion } = line;
  if (suggestion.split === undefined) return [line];
  const parts = orderLinesOf(suggestion).map((part) => ({
    plan,
    suggestion: part,
    isPart: part.supplier !== suggestion.supplier,
  }));
  const { split: _, amount: __, unitPrice: ___, ...rest } = suggestion;
  return parts.some(({ isPart }) => !isPart)
    ? parts
    : [{ plan, suggestion: { ...rest, quantity: 0 } }, ...parts];
}

function basketOf(
  lines: readonly BasketLine[],
  candidates: readonly ItemPlan[],
  supplier: Supplier | undefined,
  holdingRate: number,
): Basket {
  const amount = clean(lines.reduce((sum, { suggestion }) => sum + (suggestion.amount ?? 0), 0));
  const first = leastOf(lines.map(({ plan }) => plan.orderDay));
  const gapTo = (value: number | undefined) =>
    value === undefined || amount >= value ? 0 : clean(value - amount);
  const minimumGap = gapTo(supplier?.minimumValue);
  const freeFreightGap = gapTo(supplier?.freeFreightValue);
  const chargeGap = supplier?.minimumValue === undefined ? freeFreightGap : minimumGap;
  const surcharge = chargeGap > 0 ? (supplier?.surcharge ?? 0) : 0;
  const gap = minimumGap > 0 ? minimumGap : surcharge > 0 ? freeFreightGap : 0;
  const fillers = gap > 0 ? fillersFor(gap, lines, candidates, holdingRate) : [];
  const fillingCost = fillers.reduce((sum, { holdingCost }) => sum + holdingCost, 0);
  const filled = fillers.reduce((sum, one) => sum + one.amount, 0) >= gap - 1e-9;
  // a minimum without a surcharge has to be met; a surcharge is paid when filling up costs more
  const fill = gap > 0 && filled && (surcharge === 0 || fillingCost < surcharge);
  return {
    supplier: lines[0].suggestion.supplier ?? "",
    orderDate: isoDate(first),
    amount,
    currency: lines[0].suggestion.currency ?? "",
    ...(minimumGap > 0 ? { minimumGap } : {}),
    ...(freeFreightGap > 0 ? { freeFreightGap } : {}),
    ...(surcharge > 0 && !fill ? { surcharge } : {}),
    fillers: fill || surcharge === 0 ? fillers : [],
  };
}

/** Items of the supplier ordered earlier than needed, cheapest holding per unit of value first, until the gap is closed. */
function fillersFor(
  gap: number,
  lines: readonly BasketLine[],
  candidates: readonly ItemPlan[],
  holdingRate: number,
): Filler[] {
  const ordered = new Map(lines.map(({ plan, suggestion }) => [plan.item.item, suggestion.quantity]));
  const offers: { filler: Filler; costPerValue: number }[] = [];
  for (const plan of candidates) {
    const offer = earlierOrder(plan, ordered.get(plan.item.item) ?? 0, gap, holdingRate);
    if (offer !== undefined) offers.push({ filler: offer, costPerValue: offer.holdingCost / offer.amount });
  }
  offers.sort(
    by(
      ({ costPerValue }) => costPerValue,
      ({ filler }) => filler.item,
    ),
  );
  const chosen: Filler[] = [];
  let open = gap;
  for (const { filler } of offers) {
    if (open <= 1e-9) break;
    chosen.push(filler);
    open -= filler.amount;
  }
  return chosen;
}

/** Extra quantity of an item that would be needed next anyway, with the cost of holding it from now until then. */
function earlierOrder(plan: ItemPlan, ordered: number, gap: number, holdingRate: number): Filler | undefined {
  const { item, position, curve, today } = plan;
  const price = unitPriceOf(item, Math.max(1, ordered));
  if (price === undefined || !(price > 0) || isBlocked(plan)) return undefined;
  if (item.planning !== undefined && item.planning !== "forecast") return undefined;
  const yearly = curve.mean(365);
  const stock = position.position + laterSupply(position) + ordered;
  const room = Math.min(
    // no more than half a year's demand ahead, nor above the maximum
    plan.orderUpTo + yearly / 2 - stock,
    (item.maximumStock ?? Number.POSITIVE_INFINITY) - stock,
    item.shelfLifeDays === undefined
      ? Number.POSITIVE_INFINITY
      : curve.mean(0.8 * item.shelfLifeDays) - stock,
  );
  if (!(room > 0) || !(yearly > 0)) return undefined;
  const rules = { ...quantityRules(plan), ...(ordered > 0 ? { minimumOrder: 0 } : {}) };
  const step = packOf(rules) ?? stepOf(gap / price, rules.whole);
  let { quantity } = orderQuantity(Math.min(room, gap / price), 0, rules);
  if (quantity > room) quantity = clean(Math.floor(room / step) * step);
  if (!(quantity >= Math.max(item.minimumOrder !== undefined && ordered === 0 ? item.minimumOrder : 0, step)))
    return undefined;
  const needed = curve.dayOf(Math.max(0, stock - plan.reorderPoint));
  const waits = needed === undefined ? 365 : Math.max(0, needed - today - plan.leadDays);
  // half of it on average lies while it is used up
  const days = waits + (quantity / yearly) * 365 * 0.5;
  const rate = item.holdingRatePerYear ?? holdingRate;
  return {
    item: item.item,
    quantity,
    amount: clean(quantity * price),
    holdingCost: clean((quantity * price * rate * days) / daysPerYear),
  };
}
