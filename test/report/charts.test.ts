import fc from "fast-check";
import { expect, test } from "vitest";
import { linear, niceStep, ticks } from "../../src/report/chart/scale.ts";
import { stockPath } from "../../src/report/chart/stock-path.ts";
import { waterfallSteps } from "../../src/report/chart/waterfall.ts";
import { historyMarks, stockMarks } from "../../src/report/charts.ts";
import { samplePlan } from "./sample-plan.ts";

const runs = Number(process.env.PROVE_CASES ?? 200);
const plan = samplePlan();

test("a scale maps its domain onto its range", () => {
  const scale = linear([0, 10], [100, 0]);
  expect([0, 5, 10].map(scale)).toEqual([100, 50, 0]);
});

test("ticks are round numbers that cover the values", () => {
  expect(ticks(0, 97)).toEqual([0, 20, 40, 60, 80, 100]);
  expect(ticks(0, 0.7, 3).map((x) => Math.round(x * 10) / 10)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (high) => {
      const values = ticks(0, high);
      expect(values.at(-1)).toBeGreaterThanOrEqual(high * (1 - 1e-9));
      expect(values.length).toBeLessThanOrEqual(9);
      expect([1, 2, 5, 10]).toContain(
        Math.round(niceStep(high, 4) / 10 ** Math.floor(Math.log10(niceStep(high, 4) * 1.001))),
      );
    }),
    { numRuns: runs },
  );
});

test("the steps of a waterfall add up to the need and then to the order", () => {
  for (const { suggestion } of plan.items) {
    if (suggestion === null) continue;
    const steps = waterfallSteps(suggestion);
    const before = steps.slice(
      0,
      steps.findIndex(({ key }) => key === "need"),
    );
    expect(before.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(suggestion.need, 6);
    const rounding = steps.find(({ key }) => key === "rounding")?.amount ?? 0;
    expect(suggestion.need + rounding).toBeCloseTo(suggestion.quantity, 6);
  }
});

test("a waterfall takes demand, buffer and lot from the sum of the reasons where there is one", () => {
  const suggestion = plan.items.find((of) => (of.suggestion?.quantity ?? 0) > 0)?.suggestion;
  if (suggestion === undefined || suggestion === null) throw new Error("the sample plan orders something");
  const reasons = [
    { code: "sum", demand: 50, buffer: 20, lot: 30, position: 0, rounding: 0, quantity: 100 } as const,
  ];
  const steps = new Map(waterfallSteps({ ...suggestion, reasons }).map(({ key, amount }) => [key, amount]));
  expect([steps.get("demand"), steps.get("safety"), steps.get("lot")]).toEqual([50, 20, 30]);
});

test("stock falls with demand and rises by the order on the day of its receipt", () => {
  const of = plan.items.find(({ suggestion: s }) => s !== null && s.quantity > 0 && s.onHand > 50);
  if (of?.suggestion === undefined || of.suggestion === null)
    throw new Error("the sample plan orders something");
  const path = stockPath(
    { ...plan, openOrders: [] },
    { ...of, suggestion: { ...of.suggestion, onOrder: 0 } },
    120,
  );
  if (path === undefined) throw new Error("the item has stock and dates");
  const arrival = path.days.indexOf(Date.UTC(2026, 10, 30) / 86_400_000);
  expect(path.expected[0]).toBe(of.suggestion.onHand - of.suggestion.backorders);
  expect(path.withOrder[arrival - 1]).toBe(path.expected[arrival - 1]);
  expect(path.withOrder[arrival]).toBeGreaterThan(path.expected[arrival]);
  path.expected.forEach((stock, k) => {
    expect(stock).toBeLessThanOrEqual(path.expected[Math.max(0, k - 1)] + 1e-9);
    expect(path.low[k]).toBeLessThanOrEqual(path.high[k] + 1e-9);
  });
});

test("later orders keep the safety stock over the demand ahead, and say nothing of a blocked item", () => {
  const of = plan.items.find(
    ({ suggestion: s }) => s !== null && s.quantity > 0 && s.orderUpTo > s.reorderPoint,
  );
  if (of?.suggestion === undefined || of.suggestion === null)
    throw new Error("the sample plan orders something");
  const path = stockPath({ ...plan, openOrders: [] }, of, 300);
  if (path === undefined) throw new Error("the item has stock and dates");
  expect(path.later.length).toBeGreaterThan(0);
  const [first] = path.later[0] ?? [0];
  const after = path.withOrder.slice(first - (path.days[0] ?? 0));
  expect(Math.min(...after)).toBeGreaterThan(0);
  const blocked = stockPath(
    { ...plan, openOrders: [] },
    { ...of, suggestion: { ...of.suggestion, attention: "blocked" } },
    300,
  );
  expect(blocked?.later).toEqual([]);
});

test("a level that is only filled up to is ordered for again and again, and a legend names what is drawn", () => {
  const of = plan.items.find(
    ({ suggestion: s }) => s !== null && s.quantity > 0 && s.attention !== "blocked",
  );
  if (of?.suggestion === undefined || of.suggestion === null)
    throw new Error("the sample plan orders something");
  const { suggestion } = of;
  const filled = { ...of, suggestion: { ...suggestion, orderUpTo: suggestion.reorderPoint } };
  const later = stockPath({ ...plan, openOrders: [] }, filled, 300)?.later ?? [];
  expect(later.length).toBeGreaterThan(2);
  expect(later.every(([, quantity]) => quantity > 0)).toBe(true);
  expect(stockMarks({ ...plan, openOrders: [] }, filled)).toEqual(
    expect.arrayContaining(["without", "later"]),
  );
  const none = { ...suggestion, quantity: 0, onOrder: 0, attention: "blocked" as const };
  expect(stockMarks({ ...plan, openOrders: [] }, { ...of, suggestion: none })).toEqual([]);
  const values = of.history.values.slice();
  values[values.length - 2] = Number.NaN;
  const { partial: _, firstPartial: __, censored: ___, ...whole } = of.history;
  expect(historyMarks(plan, { ...of, history: { ...whole, values } })).toEqual(["gap"]);
  const partial = { start: "2026-10-01", value: 3 };
  expect(historyMarks(plan, { ...of, history: { ...whole, partial } })).toContain("partial");
});
