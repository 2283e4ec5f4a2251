// Worked examples of METHODS 7.2 by their numbers there. FoSCT = Snyder & Shen, Fundamentals of Supply Chain Theory,
// 2nd ed. (values as stockpyl gives them); SPP = Silver, Pyke & Peterson; Chopra = Chopra & Meindl.
import { expect, test } from "vitest";
import { gammaLoss } from "../../src/numeric/gamma.ts";
import { negativeBinomialLoss } from "../../src/numeric/negative-binomial.ts";
import { normalLoss, normalQuantile } from "../../src/numeric/normal.ts";
import { poissonLoss } from "../../src/numeric/poisson.ts";
import { silverMeal, wagnerWhitin } from "../../src/replenish/textbook/dynamic-lots.ts";
import {
  andler,
  economicProduction,
  economicQuantity,
  economicQuantityWithBackorders,
  lotCost,
} from "../../src/replenish/textbook/economic-quantity.ts";
import { jointReplenishment, orderedTogether } from "../../src/replenish/textbook/joint.ts";
import { lognormalLoss } from "../../src/replenish/textbook/lognormal.ts";
import {
  newsvendorLognormal,
  newsvendorNormal,
  newsvendorPoisson,
  newsvendorProfit,
} from "../../src/replenish/textbook/newsvendor.ts";
import { inverseLoss, leftOf, shortOf } from "../../src/replenish/textbook/normal-demand.ts";
import { optimalLevels, powerLevels } from "../../src/replenish/textbook/order-up-to.ts";
import { allUnitsQuantity, incrementalQuantity } from "../../src/replenish/textbook/price-breaks.ts";
import {
  bestReorderPoint,
  reorderByBackorders,
  reorderByInventoryLevel,
  reorderByLoss,
  reorderBySafetyStock,
  reorderCost,
  reorderPoisson,
} from "../../src/replenish/textbook/reorder-quantity.ts";
import {
  cycleOfReorderPoint,
  fillOfReorderPoint,
  spreadOfLead,
  stockForCycle,
  stockForFill,
} from "../../src/replenish/textbook/safety-stock.ts";

/** Equal to a relative 1e-6, or to half a unit of the last printed digit where fewer are printed. */
function near(actual: number, expected: number, digit = 0): void {
  expect(Math.abs(actual - expected), `${actual} instead of ${expected}`).toBeLessThanOrEqual(
    Math.max(1e-6 * Math.abs(expected), digit / 2),
  );
}

const book = { orderCost: 8, holdingPerUnitYear: 0.225, demandPerYear: 1300 };

test("1 to 3: economic order quantity and Andler's formula", () => {
  near(economicQuantity(book).quantity, 304.0467800264);
  near(economicQuantity(book).cost, 68.4105255059);
  near(lotCost(book, 350), 69.0892857143);
  const chopra = { orderCost: 4000, holdingPerUnitYear: 0.2 * 500, demandPerYear: 12000 };
  near(economicQuantity(chopra).quantity, 979.7958971);
  near(andler(10000, 50, 5, 20), 1000);
});

test("T31: names with units keep order cost and holding rate apart", () => {
  near(
    economicQuantity({ orderCost: 50, holdingPerUnitYear: 0.2 * 10, demandPerYear: 1000 }).quantity,
    223.607,
    1e-3,
  );
});

const breaks = (from: number[], price: number[]) =>
  from.map((start, k) => ({ from: start, price: price[k] }));

test("4 to 6: all-units discount", () => {
  const a = allUnitsQuantity({
    orderCost: 200,
    holdingRate: 0.2,
    demandPerYear: 1000,
    breaks: breaks([0, 200, 500], [500, 475, 450]),
  });
  expect([a.quantity, a.tier]).toEqual([500, 3]);
  near(a.cost, 472900);
  const b = allUnitsQuantity({
    orderCost: 8,
    holdingRate: 0.3,
    demandPerYear: 1300,
    breaks: breaks([0, 400, 800], [0.75, 0.72, 0.68]),
  });
  expect(b.quantity).toBe(800);
  near(b.cost, 978.6);
  const drugs = {
    orderCost: 100,
    holdingRate: 0.2,
    demandPerYear: 120000,
    breaks: breaks([0, 5000, 10000], [3, 2.96, 2.92]),
  };
  const c = allUnitsQuantity(drugs);
  expect(c.quantity).toBe(10000);
  near(c.cost, 354520);
  const second = allUnitsQuantity({ ...drugs, breaks: drugs.breaks.slice(0, 2) });
  near(second.quantity, 6367.1454, 1e-4);
  near(second.cost, 358969.35, 1e-2);
});

test("7 and 8: incremental discount", () => {
  const a = incrementalQuantity({
    orderCost: 150,
    holdingRate: 0.25,
    demandPerYear: 2400,
    breaks: breaks([0, 300, 600], [100, 90, 80]),
  });
  expect(a.tier).toBe(3);
  near(a.quantity, 1481.8906842);
  near(a.cost, 222762.8136845);
  const b = incrementalQuantity({
    orderCost: 8,
    holdingRate: 0.3,
    demandPerYear: 1300,
    breaks: breaks([0, 400, 800], [0.75, 0.72, 0.68]),
  });
  expect(b.tier).toBe(1);
  near(b.quantity, 304.04678, 1e-5);
  near(b.cost, 1043.4105255);
});

test("9 and 10: planned backorders and production quantity", () => {
  const backordered = economicQuantityWithBackorders({ ...book, backorderPerUnitYear: 5 });
  near(backordered.quantity, 310.812555159);
  near(backordered.fraction, 0.043062201);
  near(backordered.cost, 66.921363551);
  const produced = economicProduction({ ...book, productionPerYear: 1700 });
  near(produced.quantity, 626.8084946);
  near(produced.cost, 33.1839791);
});

test("11 and 12: Wagner-Whitin and Silver-Meal", () => {
  const small = wagnerWhitin([90, 120, 80, 70], 500, 2);
  expect([...small.orders]).toEqual([210, 0, 150, 0]);
  near(small.cost, 1380);
  const demand = [10, 62, 12, 130, 154, 129, 88, 52, 124, 160, 238, 41];
  const year = wagnerWhitin(demand, 54, 0.4);
  near(year.cost, 501.2);
  expect([...year.orders]).toEqual([84, 0, 0, 130, 283, 0, 140, 0, 124, 160, 279, 0]);
  const heuristic = silverMeal(demand, 54, 0.4);
  expect([...heuristic.orders]).toEqual([...year.orders]);
  near(heuristic.cost, 501.2);
});

test("13 to 17: newsvendor", () => {
  const costs = { holding: 0.18, short: 0.7 };
  const normal = newsvendorNormal(costs, { mean: 50, sd: 8 });
  near(normal.quantity, 56.6039559274);
  near(normal.cost, 1.9976051932);
  const lead = newsvendorNormal(costs, { mean: 50, sd: 8 }, 4);
  near(lead.quantity, 264.7668943742);
  near(lead.cost, 4.4667810041);
  const poisson = newsvendorPoisson(costs, 50);
  expect(poisson.quantity).toBe(56);
  near(poisson.cost, 1.7972352118);
  const lognormal = newsvendorLognormal({ holding: 1, short: 0.1765 }, { mu: 6, sigma: 0.3 });
  near(lognormal.quantity, 295.6266448);
  near(lognormal.cost, 29.4425435);
  const discrete = newsvendorPoisson({ holding: 1, short: 4 }, 6);
  expect(discrete.quantity).toBe(8);
  near(discrete.cost, 3.5701069458);
  const profit = newsvendorProfit({ revenue: 1, cost: 0.3, salvage: 0.12 }, { mean: 50, sd: 8 });
  near(profit.quantity, 56.6039559);
  near(profit.profit, 33.0023948);
});

const reorder = {
  orderCost: 8,
  holding: 0.225,
  backorder: 7.5,
  demandPerYear: 1300,
  lead: { mean: 1300 / 12, sd: 150 * Math.sqrt(1 / 12) },
};

test("18 to 23: (r, Q) with normal lead-time demand", () => {
  near(reorderCost(reorder, 126.8, 328.5), 78.0711625093);
  near(bestReorderPoint(reorder, 300), 129.4272799263);
  const level = reorderByInventoryLevel(reorder);
  near(level.reorderPoint, 213.97044214);
  near(level.quantity, 318.59018108);
  near(level.cost, 95.45114022);
  const backorders = reorderByBackorders(reorder);
  near(backorders.reorderPoint, 128.6378144);
  near(backorders.quantity, 308.5737801);
  const safety = reorderBySafetyStock(reorder);
  near(safety.reorderPoint, 190.3369966);
  near(safety.quantity, 304.04678);
  const loss = reorderByLoss(reorder);
  near(loss.reorderPoint, 126.8670634);
  near(loss.quantity, 328.4491422);
});

test("24: (r, Q) with Poisson demand, exact", () => {
  const policy = reorderPoisson({
    orderCost: 100,
    holding: 20,
    backorder: 150,
    demandPerPeriod: 1.5,
    leadPeriods: 2,
  });
  expect([policy.reorderPoint, policy.quantity]).toEqual([3, 5]);
  near(policy.cost, 107.9235806331);
});

test("25 and 26: (s, S), exact and by the power approximation", () => {
  const exact = optimalLevels({ orderCost: 5, holding: 1, backorder: 4 }, 6);
  expect([exact.reorderPoint, exact.orderUpTo]).toEqual([4, 10]);
  near(exact.cost, 8.0341115615);
  const power = powerLevels({ orderCost: 2.5, holding: 0.18, backorder: 0.7 }, { mean: 50, sd: 8 });
  near(power.reorderPoint, 40.1946169565);
  near(power.orderUpTo, 74.2901701098);
});

test("27 and 28: joint replenishment", () => {
  const plan = jointReplenishment(600, [
    { orderCost: 120, holding: 160, demand: 1 },
    { orderCost: 840, holding: 20, demand: 1 },
    { orderCost: 300, holding: 50, demand: 1 },
  ]);
  expect(plan.multiples).toEqual([1, 3, 1]);
  near(plan.cycle, 3.1031644542);
  near(plan.cost, 837.8544026);
  const together = orderedTogether(
    7000,
    [12000, 1200, 120].map((demand) => ({ demand, holding: 100 })),
  );
  near(together.orders, 9.75412, 1e-7);
  for (const [k, quantity] of together.quantities.entries())
    near(quantity, [1230.25, 123.02, 12.3][k], 0.011);
  near(together.cost, 136557.68, 0.01);
});

test("29 to 33: safety stock for cycle service and fill rate", () => {
  near(normalQuantile(0.9), 1.2815516, 1e-7);
  near(stockForCycle(13.1, 0.9), 16.788, 1e-3);
  near(58.3 + stockForCycle(13.1, 0.9), 75.088, 1e-3);
  near((200 * 0.01) / 11.4, 0.1754386, 1e-7);
  near(inverseLoss((200 * 0.01) / 11.4), 0.5756906, 1e-7);
  near(50 + stockForFill(11.4, 0.99, 200), 56.5629, 1e-4);
  const lead = { mean: 5000, sd: 500 * Math.SQRT2 };
  near(cycleOfReorderPoint(lead, 6000), 0.9213504, 1e-7);
  near(shortOf(lead, 6000), 25.1272708, 1e-7);
  near(fillOfReorderPoint(lead, 6000, 10000, false), 0.9974873, 1e-7);
  near(stockForCycle(lead.sd, 0.9), 906.1938, 1e-4);
  near(lead.mean + stockForCycle(lead.sd, 0.9), 5906.1938, 1e-4);
  for (const [target, stock] of [
    [0.975, 66.6976],
    [0.98, 182.9736],
    [0.985, 321.5328],
    [0.99, 499.2523],
    [0.995, 767.0504],
  ]) {
    near(stockForFill(lead.sd, target, 10000), stock, 1e-4);
  }
});

test("34 to 36: variable lead time and periodic review", () => {
  const week = { mean: 2500, sd: 500 };
  const stocks = [22491.1387, 19297.8859, 16108.8534, 12927.1651, 9760.0059, 6628.2362, 3624.7752, 1695.3334];
  for (const [k, stock] of stocks.entries())
    near(stockForCycle(spreadOfLead(week, 7, 7 - k), 0.9), stock, 1e-4);
  const review = stockForCycle(spreadOfLead(week, 6, 0), 0.9);
  near(review, 1569.5737, 1e-4);
  near(2500 * 6 + review, 16569.5737, 1e-4);
  const day = { mean: 20, sd: 6 };
  near(stockForCycle(spreadOfLead(day, 10, 2), 0.95), 72.8207743, 1e-7);
  near(200 + stockForCycle(spreadOfLead(day, 10, 2), 0.95), 272.8207743, 1e-7);
  near(stockForCycle(spreadOfLead(day, 15, 2), 0.95), 76.0911492, 1e-7);
  near(300 + stockForCycle(spreadOfLead(day, 15, 2), 0.95), 376.0911492, 1e-7);
});

test("37: fill rate, exact and by the first term", () => {
  const lead = { mean: 100, sd: 30 };
  near(fillOfReorderPoint(lead, 120, 50, true), 0.9113198851);
  near(fillOfReorderPoint(lead, 120, 50, false), 0.9093282117);
  near(cycleOfReorderPoint(lead, 120), 0.7475074625);
});

test("38: loss functions", () => {
  for (const [z, loss] of [
    [0, 0.3989422804],
    [1, 0.0833154706],
    [1.3, 0.0455279621],
    [2, 0.0084907026],
    [3, 3.82154317e-4],
  ]) {
    near(normalLoss(z), loss, 1e-10);
  }
  near(shortOf({ mean: 15, sd: 3 }, 18.6), 0.1683073522);
  near(leftOf({ mean: 15, sd: 3 }, 18.6), 3.7683073522);
  near(poissonLoss(18, 15), 0.5176095283);
  near(gammaLoss(4, 2, 3), 2.6359713812);
  near(lognormalLoss(10, { mu: 2, sigma: 0.3 }), 0.2836497389);
  near(negativeBinomialLoss(14, { mean: 23, variance: 64 }), 9.3264599802);
});

test("39: normal quantiles and their losses", () => {
  for (const [level, z, loss] of [
    [0.9, 1.2815515655, 0.0473431754],
    [0.95, 1.644853627, 0.020892959],
    [0.98, 2.0537489106, 0.0073431577],
    [0.99, 2.326347874, 0.0033886635],
    [0.995, 2.5758293035, 0.0015805965],
    [0.999, 3.0902323062, 2.76857771e-4],
  ]) {
    near(normalQuantile(level), z, 1e-10);
    near(normalLoss(z), loss, 1e-10);
  }
});
