import { bucketIndex, bucketStart, dayOf, isoDate } from "../../src/index.ts";
import { sets } from "../sets.ts";

/** Weekly sales of articles that share one axis of weeks. */
export interface WeeklyShop {
  readonly name: string;
  /** Monday of week 0. */
  readonly start: string;
  /** Sales by article and week; NaN before its first one. */
  readonly items: readonly { readonly item: string; readonly sales: Float64Array }[];
  /** First week of each of the eight windows. */
  readonly windows: readonly number[];
}

/** Weeks of a window. */
export const windowWeeks = 8;

const windowsUpTo = (end: number, apart: number): number[] =>
  Array.from({ length: 8 }, (_, k) => end - windowWeeks - (7 - k) * apart);

/** Daily sales as whole ISO weeks from the first one of any article on. */
function m5Tiny(): WeeklyShop | undefined {
  const series = sets["m5-tiny"]?.();
  if (series === undefined) return undefined;
  const whole = series.map(({ id, start = "", train, test }) => ({
    id,
    first: dayOf(start),
    days: [...train, ...test],
  }));
  const first = bucketIndex(Math.min(...whole.map((one) => one.first)), "week") + 1;
  const last = bucketIndex(Math.min(...whole.map((one) => one.first + one.days.length)), "week");
  const items = whole.map(({ id, first: from, days }) => {
    const sales = new Float64Array(last - first).fill(Number.NaN);
    for (const [k, sold] of days.entries()) {
      const week = bucketIndex(from + k, "week") - first;
      if (week >= 0 && week < sales.length) sales[week] = (sales[week] || 0) + sold;
    }
    return { item: id, sales };
  });
  return {
    name: "m5-tiny",
    start: isoDate(bucketStart(first, "week")),
    items,
    windows: windowsUpTo(last - first, windowWeeks),
  };
}

/** Articles of a year of orders; the windows overlap, since a year is all there is. */
function onlineRetail(): WeeklyShop | undefined {
  const series = sets["online-retail"]?.();
  if (series === undefined) return undefined;
  const items = series
    .map(({ id, train, test }) => ({ item: id, sales: Float64Array.from([...train, ...test]) }))
    .filter((_, k) => k % 3 === 0);
  return { name: "online-retail", start: "2010-12-06", items, windows: windowsUpTo(52, 3) };
}

/** Readers by name; undefined where the data folder lacks the file. */
export const weeklyShops: Readonly<Record<string, () => WeeklyShop | undefined>> = {
  "m5-tiny": m5Tiny,
  "online-retail": onlineRetail,
};
