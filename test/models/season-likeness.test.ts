import { expect, test } from "vitest";
import { seasonLikeness } from "../../src/models/combine/season-likeness.ts";

test("two equal seasons are alike, one and its mirror are opposites, noise is neither", () => {
  const season = [5, 1, 4, 2];
  expect(seasonLikeness([Float64Array.of(...season, ...season)], 4)).toBeCloseTo(1, 12);
  expect(seasonLikeness([Float64Array.of(...season, ...season.map((v) => 6 - v))], 4)).toBeCloseTo(-1, 12);
  const noise = Array.from({ length: 400 }, (_, k) =>
    Float64Array.from(
      { length: 24 },
      (_, t) =>
        Math.sin(12.9898 * (k * 24 + t + 1)) * 43758.5453 -
        Math.floor(Math.sin(12.9898 * (k * 24 + t + 1)) * 43758.5453),
    ),
  );
  expect(Math.abs(seasonLikeness(noise, 12))).toBeLessThan(0.06);
});

test("nothing is told of short, flat or season-less histories", () => {
  expect(seasonLikeness([Float64Array.of(1, 2, 3), new Float64Array(24).fill(7)], 12)).toBe(0);
  expect(seasonLikeness([Float64Array.of(1, 2, 3)], 1)).toBe(0);
});
