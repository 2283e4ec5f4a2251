import { describe, expect, test } from "vitest";
import { forecastSeries } from "../../src/models/index.ts";
import type { Series } from "../../src/series.ts";

/** Even noise within ±1, the same on every machine. */
const noise = (t: number): number => ((t * 7919) % 31) / 15 - 1;
const closed = (...of: readonly (readonly [string, string])[]): Pick<Series, "events"> => ({
  events: of.map(([from, to]) => ({ from, to, kind: "closure" })),
});
const means = (series: Omit<Series, "item">, horizon: number) => {
  const { demand, cumulative } = forecastSeries(
    { item: "A", ...series },
    { horizon, levels: [0.05, 0.95], pool: null },
  );
  // totals of closed buckets stand still
  for (let k = 1; k < horizon; k++)
    if (demand.mean[k] === 0) expect(cumulative.mean[k]).toBeCloseTo(cumulative.mean[k - 1], 9);
  return demand.mean;
};

describe("days that the calendar closes", () => {
  const days = (isOpen: (t: number) => boolean): Omit<Series, "item"> => ({
    bucket: "day",
    start: "2026-01-05",
    period: 7,
    values: Float64Array.from({ length: 70 }, (_, t) =>
      isOpen(t) ? Math.round(20 * (1 + 0.1 * noise(t))) : 0,
    ),
  });
  const weekdays = (t: number) => t % 7 < 5;
  const ahead = ["2026-03-18", "2026-03-20"] as const;
  for (const [name, isOpen] of [
    ["of a business of Monday to Friday", weekdays],
    ["of a shop that is open every day", () => true],
  ] as const)
    test(`have no demand, ${name}, and the days around them what they always have`, () => {
      const history = days(isOpen);
      const without = means(history, 14);
      const mean = means({ ...history, ...closed(ahead) }, 14);
      mean.forEach((value, k) => {
        expect(value).toBeCloseTo(k >= 2 && k <= 4 ? 0 : without[k], 9);
      });
    });
  test("of the past say nothing of the level of open ones", () => {
    const pause = days((t) => weekdays(t) && !(t >= 35 && t < 54));
    const mean = means({ ...pause, ...closed(["2026-02-09", "2026-02-27"], ahead) }, 14);
    mean.forEach((value, k) => {
      const isOpen = k % 7 < 5 && (k < 2 || k > 4);
      if (isOpen) expect(Math.abs(value / 20 - 1)).toBeLessThan(0.08);
      else expect(value).toBe(0);
    });
  });
  test("keep the demand that past ones had all the same", () => {
    const mean = means({ ...days(weekdays), ...closed(["2026-02-02", "2026-02-13"], ahead) }, 5);
    expect(Math.min(...mean)).toBeGreaterThan(16);
  });
});

describe("months in which the plant is closed", () => {
  const months = (factor: (t: number) => number): Omit<Series, "item"> => ({
    bucket: "month",
    start: "2023-01-01",
    period: 12,
    values: Float64Array.from({ length: 36 }, (_, t) => Math.round(100 * (1 + 0.05 * noise(t)) * factor(t))),
  });
  const january = ["2026-01-01", "2026-01-31"] as const;
  const august = (year: number) => [`${year}-08-01`, `${year}-08-16`] as const;
  const halves = [august(2023), august(2024), august(2025)];
  test("lose what past closures show, and give back what they hid", () => {
    const history = months((t) => (t % 12 === 7 ? 0.5 : 1));
    const mean = means({ ...history, ...closed(...halves, january) }, 12);
    expect(mean[0]).toBeLessThan(6);
    expect(Math.abs(mean[7] / 100 - 1)).toBeLessThan(0.06);
    const again = means({ ...history, ...closed(...halves, august(2026)) }, 12);
    expect(Math.abs(again[0] / 100 - 1)).toBeLessThan(0.06);
    expect(Math.abs(again[7] / 50 - 1)).toBeLessThan(0.15);
  });
  test("keep their demand where the past shows no loss", () => {
    expect(means({ ...months(() => 1), ...closed(january) }, 2)[0]).toBeGreaterThan(95);
    expect(means({ ...months(() => 1), ...closed(...halves, january) }, 2)[0]).toBeGreaterThan(95);
  });
});
