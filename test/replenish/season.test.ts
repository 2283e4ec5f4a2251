import { expect, test } from "vitest";
import type { Item } from "../../src/item.ts";
import { replenish } from "../../src/replenish/index.ts";
import type { Suggestion } from "../../src/suggestion.ts";
import { normalForecast, shopContext, shopItem } from "./shop.ts";

/** Lawn goods, by month from April 2025: a season of five months, sure within a twentieth, and seven empty ones. */
const lawn = [30, 90, 210, 150, 60, 0, 0, 0, 0, 0, 0, 0];
const forecast = normalForecast(
  "2025-04-01",
  lawn,
  lawn.map((mean) => mean / 20),
);

function planned(today: string, item: Partial<Item>): Suggestion {
  const request = shopItem({ leadTimeDays: 30, reviewDays: 30, ...item }, forecast, "month");
  const suggestion = replenish([request], shopContext(today)).suggestions.get("A1");
  if (suggestion === undefined || suggestion === null) throw new Error("no suggestion");
  return suggestion;
}

test("a demand that is sure to come in its season is no rare lump: its level is that of its months", () => {
  // April and May: 120
  const { reorderPoint, safetyStock, quantity } = planned("2025-03-31", {});
  expect(reorderPoint).toBeGreaterThan(110);
  expect(reorderPoint).toBeLessThan(150);
  expect(safetyStock).toBeLessThan(20);
  expect(quantity).toBeLessThan(150);
});

test("holidays before a season are not made up by the days of the season", () => {
  // Good Friday, Easter Monday, 1 May and Ascension lie in these 60 days; June asks for three times as much a day
  const { reasons } = planned("2025-03-31", {});
  const [cover] = reasons.filter(({ code }) => code === "cover-demand");
  expect(cover).toMatchObject({ leadDays: 30, reviewDays: 30 });
  const { demand } = cover as { readonly demand: number } & typeof cover;
  expect(demand).toBeGreaterThan(112);
  expect(demand).toBeLessThan(132);
});
