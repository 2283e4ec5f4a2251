import { expect, test } from "vitest";
import { seasonalProfile } from "../../src/decompose/seasonal-profile.ts";
import { seasonStrip } from "../../src/report/chart/season-strip.ts";
import { samplePlan } from "./sample-plan.ts";

/** A year whose months from November to February are high. */
const winter = [30, 28, 10, 11, 9, 8, 7, 6, 12, 13, 26, 32];
const other = [5, 3, 11, 2, 9, 12, 1, 8, 10, 4, 7, 6];
const another = [8, 10, 2, 9, 3, 5, 12, 6, 1, 11, 4, 7];

test("months that stand in the same order every year are a season, others are none", () => {
  expect(seasonalProfile([winter, winter])?.isClear).toBe(true);
  expect(seasonalProfile([other, another])?.isClear).toBe(false);
  expect(seasonalProfile([winter])).toBeUndefined();
  expect(seasonalProfile([winter, Array.from({ length: 12 }, () => 0)])).toBeUndefined();
  // Friedman's statistic of two like years of twelve different months is 2 x 11 = 22: its largest
  expect(seasonalProfile([winter, winter.map((value) => 3 * value)])?.ratios[11]).toBeCloseTo(
    (32 * 12) / 192,
  );
});

test("the strip names the high months over the turn of the year, whatever month the history ends in", () => {
  const { items, ...plan } = samplePlan();
  const [item] = items;
  if (item === undefined) throw new Error("the sample plan has items");
  const series = (values: readonly number[]) => {
    const { firstPartial: _, ...history } = item.history;
    return { ...item, history: { ...history, start: "2024-04-01", values: Float64Array.from(values) } };
  };
  const turned = [...winter.slice(3), ...winter.slice(0, 3)];
  const strip = (values: readonly number[]) =>
    seasonStrip({ ...plan, bucket: "month" }, series(values), "s", "de")?.markup;
  expect(strip([...turned, ...turned, 11, 9])).toMatch(/Saison: hoch Nov bis Feb, \+81\s%/);
  expect(strip(turned)).toBeUndefined();
  expect(strip([...other, ...another])).toBeUndefined();
});
