import { expect, test } from "vitest";
import { dayOf } from "../../../src/calendar/date.ts";
import { workCalendar } from "../../../src/calendar/work-calendar.ts";
import type { Item, SourceOffer } from "../../../src/item.ts";
import { replenish } from "../../../src/replenish/index.ts";
import type { Suggestion } from "../../../src/suggestion.ts";
import { plant, shopContext, shopItem, steady } from "../shop.ts";

const near: Item = {
  item: "A1",
  supplier: "Near",
  supplierItem: "N-7",
  unitCost: 5,
  leadTimeDays: 14,
  packSize: 10,
  currency: "EUR",
};
const far: Item = { item: "A1", supplier: "Far", unitCost: 3, leadTimeDays: 60, currency: "EUR" };

function suggested(main: Item, others: readonly Item[], onHand = 0): Suggestion {
  const item = { ...main, onHand, sources: others };
  const { suggestions } = replenish(
    [shopItem(item, steady("2026-03-09", 20, 4))],
    shopContext("2026-03-06", {
      // the far supplier is closed in May
      supplierCalendars: (supplier) =>
        supplier === "Far"
          ? workCalendar("DE", [{ from: dayOf("2026-05-01"), to: dayOf("2026-05-24") }])
          : plant,
    }),
  );
  const suggestion = suggestions.get("A1");
  if (suggestion === undefined || suggestion === null) throw new Error("nothing suggested");
  return suggestion;
}
const why = (sources: readonly SourceOffer[] | undefined) =>
  sources?.map((one) => [one.supplier, one.chosen, one.why]);

test("an item of several sources names all of them, the chosen one first, with what each would bring and cost", () => {
  const { sources, quantity, receiptBy, supplier, amount } = suggested(near, [far]);
  expect(why(sources)).toEqual([
    ["Far", true, "least-cost"],
    ["Near", false, "costs-more"],
  ]);
  const [chosen, other] = sources ?? [];
  expect(chosen).toMatchObject({ supplier, quantity, receiptBy, amount, leadTimeDays: 60, unitPrice: 3 });
  expect(other).toMatchObject({ supplierItem: "N-7", packSize: 10, unitPrice: 5, receiptBy: "2026-03-20" });
  expect((other?.quantity ?? 0) % 10).toBe(0);
  expect(other?.amount).toBe(5 * (other?.quantity ?? 0));
  expect(chosen?.costPerYear).toBeLessThan(other?.costPerYear ?? 0);
});

test("why the order goes to the chosen source is said of each", () => {
  const unpriced: Item = { item: "A1", supplier: "Dark", leadTimeDays: 5 };
  const { leadTimeDays: _, ...silent } = far;
  expect(why(suggested({ ...near, preferred: true }, [far]).sources)).toEqual([
    ["Near", true, "preferred"],
    ["Far", false, "not-preferred"],
  ]);
  expect(why(suggested(near, [unpriced, { ...silent, supplier: "Silent" }]).sources)).toEqual([
    ["Near", true, "least-cost"],
    ["Dark", false, "price-unknown"],
    ["Silent", false, "lead-time-unknown"],
  ]);
  expect(why(suggested(near, [{ ...silent, supplier: "Silent" }]).sources)).toEqual([
    ["Near", true, "only-usable"],
    ["Silent", false, "lead-time-unknown"],
  ]);
  const shared = suggested({ ...near, share: 0.6 }, [{ ...far, share: 0.4 }]);
  expect(why(shared.sources)).toEqual([
    ["Near", true, "share"],
    ["Far", false, "share"],
  ]);
});

test("another source is dated by its own calendar; without an order only its terms are named", () => {
  // ordered on 6 March, 60 days: within the closure to 24 May, which moves it on
  const { sources } = suggested({ ...near, preferred: true }, [far]);
  expect((sources?.[1]?.receiptBy ?? "") > "2026-05-24").toBe(true);
  const enough = suggested(near, [far], 5000);
  expect(enough.quantity).toBe(0);
  for (const source of enough.sources ?? []) {
    expect(source).not.toHaveProperty("quantity");
    expect(source).not.toHaveProperty("receiptBy");
    expect(source.unitPrice).toBeGreaterThan(0);
  }
  expect(suggested(near, [])).not.toHaveProperty("sources");
});
