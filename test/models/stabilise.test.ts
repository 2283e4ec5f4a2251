import fc from "fast-check";
import { expect, test } from "vitest";
import type { Forecast, Origin } from "../../src/forecast.ts";
import {
  addToTally,
  beforeChange,
  stabilise,
  stabilisedOrigins,
  weightOf,
  weightTally,
} from "../../src/models/stability/stabilise.ts";

const bands = (mean: number[], spread: number) => ({
  mean: Float64Array.from(mean),
  levels: [0.1, 0.5, 0.9],
  quantiles: [-spread, 0, spread].map((d) => Float64Array.from(mean, (m) => Math.max(0, m + d))),
});

const forecast = (mean: number[], spread = 10): Forecast => {
  let sum = 0;
  return {
    item: "A1",
    model: "m",
    start: "2024-08-01",
    demand: bands(mean, spread),
    cumulative: bands(
      mean.map((m) => {
        sum += m;
        return sum;
      }),
      spread * 2,
    ),
  };
};

test("the last run's forecast in nine digits draws nothing away from the same forecast", () => {
  const now = forecast([112.1234567891, 0, 133.9876543219, 140]);
  const previous = { start: "2024-08-01", mean: [112.123457, 0, 133.987654, 140] };
  const made = stabilise(now, previous, "month", 0.5);
  expect([...made.demand.mean]).toEqual([...now.demand.mean]);
  expect(made.demand.quantiles).toEqual(now.demand.quantiles);
});

test("half way to the last run equals the worked value; the last bucket has no predecessor and is kept", () => {
  const previous = { start: "2024-07-01", mean: [100, 110, 120, 130] };
  const made = stabilise(forecast([112, 118, 133, 140]), previous, "month", 0.5);
  // by hand from partial interpolation: w x old + (1 - w) x new on the overlap (Godahewa et al. 2025)
  expect([...made.demand.mean]).toEqual([111, 119, 131.5, 140]);
  expect(made.stabilised).toBe(0.5);
});

test("without overlap, dates or weight nothing changes", () => {
  const one = forecast([1, 2, 3]);
  expect(stabilise(one, { start: "2023-01-01", mean: [5, 5] }, "month", 0.5)).toBe(one);
  expect(stabilise(one, { start: "2024-09-01", mean: [5, 5] }, "month", 0.5)).toBe(one);
  expect(stabilise(one, { start: "2024-07-01", mean: [5, 5, 5] }, "month", 0)).toBe(one);
});

test("quantiles stay ordered and non-negative, cumulative means stay running sums", () => {
  const mean = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 3, maxLength: 6 });
  fc.assert(
    fc.property(mean, mean, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, weight) => {
      const made = stabilise(forecast(a), { start: "2024-07-01", mean: b }, "month", weight);
      let sum = 0;
      made.demand.mean.forEach((value, h) => {
        sum += value;
        expect(made.cumulative.mean[h]).toBeCloseTo(sum, 3);
        for (const part of [made.demand, made.cumulative]) {
          expect(part.quantiles[0][h]).toBeGreaterThanOrEqual(-1e-9);
          expect(part.quantiles[1][h]).toBeGreaterThanOrEqual(part.quantiles[0][h] - 1e-6);
          expect(part.quantiles[2][h]).toBeGreaterThanOrEqual(part.quantiles[1][h] - 1e-6);
        }
      });
    }),
    { numRuns: 100 },
  );
});

const origin = (length: number, mean: number[]): Origin => ({
  length,
  mean: Float64Array.from(mean),
  levels: [],
  quantiles: [],
});

test("origins are drawn towards what was drawn before (full interpolation)", () => {
  const made = stabilisedOrigins([origin(4, [10, 10]), origin(5, [20, 20]), origin(6, [30, 30])], 0.5);
  expect(made.map((m) => [...m])).toEqual([
    [10, 10],
    [15, 20],
    [25, 30],
  ]);
});

test("noise around a level earns the largest weight, a steady climb none that costs more than tolerated", () => {
  const noisy = weightTally();
  const climbing = weightTally();
  for (let item = 0; item < 30; item++) {
    const noise = (t: number) => (((t * 7919 + item * 104729) % 97) / 97 - 0.5) * 20;
    const level = Float64Array.from({ length: 30 }, (_, t) => 100 + noise(t));
    // a forecaster that repeats the last value, once on noise and once on a climb
    const naive = (values: Float64Array) =>
      Array.from({ length: 8 }, (_, k) => origin(20 + k, new Array(3).fill(values[19 + k])));
    addToTally(noisy, naive(level), level, 1);
    const climb = level.map((value, t) => value + 30 * t);
    addToTally(climbing, naive(climb), climb, 1);
  }
  expect(weightOf(noisy)).toBe(0.8);
  expect(weightOf(climbing)).toBeLessThan(0.1);
  expect(weightOf(climbing, 0.1)).toBeGreaterThan(weightOf(climbing, 0.01));
});

test("a forecast made before a level shift does not hold the new level back", () => {
  expect(beforeChange(24, 24)).toBe(true);
  expect(beforeChange(25, 24)).toBe(true);
  expect(beforeChange(26, 24)).toBe(false);
  expect(beforeChange(26, undefined)).toBe(false);
});
