// The books by their own numbers, and the engine by the books: what holds for normal demand and whole lots must come
// out of the distributions, levels and lots that orders are made of. Snyder & Shen, Fundamentals of Supply Chain
// Theory, 2nd ed. (values as stockpyl gives them); SPP = Silver, Pyke & Peterson; Chopra & Meindl.
import { expect, test } from "vitest";
import type { Item } from "../../src/item.ts";
import { normalQuantile } from "../../src/numeric/normal.ts";
import {
  type Distribution,
  distribution,
  shortage,
  shortageIntegral,
} from "../../src/replenish/demand/distribution.ts";
import { leadTimeDistribution } from "../../src/replenish/demand/lead-time.ts";
import { replenishOptions } from "../../src/replenish/index.ts";
import { lotOf } from "../../src/replenish/lots/lot.ts";
import {
  cycleService,
  fillRate,
  levelForCycle,
  levelForFill,
  type Protection,
} from "../../src/replenish/service/service.ts";
import { orderCostShares } from "../../src/replenish/suppliers/joint.ts";
import { economicQuantity, lotCost } from "../../src/replenish/textbook/economic-quantity.ts";
import { allUnitsQuantity } from "../../src/replenish/textbook/price-breaks.ts";
import { totalOf } from "../../src/total.ts";
import { shopItem, steady } from "../replenish/shop.ts";
import { inverseLoss, type NormalDemand, normalLoss, shortIntegral, shortOf } from "./normal-demand.ts";
import { orderedTogether } from "./ordered-together.ts";
import {
  cycleOfReorderPoint,
  fillOfReorderPoint,
  spreadOfLead,
  stockForCycle,
  stockForFill,
} from "./safety-stock.ts";

/** Equal to a relative 1e-6, or to half a unit of the last printed digit where fewer are printed. */
function near(actual: number, expected: number, digit = 0): void {
  expect(Math.abs(actual - expected), `${actual} instead of ${expected}`).toBeLessThanOrEqual(
    Math.max(1e-6 * Math.abs(expected), digit / 2),
  );
}

const book = { orderCost: 8, holdingPerUnitYear: 0.225, demandPerYear: 1300 };

test("economic order quantity: Snyder & Shen 3.1, Chopra 10.1, and the names that keep cost and rate apart", () => {
  near(economicQuantity(book).quantity, 304.0467800264);
  near(economicQuantity(book).cost, 68.4105255059);
  near(lotCost(book, 350), 69.0892857143);
  const chopra = { orderCost: 4000, holdingPerUnitYear: 0.2 * 500, demandPerYear: 12000 };
  near(economicQuantity(chopra).quantity, 979.7958971);
  const units = { orderCost: 50, holdingPerUnitYear: 0.2 * 10, demandPerYear: 1000 };
  near(economicQuantity(units).quantity, 223.607, 1e-3);
});

const breaks = (from: number[], price: number[]) =>
  from.map((start, k) => ({ from: start, price: price[k] }));

test("all-units discount: the best lot, its tier and its cost of a year", () => {
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

test("safety stock for cycle service and fill rate: SPP 6.7 and 6.8, Chopra 11.4 and 11.6", () => {
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
  for (const [target, stock] of [
    [0.975, 66.6976],
    [0.98, 182.9736],
    [0.985, 321.5328],
    [0.99, 499.2523],
    [0.995, 767.0504],
  ]) {
    near(stockForFill(lead.sd, target, 10000), stock, 1e-4);
  }
  const short = { mean: 100, sd: 30 };
  near(fillOfReorderPoint(short, 120, 50, true), 0.9113198851);
  near(fillOfReorderPoint(short, 120, 50, false), 0.9093282117);
  near(cycleOfReorderPoint(short, 120), 0.7475074625);
});

test("variable lead time and periodic review: Chopra 11.6 and 11.8", () => {
  const week = { mean: 2500, sd: 500 };
  const stocks = [22491.1387, 19297.8859, 16108.8534, 12927.1651, 9760.0059, 6628.2362, 3624.7752, 1695.3334];
  for (const [k, stock] of stocks.entries())
    near(stockForCycle(spreadOfLead(week, 7, 7 - k), 0.9), stock, 1e-4);
  near(2500 * 6 + stockForCycle(spreadOfLead(week, 6, 0), 0.9), 16569.5737, 1e-4);
  const day = { mean: 20, sd: 6 };
  near(stockForCycle(spreadOfLead(day, 10, 2), 0.95), 72.8207743, 1e-7);
  near(stockForCycle(spreadOfLead(day, 15, 2), 0.95), 76.0911492, 1e-7);
});

test("normal loss: printed tables", () => {
  for (const [z, loss] of [
    [0, 0.3989422804],
    [1, 0.0833154706],
    [1.3, 0.0455279621],
    [2, 0.0084907026],
    [3, 3.82154317e-4],
  ]) {
    near(normalLoss(z), loss, 1e-10);
  }
  for (const [level, z] of [
    [0.9, 1.2815515655],
    [0.98, 2.0537489106],
    [0.999, 3.0902323062],
  ]) {
    near(normalQuantile(level), z, 1e-10);
  }
  near(shortOf({ mean: 15, sd: 3 }, 18.6), 0.1683073522);
});

test("all items in every order: Chopra 10.5", () => {
  const together = orderedTogether(
    7000,
    [12000, 1200, 120].map((demand) => ({ demand, holding: 100 })),
  );
  near(together.orders, 9.75412, 1e-7);
  for (const [k, quantity] of together.quantities.entries())
    near(quantity, [1230.25, 123.02, 12.3][k], 0.011);
  near(together.cost, 136557.68, 0.01);
});

/** Normal demand at levels so fine that its straight lines between them do not matter. */
const levels = Array.from({ length: 3999 }, (_, k) => (k + 1) / 4000);
const normal = ({ mean, sd }: NormalDemand): Distribution =>
  distribution(
    levels,
    levels.map((level) => mean + sd * normalQuantile(level)),
  );

/** Lead-time demand that is reviewed all the time: a review period takes next to nothing. */
const continuously = (lead: NormalDemand): Protection[] => {
  const review = 1e-3 * lead.sd;
  const demand = normal(lead);
  return [{ weight: 1, lead: demand, leadAndReview: demand, review, active: 1, size: review, sizes: [] }];
};
const leads: readonly NormalDemand[] = [
  { mean: 100, sd: 30 },
  { mean: 5000, sd: 500 * Math.SQRT2 },
];

test("the engine's expected shortage and its integral are those of the normal distribution", () => {
  for (const lead of leads) {
    const demand = normal(lead);
    for (const z of [-1.5, 0, 0.7, 1.6, 2.4]) {
      const x = lead.mean + z * lead.sd;
      expect(shortage(demand, x)).toBeCloseTo(shortOf(lead, x), lead.sd > 100 ? 0 : 2);
      expect(shortageIntegral(demand, x) / lead.sd ** 2).toBeCloseTo(
        shortIntegral(lead, x) / lead.sd ** 2,
        3,
      );
    }
  }
});

test("the engine's fill rate and cycle service of a reorder point are the book's", () => {
  for (const lead of leads) {
    for (const z of [-0.5, 0.2, 0.9, 1.8]) {
      const reorderPoint = lead.mean + z * lead.sd;
      expect(cycleService(continuously(lead), reorderPoint)).toBeCloseTo(
        cycleOfReorderPoint(lead, reorderPoint),
        3,
      );
      for (const lot of [0.5 * lead.sd, 2 * lead.sd, 20 * lead.sd]) {
        expect(fillRate(continuously(lead), reorderPoint, { size: lot, whole: false })).toBeCloseTo(
          fillOfReorderPoint(lead, reorderPoint, lot, true),
          3,
        );
      }
    }
  }
});

test("the engine's reorder points for a service are the book's safety stocks above the mean", () => {
  for (const lead of leads) {
    for (const target of [0.9, 0.95, 0.99]) {
      const forCycle = levelForCycle(continuously(lead), target, false);
      expect((forCycle - lead.mean) / lead.sd).toBeCloseTo(stockForCycle(lead.sd, target) / lead.sd, 2);
      // with so large a lot nothing is short beyond it, as the book's formula takes it
      const lot = 15 * lead.sd;
      const forFill = levelForFill(continuously(lead), target, { size: lot, whole: false });
      const stock = lead.sd * inverseLoss((lot * (1 - target)) / lead.sd);
      expect((forFill - lead.mean) / lead.sd).toBeCloseTo(stock / lead.sd, 2);
    }
  }
});

test("five lead times stand for one that varies: same mean, same deviation", () => {
  const { days, weights } = leadTimeDistribution(
    { item: "A1", leadTimeDays: 400, leadTimeSdDays: 60 },
    undefined,
  );
  const mean = days.reduce((sum, day, k) => sum + weights[k] * day, 0);
  const variance = days.reduce((sum, day, k) => sum + weights[k] * (day - mean) ** 2, 0);
  expect(mean).toBeCloseTo(400, 0);
  // demand of 1 a day that never varies: its spread over the lead time is that of the lead time
  expect(Math.sqrt(variance)).toBeCloseTo(spreadOfLead({ mean: 1, sd: 0 }, 400, 60), 0);
});

test("an order cost shared by the items of a supplier gives the lots of one joint cycle", () => {
  const options = { ...replenishOptions, supplierOrderCost: 700 };
  const demands = [1200, 120, 12];
  const items = demands.map((demand, k) =>
    shopItem({ item: `A${k}`, supplier: "S", unitCost: 500 }, steady("2025-01-06", demand, 0), "month"),
  );
  const yearly = demands.map((demand) => 12 * demand);
  const holding = 500 * options.holdingRatePerYear;
  const together = orderedTogether(
    700,
    yearly.map((demand) => ({ demand, holding })),
  );
  const lotsOf = (of: readonly { readonly item: Item }[]) =>
    of.map(({ item }, k) => lotOf(item, yearly[k], options, false).quantity);
  for (const [k, lot] of lotsOf(items.map(totalOf(orderCostShares(options), items))).entries())
    near(lot, together.quantities[k]);
});
