import { expect, test } from "vitest";
import { forecastPanel, learnPool } from "../../src/models/index.ts";
import { inOwnUnit } from "../../src/models/series/own-unit.ts";
import { random } from "../../src/numeric/random.ts";
import type { Series } from "../../src/series.ts";

test("counted values are whole numbers of their common divisor, measured ones shares of the largest", () => {
  expect(inOwnUnit(Float64Array.of(0, 36, 12, Number.NaN, 60))).toEqual({
    unit: 12,
    values: Float64Array.of(0, 3, 1, Number.NaN, 5),
  });
  const { unit, values } = inOwnUnit(Float64Array.of(Math.PI, Math.E, 1 / 7));
  expect(unit).toBe(Math.PI);
  expect(values[0]).toBe(1);
});

test("nothing at all keeps its unit", () => {
  expect(inOwnUnit(Float64Array.of(0, Number.NaN, 0)).unit).toBe(1);
});

/** Counts, dozens, weights with noise in the last digits, seasons, rare and dense. */
const mixed = (factor: number): Series[] => {
  const { uniform, normal } = random(11);
  return Array.from({ length: 48 }, (_, k) => ({
    item: `P${k}`,
    bucket: k % 2 === 0 ? "month" : "week",
    period: k % 2 === 0 ? 12 : 52,
    values: Float64Array.from({ length: 40 + (k % 24) }, (_, t) => {
      const active = uniform() < (k % 3 === 0 ? 0.2 : 0.97);
      const size = (2 + (k % 5)) * Math.exp(0.4 * normal()) * (1 + 0.3 * Math.sin(t / 2));
      const value = k % 4 < 2 ? Math.ceil(size) * (k % 8 === 1 ? 12 : 1) : size * (1 + 3e-12 * normal());
      return active ? value * factor : 0;
    }),
  }));
};

const options = { horizon: 6, levels: [0.05, 0.5, 0.9, 0.98, 0.999] };
const answer = (by: number) => {
  const panel = mixed(by);
  return forecastPanel(panel, { ...options, pool: learnPool(panel, options) });
};
const once = answer(1);

test.each([1000, 0.001, 7])("every number times %d gives every forecast times it", (factor) => {
  const times = answer(factor);
  once.forEach((forecast, i) => {
    const size = forecast.cumulative.mean[5];
    for (const part of ["demand", "cumulative"] as const)
      [forecast[part].mean, ...forecast[part].quantiles].forEach((row, r) => {
        const other = [times[i][part].mean, ...times[i][part].quantiles][r];
        row.forEach((value, k) => {
          expect(Math.abs(other[k] / factor - value)).toBeLessThanOrEqual(1e-6 * size);
        });
      });
  });
});
