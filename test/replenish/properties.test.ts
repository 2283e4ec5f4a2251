import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, isoDate, weekday } from "../../src/calendar/date.ts";
import { type Forecast, planningLevels } from "../../src/forecast.ts";
import type { Item } from "../../src/item.ts";
import { forecastSeries } from "../../src/models/index.ts";
import { type ReplenishItem, replenish, type SuggestRequest, suggestOne } from "../../src/replenish/index.ts";
import { orderQuantity } from "../../src/replenish/order-quantity.ts";
import type { Suggestion } from "../../src/suggestion.ts";
import { plant, shopContext, shopItem, steady } from "./shop.ts";

const cases = { numRuns: Number(process.env.PROVE_CASES ?? 200), seed: 7 };

/** Monthly demand of every kind: steady, rare, lumpy, growing, whole or not. */
const history = fc
  .tuple(
    fc.array(fc.nat(60), { minLength: 6, maxLength: 36 }),
    fc.constantFrom(0, 0.5, 0.85),
    fc.constantFrom(1, 0.25, 40),
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 36, maxLength: 36 }),
  )
  .map(([values, rare, scale, dice]) =>
    Float64Array.from(values, (value, k) => (dice[k] < rare ? 0 : value * scale)),
  );

const today = fc.integer({ min: dayOf("2025-01-01"), max: dayOf("2025-12-28") });
const shop = fc.record({
  values: history,
  today,
  onHand: fc.nat(400),
  leadTimeDays: fc.nat(120),
  leadTimeSdDays: fc.constantFrom(0, 0, 5),
  reviewDays: fc.constantFrom(1, 7, 14),
  minimumOrder: fc.constantFrom(0, 0, 10, 75),
  packSize: fc.constantFrom(0, 1, 12, 0.3),
  unitCost: fc.constantFrom(0.4, 12, 900),
  orderCost: fc.constantFrom(0, 5),
  target: fc.constantFrom(0.8, 0.9, 0.95, 0.98, 0.99),
  serviceType: fc.constantFrom("fill" as const, "cycle" as const),
});
type Shop = typeof shop extends fc.Arbitrary<infer T> ? T : never;

function requestOf(
  { values, today: day, target, packSize, ...item }: Shop,
  changes: Partial<Item> = {},
): SuggestRequest {
  const start = new Date(Date.UTC(2025, 0 - values.length, 1)).toISOString().slice(0, 10);
  return {
    series: { item: "A1", bucket: "month", start, period: 12, values },
    item: {
      item: "A1",
      ...item,
      ...(packSize > 0 ? { packSize } : {}),
      serviceLevel: target,
      ...changes,
    },
    openOrders: [],
    asOf: isoDate(Math.max(day, dayOf("2025-01-01"))),
  };
}

const forecasts = new WeakMap<Float64Array, Forecast>();

function suggestionOf(request: SuggestRequest): Suggestion {
  const { series } = request;
  const known = forecasts.get(series.values);
  const forecast = known ?? forecastSeries(series, { horizon: 12, levels: planningLevels, pool: null });
  forecasts.set(series.values, forecast);
  const { suggestion } = suggestOne(request, forecast, plant);
  if (suggestion === null) throw new Error("no suggestion");
  return suggestion;
}

test("T24: a minimum order never creates a need", () => {
  fc.assert(
    fc.property(shop, fc.nat(500), (one, minimumOrder) => {
      const without = suggestionOf(requestOf(one, { minimumOrder: 0 }));
      const some = suggestionOf(requestOf(one, { minimumOrder }));
      if (without.quantity === 0) expect(some.quantity).toBe(0);
      if (some.quantity > 0) expect(some.quantity).toBeGreaterThanOrEqual(minimumOrder);
    }),
    cases,
  );
});

test("more stock never orders more", () => {
  fc.assert(
    fc.property(shop, fc.nat(200), (one, more) => {
      const less = suggestionOf(requestOf(one));
      const fuller = suggestionOf(requestOf(one, { onHand: one.onHand + more }));
      expect(fuller.quantity).toBeLessThanOrEqual(less.quantity);
    }),
    cases,
  );
});

test("a higher service level never lowers the order-up-to level", () => {
  fc.assert(
    fc.property(shop, fc.constantFrom(0.005, 0.05, 0.15), (one, step) => {
      const low = suggestionOf(requestOf(one, { serviceLevel: one.target - step }));
      expect(suggestionOf(requestOf(one)).orderUpTo).toBeGreaterThanOrEqual(low.orderUpTo);
    }),
    cases,
  );
});

test("a longer lead time never lowers the reorder point", () => {
  fc.assert(
    fc.property(shop, fc.integer({ min: 1, max: 60 }), (one, days) => {
      const plain: Shop = { ...one, leadTimeSdDays: 0 };
      const short = suggestionOf(requestOf(plain));
      const long = suggestionOf(requestOf(plain, { leadTimeDays: one.leadTimeDays + days }));
      expect(long.reorderPoint).toBeGreaterThanOrEqual(short.reorderPoint * (1 - 1e-6));
    }),
    cases,
  );
});

test("a dearer shortage never lowers the order-up-to level", () => {
  fc.assert(
    fc.property(
      shop,
      fc.double({ min: 0.01, max: 500, noNaN: true }),
      fc.double({ min: 1, max: 9, noNaN: true }),
      (one, cost, factor) => {
        const { serviceLevel: _, ...item } = requestOf(one).item;
        const at = (backorderCost: number) =>
          suggestionOf({ ...requestOf(one), item: { ...item, backorderCost } }).orderUpTo;
        expect(at(cost * factor)).toBeGreaterThanOrEqual(at(cost));
      },
    ),
    cases,
  );
});

test("T25: after the order is placed the same run suggests nothing, with any limit", () => {
  fc.assert(
    fc.property(
      shop,
      fc.constantFrom(undefined, 8, 60, 300),
      fc.constantFrom(undefined, 30, 200),
      (one, maximumStock, shelfLifeDays) => {
        const request = requestOf(one, {
          ...(maximumStock === undefined ? {} : { maximumStock }),
          ...(shelfLifeDays === undefined ? {} : { shelfLifeDays }),
        });
        const first = suggestionOf(request);
        const placed = { item: "A1", date: first.receiptBy, quantity: first.quantity };
        expect(suggestionOf({ ...request, openOrders: [placed] }).quantity).toBe(0);
      },
    ),
    cases,
  );
});

test("T30: orders go out on open days and arrive no sooner than the lead time allows", () => {
  fc.assert(
    fc.property(shop, fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }), (one, orderDays) => {
      const weekly = steady(isoDate(one.today + 1 - weekday(one.today) + 1), 20, 9, 40);
      const item = { ...requestOf(one).item, supplier: "S" };
      const line: ReplenishItem = { ...shopItem({}, weekly), item };
      const { suggestions } = replenish(
        [line],
        shopContext(isoDate(one.today), { suppliers: new Map([["S", { supplier: "S", orderDays }]]) }),
      );
      const suggestion = suggestions.get("A1");
      const [order, receipt] = [suggestion?.orderBy ?? "", suggestion?.receiptBy ?? ""].map(dayOf);
      expect(plant.isOpen(order)).toBe(true);
      expect(order).toBeGreaterThanOrEqual(one.today);
      if (orderDays.length > 0) expect(orderDays).toContain(weekday(order));
      expect(receipt).toBeGreaterThanOrEqual(order + one.leadTimeDays);
      expect(plant.isOpen(receipt)).toBe(true);
    }),
    cases,
  );
});

test("T22: a quantity is an exact multiple of the pack, not below the need and less than a pack above it", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.constantFrom(1, 0.04, 0.3, 12, 2.5, 0.001),
      (hundredths, packSize) => {
        const need = hundredths / 100;
        const { quantity } = orderQuantity(need, 0, { packSize, whole: false, tolerance: 0 });
        const packs = quantity / packSize;
        expect(Math.abs(packs - Math.round(packs))).toBeLessThan(1e-6);
        expect(quantity).toBeGreaterThanOrEqual(need * (1 - 1e-8));
        expect(quantity).toBeLessThan(need + packSize * (1 + 1e-6));
      },
    ),
    cases,
  );
});
