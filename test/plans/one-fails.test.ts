import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { csv } from "./run.ts";

const names = ["FEDER", "GRIFF", "HAKEN"];
const broken = { stage: "" };

/** The module with one of its functions throwing for the item that is planted. */
const planted =
  (real: Record<string, unknown>, name: string, itemOf: (asked: never[]) => string) => ({
      ...real,
      [name]: (...asked: never[]) => {
        if (broken.stage === name && itemOf(asked) === "GRIFF") throw new TypeError("planted");
        return (real[name] as (...all: never[]) => unknown)(...asked);
      },
    });
const itemOfFirst = (asked: never[]) => (asked[0] as { item: string }).item;

const seriesOf = (asked: never[]) => (asked[0] as { series: { item: string } }).series.item;
const orderedOf = (asked: never[]) => (asked[0] as { item: { item: string } }).item.item;
const drawnOf = (asked: never[]) => (asked[1] as unknown as { item: string }).item;

let run: typeof import("./run.ts");

// modules are shared by the test files of a worker: these are loaded anew with the faults, and again without them
beforeAll(async () => {
  vi.resetModules();
  type Real = () => Promise<Record<string, unknown>>;
  vi.doMock("../../src/signals/detect.ts", async (real: Real) => planted(await real(), "detect", seriesOf));
  vi.doMock("../../src/models/forecast-series.ts", async (real: Real) =>
    planted(await real(), "forecastSeries", itemOfFirst),
  );
  vi.doMock("../../src/replenish/item/item-plan.ts", async (real: Real) =>
    planted(await real(), "itemPlan", orderedOf),
  );
  vi.doMock("../../src/report/chart/demand-chart.ts", async (real: Real) =>
    planted(await real(), "demandChart", drawnOf),
  );
  run = await import("./run.ts");
});

afterAll(() => {
  vi.doUnmock("../../src/signals/detect.ts");
  vi.doUnmock("../../src/models/forecast-series.ts");
  vi.doUnmock("../../src/replenish/item/item-plan.ts");
  vi.doUnmock("../../src/report/chart/demand-chart.ts");
  vi.resetModules();
});

afterEach(() => {
  broken.stage = "";
});

const sources = {
  orders: [
    csv("orders.csv", [
      ["item", "date", "quantity"],
      ...Array.from({ length: 30 }, (_, m) =>
        names.map((item, k) => [
          item,
          `${2022 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}-0${k + 2}`,
          12 + ((m * 5 + k) % 8),
        ]),
      ).flat(),
    ]),
  ],
  items: [
    csv("items.csv", [
      ["item", "onHand", "leadTimeDays", "unitCost"],
      ...names.map((item) => [item, 2, 15, 3]),
    ]),
  ],
};

test.each([
  ["detect", "signals"],
  ["forecastSeries", "forecast"],
  ["itemPlan", "order"],
] as const)("an item for which %s throws is an issue of its own; the others are planned as ever", async (stage, said) => {
  for (const serviceScope of ["item", "assortment"]) {
    const sound = await run.plainPlanOf(sources, { serviceScope: "item" });
    broken.stage = stage;
    const plan = await run.plainPlanOf(sources, { serviceScope });
    broken.stage = "";
    expect(plan.items.map(({ suggestion }) => suggestion === null)).toEqual([false, true, false]);
    expect(plan.issues.filter(({ code }) => code === "item-failed")).toMatchObject([
      { item: "GRIFF", stage: said, severity: "error", row: 3 },
    ]);
    expect(run.issueText(plan.issues)).not.toContain("planted");
    for (const k of [0, 2])
      expect(plan.items[k]?.forecast.demand.mean.every(Number.isFinite)).toBe(true);
    if (serviceScope === "item" && stage === "itemPlan")
      for (const k of [0, 2]) expect(plan.items[k]?.suggestion).toEqual(sound.items[k]?.suggestion);
    expect(Object.keys(run.filesOf(plan))).toHaveLength(10);
  }
});

test("a picture that cannot be drawn is said in its place; the report is whole", async () => {
  const plan = await run.plainPlanOf(sources);
  const whole = run.filesOf(plan)["report.html"] ?? "";
  broken.stage = "demandChart";
  const page = run.filesOf(plan)["report.html"] ?? "";
  expect(whole).not.toContain("cannot be drawn");
  expect(page.match(/cannot be drawn/g)).toHaveLength(1);
  for (const item of names) expect(page).toContain(`<h3>${item}</h3>`);
});
