import { bucketEnd, bucketIndex, bucketStart } from "../calendar/bucket.ts";
import { dayOf } from "../calendar/date.ts";
import { hasEndedBefore, predecessorsOf } from "../demand/lineage.ts";
import type { Bands, Forecast } from "../forecast.ts";
import { runningSum } from "../models/series/bands.ts";
import { recentMean } from "../replenish/index.ts";
import type { Run } from "./run.ts";
import { endOf } from "./takeovers.ts";

/** Shares of an item's forecast that are taken over at a day, and the day from which another item has it. */
interface Handover {
  readonly gains: readonly { readonly day: number; readonly share: number }[];
  /** First day on which its successor is used; absent: it has none. */
  readonly ends?: number;
}

/** Items of which another one takes over at a day, or that take over, by item; empty where the master data know none. */
export function handoversOf(run: Run): ReadonlyMap<string, Handover> {
  const { demand, master, stockDate } = run;
  const found = new Map<string, Handover>();
  const today = Math.max(demand.asOf, stockDate);
  const demands = new Map(demand.items.map((one) => [one.item, one]));
  for (const [successor, before] of predecessorsOf(master, [])) {
    const own = demands.get(successor);
    if (own === undefined) continue;
    const joint = recentMean(own.series);
    const gains: { day: number; share: number }[] = [];
    for (const item of before) {
      const old = demands.get(item.item);
      if (old === undefined) continue;
      if (item.successorFrom === undefined && !hasEndedBefore(old, own)) continue;
      const day = dayOf(item.successorFrom ?? "");
      const ends = day > today ? endOf({ master: item, demand: old, day }, today, run) : today + 1;
      found.set(item.item, { gains: [], ...found.get(item.item), ends });
      if (ends > today + 1) gains.push({ day: ends, share: joint > 0 ? recentMean(old.series) / joint : 0 });
    }
    const most = Math.max(
      1,
      gains.reduce((sum, { share }) => sum + share, 0),
    );
    const taken = gains.map(({ day, share }) => ({ day, share: share / most }));
    if (taken.length > 0) found.set(successor, { ...found.get(successor), gains: taken });
  }
  return found;
}

/** A forecast as it is shown: of a bucket only what falls on the days on which the item itself is used. */
export function shownForecast(forecast: Forecast, handover: Handover | undefined, run: Run): Forecast {
  if (handover === undefined || forecast.start === undefined) return forecast;
  const { demand, plant } = run;
  const { bucket } = demand;
  const first = bucketIndex(dayOf(forecast.start), bucket);
  /** Share of a bucket's demand that lies before a day. */
  const before = (k: number, day: number): number => {
    const [from, to] = [bucketStart(first + k, bucket), bucketEnd(first + k, bucket)];
    if (day <= from) return 0;
    if (day > to) return 1;
    const all = plant.count(from, to);
    return all > 0 ? plant.count(from, day - 1) / all : (day - from) / (to - from + 1);
  };
  const shares = forecast.demand.mean.map((_, k) => {
    const gained = handover.gains.reduce((sum, { day, share }) => sum + share * before(k, day), 0);
    return (1 - gained) * (handover.ends === undefined ? 1 : before(k, handover.ends));
  });
  const mean = forecast.demand.mean.map((value, k) => value * shares[k]);
  const quantiles = forecast.demand.quantiles.map((row) => row.map((value, k) => value * shares[k]));
  return {
    ...forecast,
    demand: { ...forecast.demand, mean, quantiles },
    cumulative: cumulativeOf(forecast.cumulative, runningSum(mean), shares),
  };
}

/** Quantiles of sums that keep their distance to the mean, in shares of it; where nothing is added they stay. */
function cumulativeOf(whole: Bands, mean: Float64Array, shares: Float64Array): Bands {
  const quantiles = whole.quantiles.map((row) => {
    let last = 0;
    return row.map((value, k) => {
      if (shares[k] > 0 && whole.mean[k] > 0) last = Math.max(last, (value * mean[k]) / whole.mean[k]);
      return last;
    });
  });
  return { ...whole, mean, quantiles };
}
