import { type Forecast, forecastAtOrigin, forecastSeries, historyOf, passedEvent } from "../../src/index.ts";
import { asSeries } from "../engine.ts";
import type { Row } from "../results.ts";
import { type SplitSeries, sets } from "../sets.ts";
import { atMost, row } from "./figure.ts";

/** Sum of absolute errors by the demand that came. */
const wape = ({ test }: SplitSeries, mean: ArrayLike<number>): number =>
  test.reduce((sum, y, k) => sum + Math.abs(y - mean[k]), 0) / test.reduce((sum, y) => sum + y, 0);

/** The forecast as it is without looking for events. */
const unaware = (one: SplitSeries): ArrayLike<number> =>
  forecastAtOrigin(historyOf(one.train, one.period).values, {
    series: asSeries(one),
    part: undefined,
    horizon: one.horizon,
    levels: [],
    nonnegative: true,
    model: undefined,
    offset: 0,
    past: false,
  }).demand.mean;

const aware = (one: SplitSeries): Forecast =>
  forecastSeries(asSeries(one), { horizon: one.horizon, levels: [], pool: null });

/** Months and quarters of M1, M3 and tourism with an event that passed, each forecast alone, with it and without. */
export function eventRows(): Row[] {
  const all = ["m1", "m3", "tourism"].flatMap((name) => sets[name]?.() ?? []);
  const found = all.filter(
    ({ part, train, period }) =>
      /MONTHLY|QUARTERLY/.test(part) && passedEvent(historyOf(train, period).values, period) !== null,
  );
  if (found.length === 0) return [];
  const mean = (of: (one: SplitSeries) => number) =>
    found.reduce((sum, one) => sum + of(one) / found.length, 0);
  const without = mean((one) => wape(one, unaware(one)));
  const set = `${found.length} series of M1, M3, tourism with a passing event`;
  return [
    row({ set, figure: "WAPE where nothing looks for it", measured: without, asked: "", holds: true }),
    atMost(
      set,
      "WAPE with it left out",
      mean((one) => wape(one, aware(one).demand.mean)),
      without,
    ),
  ];
}
