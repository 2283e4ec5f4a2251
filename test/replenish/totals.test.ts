import fc from "fast-check";
import { expect, test } from "vitest";
import { tunedOdds } from "../../src/replenish/cost/tuned.ts";
import { endRate } from "../../src/replenish/demand/end-rate.ts";
import { leadTimeSamplesOf, leadTimesOf } from "../../src/replenish/demand/lead-times.ts";
import { suggestionOf } from "../../src/replenish/explain/suggestion.ts";
import { replenish, replenishOptions } from "../../src/replenish/index.ts";
import { itemPlan } from "../../src/replenish/item/item-plan.ts";
import { servedClasses } from "../../src/replenish/item/served-class.ts";
import { assortmentLevels, ladderOf } from "../../src/replenish/service/assortment.ts";
import { asOrdered } from "../../src/replenish/suppliers/budgeted-quantity.ts";
import { cashWeeks } from "../../src/replenish/suppliers/cash.ts";
import { orderCostShares } from "../../src/replenish/suppliers/joint.ts";
import { totalOf } from "../../src/total.ts";
import { keepsTotalContract } from "../contracts/total.ts";
import { shopContext, shopItem, steady } from "./shop.ts";

const today = "2025-02-28";
const cases = { numRuns: 25, seed: 17 };

/** Items of a few suppliers with demands and prices that no sum of doubles adds up exactly. */
const request = fc
  .record({
    name: fc.integer({ min: 0, max: 9999 }),
    supplier: fc.constantFrom("S", "T", undefined),
    currency: fc.constantFrom("EUR", "USD"),
    mean: fc.double({ min: 0.01, max: 90, noNaN: true }),
    unitCost: fc.double({ min: 0.01, max: 900, noNaN: true }),
    onHand: fc.nat(200),
  })
  .map(({ name, supplier, mean, ...item }) =>
    shopItem(
      { item: `A${name}`, ...item, ...(supplier === undefined ? {} : { supplier }), orderCost: 3 },
      steady("2025-03-03", mean, mean / 2),
      "week",
      { wholeUnits: false },
    ),
  );
const requests = fc.uniqueArray(request, { minLength: 1, maxLength: 12, selector: ({ item }) => item.item });

keepsTotalContract(
  "odds that the past corrects",
  tunedOdds,
  fc.array(
    fc.record({
      name: fc.constantFrom("A", "B"),
      saved: fc.array(
        fc
          .array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 9, maxLength: 9 })
          .map((costs) => Float64Array.from(costs)),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 12 },
  ),
);

keepsTotalContract(
  "how often demand ends",
  endRate(4),
  fc.array(fc.array(fc.constantFrom(0, 0, 3), { minLength: 0, maxLength: 12 }), { maxLength: 30 }),
);

const context = shopContext(today, {
  suppliers: new Map([["S", { supplier: "S", paymentDays: 30, depositPercent: 33 }]]),
});
keepsTotalContract(
  "money going out by week",
  cashWeeks(context),
  requests.map((all) =>
    all.flatMap((one) => {
      const plan = itemPlan(one, context, []);
      return plan === undefined ? [] : [{ plan, suggestion: suggestionOf(plan, asOrdered(plan)) }];
    }),
  ),
);

const memberNames = ["", "1", "10", "1 0", "2", "A", "AB", "B", "a", "ä", "Ä", "é", "\u{1F600}", "\uFFFD"];

/** Members of two classes, some of them of the same value; a class of three and more is served as a whole. */
const members = fc
  .uniqueArray(
    fc.record({
      item: fc.constantFrom(...memberNames),
      name: fc.constantFrom("A", "B"),
      active: fc.boolean(),
      asked: fc.double({ min: 0.01, max: 1, noNaN: true }),
      value: fc.array(fc.constantFrom(1, 2, 7, 7.5, 900), { minLength: 1, maxLength: 6 }),
    }),
    { maxLength: 14, selector: ({ item }) => item },
  )
  .map((rows) =>
    rows.map(({ item, name, active, asked, value }) => {
      const levels = Float64Array.from(value, (_, k) => 3 * k);
      const short = Float64Array.from(value, (_, k) => 0.4 / (1 + k) ** 2);
      const stock = Float64Array.from(value).sort();
      const ladder = {
        levels,
        value: stock,
        short,
        from: 0,
        count: levels.length,
        demandValue: 3,
        asked,
        active,
      };
      return { item, name, target: 0.8, ladder };
    }),
  );
const levelProbe = Float64Array.from({ length: 6 }, (_, k) => k);
const probed = (item: string) => ({
  item,
  name: "A",
  target: 0.8,
  ladder: {
    levels: levelProbe,
    value: levelProbe,
    short: levelProbe,
    from: 0,
    count: 6,
    demandValue: 1,
    asked: 1,
    active: true,
  },
});
keepsTotalContract(
  "levels of classes that are served together",
  servedClasses({ leastClassSize: 3 }),
  members,
  (levelOf) => [...memberNames, "none"].map((item) => levelOf(probed(item))),
);

const probe = ["S", "T"].map((supplier) =>
  shopItem({ item: "B", supplier, unitCost: 7, currency: "EUR" }, steady("2025-03-03", 5, 1)),
);
keepsTotalContract(
  "shares of the cost of an order",
  orderCostShares({ ...replenishOptions, supplierOrderCost: 50 }),
  requests,
  (share) => probe.map((one) => share(one).item.orderCost),
);

/** The same in another order. */
const turned = <T>(rows: readonly T[]): T[] => [...rows].reverse();

test("the order of the items decides nothing, with a budget, joint orders or one service for all", () => {
  fc.assert(
    fc.property(
      requests,
      fc.constantFrom<object>({ budget: 500 }, { supplierOrderCost: 60 }, { serviceScope: "assortment" }),
      (all, option) => {
        const at = shopContext(today, { ...context, options: { ...replenishOptions, ...option } });
        expect(replenish(turned(all), at)).toEqual(replenish(all, at));
      },
    ),
    cases,
  );
});

test("levels of an assortment are those of each item wherever it stands", () => {
  fc.assert(
    fc.property(requests, fc.constantFrom(0.8, 0.95), (all, target) => {
      const ladders = all.flatMap((one) => {
        const plan = itemPlan(one, context, []);
        if (plan === undefined) return [];
        const worth = { unitValue: plan.item.unitCost ?? 0, demandPerStep: plan.coverDemand };
        return [ladderOf(plan.protection, plan.lotSize, worth)];
      });
      expect([...assortmentLevels(turned(ladders), target)]).toEqual(
        turned([...assortmentLevels(ladders, target)]),
      );
    }),
    cases,
  );
});

test("lead times are the same whatever the order of the deliveries", () => {
  const delivery = fc.record({
    item: fc.constantFrom("A", "B"),
    supplier: fc.constantFrom("S", "T", ""),
    ordered: fc.nat(20),
    received: fc.integer({ min: 21, max: 60 }),
  });
  fc.assert(
    fc.property(fc.array(delivery, { minLength: 1, maxLength: 40 }), (all) => {
      expect(leadTimesOf(turned(all))).toEqual(leadTimesOf(all));
      const [one, other] = [leadTimeSamplesOf(all), leadTimeSamplesOf(turned(all))];
      for (const supplier of ["S", "T", undefined])
        expect([...other("A", supplier)].sort()).toEqual([...one("A", supplier)].sort());
    }),
    cases,
  );
});

test("a total of nothing says what is usual", () => {
  expect(totalOf(endRate(12), [])).toBeCloseTo(0.1, 12);
  expect(totalOf(cashWeeks(context), [])).toEqual([]);
});
