import { describe, expect, test } from "vitest";
import type { Item, OpenOrder } from "../../src/item.ts";
import { replenish } from "../../src/replenish/index.ts";
import { reasonsSentence } from "../../src/words/index.ts";
import { shopContext, shopItem, steady } from "./shop.ts";

const weekly = steady("2025-03-03", 20, 5);
const order = (date: string, quantity: number): OpenOrder => ({ item: "A1", date, quantity });
const suggest = (item: Partial<Item>, known: readonly OpenOrder[], openOrders: readonly OpenOrder[] = []) => {
  const { suggestions } = replenish(
    [
      shopItem({ leadTimeDays: 3, ...item }, weekly, "week", {
        openOrders,
        requirements: known.map((one) => ({ ...one, kind: "order" as const })),
      }),
    ],
    shopContext("2025-02-28"),
  );
  const suggestion = suggestions.get("A1");
  if (!suggestion) throw new Error("no suggestion");
  return suggestion;
};

describe("what customers have ordered is covered whole", () => {
  test("a service of 98 % leaves no customer two pieces short", () => {
    for (const quantity of [150, 400, 7001])
      for (const missing of [1, 4, 60]) {
        const found = suggest({ onHand: quantity - missing }, [order("2025-03-06", quantity)]);
        expect(found.onHand + found.quantity).toBeGreaterThanOrEqual(quantity);
        expect(found.orderBy).toBe("2025-03-03");
      }
  });
  test("and what is there for all of it needs no order", () => {
    expect(suggest({ onHand: 405 }, [order("2025-03-06", 400)]).quantity).toBe(0);
  });
  test("a maximum stock is one of the shelf, not of what goes through it", () => {
    const found = suggest({ onHand: 27, leadTimeDays: 60, maximumStock: 22 }, [order("2025-03-05", 45)]);
    expect(found.orderUpTo).toBe(22);
    expect(found.quantity).toBe(22 - 27 + 45);
    const sum = found.reasons.find(({ code }) => code === "sum-levels");
    expect(sum).toMatchObject({ orderUpTo: 22, position: -18, quantity: 40 });
    expect(reasonsSentence(found.reasons, "en")).toContain(
      "Sum: up to 22 + 18 spoken for + 0 rounding = 40.",
    );
    expect(reasonsSentence(found.reasons, "de")).toContain("bis 22 + 18 schon vergeben + 0 Rundung = 40.");
    expect(suggest({ onHand: 27, leadTimeDays: 60, maximumStock: 22 }, []).quantity).toBe(0);
  });
});

test("a quantity that changes nothing that is shown is no choice between two equal numbers", () => {
  for (const lang of ["de", "en"] as const) {
    const text = reasonsSentence(
      suggest({ onHand: 0, unitCost: 3 }, [order("2025-03-06", 9000)]).reasons,
      lang,
    );
    expect(text).toMatch(lang === "de" ? /wie bei der vorgeschlagenen/ : /as with the one suggested/);
    expect(text).not.toMatch(/(\d+)\s?% (?:statt|instead of) \1\s?%/);
  }
});

describe("what is told of orders on their way", () => {
  const told = (item: Partial<Item>, open: readonly OpenOrder[]) => {
    const found = suggest(item, [], open);
    return { found, text: reasonsSentence(found.reasons, "en") };
  };
  test("two of one day fill the shelf together", () => {
    const { text } = told({ onHand: 0 }, [order("2025-03-03", 43), order("2025-03-03", 325)]);
    expect(text).toContain("368");
    expect(text).not.toMatch(/\b43\b/);
  });
  test("a far one is not to be brought forward where a near one lasts longer", () => {
    const { found } = told({ onHand: 0 }, [order("2025-03-04", 900), order("2025-06-30", 40)]);
    expect(found.quantity).toBe(0);
    expect(found.reasons.find(({ code }) => code === "supply-late")).not.toHaveProperty("empty");
  });
  test("the next order is never foreseen for after the shelf is empty", () => {
    for (const packSize of [1, 100, 300])
      for (const onHand of [120, 180, 250, 400]) {
        const { orderBy, runsOutOn = "", quantity } = suggest({ onHand, packSize, unitCost: 0.4 }, []);
        if (quantity === 0) expect(orderBy <= runsOutOn).toBe(true);
      }
  });
});
