import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, isoDate, weekday } from "../../src/calendar/date.ts";
import { defined } from "../../src/defined.ts";
import { netted } from "../../src/demand/netted.ts";
import { planningLevels } from "../../src/forecast.ts";
import { forecastSeries } from "../../src/models/index.ts";
import { type ReplenishItem, replenish, suggestOne } from "../../src/replenish/index.ts";
import { orderQuantity } from "../../src/replenish/lots/order-quantity.ts";
import { cases, requestOf, type Shop, shop, suggestionOf } from "./any-shop.ts";
import { plant, shopContext, shopItem, steady } from "./shop.ts";

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

/** Largest sum of `length` values in a row, worked out again for every place; of fewer values as much more. */
function largestInARow(values: Float64Array, length: number): number {
  const width = Math.min(length, values.length);
  const sums = Array.from({ length: values.length - width + 1 }, (_, k) =>
    values.subarray(k, k + width).reduce((sum, value) => sum + value, 0),
  );
  return (Math.max(...sums) * length) / width;
}

test("no reorder point lies beyond three times the largest demand ever seen, whatever was returned", () => {
  const sent = fc.array(fc.record({ at: fc.nat(40), back: fc.integer({ min: 1, max: 5000 }) }), {
    maxLength: 3,
  });
  fc.assert(
    fc.property(shop, sent, (one, returns) => {
      const values = one.values.slice();
      for (const { at, back } of returns) values[at % values.length] -= back;
      const request = requestOf({ ...one, values });
      const series = netted(request.series);
      expect(Math.min(...series.values)).toBeGreaterThanOrEqual(0);
      const suggestion = suggestionOf({ ...request, series });
      const days = one.leadTimeDays + one.reviewDays;
      // the window lies over whole buckets, and shutdowns may lengthen it
      const most = 3 * largestInARow(series.values, Math.ceil((days + 30) / 30)) + 1;
      expect(suggestion.reorderPoint).toBeLessThanOrEqual(Math.max(most, 1));
      const { quantity, need } = suggestion;
      for (const value of [quantity, need, suggestion.orderUpTo, suggestion.safetyStock])
        expect(value).toBeGreaterThanOrEqual(0);
      if (suggestion.attentionCodes?.includes("level-cut"))
        expect(suggestion.attention === "none").toBe(false);
    }),
    cases,
  );
});

test("what was asked for a single time is kept once at most, whatever its size, bucket and lead time", () => {
  fc.assert(
    fc.property(
      shop,
      fc.constantFrom(0.004, 1, 37, 250_000),
      fc.nat(11),
      fc.constantFrom("day" as const, "week" as const, "month" as const),
      (one, size, since, bucket) => {
        const values = new Float64Array(since + 2);
        values[0] = size;
        const free = { onHand: 0, minimumOrder: 0, orderCost: 0 };
        const { series, ...request } = requestOf({ ...one, values, packSize: 0 }, free);
        const { asOf: _, ...undated } = request;
        const suggestion = suggestionOf({ ...undated, series: { ...series, bucket } });
        expect(suggestion.orderUpTo).toBeLessThanOrEqual(size * (1 + 1e-6));
        expect(suggestion.quantity).toBeLessThanOrEqual(size * (1 + 1e-6));
      },
    ),
    cases,
  );
});

test("with the returned state and nothing changed the answer is the same", () => {
  fc.assert(
    fc.property(shop, fc.boolean(), (one, isEmpty) => {
      const request = requestOf(one, isEmpty ? { onHand: 0 } : {});
      const forecast = forecastSeries(request.series, { horizon: 12, levels: planningLevels, pool: null });
      const first = suggestOne(request, forecast, plant);
      const again = suggestOne({ ...request, ...defined({ state: first.state }) }, forecast, plant);
      expect(again.suggestion?.quantity).toBe(first.suggestion?.quantity);
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

test("a level cut to what was ever seen has the same order-up-to level under any target, to the last digit", () => {
  const one = {
    today: dayOf("2025-01-30"),
    onHand: 0,
    leadTimeDays: 89,
    leadTimeSdDays: 0,
    reviewDays: 1,
  } as const;
  const rest = {
    minimumOrder: 0,
    packSize: 0,
    unitCost: 900,
    orderCost: 5,
    target: 0.8,
    serviceType: "cycle",
  } as const;
  const values = Float64Array.of(0, 6.25, 0, 0, 0, 0, 0, 0);
  const levels = [0.795, 0.8, 0.9, 0.95, 0.98, 0.99].map(
    (serviceLevel) => suggestionOf(requestOf({ ...one, ...rest, values }, { serviceLevel })).orderUpTo,
  );
  expect(new Set(levels).size).toBe(1);
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
