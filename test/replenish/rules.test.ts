import { expect, test } from "vitest";
import { dayOf, isoDate } from "../../src/calendar/date.ts";
import { workCalendar } from "../../src/calendar/work-calendar.ts";
import type { Supplier } from "../../src/item.ts";
import { demandCurve } from "../../src/replenish/demand/demand-curve.ts";
import { leadTimesOf } from "../../src/replenish/demand/lead-times.ts";
import {
  type PreviousBasis,
  type PreviousSuggestion,
  replenish,
  replenishOptions,
} from "../../src/replenish/index.ts";
import { orderQuantity } from "../../src/replenish/lots/order-quantity.ts";
import { roundUp } from "../../src/replenish/lots/rounding.ts";
import { paymentsOf } from "../../src/replenish/suppliers/payment.ts";
import { normalForecast, plant, shopContext, shopItem, steady } from "./shop.ts";

const weekly = steady("2025-03-03", 20, 5);
const today = "2025-02-28";
const suppliers = (...list: Supplier[]) => new Map(list.map((one) => [one.supplier, one]));

test("T22-rounding: exact decimals, a tolerance only where asked for, ceil once", () => {
  expect(roundUp(1, 1)).toBe(1);
  expect(roundUp(200, 0.04)).toBe(200);
  expect(roundUp(0.1 * 3, 0.3)).toBe(0.3);
  expect(roundUp(362.15, 362)).toBe(724);
  expect(roundUp(362.15, 362, 0.001)).toBe(362);
  expect(orderQuantity(362.15, 0, { whole: false, tolerance: 0 }).quantity).toBe(363);
  expect(orderQuantity(0.09, 0, { whole: false, tolerance: 0 }).quantity).toBe(0.09);
});

test("T23-maximum: packs round down below the maximum; where nothing fits, nothing or the smallest, reported", () => {
  const rules = { packSize: 5, maximumStock: 8, whole: true, tolerance: 0 };
  expect(orderQuantity(7, 1, rules)).toEqual({ quantity: 5, applied: ["pack", "maximum"] });
  expect(orderQuantity(7, 6, rules)).toMatchObject({ quantity: 0, conflict: "maximum" });
  expect(orderQuantity(7, 1, { ...rules, minimumOrder: 20 })).toMatchObject({
    quantity: 20,
    conflict: "maximum",
  });
});

test("minimum order, then packs", () => {
  const rules = { minimumOrder: 50, packSize: 24, whole: true, tolerance: 0 };
  expect(orderQuantity(137, 0, rules).quantity).toBe(144);
  expect(orderQuantity(30, 0, rules).quantity).toBe(72);
  expect(orderQuantity(0, 0, rules).quantity).toBe(0);
});

test("T19-requirements: known orders consume the forecast of their bucket, 350 and 130 stay 350", () => {
  const forecast = normalForecast("2025-03-01", [350, 350], [40, 40]);
  const curve = demandCurve({
    forecast,
    bucket: "month",
    requirements: [{ item: "A1", date: "2025-03-14", quantity: 130 }],
    today: dayOf(today),
    plant,
  });
  expect(curve.until(dayOf("2025-03-31"))).toBeCloseTo(350, 9);
  const large = [{ item: "A1", date: "2025-03-14", quantity: 400 }];
  const more = demandCurve({ forecast, bucket: "month", requirements: large, today: dayOf(today), plant });
  expect(more.until(dayOf("2025-03-31"))).toBeCloseTo(400, 9);
});

test("a known order at the end of a month leaves the weeks before it alone; a project comes on top", () => {
  const forecast = normalForecast("2025-03-01", [210, 210], [20, 20]);
  const curveOf = (date: string, quantity: number, more: object = {}) =>
    demandCurve({
      forecast,
      bucket: "month",
      requirements: [{ item: "A1", date, quantity, ...more }],
      today: dayOf(today),
      plant,
    });
  const until = (curve: ReturnType<typeof curveOf>, day: string) => curve.until(dayOf(day));
  // ten a day: 100 by Friday the 14th, whatever is ordered for the last day of the month
  expect(until(curveOf("2025-03-31", 90), "2025-03-14")).toBeCloseTo(100, 9);
  expect(until(curveOf("2025-03-31", 90), "2025-03-31")).toBeCloseTo(290, 9);
  // early in the month it is a part of what was expected
  expect(until(curveOf("2025-03-05", 90), "2025-03-31")).toBeCloseTo(210, 9);
  // four in a month are the month, whatever comes first
  const weekly = ["2025-03-03", "2025-03-10", "2025-03-17", "2025-03-24"];
  const requirements = weekly.map((date) => ({ item: "A1", date, quantity: 50 }));
  const four = demandCurve({ forecast, bucket: "month", requirements, today: dayOf(today), plant });
  expect(until(four, "2025-03-31")).toBeCloseTo(210, 9);
  const project = curveOf("2025-03-05", 90, { kind: "Projekt" });
  expect(until(project, "2025-03-31")).toBeCloseTo(300, 9);
  const asked = demandCurve({
    forecast,
    bucket: "month",
    requirements: [{ item: "A1", date: "2025-03-31", quantity: 90 }],
    today: dayOf(today),
    plant,
    consumptionDaysBefore: 31,
    consumptionDaysAfter: 0,
  });
  expect(until(asked, "2025-03-31")).toBeCloseTo(210, 9);
});

test("T20: a dead item with a known order is covered, and no forecast is made up for it", () => {
  const dead = normalForecast("2025-03-01", [0, 0], [0, 0]);
  const none = replenish([shopItem({}, dead, "month")], shopContext(today)).suggestions.get("A1");
  expect(none?.quantity).toBe(0);
  const known = [{ item: "A1", date: "2025-03-10", quantity: 7 }];
  const one = replenish([shopItem({}, dead, "month", { requirements: known })], shopContext(today));
  expect(one.suggestions.get("A1")?.quantity).toBe(7);
});

test("the same steady shop seen on the 1st, 12th and 25th: same reorder point, run-out within a working day", () => {
  const calendar = workCalendar("DE");
  const perDay = 4;
  const seen = [
    ["2025-03-01", 200],
    ["2025-03-12", 200 - 8 * perDay],
    ["2025-03-25", 200 - 17 * perDay],
  ].map(([day, onHand]) => {
    // demand per working day is constant, the months have as many of them as they have
    const means = [3, 4, 5, 6, 7, 8].map((month) => {
      const first = dayOf(`2025-0${month}-01`);
      return perDay * calendar.count(first, dayOf(`2025-0${month + 1}-01`) - 1);
    });
    const forecast = normalForecast(
      "2025-03-01",
      means,
      means.map((mean) => 0.2 * mean),
    );
    const item = shopItem({ onHand: onHand as number, leadTimeDays: 10 }, forecast, "month");
    return replenish([item], shopContext(day as string)).suggestions.get("A1");
  });
  expect(new Set(seen.map((one) => one?.reorderPoint)).size).toBe(1);
  const days = seen.map((one) => dayOf(one?.runsOutOn ?? ""));
  expect(calendar.count(Math.min(...days), Math.max(...days))).toBeLessThanOrEqual(2);
});

test("T25: accepted suggestions count until their receipt day, rejected ones do not", () => {
  const first = replenish([shopItem({ onHand: 30 }, weekly)], shopContext(today)).suggestions.get("A1");
  const decide = (action: "accept" | "reject", date: string) =>
    replenish(
      [
        shopItem({ onHand: 30 }, weekly, "week", {
          decisions: [{ item: "A1", action, quantity: first?.quantity ?? 0, date }],
        }),
      ],
      shopContext(today),
    );
  const accepted = decide("accept", "2025-02-27").suggestions.get("A1");
  expect([accepted?.quantity, accepted?.decision]).toEqual([0, "accept"]);
  expect(decide("reject", today).suggestions.get("A1")).toMatchObject({
    quantity: first?.quantity,
    decision: "reject",
  });
  const forgotten = decide("accept", "2025-01-02");
  expect(forgotten.issues.map(({ code }) => code)).toContain("accepted-not-in-erp");
  expect(forgotten.suggestions.get("A1")?.quantity).toBe(first?.quantity);
});

test("T27: rejecting one line leaves every other line as it was, byte for byte", () => {
  const lines = (decisions: { item: string; action: "reject" }[]) =>
    replenish(
      ["A1", "A2", "A3"].map((item, k) => ({
        ...shopItem({ item, onHand: 10 * k, supplier: "S", unitCost: 3, currency: "EUR" }, weekly),
        decisions: decisions.filter((one) => one.item === item),
      })),
      shopContext(today, { suppliers: suppliers({ supplier: "S", minimumValue: 1000 }) }),
    );
  const before = lines([]);
  const after = lines([{ item: "A2", action: "reject" }]);
  for (const item of ["A1", "A3"]) expect(after.suggestions.get(item)).toEqual(before.suggestions.get(item));
  const rejected = before.suggestions.get("A2")?.amount ?? 0;
  expect(after.baskets[0].amount).toBeCloseTo(before.baskets[0].amount - rejected, 9);
});

test("a small order is filled up where that costs less than the surcharge, else the surcharge is paid", () => {
  const basket = (surcharge: number, unitCost: number) =>
    replenish(
      [
        shopItem({ item: "A1", onHand: 30, supplier: "S", unitCost, currency: "EUR" }, weekly),
        shopItem({ item: "A2", onHand: 90, supplier: "S", unitCost, currency: "EUR" }, weekly),
      ],
      shopContext(today, {
        suppliers: suppliers({ supplier: "S", minimumValue: unitCost * 60, surcharge }),
      }),
    ).baskets[0];
  const filled = basket(500, 10);
  expect(filled.fillers.length).toBeGreaterThan(0);
  expect(filled.surcharge).toBeUndefined();
  expect(filled.amount + filled.fillers.reduce((sum, one) => sum + one.amount, 0)).toBeGreaterThanOrEqual(
    600,
  );
  const paid = basket(0.01, 10);
  expect(paid).toMatchObject({ surcharge: 0.01, fillers: [] });
});

test("a budget buys the shortage avoided per euro, says what it cut, and holds", () => {
  const items = ["A1", "A2"].map((item, k) =>
    shopItem({ item, onHand: 60 * k, unitCost: k === 0 ? 5 : 50, currency: "EUR" }, weekly),
  );
  const options = { ...replenishOptions, budget: 400 };
  const free = replenish(items, shopContext(today));
  const cut = replenish(items, shopContext(today, { options }));
  const amounts = [...cut.suggestions.values()].map((one) => one?.amount ?? 0);
  expect(amounts.reduce((sum, x) => sum + x, 0)).toBeLessThanOrEqual(400);
  // the cheap item that is out of stock keeps nearly all, the dear one that is not loses nearly all
  const kept = (item: string) =>
    (cut.suggestions.get(item)?.quantity ?? 0) / (free.suggestions.get(item)?.quantity ?? Number.NaN);
  expect(kept("A1")).toBeGreaterThan(0.9);
  expect(kept("A2")).toBeLessThan(0.5);
  expect(cut.suggestions.get("A2")?.reasons.map(({ code }) => code)).toContain("budget-cut");
  expect(cut.issues.map(({ code }) => code)).toContain("budget-cuts");
});

test("the explanation adds up to the quantity", () => {
  const { suggestions } = replenish(
    [shopItem({ onHand: 30, packSize: 24, minimumOrder: 10, orderCost: 5, unitCost: 2 }, weekly)],
    shopContext(today),
  );
  const suggestion = suggestions.get("A1");
  const sum = suggestion?.reasons.find(({ code }) => code === "sum") as Record<string, number> | undefined;
  expect(sum && sum.demand + sum.buffer + sum.lot - sum.position + sum.rounding).toBeCloseTo(
    suggestion?.quantity ?? -1,
    5,
  );
});

test("money goes out by payment terms: deposit first, discount where it is worth it", () => {
  expect(paymentsOf({ supplier: "S", paymentDays: 30 }, 100, 120)).toEqual([{ day: 150, share: 1 }]);
  const discount = { supplier: "S", paymentDays: 30, discountPercent: 2, discountDays: 10 };
  expect(paymentsOf(discount, 100, 120)).toEqual([{ day: 130, share: 0.98 }]);
  const deposit = { supplier: "S", paymentDays: 14, depositPercent: 30 };
  expect(paymentsOf(deposit, 100, 120)).toEqual([
    { day: 100, share: 0.3 },
    { day: 134, share: 0.7 },
  ]);
});

test("open orders come first in the cash plan, in the week in which they are paid", () => {
  const { cash } = replenish(
    [
      shopItem({ onHand: 500, supplier: "S", unitCost: 2, currency: "EUR" }, weekly, "week", {
        openOrders: [{ item: "A1", date: "2025-03-10", quantity: 100 }],
      }),
    ],
    shopContext(today, { suppliers: suppliers({ supplier: "S", paymentDays: 14 }) }),
  );
  expect(cash[0]).toEqual({ week: "2025-W13", supplier: "S", currency: "EUR", p50: 200, p90: 200 });
});

test("open orders: overdue ones are confirmed, too late ones expedited, idle ones postponed, useless ones cancelled", () => {
  const advice = (onHand: number, date: string, forecast = weekly) =>
    replenish(
      [shopItem({ onHand }, forecast, "week", { openOrders: [{ item: "A1", date, quantity: 50 }] })],
      shopContext(today),
    ).openOrders[0].advice;
  expect(advice(20, "2025-02-20")).toBe("confirm");
  expect(advice(20, "2025-04-04")).toBe("expedite");
  expect(advice(300, "2025-03-10")).toBe("postpone");
  expect(advice(40, "2025-03-12")).toBe("keep");
  expect(advice(5, "2025-03-12", steady("2025-03-03", 0, 0))).toBe("cancel");
});

test("a supplier's shutdown inside the lead time delays the receipt, single holidays do not", () => {
  const closed = workCalendar("DE", [{ from: dayOf("2025-03-03"), to: dayOf("2025-03-14") }]);
  const receipt = (calendar: typeof plant) =>
    replenish(
      [shopItem({ onHand: 10, supplier: "S" }, weekly)],
      shopContext(today, { supplierCalendars: () => calendar }),
    ).suggestions.get("A1")?.receiptBy;
  expect(receipt(plant)).toBe("2025-03-14");
  expect(receipt(closed)).toBe("2025-03-28");
});

test("phase-out covers demand up to its end only", () => {
  const upTo = (phaseOut: string | true | undefined) =>
    replenish(
      [shopItem({ onHand: 0, ...(phaseOut === undefined ? {} : { phaseOut }) }, weekly)],
      shopContext(today),
    ).suggestions.get("A1")?.quantity ?? Number.NaN;
  expect(upTo(true)).toBe(0);
  expect(upTo("2025-03-07")).toBeLessThan(upTo(undefined));
});

test("bad master data are reported with their row, and the other items are unaffected", () => {
  const bad = {
    minimumOrder: 90,
    maximumStock: 50,
    safetyStock: -3,
    unitCost: 0,
    supplier: "X",
    packSize: 0,
  };
  const { suggestions, issues } = replenish(
    [
      shopItem({ item: "A1", ...bad, file: "items.csv", row: 7 }, weekly),
      shopItem({ item: "A2", onHand: 30 }, weekly),
    ],
    shopContext(today, { suppliers: suppliers({ supplier: "S" }) }),
  );
  expect(issues.map(({ code }) => code).sort()).toEqual([
    "minimum-above-maximum",
    "pack-size-not-positive",
    "price-not-positive",
    "safety-stock-negative",
    "unknown-supplier",
  ]);
  expect(issues.every(({ row, item }) => row === 7 && item === "A1")).toBe(true);
  const alone = replenish([shopItem({ item: "A2", onHand: 30 }, weekly)], shopContext(today));
  expect(suggestions.get("A2")).toEqual(alone.suggestions.get("A2"));
});

test("lead times as they were: median, P90 and drift beside the master data", () => {
  const deliveries = [10, 12, 11, 13, 30, 32, 31, 33, 31, 34].map((days, k) => ({
    item: "A1",
    supplier: "S",
    ordered: 100 + 10 * k,
    received: 100 + 10 * k + days,
  }));
  const [supplier, item] = leadTimesOf(deliveries, () => 14);
  expect(supplier).toMatchObject({ supplier: "S", master: 14, n: 10, median: 30.5 });
  expect(item).toMatchObject({ item: "A1", n: 10 });
  expect(supplier.drift).toBeGreaterThan(15);
});

test("a source is chosen by the cost of a year: years of a minimum are never worth a tenth of the price", () => {
  const source = (supplier: string, unitCost: number, leadTimeDays: number, minimumOrder: number) => ({
    item: "A1",
    supplier,
    unitCost,
    leadTimeDays,
    minimumOrder,
  });
  const slow = steady("2025-03-03", 1, 1, 60);
  const planned = (...sources: ReturnType<typeof source>[]) =>
    replenish(
      [shopItem({ ...sources[0], onHand: 1, sources: sources.slice(1) }, slow, "week")],
      shopContext(today),
    ).suggestions.get("A1");
  const [far, near] = [source("FAR", 10, 90, 900), source("NEAR", 11, 7, 1)];
  expect(planned(far, near)?.supplier).toBe("NEAR");
  expect(planned(near, far)?.supplier).toBe("NEAR");
  // four months for a fifth less are worth it
  const fair = source("FAIR", 9, 12, 16);
  expect(planned(near, fair)?.supplier).toBe("FAIR");
  // and where its goods come too late, the fast one bridges
  const bridged = planned({ ...fair, leadTimeDays: 60 }, near);
  expect(bridged?.supplier).toBe("FAIR");
  expect(bridged?.reasons).toContainEqual(
    expect.objectContaining({ code: "bridge-source", supplier: "NEAR" }),
  );
});

test("the cheapest of several sources is chosen and reported, a preferred one wins", () => {
  const source = (supplier: string, unitCost: number, preferred?: boolean) => ({
    item: "A1",
    supplier,
    unitCost,
    leadTimeDays: 21,
    ...(preferred === undefined ? {} : { preferred }),
  });
  const chosen = (...sources: ReturnType<typeof source>[]) =>
    replenish([shopItem({ supplier: "A", unitCost: 5, sources }, weekly)], shopContext(today));
  const cheapest = chosen(source("B", 4));
  expect(cheapest.suggestions.get("A1")).toMatchObject({ supplier: "B", unitPrice: 4 });
  expect(cheapest.issues.map(({ code }) => code)).toEqual(["source-chosen"]);
  expect(chosen(source("B", 4), source("C", 6, true)).suggestions.get("A1")?.supplier).toBe("C");
});

test("a level that would hardly change keeps the last run's", () => {
  const fresh = replenish([shopItem({ onHand: 500 }, weekly)], shopContext(today)).suggestions.get("A1");
  const before = {
    quantity: 0,
    orderBy: isoDate(dayOf(today)),
    reorderPoint: (fresh?.reorderPoint ?? 0) + 1,
    orderUpTo: 90,
  };
  const kept = replenish(
    [shopItem({ onHand: 500 }, weekly, "week", { previous: before })],
    shopContext(today),
  );
  expect(kept.suggestions.get("A1")?.reorderPoint).toBe(before.reorderPoint);
  const far = { ...before, reorderPoint: 20 };
  const moved = replenish([shopItem({ onHand: 500 }, weekly, "week", { previous: far })], shopContext(today));
  expect(moved.suggestions.get("A1")?.reorderPoint).toBe(fresh?.reorderPoint);
});

test("a service level for the assortment holds less stock value than the same level for every item", () => {
  const items = [1, 2, 8].map((unitCost, k) =>
    shopItem({ item: `A${k}`, onHand: 0, unitCost, currency: "EUR" }, steady("2025-03-03", 20, 12)),
  );
  const of = (serviceScope: "item" | "assortment") => {
    const options = { ...replenishOptions, serviceLevel: 0.9, serviceScope };
    const { suggestions } = replenish(items, shopContext(today, { options }));
    return items.map(({ item }) => suggestions.get(item.item));
  };
  const flat = of("item").map((one) => one?.reorderPoint ?? Number.NaN);
  const whole = of("assortment").map((one) => one?.reorderPoint ?? Number.NaN);
  expect(new Set(flat).size).toBe(1);
  expect(whole[0]).toBeGreaterThan(flat[0]);
  expect(whole[2]).toBeLessThan(flat[2]);
});

test("demand that comes in few large lumps inside a month needs a higher reorder point than the same month evenly spread", () => {
  const monthly = normalForecast("2025-03-01", [100, 100, 100, 100], [10, 10, 10, 10]);
  const level = (burst: number) =>
    replenish(
      [shopItem({ onHand: 0, leadTimeDays: 5 }, monthly, "month", { burst })],
      shopContext(today),
    ).suggestions.get("A1")?.reorderPoint ?? Number.NaN;
  expect(level(100 * 100)).toBeGreaterThan(1.5 * level(20 * 5 * 5));
});

test("parameters: a row that was not worth a change is reopened when the demand it rests on drifts", () => {
  const row = (reorderPoint: number, previous?: PreviousSuggestion, options = {}) =>
    replenish(
      [
        shopItem({ onHand: 500, reorderPoint, unitCost: 0.01, serviceLevel: 0.9 }, weekly, "week", {
          ...(previous === undefined ? {} : { previous }),
        }),
      ],
      shopContext(today, { options: { ...replenishOptions, ...options } }),
    ).parameters[0];
  const level = row(1)?.reorderPointNew ?? Number.NaN;
  const inErp = Math.ceil(1.4 * level);
  const last = (basis: PreviousBasis): PreviousSuggestion => ({
    quantity: 0,
    orderBy: today,
    reorderPoint: level,
    orderUpTo: level + 1,
    basis,
  });
  expect(row(inErp)).toMatchObject({ change: false, reason: "gain-below-cost", basis: 20 });
  // let stand at a demand of 19, looked at again at one of 20: still so
  expect(row(inErp, last({ fresh: 19, reorderPoint: inErp }))).toMatchObject({ change: false, basisOld: 19 });
  // of the two runs that let it stand the first one counts, however slowly demand creeps
  const crept = last({ fresh: 19, inForce: 12, reorderPoint: inErp });
  expect(row(inErp, crept)).toMatchObject({ change: true, reason: "demand-drifted", basisOld: 12 });
  expect(row(inErp, crept, { reopenDrift: 1 })).toMatchObject({ change: false, basisOld: 12 });
  // a proposal that was taken over rests on the demand of its run, another value on today's
  const taken = { ...last({ fresh: 12, reorderPoint: 3 }), reorderPoint: inErp };
  expect(row(inErp, taken)).toMatchObject({ reason: "demand-drifted", basisOld: 12 });
  expect(row(inErp, last({ fresh: 12, reorderPoint: 3 }))).toMatchObject({ change: false, basisOld: 20 });
});

test("a long silent part is not stocked for the sake of its class, phased out or not", () => {
  const none = normalForecast("2025-03-01", [0, 0], [0, 0]);
  const silent = (serviceScope: "item" | "assortment", phaseOut?: true) =>
    replenish(
      [
        shopItem({ item: "S", unitCost: 1, ...(phaseOut === undefined ? {} : { phaseOut }) }, none, "month", {
          silence: { buckets: 24, size: 1 },
        }),
        shopItem({ item: "T", unitCost: 500 }, normalForecast("2025-03-01", [3, 3, 3], [3, 3, 3]), "month"),
      ],
      shopContext(today, { options: { ...replenishOptions, serviceScope } }),
    ).suggestions.get("S")?.quantity;
  expect(silent("item")).toBe(0);
  expect(silent("assortment")).toBe(0);
  expect(silent("assortment", true)).toBe(0);
});
