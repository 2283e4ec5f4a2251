import { expect, test } from "vitest";
import { forecastSeries } from "../../src/models/index.ts";
import { assumedTable, tableLevels } from "../../src/models/panel/error-table.ts";
import { random } from "../../src/numeric/random.ts";
import type { Bucket } from "../../src/series.ts";

const size = (bucket: Bucket, period: number, observations: number, step: number): number =>
  assumedTable(12, false, { bucket, period, observations }).spread[step];

test("far years are less sure than far months, and few values less than many", () => {
  const growth = (bucket: Bucket, period: number) =>
    size(bucket, period, 40, 5) / size(bucket, period, 40, 0);
  expect(growth("year", 1)).toBeGreaterThan(growth("month", 1));
  expect(growth("month", 1)).toBeGreaterThan(growth("month", 12));
  expect(size("month", 12, 8, 0)).toBeGreaterThan(1.3 * size("month", 12, 120, 0));
});

test("errors of sums share their level: they grow faster than if they were independent, slower than if they were one", () => {
  const of = { bucket: "month", period: 12, observations: 60 } as const;
  const alone = assumedTable(6, false, of).spread;
  const sum = assumedTable(6, true, of).spread[5];
  expect(sum).toBeGreaterThan(Math.hypot(...alone));
  expect(sum).toBeLessThan(alone.reduce((a, b) => a + b, 0));
  expect(assumedTable(6, true, of).rows[0]).toHaveLength(tableLevels.length);
});

test("a month of days errs by little more than its days by themselves", () => {
  const spread = (bucket: Bucket) =>
    assumedTable(28, true, { bucket, period: 7, observations: 90 }).spread[27] /
    assumedTable(28, false, { bucket, period: 7, observations: 90 }).spread[0];
  expect(spread("day")).toBeLessThan(12);
  expect(spread("day")).toBeGreaterThan(Math.sqrt(28));
  expect(spread("week")).toBeGreaterThan(1.5 * spread("day"));
});

/** Growth that wanders, one series at a time, without a panel. */
const wandering = (k: number, length: number): Float64Array => {
  const { normal } = random(`year ${k}`);
  let level = 100;
  let slope = 3;
  return Float64Array.from({ length }, () => {
    slope += 1.2 * normal();
    level += slope + 3 * normal();
    return level;
  });
};

test("the 80 % range of years of one series alone holds about four in five", () => {
  let held = 0;
  const count = 60;
  for (let k = 0; k < count; k++) {
    const all = wandering(k, 26);
    const { demand } = forecastSeries(
      { item: "Y", bucket: "year", period: 1, values: all.subarray(0, 20) },
      { horizon: 6, levels: [0.1, 0.9], pool: null, nonnegative: "no" },
    );
    for (let h = 0; h < 6; h++)
      if (all[20 + h] >= demand.quantiles[0][h] && all[20 + h] <= demand.quantiles[1][h]) held++;
  }
  expect(held / (6 * count)).toBeGreaterThan(0.7);
  expect(held / (6 * count)).toBeLessThan(0.93);
});

test("a series whose seasons are alike has ranges that widen less than one that wanders", () => {
  const wide = (walk: number) => {
    let level = 100;
    const values = Float64Array.from({ length: 60 }, (_, t) => {
      level *= 1 + walk * Math.sin(7 * t * t);
      return level * (1 + 0.2 * Math.sin((2 * Math.PI * t) / 12) + 0.08 * Math.sin(13 * t * t));
    });
    const { quantiles } = forecastSeries(
      { item: "A", bucket: "month", period: 12, values },
      { horizon: 12, levels: [0.1, 0.9], pool: null },
    ).demand;
    const width = (k: number) => quantiles[1][k] - quantiles[0][k];
    return width(11) / width(0);
  };
  expect(wide(0.05)).toBeGreaterThan(1.2 * wide(0));
});
