import { describe, expect, test } from "vitest";
import { bentTrend } from "../../../src/models/combine/bent-trend.ts";
import { forecastSeries, learnPool } from "../../../src/models/index.ts";
import type { Series } from "../../../src/series.ts";

/** Years of items whose growth is as the kind says, by year; noise of a few hundredths, the same on every machine. */
const panelOf = (growth: (t: number, item: number) => number): Series[] =>
  Array.from({ length: 60 }, (_, item) => {
    let level = 50 + 7 * item;
    let seed = 11 + 7919 * item;
    const values = Float64Array.from({ length: 30 }, (_, t) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      level *= growth(t, item);
      return level * (0.99 + (0.02 * seed) / 2 ** 32);
    });
    return { item: `Y${item}`, bucket: "year", period: 1, values };
  });

const trendOf = (panel: readonly Series[]) => learnPool(panel, { horizon: 5 })?.parts[0]?.trend ?? Number.NaN;

describe("the trend that a panel of years proves", () => {
  // ever faster: every origin has seen forecasts fall short
  const faster = panelOf((t) => 1 + 0.004 * t);
  test("is steeper than that of the models where all of it has always climbed faster than they said", () => {
    expect(trendOf(faster)).toBeGreaterThan(1.1);
    const pool = learnPool(faster, { horizon: 5 });
    const { demand } = forecastSeries(faster[7], { horizon: 5, levels: [0.5], pool });
    const plain =
      pool === null ? null : { ...pool, parts: pool.parts.map((part) => ({ ...part, trend: 1 })) };
    const before = forecastSeries(faster[7], { horizon: 5, levels: [0.5], pool: plain }).demand;
    expect(demand.mean[0]).toBeCloseTo(before.mean[0], 9);
    expect(demand.mean[4]).toBeGreaterThan(before.mean[4]);
  });
  test("stays as it is where origins contradict each other", () => {
    const turning = panelOf((t) => (t % 10 < 5 ? 1.08 : 0.99));
    expect(Math.abs(trendOf(turning) - 1)).toBeLessThan(0.1);
  });
  test("takes no demand below nothing, and leaves falls below nothing to series that have them", () => {
    expect([...bentTrend(Float64Array.of(4, 1), 1.5)]).toEqual([4, 0]);
    expect([...bentTrend(Float64Array.of(4, -1), 1.5)]).toEqual([4, -3.5]);
  });
});
