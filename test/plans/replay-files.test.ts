import { expect, test } from "vitest";
import { replayForecaster } from "../../api/threads/replay-forecaster.ts";
import { threads } from "../../api/threads/threads.ts";
import {
  dayOf,
  isoDate,
  type ReplayForecaster,
  type ReplaySettings,
  replay,
  replayFiles,
  type Series,
} from "../../src/index.ts";
import { sameThreadForecaster } from "../../src/plan/replay-forecasts.ts";
import { csv } from "./run.ts";

const first = dayOf("2023-01-02");
const days = Array.from({ length: 700 }, (_, k) => first + k);
const lines = ["A1", "A2", "A3", "A4"].flatMap((item, j) =>
  days
    .filter((day) => (day * (j + 3)) % (5 + 2 * j) === 0)
    .map((day) => [item, isoDate(day), 1 + ((day * 7 + j) % (4 + 3 * j)), "issue"]),
);
const orders = csv("orders.csv", [["item", "date", "quantity", "kind"], ...lines]);
const items = csv("items.csv", [
  ["item", "onHand", "leadTimeDays", "unitCost", "minimumOrder", "reorderPoint", "maximumStock"],
  ["A1", 5, 14, 3, 0, 4, 12],
  ["A2", 5, 21, 8, 5, 9, 30],
  ["A3", 5, "", 8, "", "", ""],
  ["A4", 5, 10, "", "", "", ""],
]);
const settings: ReplaySettings = {
  from: "2024-09-16",
  to: "2024-11-20",
  reviewDays: 7,
  target: 0.95,
  holdingRatePerYear: 0.2,
  orderCost: 2,
  state: "DE",
  bucket: "week",
  reading: {},
};
const files = { orders: [orders], items: [items] };

test("files are lived again on this thread as on others, and what cannot take part is said once", async () => {
  const { input, issues } = replayFiles(files, settings);
  expect(input).toMatchObject({ bucket: "week", daily: true, target: 0.95 });
  expect(input.items.map(({ item }) => item)).toEqual(["A1", "A2"]);
  expect(input.items[1]).toMatchObject({ leadSteps: 21, unitCost: 8, minimumOrder: 5, maximumStock: 30 });
  expect(input.items[0].minimumOrder).toBeUndefined();
  expect(input.items[0].holdingPerStep * 365.2425).toBeCloseTo(0.6, 12);
  const ofItems = issues.filter(({ severity }) => severity !== "info").map(({ code, item }) => [code, item]);
  expect(ofItems).toEqual([
    ["missing-lead-time", "A3"],
    ["price-not-positive", "A4"],
  ]);
  const here = await replay(input);
  const workers = threads(2);
  try {
    const there = await replay(replayFiles(files, settings, replayForecaster(workers)).input);
    expect(there).toEqual(here);
  } finally {
    await workers.close();
  }
  expect(here.result.policies.map(({ policy }) => policy)).toContain("as-is");
});

test("no forecast is made from a bucket that its step has not completed", async () => {
  const same = sameThreadForecaster();
  const seen: Series[] = [];
  const spy: ReplayForecaster = {
    share: same.share,
    forecast(series, options) {
      seen.push(...series);
      return same.forecast(series, options);
    },
  };
  const { input } = replayFiles(files, settings, spy);
  for (const step of [input.span.start, input.span.start + 3, input.span.count + 40]) {
    seen.length = 0;
    await input.forecastAt(step, [0, 1]);
    expect(seen.map(({ item }) => item)).toEqual(["A1", "A2"]);
    for (const { start = "", values } of seen) {
      // the last known week ends before the day of the step, which is day number `first + step`
      const end = dayOf(start) + 7 * values.length - 1;
      expect(end).toBeLessThan(input.first + step);
      expect(end).toBeGreaterThanOrEqual(input.first + step - 7);
    }
  }
  const total = seen[0].values.reduce((sum, value) => sum + value, 0);
  const known = input.items[0].demand.slice(0, dayOf(seen[0].start ?? "") + 7 * seen[0].values.length - input.first);
  expect(total).toBe(known.reduce((sum, value) => sum + value, 0));
});

test("days outside the history and files without a usable item are refused with their code", () => {
  const refusal = (changes: Partial<ReplaySettings>, of = files) => {
    try {
      replayFiles(of, { ...settings, ...changes });
    } catch (error) {
      return (error as { code?: string }).code;
    }
    return "none";
  };
  expect(refusal({ from: "2019-01-01" })).toBe("span-outside");
  expect(refusal({ from: "2024-12-01", to: "2024-11-01" })).toBe("span-outside");
  expect(refusal({ to: "2030-01-01" })).toBe("none");
  const bare = csv("items.csv", [
    ["item", "onHand", "leadTimeDays"],
    ["A1", 5, 14],
  ]);
  expect(refusal({}, { orders: [orders], items: [bare] })).toBe("no-replay-items");
});

test("each location is lived apart: its items are those of a file of that location alone", () => {
  const at = (place: string) => lines.map((line) => [...line, place]);
  const places = ["Nord", "Sued"];
  const head = ["item", "date", "quantity", "kind", "location"];
  const stock = (place: string) => ["A1", "A2"].map((item, k) => [item, 5, 14 + 7 * k, 3, place]);
  const master = (of: readonly string[]) =>
    csv("items.csv", [["item", "onHand", "leadTimeDays", "unitCost", "location"], ...of.flatMap(stock)]);
  const apart = { ...settings, reading: { byLocation: true } };
  const { input } = replayFiles(
    { orders: [csv("orders.csv", [head, ...places.flatMap(at)])], items: [master(places)] },
    apart,
  );
  expect(input.items.map(({ item }) => item)).toEqual(["A1@Nord", "A1@Sued", "A2@Nord", "A2@Sued"]);
  const alone = replayFiles(
    { orders: [csv("orders.csv", [head, ...at("Nord")])], items: [master(["Nord"])] },
    settings,
  ).input;
  expect(input.items.filter(({ item }) => item.endsWith("@Nord")).map((one) => ({ ...one, item: one.item.slice(0, 2) }))).toEqual(
    alone.items,
  );
  const summed = replayFiles({ orders: [csv("orders.csv", [head, ...places.flatMap(at)])], items: [master(["Nord"])] }, settings);
  expect(summed.input.items.map(({ item }) => item)).toEqual(["A1", "A2"]);
});
