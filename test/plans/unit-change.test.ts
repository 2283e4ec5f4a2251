import { describe, expect, test } from "vitest";
import { shiftFactor } from "../../src/signals/life/cleaned.ts";
import { csv, plainPlanOf as planOf } from "./run.ts";

/** Sold by the piece for 30 months, then in packs of 100 at a hundred times the price. */
function orders() {
  const rows: (string | number)[][] = [["item", "date", "quantity", "kind", "price"]];
  for (let m = 0; m < 36; m++) {
    const date = `${2022 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}-15`;
    const packs = m >= 30;
    const pieces = 1000 + 100 * (((m * 7) % 5) - 2);
    rows.push(["A", date, packs ? pieces / 100 : pieces, "sale", packs ? 20 : 0.2]);
    rows.push(["B", date, 50 + ((m * 3) % 7), "sale", 1]);
  }
  rows.push(["B", "2024-12-31", 1, "sale", 1]);
  return csv("orders.csv", rows);
}
const items = csv("items.csv", [["item", "onHand", "leadTimeDays"], ["A", 1, 14], ["B", 5, 14]]);

describe("a suspected change of unit", () => {
  test("stops the item, asks, and forecasts in the new unit", async () => {
    const made = await planOf({ orders: [orders()], items: [items] }, { bucket: "month" });
    const [a] = made.items;
    expect(a?.signals.map(({ kind }) => kind)).toContain("unit-change");
    expect(a?.forecast.demand.mean[0]).toBeGreaterThan(7);
    expect(a?.forecast.demand.mean[0]).toBeLessThan(13);
    expect(a?.suggestion?.attention).toBe("blocked");
    const question = made.issues.find(({ code }) => code === "unit-change-suspected")?.question;
    expect(question).toEqual({ id: "unit-change:A", candidates: ["unit-changed", "real-demand"] });
  });
  test("an answer settles it for this and all later runs", async () => {
    const made = await planOf(
      { orders: [orders()], items: [items] },
      { bucket: "month", answers: { "unit-change:A": "unit-changed" } },
    );
    expect(made.items[0]?.suggestion?.attention).not.toBe("blocked");
    expect(made.items[0]?.suggestion?.quantity).toBeGreaterThan(0);
    expect(made.items[0]?.suggestion?.quantity).toBeLessThan(40);
    expect(made.issues.map(({ code }) => code)).not.toContain("unit-change-suspected");
  });
});

test("the factor of a unit change is exact", () => {
  const signal = { at: "", seen: "", state: "open", direction: "down", p: 0, q: 0, impact: 0, impactUnit: "" } as const;
  expect(shiftFactor({ ...signal, kind: "unit-change", size: -0.9897 })).toBe(0.01);
  expect(shiftFactor({ ...signal, kind: "unit-change", size: 10.7 })).toBe(12);
  expect(shiftFactor({ ...signal, kind: "level-shift", size: 0.4 })).toBe(1.4);
});
