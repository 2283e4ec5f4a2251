import { expect, test } from "vitest";
import { forecastPanel, learnPool } from "../../src/models/index.ts";
import { random } from "../../src/numeric/random.ts";
import type { Series } from "../../src/series.ts";

/** Yearly lines with small noise: nobody would forecast a level. */
const growing = (count: number): Series[] => {
  const { normal } = random(7);
  return Array.from({ length: count }, (_, k) => ({
    item: `G${k}`,
    bucket: "year",
    period: 1,
    values: Float64Array.from({ length: 18 }, (_, t) => 100 + (4 + k) * t + 2 * normal()),
  }));
};

test("a dozen growing series are not flattened: the forecast goes on growing", () => {
  const panel = growing(12);
  for (const { item, demand } of forecastPanel(panel, {
    horizon: 4,
    levels: [0.5],
    pool: learnPool(panel),
  })) {
    const series = panel.find((one) => one.item === item)!;
    const slope = 4 + Number(item.slice(1));
    expect(demand.mean[3]).toBeGreaterThan(series.values[17] + 2 * slope);
  }
});

test("a panel of 32 series forecasts straight lines no worse by learning across them", () => {
  const panel = growing(32);
  const error = (pool: ReturnType<typeof learnPool>) =>
    forecastPanel(panel, { horizon: 4, levels: [0.5], pool }).reduce((sum, { item, demand }) => {
      const slope = 4 + Number(item.slice(1));
      return sum + Math.abs(demand.mean[3] - (100 + slope * 21)) / slope;
    }, 0) / panel.length;
  expect(error(learnPool(panel, { horizon: 4 }))).toBeLessThan(1.15 * error(null));
});
