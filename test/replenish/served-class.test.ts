import fc from "fast-check";
import { expect, test } from "vitest";
import { planningLevels } from "../../src/forecast.ts";
import type { Item } from "../../src/item.ts";
import { normalQuantile } from "../../src/numeric/normal.ts";
import { certain, distribution } from "../../src/replenish/demand/distribution.ts";
import {
  type ReplenishOptions,
  replenish,
  replenishOptions,
  suggestTogether,
} from "../../src/replenish/index.ts";
import { classSteps, ladderFrom } from "../../src/replenish/service/assortment.ts";
import { fillRate, levelForFill, type Protection } from "../../src/replenish/service/service.ts";
import { cases } from "./any-shop.ts";
import { plant, shopContext, shopItem, steady } from "./shop.ts";

const today = "2025-02-28";
const assortment: ReplenishOptions = { ...replenishOptions, serviceLevel: 0.95, serviceScope: "assortment" };

/** A shop of weekly items: price and how unsteady each one is. */
const shopOf = (rows: readonly (readonly [price: number, sd: number, changes?: Partial<Item>])[]) =>
  rows.map(([unitCost, sd, changes], k) =>
    shopItem({ item: `A${k}`, unitCost, currency: "EUR", ...changes }, steady("2025-03-03", 20, sd)),
  );

const linesOf = (items: ReturnType<typeof shopOf>, options: ReplenishOptions) => {
  const { suggestions } = replenish(items, shopContext(today, { options }));
  return items.map(({ item }) => {
    const found = suggestions.get(item.item);
    if (found === undefined || found === null) throw new Error("no suggestion");
    return found;
  });
};

test("the items of a class reach its target together with less stock, dear ones a little less, none below the floor", () => {
  const items = shopOf([
    [1, 12],
    [2, 10],
    [60, 14],
    [5, 9],
    [90, 12],
  ]);
  const worth = (lines: ReturnType<typeof linesOf>) =>
    lines.reduce((sum, { reorderPoint }, k) => sum + reorderPoint * (items[k].item.unitCost ?? 0), 0);
  const alone = linesOf(items, { ...assortment, serviceScope: "item" });
  const together = linesOf(items, assortment);
  expect(worth(together)).toBeLessThan(worth(alone));
  const fills = together.map(({ expectedService }) => expectedService);
  expect(fills.reduce((sum, fill) => sum + fill, 0) / fills.length).toBeGreaterThanOrEqual(0.95 - 1e-6);
  expect(Math.min(...fills)).toBeGreaterThanOrEqual(0.85 - 1e-6);
  expect(
    Math.min(...linesOf(items, { ...assortment, serviceFloorGap: 0.02 }).map((one) => one.expectedService)),
  ).toBeGreaterThanOrEqual(0.93 - 1e-6);
  for (const { reasons, quantity } of together)
    if (quantity > 0)
      expect(reasons.find(({ code }) => code === "buffer-class")).toMatchObject({ classTarget: 0.95 });
});

test("a class smaller than asked for leaves each item its own target; items of which nothing is asked count in it", () => {
  const items = shopOf([
    [1, 12],
    [90, 12],
    [70, 14],
  ]);
  const small = { ...assortment, leastClassSize: 4 };
  expect(linesOf(items, small)).toEqual(linesOf(items, { ...assortment, serviceScope: "item" }));
  const { suggestions } = replenish(
    items.slice(1),
    shopContext(today, { options: assortment, others: items.slice(0, 1) }),
  );
  const whole = linesOf(items, assortment);
  expect([...suggestions.values()]).toEqual(whole.slice(1));
});

test("an item alone in its class gets the level that serves its target", () => {
  for (const [price, sd] of [
    [3, 12],
    [0.2, 4],
    [800, 25],
  ] as const) {
    const items = shopOf([[price, sd]]);
    const [one] = linesOf(items, assortment);
    const [alone] = linesOf(items, { ...assortment, serviceScope: "item" });
    expect(one.reorderPoint).toBe(alone.reorderPoint);
  }
});

test("classes with targets of their own reach them by themselves, and a critical item keeps its own level", () => {
  const items = shopOf([
    [1, 12],
    [70, 12],
    [80, 12, { serviceLevel: 0.99 }],
    [9, 12],
    [60, 12],
  ]).map((one, k) => ({ ...one, abc: k < 3 ? ("A" as const) : ("B" as const) }));
  const options = { ...assortment, serviceByClass: { A: 0.97, B: 0.9 } };
  const lines = linesOf(items, options);
  const alone = linesOf(items, { ...options, serviceScope: "item" });
  expect(lines[2].reorderPoint).toBe(alone[2].reorderPoint);
  const mean = (of: readonly number[]) =>
    of.reduce((sum, k) => sum + lines[k].expectedService, 0) / of.length;
  expect(mean([0, 1])).toBeGreaterThanOrEqual(0.97 - 1e-6);
  expect(mean([3, 4])).toBeGreaterThanOrEqual(0.9 - 1e-6);
  expect(mean([3, 4])).toBeLessThan(0.97);
});

test("an item without a price, with costs of its own or with another service type keeps its own target", () => {
  const items = shopOf([
    [1, 12],
    [70, 12],
    [30, 12, { serviceType: "cycle" }],
    [30, 12, { shortageCost: 9 }],
  ]);
  const unpriced = shopItem({ item: "B" }, steady("2025-03-03", 20, 12));
  const all = [...items, unpriced];
  const [lines, alone] = [assortment, { ...assortment, serviceScope: "item" } as const].map((options) =>
    linesOf(all, options),
  );
  for (const k of [2, 3, 4]) expect(lines[k]).toEqual(alone[k]);
});

test("suggestions asked for together are served together, a line that wants its own target excepted", () => {
  const forecast = steady("2025-03-03", 20, 12);
  const request = (item: string, changes: Partial<Item>) => ({
    request: {
      series: {
        item,
        bucket: "week" as const,
        start: "2024-03-04",
        period: 52,
        values: new Float64Array(52).fill(20),
      },
      item: { item, onHand: 0, leadTimeDays: 14, serviceLevel: 0.95, ...changes },
      openOrders: [],
      asOf: "2025-03-02",
    },
    forecast,
  });
  const asked = (scope: "item" | "assortment") => [
    request("A", { unitCost: 1, scope }),
    request("B", { unitCost: 90, scope }),
    request("C", { unitCost: 90, scope: "item" }),
  ];
  const points = (scope: "item" | "assortment") =>
    suggestTogether(asked(scope), plant).map(({ suggestion }) => suggestion?.reorderPoint ?? Number.NaN);
  const [alone, together] = [points("item"), points("assortment")];
  expect(together[1]).toBeLessThan(alone[1]);
  expect(together[0]).toBeGreaterThan(alone[0]);
  expect(together[2]).toBe(alone[2]);
});

/** Normal demand over lead time, and over lead time and review, cut at 0. */
const normalProtection = (mean: number, sd: number): Protection => {
  const over = (m: number, s: number) =>
    s === 0
      ? certain(m)
      : distribution(
          planningLevels,
          planningLevels.map((p) => Math.max(0, m + normalQuantile(p) * s)),
        );
  return {
    weight: 1,
    lead: over(2 * mean, 1.4 * sd),
    leadAndReview: over(3 * mean, 1.7 * sd),
    review: mean,
    active: 1,
    size: mean,
    sizes: [1],
  };
};

test("any class: its target is reached, no item falls below the floor, and one alone is sized for it", () => {
  const member = fc.record({
    mean: fc.double({ min: 0.2, max: 200, noNaN: true }),
    spread: fc.double({ min: 0, max: 2, noNaN: true }),
    unitValue: fc.constantFrom(0.01, 1, 7, 400, 20000),
    whole: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(member, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(0.8, 0.9, 0.95, 0.98, 0.995),
      (rows, target) => {
        const made = rows.map(({ mean, spread, unitValue, whole }) => {
          const protection = [normalProtection(mean, spread * mean)];
          const lot = { size: whole ? 1 : 0, whole };
          const worth = { unitValue, demandPerStep: mean };
          return { protection, lot, ladder: ladderFrom(target - 0.1, target, protection, lot, worth) };
        });
        const steps = classSteps(
          made.map(({ ladder }) => ladder),
          target,
        );
        const levels = made.map(({ ladder }, k) => ladder.levels[steps[k]]);
        const fills = made.map(({ protection, lot }, k) => fillRate(protection, levels[k], lot));
        expect(fills.reduce((sum, fill) => sum + fill, 0) / fills.length).toBeGreaterThanOrEqual(
          target - 1e-6,
        );
        for (const fill of fills) expect(fill).toBeGreaterThanOrEqual(target - 0.1 - 1e-6);
        if (made.length === 1) {
          const own = levelForFill(made[0].protection, target, made[0].lot);
          expect(levels[0]).toBeLessThanOrEqual(own + 1e-9 * Math.max(1, own));
        }
      },
    ),
    cases,
  );
});
