import { expect, test } from "vitest";
import { planFiles } from "../../api/library.ts";
import { charts, words } from "../../src/index.ts";
import { figure } from "../../src/kpis/figure.ts";

const file = (name: string, rows: readonly string[]) => ({
  name,
  bytes: new TextEncoder().encode(`${rows.join("\n")}\n`),
});
const months = Array.from(
  { length: 24 },
  (_, k) => `${2024 + Math.floor(k / 12)}-${String(1 + (k % 12)).padStart(2, "0")}-10`,
);
const orders = file("issues.csv", [
  "item;date;quantity",
  ...months.flatMap((day, k) => [`A;${day};${10 + (k % 5)}`, `B;${day};${20 + (k % 3)}`]),
]);

/** The figures of two items, A with a stock of 100 and B of 200, with these prices. */
async function stockValueOf(prices: readonly [string, string]) {
  const items = file("items.csv", [
    "item;onHand;leadTimeDays;price;currency",
    `A;100;14;${prices[0]}`,
    `B;200;14;${prices[1]}`,
  ]);
  const { plan } = await planFiles([orders, items], { horizon: 3 });
  return plan?.kpis;
}

test.each([
  ["prices that name a currency are money in it", ["2;EUR", "3;EUR"], 800, "EUR"],
  ["prices that name none are money all the same", ["2;", "3;"], 800, "money"],
  ["without a price for each item sums are pieces", ["2;EUR", ";"], 300, "units"],
  ["prices in two currencies are not summed", ["2;EUR", "3;CHF"], 300, "units"],
] as const)("%s", async (_, prices, value, unit) => {
  const kpis = await stockValueOf(prices);
  expect(kpis?.efficiency.stockValue).toMatchObject({ value, unit });
  expect(kpis?.effect.excessStock?.unit).toBe(unit);
  expect(kpis?.effect.shortageCost?.unit).toBe(unit);
  // what an order line costs and what is paid is money whatever is known of the stock
  expect(kpis?.efficiency.orderCost?.unit).toBe(unit === "units" ? "money" : unit);
});

test("pieces are never called money, and money without a currency is a sum of its own", () => {
  for (const lang of words.langs) {
    for (const name of ["stockValue", "excessStock", "shortageCost"]) {
      const money = words.kpiMeaning(name, lang, "EUR");
      expect(words.kpiMeaning(name, lang, "units")).not.toBe(money);
      expect(words.kpiMeaning(name, lang, "money")).toBe(money);
    }
    expect(words.kpiName("stockValue", lang, "units")).not.toBe(words.kpiName("stockValue", lang, "EUR"));
  }
  expect(charts.kpiValue(12_345, "money", "de")).toBe("12.345");
  expect(charts.kpiValue(12_345, "units", "de")).toBe("12.345 Stück");
});

test("a course goes on in one unit: what earlier runs measured in pieces is no point of a course in money", () => {
  const trends = {
    stockValue: [
      { asOf: "2026-01-01", value: 5, unit: "units" },
      { asOf: "2026-02-01", value: 700, unit: "EUR" },
    ],
  };
  const made = { value: 800, unit: "EUR", next: "none" } as const;
  expect(figure("stockValue", made, { asOf: ["2026-03-01"], trends }).trend).toEqual([
    { asOf: "2026-02-01", value: 700 },
    { asOf: "2026-03-01", value: 800 },
  ]);
});
