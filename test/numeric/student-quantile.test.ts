import { expect, test } from "vitest";
import { studentQuantile } from "../../src/numeric/beta.ts";

test("quantiles of Student's t are those of the tables", () => {
  // Abramowitz & Stegun 1972, table 26.10
  const table = [
    [0.975, 1, 12.706],
    [0.975, 2, 4.303],
    [0.99, 2, 6.965],
    [0.95, 5, 2.015],
    [0.975, 10, 2.228],
    [0.995, 30, 2.75],
  ] as const;
  for (const [probability, degrees, quantile] of table)
    expect(studentQuantile(probability, degrees)).toBeCloseTo(quantile, 3);
  expect(studentQuantile(0.5, 3)).toBe(0);
});
