import { expect, test } from "vitest";
import { kpisOfPlan, overrideCells, type RunItem, type RunRecord } from "../../src/kpis/index.ts";

const item = (start: string, mean: number[], values: number[], quantity: number): RunItem => ({
  item: "A1",
  period: 1,
  coverDays: 60,
  group: "pumps",
  history: { start: "2024-01-01", values: Float64Array.from(values) },
  forecast: { start, model: "m", mean: Float64Array.from(mean) },
  suggestion: {
    quantity,
    orderBy: "2024-04-02",
    reorderPoint: 0,
    orderUpTo: 0,
    onHand: 0,
    onOrder: 0,
    backorders: 0,
    attention: "none",
  },
});

const run = (asOf: string, one: RunItem): RunRecord => ({
  version: "1",
  asOf,
  bucket: "month",
  configHash: "",
  items: [one],
  rowsRead: 1,
  rowsUsed: 1,
  trends: {},
});

const last = run("2024-03-31", item("2024-04-01", [10, 10, 10], [8, 8, 9], 20));
const now = run("2024-04-30", item("2024-05-01", [10, 10], [8, 8, 9, 11], 0));
const changed = { item: "A1", action: "change", quantity: 36, reason: "customer", by: "D01" } as const;

test("a changed order quantity says what demand will be: half of the difference in one of two months", () => {
  expect(overrideCells(last, now, [changed], false)).toEqual([
    {
      item: "A1",
      group: "pumps",
      reason: "customer",
      by: "D01",
      naive: 9,
      statistical: 10,
      override: 10 + (36 - 20) / 2,
      final: 18,
      actual: 11,
    },
  ]);
});

test("an accepted suggestion overrides nothing, a rejected one or one that has not come true is no cell", () => {
  expect(overrideCells(last, now, [{ item: "A1", action: "accept" }], false)[0].override).toBeUndefined();
  expect(overrideCells(last, now, [{ item: "A1", action: "reject" }], false)).toEqual([]);
  expect(overrideCells(last, last, [changed], false)).toEqual([]);
});

test("overrideValue is the points lost or won, with every step in its detail, and no person unless switched on", () => {
  const kpi = (byPerson: boolean) =>
    kpisOfPlan({ run: now, previous: last, backtests: [], decisions: [changed], byPerson }).quality
      .overrideValue;
  // 1 of 11 off before, 7 of 11 after
  expect(kpi(false)?.value).toBeCloseTo((-100 * 6) / 11, 9);
  expect(kpi(false)?.items).toEqual(["A1"]);
  expect(kpi(false)?.detail?.map(({ by }) => by)).not.toContain("person");
  expect(kpi(true)?.detail?.map(({ by }) => by)).toContain("person");
  expect(kpisOfPlan({ run: now, backtests: [] }).quality.overrideValue).toBeUndefined();
});
