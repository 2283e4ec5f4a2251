import { expect, test } from "vitest";
import { forecastSeries } from "../../../src/models/index.ts";
import { newLevel, settled } from "../../../src/models/series/left-level.ts";

const month = { bucket: "month", period: 12 } as const;
const season = [1, 1.1, 1.2, 1.3, 1.2, 1.1, 1, 0.9, 0.8, 0.7, 0.8, 0.9];
/** Around a level with a season, within 5 %. */
const usual = (length: number, level = 100, from = 0) =>
  Array.from(
    { length },
    (_, k) => level * season[(from + k) % 12] * (1 + ((((from + k) * 5) % 11) - 5) / 100),
  );
const levelOf = (values: readonly number[], of = month) => newLevel(Float64Array.from(values), of);

test("three months at another level bring all of the history to it", () => {
  const found = levelOf([...usual(36), ...usual(3, 50, 36)]);
  expect(found?.at).toBe(36);
  expect(found?.factor).toBeCloseTo(0.5, 1);
});

test("the forecast stands at the new level and keeps the season", () => {
  const values = Float64Array.from([...usual(36), ...usual(4, 50, 36)]);
  const { mean } = forecastSeries(
    { item: "A", ...month, values },
    { horizon: 12, levels: [0.05, 0.95], pool: null },
  ).demand;
  mean.forEach((value, k) => {
    expect(value / (50 * season[(40 + k) % 12])).toBeCloseTo(1, 0.7);
  });
});

test("in any unit, upwards as downwards", () => {
  for (const level of [30, 180]) {
    const values = [...usual(36), ...usual(5, level, 36)];
    const found = levelOf(values);
    expect(found?.at).toBe(36);
    expect(levelOf(values.map((value) => value * 1000))?.factor).toBeCloseTo(found?.factor ?? 0, 9);
  }
});

test("no new level: two values, steps that came before, growth, a season, years, rare demand, too little history", () => {
  const before = usual(36);
  expect(levelOf([...before, ...usual(2, 50, 36)])).toBeNull();
  const steps = [...usual(18), ...usual(18, 50, 18), ...usual(3, 100, 36)];
  expect(levelOf(steps)).toBeNull();
  expect(levelOf(before.map((value, t) => value * 1.04 ** t))).toBeNull();
  for (let n = 26; n < 60; n++) expect(levelOf(usual(n))).toBeNull();
  expect(newLevel(Float64Array.from([...before, 50, 50, 50]), { bucket: "year", period: 1 })).toBeNull();
  expect(levelOf([...before.map((value, t) => (t % 3 ? 0 : value)), 900, 900, 900])).toBeNull();
  expect(levelOf([...usual(10), 20, 20, 20])).toBeNull();
});

test("a history without one is left as it is", () => {
  const values = Float64Array.from(usual(40));
  expect(settled(values, month).values).toBe(values);
});
