import { expect, test } from "vitest";
import {
  coverProbability,
  effectOf,
  lastsUntil,
  type Outlooked,
  outlookOf,
} from "../../api/web/decision/outlook.ts";
import { line } from "./line.ts";

const plan = { asOf: "2026-09-30", stockDate: "2026-09-30", bucket: "month" as const, openOrders: [] };
const bands = {
  mean: [310, 610],
  levels: [0.05, 0.5, 0.95],
  quantiles: [
    [155, 305],
    [310, 610],
    [620, 1220],
  ],
};
const view: Outlooked = {
  coverDays: 31,
  forecast: { start: "2026-10-01", cumulative: bands },
  suggestion: line("A", { onHand: 100, onOrder: 0 }),
};

test("cumulative demand grows evenly over the days of a bucket: 310 in October's 31 days is 10 a day", () => {
  const { mean, today } = outlookOf(plan, view);
  expect([mean[0], mean[1], mean[10], mean[31], mean[61]]).toEqual([0, 10, 100, 310, 610]);
  expect(lastsUntil(mean, 105, today)).toBe("2026-10-11");
  expect(lastsUntil(mean, 10_000, today)).toBeUndefined();
});

test("what of the current bucket is gone already does not count", () => {
  const later = outlookOf({ ...plan, stockDate: "2026-10-11" }, view);
  expect(later.mean[1]).toBeCloseTo(10, 9);
});

test("the probability to last lies between the levels of the forecast and grows with the stock", () => {
  const outlook = outlookOf(plan, view);
  expect(coverProbability(outlook, 310, 31)).toBeCloseTo(0.5, 9);
  expect(coverProbability(outlook, 465, 31)).toBeCloseTo(0.725, 9);
  expect(coverProbability(outlook, 5000, 31)).toBe(0.95);
  expect(coverProbability(outlook, -10, 31)).toBe(0);
  const chances = [0, 50, 155, 200, 310, 400, 620, 900].map((stock) => coverProbability(outlook, stock, 31));
  expect(chances).toEqual([...chances].sort((a, b) => a - b));
});

test("a quantity shows its money, its stock and how long it lasts", () => {
  expect(effectOf(plan, view, 210)).toEqual({
    stock: 310,
    lastsMean: "2026-11-01",
    lastsSafe: "2026-10-16",
    covered: 0.5,
    coverDays: 31,
    amount: 420,
  });
});

test("of goods that are missing before an order comes it says from when, and how long what comes lasts then", () => {
  // 10 a day: 100 last until 11 October, an order of today comes on 2 November, when 330 are gone
  const short = { ...view, suggestion: line("A", { onHand: 100, onOrder: 0, runsOutOn: "2026-10-11" }) };
  expect(effectOf(plan, short, 400)).toMatchObject({
    stock: 500,
    emptyFrom: "2026-10-11",
    lastsMean: "2026-11-20",
  });
  // too little for what is missing until then: it ends as it would without
  expect(effectOf(plan, short, 100)).toMatchObject({ emptyFrom: "2026-10-11", lastsMean: "2026-10-11" });
  expect(effectOf(plan, short, 0)).not.toHaveProperty("emptyFrom");
});
