import { expect, test } from "vitest";
import type { Decision, Item } from "../../../src/item.ts";
import { lotsOfOffer, orderFrom, replenish } from "../../../src/replenish/index.ts";
import type { Suggestion } from "../../../src/suggestion.ts";
import { shopContext, shopItem, steady } from "../shop.ts";

const near: Item = {
  item: "A1",
  supplier: "Near",
  supplierItem: "N-7",
  unitCost: 5,
  priceBreaks: [{ from: 500, price: 4 }],
  leadTimeDays: 14,
  minimumOrder: 30,
  packSize: 10,
  purchaseUnit: "KRT",
  unitsPerPurchaseUnit: 20,
  currency: "CHF",
};
const far: Item = { item: "A1", supplier: "Far", supplierItem: "F-1", unitCost: 3, leadTimeDays: 60 };
const preferred: Item = { ...far, preferred: true, currency: "EUR", onHand: 60 };

const planned = (decisions: readonly Decision[] = []) => {
  const item = { ...preferred, sources: [near] };
  return replenish(
    [shopItem(item, steady("2026-03-09", 20, 4), "week", { decisions })],
    shopContext("2026-03-06"),
  );
};
const suggested = (): Suggestion => planned().suggestions.get("A1") as Suggestion;

test("an order moved to another source has its number, lots, price for the quantity, currency and day", () => {
  const order = suggested();
  const [, offer] = order.sources ?? [];
  const moved = orderFrom(order, "Near");
  expect(order).toMatchObject({ supplier: "Far", unitPrice: 3, currency: "EUR" });
  expect(moved).toMatchObject({
    supplier: "Near",
    supplierItem: "N-7",
    quantity: offer?.quantity,
    purchaseQuantity: moved.quantity / 20,
    purchaseUnit: "KRT",
    unitPrice: 5,
    amount: 5 * moved.quantity,
    currency: "CHF",
    orderBy: offer?.orderBy,
    receiptBy: "2026-03-20",
  });
  expect(moved.quantity % 20).toBe(0);
  // what was decided is ordered there at the price of that quantity
  expect(orderFrom(order, "Near", 600)).toMatchObject({ quantity: 600, unitPrice: 4, amount: 2400 });
  expect(lotsOfOffer(offer ?? { chosen: false, why: "share" })).toEqual({ minimumOrder: 30, packSize: 20 });
});

test("an order stays as it is where it goes anyway, and where nobody can deliver", () => {
  const order = suggested();
  for (const supplier of [undefined, null, "Far", "Nobody"]) expect(orderFrom(order, supplier)).toBe(order);
  // all of what several were to share
  const part = { supplier: "Near", quantity: 40, receiptBy: "2026-03-20" };
  const shared = { ...order, split: [{ ...part, supplier: "Far", quantity: order.quantity - 40 }, part] };
  expect(orderFrom(shared, "Far")).toMatchObject({ supplier: "Far", quantity: order.quantity });
  expect(orderFrom(shared, "Far").split).toBeUndefined();
});

test("the next night counts on what was accepted when the decided source delivers, and pays that one", () => {
  const accepted = (supplier?: string): Decision => ({
    item: "A1",
    action: "change",
    quantity: 600,
    date: "2026-03-05",
    ...(supplier === undefined ? {} : { supplier }),
  });
  const [own, moved] = [planned([accepted()]), planned([accepted("Near")])];
  const inTime = (of: typeof own) => of.suggestions.get("A1") as Suggestion;
  expect(inTime(moved)).toMatchObject({ onOrder: 600, quantity: 0, decision: "change" });
  // 14 days of the near source instead of 60 of the far one: the shelf with stock for 20 is not empty between
  expect(inTime(moved).runsOutOn).toBe("2026-10-22");
  expect((inTime(own).runsOutOn ?? "9") < "2026-04-01").toBe(true);
  const paid = (of: typeof own, supplier: string) =>
    of.cash.filter((week) => week.supplier === supplier && week.p50 === week.p90)[0];
  expect(paid(own, "Far")).toMatchObject({ p50: 1800, currency: "EUR" });
  expect(paid(moved, "Near")).toMatchObject({ p50: 2400, currency: "CHF" });
  expect((paid(moved, "Near")?.week ?? "9") < (paid(own, "Far")?.week ?? "")).toBe(true);
});
