import { expect, test } from "vitest";
import { forecastOf } from "../../api/commands/suggest.ts";
import { seriesLines } from "../../api/ndjson/series-lines.ts";
import { answerLine, linePlant, suggestLine } from "../../api/ndjson/suggest-lines.ts";
import { suggestOne } from "../../src/index.ts";

const base = {
  item: "A1",
  bucket: "month",
  start: "2023-01-01",
  values: Array.from({ length: 24 }, (_, k) => 40 + (k % 5)),
  asOf: "2024-12-31",
  onHand: 20,
  onOrder: [{ date: "2025-01-20", quantity: 5 }],
  leadTimeDays: 14,
  reviewDays: 7,
  unitCost: 3,
};

function answer(line: object): Record<string, unknown> {
  const [read] = [...seriesLines(JSON.stringify(line))].map(suggestLine);
  if ("error" in read) return { error: read.error };
  const forecast = forecastOf(read.request, null);
  const found = suggestOne(read.request, forecast, linePlant);
  return JSON.parse(answerLine(read.request, forecast, found)) as Record<string, unknown>;
}

test("a line is answered with quantity, levels, date, service, model, reasons and the state for the next one", () => {
  const one = answer(base);
  for (const field of [
    "quantity",
    "reorderPoint",
    "orderUpTo",
    "safetyStock",
    "orderBy",
    "expectedService",
    "model",
  ]) {
    expect(one).toHaveProperty(field);
  }
  expect(one.quantity).toBe((one.orderUpTo as number) - 25);
  expect(
    answer({
      ...base,
      onOrder: [...base.onOrder, { date: one.receiptBy, quantity: one.quantity }],
      state: one.state,
    }).quantity,
  ).toBe(0);
});

test("with the cost of a shortage and no service level the cheapest quantity is chosen, dearer shortage first", () => {
  const cheap = answer({ ...base, backorderCost: 0.05 });
  const dear = answer({ ...base, backorderCost: 50 });
  expect(dear.orderUpTo as number).toBeGreaterThan(cheap.orderUpTo as number);
  const asked = answer({ ...base, backorderCost: 50, serviceLevel: 0.9 });
  expect(asked.expectedService as number).toBeLessThan(dear.expectedService as number);
});

test("what is missing or wrong is an error of its own line, and is never guessed", () => {
  const { leadTimeDays: _, ...noLead } = base;
  expect(answer(noLead).error).toMatchObject({ item: "A1", code: "leadTimeDays-missing" });
  expect(answer({ ...base, onHand: "20" }).error).toMatchObject({ code: "onHand-not-a-number" });
  expect(answer({ ...base, onOrder: [{ quantity: 3 }] }).error).toMatchObject({ code: "onOrder-not-valid" });
  const { start: _start, asOf: _asOf, ...undated } = base;
  expect(answer(undated).error).toMatchObject({ code: "asOf-missing" });
  // 74 years on nothing is known any more, and nothing was ordered; before its first day a series has not happened
  expect(answer({ ...base, asOf: "2099-01-01" }).error).toMatchObject({ code: "asOf-far" });
  expect(answer({ ...base, asOf: "2022-12-31" }).error).toMatchObject({ code: "asOf-before-series" });
  expect(answer({ ...base, asOf: "2027-01-15" })).toHaveProperty("quantity");
});

test("an impossible service level or a negative cost is said, not used", () => {
  expect(answer({ ...base, serviceLevel: 150 }).error).toMatchObject({ code: "serviceLevel-not-valid" });
  expect(answer({ ...base, serviceLevel: 0 }).error).toMatchObject({ code: "serviceLevel-not-valid" });
  expect(answer({ ...base, holdingRatePerYear: -1 }).error).toMatchObject({
    code: "holdingRatePerYear-negative",
  });
  expect(answer({ ...base, serviceLevel: 98 }).quantity).toBe(
    answer({ ...base, serviceLevel: 0.98 }).quantity,
  );
});

test("stock that runs out long before the next open order is bridged and asks for a look", () => {
  const one = answer({ ...base, onOrder: [{ date: "2026-06-01", quantity: 2000 }] });
  expect(one.quantity).toBeGreaterThan(0);
  expect(one.quantity).toBeLessThan(40);
  expect(one.attention).toBe("review");
  expect(one.attentionCodes).toContain("open-order-too-late");
  expect(answer({ ...base, onHand: 200 }).attentionCodes ?? []).not.toContain("open-order-too-late");
});

test("a shortage model and costs of units are taken, and the expected cost is answered", () => {
  const costs = { shortageCost: 2, holdingCostPerUnit: 0.1, holdingPer: "week" };
  const lost = answer({ ...base, onHand: 0, onOrder: [], ...costs, shortage: "lost" });
  const waits = answer({ ...base, onHand: 0, onOrder: [], ...costs });
  expect(lost.quantity as number).toBeLessThan(waits.quantity as number);
  for (const one of [lost, waits])
    expect(Object.keys(one.expectedCost as object)).toEqual(["holding", "shortage", "ordering"]);
  expect(answer(base)).not.toHaveProperty("expectedCost");
  // the older name counts as long as the newer one is not there
  const older = answer({ ...base, ...costs, shortageCost: undefined, backorderCost: 2 });
  expect(older.expectedCost).toEqual(answer({ ...base, ...costs }).expectedCost);
});

test.each([
  [{ shortage: "gone" }, "shortage-unknown"],
  [{ shortage: "partial" }, "lostShare-missing"],
  [{ shortage: "partial", lostShare: 40 }, "lostShare-not-valid"],
  [{ holdingCostPerUnit: 1 }, "holdingPer-missing"],
  [{ holdingCostPerUnit: 1, holdingPer: "fortnight" }, "holdingPer-unknown"],
  [{ shortageCost: -1 }, "shortageCost-negative"],
  [{ scope: "shop" }, "scope-unknown"],
  [{ tune: "loud" }, "tune-unknown"],
])("a shortage model that says half of it is an error of its line: %j", (wrong, code) => {
  expect(answer({ ...base, ...wrong }).error).toMatchObject({ item: "A1", code });
});

test("a negative review period or backlog is said, and the usual one or none is reckoned with", () => {
  const found = answer({ ...base, reviewDays: -7, backorders: -30 });
  expect(found.issues).toMatchObject([{ code: "review-days-negative" }, { code: "backorders-negative" }]);
  expect(found.quantity).toBe(answer(base).quantity);
});

test("a month alone is the start of months and quarters, and no date of weeks and days", () => {
  expect(answer({ ...base, start: "2023-01" })).toEqual(answer(base));
  expect(answer({ ...base, bucket: "week", start: "2024-07" })).toMatchObject({
    error: { code: "start-not-a-date" },
  });
});

test("silence beside a full shelf is asked about, as in a plan; beside an empty one, and in a season's pause, it is none", () => {
  const sold = Array.from({ length: 36 }, (_, k) => 240 + 9 * (k % 5));
  const silent = {
    ...base,
    values: [...sold, 0, 0, 0, 0, 0, 0],
    asOf: "2026-06-30",
    onOrder: [],
    leadTimeDays: 35,
  };
  expect(answer({ ...silent, onHand: 100 })).toMatchObject({
    quantity: 0,
    attention: "blocked",
    attentionCodes: ["end-of-life"],
  });
  expect(answer({ ...silent, onHand: 0 })).not.toHaveProperty("attention", "blocked");
  expect(answer({ ...silent, onHand: 100, backorders: 30 })).not.toHaveProperty("attention", "blocked");
  const season = Array.from({ length: 42 }, (_, k) => (k % 12 < 6 ? 240 + 9 * (k % 5) : 0));
  const pause = { ...silent, values: [...season, 0, 0, 0], asOf: "2026-09-30", onHand: 100 };
  expect(answer(pause)).not.toHaveProperty("attention", "blocked");
});
