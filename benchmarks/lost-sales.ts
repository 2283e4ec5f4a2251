// Orders of shops that lose what they cannot sell: weekly review, two weeks' lead time, a unit short 1, a unit left over
// .20 a week; eight windows of eight weeks. `npm run bench -- lost-sales [m5-tiny|online-retail]…` writes
// benchmarks/results/lost-sales.json.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  bucketIndex,
  bucketStart,
  dayOf,
  type Forecast,
  forecastSeries,
  isoDate,
  learnPool,
  planningLevels,
  replenishOptions,
  type Series,
  type SuggestRequest,
  suggestOne,
  suggestTogether,
  tunedOrigins,
  workCalendar,
} from "../src/index.ts";
import { fractionsOf } from "./lost-sales/fractions.ts";
import { type WeeklyShop, weeklyShops } from "./lost-sales/shops.ts";
import {
  leadWeeks,
  type OrderRule,
  type ShelfState,
  shortCost,
  weeklyHolding,
  windowCost,
} from "./lost-sales/window.ts";

const plant = workCalendar("DE");
/** Fractions of demand that one fixed rule would serve. */
const fractions = [0.6, 0.65, 0.7, 0.75, 0.8, 0.833, 0.86, 0.89, 0.92];

/** Series of an article as it was known before a week, from its first sale on. */
function seriesAt(shop: WeeklyShop, item: number, week: number): Series {
  const { sales, item: name } = shop.items[item];
  let from = 0;
  while (from < week - 1 && !(sales[from] > 0)) from++;
  const start = isoDate(dayOf(shop.start) + 7 * from);
  const values = sales.slice(from, week).map((sold) => (Number.isNaN(sold) ? 0 : sold));
  return { item: name, bucket: "week", period: 52, start, values };
}

/** What articles share, learned once a window. */
function poolsOf(shop: WeeklyShop) {
  const pools = new Map<number, ReturnType<typeof learnPool>>();
  return (week: number) => {
    const window = shop.windows.findLast((first) => first <= week) ?? week;
    const pool =
      pools.get(window) ??
      learnPool(
        shop.items.map((_, k) => seriesAt(shop, k, window)),
        { horizon: leadWeeks + 4 },
      );
    pools.set(window, pool);
    return pool;
  };
}

/** Forecasts from what was known before a week, each made once. */
function forecaster(shop: WeeklyShop, pools: ReturnType<typeof poolsOf>) {
  const made = new Map<string, Forecast>();
  const horizon = leadWeeks + 4;
  return (item: number, week: number): Forecast => {
    const known = made.get(`${item} ${week}`);
    if (known !== undefined) return known;
    const how = { horizon, levels: planningLevels, pool: pools(week) };
    const forecast = forecastSeries(seriesAt(shop, item, week), how);
    made.set(`${item} ${week}`, forecast);
    return forecast;
  };
}

/** An article as a user asks for it. */
function requestOf(
  shop: WeeklyShop,
  item: number,
  week: number,
  { onHand, coming }: ShelfState,
  short: number,
): SuggestRequest {
  const series = seriesAt(shop, item, week);
  const today = dayOf(shop.start) + 7 * week - 1;
  const openOrders = coming.flatMap((quantity, k) =>
    quantity > 0 ? [{ item: series.item, date: isoDate(today + 7 * k + 1), quantity }] : [],
  );
  const master = {
    item: series.item,
    onHand,
    leadTimeDays: 7 * leadWeeks,
    reviewDays: 7,
    shortage: "lost",
    shortageCost: short,
    holdingCostPerUnit: weeklyHolding,
    holdingPer: "week",
  } as const;
  return { series, item: master, openOrders, asOf: isoDate(today) };
}

/** `suggest` as a user calls it. @param shortAt cost of a unit short that levels are sized with in a week */
function suggested(
  shop: WeeklyShop,
  forecastOf: ReturnType<typeof forecaster>,
  shortAt: (week: number) => number,
): OrderRule {
  return (item, week, shelf) => {
    const request = requestOf(shop, item, week, shelf, shortAt(week));
    return suggestOne(request, forecastOf(item, week), plant).suggestion?.quantity ?? 0;
  };
}

/** The cost of a unit short that `tune: auto` makes of the one given, by what was known before each window. */
function tunedShort(shop: WeeklyShop, pools: ReturnType<typeof poolsOf>): (week: number) => number {
  const options = { ...replenishOptions, tune: "auto" } as const;
  const horizon = leadWeeks + 4;
  const found = new Map(
    shop.windows.map((first): [number, number] => {
      const asked = shop.items.map((_, k) => {
        const request = requestOf(shop, k, first, { onHand: 0, coming: [0, 0] }, shortCost);
        const how = { horizon, levels: planningLevels, pool: pools(first), origins: tunedOrigins };
        return { request, forecast: forecastSeries(request.series, how) };
      });
      const reasons = suggestTogether(asked, plant, options).flatMap(
        ({ suggestion }) => suggestion?.reasons ?? [],
      );
      const tuned = reasons.find(({ code }) => code === "fraction-tuned");
      if (tuned?.code !== "fraction-tuned") return [first, shortCost];
      return [first, (weeklyHolding * tuned.fraction) / (1 - tuned.fraction)];
    }),
  );
  return (week) => found.get(shop.windows.findLast((first) => first <= week) ?? week) ?? shortCost;
}

/** Mean of the last 13 weeks free of season, times the next four weeks' season, less what is there and coming. */
function seasonalMean({ items, start }: WeeklyShop): OrderRule {
  const weekOf = (week: number) => {
    const day = dayOf(start) + 7 * week;
    const monday = bucketStart(bucketIndex(day + 3, "year"), "year");
    return Math.min(51, Math.floor((day + 3 - monday) / 7));
  };
  const seasons = new Map<number, number[]>();
  const seasonBefore = (week: number): number[] => {
    const known = seasons.get(week);
    if (known !== undefined) return known;
    const sums = new Array<number>(52).fill(0);
    const counts = new Array<number>(52).fill(0);
    for (let t = 0; t < week; t++) {
      let sum = 0;
      for (const { sales } of items) sum += Number.isNaN(sales[t]) ? 0 : sales[t];
      sums[weekOf(t)] += sum;
      counts[weekOf(t)]++;
    }
    const means = sums.map((sum, k) => (counts[k] > 0 ? sum / counts[k] : Number.NaN));
    const seen = means.filter((mean) => mean > 0);
    const mean = seen.reduce((sum, one) => sum + one, 0) / seen.length;
    // less than a year says nothing of seasons
    const season = means.map((one) => (week >= 104 && one > 0 ? one / mean : 1));
    seasons.set(week, season);
    return season;
  };
  return (item, week, { onHand, coming }: ShelfState) => {
    const season = seasonBefore(week);
    const { sales } = items[item];
    let level = 0;
    for (let t = week - 13; t < week; t++)
      level += (Number.isNaN(sales[t]) ? 0 : sales[t]) / season[weekOf(t)] / 13;
    let upTo = 0;
    for (let t = week; t < week + 4; t++) upTo += level * season[weekOf(t)];
    return Math.max(0, Math.round(upTo - onHand - coming[0] - coming[1]));
  };
}

function costOf(shop: WeeklyShop, rule: OrderRule): number {
  let cost = 0;
  for (const first of shop.windows)
    for (const [item, { sales }] of shop.items.entries()) cost += windowCost(rule, item, sales, first);
  return cost;
}

function measured(shop: WeeklyShop) {
  const pools = poolsOf(shop);
  const forecastOf = forecaster(shop, pools);
  const benchmark = costOf(shop, seasonalMean(shop));
  const ours = costOf(
    shop,
    suggested(shop, forecastOf, () => shortCost),
  );
  const tuned = costOf(shop, suggested(shop, forecastOf, tunedShort(shop, pools)));
  const fixed = fractions.map((fraction) => ({
    fraction,
    cost: costOf(
      shop,
      suggested(shop, forecastOf, () => (weeklyHolding * fraction) / (1 - fraction)),
    ),
  }));
  const best = fixed.reduce((least, one) => (one.cost < least.cost ? one : least));
  return {
    set: shop.name,
    items: shop.items.length,
    windows: shop.windows.length,
    benchmark,
    suggest: ours,
    tuned,
    againstBenchmark: ours / benchmark - 1,
    bestFixed: best,
    tunedAgainst: tuned / ours - 1,
    againstBestFixed: ours / best.cost - 1,
    fixed,
  };
}

const rounded = (_: string, value: unknown) =>
  typeof value === "number" ? Number(value.toPrecision(5)) : value;

/** Measures the named shops (all without a name); a shop whose data are absent is skipped with a line. */
export async function run(args: readonly string[]): Promise<number> {
  if (args[0] === "fractions") return fractionsOf(args.slice(1));
  const results: object[] = [];
  for (const name of args.length > 0 ? args : Object.keys(weeklyShops)) {
    const shop = weeklyShops[name]?.();
    if (shop === undefined) {
      process.stderr.write(`SKIP ${name}: unknown, or absent under the data folder (set BEDARF_DATA)\n`);
      continue;
    }
    results.push(measured(shop));
    process.stdout.write(`${JSON.stringify(results.at(-1), rounded)}\n`);
  }
  const folder = join(import.meta.dirname, "results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "lost-sales.json"), `${JSON.stringify(results, rounded, 1)}\n`);
  return 0;
}
