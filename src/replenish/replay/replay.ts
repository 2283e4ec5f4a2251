import { bucketIndex, bucketStart, bucketsPerYear, daysOf, isoWeekName } from "../../calendar/bucket.ts";
import { isoDate } from "../../calendar/date.ts";
import type { ReplayItemRow, ReplayPolicyResult, ReplayResult } from "../../replay.ts";
import type { Bucket } from "../../series.ts";
import {
  bucketClock,
  type EnginePolicy,
  enginePolicies,
  type ForecastAt,
  type ReplayClock,
} from "./engine-policy.ts";
import { asIsPolicy, naivePolicy, oraclePolicy } from "./policies.ts";
import { type PolicyRun, type ReplayItem, type ReplayPolicy, type ReplaySpan, simulate } from "./simulate.ts";
import { isKnown, summaryOf } from "./summary.ts";

/** A past to be lived again. */
export interface ReplayInput {
  readonly items: readonly ReplayItem[];
  readonly span: ReplaySpan;
  /** Bucket of the forecasts. */
  readonly bucket: Bucket;
  /** True when a step is a day; else it is a bucket. */
  readonly daily: boolean;
  /** Day number of step 0, or number of its bucket. */
  readonly first: number;
  /** Fill rate asked for. */
  readonly target: number;
  readonly forecastAt: ForecastAt;
  /** Called with the share of the work that is done. */
  readonly progress?: (done: number, of: number) => void;
}

/** Buckets that the mean of the naive policy looks back. */
const naiveBuckets = 12;
const frontierTargets = [0.8, 0.85, 0.9, 0.95, 0.98, 0.99];

/** First day of a step. */
const dayOfStep = ({ daily, first, bucket }: ReplayInput, step: number) =>
  daily ? first + step : bucketStart(first + step, bucket);

/** Days as steps: only complete buckets are known to a forecast, which is renewed with each of them. */
function dailyClock({ bucket, first }: ReplayInput): ReplayClock {
  return {
    bucketsPerStep: 1 / daysOf[bucket],
    stepsPerYear: bucketsPerYear.day,
    known: (step) => bucketStart(bucketIndex(first + step, bucket), bucket) - first,
    keptSteps: bucket === "day" ? 28 : bucket === "week" ? 28 : 1,
  };
}

/** The engine at its target (for the assortment, part by value) and at the targets of the frontier. */
function engines(target: number): EnginePolicy[] {
  const of = (name: string, at: number, scope: EnginePolicy["scope"]): EnginePolicy => ({
    name,
    target: at,
    scope,
    lots: "economic",
  });
  return [
    of("bedarf", target, "assortment"),
    of("bedarf-by-item", target, "item"),
    ...frontierTargets.map((at) => of(`frontier-${at}`, at, "assortment")),
  ];
}

/**
 * Lives the past again with the engine, today's reorder points (where items have them), a naive rule and perfect
 * foresight. Nothing but forecasts made by `forecastAt` reaches the engine.
 */
export async function replay(input: ReplayInput): Promise<{ result: ReplayResult; rows: ReplayItemRow[] }> {
  const { items, span, bucket, daily } = input;
  const clock = daily ? dailyClock(input) : bucketClock(bucket);
  const window = Math.round(naiveBuckets / clock.bucketsPerStep);
  const asIs = items.some(({ reorderPoint }) => reorderPoint !== undefined);
  const engine = await enginePolicies(items, span, clock, input.forecastAt, engines(input.target));
  const others: ReplayPolicy[] = [
    ...(asIs ? [asIsPolicy(items)] : []),
    naivePolicy(items, window, span.reviewSteps),
    oraclePolicy(items, span.reviewSteps),
  ];
  const daysPerStep = daily ? 1 : daysOf[bucket];
  const order = [engine[0], ...others, engine[1]];
  const policies: ReplayPolicyResult[] = [];
  const rows: ReplayItemRow[] = [];
  for (const [k, policy] of order.entries()) {
    const run = await simulate(items, span, policy);
    policies.push({ ...summaryOf(items, span, run, daysPerStep), ...overTime(input, run) });
    for (const row of rowsOf(input, run, daysPerStep)) rows.push(row);
    input.progress?.(k + 1, order.length + frontierTargets.length);
  }
  const frontier: ReplayResult["frontier"][number][] = [];
  for (const [k, target] of frontierTargets.entries()) {
    const run = await simulate(items, span, engine[k + 2]);
    frontier.push({ target, ...summaryOf(items, span, run, daysPerStep) });
    input.progress?.(order.length + k + 1, order.length + frontierTargets.length);
  }
  const result: ReplayResult = {
    from: isoDate(dayOfStep(input, span.count)),
    to: isoDate(dayOfStep(input, span.end) - 1),
    start: isoDate(dayOfStep(input, span.start)),
    step: daily ? "day" : bucket,
    bucket,
    reviewDays: Math.round(span.reviewSteps * daysPerStep),
    items: items.length,
    newItems: items.filter((item) => !isKnown(item, span)).length,
    target: input.target,
    times: ends(input).map((step) => isoDate(dayOfStep(input, step + 1) - 1)),
    policies,
    frontier,
  };
  return { result, rows };
}

/** Last steps of the counted weeks (days) or of every counted bucket. */
function ends(input: ReplayInput): number[] {
  const { span, daily } = input;
  const steps: number[] = [];
  for (let step = span.count; step < span.end; step++) {
    if (!daily || step === span.end - 1 || (step - span.count) % 7 === 6) steps.push(step);
  }
  return steps;
}

function overTime(
  input: ReplayInput,
  run: PolicyRun,
): Pick<ReplayPolicyResult, "purchaseCash" | "stockValue"> {
  const { span } = input;
  const cash = new Map<string, number>();
  for (const [k, amount] of run.purchases.entries()) {
    const week = isoWeekName(dayOfStep(input, span.count + k));
    if (amount > 0) cash.set(week, (cash.get(week) ?? 0) + amount);
  }
  return {
    purchaseCash: [...cash].map(([week, amount]) => ({ week, amount })),
    stockValue: ends(input).map((step) => run.stockValue[step - span.count]),
  };
}

function rowsOf({ items, span }: ReplayInput, run: PolicyRun, daysPerStep: number): ReplayItemRow[] {
  const steps = span.end - span.count;
  return items.map((item, k) => {
    const { demand, served, stock, backorderSteps, orders, ordered } = run.items[k];
    return {
      item: item.item,
      policy: run.name,
      demand,
      served,
      averageStock: stock / steps,
      averageStockValue: (stock / steps) * item.unitCost,
      backorderDays: backorderSteps * daysPerStep,
      orderLines: orders,
      orderedQuantity: ordered,
    };
  });
}
