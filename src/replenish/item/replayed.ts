import { daysOf } from "../../calendar/bucket.ts";
import type { Origin } from "../../forecast.ts";
import type { ReplenishOptions } from "../context.ts";
import { oddsTried, type ReplayedItem } from "../cost/tuned.ts";
import { quantile } from "../demand/distribution.ts";
import { protectionBy } from "./demand-ahead.ts";
import type { ItemPlan } from "./item-plan.ts";
import { classOf } from "./served-class.ts";

/** Disjoint windows of `length` buckets that end with the history, newest first: what was said of each, and what came. */
function* windowsOf(history: Float64Array, origins: readonly Origin[], length: number) {
  for (let end = history.length; end - length >= 0; end -= length) {
    const origin = origins.find((one) => one.length === end - length);
    if (origin === undefined || origin.mean.length < length) return;
    let [said, came] = [0, 0];
    for (let k = 0; k < length; k++) {
      said += origin.mean[k];
      came += history[end - length + k];
    }
    // a bucket that nobody observed says nothing
    if (!Number.isNaN(came)) yield { said, came };
  }
}

/**
 * What an item's orders over its last windows of lead time and review would have cost under the odds tried: levels at
 * the critical fraction, which stand above what was said then as far as today's stand above what is said now, so that
 * the theory is best where forecasts are right. Undefined where nothing is tuned: without costs, under levels that are
 * limited, or where less than two windows lie in the past.
 */
export function replayedItem(plan: ItemPlan, options: ReplenishOptions): ReplayedItem | undefined {
  const { request, aim, costs, cut, unlimited, lostDemand = 0, coverDays, lotSize } = plan;
  const { history, forecast, bucket } = request;
  if (
    (plan.item.tune ?? options.tune) !== "auto" ||
    aim.type !== "cost" ||
    costs === undefined ||
    history === undefined
  )
    return undefined;
  const cover = plan.coverDemand + lostDemand;
  const isPriced = costs.short > 0 && costs.holdingPerReview > 0;
  const isLimited = cut !== undefined || unlimited !== undefined;
  if (isLimited || !isPriced || !(cover > 0) || forecast.backtest === undefined) return undefined;
  const windows = [
    ...windowsOf(history, forecast.backtest, Math.max(1, Math.round(coverDays / daysOf[bucket]))),
  ];
  if (windows.length < 2) return undefined;
  const waiting = protectionBy(plan)(plan.leadTime);
  const levels = oddsTried.map((odds) => {
    const fraction = (costs.short * odds) / (costs.short * odds + costs.holdingPerReview);
    return waiting.reduce(
      (sum, { weight, leadAndReview }) => sum + weight * quantile(leadAndReview, fraction),
      0,
    );
  });
  return {
    name: classOf(plan, options),
    saved: windows.map(({ said, came }) => {
      const paid = Float64Array.from(levels, (level) => {
        const exact = (level * said) / cover;
        const left = (lotSize.whole ? Math.ceil(exact - 1e-9) : exact) - came;
        return left > 0 ? costs.holdingPerReview * left : -costs.short * left;
      });
      return paid.map((one) => one - paid[0]);
    }),
  };
}
