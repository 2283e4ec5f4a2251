import { expect, test } from "vitest";
import { planningLevels } from "../../src/forecast.ts";
import { forecastSeries } from "../../src/models/index.ts";
import { distribution } from "../../src/replenish/demand/distribution.ts";
import {
  levelPolicy,
  oraclePolicy,
  type ReplayInput,
  type ReplayItem,
  replay,
  simulate,
  summaryOf,
} from "../../src/replenish/index.ts";
import { assortmentLevels, ladderOf } from "../../src/replenish/service/assortment.ts";

const item = (demand: readonly number[], changes: Partial<ReplayItem> = {}): ReplayItem => ({
  item: "A1",
  demand: Float64Array.from(demand),
  leadSteps: 2,
  unitCost: 10,
  holdingPerStep: 0.1,
  orderCost: 5,
  shortCost: 0,
  waitingPerStep: 1,
  whole: true,
  ...changes,
});

test("a replay by hand: the first order arrives at once, later ones after the lead time, shortage waits", async () => {
  const items = [item([5, 5, 5, 5, 5, 5])];
  const span = { start: 1, count: 2, end: 6, reviewSteps: 1 };
  const run = await simulate(
    items,
    span,
    levelPolicy("ten", items, () => ({ level: 9, upTo: 10 })),
  );
  // step 1: 10 arrive, 5 sold, 5 left · step 2: 5 ordered (due 4), 5 sold, 0 left · step 3: 5 ordered (due 5), 5 short
  // step 4: 5 arrive for the 5 that wait, 5 short · step 5: 5 arrive for the 5 that wait, 5 short
  expect(run.items[0]).toMatchObject({
    demand: 20,
    served: 5,
    stock: 0,
    backorderSteps: 15,
    orders: 4,
    ordered: 20,
  });
  const summary = summaryOf(items, span, run, 7);
  expect(summary).toMatchObject({
    fillRate: 0.25,
    orderLines: 4,
    orderingCost: 20,
    shortageCost: 15,
    holdingCost: 0,
  });
  expect(summary.backorderDays).toBe(105);
});

test("a replay by hand: what finds the shelf empty is lost by its share, and costs once", async () => {
  const span = { start: 1, count: 2, end: 6, reviewSteps: 1 };
  const of = async (lostShare: number) => {
    const items = [item([5, 5, 5, 5, 5, 5], { lostShare, shortCost: 2, waitingPerStep: 0 })];
    const rule = levelPolicy("ten", items, () => ({ level: 9, upTo: 10 }));
    const run = await simulate(items, span, rule);
    return { run: run.items[0], summary: summaryOf(items, span, run, 7) };
  };
  const lost = await of(1);
  // step 1: 10 arrive, 5 left · step 2: 5 ordered (due 4), 5 sold · step 3: 5 ordered (due 5), 5 lost · step 4: 5 arrive,
  // 5 sold, nothing ordered at a position of 10 · step 5: 5 arrive and are sold
  expect(lost.run).toMatchObject({ demand: 20, served: 15, lost: 5, backorderSteps: 0 });
  expect(lost.summary).toMatchObject({ shortageCost: 10, lostValue: 50, backorderDays: 0, fillRate: 0.75 });
  const half = await of(0.5);
  expect(half.run.lost).toBeGreaterThan(0);
  expect(half.run.backorderSteps).toBeGreaterThan(0);
  const waits = await of(0);
  expect(waits.run).toMatchObject({ lost: 0, backorderSteps: 15 });
  expect(waits.summary).not.toHaveProperty("lostValue");
});

test("perfect foresight serves everything and holds nothing it could order later", async () => {
  const demand = [3, 0, 7, 0, 0, 4, 9, 0, 1, 5];
  const items = [item(demand)];
  const span = { start: 1, count: 3, end: 10, reviewSteps: 1 };
  const run = await simulate(items, span, oraclePolicy(items, 1));
  expect(run.items[0].served).toBe(run.items[0].demand);
  expect(run.items[0].stock).toBe(0);
});

const panel = Array.from({ length: 12 }, (_, k) =>
  item(
    Array.from({ length: 104 }, (_, t) => ((t * (k + 3) + k) % 7 < 3 ? ((t * 13 + k * 5) % 9) + k : 0)),
    { item: `A${k}`, unitCost: 1 + k },
  ),
);

function inputWith(items: readonly ReplayItem[]): ReplayInput {
  return {
    items,
    span: { start: 60, count: 62, end: 104, reviewSteps: 1 },
    bucket: "week",
    daily: false,
    first: 2200,
    target: 0.95,
    forecastAt: (step, asked) =>
      asked.map((k) =>
        forecastSeries(
          { item: items[k].item, bucket: "week", period: 52, values: items[k].demand.slice(0, step) },
          { horizon: 8, levels: planningLevels, pool: null },
        ),
      ),
  };
}

test("nothing is known early: demand after a step changes no stock before it", async () => {
  const { result } = await replay(inputWith(panel));
  const later = panel.map((one) => ({
    ...one,
    demand: one.demand.map((value, t) => (t >= 90 ? value * 5 + 3 : value)),
  }));
  const changed = (await replay(inputWith(later))).result;
  const before = (of: typeof result) =>
    of.policies.find(({ policy }) => policy === "bedarf")?.stockValue.slice(0, 90 - 62);
  expect(before(changed)).toEqual(before(result));
  expect(result.policies.map(({ policy }) => policy)).toEqual([
    "bedarf",
    "naive",
    "oracle",
    "bedarf-by-item",
  ]);
});

test("the service asked for is reached, and more of it takes more stock", async () => {
  const { result, rows } = await replay(inputWith(panel));
  const bedarf = result.policies[0];
  expect(bedarf.fillRate).toBeGreaterThan(0.92);
  const stocks = result.frontier.map(({ averageStockValue }) => averageStockValue);
  expect(stocks).toEqual([...stocks].sort((a, b) => a - b));
  const own = rows.filter(({ policy }) => policy === "bedarf");
  expect(own.reduce((sum, row) => sum + row.averageStockValue, 0)).toBeCloseTo(bedarf.averageStockValue, 6);
});

test("an assortment reaches its service with less stock value than one target for all", () => {
  const of = (size: number) => [
    {
      weight: 1,
      lead: distribution(
        [0.5, 0.9, 0.99],
        Float64Array.of(2, 5, 9).map((x) => x * size),
      ),
      leadAndReview: distribution(
        [0.5, 0.9, 0.99],
        Float64Array.of(3, 7, 12).map((x) => x * size),
      ),
      review: size,
      active: 1,
      size,
      sizes: [1],
    },
  ];
  const lots = { size: 1, whole: true };
  const ladder = (size: number, unitValue: number) =>
    ladderOf(of(size), lots, { unitValue, demandPerStep: size });
  const ladders = [ladder(1, 1), ladder(1, 100), ladder(4, 3)];
  const levels = assortmentLevels(ladders, 0.9);
  const total = (at: (k: number) => number, what: "value" | "short") =>
    ladders.reduce((sum, ladder, k) => sum + ladder[what][at(k)], 0);
  const chosen = (k: number) => ladders[k].levels.indexOf(levels[k]);
  const flat = (k: number) => ladders[k].short.findIndex((short) => short <= 0.1);
  expect(total(chosen, "short") / 3).toBeLessThanOrEqual(0.1 + 1e-9);
  expect(total(chosen, "value")).toBeLessThan(total(flat, "value"));
});
