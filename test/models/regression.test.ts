import { expect, test } from "vitest";
import { linearTrend, theilSen, theilSenLine } from "../../src/models/local/linear-trend.ts";
import { regression } from "../../src/models/local/regression.ts";
import { design } from "../../src/models/local/regression-design.ts";
import type { Series } from "../../src/series.ts";
import { seriesOf, wave } from "../contracts/model.ts";
import { airPassengers, nile } from "../golden/series.ts";

test("Theil-Sen on the flow of the Nile: slope -2.6, intercept 5890.3", () => {
  const years = Array.from(nile, (_, t) => 1871 + t);
  const { slope, intercept } = theilSenLine(years, Array.from(nile));
  expect(slope).toBeCloseTo(-2.6, 10);
  expect(intercept).toBeCloseTo(5890.3, 8);
});

test("a wild value bends the straight line and not the Theil-Sen line", () => {
  const values = Array.from({ length: 30 }, (_, t) => 10 + 2 * t);
  values[25] = 4000;
  expect(theilSen().fit(seriesOf(values, 1)).mean(1)[0]).toBeCloseTo(70, 6);
  expect(linearTrend().fit(seriesOf(values, 1)).mean(1)[0]).toBeGreaterThan(300);
});

test("waves of a season of 12, first two pairs", () => {
  const { columns } = design(seriesOf(new Array<number>(2).fill(1), 12), { waves: 2, damping: 1, ahead: 0 });
  const rows = [0, 1].map((t) => columns.slice(1, 5).map((column) => column[t]));
  const half = Math.sqrt(3) / 2;
  for (const [row, expected] of [
    [rows[0], [0.5, half, half, 0.5]],
    [rows[1], [half, 0.5, half, -0.5]],
  ] as const) {
    expected.forEach((value, i) => {
      expect(row[i]).toBeCloseTo(value, 10);
    });
  }
});

test("growth of logarithms and season of AirPassengers go on", () => {
  const fit = regression().fit(seriesOf(airPassengers.slice(0, 132), 12));
  const mean = fit.mean(12);
  let error = 0;
  mean.forEach((value, h) => {
    error += Math.abs(value - airPassengers[132 + h]) / airPassengers[132 + h] / 12;
  });
  expect(error).toBeLessThan(0.06);
});

const months = (values: number[], more: Partial<Series> = {}): Series => ({
  ...seriesOf(values, 12),
  start: "2023-01-01",
  ...more,
});

test("a promotion that doubled demand before does so again, and is not taken for the base", () => {
  const values = wave(36).map((v, t) => (t === 7 || t === 20 || t === 31 ? 2 * v : v));
  const promotion = (month: string) =>
    ({ from: `${month}-01`, to: `${month}-28`, kind: "promotion" }) as NonNullable<Series["events"]>[number];
  const events = ["2023-08", "2024-09", "2025-08"].map(promotion);
  const quiet = regression().fit(months(values, { events })).mean(3);
  const busy = regression()
    .fit(months(values, { events: [...events, promotion("2026-02")] }))
    .mean(3);
  expect(busy[1] / quiet[1]).toBeGreaterThan(1.5);
  expect(busy[0]).toBeCloseTo(quiet[0], 9);
});

test("months out of stock do not pull the forecast down", () => {
  const values = wave(36).map((v, t) => (t >= 32 && t < 35 ? 0 : v));
  const events = [{ from: "2025-09-01", to: "2025-11-30", kind: "stockout" }] as const;
  const marked = regression().fit(months(values, { events })).mean(6);
  const unmarked = regression().fit(months(values)).mean(6);
  const whole = regression()
    .fit(months(wave(36)))
    .mean(6);
  const distance = (a: Float64Array) => a.reduce((s, v, h) => s + Math.abs(v - whole[h]), 0);
  expect(distance(marked)).toBeLessThan(0.3 * distance(unmarked));
});

test("demand that follows the working days is forecast by them", () => {
  const workingDays = Float64Array.from({ length: 48 }, (_, t) => 18 + ((7 * t + (t % 5)) % 6));
  const values = Array.from(workingDays.slice(0, 36), (d) => 10 * d);
  const mean = regression().fit(months(values, { workingDays })).mean(12);
  mean.forEach((value, h) => {
    expect(Math.abs(value / (10 * workingDays[36 + h]) - 1)).toBeLessThan(0.02);
  });
});

test("robust regression does not follow one poisoned month", () => {
  const values = wave(48);
  const spoilt = [...values];
  spoilt[40] = 1e5;
  const clean = regression({ robust: true }).fit(seriesOf(values)).mean(6);
  const poisoned = regression({ robust: true }).fit(seriesOf(spoilt)).mean(6);
  poisoned.forEach((value, h) => {
    expect(Math.abs(value / clean[h] - 1)).toBeLessThan(0.3);
  });
});
