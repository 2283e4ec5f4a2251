import { expect, test } from "vitest";
import type { Item } from "../../src/item.ts";
import { checkedItem } from "../../src/replenish/item/checked-item.ts";

const whole: Item = {
  item: "A1",
  file: "items.csv",
  row: 7,
  supplier: "S",
  onHand: 4,
  leadTimeDays: 10,
  leadTimeSdDays: 0,
  packSize: 6,
  minimumOrder: 0,
  safetyStock: 3,
  unitCost: 2.5,
  maximumStock: 60,
  reorderPoint: 20,
  unitsPerPurchaseUnit: 12,
  shelfLifeDays: 90,
};
const suppliers = new Map([["S", { supplier: "S" }]]);
const checked = (changes: Partial<Item>) => {
  const issues: Parameters<typeof checkedItem>[2] = [];
  return { ...checkedItem({ ...whole, ...changes }, suppliers, issues), issues };
};

test("whole master data pass as they are", () => {
  expect(checked({})).toEqual({ item: whole, plannable: true, issues: [] });
});

test("an impossible value is said with its row and left out, and the item is planned all the same", () => {
  const rules: [keyof Item, number[], string][] = [
    ["packSize", [0, -1, Number.NaN], "pack-size-not-positive"],
    ["unitCost", [0, -2, Number.NaN], "price-not-positive"],
    ["maximumStock", [0, -5], "maximum-stock-not-positive"],
    ["unitsPerPurchaseUnit", [0, -12], "purchase-unit-not-positive"],
    ["shelfLifeDays", [0, -1], "shelf-life-not-positive"],
    ["minimumOrder", [-1, Number.NaN], "minimum-order-negative"],
    ["leadTimeSdDays", [-0.5], "lead-time-spread-negative"],
    ["reviewDays", [-7], "review-days-negative"],
    ["backorders", [-30], "backorders-negative"],
  ];
  for (const [field, values, code] of rules) {
    for (const value of values) {
      const found = checked({ [field]: value });
      const place = { item: "A1", column: field, file: "items.csv", row: 7 };
      expect(found.issues).toEqual([{ code, value, severity: "warning", ...place }]);
      const { [field]: _, ...rest } = whole;
      expect(found).toMatchObject({ item: rest, plannable: true });
      expect(field in found.item).toBe(false);
    }
  }
});

test("a negative safety stock counts as none", () => {
  const { item, issues } = checked({ safetyStock: -3 });
  expect(item.safetyStock).toBe(0);
  expect(issues).toMatchObject([{ code: "safety-stock-negative", value: -3 }]);
});

test("without a lead time or a stock nothing is ordered", () => {
  const { leadTimeDays: _lead, ...noLead } = whole;
  const { onHand: _stock, ...noStock } = whole;
  for (const [item, code] of [
    [noLead, "missing-lead-time"],
    [{ ...whole, leadTimeDays: -1 }, "missing-lead-time"],
    [{ ...whole, leadTimeDays: Number.POSITIVE_INFINITY }, "missing-lead-time"],
    [noStock, "missing-stock"],
    [{ ...whole, onHand: Number.NaN }, "missing-stock"],
  ] as const) {
    const issues: Parameters<typeof checkedItem>[2] = [];
    expect(checkedItem(item, suppliers, issues).plannable).toBe(false);
    expect(issues).toMatchObject([{ code, severity: "error", item: "A1" }]);
  }
});

test("values that contradict each other stay and are said; a value that was left out contradicts none", () => {
  const codes = (changes: Partial<Item>) => checked(changes).issues.map(({ code }) => code);
  expect(codes({ minimumOrder: 61 })).toEqual(["minimum-above-maximum"]);
  expect(codes({ reorderPoint: 61 })).toEqual(["reorder-point-above-maximum"]);
  expect(codes({ reorderPoint: 61, maximumStock: -1 })).toEqual(["maximum-stock-not-positive"]);
  expect(codes({ supplier: "T" })).toEqual(["unknown-supplier"]);
  expect(checked({ supplier: "T" }).item.supplier).toBe("T");
  const nobody: Parameters<typeof checkedItem>[2] = [];
  checkedItem({ ...whole, supplier: "T" }, new Map(), nobody);
  expect(nobody).toEqual([]);
});
