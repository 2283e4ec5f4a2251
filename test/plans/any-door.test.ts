import { expect, test } from "vitest";
import { dialects, endingOf, grainOf, type HistoryRow } from "../../datasets/make/dialects.ts";
import { bytesSource } from "../../src/ingest/source.ts";
import { csv, plainPlanOf, planOf } from "./run.ts";

/** Two years of sales of eight items, with leading zeros, decimals and a thousand. */
const rows: HistoryRow[] = Array.from({ length: 24 }, (_, m) =>
  Array.from({ length: 8 }, (_, k) => ({
    order: `B${m}${k}`,
    line: "10",
    item: `000${4711 + k}`,
    date: `${2023 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}-${String(2 + 3 * k).padStart(2, "0")}`,
    quantity: k === 3 ? 1200 + 17 * m : 10 + k + ((m * 5 + k * 3) % 7) + (k === 5 ? 0.25 : 0),
    unit: k === 5 ? "KG" : "ST",
    price: 2.5 + k,
  })),
).flat();

const items = csv("items.csv", [
  ["item", "onHand", "leadTimeDays", "unitCost", "minimumOrder", "packSize"],
  ...Array.from({ length: 8 }, (_, k) => [`000${4711 + k}`, 3, 21, 2.5 + k, 10, 5]),
]);

const monthly = Object.keys(dialects).filter((name) => grainOf(name) !== "week");

test("one history through every dialect gives the same demand and the same suggestions", async () => {
  expect(monthly.length).toBeGreaterThanOrEqual(20);
  const plans = [];
  for (const name of monthly) {
    const bytes = dialects[name](rows);
    const source = bytesSource(`history-${name}.${endingOf(name)}`, bytes);
    const made = await plainPlanOf(
      { orders: [source], items: [items] },
      { bucket: "month", asOf: "2024-12-31", stockDate: "2024-12-31" },
    );
    plans.push({
      name,
      demand: made.items.map(({ item, history }) => [item, history.start, ...history.values]),
      suggestions: made.items.map(({ suggestion }) => [suggestion?.quantity, suggestion?.orderBy, suggestion?.need]),
    });
  }
  const [first] = plans;
  for (const { name, demand, suggestions } of plans) {
    expect({ name, demand }).toEqual({ name, demand: first?.demand });
    expect({ name, suggestions }).toEqual({ name, suggestions: first?.suggestions });
  }
});

test("--only plans only its items, each as in the whole plan, and says when there is none", async () => {
  const grouped = csv("items.csv", [
    ["item", "onHand", "leadTimeDays", "unitCost", "group", "supplier"],
    ...Array.from({ length: 8 }, (_, k) => [`000${4711 + k}`, 3, 21, 2.5 + k, `G${k % 3}`, `L${k % 2}`]),
  ]);
  const orders = csv("orders.csv", [
    ["item", "date", "quantity"],
    ...rows.map(({ item, date, quantity }) => [item, date, quantity]),
  ]);
  const sources = { orders: [orders], items: [grouped] };
  const whole = await planOf(sources);
  const some = await planOf(sources, { only: "group=G1" });
  expect(some.items.map(({ item }) => item)).toEqual(["0004712", "0004715", "0004718"]);
  for (const one of some.items)
    expect(one).toEqual(whole.items.find(({ item }) => item === one.item));
  await expect(planOf(sources, { only: "group=G9" })).rejects.toThrow(/no item has group=G9/);
});

test("an item that only requirements know is planned, a dead one is not dead to them; rows of unknown items are said", async () => {
  const orders = csv("orders.csv", [
    ["item", "date", "quantity"],
    ...rows.filter(({ item }) => item === "0004711").map(({ item, date, quantity }) => [item, date, quantity]),
    ...Array.from({ length: 10 }, (_, m) => ["DEAD", `2023-${String(m + 1).padStart(2, "0")}-10`, 5]),
  ]);
  const master = csv("items.csv", [
    ["item", "onHand", "leadTimeDays", "unitCost", "planning"],
    ["0004711", 3, 21, 2, "forecast"],
    ["DEAD", 0, 21, 2, "forecast"],
    ["ONLY", 0, 21, 2, "requirements"],
  ]);
  const requirements = csv("requirements.csv", [
    ["item", "date", "quantity"],
    ["ONLY", "2025-01-10", 130],
    ["DEAD", "2025-01-10", 60],
    ["NOBODY", "2025-01-10", 1],
  ]);
  const made = await plainPlanOf(
    { orders: [orders], items: [master], requirements: [requirements] },
    { asOf: "2024-12-31" },
  );
  const quantity = (item: string) => made.items.find((one) => one.item === item)?.suggestion?.quantity;
  expect(quantity("ONLY")).toBe(130);
  expect(quantity("DEAD")).toBe(60);
  expect(made.items.find(({ item }) => item === "DEAD")?.signals).toEqual([]);
  expect(made.issues.filter(({ code }) => code === "rows-of-unknown-items")).toMatchObject([
    { of: "requirements", count: 1, text: "NOBODY" },
  ]);
});
