import { expect, test } from "vitest";
import { dayOf } from "../../src/calendar/date.ts";
import { supplierCalendars } from "../../src/calendar/parties.ts";
import { replenish } from "../../src/replenish/index.ts";
import { shopContext, shopItem, steady } from "./shop.ts";

const today = "2026-06-30";
const weekly = steady("2026-07-01", 25, 3);

test("a box that lasts most of a year is ordered before the shelf is empty, whatever share of the year that serves", () => {
  const one = replenish(
    [shopItem({ onHand: 15, leadTimeDays: 7, minimumOrder: 1000 }, weekly)],
    shopContext(today),
  ).suggestions.get("A1");
  expect(one?.quantity).toBe(1000);
  expect(one?.reorderPoint).toBeGreaterThan(37);
});

test("an order late by more than a lead time is looked at where without it another would be due", () => {
  const codes = (onHand: number, date: string) =>
    replenish(
      [
        shopItem({ onHand, leadTimeDays: 14 }, weekly, "week", {
          openOrders: [{ item: "A1", date, quantity: 400 }],
        }),
      ],
      shopContext(today),
    ).suggestions.get("A1")?.attentionCodes ?? [];
  // 40 are there for eleven days, an order of now would need fourteen
  expect(codes(40, "2026-06-12")).toContain("open-order-long-overdue");
  expect(codes(40, "2026-06-18")).toEqual([]);
  // 60 last for seventeen, the next review would be too late
  expect(codes(60, "2026-06-12")).toContain("open-order-long-overdue");
  expect(codes(90, "2026-06-12")).toEqual([]);
  expect(codes(900, "2026-03-20")).toContain("open-order-long-overdue");
});

test("an empty shelf before an overdue order is looked at, and its sentence says until when it is empty", () => {
  const openOrders = [{ item: "A1", date: "2026-06-15", quantity: 400 }];
  const one = replenish(
    [shopItem({ onHand: 0, leadTimeDays: 14 }, weekly, "week", { openOrders })],
    shopContext(today),
  ).suggestions.get("A1");
  expect(one).toMatchObject({
    quantity: 0,
    attention: "review",
    attentionCodes: ["open-order-long-overdue", "runs-out-before-receipt"],
  });
  const reasons = new Map(one?.reasons.map((reason) => [reason.code, reason]));
  expect(reasons.get("empty-before-receipt")).toMatchObject({ quantity: 400, on: "2026-07-07" });
  const enough = reasons.get("enough");
  expect(enough?.code === "enough" && (enough.until ?? "") > "2026-09-01").toBe(true);
});

test("an order of a customer that is months away changes nothing today", () => {
  const level = (requirements: { item: string; date: string; quantity: number }[]) =>
    replenish(
      [shopItem({ leadTimeDays: 7 }, weekly, "week", { requirements })],
      shopContext(today),
    ).suggestions.get("A1");
  const far = level([{ item: "A1", date: "2026-11-27", quantity: 500 }]);
  expect(far?.reorderPoint).toBe(level([])?.reorderPoint);
});

test("a closure that names an item closes its supply alone, with or without its supplier", () => {
  const shut = { from: "2026-07-27", to: "2026-08-21" };
  const calendars = supplierCalendars(
    [],
    [
      { ...shut, kind: "supplier-closure", item: "B1" },
      { ...shut, kind: "supplier-closure", supplier: "S2", item: "C1" },
      { ...shut, kind: "plant-closure", item: "D1" },
    ],
    "DE",
  );
  const isOpen = (supplier: string | undefined, item: string) =>
    calendars(supplier, item).isOpen(dayOf("2026-08-05"));
  expect([isOpen("S1", "B1"), isOpen(undefined, "B1"), isOpen("S2", "C1"), isOpen("S1", "D1")]).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect([isOpen("S1", "A1"), isOpen("S2", "A1"), isOpen("S1", "C1")]).toEqual([true, true, true]);
});

test("a blocked line speaks of no budget and asks to be settled before it is ordered", () => {
  const blocked = ["unit-change-suspected"];
  const one = replenish(
    [shopItem({ onHand: 5, leadTimeDays: 14 }, weekly, "week", { blocked })],
    shopContext(today),
  ).suggestions.get("A1");
  expect(one).toMatchObject({ quantity: 0, attention: "blocked" });
  expect(one?.reasons.map(({ code }) => code)).not.toContain("budget-cut");
  expect(one?.reasons.find(({ code }) => code === "below-reorder-point")).toMatchObject({ blocked: true });
});
