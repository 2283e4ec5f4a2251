import { expect, test } from "vitest";
import { runBands } from "../../src/kpis/run-bands.ts";
import { serviceOf } from "../../src/kpis/service.ts";

// uniform demand between 0 and 100, and twice that over two buckets
const levels = Array.from({ length: 101 }, (_, k) => k / 100);
const whole = {
  mean: Float64Array.of(50, 100),
  levels,
  quantiles: levels.map((level) => Float64Array.of(100 * level, 200 * level)),
};
const bands = runBands(whole, 2);

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
  expect(serviceOf({ length: 0, levels: [], values: new Float64Array(0) }, 1, 5)).toBeUndefined();
});

test("a run keeps of cumulative demand what its lead time + review ask for: the same service of less", () => {
  const mean = Float64Array.from({ length: 12 }, (_, k) => 7 * (k + 1) + (k % 3));
  const long = {
    mean,
    levels: [0.1, 0.5, 0.9],
    quantiles: [0.6, 0.9, 1.7].map((part) => mean.map((one) => part * one)),
  };
  const all = runBands(long, Number.POSITIVE_INFINITY);
  expect(all.values).toHaveLength(48);
  for (const cover of [0.03, 0.5, 1, 1.46, 2, 5.9, 11, 11.5, 12, 30]) {
    const kept = runBands(long, cover);
    expect(kept.values).toHaveLength(4 * Math.min(12, Math.floor(cover) + 1));
    for (const position of [-3, 0, 4, 20, 71, 300])
      expect(serviceOf(kept, cover, position)).toEqual(serviceOf(all, cover, position));
  }
});
