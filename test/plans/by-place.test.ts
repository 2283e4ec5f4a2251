import { expect, test } from "vitest";
import { checkedOptions, type PlanItem } from "../../src/index.ts";
import { csv, plainPlanOf as planOf } from "./run.ts";

const places = ["Nord", "Sued"] as const;
const sold = (k: number, m: number, at: number) => 12 + 5 * k + 4 * at + ((m * 7 + k * 3 + at * 5) % 9);

const orders = (at: readonly string[]) =>
  csv("orders.csv", [
    ["item", "date", "quantity", "location", "supplier"],
    ...[0, 1, 2].flatMap((k) =>
      at.flatMap((place) =>
        Array.from({ length: 30 }, (_, m) => [
          `A${k}`,
          `${2023 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}-28`,
          sold(k, m, place === "Nord" ? 0 : 1),
          place,
          `V${place}`,
        ]),
      ),
    ),
  ]);
const items = (at: readonly string[]) =>
  csv("items.csv", [
    ["item", "onHand", "leadTimeDays", "unitCost", "location"],
    ...[0, 1, 2].flatMap((k) => at.map((place) => [`A${k}`, 9 * k + place.length, 10 + k, 2.5, place])),
  ]);
const open = (at: readonly string[]) =>
  csv("open.csv", [
    ["item", "date", "quantity", "location"],
    ...at.map((place, k) => ["A1", "2025-07-08", 11 + k, place]),
  ]);
const apart = { key: "item,location", serviceScope: "item" };

test("a plan of one location alone has the items of the plan of all, each under item@location", async () => {
  const files = (at: readonly string[]) => ({
    orders: [orders(at)],
    items: [items(at)],
    "open-orders": [open(["Nord", "Sued"].filter((one) => at.includes(one)))],
  });
  const all = await planOf(files(places), { ...apart, model: "theta" });
  expect(all.items.map(({ item }) => item)).toEqual(
    ["A0@Nord", "A0@Sued", "A1@Nord", "A1@Sued", "A2@Nord", "A2@Sued"],
  );
  expect(all.openOrders.map(({ item, quantity }) => [item, quantity])).toEqual([["A1@Nord", 11], ["A1@Sued", 12]]);
  const alone = await planOf(files(["Nord"]), { serviceScope: "item", model: "theta" });
  const said = ({ item: _, abc: __, suggestion, history, forecast }: PlanItem) => {
    const { item: ___, ...order } = suggestion ?? expect.unreachable();
    return { order, history, forecast: { ...forecast, item: "" } };
  };
  expect(all.items.filter(({ item }) => item.endsWith("@Nord")).map(said)).toEqual(alone.items.map(said));
});

test("master data without a location hold at every place, but their stock at none, which is told", async () => {
  const made = await planOf(
    {
      orders: [orders(places)],
      items: [csv("items.csv", [["item", "onHand", "leadTimeDays", "unitCost"], ["A0", 40, 9, 2], ["A1", 50, 9, 2]])],
      "open-orders": [csv("open.csv", [["item", "date", "quantity"], ["A0", "2025-07-08", 5]])],
      calendar: [csv("calendar.csv", [["from", "to", "kind", "item"], ["2024-02-01", "2024-02-20", "stockout", "A0"]])],
    },
    apart,
  );
  expect(made.items[0]).toMatchObject({ item: "A0@Nord", suggestion: null });
  expect(made.items.filter(({ history }) => (history.censored ?? []).length > 0).map(({ item }) => item)).toEqual([
    "A0@Nord",
    "A0@Sued",
  ]);
  const told = made.issues.filter(({ code }) => code.endsWith("-without-location"));
  expect(told).toMatchObject([
    { code: "stock-without-location", count: 2, text: "A0, A1" },
    { code: "rows-without-location", of: "open-orders", count: 1, text: "A0" },
  ]);
});

test("a successor takes over at every place of the old item; the only place has the stock that names none", async () => {
  const made = await planOf(
    {
      orders: [orders(["Nord"])],
      items: [
        csv("items.csv", [
          ["item", "onHand", "leadTimeDays", "unitCost", "successor", "successorFrom"],
          ["A0", 40, 9, 2, "B0", "2025-06-01"],
          ["B0", 3, 9, 2, "", ""],
        ]),
      ],
    },
    apart,
  );
  const successor = made.items.find(({ item }) => item === "B0@Nord");
  expect(successor?.suggestion).toMatchObject({ onHand: 3 });
  expect(successor?.forecast.demand.mean[0]).toBeGreaterThan(5);
});

test("the key is an option in both of its spellings; names that two places would share are refused", async () => {
  expect(checkedOptions({ key: ["item", "location"] }).key).toBe("item,location");
  const lines = [["A@B", "C"], ["A", "B@C"]].map(([item, at]) => [item, "2025-03-04", 5, at] as const);
  const files = { orders: [csv("orders.csv", [["item", "date", "quantity", "location"], ...lines, ...lines])] };
  await expect(planOf(files, apart)).rejects.toThrow("A@B@C may mean two items");
});
