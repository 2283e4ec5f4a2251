import { expect, test } from "vitest";
import { findPeriod } from "../../src/decompose/find-period.ts";
import { seasonallyAdjusted } from "../../src/decompose/seasonal-adjustment.ts";
import { isSeasonal } from "../../src/decompose/seasonality-test.ts";
import { random } from "../../src/numeric/random.ts";
import { airPassengers, nile, nottem } from "../golden/series.ts";

test("the season of well-known series is found among the usual candidates", () => {
  const usual = [4, 7, 12, 24, 52];
  expect(findPeriod(airPassengers, usual)).toBe(12);
  expect(findPeriod(nottem, usual)).toBe(12);
  expect(findPeriod(nile, usual)).toBe(1);
});

test("a season of 4 is not taken for one of 12, nor a weekly one for two weeks; gaps do not hide it", () => {
  const quarters = Float64Array.from({ length: 48 }, (_, t) => [3, 9, 4, 7][t % 4] + 0.1 * t);
  expect(findPeriod(quarters, [2, 4, 12])).toBe(4);
  const days = Float64Array.from({ length: 90 }, (_, t) => [9, 8, 7, 8, 9, 1, 0][t % 7]);
  days[40] = Number.NaN;
  expect(findPeriod(days, [7, 14])).toBe(7);
});

test("noise, constants and short series have no season", () => {
  let found = 0;
  for (let seed = 0; seed < 100; seed++) {
    const { normal } = random(seed);
    if (findPeriod(Float64Array.from({ length: 60 }, normal), [4, 7, 12]) !== 1) found++;
  }
  // three candidates at about 5 % each
  expect(found).toBeLessThan(15);
  expect(findPeriod(new Float64Array(60).fill(3), [4, 12])).toBe(1);
  expect(findPeriod(Float64Array.of(1, 2, 1), [2])).toBe(1);
  expect(findPeriod(new Float64Array(0), [2])).toBe(1);
  expect(isSeasonal(Float64Array.of(1, 5, 1, 5), 2)).toBe(false);
});

test("seasonal adjustment divides where all is positive and subtracts elsewhere", () => {
  const up = seasonallyAdjusted(airPassengers, 12);
  expect(up.kind).toBe("multiplicative");
  expect(up.values[0]).toBeCloseTo(112 / 0.9102303674, 6);
  const down = seasonallyAdjusted(
    airPassengers.map((v) => v - 300),
    12,
  );
  expect(down.kind).toBe("additive");
  expect(down.figure).toBeDefined();
});
