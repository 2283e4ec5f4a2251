import { expect, test } from "vitest";
import { itemAccuracy, xyz } from "../../src/evaluate/item-accuracy.ts";
import type { Origin } from "../../src/forecast.ts";

const origin = (length: number, mean: number[], limits?: [number[], number[]]): Origin => ({
  length,
  mean: Float64Array.from(mean),
  levels: limits === undefined ? [] : [0.05, 0.95],
  quantiles: limits?.map((row) => Float64Array.from(row)) ?? [],
});

test("accuracy over the buckets within lead time and review, against the naive of each origin", () => {
  const values = Float64Array.of(8, 10, 12, 6, 14);
  const backtest = [
    origin(
      2,
      [11, 9, 99],
      [
        [10, 7, 0],
        [13, 9, 0],
      ],
    ),
    origin(
      3,
      [10, 10],
      [
        [7, 9],
        [12, 15],
      ],
    ),
  ];
  // |11-12| + |9-6| + |10-6| + |10-14| = 12 of 12 + 6 + 6 + 14 = 38; naive |10-12| + |10-6| + |12-6| + |12-14| = 14
  const found = itemAccuracy(values, 1, backtest, 2);
  expect(found?.origins).toBe(2);
  expect(found?.wape).toBeCloseTo((100 * 12) / 38, 12);
  expect(found?.bias).toBeCloseTo((100 * 2) / 38, 12);
  expect(found?.fva).toBeCloseTo((100 * 2) / 38, 12);
  // mean |change| of the history: (2 + 2 + 6 + 8) / 4
  expect(found?.mase).toBeCloseTo(12 / 4 / 4.5, 12);
  // 12 within 10 to 13, 14 within 9 to 15; 6 outside twice
  expect(found?.coverage).toBeCloseTo(50, 12);
});

test("figures that are not defined are null, without any outcome there is no accuracy", () => {
  const silent = Float64Array.of(0, 0, 0, Number.NaN);
  expect(itemAccuracy(silent, 1, [origin(2, [1, 1])], 2)).toEqual({
    origins: 1,
    wape: null,
    mase: null,
    bias: null,
    fva: null,
    coverage: null,
    source: "backtest",
  });
  expect(itemAccuracy(silent, 1, [origin(3, [1, 1])], 2)).toBeNull();
  expect(itemAccuracy(silent, 1, undefined, 2)).toBeNull();
});

test("items are X below half, Y below the whole, Z above or unknown", () => {
  const of = (wape: number | null) =>
    xyz({ origins: 1, wape, mase: null, bias: null, fva: null, coverage: null, source: "backtest" });
  expect([of(49), of(50), of(100), of(null), xyz(null)]).toEqual(["X", "Y", "Z", "Z", "Z"]);
});
