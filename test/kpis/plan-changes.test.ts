import { expect, test } from "vitest";
import { planChanges, type Recompute, type RunItem, type RunRecord } from "../../src/kpis/index.ts";
import { changeSentence } from "../../src/words/index.ts";

const item = (name: string, start: string, mean: number[], values: number[], model = "m"): RunItem => ({
  item: name,
  period: 1,
  coverDays: 60,
  history: { start: "2024-01-01", values: Float64Array.from(values) },
  forecast: { start, model, mean: Float64Array.from(mean) },
  suggestion: null,
});

const run = (asOf: string, items: RunItem[], version = "1"): RunRecord => ({
  version,
  asOf,
  bucket: "month",
  configHash: "",
  items,
  rowsRead: 1,
  rowsUsed: 1,
  trends: {},
});

/** The mean of what is known. */
const mean: Recompute = (_, values, __, horizon) =>
  new Float64Array(horizon).fill(values.reduce((sum, value) => sum + value, 0) / values.length);

const before = run("2024-03-31", [
  item("A1", "2024-04-01", [11, 11, 11, 11], [10, 10, 10]),
  item("B2", "2024-04-01", [5, 5, 5, 5], [5, 5, 5]),
]);
const after = (version: string, model: string) =>
  run(
    "2024-04-30",
    [
      item("A1", "2024-05-01", [13, 16, 99], [10, 10, 10, 22], model),
      item("B2", "2024-05-01", [5, 5, 5], [5, 5, 5, 5]),
    ],
    version,
  );

test("items that moved are listed with their widest move within lead time and review, others are not", () => {
  const [change, ...others] = planChanges(before, after("1", "m"), mean);
  expect(others).toEqual([]);
  // two months are covered: June moved most; what lies beyond (July, 99) is not looked at
  expect(change).toMatchObject({ item: "A1", bucket: "2024-06-01", before: 11, after: 16, change: 7 });
});

test("what another version computes from old data is the method's doing, under the same one it is the sales'", () => {
  const [same] = planChanges(before, after("1", "m"), mean);
  expect(same.reason).toBe("new-sale");
  expect(same.parts).toEqual({
    "model-change": 0,
    "data-correction": 0,
    "parameter-change": 0,
    "new-sale": 7,
  });
  // recomputed from March on: 10 a month, two months 20, where the last program said 22
  const [other] = planChanges(before, after("2", "m"), mean);
  expect(other.parts["model-change"]).toBeCloseTo(-2, 9);
  expect(other.parts["new-sale"]).toBeCloseTo(9, 9);
});

test("a change is one sentence in both languages, with its numbers", () => {
  const [change] = planChanges(before, after("1", "m"), mean);
  expect(changeSentence(change, "en")).toMatch(
    /from 11 to 16 .*45.*until delivery \+7, mainly new sales \(\+7\)\.$/,
  );
  expect(changeSentence(change, "de")).toMatch(
    /von 11 auf 16 .*bis zur Lieferung \+7, vor allem durch neue Verkäufe \(\+7\)\.$/,
  );
});
