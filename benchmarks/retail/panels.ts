import { isoDate } from "../../src/index.ts";
import { weeklyShops } from "../lost-sales/shops.ts";
import { type SplitSeries, sets } from "../sets.ts";
import { firstDayOfShop, soldByDay } from "../strangers/shop.ts";

/** A panel of a shop seen at several days: each cut is the whole panel, known to that day. */
export interface RetailPanel {
  readonly name: string;
  readonly cuts: readonly (readonly SplitSeries[])[];
}

/** An article, all buckets of the shop; NaN before it was on sale. */
interface Article {
  readonly id: string;
  readonly values: Float64Array;
}

/** How a panel is cut. */
interface Cutting {
  readonly name: string;
  readonly bucket: "day" | "week";
  /** Number of the shop's first day, from 1970-01-01 on. */
  readonly firstDay: number;
  /** Buckets that are known at most, and how many come after them. */
  readonly length: number;
  readonly horizon: number;
  /** Ends of the known buckets. */
  readonly ends: readonly number[];
  readonly most: number;
}

/** Buckets with demand that an article must have had at a cut, */
const fewestDemands = 4;
/** and days in which it must have sold last: ten stores without one article for months are one experience, not ten. */
const lastDays = 56;

/** Articles from the first bucket on sale on, thinned out evenly to the asked number. */
function cutAt(articles: readonly Article[], end: number, how: Cutting): SplitSeries[] {
  const { bucket, firstDay, length, horizon } = how;
  const days = bucket === "week" ? 7 : 1;
  const season = bucket === "week" ? 52 : 7;
  const all = articles.flatMap(({ id, values }): SplitSeries[] => {
    const on = values.findIndex((value) => !Number.isNaN(value));
    const from = Math.max(on, end - length);
    const train = values.slice(from, end);
    if (on < 0 || train.filter((value) => value > 0).length < fewestDemands) return [];
    if (!train.subarray(-lastDays / days).some((value) => value > 0)) return [];
    const start = isoDate(firstDay + days * from);
    const test = values.slice(end, end + horizon);
    return [{ id, part: how.name, bucket, period: season, scalePeriod: 1, start, horizon, train, test }];
  });
  const every = Math.max(1, Math.ceil(all.length / how.most));
  return all.filter((_, k) => k % every === 0);
}

const panelOf = (articles: readonly Article[], how: Cutting): RetailPanel => ({
  name: how.name,
  cuts: how.ends.map((end) => cutAt(articles, end, how)),
});

/** Articles added up by what their names have in common. */
const addedUp = (articles: readonly Article[], nameOf: (id: string) => string): Article[] =>
  [...Map.groupBy(articles, ({ id }) => nameOf(id))].map(([id, same]) => ({
    id,
    values: same[0].values.map((_, t) =>
      same.every(({ values }) => Number.isNaN(values[t]))
        ? Number.NaN
        : same.reduce((sum, { values }) => sum + (values[t] || 0), 0),
    ),
  }));

const dayMs = 86_400_000;
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMs;

/** Tiny M5: 280 items of stores by day and week, and 84 items of states by week. */
function m5Panels(): RetailPanel[] {
  const weekly = weeklyShops["m5-tiny"]();
  const daily = sets["m5-tiny"]?.();
  if (weekly === undefined || daily === undefined) return [];
  const weeks = weekly.items.map(({ item, sales }): Article => ({ id: item, values: sales }));
  const end = weeks[0].values.length - 8;
  const firstDay = Math.min(...daily.map(({ start = "" }) => dayNumber(start)));
  const last = Math.max(
    ...daily.map(({ start = "", train, test }) => dayNumber(start) - firstDay + train.length + test.length),
  );
  const days = daily.map(({ id, start = "", train, test }): Article => {
    const values = new Float64Array(last).fill(Number.NaN);
    values.set([...train, ...test], dayNumber(start) - firstDay);
    return { id, values };
  });
  const ofWeeks = {
    bucket: "week",
    firstDay: dayNumber(weekly.start),
    horizon: 8,
    ends: [0, 1, 2, 3, 4, 5].map((k) => end - 21 * k),
    most: 100,
  } as const;
  const ofDays = {
    bucket: "day",
    firstDay,
    horizon: 28,
    ends: [0, 1, 2, 3].map((k) => last - 28 - 133 * k),
    most: 80,
  } as const;
  const states = addedUp(weeks, (id) => id.replace(/_\d+$/, ""));
  return [
    panelOf(weeks, { ...ofWeeks, name: "store items, 44 weeks", length: 44 }),
    panelOf(weeks, { ...ofWeeks, name: "store items, 104 weeks", length: 104 }),
    panelOf(states, { ...ofWeeks, name: "items of states, 104 weeks", length: 104 }),
    panelOf(days, { ...ofDays, name: "store items, 120 days", length: 120 }),
    panelOf(days, { ...ofDays, name: "store items, 400 days", length: 400 }),
  ];
}

/** Weeks of Online Retail: the first Monday is its sixth day. */
const weeks = 52;
const beforeMonday = 5;

/** Online Retail: articles by week, known for 36 to 44 weeks, and by day. */
function onlinePanels(): RetailPanel[] {
  const sold = soldByDay();
  if (sold === undefined) return [];
  const days = [...sold]
    .map(([id, values]): Article => ({ id, values }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const byWeek = days.map(
    ({ id, values }): Article => ({
      id,
      values: Float64Array.from({ length: weeks }, (_, w) =>
        values
          .subarray(beforeMonday + 7 * w, beforeMonday + 7 * (w + 1))
          .reduce((sum, value) => sum + value, 0),
      ),
    }),
  );
  const often = (least: number, articles: readonly Article[]) =>
    articles.filter(({ values }) => values.filter((value) => value > 0).length >= least);
  const firstDay = firstDayOfShop / dayMs;
  const [length] = days.map(({ values }) => values.length);
  return [
    panelOf(often(20, byWeek), {
      name: "articles, 36 to 44 weeks",
      bucket: "week",
      firstDay: firstDay + beforeMonday,
      length: weeks,
      horizon: 8,
      ends: [44, 40, 36],
      most: 150,
    }),
    panelOf(often(120, days), {
      name: "articles, 230 to 346 days",
      bucket: "day",
      firstDay,
      length,
      horizon: 28,
      ends: [length - 28, length - 84, length - 140],
      most: 80,
    }),
  ];
}

/** Panels of shops, as far as the data folder holds their files. */
export const retailPanels = (): RetailPanel[] => [...m5Panels(), ...onlinePanels()];
