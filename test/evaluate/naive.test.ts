import fc from "fast-check";
import { expect, test } from "vitest";
import { naiveAt, naiveForecast } from "../../src/evaluate/naive.ts";

const gap = Number.NaN;

test("the naive forecast is the last observed value, the seasonal one that of the same place in the season", () => {
  expect([...naiveForecast([4, 9, gap], 2)]).toEqual([9, 9]);
  expect([...naiveForecast([4, 9, 5, 8], 3, 2)]).toEqual([5, 8, 5]);
  // the place of bucket 5 was observed one season earlier only
  expect(naiveAt([1, 2, 3, 4, 5, gap], 6, 8, 3)).toBe(3);
});

test("what comes after the origin is not used, and a place not yet seen gets the last value", () => {
  expect(naiveAt([1, 2, 3, 100, 100], 3, 4, 2)).toBe(3);
  expect(naiveAt([1, 2, 3], 3, 5, 12)).toBe(3);
  expect(naiveAt([1, 2, 3], 3, 12, 12)).toBe(1);
  expect(naiveAt([gap, gap, 7], 2, 2)).toBeNaN();
});

test("any forecast is one of the observed values, and a season of one is none", () => {
  const values = fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(gap)), { maxLength: 30 });
  fc.assert(
    fc.property(values, fc.integer({ min: -1, max: 14 }), fc.nat(40), (history, period, ahead) => {
      const n = history.length;
      const found = naiveAt(history, n, n + ahead, period);
      const observed = history.filter((value) => !Number.isNaN(value));
      if (observed.length === 0) expect(found).toBeNaN();
      else expect(observed).toContain(found);
      if (period <= 1) expect(found).toEqual(observed.at(-1) ?? gap);
    }),
  );
});
