import { expect, test } from "vitest";
import type { Signal } from "../../src/signal.ts";
import { cleaned } from "../../src/signals/life/cleaned.ts";

const values = Float64Array.from({ length: 36 }, (_, t) => (t < 12 ? 100 : t < 34 ? 200 : 300));
const series = { item: "A", bucket: "month" as const, start: "2020-01-01", period: 12, values };
const shift = (at: string, size: number, more: Partial<Signal> = {}): Signal => ({
  kind: "level-shift",
  at,
  seen: at,
  state: "past",
  direction: "up",
  size,
  p: 1e-9,
  q: 1e-6,
  impact: 0,
  impactUnit: "",
  ...more,
});
const [first, second] = [shift("2021-01-01", 1), shift("2022-11-01", 0.5)];
const levels = (signals: readonly Signal[]) => {
  const { series: made } = cleaned(series, signals);
  return [made.values[0], made.values[20], made.values[35]];
};

test("history before a shift that three buckets confirm is brought to its level", () => {
  expect(levels([first])).toEqual([200, 200, 300]);
});

test("a fresh shift does not undo an older one; confirmed by the user it counts at once, and both count together", () => {
  expect(levels([second, first])).toEqual([200, 200, 300]);
  expect(levels([{ ...second, answer: "confirmed" }, first])).toEqual([300, 300, 300]);
  expect(levels([first, { ...second, answer: "confirmed" }])).toEqual([300, 300, 300]);
});

test("what lies before a break of more than ten times is not observed, once six buckets tell the new level", () => {
  const broken = (at: string, size: number) => cleaned(series, [shift(at, size)]).series.values;
  const down = broken("2022-01-01", -0.998);
  expect([down[0], down[23], down[24], down[35]]).toEqual([Number.NaN, Number.NaN, 200, 300]);
  const up = broken("2022-07-01", 14);
  expect([up[29], up[30]]).toEqual([Number.NaN, 200]);
  // five buckets tell too little
  expect(broken("2022-08-01", 14)).toEqual(values);
});

test("a shift at the first bucket changes nothing", () => {
  expect(cleaned(series, [shift("2020-01-01", 1)]).changed).toBe(false);
});

test("what lies before another season is not observed once two years of it are known, also where it is dated late", () => {
  const long = {
    ...series,
    values: Float64Array.from({ length: 48 }, (_, t) => 100 + (t < 24 ? 0 : t % 12)),
  };
  const changed = (at: string) => cleaned(long, [{ ...shift(at, 1), kind: "season-change" }]);
  const hidden = (at: string) => changed(at).series.values.filter(Number.isNaN).length;
  expect(hidden("2021-07-01")).toBe(18);
  expect(hidden("2022-01-01")).toBe(24);
  expect(hidden("2022-04-01")).toBe(24);
  // of one year nobody knows whether it comes again
  expect(hidden("2022-10-01")).toBe(0);
  expect(changed("2022-10-01").changed).toBe(false);
});
