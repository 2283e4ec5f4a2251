import { describe, expect, test } from "vitest";
import { workCalendar } from "../../src/calendar/work-calendar.ts";
import { dayOf, isoDate } from "../../src/calendar/date.ts";
import { csv, planOf } from "./run.ts";

const plant = workCalendar("DE");

/** Ten pieces on every working day from 2022 to a given day. */
function steady(until: string) {
  const rows: (string | number)[][] = [["item", "date", "quantity", "kind"]];
  for (let day = dayOf("2022-01-03"); day <= dayOf(until); day++) {
    if (plant.isOpen(day)) rows.push(["A", isoDate(day), 10, "issue"]);
  }
  return csv("orders.csv", rows);
}

describe("the same shop seen on different days of a month", () => {
  test("has the same reorder point, and runs out within one working day of the same distance", async () => {
    const seen = [];
    for (const day of ["2024-10-01", "2024-10-11", "2024-10-25"]) {
      const made = await planOf(
        {
          orders: [steady(day)],
          items: [csv("items.csv", [["item", "onHand", "leadTimeDays"], ["A", 300, 14]])],
        },
        { bucket: "month" },
      );
      const suggestion = made.items[0]?.suggestion;
      const out = suggestion?.runsOutOn ?? "";
      seen.push({ reorderPoint: suggestion?.reorderPoint ?? 0, open: plant.count(dayOf(day) + 1, dayOf(out)) });
    }
    const points = seen.map(({ reorderPoint }) => reorderPoint);
    expect(Math.max(...points) - Math.min(...points)).toBeLessThanOrEqual(0.02 * Math.max(...points));
    for (const { open } of seen) expect(Math.abs(open - 30)).toBeLessThanOrEqual(1);
  });

  test("T11: constant demand a working day has no season, no trend and no flag", async () => {
    const made = await planOf({ orders: [steady("2024-12-31")] }, { bucket: "month" });
    const [item] = made.items;
    expect(item?.signals).toEqual([]);
    const days = item?.forecast.demand.mean ?? [];
    days.forEach((mean, k) => {
      const from = dayOf(`2025-${String(k + 1).padStart(2, "0")}-01`);
      const to = k === 11 ? dayOf("2025-12-31") : dayOf(`2025-${String(k + 2).padStart(2, "0")}-01`) - 1;
      expect(Math.abs(mean / (10 * plant.count(from, to)) - 1)).toBeLessThan(0.05);
    });
  });
});
