import { expect, test } from "vitest";
import { checkedConfig } from "../../api/run/config.ts";
import { runPlan } from "../../api/run/run-plan.ts";
import type { Plan } from "../../src/index.ts";
import { csv, filesOf, issueText, plainPlanOf as planOf } from "./run.ts";

const names = ["ANKER", "BOLZEN", "CLIP", "DORN"];
const history = Array.from({ length: 26 }, (_, m) =>
  names.map((item, k) => [
    item,
    `${2022 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}-1${k}`,
    20 + ((m * 7 + k * 3) % 9),
  ]),
).flat();
const orders = csv("orders.csv", [["item", "date", "quantity"], ...history]);

/** Master data of all items, sound but for one field of the first. */
const master = (field: string, value: string, rest: string) =>
  csv("items.csv", [
    ["item", "onHand", "leadTimeDays", "unitCost", ...(field in { leadTimeDays: 0, onHand: 0 } ? [] : [field])],
    ...names.map((item, k) => {
      const cells: Record<string, string> = { onHand: "3", leadTimeDays: "20" };
      const cell = k === 0 ? value : rest;
      if (field in cells) return [item, field === "onHand" ? cell : "3", field === "leadTimeDays" ? cell : "20", 2];
      return [item, 3, 20, 2, cell];
    }),
  ]);

const suggested = (plan: Plan) => plan.items.map(({ item, suggestion }) => [item, suggestion === null]);

test.each([
  ["leadTimeDays", "8200000", "20"],
  ["leadTimeDays", "2e9", "20"],
  ["reviewDays", "77777777", "9"],
  ["goodsReceiptWorkingDays", "9000000", "2"],
  ["leadTimeSdDays", "123456", "2"],
  ["minimumOrder", "7e307", "1"],
  ["packSize", "3e300", "1"],
  ["packSize", "4e-200", "1"],
  ["maximumStock", "9e99", "900"],
  ["reorderPoint", "2e15", "9"],
  ["onHand", "6e200", "3"],
  ["orderCost", "8e250", "3"],
])("%s of %s: said with its row, this item is not planned, all others are as ever", async (field, value, rest) => {
  const begun = performance.now();
  const plan = await planOf({ orders: [orders], items: [master(field, value, rest)] });
  expect(suggested(plan)).toEqual(names.map((item, k) => [item, k === 0]));
  expect(plan.issues.filter(({ code }) => code === "value-beyond-bounds")).toMatchObject([
    { item: "ANKER", column: field, file: "items.csv", row: 2, severity: "error" },
  ]);
  expect(issueText(plan.issues)).toContain("please correct it");
  const sound = await planOf({ orders: [orders], items: [master(field, rest, rest)] });
  expect(plan.items.slice(1).map(({ suggestion }) => suggestion?.need)).toEqual(
    sound.items.slice(1).map(({ suggestion }) => suggestion?.need),
  );
  expect(Object.keys(filesOf(plan))).toHaveLength(10);
  expect(performance.now() - begun).toBeLessThan(20_000);
});

test("an open order, a known order, a decision of more than a thousand billion: only its item stays unplanned", async () => {
  const items = master("reviewDays", "7", "7");
  const far = csv("far.csv", [
    ["item", "date", "quantity"],
    ["CLIP", "2024-03-20", "5e13"],
    ["DORN", "2024-03-20", 5],
  ]);
  for (const kind of ["open-orders", "requirements"] as const) {
    const plan = await planOf({ orders: [orders], items: [items], [kind]: [far] });
    expect(suggested(plan)).toEqual(names.map((item) => [item, item === "CLIP"]));
    expect(plan.issues.filter(({ code }) => code === "value-beyond-bounds")).toMatchObject([
      { item: "CLIP", file: "far.csv", row: 2 },
    ]);
  }
});

test("lines with a quantity or a day that no business has do not count; their item is planned without them", async () => {
  const odd = csv("orders.csv", [
    ["item", "date", "quantity"],
    ...history,
    ["BOLZEN", "2024-01-15", "4e307"],
    ["BOLZEN", "0004-02-11", "5"],
    ["CLIP", "2791-02-11", "5"],
  ]);
  const items = [master("reviewDays", "7", "7")];
  const plan = await planOf({ orders: [odd], items });
  const sound = await planOf({ orders: [orders], items });
  expect(plan.items.map(({ suggestion }) => suggestion?.quantity)).toEqual(
    sound.items.map(({ suggestion }) => suggestion?.quantity),
  );
  expect(plan.issues.filter(({ code }) => ["quantity-beyond-bounds", "no-such-date"].includes(code))).toMatchObject([
    { code: "quantity-beyond-bounds", row: 106, item: "BOLZEN" },
    { code: "no-such-date", row: 107 },
    { code: "no-such-date", row: 108 },
  ]);
});

test("an as-of or stock day decades after the last line is refused, a stock date of one row does not move the others", async () => {
  const sources = { orders: [orders], items: [master("reviewDays", "7", "7")] };
  await expect(planOf(sources, { asOf: "2093-05-01" })).rejects.toMatchObject({ code: "day-too-far" });
  await expect(planOf(sources, { stockDate: "2093-05-01" })).rejects.toMatchObject({ code: "day-too-far" });
  const dated = csv("items.csv", [
    ["item", "onHand", "leadTimeDays", "stockDate"],
    ...names.map((item, k) => [item, 3, 20, k === 2 ? "2124-03-01" : "2024-03-01"]),
  ]);
  const plan = await planOf({ orders: [orders], items: [dated] });
  expect(plan.stockDate).toBe("2024-03-01");
  expect(plan.issues.filter(({ code }) => code === "stock-date-far")).toMatchObject([{ item: "CLIP", row: 4 }]);
});

test("a history of centuries in days is cut to what is looked at, and said", async () => {
  const old = csv("orders.csv", [
    ["item", "date", "quantity"],
    ...names.map((item) => [item, "1951-01-01", 5]),
    ...history.map(([item, date, quantity]) => [item, date, quantity]),
  ]);
  const plan = await planOf({ orders: [old], items: [master("reviewDays", "7", "7")] }, { bucket: "day" });
  expect(plan.items[0]?.history.values.length).toBeLessThanOrEqual(10_000);
  expect(plan.issues.filter(({ code }) => code === "lines-before-history")).toHaveLength(1);
});

test("a plant closed for a century, at once or year after year, is said with its rows and does not count", async () => {
  const items = [master("reviewDays", "7", "7")];
  const sound = await planOf({ orders: [orders], items });
  const century = [["2007-03-01", "2111-08-31", "plant-closure"]];
  const yearly = Array.from({ length: 30 }, (_, k) => [`${2010 + k}-01-02`, `${2010 + k}-12-30`, "plant-closure"]);
  for (const closed of [century, yearly]) {
    const calendar = [csv("calendar.csv", [["from", "to", "kind"], ...closed, ["2050-05-02", "2050-05-03", "holiday"]])];
    const plan = await planOf({ orders: [orders], items, calendar });
    expect(plan.items.map(({ suggestion }) => suggestion?.quantity !== undefined)).toEqual(names.map(() => true));
    expect(plan.items.map(({ history }) => history.values)).toEqual(sound.items.map(({ history }) => history.values));
    const said = plan.issues.filter(({ code }) => code === "closure-endless");
    expect(said).toHaveLength(closed.length);
    expect(said[0]).toMatchObject({ file: "calendar.csv", row: 2 });
  }
});

test("a plant that the standing calendar closes for a century, alone or with a file's rows, ends no plan", async () => {
  const { options } = checkedConfig({});
  const closed = (from: string, to: string) => ({ from, to, kind: "plant-closure" as const });
  const files = { orders: [orders], items: [master("reviewDays", "7", "7")] };
  const calendar = [csv("calendar.csv", [["from", "to", "kind"], ["2020-01-01", "2023-06-30", "plant-closure"]])];
  for (const [more, row] of [
    [{}, closed("1999-05-01", "2098-04-30")],
    [{ calendar }, closed("2023-07-03", "2027-12-31")],
  ] as const) {
    const standing = { calendar: [row], decisions: [] };
    const { plan } = await runPlan({ ...files, ...more }, { options, standing });
    expect(plan.items.map(({ suggestion }) => suggestion?.quantity !== undefined)).toEqual(names.map(() => true));
    expect(plan.issues.filter(({ code }) => code === "closure-endless").length).toBeGreaterThan(0);
  }
});
