import fc from "fast-check";
import { expect, test } from "vitest";
import type { Item } from "../../../src/item.ts";
import { orderLinesOf, partsOf } from "../../../src/order-lines.ts";
import { replenish } from "../../../src/replenish/index.ts";
import { splitOrder } from "../../../src/replenish/lots/split.ts";
import type { Suggestion } from "../../../src/suggestion.ts";
import { shopContext, shopItem, steady } from "../shop.ts";

const shared = (main: Partial<Item> = {}, other: Partial<Item> = {}): Item => ({
  item: "A1",
  supplier: "X",
  share: 0.7,
  unitCost: 2,
  currency: "EUR",
  ...main,
  sources: [
    { item: "A1", supplier: "Y", share: 0.3, unitCost: 3, leadTimeDays: 5, currency: "EUR", ...other },
  ],
});
const split = (item: Item, quantity: number, open: number[] = []) =>
  splitOrder({
    item,
    quantity,
    openOrders: open.map((of, k) => ({ item: "A1", date: "2026-02-01", quantity: of, supplier: "XY"[k] })),
    whole: true,
  }).map(({ source, quantity: of }) => [source.supplier, of]);

test("sources share an order by their shares of all that is on order, in whole packs, none below its minimum", () => {
  expect(split(shared(), 100)).toEqual([
    ["X", 70],
    ["Y", 30],
  ]);
  expect(split(shared({}, { packSize: 20 }), 100)).toEqual([
    ["X", 60],
    ["Y", 40],
  ]);
  // Y has 100 of 200 on order: X gets all
  expect(split(shared(), 100, [0, 100])).toEqual([["X", 100]]);
  expect(split(shared({}, { minimumOrder: 50 }), 100)).toEqual([["X", 100]]);
  // the lot is too small for two: the one that lacks most gets it
  expect(split(shared({ minimumOrder: 100 }, { minimumOrder: 100 }), 100, [300, 0])).toEqual([["Y", 100]]);
  expect(split(shared({}, { currency: "USD" }), 100)).toEqual([]);
});

test("parts are the order, whatever shares, packs, minimum orders and open orders", () => {
  fc.assert(
    fc.property(
      fc.record({
        share: fc.double({ min: 0.01, max: 1, noNaN: true }),
        packs: fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })),
        minimum: fc.integer({ min: 0, max: 80 }),
        count: fc.integer({ min: 1, max: 60 }),
        open: fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 2 }),
      }),
      ({ share, packs, minimum, count, open }) => {
        const item = shared({ packSize: packs[0] }, { share, packSize: packs[1], minimumOrder: minimum });
        const quantity = count * packs[0];
        const parts = new Map(split(item, quantity, open) as [string, number][]);
        const [x = 0, y = 0] = [parts.get("X"), parts.get("Y")];
        expect(x + y).toBe(quantity);
        expect([x % packs[0], y % packs[1]]).toEqual([0, 0]);
        expect(y === 0 || y >= minimum).toBe(true);
      },
    ),
    { seed: 11, numRuns: Number(process.env.PROVE_CASES ?? 200) },
  );
});

test("a changed order of several sources is split anew in proportion, whole, and adds up", () => {
  const parts = [
    { supplier: "X", quantity: 60, receiptBy: "2026-02-01", unitPrice: 2, amount: 120 },
    { supplier: "Y", quantity: 40, receiptBy: "2026-01-20" },
  ];
  const said = (quantity: number) =>
    partsOf(parts, quantity).map((part) => [part.supplier, part.quantity, part.amount]);
  expect(partsOf(parts, 100)).toEqual(parts);
  expect(said(51)).toEqual([
    ["X", 31, 62],
    ["Y", 20, undefined],
  ]);
  expect(said(1)).toEqual([["X", 1, 2]]);
});

test("an order of two sources is two lines of an order list: each with its price and receipt, packs with the main one", () => {
  const suggestion = {
    ...replenish(
      [shopItem({ ...shared({ leadTimeDays: 14 }), onHand: 20 }, steady("2026-01-05", 10, 3))],
      shopContext("2026-01-04"),
    ).suggestions.get("A1"),
    purchaseQuantity: 10,
    supplierItem: "N-1",
  } as Suggestion;
  const lines = orderLinesOf(suggestion);
  const sum = (of: (line: Suggestion) => number | undefined) =>
    lines.reduce((total, line) => total + (of(line) ?? 0), 0);
  expect(lines.map(({ supplier, supplierItem }) => [supplier, supplierItem])).toEqual([
    ["X", "N-1"],
    ["Y", undefined],
  ]);
  expect([sum(({ quantity }) => quantity), sum(({ amount }) => amount)]).toEqual([
    suggestion.quantity,
    suggestion.amount,
  ]);
  expect(orderLinesOf({ ...lines[0] } as Suggestion)).toEqual([lines[0]]);
});

const forecast = steady("2026-01-05", 10, 3);

test("a plan orders from both: amounts, baskets and cash go to each source, the sum of parts is the order", () => {
  const item = { ...shared({ leadTimeDays: 14 }), onHand: 20 };
  const { suggestions, baskets, cash } = replenish([shopItem(item, forecast)], shopContext("2026-01-04"));
  const one = suggestions.get("A1");
  const [x, y] = one?.split ?? [];
  expect([x?.supplier, y?.supplier]).toEqual(["X", "Y"]);
  expect((x?.quantity ?? 0) + (y?.quantity ?? 0)).toBe(one?.quantity);
  expect(one?.amount).toBe(2 * (x?.quantity ?? 0) + 3 * (y?.quantity ?? 0));
  expect((y?.receiptBy ?? "") < (x?.receiptBy ?? "")).toBe(true);
  expect(baskets.map(({ supplier, amount }) => [supplier, amount])).toEqual([
    ["X", x?.amount],
    ["Y", y?.amount],
  ]);
  expect(new Set(cash.map(({ supplier }) => supplier))).toEqual(new Set(["X", "Y"]));
  expect(one?.reasons.flatMap((r) => (r.code === "from-source" ? [[r.supplier, r.share]] : []))).toEqual([
    ["X", 0.7],
    ["Y", 0.3],
  ]);
});

test("where the shelf runs empty before the main source is there, the faster one gets at least what bridges", () => {
  const item = { ...shared({ leadTimeDays: 42, share: 0.95 }, { share: 0.05 }), onHand: 10 };
  const of = (changes: Partial<Item>) =>
    replenish([shopItem({ ...item, ...changes }, forecast)], shopContext("2026-01-04")).suggestions.get("A1");
  const part = (supplier: string, changes = {}) =>
    of(changes)?.split?.find((one) => one.supplier === supplier)?.quantity ?? 0;
  // five weeks without stock from the end of the first: a twentieth of the order is no bridge
  expect(part("Y")).toBeGreaterThanOrEqual(40);
  expect(part("Y", { onHand: 60 })).toBeLessThan(20);
});

test("of many orders one that is a large part of the plan is asked about; few, decided and cheap ones are not", () => {
  const item = (k: number, unitCost: number) =>
    shopItem({ item: `A${String(k).padStart(2, "0")}`, unitCost, currency: "EUR" }, forecast);
  const codes = (count: number, limit = 0.25) =>
    [
      ...replenish(
        Array.from({ length: count }, (_, k) => item(k, k === 3 ? 400 : 5)),
        shopContext("2026-01-04", {
          options: { ...shopContext("2026-01-04").options, largestOrderShare: limit },
        }),
      ).suggestions.values(),
    ].flatMap((one) =>
      one?.attentionCodes?.includes("large-order") === true ? [one.item, one.attention] : [],
    );
  expect(codes(24)).toEqual(["A03", "review"]);
  expect(codes(24, 0.9)).toEqual([]);
  expect(codes(12)).toEqual([]);
});
