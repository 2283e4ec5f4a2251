import { expect, test } from "vitest";
import { backtestRows } from "../../src/evaluate/backtest.ts";
import type { Forecast } from "../../src/forecast.ts";
import type { Series } from "../../src/series.ts";

const series: Series = {
  item: "A",
  bucket: "month",
  period: 12,
  values: Float64Array.of(1, 2, 3, Number.NaN, 5, 6),
};

/** Says the number of values it was shown. */
const counting = (known: readonly Series[], horizon: number): Forecast[] =>
  known.map(({ item, values }) => {
    const bands = { mean: new Float64Array(horizon).fill(values.length), levels: [], quantiles: [] };
    return { item, model: "count", demand: bands, cumulative: bands };
  });

test("a backtest shows each origin only what was known then, and leaves unobserved buckets out", () => {
  const rows = backtestRows([series], { origins: 3, horizon: 2, model: "count" }, counting);
  expect(rows.map(({ length, step, actual, mean }) => [length, step, actual, mean])).toEqual([
    [2, 1, 3, 2],
    [3, 2, 5, 3],
    [4, 1, 5, 4],
    [4, 2, 6, 4],
  ]);
});

test("origins before the beginning give no rows", () => {
  expect(backtestRows([series], { origins: 9, horizon: 5, model: "count" }, counting)).toHaveLength(4);
});
