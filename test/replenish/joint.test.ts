import { expect, test } from "vitest";
import { dayOf } from "../../src/calendar/date.ts";
import type { Item, Supplier } from "../../src/item.ts";
import { replenish, replenishOptions } from "../../src/replenish/index.ts";
import { reasonSentence } from "../../src/words/index.ts";
import { shopContext, shopItem, steady } from "./shop.ts";

const weekly = steady("2025-03-03", 20, 5);
const today = "2025-02-28";

/** A1 is due today, A2 in about a week, A3 not for months, A4 at another supplier in a week. */
function orders(supplierOrderCost: number, changes: Partial<Item> = {}, supplier: Partial<Supplier> = {}) {
  const stocks: Record<string, number> = { A1: 20, A2: 85, A3: 400, A4: 85 };
  return replenish(
    Object.entries(stocks).map(([item, onHand]) =>
      shopItem(
        { item, onHand, supplier: item === "A4" ? "T" : "S", unitCost: 10, currency: "EUR", ...changes },
        weekly,
      ),
    ),
    shopContext(today, {
      options: { ...replenishOptions, supplierOrderCost },
      suppliers: new Map([
        ["S", { supplier: "S", ...supplier }],
        ["T", { supplier: "T" }],
      ]),
    }),
  );
}
const quantities = (of: ReturnType<typeof orders>) =>
  Object.fromEntries([...of.suggestions].map(([item, one]) => [item, one?.quantity ?? Number.NaN]));
const going = (of: ReturnType<typeof orders>) =>
  [...of.suggestions].flatMap(([item, one]) =>
    one?.reasons.some(({ code }) => code === "joins-order") ? [item] : [],
  );

test("without a cost of the order nothing goes along", () => {
  const alone = orders(0);
  expect(quantities(alone)).toMatchObject({ A2: 0, A3: 0, A4: 0 });
  expect(quantities(alone).A1).toBeGreaterThan(0);
});

test("what is due soon at the same supplier goes along where that saves more than it costs, explained", () => {
  const joint = orders(40);
  expect(going(joint)).toEqual(["A2"]);
  const second = joint.suggestions.get("A2");
  expect(second?.orderBy).toBe(joint.suggestions.get("A1")?.orderBy);
  expect(dayOf(second?.receiptBy ?? "")).toBeGreaterThanOrEqual(dayOf(second?.orderBy ?? "") + 14);
  const reason = second?.reasons.find((one) => one.code === "joins-order");
  if (reason === undefined) throw new Error("nothing joins the order");
  expect(reason).toMatchObject({ saves: 40, supplier: "S", currency: "EUR" });
  expect(reason.holdingCost).toBeLessThan(40);
  expect(reasonSentence(reason, "de")).toMatch(/vor der Zeit mit der Bestellung bei S mit/);
  expect(reasonSentence(reason, "en")).toMatch(/along with the order to S .* days early/);
  expect(joint.baskets[0]?.amount).toBeCloseTo(
    ["A1", "A2"].reduce((sum, item) => sum + (joint.suggestions.get(item)?.amount ?? 0), 0),
    9,
  );
  const sum = second?.reasons.find(({ code }) => code === "sum") as Record<string, number> | undefined;
  expect(sum && sum.demand + sum.buffer + sum.lot - sum.position + sum.rounding).toBeCloseTo(
    second?.quantity ?? -1,
    5,
  );
});

test("it stays away where holding costs more than the order, however soon it is due", () => {
  expect(going(orders(40, { holdingRatePerYear: 20 }))).toEqual([]);
  expect(going(orders(0.1))).toEqual([]);
});

test("the surcharge that an order going along saves counts too", () => {
  const lots = { orderCost: 20 };
  const ordered = orders(0.3, lots).suggestions.get("A1")?.amount ?? Number.NaN;
  expect(going(orders(0.3, lots))).toEqual([]);
  expect(going(orders(0.3, lots, { minimumValue: ordered + 100, surcharge: 30 }))).toEqual(["A2"]);
  expect(going(orders(0.3, lots, { minimumValue: ordered - 100, surcharge: 30 }))).toEqual([]);
});

test("T25: once everything is placed nothing is suggested again, and nothing goes along with nothing", () => {
  const first = orders(40);
  const again = replenish(
    [...first.suggestions].map(([item, one]) =>
      shopItem(
        { item, onHand: one?.onHand ?? 0, supplier: "S", unitCost: 10, currency: "EUR" },
        weekly,
        "week",
        { openOrders: [{ item, date: one?.receiptBy ?? "", quantity: one?.quantity ?? 0 }] },
      ),
    ),
    shopContext(today, { options: { ...replenishOptions, supplierOrderCost: 40 } }),
  );
  expect(quantities(again)).toEqual({ A1: 0, A2: 0, A3: 0, A4: 0 });
});

test("a blocked or rejected line takes nobody along", () => {
  const lines = (changes: object) =>
    replenish(
      [
        shopItem({ item: "A1", onHand: 20, supplier: "S", unitCost: 10 }, weekly, "week", changes),
        shopItem({ item: "A2", onHand: 85, supplier: "S", unitCost: 10 }, weekly),
      ],
      shopContext(today, {
        options: { ...replenishOptions, supplierOrderCost: 40 },
        suppliers: new Map([["S", { supplier: "S" }]]),
      }),
    ).suggestions.get("A2")?.quantity;
  expect(lines({})).toBeGreaterThan(0);
  expect(lines({ blocked: ["unit-change-suspected"] })).toBe(0);
  expect(lines({ decisions: [{ item: "A1", action: "reject", date: today }] })).toBe(0);
});
