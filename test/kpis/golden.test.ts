import { expect, test } from "vitest";
import { kpisOfRuns, type RunItem, type RunRecord, runRecord } from "../../src/kpis/index.ts";

const item = (start: string, mean: number[], values: number[], more: Partial<RunItem> = {}): RunItem => ({
  item: "A1",
  period: 1,
  coverDays: 6 * 31,
  history: { start: "2024-01-01", values: Float64Array.from(values) },
  forecast: { start, model: "m", mean: Float64Array.from(mean) },
  suggestion: null,
  ...more,
});

const run = (asOf: string, items: RunItem[], more: Partial<RunRecord> = {}): RunRecord => ({
  version: "1",
  asOf,
  bucket: "month",
  configHash: "",
  items,
  rowsRead: 100,
  rowsUsed: 98,
  trends: {},
  ...more,
});

const value = (runs: RunRecord[], name: string) => kpisOfRuns(runs).quality[name].value;

// computed by hand from the definitions: old origin for t+1..t+4, new origin for t+2..t+5, in-sample, m = 1
const old = run("2024-06-30", [item("2024-07-01", [100, 110, 120, 130], [90, 100, 95, 105, 98, 102])]);
const now = run("2024-07-31", [item("2024-08-01", [112, 118, 133, 140], [90, 100, 95, 105, 98, 102])]);

test("stability of two runs equals the worked values (Van Belle et al. 2023; Godahewa et al. 2025)", () => {
  expect(value([old, now], "smapc")).toBeCloseTo(1.921281, 6);
  expect(value([old, now], "cocc")).toBeCloseTo(1.9444444, 6);
  expect(value([old, now], "masc")).toBeCloseTo(0.3240741, 6);
  expect(value([old, now], "rmssc")).toBeCloseTo(0.3125718, 6);
  // with two runs the oldest forecast is the previous one
  expect(value([old, now], "coccInitial")).toBeCloseTo(1.9444444, 6);
});

test("a slow drift shows against the initial forecast, not against the last one", () => {
  const runs = [0, 1, 2].map((k) =>
    run(`2024-0${6 + k}-28`, [
      item(`2024-0${7 + k}-01`, new Array(6).fill(100 + 10 * k), [90, 100, 95, 105]),
    ]),
  );
  // each run 10 higher than the last: 5 cells a pair, p = 100 and 110
  expect(value(runs, "cocc")).toBeCloseTo((100 * 5 * 20) / (5 * (100 + 110)), 9);
  // against the oldest forecast of each month: the third run's first four months are 20 above the first run's
  const change = 5 * 10 + 4 * 20 + 10;
  expect(value(runs, "coccInitial")).toBeCloseTo((100 * change) / (5 * 100 + 4 * 100 + 110), 9);
});

test("only buckets within lead time and review count, and only items of both runs", () => {
  const first = run("2024-06-30", [item("2024-07-01", [100, 100, 100], [1, 2], { coverDays: 30 })]);
  const second = run("2024-07-31", [
    item("2024-08-01", [110, 500, 900], [1, 2], { coverDays: 30 }),
    item("2024-08-01", [7, 7, 7], [1, 2], { item: "B2" }),
  ]);
  expect(value([first, second], "cocc")).toBeCloseTo(10, 9);
});

test("wape, bias and fva of runs: sums over what has come true, money only where every item has a price", () => {
  const past = run("2024-03-31", [
    item("2024-04-01", [12], [10, 10, 8], { item: "A", unitCost: 2, coverDays: 7 }),
    item("2024-04-01", [5], [4, 4, 4], { item: "B", unitCost: 10, coverDays: 7 }),
  ]);
  const later = run("2024-04-30", [
    item("2024-05-01", [12], [10, 10, 8, 10], { item: "A", unitCost: 2, coverDays: 7 }),
    item("2024-05-01", [5], [4, 4, 4, 6], { item: "B", unitCost: 10, coverDays: 7 }),
  ]);
  // money: |12-10| 2 + |5-6| 10 = 14 of 10*2 + 6*10 = 80; naive: |8-10| 2 + |4-6| 10 = 24
  expect(value([past, later], "wape")).toBeCloseTo(17.5, 9);
  expect(value([past, later], "bias")).toBeCloseTo((100 * (4 - 10)) / 80, 9);
  expect(value([past, later], "fva")).toBeCloseTo(30 - 17.5, 9);
  const unpriced = [past, later].map((r) => ({
    ...r,
    items: r.items.map(({ unitCost, ...rest }) =>
      rest.item === "B" ? rest : { ...rest, unitCost: unitCost ?? 0 },
    ),
  }));
  expect(value(unpriced, "wape")).toBeCloseTo((100 * 3) / 16, 9);
});

test("orders: flips count items with an order in either run, nervousness only what is not yet due", () => {
  const order = (quantity: number, orderBy: string) => ({
    quantity,
    orderBy,
    reorderPoint: 0,
    orderUpTo: 0,
    onHand: 0,
    onOrder: 0,
    backorders: 0,
    attention: "none" as const,
  });
  const at = (asOf: string, orders: [string, number, string][]) =>
    run(
      asOf,
      orders.map(([name, quantity, by]) =>
        item("2024-07-01", [1], [1, 2], { item: name, suggestion: order(quantity, by) }),
      ),
    );
  const runs = [
    at("2024-06-01", [
      ["A", 10, "2024-06-20"],
      ["B", 5, "2024-06-05"],
      ["C", 0, "2024-07-01"],
      ["D", 0, "2024-07-01"],
    ]),
    at("2024-06-10", [
      ["A", 14, "2024-06-20"],
      ["B", 0, "2024-06-30"],
      ["C", 6, "2024-06-15"],
      ["D", 0, "2024-07-01"],
    ]),
  ];
  expect(value(runs, "orderFlips")).toBeCloseTo((100 * 2) / 3, 9);
  // B was due on 5 June: out; A |14-10|, C |6-0|, over 14 + 6
  expect(value(runs, "orderNervousness")).toBeCloseTo(50, 9);
});

test("data quality is rows used of rows read; at most 12 figures are headlines", () => {
  const kpis = kpisOfRuns([old, now]);
  expect(kpis.quality.dataQuality.value).toBeCloseTo(98, 9);
  const all = [kpis.efficiency, kpis.quality, kpis.effect].flatMap((group) => Object.values(group));
  expect(all.filter(({ headline }) => headline).length).toBeLessThanOrEqual(12);
});

test("value, light and items of what only the run itself knew are those that it wrote", () => {
  const written = { automation: { light: "green", items: [] } } as const;
  const trends = { automation: [{ asOf: "2024-07-31", value: 100 }] };
  const suggestion = {
    quantity: 5,
    orderBy: "2024-08-01",
    reorderPoint: 9,
    orderUpTo: 9,
    onHand: 1,
    onOrder: 0,
    backorders: 0,
    attention: "review",
  } as const;
  const items = now.items.map((one) => ({ ...one, suggestion }));
  const kpi = kpisOfRuns([old, { ...now, items, trends, written }]).efficiency.automation;
  expect(kpi).toMatchObject({ value: 100, light: "green", items: [] });
});

test("result folders that do not say lead times are compared over all buckets of both runs", () => {
  const { coverDays: _a, ...first } = old.items[0];
  const { coverDays: _b, ...second } = now.items[0];
  const runs = [
    { ...old, items: [first] },
    { ...now, items: [second] },
  ];
  expect(value(runs, "cocc")).toBeCloseTo(1.9444444, 6);
  expect(value(runs, "masc")).toBeCloseTo(0.3240741, 6);
});

test("a file that is no plan.json is refused in one line", () => {
  expect(() => runRecord([])).toThrow(/no plan.json of bedarf/);
  expect(() => runRecord({ bucket: "month", asOf: "2024-01-31" })).toThrow("items is missing");
  expect(() => runRecord({ bucket: "fortnight", items: [] })).toThrow(/got fortnight/);
});
