import { expect, test } from "vitest";
import { crpsOfCounts, crpsOfSample } from "../../src/evaluate/crps.ts";
import { coverage, msis } from "../../src/evaluate/interval.ts";
import { mae, mase } from "../../src/evaluate/mase.ts";
import { fromFirstDemand, naiveScale, squaredScale } from "../../src/evaluate/naive-scale.ts";
import { naive2OfM4, owa } from "../../src/evaluate/owa.ts";
import {
  cumulativeErrors,
  periodsInStock,
  scaledPeriodsInStock,
} from "../../src/evaluate/periods-in-stock.ts";
import {
  pinball,
  scaledPinball,
  scaledQuantileLoss,
  weightedQuantileLoss,
} from "../../src/evaluate/pinball.ts";
import { rateErrors } from "../../src/evaluate/rate-errors.ts";
import { rmsse } from "../../src/evaluate/rmsse.ts";
import { skill, winRate } from "../../src/evaluate/skill.ts";
import { smape, smapeOfPanel } from "../../src/evaluate/smape.ts";
import { biasPercent, vn1Score, wape } from "../../src/evaluate/wape.ts";
import { poissonCdf } from "../../src/numeric/poisson.ts";

// A worked example: every figure below was computed by hand from the definitions
const training = Object.freeze([3, 5, 4, 6, 5, 7, 8, 6]);
const actual = Object.freeze([7, 9, 6]);
const forecast = Object.freeze([6, 8, 8]);
const lower = Object.freeze([4, 5, 5]);
const upper = Object.freeze([8, 8.5, 11]);
const gap = Number.NaN;

test("point metrics of the worked example", () => {
  expect(naiveScale(training)).toBeCloseTo(1.5714285714, 10);
  expect(squaredScale(training)).toBeCloseTo(2.7142857143, 10);
  expect(smape(actual, forecast)).toBeCloseTo(18.5735832795, 10);
  expect(mase(actual, forecast, training, 1)).toBeCloseTo(0.8484848485, 10);
  expect(rmsse(actual, forecast, training)).toBeCloseTo(0.8583950753, 10);
  expect(wape(actual, forecast)).toBeCloseTo(0.1818181818, 10);
  expect(biasPercent(actual, forecast)).toBe(0);
  expect(biasPercent([10], [12])).toBeCloseTo(20, 12);
  expect(vn1Score([10], [12])).toBeCloseTo(0.4, 12);
});

test("interval and quantile metrics of the worked example", () => {
  expect(msis(actual, { lower, upper }, 0.05, training, 1)).toBeCloseTo(7.1060606061, 10);
  expect(coverage(actual, { lower, upper })).toBeCloseTo(2 / 3, 12);
  // ends included; without limits or demand there is nothing to cover
  expect(coverage([1, 5, 2, gap, 4], { lower: [0, 0, 2, 0, gap], upper: [2, 2, 2, 9, 9] })).toBeCloseTo(
    2 / 3,
    12,
  );
  expect(coverage([4], { lower: [1], upper: [gap] })).toBeNaN();
  expect(actual.map((y, i) => pinball([y], [upper[i]], 0.9))).toEqual([
    expect.closeTo(0.1, 12),
    expect.closeTo(0.45, 12),
    expect.closeTo(0.5, 12),
  ]);
  expect(pinball(actual, upper, 0.9)).toBeCloseTo(0.35, 12);
  expect(scaledPinball(actual, upper, 0.9, training)).toBeCloseTo(0.2227272727, 10);
  expect(weightedQuantileLoss(actual, upper, 0.9)).toBeCloseTo(0.0954545455, 10);
  expect(scaledQuantileLoss(actual, [forecast], [0.5], training, 1)).toBeCloseTo(0.8484848485, 10);
});

test("stock and rate metrics of the worked example", () => {
  expect(cumulativeErrors(actual, forecast)).toEqual([1, 2, 0]);
  expect(periodsInStock(actual, forecast)).toBe(-3);
  expect(scaledPeriodsInStock(actual, forecast, training)).toBeCloseTo(-0.5454545455, 10);
  const { absolute, squared } = rateErrors(actual, forecast);
  expect(absolute).toBeCloseTo(1.6666666667, 10);
  expect(squared).toBeCloseTo(1.4444444444, 10);
  // held for the first two periods: the mean there is 8
  expect(rateErrors(actual, forecast, 0.5).absolute).toBeCloseTo(2 + 0 + 2 / 3, 10);
});

test("ranked probability scores of a sample and of counts", () => {
  expect(crpsOfSample([4, 1, 7, 2], 3)).toBeCloseTo(0.75, 12);
  expect(crpsOfCounts((k) => poissonCdf(k, 3), 5)).toBeCloseTo(1.3131144367, 10);
});

test("the overall weighted average of the M4 winner is the published one", () => {
  expect(owa({ smape: 11.374402, mase: 1.535696 }, naive2OfM4.total)).toBeCloseTo(0.82085, 5);
});

test("sMAPE is averaged both over the points and over the series", () => {
  const panel = [
    { actual: [1, 1, 1], forecast: [3, 3, 3] },
    { actual: [5], forecast: [5] },
  ];
  expect(smapeOfPanel(panel)).toEqual({ perPoint: 75, perSeries: 50 });
  expect(smape([0], [0])).toBe(0);
});

test("what was not observed does not count, and nothing is divided by zero", () => {
  expect(mae([gap, 4], [1, 2])).toBe(2);
  expect(naiveScale([1, gap, 3, 5])).toBe(2);
  expect(mase([1], [2], [4, 4, 4], 1)).toBeNaN();
  expect(rmsse([1], [2], [0, 0, 0])).toBeNaN();
  expect(msis([1], { lower: [0], upper: [2] }, 0.05, [4, 4], 1)).toBeNaN();
  expect(wape([0], [2])).toBeNaN();
  expect([...fromFirstDemand([0, 0, 3, 0])]).toEqual([3, 0]);
  expect(() => mae([1, 2], [1])).toThrow("as many forecasts");
});

test("the scale compares seasons, single steps where the history is no longer than one, and is NaN without a pair", () => {
  expect(naiveScale([1, 2, 4, 8], 2)).toBe(4.5);
  expect(squaredScale([1, 2, 4, 8], 2)).toBe(22.5);
  expect(naiveScale([1, 2, 4, 8], 4)).toBeCloseTo(7 / 3, 12);
  expect(naiveScale([1, 2, 4, 8], 0)).toBeCloseTo(7 / 3, 12);
  for (const history of [[], [5], [gap, 5, gap]]) {
    expect(naiveScale(history, 12)).toBeNaN();
    expect(squaredScale(history, 12)).toBeNaN();
  }
});

test("skill and win rate", () => {
  expect(skill([1, 4], [2, 2])).toBeCloseTo(0, 12);
  expect(skill([0], [0])).toBe(0);
  expect(winRate([1, 2, 3], [2, 2, 2])).toBe(0.5);
});
