import { expect, test } from "vitest";
import { csv, plainPlanOf as planOf } from "./run.ts";

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
async function planned(from: string, stockOfOld: number, answers: Record<string, string> = {}) {
  const items = csv("items.csv", [
    ["item", "onHand", "leadTimeDays", "reviewDays", "unitCost", "successor", "successorFrom"],
    ["OLD", stockOfOld, 20, 7, 4, "NEW", from],
    ["NEW", 0, 20, 7, 4, "", ""],
    ["STAYS", 0, 20, 7, 4, "", ""],
  ]);
  const plan = await planOf({ orders: [orders], items: [items] }, { asOf: "2025-06-30", answers });
  return {
    questions: plan.issues.flatMap(({ question }) => question ?? []),
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

test("old and new part together show the demand once: every bucket of both adds up to the part that stays", async () => {
  const dates = ["2025-07-15", "2025-09-01", "2025-06-01"];
  for (const from of dates) {
    const items = csv("items.csv", [
      ["item", "onHand", "leadTimeDays", "reviewDays", "unitCost", "successor", "successorFrom"],
      ["OLD", 10, 20, 7, 4, "NEW", from],
      ["NEW", 0, 20, 7, 4, "NEWEST", "2025-12-01"],
      ["NEWEST", 0, 20, 7, 4, "", ""],
      ["STAYS", 0, 20, 7, 4, "", ""],
    ]);
    const plan = await planOf({ orders: [orders], items: [items] }, { asOf: "2025-06-30" });
    const meanOf = (name: string) => plan.items.find(({ item }) => item === name)?.forecast;
    const parts = ["OLD", "NEW", "NEWEST"].flatMap((name) => meanOf(name) ?? []);
    expect(parts.length).toBe(3);
    const all = meanOf("STAYS")?.demand.mean ?? new Float64Array(0);
    for (const [k, whole] of all.entries()) {
      const sum = parts.reduce((total, { demand }) => total + demand.mean[k], 0);
      expect(sum / whole).toBeCloseTo(1, 1);
    }
    for (const { cumulative } of parts)
      for (const row of cumulative.quantiles) expect([...row]).toEqual([...row].sort((a, b) => a - b));
  }
});

test("without a date two parts that are both asked for keep their own demand; one that took over has it all", async () => {
  const both = (last: number) =>
    months.filter(([name], k) => name !== "OLD" || k < 2 * last).concat(
      months.filter((_, k) => k >= 2 * 25).map(([, date]) => ["NEW", date, 20]).filter((_, k) => k % 2 === 0),
    );
  const forecastsOf = async (last: number) => {
    const items = csv("items.csv", [
      ["item", "onHand", "leadTimeDays", "successor"],
      ["OLD", 10, 20, "NEW"],
      ["NEW", 0, 20, ""],
      ["STAYS", 0, 20, ""],
    ]);
    const rows = csv("orders.csv", [["item", "date", "quantity"], ...both(last)]);
    const plan = await planOf({ orders: [rows], items: [items] }, { asOf: "2025-06-30" });
    const first = (name: string) => plan.items.find(({ item }) => item === name)?.forecast.demand.mean[0] ?? 0;
    return { old: first("OLD"), own: first("NEW"), asked: plan.issues.some(({ code }) => code === "successor-date-missing") };
  };
  const apart = await forecastsOf(30);
  expect(apart.asked).toBe(true);
  expect(apart.old).toBeGreaterThan(50);
  expect(apart.own).toBeLessThan(30);
  const after = await forecastsOf(25);
  expect(after.asked).toBe(false);
  expect(after.old).toBe(0);
  expect(after.own).toBeGreaterThan(15);
});

test("a successor without its date is asked for, not guessed", async () => {
  const { of, issues, questions } = await planned("", 10);
  expect(issues).toContain("successor-date-missing");
  expect(of("NEW")).toBeUndefined();
  const candidates = ["2025-07-01", "2025-08-01", "2025-09-01"];
  expect(questions).toContainEqual({ id: "successor-from:OLD", candidates });
  const answered = await planned("", 10, { "successor-from:OLD": "2025-07-07" });
  const given = await planned("2025-07-07", 10);
  expect(answered.issues).not.toContain("successor-date-missing");
  expect(answered.of("NEW")).toEqual(given.of("NEW"));
});

test("that the months of a replaced part became uneven is no riddle either", async () => {
  const rest = [
    ["OLD", "2025-07-02", 9],
    ["NEW", "2025-07-20", 52],
    ["NEW", "2025-08-20", 61],
    ["STAYS", "2025-07-20", 60],
    ["STAYS", "2025-08-20", 61],
  ];
  const all = csv("orders.csv", [["item", "date", "quantity"], ...months, ...rest]);
  const items = csv("items.csv", [
    ["item", "onHand", "leadTimeDays", "unitCost", "successor", "successorFrom"],
    ["OLD", 0, 20, 4, "NEW", "2025-07-03"],
    ["NEW", 0, 20, 4, "", ""],
    ["STAYS", 0, 20, 4, "", ""],
  ]);
  const plan = await planOf({ orders: [all], items: [items] }, { asOf: "2025-08-31" });
  const old = plan.items.find(({ item }) => item === "OLD");
  expect(old?.signals.filter(({ state }) => state === "open")).toEqual([]);
});
