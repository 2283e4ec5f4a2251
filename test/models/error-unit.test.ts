import { expect, test } from "vitest";
import { errorUnit } from "../../src/models/series/error-unit.ts";

const zigzag = Float64Array.from({ length: 40 }, (_, t) => 10 + (t % 2 === 0 ? 4 : 0));

test("errors one step ahead are measured in one-step errors, far ones half of the way to the usual change", () => {
  const spread = errorUnit(zigzag, 1, 1);
  expect(spread(0)).toBe(1);
  expect(spread(2)).toBeCloseTo(4 ** 0.25, 12);
  expect(spread(1e9)).toBeCloseTo(2, 6);
});

test("the unit of errors grows with the demand and is the one-step error where nothing changes", () => {
  const large = errorUnit(
    zigzag.map((value) => 1000 * value),
    1,
    1000,
  );
  expect(large(5)).toBeCloseTo(1000 * errorUnit(zigzag, 1, 1)(5), 9);
  expect(errorUnit(new Float64Array(30).fill(7), 12, 3)(8)).toBe(3);
  expect(errorUnit(Float64Array.of(5), 12, 0)(3)).toBe(0);
});
