import { expect, test } from "vitest";
import { dayOf, isoDate } from "../../src/calendar/date.ts";
import { workCalendar } from "../../src/calendar/work-calendar.ts";
import type { Item } from "../../src/item.ts";
import { type ReplenishContext, type ReplenishItem, replenish } from "../../src/replenish/index.ts";
import type { Suggestion } from "../../src/suggestion.ts";
import { normalForecast, plant, shopContext, shopItem, steady } from "./shop.ts";

/** Seven a week, day by day, from Monday 3 March 2025; lead time 14 days, a look at the stock every week. */
function planned(
  item: Partial<Item>,
  changes: Partial<ReplenishItem> = {},
  context: Partial<ReplenishContext> = {},
): Suggestion {
  const request = shopItem(item, steady("2025-03-03", 35, 4, 60), "week", changes);
  const { suggestions } = replenish([request], shopContext("2025-02-28", context));
  const suggestion = suggestions.get("A1");
  if (suggestion === undefined || suggestion === null) throw new Error("no suggestion");
  return suggestion;
}

const open = (date: string, quantity: number) => ({ openOrders: [{ item: "A1", date, quantity }] });
const codesOf = ({ reasons }: Suggestion) => reasons.map(({ code }) => code);

test("an open order that comes after the shelf is empty is bridged; one in time counts", () => {
  expect(planned({ onHand: 70 }, open("2025-03-12", 200)).quantity).toBe(0);
  const bridged = planned({ onHand: 70 }, open("2025-05-28", 200));
  expect(bridged.quantity).toBeGreaterThan(20);
  expect(bridged.quantity).toBeLessThan(70);
  expect(bridged.orderBy <= "2025-03-07").toBe(true);
  expect(bridged.onOrder).toBe(200);
  expect(bridged.attentionCodes).toContain("open-order-too-late");
  expect(bridged.reasons).toContainEqual(
    expect.objectContaining({ code: "supply-late", quantity: 200, on: "2025-05-28" }),
  );
  // call-offs month by month: the far ones are not bridged, and no order is foreseen before they come
  const monthly = ["2025-03-20", "2025-04-20", "2025-05-20", "2025-06-20"].map((date) => ({
    item: "A1",
    date,
    quantity: 160,
  }));
  const blanket = planned({ onHand: 130 }, { openOrders: monthly });
  expect(blanket.quantity).toBe(0);
  expect(blanket.orderBy > "2025-06-01").toBe(true);
});

const closed = (party: "plant" | "supplier", from: string, to: string): Partial<ReplenishContext> => {
  const calendar = workCalendar("DE", [{ from: dayOf(from), to: dayOf(to) }]);
  return party === "plant" ? { plant: calendar } : { supplierCalendars: () => calendar };
};

test("what is ordered before a shutdown lasts until an order after it arrives", () => {
  const usual = planned({ onHand: 120 });
  expect(usual.quantity).toBe(0);
  const before = planned({ onHand: 120 }, {}, closed("supplier", "2025-03-17", "2025-04-11"));
  // the next order, of 7 March, loses five weekdays and more: it comes after 14 April, 46 days of five a day
  expect(before.quantity).toBeGreaterThan(80);
  expect(before.quantity).toBeLessThan(170);
  expect(before.orderBy <= "2025-03-03").toBe(true);
  expect(before.reasons).toContainEqual(
    expect.objectContaining({
      code: "covers-closure",
      party: "supplier",
      from: "2025-03-15",
      to: "2025-04-13",
    }),
  );
  // one that lies far ahead moves nothing, nor does a day off
  expect(planned({ onHand: 120 }, {}, closed("supplier", "2025-08-04", "2025-08-29")).quantity).toBe(0);
  expect(planned({ onHand: 120 }, {}, closed("supplier", "2025-03-20", "2025-03-21")).quantity).toBe(0);
});

test("a review on a weekend orders on the Monday after it, and a shutdown is met from there", () => {
  // two weeks from Sunday 9 March end on the last open days, from Monday 10 March in the shutdown of four weeks
  const context = { asOf: dayOf("2025-03-02"), stockDate: dayOf("2025-03-02") };
  const shut = closed("supplier", "2025-03-24", "2025-04-18");
  const line = planned({ onHand: 120, leadTimeDays: 14 }, {}, { ...context, ...shut });
  expect(line.quantity).toBeGreaterThan(80);
  expect(line.reasons.map(({ code }) => code)).toContain("covers-closure");
});

test("demand that a week keeps though the plant is closed all of it is told", () => {
  const kept = (context: Partial<ReplenishContext>) =>
    planned({ onHand: 30 }, {}, context).reasons.find(({ code }) => code === "closed-keeps-demand");
  expect(kept(closed("plant", "2025-03-01", "2025-03-31"))).toMatchObject({
    from: "2025-03-01",
    to: "2025-03-31",
  });
  // other days of a week take over what some are not asked for, and a closure far ahead is none of this order
  expect(kept(closed("plant", "2025-03-12", "2025-03-18"))).toBeUndefined();
  expect(kept(closed("plant", "2025-10-01", "2025-10-31"))).toBeUndefined();
  expect(kept({})).toBeUndefined();
});

test("the ERP's levels of a usual week are proposed in a week before a shutdown as well", () => {
  const levels = (context: Partial<ReplenishContext>) =>
    replenish([shopItem({ onHand: 120, reorderPoint: 200 }, steady("2025-03-03", 35, 4, 60))], {
      ...shopContext("2025-02-28"),
      ...context,
    }).parameters[0].reorderPointNew;
  const usual = levels({});
  expect(levels(closed("supplier", "2025-03-17", "2025-04-11"))).toBe(usual);
});

test("an order placed in this review period ends the drip until the next review, a surge does not wait", () => {
  const day = (days: number) => isoDate(dayOf("2025-02-28") + days);
  const context = (days: number): Partial<ReplenishContext> => ({
    asOf: dayOf(day(days)),
    stockDate: dayOf(day(days)),
  });
  const first = planned({ onHand: 60 });
  expect(first.quantity).toBeGreaterThan(30);
  const placed = open(isoDate(plant.next(dayOf(day(14)))), first.quantity);
  // three days later what was used since is missing again
  const later = planned({ onHand: 46 }, placed, context(4));
  expect(later.quantity).toBe(0);
  expect(codesOf(later)).toContain("within-review");
  // to a run whose last one was a week ago this is the next review, though its order was placed some days later
  const last = { quantity: first.quantity, orderBy: day(0), reorderPoint: 100, orderUpTo: 101 };
  const run = (days: number) =>
    planned({ onHand: 46 }, { ...placed, previous: { ...last, day: day(days) } }, context(4));
  expect(run(-3).quantity).toBeGreaterThan(5);
  expect(run(3).quantity).toBe(0);
  // the shelf is nearly empty after a surge: that is news
  expect(planned({ onHand: 12 }, placed, context(4)).quantity).toBeGreaterThan(20);
  // a week later the next review orders
  expect(planned({ onHand: 25 }, placed, context(7)).quantity).toBeGreaterThan(20);
});

test("an empty shelf is filled whatever the lot, and a lot of years is shown", () => {
  for (const lot of [{ minimumOrder: 4000 }, { packSize: 2500 }, { minimumOrder: 20000, packSize: 100 }]) {
    const empty = planned({ onHand: 0, ...lot });
    expect(empty.quantity).toBeGreaterThan(2000);
    expect(empty.attentionCodes).toContain("covers-over-a-year");
    // and before it is empty: at most a share of a year's demand waits, not of the lot's years
    expect(planned({ onHand: 40, ...lot }).quantity).toBeGreaterThan(0);
    expect(planned({ onHand: 400, ...lot }).quantity).toBe(0);
  }
});

test("an economic lot of years does not let the shelf be empty for weeks", () => {
  const cheap = { unitCost: 0.02, orderCost: 60, holdingRatePerYear: 0.2 };
  const { reorderPoint, orderUpTo, quantity } = planned({ onHand: 70, ...cheap });
  // 5 a day for two weeks, and nothing is looked at for another
  expect(reorderPoint).toBeGreaterThan(70);
  expect(orderUpTo - reorderPoint).toBeGreaterThan(1500);
  expect(quantity).toBeGreaterThan(1500);
});

test("an item that is asked for but neither there nor ordered, for its lot of years, is shown", () => {
  const months = normalForecast("2025-03-01", [0, 0, 0, 0, 3, 0, 0, 0], [0, 0, 0, 0, 1, 0, 0, 0]);
  const rare = { meanPerBucket: 0.4, history: Float64Array.from([0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0]) };
  const suggestionOf = (item: Partial<Item>) =>
    replenish([shopItem(item, months, "month", rare)], shopContext("2025-02-28")).suggestions.get("A1");
  const none = suggestionOf({ onHand: 0, packSize: 200 });
  expect(none?.quantity).toBe(0);
  expect(none?.attentionCodes).toContain("not-stocked");
  // by the piece it is no question yet
  expect(suggestionOf({ onHand: 0 })?.attention).toBe("none");
  expect(suggestionOf({ onHand: 8, packSize: 200 })?.attention).toBe("none");
});

test("a reorder point beyond all experience is cut, said and shown", () => {
  const history = Float64Array.from({ length: 60 }, (_, k) => k % 4);
  const cut = planned({ onHand: 2 }, { history });
  // three times the largest demand of three weeks in a row (1 + 2 + 3)
  expect(cut.reorderPoint).toBe(18);
  expect(cut.attentionCodes).toContain("level-cut");
  expect(codesOf(cut)).toContain("level-cut");
  const seen = planned({ onHand: 2 }, { history: Float64Array.from({ length: 60 }, () => 35) });
  expect(seen.reorderPoint).toBeGreaterThan(100);
  expect(codesOf(seen)).not.toContain("level-cut");
});

test("a longer lead time never lowers the bound of a short history", () => {
  const history = Float64Array.of(225, 145, 208, 292, 207, 0, 309, 161);
  const months = normalForecast("2025-03-01", new Array(24).fill(190), new Array(24).fill(400));
  let last = 0;
  for (const leadTimeDays of [30, 60, 90, 120, 150, 180, 200, 210, 220, 240, 300, 480]) {
    const request = shopItem({ leadTimeDays, reviewDays: 30, onHand: 290 }, months, "month", { history });
    const level = replenish([request], shopContext("2025-02-28")).suggestions.get("A1")?.reorderPoint ?? 0;
    expect(level).toBeGreaterThanOrEqual(last);
    last = level;
  }
  expect(last).toBeGreaterThan(3500);
});

test("one demand of ten times all others counts as the next largest; where few are known it counts", () => {
  const odd = (others: number) =>
    Float64Array.from({ length: 60 }, (_, k) => (k === 50 ? 4000 : k >= 60 - others ? 5 : 0));
  const cut = planned({ onHand: 2 }, { history: odd(9) });
  expect(cut.reorderPoint).toBe(45);
  expect(cut.reasons).toContainEqual(
    expect.objectContaining({ code: "level-cut", giant: 4000, largest: 15 }),
  );
  expect(codesOf(planned({ onHand: 2 }, { history: odd(5) }))).not.toContain("level-cut");
  // shelves that were filled in the first week, and then three usual ones
  const filled = planned({ onHand: 2 }, { history: Float64Array.of(4000, 5, 5, 5) });
  expect(filled.reorderPoint).toBe(45);
  expect(codesOf(planned({ onHand: 2 }, { history: Float64Array.of(4000, 5, 5) }))).not.toContain(
    "level-cut",
  );
});

test("all that is known is one week: as much of it as the order has to cover, and no more", () => {
  const cut = planned({ onHand: 2 }, { history: Float64Array.of(12) });
  expect(cut.reasons).toContainEqual(
    expect.objectContaining({ code: "level-cut", largest: 36, reorderPoint: 35 }),
  );
  // known to be one line it shows no repetition: one such order at most, however long it takes
  const once = planned({ onHand: 0, leadTimeDays: 60 }, { history: Float64Array.of(12), single: true });
  expect(once).toMatchObject({ quantity: 12, attention: "review" });
  expect(once.attentionCodes).toContain("level-once");
});

test("two demands far apart never came together: an order lifts the stock to one of them; three may", () => {
  const apart = (...weeks: readonly number[]) =>
    Float64Array.from({ length: 60 }, (_, k) => (weeks.includes(k) ? 30 : 0));
  const two = planned({ onHand: 0 }, { history: apart(11, 48) });
  expect([two.reorderPoint, two.quantity]).toEqual([29, 30]);
  expect(codesOf(two)).toContain("level-cut");
  expect(planned({ onHand: 0 }, { history: apart(11, 30, 48) }).reorderPoint).toBeGreaterThan(29);
  // two weeks of a new article are no two orders
  expect(planned({ onHand: 0 }, { history: Float64Array.of(30, 30) }).reorderPoint).toBeGreaterThan(29);
});

test("known orders are reserved under the ERP's own levels too", () => {
  const options = { ...shopContext("2025-02-28").options, policy: "min-max" as const };
  const requirements = [{ item: "A1", date: "2025-03-06", quantity: 90 }];
  const item = { onHand: 70, reorderPoint: 60, maximumStock: 110 };
  expect(planned(item, {}, { options }).quantity).toBe(0);
  const ordered = planned(item, { requirements }, { options });
  expect(ordered.quantity).toBe(130);
  expect(ordered.orderUpTo).toBe(110);
  expect(ordered.attention).toBe("review");
  expect(codesOf(ordered)).toContain("known-reserved");
  // what is on its way does not make the ERP's level wait
  const short = planned(item, { requirements, ...open("2025-03-10", 60) }, { options });
  expect(short.quantity).toBe(70);
  // levels that meet leave nothing above the maximum
  expect(planned({ onHand: 3, reorderPoint: 12, maximumStock: 12 }, {}, { options }).orderUpTo).toBe(12);
});

test("a maximum stock caps the levels and says so; a lot that it cuts is not counted whole", () => {
  const free = planned({ onHand: 30 });
  const capped = planned({ onHand: 30, maximumStock: 60 });
  expect(free.reorderPoint).toBeGreaterThan(60);
  expect(capped.reorderPoint).toBe(59);
  expect(capped.orderUpTo).toBe(60);
  expect(capped.quantity).toBe(30);
  expect(capped.reasons).toContainEqual(
    expect.objectContaining({ code: "level-at-maximum", wanted: free.reorderPoint, maximumStock: 60 }),
  );
  // an economic lot of months needs little buffer; where only weeks of it fit, more
  const large = { onHand: 30, orderCost: 900, unitCost: 1 };
  const whole = planned(large);
  const cut = planned({ ...large, maximumStock: 200, packSize: 25 });
  expect(cut.reorderPoint).toBeGreaterThan(whole.reorderPoint);
  expect(cut.orderUpTo).toBe(200);
  expect(cut.quantity).toBe(150);
  expect(cut.expectedService).toBeGreaterThan(0.97);
});

test("no order is foreseen for years ahead", () => {
  for (const item of [{ phaseOut: true as const, onHand: 0 }, { onHand: 90000 }])
    expect(planned(item).orderBy <= "2026-02-28").toBe(true);
});
