import { expect, test } from "vitest";
import { forecastSeries, learnPool } from "../../src/models/index.ts";
import { workingDayFactors } from "../../src/models/series/working-days.ts";

/** Working days of 2018 to 2021 without holidays, as they fall. */
const days = Float64Array.from({ length: 48 }, (_, k) => {
  const first = new Date(Date.UTC(2018, k, 1));
  let open = 0;
  for (let day = first; day.getUTCMonth() === k % 12; day = new Date(day.getTime() + 86_400_000))
    if (day.getUTCDay() % 6 !== 0) open++;
  return open;
});

test("demand that follows the working days is measured by the day", () => {
  const values = days.map((open, k) => open * (10 + (k % 12)));
  const factors = workingDayFactors(values.subarray(0, 47), days, 48, 12);
  expect(factors?.[47]).toBeCloseTo(days[47] / (days.subarray(0, 47).reduce((a, b) => a + b) / 47), 9);
});

test("a weak month that is short as well is a season, not the working days", () => {
  const values = days.map((_, k) => (k % 12 === 1 ? 700 : 1000));
  expect(workingDayFactors(values, days, 48, 12)).toBeNull();
  // what is known without three seasons cannot tell them apart
  expect(workingDayFactors(values.subarray(0, 26), days, 48, 12)).not.toBeNull();
});

test("days that nobody observed for weeks leave the closed days closed", () => {
  const values = Float64Array.from({ length: 119 }, (_, t) =>
    t >= 98 ? Number.NaN : t % 7 > 4 ? 0 : 30 + ((5 * t) % 7),
  );
  const series = { item: "A", bucket: "day", start: "2025-03-03", period: 7, values } as const;
  const { demand } = forecastSeries(series, { horizon: 7, levels: [0.5], pool: learnPool([series]) });
  expect(demand.mean[5]).toBe(0);
  expect(demand.mean[6]).toBe(0);
  for (const open of demand.mean.subarray(0, 5)) expect(Math.abs(open - 33)).toBeLessThan(3);
});
