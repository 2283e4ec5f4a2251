import { describe, expect, test } from "vitest";
import { forecastSeries } from "../../src/models/index.ts";
import { calmEnd, oddEnd } from "../../src/models/series/calm-end.ts";
import { settled } from "../../src/models/series/left-level.ts";
import type { Bucket, Series } from "../../src/series.ts";

const month = { bucket: "month", period: 12 } as const;
/** Around 60, no season. */
const flat = (length: number) => Array.from({ length }, (_, k) => 60 + (((k * 5) % 11) - 5));
const calm = (values: readonly number[], of: Pick<Series, "bucket" | "period"> = month) =>
  calmEnd(Float64Array.from(values), of);
const meansOf = (values: readonly number[], bucket: Bucket = "month", period = 12) =>
  forecastSeries(
    { item: "A", bucket, period, values: Float64Array.from(values) },
    { horizon: 6, levels: [0.05, 0.95], pool: null },
  ).demand;

describe("one odd value in the last bucket", () => {
  for (const length of [5, 8, 13, 18, 23, 40])
    for (const odd of [0, 12, 150, 240])
      test(`${odd} after ${length} values around 60 hardly moves the forecast`, () => {
        const { mean } = meansOf([...flat(length), odd]);
        for (const value of mean) {
          expect(value).toBeGreaterThan(45);
          expect(value).toBeLessThan(85);
        }
      });
  test("in weeks and quarters as well, in any unit", () => {
    for (const [bucket, period] of [
      ["week", 52],
      ["quarter", 4],
    ] as const) {
      const thousands = flat(30).map((value) => value * 1000);
      const { mean } = meansOf([...thousands, 500_000], bucket, period);
      expect(Math.max(...mean)).toBeLessThan(85_000);
    }
  });
  test("its surprise stays in the spread", () => {
    const width = ({ quantiles }: ReturnType<typeof meansOf>) =>
      (quantiles[1]?.[0] ?? 0) - (quantiles[0]?.[0] ?? 0);
    expect(width(meansOf([...flat(20), 400]))).toBeGreaterThan(1.5 * width(meansOf(flat(21))));
  });
  test("is named with its bucket and size", () => {
    const series = { item: "A", ...month, values: Float64Array.from([...flat(20), 240]) };
    expect(oddEnd(series)?.at).toBe(20);
    expect(oddEnd(series)?.times).toBeGreaterThan(3);
    expect(oddEnd({ ...series, values: Float64Array.from(flat(21)) })).toBeUndefined();
  });

  test("gaps that were filled are no history to be odd to", () => {
    const gap = Number.NaN;
    const series: Series = { item: "A", bucket: "week", period: 52, values: new Float64Array() };
    for (const values of [
      [13, gap, gap, gap, gap, 0],
      [8, gap, gap, gap, 4, 17],
    ])
      expect(oddEnd({ ...series, values: Float64Array.from(values) })).toBeUndefined();
  });
});

test("high, high and then next to nothing is a story, no level", () => {
  const { values, moved } = calm([...flat(30), 130, 128, 8]);
  expect(moved).toBeGreaterThan(100);
  for (const value of values.slice(-3)) expect(Math.abs(value - 60)).toBeLessThan(20);
});

describe("left to the models", () => {
  const untouched = (values: readonly number[], of: Pick<Series, "bucket" | "period"> = month) =>
    expect(calm(values, of).moved).toBe(0);
  test("two values on the same side", () => untouched([...flat(20), 180, 186]));
  test("a year, whose jumps stay", () => untouched([...flat(15), 200], { bucket: "year", period: 1 }));
  test("growth that goes on", () => untouched([10, 13, 17, 22, 29, 38, 49, 64]));
  test("the peak of a season that was there a year ago", () => {
    const season = (k: number) => (k % 12 === 11 ? 200 : 60 + (k % 4));
    untouched(Array.from({ length: 24 }, (_, k) => season(k)));
  });
  test("a size that came before", () => untouched([...flat(9), 190, ...flat(9), 190]));
  test("rare demand", () => untouched([0, 0, 5, 0, 0, 0, 4, 0, 0, 5, 0, 0, 30]));
});

describe("two or three values on one side", () => {
  test("are a new level in part: no slope that goes on, no season, and the old level stays in the range", () => {
    for (const length of [14, 34]) {
      const { mean, quantiles } = meansOf([...flat(length), 180, 186]);
      expect(Math.max(...mean)).toBeLessThan(1.25 * Math.min(...mean));
      expect(Math.min(...mean)).toBeGreaterThan(85);
      expect(Math.max(...mean)).toBeLessThan(180);
      expect(quantiles[0]?.[5]).toBeLessThan(75);
      expect(quantiles[1]?.[5]).toBeGreaterThan(180);
    }
  });
  test("count for more the more there are, for all of it where three prove it, and in quarters", () => {
    const level = (values: readonly number[], of: Pick<Series, "bucket" | "period"> = month) =>
      settled(Float64Array.from(values), of).values.at(-1) ?? 0;
    const two = level([...flat(30), 180, 186]);
    const three = level([...flat(30), 180, 186, 180]);
    expect(three).toBeGreaterThan(two);
    expect(three).toBe(180);
    expect(level([...flat(30), 180, 186], { bucket: "quarter", period: 4 })).toBe(186);
  });
  test("a thousand times as large, they are a thousand times as large", () => {
    const values = [...flat(30), 180, 186];
    const one = settled(Float64Array.from(values), month);
    const many = settled(
      Float64Array.from(values, (value) => value * 1000),
      month,
    );
    expect(many.moved / one.moved).toBeCloseTo(1000, 6);
    many.values.forEach((value, k) => {
      expect(value / (one.values[k] ?? 1)).toBeCloseTo(1000, 6);
    });
  });
});

test("a return in the last bucket is no level below nothing", () => {
  for (const value of meansOf([...flat(30), -40]).mean) {
    expect(value).toBeGreaterThan(45);
    expect(value).toBeLessThan(75);
  }
});
