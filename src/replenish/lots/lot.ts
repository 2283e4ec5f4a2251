import type { Item } from "../../item.ts";
import { holdingPerUnitYear } from "../cost/unit-costs.ts";
import { allUnitsQuantity, priceAt } from "../textbook/price-breaks.ts";
import { packOf } from "./order-quantity.ts";
import { roundUp } from "./rounding.ts";

/** What holds for items that name nothing of their own. */
interface LotOptions {
  /** Cost of one order line. */
  readonly orderCost: number;
  readonly holdingRatePerYear: number;
}

/** How much an order of an item brings, in base units. */
export interface Lot {
  /** Distance from reorder point to order-up-to level: the economic quantity, at least one whole unit. */
  readonly quantity: number;
  /** Least quantity that an order brings, by economy, minimum order or pack. */
  readonly leastOrder: number;
  readonly why: "economic" | "minimum" | "pack" | "none";
}

/** Longest time that an economic lot may cover: dearer money, ageing and a changed demand are not in the formula. */
const longestCoverYears = 2;

/** The same where the risk that demand ends is in the formula. */
const longestCoverWithRisk = 3;

/** What an item is still asked for until its last day, and how much of it lies beyond lead time and review. */
interface ComingEnd {
  readonly demand: number;
  readonly beyondCover: number;
}

/** Economic quantity where ordering and holding cost something (with price breaks, all units); 0 elsewhere. */
function economicLot(
  item: Item,
  demandPerYear: number,
  options: LotOptions,
  endRate: number | undefined,
  end: ComingEnd | undefined,
): number {
  const orderCost = item.orderCost ?? options.orderCost;
  const holding = holdingPerUnitYear(item, options.holdingRatePerYear);
  const { unitCost = 1 } = item;
  if (holding === undefined || !(holding > 0) || !(unitCost > 0) || !(demandPerYear > 0)) return 0;
  const holdingRate = holding / unitCost;
  const years = endRate === undefined ? longestCoverYears : longestCoverWithRisk;
  const most = Math.min(years * demandPerYear, end?.demand ?? Number.POSITIVE_INFINITY);
  // a price that only a longer cover would reach is not paid
  const reached = (item.priceBreaks ?? []).filter(({ from }) => from > 0 && from <= most);
  const breaks = [{ from: 0, price: unitCost }, ...reached];
  if (!(orderCost > 0) && breaks.length === 1) return 0;
  const { quantity } = allUnitsQuantity({
    orderCost: Math.max(orderCost, 1e-6),
    holdingRate: holdingRate + (endRate ?? 0),
    demandPerYear,
    breaks,
  });
  return Math.min(quantity, end?.beyondCover ?? most);
}

/**
 * Lots that the item's policy plans with. Minimum order and pack do not move the order-up-to level (they round an
 * order up once there is a need), but the larger order that they cause serves longer, which lowers the reorder point.
 * @param endRate share of items a year whose demand ends, where lots are sized for the whole assortment
 * @param end what is left of the demand of an item whose last day is known: no lot of ours outlasts it
 */
export function lotOf(
  item: Item,
  demandPerYear: number,
  options: LotOptions,
  whole: boolean,
  endRate?: number,
  end?: ComingEnd,
): Lot {
  const pack = packOf({ ...item, whole, tolerance: 0 }) ?? 0;
  const minimum = item.minimumOrder ?? 0;
  const economic = economicLot(item, demandPerYear, options, endRate, end);
  const quantity = whole ? Math.max(1, Math.round(economic)) : economic;
  const leastOrder = roundUp(Math.max(quantity, minimum, pack), pack > 0 ? pack : whole ? 1 : 1e-9);
  const why =
    economic > 0 && economic >= Math.max(minimum, pack)
      ? "economic"
      : minimum > 0 && minimum >= pack
        ? "minimum"
        : pack > 0
          ? "pack"
          : "none";
  return { quantity, leastOrder, why };
}

/** Price of one base unit when `quantity` is ordered; undefined where no price is known. */
export function unitPriceOf(item: Item, quantity: number): number | undefined {
  if (item.unitCost === undefined) return undefined;
  return item.priceBreaks === undefined ? item.unitCost : priceAt(item.priceBreaks, quantity, item.unitCost);
}
