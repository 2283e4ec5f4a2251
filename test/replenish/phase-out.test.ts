import { expect, test } from "vitest";
import type { Item } from "../../src/item.ts";
import { type ReplenishItem, replenish } from "../../src/replenish/index.ts";
import type { Suggestion } from "../../src/suggestion.ts";
import { shopContext, shopItem, steady } from "./shop.ts";

/** About 23 a week from Wednesday 31 December 2025 on, 20 there, two weeks of lead time: 33 a ten days. */
function ordered(item: Partial<Item>, changes: Partial<ReplenishItem> = {}): Suggestion {
  const request = shopItem(
    { onHand: 20, unitCost: 3, phaseOut: "2026-02-15", ...item },
    steady("2025-12-29", 23, 1, 60),
    "week",
    changes,
  );
  const suggestion = replenish([request], shopContext("2025-12-31")).suggestions.get("A1");
  if (suggestion === undefined || suggestion === null) throw new Error("no suggestion");
  return suggestion;
}
const codes = ({ reasons }: Suggestion) => reasons.map(({ code }) => code);

test("a minimum order of which most is left over in the end is asked about, with what is left", () => {
  // about 150 until the last day, 20 are there
  const line = ordered({ minimumOrder: 500 });
  expect(line.attentionCodes).toContain("phase-out-conflict");
  expect(line.attentionCodes).not.toContain("covers-over-a-year");
  const [left] = line.reasons.filter(({ code }) => code === "conflict-phase-out");
  expect(left).toMatchObject({ on: "2026-02-15" });
  expect((left as { quantity: number } & typeof left).quantity).toBeGreaterThan(340);
  expect((left as { quantity: number } & typeof left).quantity).toBeLessThan(400);
  expect(codes(ordered({ packSize: 30 }))).not.toContain("conflict-phase-out");
});

test("no lot of ours outlasts the item, whatever it saves", () => {
  const cheap = ordered({ orderCost: 80, unitCost: 0.05 });
  expect(cheap.quantity).toBeGreaterThan(100);
  expect(cheap.quantity).toBeLessThan(150);
  // half the price from 100 on is within what is needed, from 1,000 on it is not
  expect(ordered({ priceBreaks: [{ from: 100, price: 1.5 }] }).quantity).toBeGreaterThanOrEqual(100);
  expect(ordered({ priceBreaks: [{ from: 1000, price: 1.5 }] }).quantity).toBeLessThan(150);
});

test("what would come after the last day is not ordered, but for customers who wait", () => {
  const late = ordered({ phaseOut: "2026-01-10" });
  expect(late).toMatchObject({ quantity: 0, need: 0, attention: "review" });
  expect(codes(late)).toEqual(["phase-out", "comes-after-end", "runs-out"]);
  expect(ordered({ phaseOut: "2026-01-10", onHand: 0, backorders: 5 }).quantity).toBe(5);
  const known = [{ item: "A1", date: "2026-01-08", quantity: 60 }];
  expect(ordered({ phaseOut: "2026-01-10" }, { requirements: known }).quantity).toBe(40);
  expect(ordered({ phaseOut: "2026-01-10", minimumOrder: 100 }).quantity).toBe(0);
  // in time it is
  expect(ordered({ phaseOut: "2026-01-10", leadTimeDays: 3 }).quantity).toBeGreaterThan(5);
});

test("a known order after the last day is not passed over in silence", () => {
  const asked = (date: string, phaseOut = "2026-02-15") =>
    replenish(
      [
        shopItem({ onHand: 20, phaseOut }, steady("2025-12-29", 23, 1, 60), "week", {
          requirements: [{ item: "A1", date, quantity: 80 }],
        }),
      ],
      shopContext("2025-12-31"),
    ).issues.filter(({ code }) => code === "requirement-after-end");
  expect(asked("2026-03-10")).toMatchObject([
    { item: "A1", quantity: 80, text: "2026-03-10", last: "2026-02-15" },
  ]);
  expect(asked("2026-02-10")).toEqual([]);
});
