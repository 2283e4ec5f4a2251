import { expect, test } from "vitest";
import { forecastPanel, learnPool } from "../../src/models/index.ts";
import { atomsOf, gridOf, pooledQuantiles } from "../../src/models/mixture/linear-pool.ts";
import { ownDistributions } from "../../src/models/mixture/own-distributions.ts";
import { shrunkChoice } from "../../src/models/mixture/shrunk-choice.ts";
import { random } from "../../src/numeric/random.ts";
import type { Series } from "../../src/series.ts";

const levels = Array.from({ length: 99 }, (_, k) => (k + 1) / 100);

test("a linear pool lies between its members, at either end is one of them", () => {
  const grid = gridOf(levels);
  const low = levels.map((p) => 10 * p);
  const high = levels.map((p) => 100 + 10 * p);
  const at = (weights: number[]) => [
    ...pooledQuantiles(atomsOf([low, high], grid), weights, levels, new Float64Array(levels.length)),
  ];
  expect(at([1, 0])).toEqual(low);
  expect(at([0, 1])).toEqual(high);
  const half = at([0.5, 0.5]);
  expect(half[24]).toBeCloseTo(5, 0);
  expect(half[74]).toBeCloseTo(105, 0);
  expect(half[40]).toBeLessThan(11);
});

test("own quantiles of sums are those of the windows of the record, its empty beginning too", () => {
  const own = ownDistributions(Float64Array.of(0, 0, 4, 0, 0, 6, 0, 0), "month");
  expect([...(own?.ofSum(1, 1, [0.5, 0.99]) ?? [])]).toEqual([0, 6]);
  expect([...(own?.ofSum(1, 4, [0.01, 0.99]) ?? [])]).toEqual([4, 10]);
  // the sample of the last months begins with the first demand: 4 0 0 6, 0 0 6 0, 0 6 0 0
  expect([...(own?.ofSum(2, 4, [0.01, 0.99]) ?? [])]).toEqual([6, 10]);
  // what is part of the record says how rare the one demand is
  const late = ownDistributions(Float64Array.of(...new Array(30).fill(0), 9, 0, 0, 0, 0), "month");
  expect([...(late?.ofSum(1, 1, [0.9]) ?? [])]).toEqual([0]);
  expect(late?.ofSum(4, 1, [0.9])[0]).toBeLessThan(1);
  expect(ownDistributions(new Float64Array(5), "month")).toBeNull();
});

test("one experience shared by many items proves nothing, several that agree do", () => {
  const rows = 400;
  const origins = Uint8Array.from({ length: rows }, (_, r) => r % 8);
  const reference = new Float64Array(rows).fill(1);
  const steady = Float64Array.from(origins, (origin, r) => 0.9 + 0.02 * Math.sin(r) + 0.001 * origin);
  const once = Float64Array.from(origins, (origin) => (origin === 3 ? 0.2 : 1));
  expect(shrunkChoice({ losses: [reference, steady], origins }, reference, 0.25).share).toBeGreaterThan(0.95);
  expect(shrunkChoice({ losses: [reference, once], origins }, reference, 0.25).share).toBe(0);
});

/** Rare orders of very uneven size, alike from beginning to end. */
const lumpy = (item: string, k: number, seed: number): Series => {
  const { uniform, normal } = random(`${seed} ${item}`);
  return {
    item,
    bucket: "month",
    period: 12,
    values: Float64Array.from({ length: 44 }, () =>
      uniform() < 0.06 + 0.002 * (k % 60) ? Math.ceil((1 + (k % 7)) * Math.exp(1.2 * normal())) : 0,
    ),
  };
};
const seasonal = (item: string, k: number): Series => {
  const { normal } = random(item);
  return {
    item,
    bucket: "month",
    period: 12,
    values: Float64Array.from(
      { length: 72 },
      (_, t) => 100 + 5 * k + 40 * Math.sin((2 * Math.PI * (t + k)) / 12) + 4 * normal(),
    ),
  };
};
/** Pinball losses of the last buckets' totals, with what the panel learned of mixtures and without. */
const tailLosses = (panel: readonly Series[], horizon: number): number[] => {
  const known = panel.map((one) => ({ ...one, values: one.values.subarray(0, one.values.length - horizon) }));
  const pool = learnPool(known, { horizon });
  const bare = pool && { ...pool, parts: pool.parts.map((part) => ({ ...part, mixture: null })) };
  return [pool, bare].map((used) => tailLoss(panel, known, horizon, used));
};
const tailLoss = (
  panel: readonly Series[],
  known: readonly Series[],
  horizon: number,
  pool: ReturnType<typeof learnPool>,
): number => {
  const asked = [0.5, 0.75, 0.9, 0.95, 0.99];
  return forecastPanel(known, { horizon, levels: asked, pool }).reduce((sum, { cumulative }, i) => {
    const actual = panel[i].values.subarray(-horizon).reduce((a, b) => a + b, 0);
    return asked.reduce((total, level, l) => {
      const gap = actual - cumulative.quantiles[l][horizon - 1];
      return total + (gap > 0 ? level * gap : (level - 1) * gap);
    }, sum);
  }, 0);
};

test("ranges of rare, uneven demand gain from plain distributions where the panel shows it", () => {
  const panel = Array.from({ length: 70 }, (_, k) => lumpy(`R${k}`, k, 3));
  const [mixed, bare] = tailLosses(panel, 4);
  expect(mixed).toBeLessThan(1.01 * bare);
  const part = learnPool(panel, { horizon: 6 })?.parts[0];
  const shares = Object.values(part?.mixture?.weights ?? {}).flat();
  expect(shares.some(([models]) => models < 0.95)).toBe(true);
});

test("a panel of clear seasons keeps its models alone", () => {
  const panel = Array.from({ length: 40 }, (_, k) => seasonal(`S${k}`, k));
  const part = learnPool(panel, { horizon: 6 })?.parts[0];
  for (const [models] of Object.values(part?.mixture?.weights ?? {}).flat()) expect(models).toBe(1);
});

test("mixed ranges are in order and agree with the ranges of the first bucket", () => {
  const panel = Array.from({ length: 40 }, (_, k) => lumpy(`R${k}`, k, 4));
  const pool = learnPool(panel, { horizon: 6 });
  for (const { demand, cumulative } of forecastPanel(panel, { horizon: 6, levels, pool })) {
    for (let k = 0; k < 6; k++)
      for (let i = 1; i < levels.length; i++) {
        expect(demand.quantiles[i][k]).toBeGreaterThanOrEqual(demand.quantiles[i - 1][k]);
        expect(cumulative.quantiles[i][k]).toBeGreaterThanOrEqual(cumulative.quantiles[i - 1][k]);
      }
    expect(levels.map((_, i) => cumulative.quantiles[i][0])).toEqual(
      levels.map((_, i) => demand.quantiles[i][0]),
    );
  }
});
