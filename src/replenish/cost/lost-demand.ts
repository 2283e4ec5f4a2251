import { bucketEnd, bucketIndex } from "../../calendar/bucket.ts";
import { dayOf } from "../../calendar/date.ts";
import type { Forecast } from "../../forecast.ts";
import type { Bucket } from "../../series.ts";
import type { DemandCurve } from "../demand/demand-curve.ts";
import { type Distribution, distribution } from "../demand/distribution.ts";
import type { Protection } from "../service/service.ts";
import { demandPaths, pathCount } from "./paths.ts";

/** Goods on their way: they serve demand from their day (a day number) on. */
interface Receipt {
  readonly day: number;
  readonly quantity: number;
}

/** What the courses of demand run through. Quantities in base units. */
interface LostDemandInput {
  readonly forecast: Forecast;
  readonly bucket: Bucket;
  readonly curve: DemandCurve;
  readonly onHand: number;
  readonly backorders: number;
  readonly supply: readonly Receipt[];
  /** Share of the demand short that is lost. */
  readonly lostShare: number;
}

/** A stretch of days inside one bucket of the forecast, with what arrives at its begin. */
interface Stretch {
  /** Bucket of the forecast. */
  readonly at: number;
  readonly received: number;
  /** Known requirements, and expected demand besides. */
  readonly known: number;
  readonly rest: number;
}

/** Stretches from the day after `from` to `to`, cut at the ends of buckets and before receipts. */
function stretches(input: LostDemandInput, from: number, to: number): Stretch[] {
  const { forecast, bucket, curve, supply } = input;
  const first = bucketIndex(forecast.start === undefined ? curve.today + 1 : dayOf(forecast.start), bucket);
  const cuts = new Set([to]);
  for (let at = bucketIndex(from + 1, bucket); bucketEnd(at, bucket) < to; at++)
    cuts.add(bucketEnd(at, bucket));
  for (const { day } of supply) if (day > from + 1 && day <= to) cuts.add(day - 1);
  const ends = [...cuts].sort((a, b) => a - b);
  const made: Stretch[] = [];
  let begin = from;
  for (const end of ends) {
    if (end <= begin) continue;
    const known = curve.known(end) - curve.known(begin);
    const received = supply
      .filter(({ day }) => day <= begin + 1 && (begin === from || day > begin))
      .reduce((sum, { quantity }) => sum + quantity, 0);
    const rest = Math.max(0, curve.until(end) - curve.until(begin) - known);
    made.push({ at: Math.max(0, bucketIndex(end, bucket) - first), received, known, rest });
    begin = end;
  }
  return made;
}

/** Demand of a stretch in every path. */
function demandOf(stretch: Stretch, paths: readonly Float64Array[], mean: ArrayLike<number>): Float64Array {
  const { at, known, rest } = stretch;
  const k = Math.min(at, paths.length - 1);
  const demand = new Float64Array(pathCount).fill(known);
  if (k < 0 || !(mean[k] > 0)) return demand;
  for (let path = 0; path < pathCount; path++) demand[path] += (rest * paths[k][path]) / mean[k];
  return demand;
}

/** Distribution of a number that is as likely each of these. */
function ofSample(sample: Float64Array): Distribution {
  const values = Array.from(sample).sort((a, b) => a - b);
  return distribution(sampleLevels, values);
}
const sampleLevels = Array.from({ length: pathCount }, (_, k) => (k + 0.5) / pathCount);

/**
 * The protection intervals of an item whose unserved demand is lost (or `lostShare` of it): the engine's courses of
 * demand run through stock and open orders up to the arrival of an order placed now, and what is lost on the way
 * needs no stock. What counts is the stock projected for the arrival, not the position (W. van Jaarsveld and J. Arts,
 * Projected inventory-level policies for lost sales inventory systems, Operations Research 2024).
 * @param usual the intervals as if all demand waited, one a lead time
 * @param leads days from today to the arrival, one a lead time
 */
export function lostProtection(
  input: LostDemandInput,
  usual: readonly Protection[],
  leads: readonly number[],
  reviewDays: number,
): Protection[] {
  const { curve, forecast, bucket, onHand, backorders, lostShare } = input;
  const longest = curve.today + Math.max(...leads) + reviewDays;
  const first = bucketIndex(forecast.start === undefined ? curve.today + 1 : dayOf(forecast.start), bucket);
  const paths = demandPaths(forecast, Math.max(1, bucketIndex(longest, bucket) - first + 1));
  const { mean } = forecast.demand;
  return usual.map((interval, j) => {
    const arrival = curve.today + leads[j];
    const stock = new Float64Array(pathCount).fill(onHand - backorders);
    const used = new Float64Array(pathCount);
    for (const stretch of stretches(input, curve.today, arrival)) {
      const demand = demandOf(stretch, paths, mean);
      for (let path = 0; path < pathCount; path++) {
        const there = stock[path] + stretch.received;
        const lost = lostShare * Math.max(0, demand[path] - Math.max(0, there));
        used[path] += demand[path] - lost;
        stock[path] = there - demand[path] + lost;
      }
    }
    const all = used.slice();
    for (const stretch of stretches(input, arrival, arrival + reviewDays)) {
      const demand = demandOf(stretch, paths, mean);
      for (let path = 0; path < pathCount; path++) all[path] += demand[path];
    }
    return { ...interval, lead: ofSample(used), leadAndReview: ofSample(all) };
  });
}
