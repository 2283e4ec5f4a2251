import { expect, test } from "vitest";
import { combined, learnShares } from "../../src/models/combine/combination.ts";
import { localForecasts } from "../../src/models/combine/local-forecasts.ts";
import { priorOf } from "../../src/models/combine/members.ts";

const flat = (value: number) => Float64Array.of(value, value);
const members = new Map([
  ["damped", flat(10)],
  ["ets", flat(20)],
  ["pooled", flat(40)],
]);

test("before anything is learned the pooled regression weighs more in weeks than in months", () => {
  const share = (bucket: "week" | "month", period: number) =>
    combined(members, {}, 2, 0, priorOf(bucket, period)).components.pooled!;
  expect(share("month", 12)).toBeCloseTo(2.5 / (2.5 + 1.2 + 0.7), 12);
  expect(share("week", 52)).toBeCloseTo(8 / (8 + 1 + 2), 12);
});

test("shares sum to one, and the mean drawn wholly to the median is a member", () => {
  const { mean, components } = combined(members, {}, 2, 1, priorOf("year", 1));
  expect(Object.values(components).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  expect([10, 20, 40]).toContain(mean[0]);
});

test("a member that was right at every origin gains a share, but never all of it", () => {
  const origins = Array.from({ length: 30 }, () => ({ members, actual: flat(20), scale: 5 }));
  const names = [...members.keys()];
  const prior = priorOf("month", 12);
  const learned = learnShares(origins, names, prior);
  const total = names.reduce((sum, name) => sum + prior(name), 0);
  const before = names.map((name) => prior(name) / total);
  expect(learned[1]).toBeGreaterThan(before[1]);
  expect(Math.min(...learned)).toBeGreaterThanOrEqual(0.75 * Math.min(...before) - 1e-12);
});

test("too few origins leave the shares as they were", () => {
  const origins = [{ members, actual: flat(20), scale: 5 }];
  expect(learnShares(origins, ["damped", "ets"])).toEqual([0.5, 0.5]);
});

test("models of a single series look at the last ten years of weeks, and at all months", () => {
  const values = Float64Array.from({ length: 640 }, (_, t) => 50 + 10 * Math.sin(t / 8) + (t % 7));
  const forecast = (bucket: "week" | "month", period: number, of: Float64Array) =>
    localForecasts({ item: "a", bucket, period, values: of }, of, 4, ["theta"]).means.get("theta");
  expect(forecast("week", 52, values)).toEqual(forecast("week", 52, values.slice(-520)));
  expect(forecast("month", 12, values)).not.toEqual(forecast("month", 12, values.slice(-520)));
});
