import type { Bucket, Series } from "../../series.ts";
import type { Combined } from "./combination.ts";

/** Buckets up to which, where a season is no shorter, no slope is believed; from half as many more on it is as it is. */
const few: Readonly<Record<Bucket, number>> = { day: 7, week: 17, month: 12, quarter: 4, year: 0 };
/** Share of the plain mean of the few values beside their level, where a season may hide in them. */
const shareOfMean: Readonly<Record<Bucket, number>> = { day: 0, week: 0, month: 0.5, quarter: 0.5, year: 0 };

/**
 * The forecast of a history so short that it knows no season: without the slope of its few values, and drawn halfway to
 * their mean as far as they still stand there. (Beginnings of M1, M3 and tourism, mean absolute error of six steps: months
 * -7 to -14 % with 3 to 12 values, quarters -11 to -14 % with 3 and 4; M4 weekly -4 % with 3 to 18 weeks.)
 * @param age buckets of the whole history: an origin in the past of a longer one teaches what that will do, which is not young
 * @param held whether the last values stand at the level of all: 1, 0 where they have clearly left it
 */
export function drawnWhileYoung(
  of: Combined,
  values: Float64Array,
  { bucket, period }: Pick<Series, "bucket" | "period">,
  held: number,
  age = values.length,
): Combined {
  const n = values.length;
  const season = Math.min(period, few[bucket]);
  const youth = period > 1 && season > 0 ? Math.min(1, Math.max(0, 3 - (2 * age) / season)) : 0;
  if (!(youth > 0) || n === 0 || of.mean.length === 0) return of;
  const plain = values.reduce((sum, value) => sum + value / n, 0);
  const share = youth * held * shareOfMean[bucket];
  const level = (1 - share) * of.mean[0] + share * plain;
  const mean = of.mean.map((value) => level + (1 - share) * (1 - youth) * (value - of.mean[0]));
  return { mean, components: of.components };
}
