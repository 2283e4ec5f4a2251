import { expect, test } from "vitest";
import { csv, planOf } from "./run.ts";

/** Sixty a month of the old part up to the end of June 2025, and of a part that nothing replaces. */
const months = Array.from({ length: 30 }, (_, k) => {
  const month = new Date(Date.UTC(2023, k, 28)).toISOString().slice(0, 10);
  return [
    ["OLD", month, 60 + (k % 3) - 1],
    ["STAYS", month, 60 + (k % 3) - 1],
  ];
}).flat();
const orders = csv("orders.csv", [["item", "date", "quantity"], ...months]);

/** The plan of 30 June where NEW, without a line of its own, replaces OLD. */
async function planned(from: string, stockOfOld: number) {
  const items = csv("items.csv", [
    ["item", "onHand", "leadTimeDays", "reviewDays", "unitCost", "successor", "successorFrom"],
    ["OLD", stockOfOld, 20, 7, 4, "NEW", from],
    ["NEW", 0, 20, 7, 4, "", ""],
    ["STAYS", 0, 20, 7, 4, "", ""],
  ]);
  const plan = await planOf({ orders: [orders], items: [items] }, { asOf: "2025-06-30" });
  return {
    of: (name: string) => plan.items.find(({ item }) => item === name)?.suggestion,
    issues: plan.issues.map(({ code }) => code),
  };
}

test("a successor without a line has its predecessor's demand from its date on, and the old part is used up first", async () => {
  const soon = await planned("2025-07-07", 10);
  const all = soon.of("STAYS")?.quantity ?? 0;
  const own = soon.of("NEW");
  // the days before the change are the old part's
  expect(own?.quantity).toBeGreaterThan(0.4 * all);
  expect(own?.quantity).toBeLessThan(0.95 * all);
  expect(own?.reasons).toContainEqual({ code: "takes-over", item: "OLD", from: "2025-07-07" });
  const later = await planned("2025-10-01", 200);
  expect(later.of("NEW")?.quantity).toBe(0);
  // a year of the old part is used first, though the new one could be had from July on
  const stocked = await planned("2025-07-07", 720);
  expect(stocked.of("NEW")?.quantity).toBe(0);
  expect(stocked.of("OLD")?.quantity).toBe(0);
});

test("a successor without its date is asked for, not guessed", async () => {
  const { of, issues } = await planned("", 10);
  expect(issues).toContain("successor-date-missing");
  expect(of("NEW")).toBeUndefined();
});
