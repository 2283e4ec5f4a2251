import { expect, test } from "vitest";
import { serviceOf } from "../../src/kpis/service.ts";

// uniform demand between 0 and 100, and twice that over two buckets
const levels = Array.from({ length: 101 }, (_, k) => k / 100);
const bands = {
  mean: Float64Array.of(50, 100),
  levels,
  quantiles: levels.map((level) => Float64Array.of(100 * level, 200 * level)),
};

test("service and shortage of a uniform demand are what the integrals give", () => {
  const found = serviceOf(bands, 1, 80);
  expect(found?.cycle).toBeCloseTo(0.8, 9);
  // E (D - 80)+ = 20^2 / 200
  expect(found?.shortage).toBeCloseTo(2, 9);
  expect(found?.demand).toBe(50);
  expect(serviceOf(bands, 2, 100)?.cycle).toBeCloseTo(0.5, 9);
  expect(serviceOf(bands, 1.5, 75)?.cycle).toBeCloseTo(0.5, 9);
});

test("a fraction of a bucket has that share of its mean and the root of its spread", () => {
  const found = serviceOf(bands, 0.25, 12.5);
  expect(found?.demand).toBeCloseTo(12.5, 9);
  expect(found?.cycle).toBeCloseTo(0.5, 9);
});

test("more stock never serves less; without quantiles there is no figure", () => {
  let last = -1;
  for (let stock = -50; stock <= 150; stock += 7) {
    const cycle = serviceOf(bands, 1, stock)?.cycle ?? Number.NaN;
    expect(cycle).toBeGreaterThanOrEqual(last);
    last = cycle;
  }
  expect(serviceOf({ mean: new Float64Array(0), levels: [], quantiles: [] }, 1, 5)).toBeUndefined();
});
