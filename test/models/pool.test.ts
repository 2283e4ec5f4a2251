import { expect, test } from "vitest";
import { printedLevels } from "../../src/forecast.ts";
import { forecastPanel, learnPool, mergePools, poolFromJson, poolToJson } from "../../src/models/index.ts";
import { emptyGram, gramWriter } from "../../src/models/panel/gram.ts";
import { ridgeWeights } from "../../src/models/panel/gram-ridge.ts";
import type { Series } from "../../src/series.ts";

const wave = (item: string, k: number): Series => ({
  item,
  bucket: "month",
  start: "2018-01-01",
  period: 12,
  values: Float64Array.from(
    { length: 40 + (k % 30) },
    (_, t) => 20 + k + 8 * Math.sin((2 * Math.PI * (t + k)) / 12) + 3 * Math.sin(k + 5.1 * t),
  ),
});
const count = (item: string, k: number): Series => ({
  ...wave(item, k),
  values: Float64Array.from({ length: 40 }, (_, t) => ((t * (k + 3)) % 7 < 2 ? (t + k) % 4 : 0)),
});
const panel = Array.from({ length: 60 }, (_, k) => (k % 3 === 0 ? count(`C${k}`, k) : wave(`W${k}`, k)));
const options = { horizon: 6, levels: printedLevels };
const learned = learnPool(panel, options)!;

test("the sum of pools of partitions is the pool of everything, to the last bit", () => {
  const parts = [panel.slice(0, 12), panel.slice(12, 25), panel.slice(25)].map(
    (part) => learnPool(part, options)!,
  );
  expect(poolToJson(mergePools(parts))).toBe(poolToJson(learned));
});

test("the order of the series leaves the pool as it is", () => {
  const shuffled = panel.map((_, k) => panel[(k * 37) % panel.length]);
  expect(poolToJson(learnPool(shuffled, options)!)).toBe(poolToJson(learned));
});

test("a saved pool gives the forecasts of the learned one", () => {
  const again = poolFromJson(poolToJson(learned));
  expect(forecastPanel(panel, { ...options, pool: again })).toEqual(
    forecastPanel(panel, { ...options, pool: learned }),
  );
});

test("a pool survives being sent to another thread", () => {
  expect(forecastPanel(panel.slice(0, 5), { ...options, pool: structuredClone(learned) })).toEqual(
    forecastPanel(panel.slice(0, 5), { ...options, pool: learned }),
  );
});

test("nothing after the held-out buckets reaches the forecasts of past origins", () => {
  const changed = panel.map((series) => ({
    ...series,
    values: series.values.map((value, t) => (t === series.values.length - 1 ? value * 3 + 1 : value)),
  }));
  const before = learned.parts[0].regressions.map(({ pastWeights }) => pastWeights);
  const after = learnPool(changed, options)!.parts[0].regressions.map(({ pastWeights }) => pastWeights);
  before.forEach((weights, i) => {
    const others = after[i];
    // rows count by the naive error of the whole series, so weights move a little, but by no target
    for (const [k, value] of (weights ?? []).entries())
      expect(Math.abs(value - others![k])).toBeLessThan(0.6);
  });
});

test("fewer than thirty series learn no regression and are still answered", () => {
  const few = panel.slice(0, 12);
  const pool = learnPool(few, options)!;
  expect(pool.parts[0].regressions.every(({ weights }) => weights === null)).toBe(true);
  expect(forecastPanel(few, options).every(({ demand }) => demand.mean.every(Number.isFinite))).toBe(true);
});

test("an empty panel learns nothing", () => {
  expect(learnPool([])).toBeNull();
});

test("text that is no pool is refused in one line", () => {
  for (const text of [
    "",
    "{",
    "[]",
    "null",
    '{"version":3}',
    '{"version":0,"parts":[]}',
    '{"version":3,"parts":[{}]}',
  ]) {
    expect(() => poolFromJson(text)).toThrow(/pool/);
  }
});

test("pools of different horizons are not added", () => {
  const [a, b] = [6, 9].map((horizon) => learnPool(panel.slice(0, 12), { horizon })!);
  expect(() => mergePools([a!, b!])).toThrow(/horizon/);
});

test("ridge regression of accumulated sums finds a plane", () => {
  const gram = emptyGram(3, 1);
  const writer = gramWriter(gram);
  for (let k = 0; k < 200; k++) {
    const a = (k % 16) / 8;
    const b = (k % 11) / 4;
    writer.add(Float64Array.of(1, a, b), Float64Array.of(2 + 3 * a - b), 1);
  }
  writer.flush();
  const weights = ridgeWeights(gram, 1e-9)!;
  for (const [i, value] of [2, 3, -1].entries()) expect(weights[i]).toBeCloseTo(value, 3);
});
