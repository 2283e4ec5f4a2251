import { daysPerYear } from "../../calendar/bucket.ts";
import { dayOf } from "../../calendar/date.ts";
import type { PreviousSuggestion, ReplenishOptions } from "../context.ts";

/** Service in points that stability may cost: less than any target is known to. */
const negligibleService = 0.005;
/** Inside the frozen window the service may fall this far below its target before a quantity moves. */
export const frozenTolerance = 0.02;

/** What keeping a level or quantity of the last run is weighed with. */
interface Steadiness {
  readonly whole: boolean;
  /** Service at a reorder level. */
  readonly serviceOf: (level: number) => number;
  /** Holding one unit for a year; undefined where no price is known. */
  readonly holdingPerUnitYear?: number;
  readonly changeCost: number;
}

/**
 * The last run's reorder point where a change is not worth its unrest: within a tenth of the fresh one and nearly as
 * good, or within three tenths, no worse, and holding the difference costs less a year than a change.
 */
export function keptReorderPoint(
  previous: PreviousSuggestion,
  level: number,
  { whole, serviceOf, holdingPerUnitYear, changeCost }: Steadiness,
): number | undefined {
  // whole stock is at or below 4.8 just where it is at or below 4
  const reorderPoint = whole ? Math.floor(previous.reorderPoint + 1e-9) : previous.reorderPoint;
  // a level below zero (nothing before a customer waits) is shown as 0: the same level
  if (reorderPoint === Math.max(0, level)) return undefined;
  const apart = Math.abs(reorderPoint - level);
  const size = Math.max(level, 0);
  const gained = serviceOf(reorderPoint) - serviceOf(level);
  if (apart <= Math.max(whole ? 1 : 0, 0.1 * size) && Math.abs(gained) <= negligibleService)
    return reorderPoint;
  const cheap = holdingPerUnitYear !== undefined && apart * holdingPerUnitYear <= changeCost;
  return cheap && apart <= 0.3 * size && gained >= -negligibleService ? reorderPoint : undefined;
}

interface QuantityInput {
  readonly previous: PreviousSuggestion;
  readonly today: number;
  readonly position: number;
  readonly onOrder: number;
  /** Reorder point of this run: at or below it an order is due. */
  readonly reorderPoint: number;
  /** Expected demand until an order placed at the next review arrives. */
  readonly coverDemand: number;
  /** Quantity that this run would order, in allowed lots. */
  readonly fresh: number;
  /** The last run's quantity as this run's limits allow it. */
  readonly allowed: number;
  readonly target: number;
  /** Service when this much is ordered now. */
  readonly serviceWith: (quantity: number) => number;
  /** Holding one unit for a year; undefined where no price is known. */
  readonly holdingPerUnitYear?: number;
  /** Years that demand takes to use up a unit more. */
  readonly yearsPerUnit: number;
  /** Days that an order of now has to cover. */
  readonly coverDays: number;
  readonly options: Pick<ReplenishOptions, "frozenDays" | "changeCost">;
}

/** A quantity of the last run that stays, in base units. */
export interface KeptQuantity {
  readonly quantity: number;
  readonly why: "frozen" | "steady";
  /** First day on which the quantity may move. */
  readonly until: number;
}

/**
 * Quantity of the last run that stays, undefined where this run's holds. Inside the frozen window (`frozenDays` from
 * the last run's day on) it stays, an order as much as none, unless the service falls below its target by more than
 * {@link frozenTolerance} or expected demand would run out. Outside a changed quantity stays where the change is
 * small, brings no service and saves less than it costs, and an order stays that is due soon anyway. What stays lifts the position above both reorder points: an
 * order that has been placed since is not asked for again.
 */
export function keptQuantity(input: QuantityInput): KeptQuantity | undefined {
  const { previous, position, reorderPoint: level, fresh, allowed } = input;
  if (previous.attention === "blocked" || allowed === fresh) return undefined;
  if (previous.quantity > 0) {
    const isPlaced = previous.onOrder === undefined || input.onOrder > previous.onOrder;
    if (position > level && (isPlaced || position > previous.reorderPoint)) return undefined;
    if (!(allowed > 0) || position + allowed <= Math.max(level, previous.reorderPoint)) return undefined;
  }
  return frozen(input) ?? steady(input) ?? early(input);
}

/**
 * An order of the last run that this run would place somewhat later: it stays where it is due within the days that an order
 * of now covers, and where having it until then costs less than withdrawing it. A level that has fallen further withdraws it.
 */
function early(input: QuantityInput): KeptQuantity | undefined {
  const { previous, today, position, reorderPoint: level, fresh, allowed, options } = input;
  if (position <= level || !(previous.quantity > 0) || fresh > 0) return undefined;
  const years = (position - level) * input.yearsPerUnit;
  if (!(years > 0) || years * daysPerYear > input.coverDays) return undefined;
  const cost = (input.holdingPerUnitYear ?? 0) * allowed * years;
  return cost <= options.changeCost ? { quantity: allowed, why: "steady", until: today } : undefined;
}

/** The last run's quantity inside the frozen window, where the service allows. */
function frozen(input: QuantityInput): KeptQuantity | undefined {
  const { previous, today, position, coverDemand, fresh, allowed, target, options } = input;
  const { day, orderBy, quantity } = previous;
  const { frozenDays = 0 } = options;
  if (!(frozenDays > 0) || day === undefined) return undefined;
  const end = dayOf(day) + frozenDays;
  // an order foreseen for after the window was not set for it; one foreseen for by now is due
  if (today > end || (quantity > 0 ? dayOf(orderBy) > end : dayOf(orderBy) <= today)) return undefined;
  if (allowed < fresh && position + allowed < coverDemand) return undefined;
  if (input.serviceWith(allowed) < target - frozenTolerance) return undefined;
  const until = quantity > 0 ? end + 1 : Math.min(end + 1, dayOf(orderBy));
  return { quantity: allowed, why: "frozen", until };
}

/** The last run's quantity where a change would gain less than it costs. */
function steady(input: QuantityInput): KeptQuantity | undefined {
  const { previous, today, position, reorderPoint: level, fresh, allowed, options } = input;
  if (position > level || !(previous.quantity > 0) || !(fresh > 0)) return undefined;
  const apart = Math.abs(allowed - fresh);
  if (apart > 0.1 * fresh || input.serviceWith(allowed) < input.serviceWith(fresh) - negligibleService)
    return undefined;
  // a unit too many is held until demand has used up those before it
  const gain =
    input.holdingPerUnitYear === undefined
      ? 0
      : (input.holdingPerUnitYear * apart * apart * input.yearsPerUnit) / 2;
  return gain <= options.changeCost ? { quantity: allowed, why: "steady", until: today } : undefined;
}
