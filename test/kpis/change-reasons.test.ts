import { expect, test } from "vitest";
import { changesOf, type Recompute, type RunItem, type RunRecord } from "../../src/kpis/index.ts";

const item = (start: string, mean: number[], values: number[]): RunItem => ({
  item: "A1",
  period: 1,
  coverDays: 31,
  history: { start: "2024-01-01", values: Float64Array.from(values) },
  forecast: { start, model: "m", mean: Float64Array.from(mean) },
  suggestion: null,
});

const run = (asOf: string, one: RunItem): RunRecord => ({
  version: "1",
  asOf,
  bucket: "month",
  configHash: "",
  items: [one],
  rowsRead: 1,
  rowsUsed: 1,
  trends: {},
});

/** The mean of what is known, times 1 under the last options, times 2 under these. */
const mean: Recompute = (_, values, options, horizon) => {
  const known = values.filter((value) => !Number.isNaN(value));
  const level = known.reduce((sum, value) => sum + value, 0) / known.length;
  return new Float64Array(horizon).fill(level * (options === "this" ? 2 : 1));
};

test("a move is told apart into program, corrected data, options and new sales; the parts sum to it", () => {
  // the last program said 9 where today's says 10; March was corrected from 10 to 16; options doubled; April: 48
  const last = run("2024-03-31", item("2024-04-01", [9, 9, 9], [10, 10, 10]));
  const now = run("2024-04-30", item("2024-05-01", [42, 42], [10, 10, 16, 48]));
  const [change] = changesOf(last, now, ["A1"], mean);
  expect(change.parts["model-change"]).toBeCloseTo(2 * (10 - 9), 9);
  expect(change.parts["data-correction"]).toBeCloseTo(2 * (12 - 10), 9);
  expect(change.parts["parameter-change"]).toBeCloseTo(2 * (24 - 12), 9);
  expect(change.parts["new-sale"]).toBeCloseTo(2 * (42 - 24), 9);
  expect(change.change).toBeCloseTo(2 * (42 - 9), 9);
  expect(change.main).toBe("new-sale");
});

test("items that only one run knows, or that share no bucket, are left out", () => {
  const last = run("2024-03-31", item("2024-04-01", [9], [10, 10, 10]));
  const now = run("2024-09-30", item("2024-10-01", [9], [10, 10, 10]));
  expect(changesOf(last, now, ["A1"], mean)).toEqual([]);
  expect(changesOf(last, now, ["B2"], mean)).toEqual([]);
});
