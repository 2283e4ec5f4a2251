import fc from "fast-check";
import { expect, test } from "vitest";
import { type Bands, type Forecast, printedLevels } from "../../src/forecast.ts";
import { forecastPanel, forecastSeries, learnPool } from "../../src/models/index.ts";
import type { Bucket, Series } from "../../src/series.ts";

const runs = Number(process.env.PROVE_CASES ?? 25);
const levels = printedLevels;

const seriesOf = (item: string, values: ArrayLike<number>, more: Partial<Series> = {}): Series => ({
  item,
  bucket: "month",
  period: 12,
  values: Float64Array.from(values),
  ...more,
});

/** Season, trend and a fixed pseudo-noise: the same numbers everywhere. */
const seasonal = (item: string, length: number, level = 100, k = 1): Series =>
  seriesOf(
    item,
    Array.from(
      { length },
      (_, t) =>
        level * (1 + 0.3 * Math.sin((2 * Math.PI * t) / 12) + 0.004 * t + 0.05 * Math.sin(7.7 * t * k)),
    ),
    { start: "2018-01-01" },
  );

const panel = Array.from({ length: 36 }, (_, k) => seasonal(`S${k}`, 48 + k, 50 + 10 * k, k + 1));
const pool = learnPool(panel, { horizon: 12 });
/** The panel with what it learns of itself. */
const together = forecastPanel(panel, { horizon: 12, levels });
const rare = (item: string, every: number, size: number, length = 40): Series =>
  seriesOf(
    item,
    Array.from({ length }, (_, t) => ((t * 7 + every) % every === 0 ? size * (1 + (t % 3)) : 0)),
  );

const columns = ({ quantiles }: Bands, k: number): number[] => quantiles.map((row) => row[k]);

function expectSound(forecast: Forecast, horizon: number): void {
  let sum = 0;
  expect(forecast.demand.mean).toHaveLength(horizon);
  for (const bands of [forecast.demand, forecast.cumulative]) {
    expect(bands.quantiles).toHaveLength(levels.length);
    for (let k = 0; k < horizon; k++) {
      expect(Number.isFinite(bands.mean[k])).toBe(true);
      const column = columns(bands, k);
      expect(column.every(Number.isFinite)).toBe(true);
      expect([...column].sort((a, b) => a - b)).toEqual(column);
    }
  }
  for (let k = 0; k < horizon; k++) {
    sum += forecast.demand.mean[k];
    expect(forecast.cumulative.mean[k]).toBeCloseTo(sum, 6);
  }
}

test("any history gives finite means, ordered quantiles and a cumulative mean that is the running sum", () => {
  const value = fc.oneof(
    fc.constant(0),
    fc.constant(Number.NaN),
    fc.integer({ min: -20, max: 500 }),
    fc.double({ min: -1e6, max: 1e12, noNaN: true }),
    fc.constant(1e-9),
  );
  const buckets = fc.constantFrom<Bucket>("day", "week", "month", "quarter", "year");
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 40 }),
      buckets,
      fc.integer({ min: 1, max: 60 }),
      (v, bucket, period) => {
        for (const known of [null, pool]) {
          expectSound(
            forecastSeries(seriesOf("X", v, { bucket, period }), { horizon: 5, levels, pool: known }),
            5,
          );
        }
      },
    ),
    { numRuns: runs },
  );
});

test("T14: no method gives negative demand where the input has none", () => {
  const history = [9, 0, 7, 3, 0, 5, 2, 0, 1, 1, 0, 0, 1, 0, 0, 1];
  for (const series of [seriesOf("falling", [...history]), rare("rare", 5, 3), seasonal("s", 30)]) {
    const { demand, cumulative } = forecastSeries(series, { horizon: 18, levels, pool });
    for (const bands of [demand, cumulative]) {
      expect(Math.min(...bands.mean)).toBeGreaterThanOrEqual(0);
      for (const row of bands.quantiles) expect(Math.min(...row)).toBeGreaterThanOrEqual(0);
    }
  }
});

test("negative levels stay negative unless non-negative forecasts are asked for", () => {
  const series = seriesOf(
    "debt",
    Array.from({ length: 30 }, (_, t) => -50 - (t % 3)),
  );
  const ask = (nonnegative: "auto" | "yes") =>
    forecastSeries(series, { horizon: 3, levels, pool: null, nonnegative }).demand.mean[0];
  expect(ask("auto")).toBeLessThan(-40);
  expect(ask("yes")).toBe(0);
});

test("T15: the season is found when the caller names only the bucket's usual one", () => {
  const series = seasonal("s", 60);
  const { mean } = forecastSeries(series, { horizon: 12, levels, pool: null }).demand;
  expect(Math.max(...mean) / Math.min(...mean)).toBeGreaterThan(1.5);
});

test("T16: one poisoned item in a panel leaves the forecasts of the others finite and near", () => {
  const poisoned = seriesOf(
    "poison",
    Array.from({ length: 60 }, (_, t) => (t === 30 ? 1e15 : t % 2)),
  );
  const dirty = forecastPanel([...panel, poisoned], { horizon: 12, levels });
  together.forEach((forecast, i) => {
    expectSound(dirty[i], 12);
    for (let k = 0; k < 12; k++) expect(dirty[i].demand.mean[k] / forecast.demand.mean[k]).toBeCloseTo(1, 1);
  });
});

test("T16: a constant series is forecast as it is, with a spread of nothing", () => {
  const { demand } = forecastSeries(seriesOf("c", new Float64Array(30).fill(7)), {
    horizon: 6,
    levels,
    pool: null,
  });
  for (let k = 0; k < 6; k++) {
    expect(demand.mean[k]).toBeCloseTo(7, 9);
    expect(demand.quantiles[4][k] - demand.quantiles[0][k]).toBeLessThan(1e-6);
  }
});

test("a thousand times the demand gives a thousand times the forecast", () => {
  const wild = seriesOf("w", [4.4, 0.02, 9.5, 3.25, 8, 1.5, 6.25, 0.75, 3, 2, 5.5, 7, 8.25, 1]);
  for (const series of [seasonal("s", 60), rare("r", 6, 2), wild, seriesOf("one", [0, 0, 5, 0, 0, 0, 0])]) {
    const scaled = { ...series, values: series.values.map((value) => value * 1000) };
    const one = forecastSeries(series, { horizon: 12, levels, pool });
    const thousand = forecastSeries(scaled, { horizon: 12, levels, pool });
    for (const shape of ["demand", "cumulative"] as const) {
      for (const [a, b] of [
        [one[shape].mean, thousand[shape].mean],
        ...one[shape].quantiles.map((row, i) => [row, thousand[shape].quantiles[i]] as const),
      ] as const) {
        for (let k = 0; k < 12; k++)
          expect(Math.abs(b![k] - 1000 * a![k])).toBeLessThanOrEqual(1e-6 * Math.max(1e-9, Math.abs(b![k])));
      }
    }
  }
});

test("a panel a thousand times as large gives forecasts a thousand times as large", () => {
  const big = panel.map((series) => ({ ...series, values: series.values.map((value) => value * 1000) }));
  forecastPanel(big, { horizon: 12, levels }).forEach((forecast, i) => {
    for (let k = 0; k < 12; k++)
      expect(forecast.demand.mean[k] / (1000 * together[i].demand.mean[k])).toBeCloseTo(1, 6);
  });
});

test("the same series gives the same numbers alone, in company, in any order, and twice", () => {
  const reversed = forecastPanel([...panel].reverse(), { horizon: 12, levels }).reverse();
  const alone = panel.map((series) => forecastSeries(series, { horizon: 12, levels, pool }));
  expect(reversed).toEqual(together);
  expect(alone).toEqual(together);
});

test("levels may come in any order; each row of quantiles belongs to its level", () => {
  const series = seasonal("s", 40);
  const sorted = forecastSeries(series, { horizon: 4, levels: [0.1, 0.5, 0.9], pool });
  const mixed = forecastSeries(series, { horizon: 4, levels: [0.9, 0.1, 0.5], pool });
  expect(mixed.demand.quantiles[0]).toEqual(sorted.demand.quantiles[2]);
  expect(mixed.demand.quantiles[1]).toEqual(sorted.demand.quantiles[0]);
});

test("horizons 0 and 400 and histories of 0 to 5 values are answered", () => {
  expectSound(forecastSeries(seasonal("s", 40), { horizon: 0, levels, pool }), 0);
  expectSound(forecastSeries(seasonal("s", 40), { horizon: 400, levels, pool }), 400);
  for (let n = 0; n <= 5; n++) {
    for (const fill of [(t: number) => t + 1, () => 0, () => Number.NaN, (t: number) => (t === 1 ? 9 : 0)]) {
      const series = seriesOf(
        "n",
        Array.from({ length: n }, (_, t) => fill(t)),
      );
      expectSound(forecastSeries(series, { horizon: 12, levels, pool }), 12);
      expectSound(forecastSeries(series, { horizon: 12, levels, pool: null }), 12);
    }
  }
});

test("extremes are answered: one spike, 1e-9, 1e12, gaps, a period longer than the series", () => {
  const cases = [
    Array.from({ length: 40 }, (_, t) => (t === 20 ? 1e6 : 1)),
    Array.from({ length: 40 }, (_, t) => 1e-9 * (1 + (t % 4))),
    Array.from({ length: 40 }, (_, t) => 1e12 * (1 + (t % 4))),
    Array.from({ length: 40 }, (_, t) => (t % 5 === 0 ? Number.NaN : 10 + (t % 4))),
  ];
  for (const values of cases) {
    expectSound(forecastSeries(seriesOf("x", values), { horizon: 12, levels, pool }), 12);
    expectSound(
      forecastSeries(seriesOf("x", values, { period: 52 }), { horizon: 12, levels, pool: null }),
      12,
    );
  }
});

test("an item without demand for two years is forecast at zero, and the forecast says why", () => {
  const dead = seriesOf(
    "d",
    Array.from({ length: 60 }, (_, t) => (t < 20 ? 5 + (t % 3) : 0)),
  );
  const forecast = forecastSeries(dead, { horizon: 6, levels, pool });
  expect([...forecast.demand.mean]).toEqual([0, 0, 0, 0, 0, 0]);
  expect(forecast.fallback).toEqual({ code: "no-demand-for-long" });
  // forty silent buckets: within six more it wakes up with a probability of .07, with a size that it had
  const { cumulative } = forecastSeries(dead, { horizon: 6, levels: [0.5, 0.9, 0.94, 0.999], pool: null });
  expect(cumulative.quantiles.map((row) => row[5])).toEqual([0, 0, 5, 7]);
});

test("a few observations are answered by their mean, and the forecast says why", () => {
  const forecast = forecastSeries(seriesOf("new", [8, 12]), { horizon: 2, levels, pool: null });
  expect(forecast.demand.mean[0]).toBe(10);
  expect(forecast.fallback).toEqual({ code: "few-observations", observations: 2 });
});

test("a history of a few values, or shorter than its season, says so beside the combination", () => {
  const why = (values: readonly number[], period = 12) =>
    forecastSeries(seriesOf("x", values, { period }), { horizon: 3, levels, pool: null }).fallback;
  expect(why([8, 12, 9])).toEqual({ code: "few-observations", observations: 3 });
  expect(why([8, 12, 9, 11, 10, 13, 9, 8])).toEqual({
    code: "short-of-a-season",
    observations: 8,
    period: 12,
  });
  expect(why([8, 12, 9, 11, 10, 13, 9, 8], 4)).toBeUndefined();
  expect(why([8])).toEqual({ code: "few-observations", observations: 1 });
});

test("the total of one bucket is that bucket, and no total of non-negative demand ever falls", () => {
  const spiked = Array.from({ length: 36 }, (_, t) => (t === 20 ? 500 : 5));
  const days = Array.from({ length: 400 }, (_, t) => (t % 7 > 4 ? 0 : (t * 5) % 8));
  const cases = [
    seasonal("s", 60),
    rare("r", 4, 2),
    seriesOf("c", spiked),
    seriesOf("d", days, { bucket: "day", period: 7, start: "2023-01-01" }),
  ];
  for (const series of cases)
    for (const given of [pool, null]) {
      const { demand, cumulative } = forecastSeries(series, { horizon: 30, levels, pool: given });
      cumulative.quantiles.forEach((quantile, i) => {
        expect(quantile[0], series.item).toBe(demand.quantiles[i][0]);
        for (let k = 1; k < 30; k++) expect(quantile[k], series.item).toBeGreaterThanOrEqual(quantile[k - 1]);
      });
    }
});

test("totals of steady Poisson demand are covered as often as promised, not always", () => {
  let state = 7;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 4294967296;
  };
  const draw = (mean: number): number => {
    let k = 0;
    for (let p = uniform(); p > Math.exp(-mean); p *= uniform()) k++;
    return k;
  };
  const whole = Array.from({ length: 120 }, (_, k) => Array.from({ length: 60 }, () => draw(2 + (k % 13))));
  const series = whole.map((values, k) => seriesOf(`P${k}`, values.slice(0, 54)));
  const learned = learnPool(series, { horizon: 6 });
  let inside = 0;
  series.forEach((one, k) => {
    const { cumulative } = forecastSeries(one, { horizon: 6, levels: [0.1, 0.9], pool: learned });
    const total = whole[k].slice(54).reduce((sum, value) => sum + value, 0);
    if (total >= cumulative.quantiles[0][5] && total <= cumulative.quantiles[1][5]) inside++;
  });
  // 80 % are promised: 96 of 120, and some more for what levels drift by in practice
  expect(inside).toBeGreaterThanOrEqual(83);
  expect(inside).toBeLessThanOrEqual(115);
});

test("components are shares that sum to one", () => {
  for (const series of [seasonal("s", 60), rare("r", 4, 2), seriesOf("n", [3])]) {
    const { components = {} } = forecastSeries(series, { horizon: 3, levels, pool });
    expect(Object.values(components).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  }
});

test("monthly demand that is constant per working day shows no season", () => {
  const days = Float64Array.from({ length: 60 }, (_, t) => 20 + ((t * 5) % 4));
  const values = days.subarray(0, 48).map((d) => 3 * d);
  const series = seriesOf("w", values, { start: "2020-01-01", workingDays: days });
  const { mean } = forecastSeries(series, { horizon: 12, levels, pool: null }).demand;
  for (let k = 0; k < 12; k++) expect(mean[k] / days[48 + k]).toBeCloseTo(3, 6);
});

test("a promotion in the past is taken out of the level, a planned one lifts its bucket", () => {
  const values = Array.from({ length: 36 }, (_, t) => 100 + (t % 3) + (t === 30 ? 200 : 0));
  const events = [
    { from: "2022-07-01", to: "2022-07-31", kind: "promotion", factor: 3 },
    { from: "2023-02-01", to: "2023-02-28", kind: "promotion", factor: 3 },
  ] as const;
  const series = seriesOf("p", values, { start: "2020-01-01", events });
  const { demand, adjusted } = forecastSeries(series, { horizon: 3, levels, pool: null });
  expect(adjusted![30]).toBeLessThan(110);
  expect(demand.mean[1] / demand.mean[0]).toBeCloseTo(3, 0);
});

test("a stockout does not count as zero demand", () => {
  const values = Array.from({ length: 36 }, (_, t) => (t >= 33 ? 0 : 100 + (t % 3)));
  const events = [{ from: "2022-10-01", to: "2022-12-31", kind: "stockout" }] as const;
  const marked = forecastSeries(seriesOf("p", values, { start: "2020-01-01", events }), {
    horizon: 3,
    levels,
    pool: null,
  });
  expect(marked.demand.mean[0]).toBeGreaterThan(95);
});

test("past origins are given back as they would have been answered, oldest first", () => {
  const { backtest = [] } = forecastSeries(seasonal("s", 60), { horizon: 6, levels, pool, origins: 3 });
  expect(backtest.map(({ length }) => length)).toEqual([57, 58, 59]);
  expect(backtest[0].mean).toHaveLength(6);
});

test("a wrong horizon, level or model is refused with its name", () => {
  const series = seasonal("s", 30);
  expect(() => forecastSeries(series, { horizon: -1, levels, pool })).toThrow(/horizon/);
  expect(() => forecastSeries(series, { horizon: 1, levels: [95], pool })).toThrow(/level/);
  expect(() => forecastSeries(series, { horizon: 1, levels, pool, model: "nix" })).toThrow(/nix/);
});

test("a short item takes the season of its group", () => {
  const known = Array.from({ length: 12 }, (_, k) => ({ ...seasonal(`G${k}`, 48, 40 + k, k), group: "ice" }));
  const shared = learnPool(known, { horizon: 12 });
  const young = seriesOf("young", seasonal("y", 8).values, { start: "2021-01-01", group: "ice" });
  const { mean } = forecastSeries(young, { horizon: 12, levels, pool: shared }).demand;
  expect(Math.max(...mean) / Math.min(...mean)).toBeGreaterThan(1.3);
});
