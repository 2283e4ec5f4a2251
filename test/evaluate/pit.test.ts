import { expect, test } from "vitest";
import { pitHistogram, pitOf } from "../../src/evaluate/pit.ts";

test("the position of a value is linear between quantiles and in the middle of ties", () => {
  expect(pitOf(4, [1, 3, 5], [0.1, 0.5, 0.9])).toBeCloseTo(0.7, 12);
  expect(pitOf(0, [0, 0, 2], [0.2, 0.6, 0.9])).toBeCloseTo(0.4, 12);
  expect(pitOf(9, [1, 3, 5], [0.1, 0.5, 0.9])).toBeCloseTo(0.95, 12);
  expect(pitOf(0.5, [1, 3, 5], [0.1, 0.5, 0.9])).toBeCloseTo(0.05, 12);
});

test("positions fall into ten bins", () => {
  expect(pitHistogram([0, 0.05, 0.55, 1])).toEqual([2, 0, 0, 0, 0, 1, 0, 0, 0, 1]);
});
