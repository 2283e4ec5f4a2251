import { expect, test } from "vitest";
import { drift } from "../../src/models/local/drift.ts";
import { mean, movingAverage } from "../../src/models/local/moving-average.ts";
import { naive } from "../../src/models/local/naive.ts";
import { seasonalNaive } from "../../src/models/local/seasonal-naive.ts";
import { seriesOf } from "../contracts/model.ts";

const gap = Number.NaN;

test("naive repeats the last observed value", () => {
  const fit = naive().fit(seriesOf([4, 6, gap]));
  expect([...fit.mean(2)]).toEqual([6, 6]);
  expect([...fit.fitted]).toEqual([gap, 4, 6]);
});

test("seasonal naive repeats the last season and skips what was not observed", () => {
  const fit = seasonalNaive().fit(seriesOf([1, 2, 3, 4, 5, gap], 3));
  expect([...fit.mean(4)]).toEqual([4, 5, 3, 4]);
  expect([...fit.fitted]).toEqual([gap, 1, 2, 1, 2, 3]);
});

test("a moving average takes the last values only, the mean takes all", () => {
  expect([
    ...movingAverage({ window: 2 })
      .fit(seriesOf([9, 1, 3]))
      .mean(1),
  ]).toEqual([2]);
  expect([
    ...mean()
      .fit(seriesOf([9, 1, gap, 2]))
      .mean(1),
  ]).toEqual([4]);
  expect(() => movingAverage({ window: 0 })).toThrow(RangeError);
});

test("drift goes on along the line from the first value to the last", () => {
  const fit = drift().fit(seriesOf([1, 9, 4]));
  expect([...fit.mean(2)]).toEqual([5.5, 7]);
});
