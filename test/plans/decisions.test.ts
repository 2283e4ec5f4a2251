import { describe, expect, test } from "vitest";
import { dayOf, isoDate } from "../../src/calendar/date.ts";
import { workCalendar } from "../../src/calendar/work-calendar.ts";
import { csv, filesOf, plainPlanOf as planOf } from "./run.ts";

const plant = workCalendar("DE");
const today = "2024-10-31";

/** Three items alike, ten pieces on every working day; each has a stock of 40 and a lead time of two weeks. */
function orders() {
  const rows: (string | number)[][] = [["item", "date", "quantity", "kind"]];
  for (let day = dayOf("2023-01-02"); day <= dayOf(today); day++) {
    if (plant.isOpen(day)) for (const item of ["A", "B", "C"]) rows.push([item, isoDate(day), 10, "issue"]);
  }
  return csv("orders.csv", rows);
}
const items = csv("items.csv", [
  ["item", "onHand", "leadTimeDays", "supplier", "unitCost", "currency"],
  ...["A", "B", "C"].map((item) => [item, 40, 14, "S1", 2, "EUR"]),
]);
const history = orders();

type Row = readonly (string | number)[];
const decision = (...rows: Row[]) =>
  csv("decisions.csv", [["item", "action", "quantity", "order", "date", "reason"], ...rows]);
const open = (...rows: Row[]) => csv("open.csv", [["item", "date", "quantity", "order"], ...rows]);

async function planned(decisions?: ReturnType<typeof csv>, openOrders?: ReturnType<typeof csv>) {
  const plan = await planOf({
    orders: [history],
    items: [items],
    ...(decisions === undefined ? {} : { decisions: [decisions] }),
    ...(openOrders === undefined ? {} : { "open-orders": [openOrders] }),
  });
  const suggestion = plan.items.find(({ item }) => item === "A")?.suggestion;
  if (suggestion === null || suggestion === undefined) throw new Error("no suggestion");
  const codes = plan.issues.filter(({ item }) => item === "A").map(({ code }) => code);
  return { plan, suggestion, codes };
}

const alone = (await planned()).suggestion.quantity;

describe("what the buyer decided counts in the next run", () => {
  test("undecided counts for nothing: the same is suggested again", async () => {
    expect(alone).toBeGreaterThan(0);
    expect((await planned()).suggestion.quantity).toBe(alone);
  });

  for (const action of ["accept", "ordered"] as const) {
    test(`${action}: counts as supply until it shows up, and nothing more is suggested`, async () => {
      const { suggestion, codes } = await planned(decision(["A", action, alone, "", "2024-10-30", ""]));
      expect(suggestion).toMatchObject({ quantity: 0, onOrder: alone, decision: action });
      expect(codes).not.toContain("accepted-not-in-erp");
    });
  }

  test("changed: the changed quantity counts, what is missing is suggested", async () => {
    const { suggestion } = await planned(decision(["A", "change", alone - 30, "", "2024-10-30", ""]));
    expect(suggestion).toMatchObject({ onOrder: alone - 30, decision: "change" });
    expect(suggestion.quantity).toBe(30);
  });

  test("rejected counts for nothing: the suggestion stays and carries the decision", async () => {
    const { suggestion } = await planned(decision(["A", "reject", "", "", "2024-10-30", "too much"]));
    expect(suggestion).toMatchObject({ quantity: alone, onOrder: 0, decision: "reject" });
  });

  test("shown among the open orders it counts once, by its order number", async () => {
    const { suggestion } = await planned(
      decision(["A", "accept", alone, "4711", "2024-10-30", ""]),
      open(["A", "2024-11-13", alone - 5, "4711"]),
    );
    expect(suggestion.onOrder).toBe(alone - 5);
  });

  test("shown among the open orders it counts once, by its quantity where the number is not known", async () => {
    const { suggestion } = await planned(
      decision(["A", "accept", alone, "", "2024-10-30", ""]),
      open(["A", "2024-11-13", alone, "4711"]),
    );
    expect(suggestion).toMatchObject({ quantity: 0, onOrder: alone });
  });

  test("another order of the item leaves it counting beside", async () => {
    const { suggestion } = await planned(
      decision(["A", "accept", alone, "4712", "2024-10-30", ""]),
      open(["A", "2024-11-13", 7, "4711"]),
    );
    expect(suggestion.onOrder).toBe(alone + 7);
  });

  test("overdue and never seen among the open orders: no supply any more, an issue, and suggested again", async () => {
    const { suggestion, codes } = await planned(decision(["A", "accept", alone, "", "2024-10-01", ""]));
    expect(codes).toContain("accepted-not-in-erp");
    expect(suggestion).toMatchObject({ quantity: alone, onOrder: 0 });
    expect(suggestion.decision).toBeUndefined();
  });

  test("on its receipt day it still counts, the day after it does not", async () => {
    const made = (date: string) => planned(decision(["A", "accept", alone, "", date, ""]));
    expect((await made("2024-10-17")).codes).not.toContain("accepted-not-in-erp");
    expect((await made("2024-10-16")).codes).toContain("accepted-not-in-erp");
  });

  test("the newest of several decisions holds; two accepted ones are two orders", async () => {
    const both = await planned(
      decision(["A", "accept", 20, "1", "2024-10-29", ""], ["A", "accept", 15, "2", "2024-10-30", ""]),
    );
    expect(both.suggestion.onOrder).toBe(35);
    const taken = await planned(
      decision(["A", "accept", 20, "1", "2024-10-29", ""], ["A", "reject", "", "", "2024-10-30", ""]),
    );
    expect(taken.suggestion.decision).toBe("reject");
  });

  test("a decision moves its own line and basket only", async () => {
    const before = await planned();
    const after = await planned(decision(["A", "accept", alone, "", "2024-10-30", ""]));
    const lines = (plan: typeof before.plan) =>
      (filesOf(plan)["suggestions.csv"] ?? "").split(/\r?\n/).filter((line) => /^[BC],/.test(line));
    expect(lines(before.plan)).toHaveLength(2);
    expect(lines(after.plan)).toEqual(lines(before.plan));
    const amount = (plan: typeof before.plan) => plan.baskets[0]?.amount ?? Number.NaN;
    expect(amount(after.plan)).toBeCloseTo(amount(before.plan) - (before.suggestion.amount ?? 0), 9);
  });
});
