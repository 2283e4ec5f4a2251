import { expect, test } from "vitest";
import type { Item } from "../../src/item.ts";
import { random } from "../../src/numeric/random.ts";
import { replenish } from "../../src/replenish/index.ts";
import { shopContext, shopItem, steady } from "./shop.ts";

/** Items that lose what they cannot sell, asked for `size` times what was said of them in each of 16 weeks. */
function shop(count: number, size: number) {
  const context = shopContext("2026-01-04");
  const dice = random(3);
  const items = Array.from({ length: count }, (_, k) => {
    const said = steady("2026-01-05", 20, 6);
    const history = Float64Array.from({ length: 60 }, () =>
      Math.max(0, Math.round(size * 20 + 6 * (dice.uniform() + dice.uniform() + dice.uniform() - 1.5) * 2)),
    );
    const backtest = Array.from({ length: 16 }, (_, at) => ({ ...said.demand, length: 44 + at }));
    const costs: Partial<Item> = {
      shortage: "lost",
      shortageCost: 1,
      holdingCostPerUnit: 0.2,
      holdingPer: "week",
    };
    const item = { item: `A${k}`, leadTimeDays: 14, reviewDays: 7, onHand: 0, ...costs };
    return shopItem(item, { ...said, backtest }, "week", { history });
  });
  return (tune: "off" | "auto") => {
    const { suggestions } = replenish(items, { ...context, options: { ...context.options, tune } });
    const all = [...suggestions.values()].flatMap((one) => one ?? []);
    return {
      ordered: all.reduce((sum, { quantity }) => sum + quantity, 0),
      reason: all[0]?.reasons.find(({ code }) => code === "fraction-tuned"),
    };
  };
}

test("where forecasts proved too high or too low, the past corrects what costs say, and says so", () => {
  const [high, low] = [shop(30, 0.8), shop(30, 1.2)];
  expect(high("off").reason).toBeUndefined();
  expect(high("auto").ordered).toBeLessThan(high("off").ordered);
  expect(low("auto").ordered).toBeGreaterThan(low("off").ordered);
  const said = high("auto").reason;
  expect(said?.code === "fraction-tuned" && said.fraction < said.theory && said.windows).toBe(150);
});

test("what may be chance moves nothing: one item, and forecasts that were right", () => {
  const one = shop(1, 0.8);
  expect(one("auto")).toEqual(one("off"));
  const right = shop(30, 1);
  const change = right("auto").ordered / right("off").ordered - 1;
  expect(Math.abs(change)).toBeLessThan(0.05);
});
