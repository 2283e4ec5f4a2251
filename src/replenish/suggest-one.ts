import { attempt } from "../attempt.ts";
import { withinBounds } from "../bounds.ts";
import { bucketEnd, bucketIndex, daysOf } from "../calendar/bucket.ts";
import { dayOf, isoDate } from "../calendar/date.ts";
import type { WorkCalendar } from "../calendar/work-days.ts";
import { defined } from "../defined.ts";
import type { Forecast } from "../forecast.ts";
import type { Issue } from "../issue.ts";
import type { Item, OpenOrder } from "../item.ts";
import type { IsoDate } from "../order.ts";
import type { Series } from "../series.ts";
import type { Suggestion } from "../suggestion.ts";
import { type PreviousSuggestion, type ReplenishOptions, replenishOptions } from "./context.ts";
import type { TunedOdds } from "./cost/tuned.ts";
import { isWhole, recentMean } from "./demand/recent.ts";
import { suggestionOf } from "./explain/suggestion.ts";
import { type ItemPlan, itemPlan } from "./item/item-plan.ts";
import { failedIssue } from "./item/usable-item.ts";
import { asOrdered } from "./suppliers/budgeted-quantity.ts";

/** One item with everything its suggestion needs: a line of `bedarf suggest` and of the API. */
export interface SuggestRequest {
  readonly series: Series;
  readonly item: Item;
  readonly openOrders: readonly OpenOrder[];
  /** Day after whose close stock and open orders hold; absent: the end of the series. */
  readonly asOf?: IsoDate;
  /** What the last answer returned. */
  readonly state?: PreviousSuggestion;
  /** What was found while the series was made ready. */
  readonly issues?: readonly Issue[];
  /** Why nothing is ordered before somebody looks, as attention codes. */
  readonly blocked?: readonly string[];
}

/** The answer to a request; `state` goes into the next one. */
export interface SuggestAnswer {
  readonly suggestion: Suggestion | null;
  readonly issues: readonly Issue[];
  readonly state?: PreviousSuggestion;
}

/** Last day of the last bucket of a series; NaN where the series has no dates. */
function lastDay({ series }: SuggestRequest): number {
  if (series.start === undefined) return Number.NaN;
  const last = bucketIndex(dayOf(series.start), series.bucket) + series.values.length - 1;
  return bucketEnd(last, series.bucket);
}

/** The day that counts as today: as-of, else the end of the series. NaN where neither is known. */
export const requestDay = (request: SuggestRequest): number =>
  request.asOf === undefined ? lastDay(request) : dayOf(request.asOf);

/** Days that as-of lies before the first day of the series (below 0) or after its last; 0 inside, or without dates. */
export function daysOutside(request: SuggestRequest): number {
  const { start } = request.series;
  if (start === undefined || request.asOf === undefined) return 0;
  const day = requestDay(request);
  return day < dayOf(start) ? day - dayOf(start) : Math.max(0, day - lastDay(request));
}

/** Buckets that a forecast must reach: lead time, review and what as-of lies behind the series. */
export function requestHorizon(
  request: SuggestRequest,
  options: ReplenishOptions = replenishOptions,
): number {
  const { leadTimeDays = 0, leadTimeSdDays = 0, reviewDays: given = options.reviewDays } = request.item;
  const reviewDays = given >= 0 ? given : options.reviewDays;
  const behind = Math.max(0, requestDay(request) - lastDay(request)) || 0;
  const days = leadTimeDays + 2 * leadTimeSdDays + reviewDays + behind;
  return Math.max(1, Math.min(400, Math.ceil(days / daysOf[request.series.bucket]) + 2));
}

/**
 * Suggestion for one item, from its forecast (made with `planningLevels`) and nothing else. Where working it out
 * fails, there is none and an issue says so.
 */
export const suggestOne = (...asked: Parameters<typeof plannedRequest>): SuggestAnswer =>
  attempt(
    () => answerOf(plannedRequest(...asked)),
    () => ({ suggestion: null, issues: [failedIssue(asked[0].item, "order")] }),
  );

/** A request with its plan; without one the issues say why. */
interface PlannedRequest {
  readonly plan?: ItemPlan;
  readonly issues: readonly Issue[];
}

/**
 * Plans one request.
 * @param reorderPoint decided elsewhere, e.g. over the assortment; absent: by the item alone
 * @param tuned how far the replay of its class moved what its costs say
 */
export function plannedRequest(
  request: SuggestRequest,
  forecast: Forecast,
  plant: WorkCalendar,
  options: ReplenishOptions = replenishOptions,
  reorderPoint?: number,
  tuned?: TunedOdds,
): PlannedRequest {
  const { series, state } = request;
  const item = withinBounds(request.item);
  const today = requestDay(request);
  const issues: Issue[] = [...(request.issues ?? [])];
  const plan = itemPlan(
    {
      item,
      forecast: forecast.start === undefined ? { ...forecast, start: isoDate(today + 1) } : forecast,
      bucket: series.bucket,
      openOrders: request.openOrders,
      requirements: [],
      decisions: [],
      abc: "A",
      xyz: "X",
      class: "smooth",
      demandBasis: "sale",
      meanPerBucket: recentMean(series),
      history: series.values,
      wholeUnits: isWhole(series.values),
      ...defined({
        blocked: request.blocked,
        previous: state,
        failed: forecast.fallback?.code === "failed" ? ("forecast" as const) : undefined,
      }),
    },
    { asOf: today, stockDate: today, plant, supplierCalendars: () => plant, suppliers: new Map(), options },
    issues,
    reorderPoint,
    tuned,
  );
  return { issues, ...defined({ plan }) };
}

/** The answer to a planned request. */
export function answerOf({ plan, issues }: PlannedRequest): SuggestAnswer {
  if (plan === undefined) return { suggestion: null, issues };
  const suggestion = suggestionOf(plan, asOrdered(plan));
  const { quantity, orderBy, reorderPoint, orderUpTo } = suggestion;
  const day = isoDate(plan.today);
  const orderedOn = quantity > 0 ? day : plan.request.previous?.orderedOn;
  const next = { quantity, orderBy, reorderPoint, orderUpTo, day, ...defined({ orderedOn }) };
  return { suggestion, issues, state: next };
}
