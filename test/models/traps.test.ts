import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { backtestRows } from "../../src/evaluate/backtest.ts";
import { forecastPanel, forecastSeries, learnPool } from "../../src/models/index.ts";
import { leftBehind } from "../../src/models/series/prepared.ts";
import type { Series } from "../../src/series.ts";

const wave = (item: string, length: number, period: number, k: number): Series => ({
  item,
  bucket: period > 12 ? "week" : "month",
  start: "2018-01-01",
  period,
  values: Float64Array.from(
    { length },
    (_, t) => 30 + k + 9 * Math.sin((2 * Math.PI * t) / period) + 4 * Math.sin(3.3 * t + k),
  ),
});

test("T17: nothing is chosen by a percentage error", () => {
  const folder = join(import.meta.dirname, "../../src/models");
  const offences = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .filter((file) =>
      /s?mape[^a-z]/i.test(readFileSync(join(folder, file), "utf8").replace(/\/\*[\s\S]*?\*\//g, "")),
    );
  expect(offences).toEqual([]);
});

test("T18: the combination, a named model, the pool and a backtest see the same cleaned history", () => {
  const length = 40;
  const dry = (series: Series): Series => ({
    ...series,
    values: series.values.map((value, t) => (t >= 33 && t < 36 ? 0 : value)),
    events: [{ from: "2020-10-01", to: "2020-12-31", kind: "stockout" }],
  });
  const clean = Array.from({ length: 8 }, (_, k) => wave(`A${k}`, length, 12, k));
  const gone = clean.map((series) => ({
    ...series,
    values: series.values.map((value, t) => (t >= 33 && t < 36 ? Number.NaN : value)),
  }));
  const marked = clean.map(dry);
  const options = { horizon: 4, levels: [0.5] };
  for (const model of [{}, { model: "theta" }, { model: "damped" }]) {
    const a = forecastPanel(marked, { ...options, ...model });
    const b = forecastPanel(gone, { ...options, ...model });
    for (const [i, forecast] of a.entries()) expect(forecast.demand.mean).toEqual(b[i].demand.mean);
  }
  const rows = (panel: readonly Series[]) =>
    backtestRows(panel, { origins: 2, horizon: 2, model: "combination" }, (known, horizon) =>
      forecastPanel(known, { horizon, levels: [0.5], pool: learnPool(known, { horizon }) }),
    ).map(({ mean }) => mean);
  expect(rows(marked)).toEqual(rows(gone));
});

test("T15: thirty items with two and a half years keep their season, whatever the horizon", () => {
  for (const length of [28, 30, 36])
    for (const horizon of [3, 12]) {
      const panel = Array.from({ length: 30 }, (_, k) => wave(`S${k}`, length, 12, k));
      const pool = learnPool(panel, { horizon });
      for (const series of panel.slice(0, 6)) {
        const { demand, fallback } = forecastSeries(series, { horizon: 12, levels: [0.5], pool });
        const range = Math.max(...demand.mean) - Math.min(...demand.mean);
        expect(range >= 9 || fallback !== undefined, `${length} ${horizon} ${series.item}: ${range}`).toBe(
          true,
        );
      }
    }
});

test("T21: a season of 52 costs at most four times a season of 12 of the same length", () => {
  const cost = (period: number): number => {
    const panel = Array.from({ length: 31 }, (_, k) => wave(`S${k}`, 156, period, k));
    const times = [0, 1].map(() => {
      const start = process.cpuUsage().user;
      const pool = learnPool(panel, { horizon: 12 });
      for (const series of panel) forecastSeries(series, { horizon: 12, levels: [0.5], pool });
      return process.cpuUsage().user - start;
    });
    return Math.min(...times);
  };
  expect(cost(52)).toBeLessThan(4 * cost(12));
});

test("a season of a year of days is answered without sums that grow with its square", () => {
  const panel = Array.from({ length: 31 }, (_, k) => ({
    ...wave(`D${k}`, 420, 365, k),
    bucket: "day" as const,
  }));
  const pool = learnPool(panel, { horizon: 14 })!;
  const inputs = Math.max(...pool.parts[0].regressions.map(({ past }) => past.inputs));
  expect(inputs).toBeLessThan(300);
  const { mean } = forecastSeries(panel[0], { horizon: 14, levels: [0.5], pool }).demand;
  expect(mean.every(Number.isFinite)).toBe(true);
});

test("what lies behind a break that no value of a season comes near says nothing of the present", () => {
  const after = (t: number) => 100 + ((t * 37) % 20);
  const item = (item: string, before: number, months: number): Series => ({
    ...{ item, bucket: "month", start: "2022-01-01", period: 12 },
    values: Float64Array.from({ length: 24 + months }, (_, t) =>
      t < 24 ? (before * (1000 + ((t * 37) % 90))) / 1000 : after(t),
    ),
  });
  const levels = [0.05, 0.95];
  // a tenth, and ten times, of what it was: a mean of 51 and a range from 0 to 250 for the first before
  for (const before of [1000, 8]) {
    const series = item("A", before, 13);
    const pool = learnPool([series], { horizon: 6 });
    const { demand } = forecastSeries(series, { horizon: 6, levels, pool });
    for (let k = 0; k < 6; k++) {
      expect(Math.abs(demand.mean[k] - 109)).toBeLessThan(16);
      expect(demand.quantiles[0][k]).toBeGreaterThan(60);
      expect(demand.quantiles[1][k]).toBeLessThan(160);
    }
  }
  // half a year may be a season's trough, and twice as much is no other world
  expect(leftBehind(item("A", 1000, 6).values, 12)).toBe(0);
  expect(leftBehind(item("A", 200, 13).values, 12)).toBe(0);
  expect(leftBehind(item("A", 1000, 13).values, 12)).toBe(24);
  expect(leftBehind(Float64Array.of(9, 0, 9, 0, 9, 1, 1, 1, 1, 1, 1), 1)).toBe(0);
});
