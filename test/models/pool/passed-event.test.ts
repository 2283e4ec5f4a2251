import { describe, expect, test } from "vitest";
import { forecastSeries } from "../../../src/models/index.ts";
import { passedEvent } from "../../../src/models/series/passed-event.ts";

/** Even noise within ±1, the same on every machine. */
const noise = (t: number): number => ((t * 7919) % 31) / 15 - 1;
const around = (size: number, length: number, event: (t: number) => number = () => 1): Float64Array =>
  Float64Array.from({ length }, (_, t) => Math.round(size * (1 + 0.1 * noise(t)) * event(t)));
const during =
  (from: number, to: number, factor: number) =>
  (t: number): number =>
    t >= from && t < to ? factor : 1;
const meanOf = (values: Float64Array): number => {
  const { demand } = forecastSeries(
    { item: "A", bucket: "month", period: 12, values },
    { horizon: 6, levels: [0.05, 0.95], pool: null },
  );
  return demand.mean.reduce((sum, value) => sum + value / 6, 0);
};

describe("a single odd month of the past", () => {
  const meansAhead = (values: Float64Array) =>
    forecastSeries(
      { item: "A", bucket: "month", period: 12, values },
      { horizon: 12, levels: [0.05, 0.95], pool: null },
    ).demand.mean;
  for (const factor of [0.1, 5])
    test(`at ${factor} of the usual is not expected again a year on`, () => {
      const values = around(100, 30, during(14, 15, factor));
      expect(passedEvent(values, 12)).toEqual({ from: 14, to: 15 });
      for (const value of meansAhead(values)) expect(Math.abs(value / 100 - 1)).toBeLessThan(0.2);
    });
  test("is kept where no other season shows what it usually is, or it came twice", () => {
    expect(passedEvent(around(100, 14, during(9, 10, 5)), 12)).toBeNull();
    expect(
      passedEvent(
        around(100, 36, (t) => (t === 9 || t === 33 ? 5 : 1)),
        12,
      ),
    ).toBeNull();
  });
});

describe("bad months that passed", () => {
  for (const factor of [0, 0.15, 6])
    for (const length of [2, 4, 6])
      test(`leave the forecast where it was: ${length} months at ${factor} of the usual`, () => {
        const from = 32 - length;
        expect(passedEvent(around(100, 36, during(from, 32, factor)), 12)).toEqual({ from, to: 32 });
        expect(Math.abs(meanOf(around(100, 36, during(from, 32, factor))) / 100 - 1)).toBeLessThan(0.06);
      });
  test("are none where they still last, came twice, or where few pieces may be none by chance", () => {
    expect(passedEvent(around(100, 36, during(32, 36, 0.1)), 12)).toBeNull();
    expect(
      passedEvent(
        around(100, 36, (t) => (t % 12 === 7 || t % 12 === 8 ? 0.1 : 1)),
        12,
      ),
    ).toBeNull();
    expect(passedEvent(Float64Array.of(1, 2, 1, 1, 3, 2, 1, 1, 2, 0, 0, 1, 2, 1, 1), 12)).toBeNull();
    expect(passedEvent(around(100, 10, during(6, 8, 0.1)), 12)).toBeNull();
  });
  test("of wild demand are demand", () => {
    const wild = Float64Array.from({ length: 36 }, (_, t) => 10 ** (1 + (t % 5) / 2));
    expect(passedEvent(wild, 12)).toBeNull();
  });
});

describe("good months that passed", () => {
  for (const [length, after, factor] of [
    [3, 5, 3],
    [5, 5, 3],
    [5, 12, 3],
    [3, 20, 2],
    [6, 8, 0.5],
  ])
    test(`leave the forecast where it was: ${length} months at ${factor} of the usual, ${after} months ago`, () => {
      const ahead = (values: Float64Array) =>
        forecastSeries(
          { item: "A", bucket: "month", period: 12, values },
          { horizon: 14, levels: [0.5, 0.95], pool: null },
        ).demand;
      const passed = ahead(around(50, 36, during(36 - after - length, 36 - after, factor)));
      const steady = ahead(around(50, 36));
      for (const mean of passed.mean) expect(Math.abs(mean / 50 - 1)).toBeLessThan(0.06);
      expect(Math.max(...passed.quantiles[1])).toBeLessThan(1.1 * Math.max(...steady.quantiles[1]));
    });
  test("are seen in a season that other years show", () => {
    const season = (t: number) => 1 + 0.4 * Math.sin((t * Math.PI) / 6);
    expect(
      passedEvent(
        around(100, 48, (t) => season(t) * during(27, 32, 3)(t)),
        12,
      ),
    ).toEqual({ from: 27, to: 32 });
  });
  test("are none in months that no other year shows, nor where they come again", () => {
    expect(passedEvent(around(50, 16, during(9, 12, 2.5)), 12)).toBeNull();
    expect(
      passedEvent(
        around(50, 36, (t) => during(9, 12, 2.5)(t % 12)),
        12,
      ),
    ).toBeNull();
  });
});
