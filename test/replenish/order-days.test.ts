import { expect, test } from "vitest";
import type { Requirement } from "../../src/item.ts";
import { replenish } from "../../src/replenish/index.ts";
import { shopContext, shopItem, steady } from "./shop.ts";

const weekly = steady("2025-03-03", 35, 1);
const mondays = new Map([["M", { supplier: "M", orderDays: [1] }]]);

/** The order of an item with 20 pieces and a lead time of three days; asked of a supplier M. */
function ordered(today: string, onHand: number, suppliers: typeof mondays | undefined) {
  const item = { supplier: "M", leadTimeDays: 3, reviewDays: 7, onHand };
  const context = shopContext(today, suppliers === undefined ? {} : { suppliers });
  const line = replenish([shopItem(item, weekly)], context).suggestions.get("A1");
  if (line == null) throw new Error("nothing was planned");
  return line;
}

test("what a supplier takes on Mondays alone lasts until the goods of the Monday after", () => {
  // Tuesday to Monday are six days: 5 a day
  const free = ordered("2025-03-04", 20, undefined);
  const bound = ordered("2025-03-04", 20, mondays);
  expect(bound.orderBy).toBe("2025-03-10");
  expect(bound.reorderPoint).toBe(free.reorderPoint);
  expect(bound.quantity - free.quantity).toBeGreaterThanOrEqual(28);
  expect(bound.quantity - free.quantity).toBeLessThanOrEqual(32);
  const wait = bound.reasons.find(({ code }) => code === "waits-for-order-day");
  expect(wait).toMatchObject({ on: "2025-03-10" });
  const sum = bound.reasons.find((one) => one.code === "sum");
  expect((sum?.demand ?? 0) + (sum?.buffer ?? 0) + (sum?.lot ?? 0) - 20 + (sum?.rounding ?? 0)).toBeCloseTo(
    bound.quantity,
    6,
  );
  // on the day itself it is the order of any supplier
  expect(ordered("2025-03-10", 20, mondays).quantity).toBe(ordered("2025-03-10", 20, undefined).quantity);
  // enough is enough, whatever the day
  expect(ordered("2025-03-04", 60, mondays).quantity).toBe(0);
});

/** What is ordered with these customers' orders, and with so many of them counted as backorders. */
function known(requirements: readonly Omit<Requirement, "item">[], backorders = 0) {
  const item = { leadTimeDays: 7, reviewDays: 7, onHand: 30, backorders };
  const changes = { requirements: requirements.map((one) => ({ item: "A1", ...one })) };
  const { suggestions } = replenish([shopItem(item, weekly, "week", changes)], shopContext("2025-03-02"));
  return suggestions.get("A1")?.quantity ?? Number.NaN;
}

test("a customer's order that is overdue comes on top of the forecast: its own week is over", () => {
  const plain = known([]);
  expect(known([{ date: "2025-02-26", quantity: 60 }]) - plain).toBe(60);
  // one of the days ahead is part of what was forecast for them
  expect(known([{ date: "2025-03-05", quantity: 20 }]) - plain).toBeLessThanOrEqual(1);
  // what waits is not counted twice where the master data count it as well
  expect(known([{ date: "2025-02-26", quantity: 60 }], 60) - plain).toBe(60);
  expect(known([{ date: "2025-02-26", quantity: 60 }], 25) - plain).toBe(60);
  expect(known([], 60) - plain).toBe(60);
});
