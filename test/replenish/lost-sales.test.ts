import fc from "fast-check";
import { expect, test } from "vitest";
import { planningLevels } from "../../src/forecast.ts";
import type { Item } from "../../src/item.ts";
import { demandPaths, pathCount } from "../../src/replenish/cost/paths.ts";
import { beginShareOf, holdingPerUnitYear, lostShareOf } from "../../src/replenish/cost/unit-costs.ts";
import { replenish, replenishOptions } from "../../src/replenish/index.ts";
import { cases, requestOf, type Shop, shop, suggestionOf } from "./any-shop.ts";
import { shopContext, shopItem, steady } from "./shop.ts";

const costs = { shortageCost: 1, holdingCostPerUnit: 0.2, holdingPer: "week" } as const;
const weekly = steady("2025-03-03", 20, 5);

const at = (item: Partial<Item>, orders: readonly (readonly [string, number])[] = []) => {
  const { suggestions } = replenish(
    [
      shopItem({ ...costs, onHand: 0, ...item }, weekly, "week", {
        openOrders: orders.map(([date, quantity]) => ({ item: "A1", date, quantity })),
      }),
    ],
    shopContext("2025-03-02"),
  );
  const found = suggestions.get("A1");
  if (found === undefined || found === null) throw new Error("no suggestion");
  return found;
};

test("an empty shop that loses its sales orders for the interval after the arrival alone", () => {
  const lost = at({ shortage: "lost" });
  const waits = at({ shortage: "backorder" });
  // two weeks of 20 are lost before anything can arrive: nobody comes back for them
  expect(lost.quantity).toBeGreaterThan(20);
  expect(lost.quantity).toBeLessThan(32);
  expect(waits.quantity - lost.quantity).toBeGreaterThan(30);
});

test("part of it lost lies between all and nothing", () => {
  const [none, half, all] = [0, 0.5, 1].map((lostShare) => at({ shortage: "partial", lostShare }).quantity);
  expect(half).toBeGreaterThan(all);
  expect(half).toBeLessThan(none);
});

test("stock that is enough for the lead time loses nothing: the model makes no difference then", () => {
  const orders = [["2025-03-10", 30]] as const;
  const [lost, waits] = (["lost", "backorder"] as const).map((shortage) =>
    at({ shortage, onHand: 60 }, orders),
  );
  expect(Math.abs(lost.orderUpTo - waits.orderUpTo)).toBeLessThanOrEqual(4);
});

test("goods that arrive before the shelf is empty save what would be lost; those after it do not", () => {
  const early = at({ shortage: "lost", onHand: 20 }, [["2025-03-10", 20]]);
  const late = at({ shortage: "lost", onHand: 20 }, [["2025-03-17", 20]]);
  expect(early.quantity).toBeGreaterThan(late.quantity + 10);
});

test("the expected cost is what holding and shortage come to, and least at the quantity suggested", () => {
  const best = at({ shortage: "lost", onHand: 30 });
  const sum = ({ expectedCost }: typeof best) =>
    (expectedCost?.holding ?? Number.NaN) + (expectedCost?.shortage ?? Number.NaN);
  expect(best.expectedCost?.ordering).toBe(0);
  expect(sum(best)).toBeGreaterThan(0);
  for (const minimumOrder of [best.quantity + 5, best.quantity + 30])
    expect(sum(at({ shortage: "lost", onHand: 30, minimumOrder }))).toBeGreaterThan(sum(best));
  expect(at({ shortage: "lost", orderCost: 7 }).expectedCost?.ordering).toBe(7);
  expect(at({ shortageCost: 1, unitCost: 10 }).expectedCost).toBeDefined();
});

test("without the cost of a unit short nothing is said of costs, and a service level asked for is kept", () => {
  const { shortageCost: _, ...holding } = { ...costs };
  const plain = replenish([shopItem({ ...holding, unitCost: 3 }, weekly)], shopContext("2025-03-02"));
  expect(plain.suggestions.get("A1")?.expectedCost).toBeUndefined();
  const [low, high] = [0.8, 0.99].map((serviceLevel) => at({ shortage: "lost", serviceLevel }).quantity);
  expect(high).toBeGreaterThan(low);
});

test("holding by the week is paid at its end, by the day on both ends, by the year all the time", () => {
  const item = { item: "A1" };
  expect(beginShareOf({ ...item, holdingPer: "week" }, 7)).toBe(0);
  expect(beginShareOf({ ...item, holdingPer: "day" }, 7)).toBeCloseTo(3 / 7, 12);
  expect(beginShareOf({ ...item, holdingPer: "year" }, 7)).toBe(0.5);
  expect(beginShareOf(item, 7)).toBe(0.5);
  expect(holdingPerUnitYear({ ...item, holdingCostPerUnit: 2, holdingPer: "month" }, 0.2)).toBe(24);
  expect(holdingPerUnitYear({ ...item, unitCost: 10 }, 0.2)).toBe(2);
  expect(holdingPerUnitYear(item, 0.2)).toBeUndefined();
  expect(lostShareOf({ ...item, lostShare: 0.4 })).toBe(0);
});

test("paths have the quantiles of their buckets, are the same each time, and go no further than the forecast", () => {
  const { forecast } = shopItem({}, weekly);
  const paths = demandPaths(forecast, 3);
  expect(paths).toHaveLength(3);
  for (const [k, path] of paths.entries()) {
    const level = forecast.demand.levels.indexOf(0.9);
    expect(path).toHaveLength(pathCount);
    expect(path.toSorted()[Math.floor(0.9 * pathCount)]).toBeCloseTo(forecast.demand.quantiles[level][k], 0);
  }
  expect(paths[0]).not.toEqual(paths[1]);
  expect(demandPaths(forecast, 3)).toEqual(paths);
  expect(demandPaths(forecast, 99)).toHaveLength(26);
});

test("what is asked for once in a while is held until then: a rare item keeps less than its mean says", () => {
  const level = (share: number) => {
    const levels = planningLevels.map((p) => (p < 1 - share ? 0 : 4));
    const bands = {
      mean: new Float64Array(8).fill(4 * share),
      levels: planningLevels,
      quantiles: levels.map((q) => new Float64Array(8).fill(q)),
    };
    const rare = { item: "A1", model: "rare", start: "2025-03-03", demand: bands, cumulative: bands };
    const { suggestions } = replenish(
      [shopItem({ ...costs, shortage: "lost", onHand: 0 }, rare)],
      shopContext("2025-03-02"),
    );
    return suggestions.get("A1")?.quantity;
  };
  expect(level(0.25)).toBe(0);
  expect(level(0.6)).toBe(4);
});

const priced = (one: Shop, changes: Partial<Item>) => {
  const { serviceLevel: _, ...item } = requestOf(one).item;
  return suggestionOf(
    {
      ...requestOf(one),
      item: { ...item, shortageCost: 30, holdingCostPerUnit: 2, holdingPer: "week", ...changes },
    },
    replenishOptions,
  );
};

test("any shop: quantities are finite, a dearer shortage never orders less, dearer holding never more", () => {
  fc.assert(
    fc.property(
      shop,
      fc.constantFrom<Partial<Item>>({ shortage: "lost" }, { shortage: "partial", lostShare: 0.3 }),
      (one, model) => {
        const usual = priced(one, model);
        expect(Number.isFinite(usual.quantity) && usual.quantity >= 0).toBe(true);
        expect(usual.orderUpTo).toBeGreaterThanOrEqual(usual.reorderPoint);
        expect(usual.expectedCost?.shortage).toBeGreaterThanOrEqual(0);
        expect(usual.expectedCost?.holding).toBeGreaterThanOrEqual(0);
        expect(usual.expectedService).toBeGreaterThanOrEqual(0);
        expect(usual.expectedService).toBeLessThanOrEqual(1);
        const slack = 1e-3 * usual.orderUpTo + (model.shortage === "lost" ? 0 : 0.02 * usual.orderUpTo + 1);
        expect(priced(one, { ...model, shortageCost: 90 }).reorderPoint).toBeGreaterThanOrEqual(
          usual.reorderPoint - slack,
        );
        expect(
          priced(one, { ...model, holdingCostPerUnit: 6, orderCost: 0 }).reorderPoint,
        ).toBeLessThanOrEqual(priced(one, { ...model, orderCost: 0 }).reorderPoint + slack);
      },
    ),
    cases,
  );
});
