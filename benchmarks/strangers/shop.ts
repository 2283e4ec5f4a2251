import { forecastSeries, learnPool, type Series } from "../../src/index.ts";
import type { Row } from "../results.ts";
import { quotedCells, readData } from "../sets.ts";
import { within } from "./figure.ts";

/** Articles with most days of demand, and weeks ahead whose sums are looked at. */
const articles = 200;
const weeks = 4;
const days = 7 * weeks;
const limits = [0.025, 0.1, 0.9, 0.975];
/** The shop's first day, and one behind its last. */
export const firstDayOfShop = Date.UTC(2010, 11, 1);
const length = 374;

/** Pieces of each day by article of a shop that was never open on a Saturday. */
export function soldByDay(): Map<string, Float64Array> | undefined {
  const text = readData("onlineretail/online_retail.csv.gz");
  if (text === undefined) return undefined;
  const sold = new Map<string, Float64Array>();
  for (const line of text.trimEnd().split("\n").slice(1)) {
    const [, code = "", , quantity = "", date = "", price = ""] = quotedCells(line);
    if (!/^\d{5}/.test(code) || !(Number(price) > 0) || !(Number(quantity) > 0)) continue;
    const day = Math.floor((Date.parse(`${date.slice(0, 10)}T00:00:00Z`) - firstDayOfShop) / 86_400_000);
    if (day < 0 || day >= length) continue;
    const id = code.toUpperCase();
    const values = sold.get(id) ?? new Float64Array(length);
    sold.set(id, values);
    values[day] += Number(quantity);
  }
  return sold;
}

const activeDays = (values: Float64Array): number => values.filter((value) => value > 0).length;

/** Ranges of the demand of one to four weeks of a shop's articles, by days. */
export function shopRows(): Row[] {
  const sold = soldByDay();
  if (sold === undefined) return [];
  const chosen = [...sold]
    .sort(([a, x], [b, y]) => activeDays(y) - activeDays(x) || (a < b ? -1 : 1))
    .slice(0, articles);
  const start = new Date(firstDayOfShop).toISOString().slice(0, 10);
  const series = chosen.map(
    ([item, values]): Series => ({ item, bucket: "day", period: 7, start, values: values.slice(0, -days) }),
  );
  const pool = learnPool(series, { horizon: days });
  let [eighty, ninetyFive, count] = [0, 0, 0];
  series.forEach((one, i) => {
    const { cumulative } = forecastSeries(one, { horizon: days, levels: limits, pool });
    const came = chosen[i][1].slice(-days);
    for (let week = 1; week <= weeks; week++) {
      const sum = came.subarray(0, 7 * week).reduce((a, b) => a + b, 0);
      const [low, lower, upper, high] = cumulative.quantiles.map((row) => row[7 * week - 1]);
      eighty += sum >= lower && sum <= upper ? 1 : 0;
      ninetyFive += sum >= low && sum <= high ? 1 : 0;
      count++;
    }
  });
  const set = `${articles} articles of a shop, by day`;
  return [
    within(set, "80 % range of one to four weeks covers, %", (100 * eighty) / count, 80, 5),
    within(set, "95 % range of one to four weeks covers, %", (100 * ninetyFive) / count, 95, 3),
  ];
}
