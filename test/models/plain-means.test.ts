import { expect, test } from "vitest";
import { forecastPanel, learnPool } from "../../src/models/index.ts";
import { withPlainMeans } from "../../src/models/mixture/mean-shares.ts";
import { meanMembers, plainMeans } from "../../src/models/mixture/plain-means.ts";
import { random } from "../../src/numeric/random.ts";
import type { Series } from "../../src/series.ts";

test("plain means are those of the last buckets, of all since the first demand, and last season's", () => {
  const values = Float64Array.from({ length: 40 }, (_, t) => (t < 4 ? 0 : t));
  const means = plainMeans(values, "month", 12, 2);
  expect(means).toHaveLength(meanMembers.length - 1);
  expect(means.map((mean) => mean[0]).slice(0, 4)).toEqual([36.5, 33.5, 21.5, 21.5]);
  expect([...(means.at(-1) ?? [])]).toEqual([28, 29]);
});

test("shares of plain means enter the mean and its components", () => {
  const values = Float64Array.of(8, 12, 10, 10, 9, 11);
  const models = { mean: Float64Array.of(16, 16), components: { theta: 1 } };
  const { mean, components } = withPlainMeans(
    models,
    { smooth: [0.5, 0, 0, 0, 0.5, 0, 0] },
    values,
    "month",
    12,
  );
  expect([...mean]).toEqual([13, 13]);
  expect(components).toEqual({ theta: 0.5, "mean-all": 0.5 });
});

/** Level demand that jumps about: nothing to follow. */
const level = (item: string, k: number): Series => {
  const { normal } = random(item);
  return {
    item,
    bucket: "week",
    period: 52,
    values: Float64Array.from({ length: 70 }, () => Math.round((5 + k) * Math.exp(0.8 * normal()))),
  };
};

test("the mean of a panel is never far more biased than its models", () => {
  const panel = Array.from({ length: 60 }, (_, k) => level(`L${k}`, k));
  const known = panel.map((one) => ({ ...one, values: one.values.subarray(0, 62) }));
  const pool = learnPool(known, { horizon: 8 });
  const bare = pool && { ...pool, parts: pool.parts.map((part) => ({ ...part, means: null })) };
  const bias = (of: typeof pool) =>
    forecastPanel(known, { horizon: 8, levels: [0.5], pool: of }).reduce((sum, { cumulative }, i) => {
      const actual = panel[i].values.subarray(62).reduce((a, b) => a + b, 0);
      return sum + (cumulative.mean[7] - actual) / (5 + i) / 8;
    }, 0) / panel.length;
  expect(Math.abs(bias(pool))).toBeLessThan(Math.abs(bias(bare)) + 0.05);
});
