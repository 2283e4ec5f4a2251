import { bucketsPerYear } from "../../calendar/bucket.ts";
import type { Forecast } from "../../forecast.ts";
import type { Bucket } from "../../series.ts";
import { totalOf } from "../../total.ts";
import { atLeast } from "../demand/distribution.ts";
import { endRate } from "../demand/end-rate.ts";
import { activeInSeason, demandOfLength, meanOfLength, sizesOf } from "../demand/forecast-length.ts";
import { lotOf } from "../lots/lot.ts";
import { assortmentLevels, type LevelLadder, ladderOf, targetLadder } from "../service/assortment.ts";
import { neverLevel, type Protection } from "../service/service.ts";
import { silenceOf, silentProtection } from "../service/silent.ts";
import { levelPolicy } from "./policies.ts";
import type { ReplayItem, ReplayPolicy, ReplaySpan } from "./simulate.ts";

/** Forecasts of the items at these positions, made with what was known before a step, starting at it. */
export type ForecastAt = (
  step: number,
  items: readonly number[],
) => readonly Forecast[] | Promise<readonly Forecast[]>;

/** One way to size levels from the same forecasts. */
export interface EnginePolicy {
  readonly name: string;
  /** Fill rate asked for. */
  readonly target: number;
  /** The target holds for each item, or for the assortment as a whole. */
  readonly scope: "item" | "assortment";
  /** Orders bring at least the economic quantity, or just what is missing. */
  readonly lots: "economic" | "each";
}

/** How steps of a replay lie on the buckets of the forecasts. */
export interface ReplayClock {
  /** 1 when a step is a bucket; the share of a bucket when steps are days. */
  readonly bucketsPerStep: number;
  readonly stepsPerYear: number;
  /** Step after the last one that a forecast made for a review at `step` may know. */
  known(step: number): number;
  /** Known steps after which an item's forecast is made anew even when it had no demand. */
  readonly keptSteps: number;
}

/** Steps are buckets: everything before a review is known. */
export const bucketClock = (bucket: Bucket): ReplayClock => ({
  bucketsPerStep: 1,
  stepsPerYear: bucketsPerYear[bucket],
  known: (step) => step,
  keptSteps: 4,
});

/** What is known of an item since its last forecast. */
interface Outlook {
  /** First step of the forecast. */
  readonly origin: number;
  readonly forecast: Forecast;
  /** Expected demand until the next order arrives, at the review this was made for. */
  readonly cover: number;
  readonly protection: readonly Protection[];
  readonly demandPerStep: number;
  /** True where nothing is forecast any more. */
  readonly silent: boolean;
  readonly ladders: Map<string, SizedLadder>;
}

interface SizedLadder {
  readonly ladder: LevelLadder;
  /** Distance from reorder point to order-up-to level. */
  readonly lot: number;
}

/** What the lots and ladders of a review rest on besides an item's own outlook. */
interface ReviewTerms {
  readonly stepsPerYear: number;
  readonly reviewSteps: number;
  readonly endRate: number;
}

/** Reorder and order-up-to levels of every review, by policy; step k of the span at k * items.length. */
interface LevelTable {
  readonly level: Float64Array;
  readonly upTo: Float64Array;
}

/**
 * Policies of the engine for a replay. Levels of all reviews are worked out first, forecast by forecast, for all
 * policies together; nothing of them depends on the stock.
 */
export async function enginePolicies(
  items: readonly ReplayItem[],
  span: ReplaySpan,
  clock: ReplayClock,
  forecastAt: ForecastAt,
  policies: readonly EnginePolicy[],
): Promise<ReplayPolicy[]> {
  const reviews = Math.ceil((span.end - span.start) / span.reviewSteps);
  const tables = policies.map(
    (): LevelTable => ({
      level: new Float64Array(reviews * items.length),
      upTo: new Float64Array(reviews * items.length),
    }),
  );
  const outlooks: (Outlook | undefined)[] = new Array(items.length);
  const { stepsPerYear } = clock;
  let measured = Number.NEGATIVE_INFINITY;
  let terms: ReviewTerms = { stepsPerYear, reviewSteps: span.reviewSteps, endRate: 0 };
  for (let review = 0; review < reviews; review++) {
    const step = span.start + review * span.reviewSteps;
    await refresh(outlooks, items, step, span.reviewSteps, clock, forecastAt);
    const known = clock.known(step);
    if (known - measured >= stepsPerYear / 4) {
      const histories = items.map(({ demand }) => demand.subarray(0, Math.max(0, known)));
      terms = { ...terms, endRate: totalOf(endRate(stepsPerYear), histories) };
      measured = known;
    }
    for (const [p, policy] of policies.entries())
      fillTable(tables[p], review, items, outlooks, policy, terms);
  }
  return policies.map(({ name }, p) =>
    levelPolicy(name, items, (k, step) => {
      const at = ((step - span.start) / span.reviewSteps) * items.length + k;
      return { level: tables[p].level[at], upTo: tables[p].upTo[at] };
    }),
  );
}

/** True when the item has news that its forecast does not know, or the forecast is old; items take turns. */
function isStale(
  { demand }: ReplayItem,
  k: number,
  outlook: Outlook | undefined,
  known: number,
  kept: number,
) {
  if (outlook !== undefined && outlook.origin >= known) return false;
  for (let t = outlook?.origin ?? 0; t < known; t++) if (demand[t] !== 0) return true;
  return outlook !== undefined && (kept <= known - outlook.origin || (known + k) % kept === 0);
}

async function refresh(
  outlooks: (Outlook | undefined)[],
  items: readonly ReplayItem[],
  step: number,
  reviewSteps: number,
  clock: ReplayClock,
  forecastAt: ForecastAt,
): Promise<void> {
  const known = clock.known(step);
  const stale: number[] = [];
  for (let k = 0; k < items.length; k++) {
    if (isStale(items[k], k, outlooks[k], known, clock.keptSteps)) stale.push(k);
  }
  const forecasts = await forecastAt(known, stale);
  const fresh = new Map(stale.map((k, at) => [k, forecasts[at]]));
  for (let k = 0; k < items.length; k++) {
    const outlook = outlooks[k];
    const forecast = fresh.get(k) ?? outlook?.forecast;
    if (forecast === undefined) continue;
    const origin = fresh.has(k) || outlook === undefined ? known : outlook.origin;
    const { protectionOf, ...next } = outlookOf(items[k], forecast, origin, step, reviewSteps, clock);
    const same =
      outlook !== undefined && !fresh.has(k) && Math.abs(next.cover - outlook.cover) <= 1e-9 * next.cover;
    if (!same) outlooks[k] = { ...next, protection: protectionOf() };
  }
}

/** Sum of squared daily demands in a bucket, from the last two years before a step. */
function burstOf(demand: Float64Array, known: number, bucketsPerStep: number): number {
  const from = Math.max(0, known - 730);
  let squares = 0;
  for (let t = from; t < known; t++) squares += demand[t] * demand[t];
  return known > from ? squares / ((known - from) * bucketsPerStep) : 0;
}

/**
 * Demand of lead time and review from `step` on, by a forecast that starts at `origin`; the protection intervals only
 * where they are asked for.
 */
function outlookOf(
  item: ReplayItem,
  forecast: Forecast,
  origin: number,
  step: number,
  reviewSteps: number,
  { bucketsPerStep }: ReplayClock,
) {
  const offset = (step - origin) * bucketsPerStep;
  const length = (item.leadSteps + reviewSteps) * bucketsPerStep;
  const lead = item.leadSteps * bucketsPerStep;
  const from = meanOfLength(forecast, offset);
  const expected = (of: number) => meanOfLength(forecast, offset + of) - from;
  const cover = expected(length);
  const burst = bucketsPerStep < 1 ? burstOf(item.demand, origin, bucketsPerStep) : 0;
  const demandOver = (of: number) => {
    const usual = meanOfLength(forecast, of);
    return demandOfLength(forecast, of, usual > 0 ? expected(of) / usual : 0, 0, burst);
  };
  const silence = cover > 0 ? undefined : silenceOf(item.demand, origin, item.whole);
  const protectionOf = (): Protection[] => {
    if (silence !== undefined) {
      const since = { ...silence, buckets: silence.buckets * bucketsPerStep };
      return [silentProtection(since, lead, length - lead)];
    }
    const first = demandOver(lead);
    const review = Math.max(0, cover - expected(lead));
    const active = activeInSeason(forecast, reviewSteps * bucketsPerStep);
    const leadAndReview = atLeast(demandOver(length), first);
    return [
      {
        weight: 1,
        lead: first,
        leadAndReview,
        review,
        active,
        size: review / active,
        sizes: sizesOf(forecast),
      },
    ];
  };
  const demandPerStep = cover / (item.leadSteps + reviewSteps);
  const silent = silence !== undefined;
  const ladders: Outlook["ladders"] = new Map();
  return { origin, forecast, cover, demandPerStep, silent, ladders, protectionOf };
}

/** Ladder of an item for one lot rule, made once a forecast. */
function ladderFor(item: ReplayItem, outlook: Outlook, policy: EnginePolicy, terms: ReviewTerms) {
  const { lots, scope } = policy;
  const key = `${lots} ${scope}`;
  const known = outlook.ladders.get(key);
  if (known !== undefined) return known;
  const { demandPerStep, protection } = outlook;
  const { stepsPerYear, reviewSteps } = terms;
  const { unitCost, holdingPerStep, orderCost, whole } = item;
  const { quantity, leastOrder: order } = lotOf(
    { ...item, orderCost: lots === "economic" ? orderCost : 0 },
    demandPerStep * stepsPerYear,
    { orderCost, holdingRatePerYear: (holdingPerStep * stepsPerYear) / unitCost },
    whole,
    scope === "assortment" ? terms.endRate : undefined,
  );
  const worth = { unitValue: unitCost, demandPerStep, reviewsPerYear: stepsPerYear / reviewSteps };
  const made: SizedLadder = { ladder: ladderOf(protection, { size: order, whole }, worth), lot: quantity };
  outlook.ladders.set(key, made);
  return made;
}

function fillTable(
  table: LevelTable,
  review: number,
  items: readonly ReplayItem[],
  outlooks: readonly (Outlook | undefined)[],
  policy: EnginePolicy,
  terms: ReviewTerms,
): void {
  const active: number[] = [];
  const ladders: LevelLadder[] = [];
  const lots: number[] = [];
  for (let k = 0; k < items.length; k++) {
    const at = review * items.length + k;
    table.level[at] = neverLevel(items[k].whole);
    table.upTo[at] = 0;
    const outlook = outlooks[k];
    // what nobody has asked for in years is stocked only where the service of the whole is served best by it
    if (outlook === undefined || (outlook.silent && policy.scope === "item")) continue;
    const { ladder, lot } = ladderFor(items[k], outlook, policy, terms);
    active.push(k);
    ladders.push(ladder);
    lots.push(lot);
  }
  const rung = targetLadder.findIndex((target) => target >= policy.target - 1e-9);
  const levels =
    policy.scope === "assortment"
      ? assortmentLevels(ladders, policy.target)
      : Float64Array.from(ladders, (ladder) => ladder.levels[rung]);
  for (const [j, k] of active.entries()) {
    const at = review * items.length + k;
    table.level[at] = levels[j];
    table.upTo[at] = Math.max(0, levels[j] + lots[j]);
  }
}
