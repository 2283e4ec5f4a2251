import { describe, expect, test } from "vitest";
import { regularForecast } from "../../src/models/combine/regular.ts";
import { forecastSeries } from "../../src/models/index.ts";
import type { Bucket, DemandEvent, Series } from "../../src/series.ts";

const ahead = (series: Partial<Series> & { values: Float64Array }, horizon = 12) =>
  forecastSeries(
    { item: "A", bucket: "month", period: 12, ...series },
    { horizon, levels: [0.05, 0.5, 0.95], pool: null },
  );
/** Even noise within ±1, the same on every machine. */
const noise = (t: number): number => ((t * 7919) % 31) / 15 - 1;

describe("a history of a few months", () => {
  const reach = (values: readonly number[], bucket: Bucket = "month", k = 0) => {
    const { mean, quantiles } = ahead({ values: Float64Array.from(values), bucket }).demand;
    return {
      low: (quantiles[0]?.[k] ?? 0) / (mean[k] ?? 1),
      high: (quantiles[2]?.[k] ?? 0) / (mean[k] ?? 1),
    };
  };
  test("promises no narrow interval, however even it looks, and a wider one far ahead", () => {
    for (const bucket of ["month", "quarter"] as const) {
      const next = reach([70, 71, 69, 70], bucket);
      const last = reach([70, 71, 69, 70], bucket, 11);
      expect(next.high).toBeGreaterThan(1.2);
      expect(next.low).toBeLessThan(0.83);
      expect(last.high).toBeGreaterThan(next.high);
    }
    const growing = reach([8, 20, 33], "month", 11);
    expect(growing.high).toBeGreaterThan(1.6);
    expect(growing.low).toBeLessThan(0.65);
  });
  test("the longer it gets the more it says, and after two years it speaks for itself", () => {
    const even = (length: number) => Array.from({ length }, (_, t) => 70 + (t % 3));
    const widths = [3, 6, 12, 23].map((length) => reach(even(length)).high);
    for (let k = 1; k < widths.length; k++) expect(widths[k]).toBeLessThan(widths[k - 1] ?? 0);
    expect(reach(even(36)).high).toBeLessThan(1.08);
  });
  test("has a level and no slope: three values that rise or fall are no trend", () => {
    for (const values of [
      [12, 26, 40],
      [200, 120, 60],
      [40, 35, 33, 24, 20],
    ]) {
      const { mean } = ahead({ values: Float64Array.from(values) }, 6).demand;
      expect(mean[5]).toBeCloseTo(mean[0] ?? 0, 9);
      expect(mean[0]).toBeGreaterThan(Math.min(...values));
      expect(mean[0]).toBeLessThan(1.2 * Math.max(...values));
    }
    // where months have clearly left the old level, they are the new one
    const { mean } = ahead({ values: Float64Array.of(100, 98, 103, 99, 101, 300, 306, 297, 303) }, 3).demand;
    expect(mean[0]).toBeGreaterThan(270);
    // a slope that a year and a half shows goes on
    const steep = ahead({ values: Float64Array.from({ length: 20 }, (_, t) => 100 + 10 * t) }, 6).demand.mean;
    expect(steep[5]).toBeGreaterThan(320);
  });
  test("an origin nine months into a longer history teaches what the longer one will do: it keeps its slope", () => {
    const values = Float64Array.from({ length: 30 }, (_, t) => 100 + 10 * t + 5 * noise(t));
    const climb = (length: number): number => {
      const series: Series = { item: "A", bucket: "month", period: 12, values: values.subarray(0, length) };
      const { mean } = regularForecast(series, values.subarray(0, 9), undefined, 6, true).combined(undefined);
      return (mean[5] ?? 0) - (mean[0] ?? 0);
    };
    expect(climb(9)).toBeCloseTo(0, 9);
    expect(climb(30)).toBeGreaterThan(10);
  });
  test("totals are surer than their buckets", () => {
    const { demand, cumulative } = ahead({ values: Float64Array.of(70, 64, 75, 71, 66) });
    const share = (of: typeof demand, k: number) => (of.quantiles[2]?.[k] ?? 0) / (of.mean[k] ?? 1);
    expect(share(cumulative, 5)).toBeLessThan(share(demand, 5));
  });
});

describe("few months of a year in which there is any demand", () => {
  const season = [30, 165, 305, 120];
  const years = (wobble: number, count: number) =>
    Array.from({ length: 12 * count }, (_, t) => {
      const phase = (t % 12) - 3;
      const noise = ((t * 7919) % 31) / 15 - 1;
      return phase < 0 || phase > 3 ? 0 : Math.round(season[phase] * (1 + wobble * noise));
    });
  const reach = (values: readonly number[]) => {
    const { cumulative } = forecastSeries(
      { item: "A", bucket: "month", period: 12, values: Float64Array.from(values) },
      { horizon: 12, levels: [0.05, 0.95], pool: null },
    );
    return cumulative.quantiles.map((row) => row[11] / 620);
  };
  test("are as sure as they were alike from year to year", () => {
    for (const count of [2, 3, 4, 5]) {
      const [low, high] = reach(years(0.07, count));
      expect(high).toBeLessThan(1.3);
      expect(low).toBeGreaterThan(0.7);
      expect(high - low).toBeGreaterThan(0.07);
    }
    for (const count of [3, 5]) {
      const [low, high] = reach(years(0.7, count));
      expect(high - low).toBeGreaterThan(0.6);
    }
  });
});

describe("one demand ever", () => {
  test("is no rate: one more like it at most in the next month, and less and less the longer none comes", () => {
    const means = [1, 3, 8].map((since) => {
      const values = new Float64Array(since);
      values[0] = 240;
      const { demand, cumulative } = ahead({ values, single: true });
      expect(cumulative.quantiles[2]?.[0]).toBeLessThanOrEqual(240);
      for (const row of [...demand.quantiles, ...cumulative.quantiles])
        for (const value of row) expect(value % 240).toBe(0);
      return demand.mean[0] ?? 0;
    });
    expect(means[0]).toBeLessThanOrEqual(120);
    expect(means[1]).toBeLessThan(means[0] ?? 0);
    expect(means[2]).toBeLessThan(means[1] ?? 0);
  });
  test("a first month of many lines is a rate", () => {
    expect(ahead({ values: Float64Array.of(240) }).demand.mean[0]).toBeCloseTo(240, 6);
  });
});

describe("promotions of the past and of the future", () => {
  const month = (k: number) => `${2022 + Math.floor(k / 12)}-${String(1 + (k % 12)).padStart(2, "0")}`;
  const promotion = (k: number): DemandEvent => ({
    kind: "promotion",
    from: `${month(k)}-01`,
    to: `${month(k)}-28`,
  });
  const sold = (at: readonly number[], factor: number, share: number) =>
    Float64Array.from({ length: 36 }, (_, t) => 50 * (at.includes(t) ? factor : 1) * (1 + share * noise(t)));
  const next = (at: readonly number[], factor: number, share: number) => {
    const events = [...at, 38].map(promotion);
    const { demand } = ahead({ values: sold(at, factor, share), start: "2022-01-01", events }, 6);
    return {
      uplift: (demand.mean[2] ?? 0) / 50,
      high: demand.quantiles[2]?.[2] ?? 0,
      low: demand.quantiles[0]?.[2] ?? 0,
    };
  };
  for (const factor of [1.6, 2.5, 4, 0.6])
    test(`one that brought ${factor} times the usual keeps most of it, with a range`, () => {
      const { uplift, high, low } = next([20], factor, 0.04);
      expect((uplift - 1) / (factor - 1)).toBeGreaterThan(0.75);
      expect((uplift - 1) / (factor - 1)).toBeLessThan(1.15);
      expect(high - low).toBeGreaterThan(0.35 * uplift * 50);
    });
  test("several are surer, and one that noise explains counts little", () => {
    const one = next([20], 2, 0.04);
    const four = next([8, 14, 20, 27], 2, 0.04);
    expect(four.high - four.low).toBeLessThan(one.high - one.low);
    expect(four.uplift).toBeGreaterThan(1.85);
    expect(next([20], 1.5, 0.9).uplift - 1).toBeLessThan(0.45);
  });
});
