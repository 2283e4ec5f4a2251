import { daysOf } from "../../calendar/bucket.ts";
import { defined } from "../../defined.ts";
import type { ReplenishContext } from "../context.ts";
import type { ReviewCosts } from "../cost/expected-cost.ts";
import { lostProtection } from "../cost/lost-demand.ts";
import type { TunedOdds } from "../cost/tuned.ts";
import { holdingPerUnitYear, lostShareOf } from "../cost/unit-costs.ts";
import { type Distribution, quantile } from "../demand/distribution.ts";
import { activeShare } from "../demand/forecast-length.ts";
import { type Lot, lotOf } from "../lots/lot.ts";
import { clean } from "../lots/rounding.ts";
import { policies } from "../policies/index.ts";
import type { Levels } from "../policies/policy.ts";
import { type Aim, serviceAt } from "../service/levels.ts";
import type { LotSize, Protection } from "../service/service.ts";
import { aimedLevel, aimOf, reviewCostsOf } from "./aim.ts";
import { type DemandedItem, protectionBy } from "./demand-ahead.ts";
import { mostLevel } from "./most-demand.ts";
import { keptReorderPoint } from "./steady-order.ts";

/** An item with its levels and what they were sized for. Quantities in base units. */
export interface SizedItem extends DemandedItem {
  readonly aim: Aim;
  readonly serviceType: "fill" | "cycle";
  /** Service asked for, in (0, 1); under a cost aim the service that costs the least. */
  readonly target: number;
  /** Service that the items of its class reach together; absent: the item reaches its own. */
  readonly classTarget?: number;
  /** Demand over the protection intervals, one a possible lead time. */
  readonly protection: readonly Protection[];
  /** How far the 90 % quantile of its demand lies above the mean, relative to it. */
  readonly coverExcess: number;
  readonly lot: Lot;
  readonly lotSize: LotSize;
  /** What a review period costs; absent: holding or a unit short has no price. */
  readonly costs?: ReviewCosts;
  /** How far the replay of its class moved what its costs say. */
  readonly tuned?: TunedOdds;
  /** An order is placed at or below this position; below 0: only when demand waits. */
  readonly reorderPoint: number;
  readonly orderUpTo: number;
  /** Demand that is expected to be lost before the arrival of an order placed now; absent: it waits. */
  readonly lostDemand?: number;
  /** True when the last run's levels were kept. */
  readonly kept: boolean;
  /** Why the reorder point is not what the service asks for. */
  readonly cut?: LevelCut;
  /** The reorder point that the service asks for, where the maximum stock does not allow it. */
  readonly unlimited?: number;
  /** Levels without a maximum and without the shutdown that these are sized for. */
  readonly usual?: UsualLevels;
}

/** A reorder point beyond everything that was ever seen, and what was. */
interface LevelCut {
  readonly wanted: number;
  /** Largest demand ever seen in `days`. */
  readonly largest: number;
  readonly days: number;
  /** True where it is the only demand there ever was. */
  readonly once?: true;
  /** A single demand far beyond all others, which does not count. */
  readonly giant?: number;
  /** Days of the history, where no window of `days` was ever seen. */
  readonly history?: number;
  /** True where known requirements came on top. */
  readonly known: boolean;
}

/** Levels, and the expected demand that they cover. */
interface UsualLevels extends Levels {
  readonly coverDemand: number;
}

/** Lot of an item under its policy. */
function itemLot(
  { request, item, policy, yearlyDemand, coverDemand, curve, lastDay }: DemandedItem,
  { options, endRate }: ReplenishContext,
): Lot {
  const { hasLots } = policies[policy];
  const left = lastDay === undefined ? undefined : curve.until(lastDay);
  return lotOf(
    hasLots ? item : { ...item, minimumOrder: 0, orderCost: 0, priceBreaks: [] },
    yearlyDemand,
    hasLots ? options : { ...options, orderCost: 0 },
    request.wholeUnits,
    options.serviceScope === "assortment" ? endRate : undefined,
    left === undefined ? undefined : { demand: left, beyondCover: Math.max(0, left - coverDemand) },
  );
}

/** Demand over the protection intervals where what finds the shelf empty is lost, wholly or in part. */
const lostIntervals = (demanded: DemandedItem, usual: readonly Protection[]): Protection[] =>
  lostProtection(
    {
      ...demanded.position,
      forecast: demanded.request.forecast,
      bucket: demanded.request.bucket,
      curve: demanded.curve,
      lostShare: lostShareOf(demanded.item),
    },
    usual,
    demanded.leadTime.days.map((days) => Math.ceil(days) + demanded.receiptDays + demanded.delay),
    demanded.reviewDays,
  );

/** Expected demand of the stock until the next order arrives. */
const meanCover = (protection: readonly Protection[]): number =>
  protection.reduce((sum, { weight, leadAndReview }) => sum + weight * leadAndReview.mean, 0);

/** Demand over the protection intervals, from the stock projected for the arrival where demand is lost. */
function protectionOf(demanded: DemandedItem): Protection[] {
  const usual = protectionBy(demanded)(demanded.leadTime);
  return lostShareOf(demanded.item) > 0 ? lostIntervals(demanded, usual) : usual;
}

/** Expected demand that an order placed now is to cover. */
const coverOf = (demanded: DemandedItem, protection: readonly Protection[]): number =>
  lostShareOf(demanded.item) > 0 ? meanCover(protection) : demanded.coverDemand;

/** From this probability of demand in a month on an item is one that is asked for month by month. */
const steadyShare = 0.8;

/** True where an empty shelf cannot be meant: some demand comes nearly every month. */
const isSteady = ({ request: { forecast, bucket }, coverDemand }: DemandedItem) =>
  coverDemand > 0 && activeShare(forecast, daysOf.month / daysOf[bucket]) >= steadyShare;

/**
 * How a level is judged. A share of demand served on average over the time that a lot lasts would allow days or weeks
 * without stock. A minimum order or pack counts for a year at most, and where demand is steady for a month, or for lead
 * time and review where they are longer; an economic lot of steady demand for a quarter of a year, or as long as these. A lot counts as far as it fits
 * below the maximum stock.
 */
function lotSizeOf(lot: Lot, demanded: DemandedItem): LotSize {
  const { request, item, yearlyDemand, coverDemand } = demanded;
  const whole = request.wholeUnits;
  const steady = isSteady(demanded);
  const isForced = lot.why === "minimum" || lot.why === "pack";
  const lasting = steady ? Math.max(isForced ? yearlyDemand / 12 : 0, coverDemand) : yearlyDemand;
  const quarter = steady ? Math.max(yearlyDemand / 4, coverDemand) : Number.POSITIVE_INFINITY;
  const longest = Math.max(Math.min(lot.quantity, quarter), lasting);
  const isLimited = (isForced || steady) && longest > 0;
  const room = Math.max(whole ? 1 : 0, (item.maximumStock ?? Number.POSITIVE_INFINITY) - coverDemand);
  return { size: Math.min(lot.leastOrder, isLimited ? longest : Number.POSITIVE_INFINITY, room), whole };
}

/**
 * Position up to which an order is due whatever the service: what customers have ordered is no chance, and a position
 * that is a few pieces short of it is a customer who gets them late. Costs decide for themselves.
 */
function leastForKnown({ curve, today, coverDays, request }: DemandedItem, aim: Aim): number {
  const known = curve.known(today + coverDays);
  if (!(known > 0) || aim.type === "cost") return Number.NEGATIVE_INFINITY;
  return request.wholeUnits ? Math.ceil(clean(known)) - 1 : known * (1 - 1e-9);
}

/** Service up to which costs may ask for more than a short history knows. */
const costliestTarget = 0.99;

/** What the levels of an item rest on besides its demand. */
interface Terms {
  readonly aim: Aim;
  readonly lot: Lot;
  readonly lotSize: LotSize;
  readonly costs: ReviewCosts | undefined;
  /** Reorder point decided elsewhere. */
  readonly given: number | undefined;
}

/** Levels under the item's policy: never below an empty shelf where demand is steady, never beyond what was ever seen. */
function levelsOf(
  demanded: DemandedItem,
  protection: readonly Protection[],
  { aim, lot, lotSize, costs, given }: Terms,
): Levels & { cut?: LevelCut } {
  const { request, item, policy } = demanded;
  const { whole } = lotSize;
  const coverDemand = coverOf(demanded, protection);
  const servicePoint = () => aimedLevel(demanded, protection, aim, lotSize, costs);
  const levels =
    given === undefined
      ? policies[policy].levels(item, { servicePoint, coverDemand, lot, whole })
      : { reorderPoint: given, orderUpTo: clean(given + lot.quantity) };
  if (!policies[policy].isOurs) return levels;
  const { orderUpTo } = levels;
  const least = aim.type !== "cost" && isSteady(demanded) ? 0 : Number.NEGATIVE_INFINITY;
  const reorderPoint = Math.max(levels.reorderPoint, least, leastForKnown(demanded, aim));
  // from the lot itself: a difference of levels would keep their noise, and more service might order less by it
  const upTo = (point: number) => (point === levels.reorderPoint ? orderUpTo : clean(point + lot.quantity));
  const most = mostLevel(demanded, aim.type === "cost" ? costliestTarget : aim.target);
  if (most === undefined || reorderPoint <= most.level)
    return { reorderPoint, orderUpTo: upTo(reorderPoint) };
  return {
    reorderPoint: most.level,
    orderUpTo: upTo(most.level),
    cut: {
      wanted: reorderPoint,
      largest: most.largest,
      days: most.days,
      ...defined({ once: most.once, giant: most.giant, history: most.history }),
      known: request.requirements.length > 0,
    },
  };
}

/**
 * Levels of an item under its policy; those of the last run where a change is not worth its unrest.
 * @param given reorder point that was decided elsewhere, e.g. over the assortment
 * @param tuned how far the replay of its class moved the odds of a shortage
 */
export function withLevels(
  demanded: DemandedItem,
  context: ReplenishContext,
  given: number | undefined,
  tuned?: TunedOdds,
): SizedItem {
  const { request, item, policy, delay } = demanded;
  const { options } = context;
  const isLost = lostShareOf(item) > 0;
  const protection = protectionOf(demanded);
  const coverDemand = coverOf(demanded, protection);
  const lot = itemLot(demanded, context);
  const lotSize = lotSizeOf(lot, demanded);
  const costs = reviewCostsOf(demanded, options);
  const decided = costs === undefined ? undefined : { ...costs, short: costs.short * (tuned?.odds ?? 1) };
  const aim = aimOf(demanded, options, decided);
  const terms = { aim, lot, lotSize, costs: decided, given };
  const serviceType = aim.type === "cost" ? "fill" : aim.type;
  const serviceOf = (level: number) => serviceAt(protection, serviceType, level, lotSize);
  const { cut, ...fresh } = levelsOf(demanded, protection, terms);
  const isFresh = !policies[policy].isOurs || aim.type === "cost" || isLost || cut !== undefined;
  const last =
    request.previous === undefined || isFresh
      ? undefined
      : keptReorderPoint(request.previous, fresh.reorderPoint, {
          whole: lotSize.whole,
          serviceOf,
          changeCost: options.changeCost,
          ...defined({ holdingPerUnitYear: holdingPerUnitYear(item, options.holdingRatePerYear) }),
        });
  const before = last !== undefined && last >= leastForKnown(demanded, aim) ? last : undefined;
  const levels = before === undefined ? fresh : { reorderPoint: before, orderUpTo: before + lot.quantity };
  const capped = belowMaximum(demanded, levels);
  const isShut = delay > 0 || demanded.coverDays > demanded.leadDays + demanded.reviewDays;
  const reached = given === undefined || aim.type === "cost" ? undefined : serviceOf(levels.reorderPoint);
  return {
    ...demanded,
    coverDemand,
    ...(isLost ? { lostDemand: Math.max(0, demanded.coverDemand - coverDemand) } : {}),
    aim: reached === undefined ? aim : { type: serviceType, target: reached },
    serviceType,
    target: reached ?? (aim.type === "cost" ? serviceOf(levels.reorderPoint) : aim.target),
    ...(reached === undefined || aim.type === "cost" ? {} : { classTarget: aim.target }),
    protection,
    coverExcess: excessOf(protection[0].leadAndReview),
    lot,
    lotSize,
    ...defined({ costs, tuned }),
    ...capped.levels,
    kept: before !== undefined && capped.levels.reorderPoint === before,
    ...defined({ cut }),
    ...(capped.levels.reorderPoint < levels.reorderPoint ? { unlimited: levels.reorderPoint } : {}),
    ...(isShut || capped.isCapped ? { usual: usualLevels(demanded, terms) } : {}),
  };
}

/** Levels of which none lies above the maximum stock: what does not fit cannot be aimed at. */
function belowMaximum({ item, policy, request }: DemandedItem, levels: Levels) {
  const { maximumStock } = item;
  if (maximumStock === undefined || !policies[policy].isOurs || levels.orderUpTo <= maximumStock)
    return { levels, isCapped: false };
  const most = request.wholeUnits ? Math.ceil(maximumStock) - 1 : maximumStock;
  const reorderPoint = Math.min(levels.reorderPoint, most);
  return { levels: { reorderPoint, orderUpTo: maximumStock }, isCapped: true };
}

/** Levels without the shutdowns of these weeks. */
function usualLevels(demanded: DemandedItem, terms: Terms): UsualLevels {
  const coverDays = demanded.leadDays + demanded.reviewDays;
  const usual = { ...demanded, delay: 0, coverDays, coverDemand: demanded.curve.mean(coverDays) };
  return { ...levelsOf(usual, protectionOf(usual), terms), coverDemand: usual.coverDemand };
}

const excessOf = (cover: Distribution) =>
  cover.mean > 0 ? Math.max(0, quantile(cover, 0.9) / cover.mean - 1) : 0;
