import { expect, test } from "vitest";
import { countTail, fisherTail, gammaTail, studentTail } from "../../src/signals/fit/tail.ts";

test("tails agree with printed tables (NIST/SEMATECH e-Handbook 1.3.6.7) and closed forms", () => {
  expect(studentTail(2.228139, 10)).toBeCloseTo(0.05, 7);
  expect(studentTail(4.587, 10)).toBeCloseTo(0.001, 5);
  expect(fisherTail(3.325835, 5, 10)).toBeCloseTo(0.05, 6);
  expect(gammaTail(1, 2)).toBeCloseTo(Math.exp(-2), 12);
  expect(gammaTail(3, 0.5)).toBeCloseTo(Math.exp(-0.5) * (1 + 0.5 + 0.125), 12);
});

test("a count's tail is the Poisson's where the variance is no larger than the mean, else the negative binomial's", () => {
  expect(countTail(2, 1, 1)).toBeCloseTo(1 - 2 * Math.exp(-1), 12);
  // size 2, success probability one half: P(0) = .25, P(1) = .25, P(2) = .1875
  expect(countTail(3, 2, 4)).toBeCloseTo(0.3125, 12);
  expect(countTail(0, 2, 4)).toBe(1);
  expect(countTail(1, 0, 0)).toBe(0);
});
