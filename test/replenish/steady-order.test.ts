import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, isoDate } from "../../src/calendar/date.ts";
import { type PreviousSuggestion, replenish, replenishOptions } from "../../src/replenish/index.ts";
import { frozenTolerance, keptReorderPoint } from "../../src/replenish/item/steady-order.ts";
import { cases, requestOf, shop, suggestionOf } from "./any-shop.ts";
import { shopContext, shopItem, steady } from "./shop.ts";

const weekly = steady("2025-03-03", 20, 5);
const today = "2025-02-28";
const lastRun = (changes: Partial<PreviousSuggestion>): PreviousSuggestion => ({
  quantity: 0,
  orderBy: "2025-03-05",
  reorderPoint: 70,
  orderUpTo: 90,
  day: "2025-02-21",
  ...changes,
});
const ask = (onHand: number, previous: PreviousSuggestion | undefined, frozenDays = 0, item = {}) =>
  replenish(
    [
      shopItem({ onHand, unitCost: 4, currency: "EUR", ...item }, weekly, "week", {
        ...(previous === undefined ? {} : { previous }),
      }),
    ],
    shopContext(today, { options: { ...replenishOptions, frozenDays } }),
  ).suggestions.get("A1");

describe("the frozen window", () => {
  const point = ask(0, undefined)?.reorderPoint ?? Number.NaN;

  test("keeps that nothing was to be ordered, until the day that the last run named, and says so", () => {
    const onHand = point - 1;
    expect(ask(onHand, undefined)?.quantity).toBeGreaterThan(0);
    const last = lastRun({ reorderPoint: point });
    expect(ask(onHand, last)?.quantity).toBeGreaterThan(0);
    const kept = ask(onHand, last, 14);
    expect(kept).toMatchObject({ quantity: 0, orderBy: "2025-03-05" });
    expect(kept?.reasons.map(({ code }) => code)).toContain("quantity-frozen");
    // the day has come
    expect(ask(onHand, lastRun({ reorderPoint: point, orderBy: today }), 14)?.quantity).toBeGreaterThan(0);
    // the window is over
    expect(ask(onHand, last, 6)?.quantity).toBeGreaterThan(0);
  });

  test("keeps a quantity that this run would change", () => {
    const fresh = ask(20, undefined)?.quantity ?? Number.NaN;
    const last = lastRun({ quantity: fresh + 25, orderBy: today, reorderPoint: point });
    expect(ask(20, last)?.quantity).toBe(fresh);
    const kept = ask(20, last, 7);
    expect(kept?.quantity).toBe(fresh + 25);
    expect(kept?.reasons).toContainEqual({ code: "quantity-frozen", quantity: fresh + 25, fresh });
  });

  test("opens where the service would fall below its target", () => {
    expect(ask(10, lastRun({ reorderPoint: point }), 14)?.quantity).toBeGreaterThan(0);
  });
});

describe("outside the window", () => {
  test("a change of a tenth that brings nothing stays away, a larger one comes", () => {
    const alone = ask(0, undefined, 0, { orderCost: 2 });
    const [fresh, reorderPoint] = [alone?.quantity ?? Number.NaN, alone?.reorderPoint ?? Number.NaN];
    const last = (quantity: number) => lastRun({ quantity, orderBy: today, reorderPoint });
    expect(ask(0, last(fresh + 4), 0, { orderCost: 2 })?.quantity).toBe(fresh + 4);
    expect(ask(0, last(fresh + 40), 0, { orderCost: 2 })?.quantity).toBe(fresh);
  });

  test("an order stays that is due a little later, and goes where that is far off or dear", () => {
    const point = ask(0, undefined)?.reorderPoint ?? Number.NaN;
    const onHand = Math.ceil(1.05 * point);
    const last = lastRun({ quantity: 100, orderBy: today, reorderPoint: 1.5 * point, onOrder: 0 });
    expect(ask(onHand, undefined)?.quantity).toBe(0);
    const kept = ask(onHand, last);
    expect(kept?.quantity).toBe(100);
    expect(kept?.reasons).toContainEqual({ code: "quantity-steady", quantity: 100, fresh: 0 });
    // held from now until it is due, it costs more than the change
    expect(ask(onHand, last, 0, { unitCost: 4000 })?.quantity).toBe(0);
    // the level has fallen by more than an order of now covers
    expect(ask(3 * point, { ...last, reorderPoint: 3.5 * point })?.quantity).toBe(0);
    // placed since
    expect(ask(onHand, { ...last, onOrder: -1 })?.quantity).toBe(0);
  });

  test("an order placed since the last run is not asked for again", () => {
    const fresh = ask(30, undefined)?.quantity ?? Number.NaN;
    const last = lastRun({ quantity: fresh, orderBy: today, reorderPoint: 70, onOrder: 0 });
    expect(ask(30 + fresh, last, 7)?.quantity).toBe(0);
  });
});

test("whole stock at a level between two numbers is judged by the lower one, at which it is ordered", () => {
  const steadiness = { whole: true, serviceOf: () => 0.9, holdingPerUnitYear: 0.08, changeCost: 5 };
  const last = (reorderPoint: number) => ({ quantity: 0, orderBy: today, reorderPoint, orderUpTo: 7 });
  expect(keptReorderPoint(last(4.8), 6, steadiness)).toBeUndefined();
  expect(keptReorderPoint(last(4.8), 6, { ...steadiness, whole: false })).toBe(4.8);
  expect(keptReorderPoint(last(5), 6, steadiness)).toBe(5);
});

/** A last run of any kind, near this run's levels or far from them. */
const last = fc.record({
  quantity: fc.constantFrom(0, 0, 3, 40, 250),
  level: fc.constantFrom(0.2, 0.8, 1, 1.1, 3),
  ago: fc.constantFrom(0, 1, 7, 30),
  dueIn: fc.integer({ min: -10, max: 40 }),
  frozenDays: fc.constantFrom(0, 7, 28, 90),
});
type Last = typeof last extends fc.Arbitrary<infer T> ? T : never;

function previousOf({ level, ago, dueIn, quantity }: Last, day: number, reorderPoint: number) {
  return {
    quantity,
    onOrder: 0,
    reorderPoint: level * reorderPoint,
    orderUpTo: level * reorderPoint + 1,
    day: isoDate(day - ago),
    orderBy: isoDate(day + dueIn),
  };
}

test("whatever the last run said, nothing is let fall into a stockout that this run alone would have prevented", () => {
  fc.assert(
    fc.property(shop, last, (one, then) => {
      const request = requestOf(one);
      const free = suggestionOf(request);
      const previous = previousOf(then, dayOf(request.asOf ?? ""), free.reorderPoint);
      const options = { ...replenishOptions, frozenDays: then.frozenDays };
      const held = suggestionOf({ ...request, state: previous }, options);
      expect(held.expectedService).toBeGreaterThanOrEqual(
        Math.min(free.expectedService, one.target) - frozenTolerance - 1e-9,
      );
      const covered = ({ quantity }: typeof free) => one.onHand + quantity;
      const demand = free.reorderPoint - free.safetyStock;
      if (free.safetyStock > 0 && covered(free) >= demand) {
        expect(covered(held)).toBeGreaterThanOrEqual(Math.min(demand, held.reorderPoint + 1) - 1e-6);
      }
    }),
    cases,
  );
});

test("T25: with a last run and a frozen window too, nothing is suggested once the order is placed", () => {
  fc.assert(
    fc.property(shop, last, (one, then) => {
      const request = requestOf(one);
      const day = dayOf(request.asOf ?? "");
      const previous = previousOf(then, day, suggestionOf(request).reorderPoint);
      const options = { ...replenishOptions, frozenDays: then.frozenDays };
      const first = suggestionOf({ ...request, state: previous }, options);
      const placed = { item: "A1", date: first.receiptBy, quantity: first.quantity };
      const again = (state: PreviousSuggestion) =>
        suggestionOf({ ...request, state, openOrders: [placed] }, options).quantity;
      expect(again(previous)).toBe(0);
      expect(again({ ...first, day: isoDate(day) })).toBe(0);
    }),
    cases,
  );
});
