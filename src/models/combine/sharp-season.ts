import { bucketIndex, bucketStart, isoWeek } from "../../calendar/bucket.ts";
import { civil, dayNumber, dayOf } from "../../calendar/date.ts";
import { median } from "../../numeric/quantile.ts";
import type { Series } from "../../series.ts";

/** Weeks on either side whose median is the level that a week stands out from. */
const around = 8;
/** Years in which a week has to stand out, and each time by this multiple of the usual noise and this share. */
const leastYears = 2;
const clear = 3;
const leastShare = Math.log(1.25);
/** Weeks of a year, and those before and after Christmas that move with it. */
const weeks = 52;
const advent = 8;
const after = 2;
/** Weeks before Christmas that are its own whatever others say. */
const shopping = 5;
/** What lies close to it is counted from it where the past fits both ways alike, everything else by its number. */
const reason = 1.001;
/** Name of its week; all that are counted from it have names near this one. */
const christmas = 100;

/** Week of the year that a bucket is: near Christmas counted from it, since that moves against the numbers; else its number. */
function weekOfYear(index: number): number {
  const monday = bucketStart(index, "week");
  const { year, month } = civil(monday);
  const eve = bucketIndex(dayNumber(month < 7 ? year - 1 : year, 12, 24), "week");
  const off = index - eve;
  return off >= -advent && off <= after ? christmas + off : isoWeek(monday).week;
}

/** A way in which weeks of one year may be those of another. */
interface Way {
  /** Week of the year of a position in the series. */
  readonly week: (position: number) => number;
  /** True for those counted from Christmas. */
  readonly fromChristmas?: true;
}

/** Ways in which weeks may be counted: by their number, by the calendar, as every 52nd. */
function waysToCount(series: Series, offset: number): Way[] {
  const every: Way = { week: (position) => position % series.period };
  if (series.start === undefined) return [every];
  const first = bucketIndex(dayOf(series.start), "week") + offset;
  return [
    { week: (position) => isoWeek(bucketStart(first + position, "week")).week },
    { week: (position) => weekOfYear(first + position), fromChristmas: true },
    every,
  ];
}

/** Share of the level that nothing counts as: in works holidays. */
const nearlyNone = 0.05;
/** Years that are looked at. */
const mostYears = 6;

/** Logarithms of what the weeks of the last years are against the median around them; NaN before. */
function againstLevel(values: Float64Array): Float64Array {
  const first = values.length - mostYears * weeks;
  return values.map((value, t) => {
    if (t < first) return Number.NaN;
    const level = median(values.subarray(Math.max(0, t - around), t + around + 1));
    return level > 0 && value >= 0 ? Math.log(Math.max(value / level, nearlyNone)) : Number.NaN;
  });
}

/**
 * Factors of the weeks that stand out from those around them in every year (Christmas, a fair, works holidays): the
 * mean of the past ones, 1 for all others. Too sharp for waves, and what a mean of methods smooths away. Null where no
 * week is sure.
 */
export function sharpSeason(
  values: Float64Array,
  series: Series,
  offset: number,
): ((position: number) => number) | null {
  if (series.bucket !== "week" || series.period !== weeks || values.length < leastYears * weeks) return null;
  const logs = againstLevel(values);
  const noise = median(logs.filter(Number.isFinite).map(Math.abs)) / 0.6745;
  const least = Math.max(clear * noise, leastShare);
  const [best] = waysToCount(series, offset)
    .map((way) => ({ ...way, ...sharpWeeks(logs, way, least) }))
    .sort((a, b) => b.explained - a.explained);
  if (best === undefined || best.factors.size === 0) return null;
  const { week, factors } = best;
  return (position) => factors.get(week(position)) ?? 1;
}

/** Factors of the weeks that stand out every year by `least` (a logarithm) or more, and how much they explain. */
function sharpWeeks(logs: Float64Array, { week, fromChristmas }: Way, least: number) {
  const factors = new Map<number, number>();
  let [explained, near] = [0, 0];
  for (const [name, own] of Map.groupBy([...logs.keys()], week)) {
    const found = own.map((t) => logs[t]).filter(Number.isFinite);
    const side = Math.sign(found[0]);
    if (found.length < leastYears || !found.every((log) => log * side >= least)) continue;
    const factor = found.reduce((sum, log) => sum + Math.exp(log) / found.length, 0);
    factors.set(name, factor);
    const weight = Math.abs(Math.log(factor)) * found.length;
    explained += weight;
    if (fromChristmas && name >= christmas - shopping) near += weight;
  }
  const isOfChristmas = fromChristmas === true && 2 * near > explained;
  return {
    factors,
    explained: fromChristmas === undefined ? explained : explained * (isOfChristmas ? reason : 1 / reason),
  };
}
