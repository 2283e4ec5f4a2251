import { expect, test } from "vitest";
import { forecastSeries, learnPool } from "../../../src/models/index.ts";
import { random } from "../../../src/numeric/random.ts";
import type { Series } from "../../../src/series.ts";

const series = (item: string, value: (t: number, uniform: () => number) => number): Series => {
  const { uniform } = random(item);
  return {
    item,
    bucket: "month",
    period: 12,
    values: Float64Array.from({ length: 48 }, (_, t) => value(t, uniform)),
  };
};

/** About 25 pieces in six months of ten, none in the others. */
const lots = Array.from({ length: 10 }, (_, k) =>
  series(`lots ${k}`, (_, uniform) => (uniform() < 0.6 ? 20 + Math.floor(11 * uniform()) : 0)),
);
const flows = Array.from({ length: 30 }, (_, k) => series(`flow ${k}`, (_, uniform) => 80 + 40 * uniform()));

test("where two months of five bring nothing, the lower quantiles are nothing, among flows as well", () => {
  const pool = learnPool([...lots, ...flows], { horizon: 12 });
  for (const one of lots) {
    const { demand } = forecastSeries(one, { horizon: 12, levels: [0.05, 0.2, 0.5, 0.95], pool });
    const [low, lower, , high] = demand.quantiles.map((row) => row[0]);
    expect([low, lower], one.item).toEqual([0, 0]);
    expect(high).toBeGreaterThanOrEqual(25);
  }
});
