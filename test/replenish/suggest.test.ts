import { expect, test } from "vitest";
import type { Item } from "../../src/item.ts";
import { replenish } from "../../src/replenish/index.ts";
import { shopContext, shopItem, steady } from "./shop.ts";

const weekly = steady("2025-03-03", 20, 5);
const suggest = (item: Partial<Item>) => {
  const { suggestions, issues } = replenish([shopItem(item, weekly)], shopContext("2025-02-28"));
  return { suggestion: suggestions.get("A1"), issues };
};

test("stock below the reorder point is filled up to the order-up-to level in whole units", () => {
  const { suggestion } = suggest({ onHand: 30 });
  expect(suggestion?.quantity).toBe(suggestion ? suggestion.orderUpTo - 30 : Number.NaN);
  // demand of 21 days plus a buffer of somewhat over one sd of the sum (5 sqrt 3)
  expect(suggestion?.reorderPoint).toBeGreaterThan(62);
  expect(suggestion?.reorderPoint).toBeLessThan(75);
});

test("T24: a minimum order creates no need, and raises one to itself", () => {
  expect(suggest({ onHand: 500, minimumOrder: 50 }).suggestion?.quantity).toBe(0);
  const small = suggest({ onHand: 40, minimumOrder: 500 }).suggestion;
  expect(small?.need).toBeGreaterThan(0);
  expect(small?.quantity).toBe(500);
});

test("T28: missing stock or lead time gives no suggestion but an issue", () => {
  const noLead = replenish(
    [{ ...shopItem({}, weekly), item: { item: "A1", onHand: 3 } }, shopItem({ item: "A2" }, weekly)],
    shopContext("2025-02-28"),
  );
  expect(noLead.suggestions.get("A1")).toBeNull();
  expect(noLead.suggestions.get("A2")?.quantity).toBeGreaterThan(0);
  expect(noLead.issues.map(({ code }) => code)).toEqual(["missing-lead-time"]);
  const noStock = replenish(
    [{ ...shopItem({}, weekly), item: { item: "A1", leadTimeDays: 3 } }],
    shopContext("2025-02-28"),
  );
  expect(noStock.issues.map(({ code }) => code)).toEqual(["missing-stock"]);
  expect(noStock.suggestions.get("A1")).toBeNull();
});

test("T25: suggesting again after the order is placed suggests nothing", () => {
  const first = suggest({ onHand: 30 }).suggestion;
  const again = replenish(
    [
      shopItem({ onHand: 30 }, weekly, "week", {
        openOrders: [{ item: "A1", date: first?.receiptBy ?? "", quantity: first?.quantity ?? 0 }],
      }),
    ],
    shopContext("2025-02-28"),
  );
  expect(again.suggestions.get("A1")?.quantity).toBe(0);
});
