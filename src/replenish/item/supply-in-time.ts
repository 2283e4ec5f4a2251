import { dayOf } from "../../calendar/date.ts";
import type { DemandCurve } from "../demand/demand-curve.ts";
import { policies } from "../policies/index.ts";
import type { SizedItem } from "./item-levels.ts";
import type { Position, Supply } from "./position.ts";
import { orderDayFrom } from "./supply-calendar.ts";
import { receiptDay } from "./supply-way.ts";

/** Smallest gap in days between empty shelf and receipt that is worth a call to the supplier: less only makes noise. */
export const leastGap = (leadDays: number): number => Math.max(5, Math.ceil(0.1 * leadDays));

/** Last day until which an order of now, and one of the next review, is received at the latest. Day numbers. */
function receiptsOf(sized: SizedItem): { readonly now: number; readonly next: number } {
  const { calendar, today, leadDays, delay, coverDays, reviewDays } = sized;
  return {
    now: Math.max(today + leadDays + delay, receiptDay(sized, orderDayFrom(calendar, today))),
    next: Math.max(
      calendar.plant.next(today + coverDays),
      receiptDay(sized, orderDayFrom(calendar, today + reviewDays)),
    ),
  };
}

/**
 * The position that an order of now can rely on. Supply counts that no order of now would come before, and supply that
 * arrives before what the next review orders, while the stock lasts until then. What is later counts at a later review:
 * until then it serves nobody. Levels of the ERP, and those that the maximum stock holds, know no orders of customers:
 * what these take never lies on the shelf for long, and is taken off.
 */
export function supplyInTime(sized: SizedItem): Position {
  const { position, curve, policy, today, leadDays, coverDays, reorderPoint, coverDemand, unlimited } = sized;
  const { now, next } = receiptsOf(sized);
  const isSized = policies[policy].isOurs && unlimited === undefined;
  const reserved = isSized ? 0 : curve.known(today + coverDays);
  const floor = Math.min(0, reorderPoint - coverDemand);
  const later: Supply[] = [];
  let available = position.onHand - position.backorders;
  for (const supply of position.supply) {
    const isSoon = supply.day <= now;
    if (
      isSoon ||
      (supply.day <= next && lastsUntil(curve, available - floor, supply.day - leastGap(leadDays)))
    )
      available += supply.quantity;
    else later.push(supply);
  }
  return { ...position, position: available - reserved, later, reserved };
}

/** True where expected demand leaves something of `available` on a day. */
function lastsUntil(curve: DemandCurve, available: number, day: number): boolean {
  const empty = available <= 0 ? curve.today : curve.dayOf(available);
  return empty === undefined || empty > day;
}

/** Share of a review period's demand that may be missing before a second order is placed in it. */
const newsShare = 0.25;

/**
 * Days since the last order of this review period; undefined where there is none. Without a record it is guessed from
 * what is on order, but not where the costs are known: there every review is worth its order. Where the last run is a
 * whole review ago, this one is the next review.
 */
function daysSinceOrder(sized: SizedItem, { supply }: Position): number | undefined {
  const { request, today, reviewDays, aim } = sized;
  const { now } = receiptsOf(sized);
  const told = today - dayOf(request.previous?.orderedOn ?? "");
  if (today - dayOf(request.previous?.day ?? "") >= reviewDays) return undefined;
  for (let days = 1; days < reviewDays; days++) {
    if (days === told) return days;
    const due = receiptDay(sized, today - days);
    if (aim.type !== "cost" && supply.some((one) => one.isPlaced && one.due >= due && one.due <= now))
      return days;
  }
  return undefined;
}

/**
 * True where something was ordered in this review period already and what is missing since is no news: it can wait for
 * the next review, whose order will be there for nearly all of the demand until then.
 */
export function canWait(sized: SizedItem, position: Position): boolean {
  const { curve, coverDays, leadDays, delay } = sized;
  // the ERP's own levels say themselves when to order
  if (!(position.position > 0) || !policies[sized.policy].isOurs) return false;
  const since = daysSinceOrder(sized, position);
  if (since === undefined) return false;
  const review = curve.mean(coverDays) - curve.mean(leadDays + delay);
  return curve.mean(coverDays - since) - position.position <= newsShare * review;
}
