import { expect, test } from "vitest";
import { forecastPanel, learnPool } from "../../src/models/index.ts";
import { steadyOrigins } from "../../src/models/panel/panel-series.ts";
import { cautious } from "../../src/models/pool/learn-means.ts";
import { random } from "../../src/numeric/random.ts";
import type { Series } from "../../src/series.ts";

/** Rare demand at a rate of its own that never changes. */
function rare(k: number): Series {
  const { uniform } = random(`rare ${k}`);
  const share = 0.08 + 0.3 * uniform();
  return {
    item: `R${k}`,
    bucket: "week",
    period: 52,
    values: Float64Array.from({ length: 124 }, () => (uniform() < share ? 1 + Math.floor(8 * uniform()) : 0)),
  };
}

test("a bucket more moves the forecasts of rare demand by less than a tenth", () => {
  const panel = Array.from({ length: 40 }, (_, k) => rare(k));
  const runs = [119, 120].map((length) => {
    const known = panel.map((one) => ({ ...one, values: one.values.slice(0, length) }));
    const pool = learnPool(known, { horizon: 4 });
    return forecastPanel(known, { horizon: 4, levels: [0.5], pool }).map(({ demand }) => demand.mean[0]);
  });
  const changes = runs
    .slice(1)
    .flatMap((run, k) => run.map((now, i) => Math.abs(now - runs[k][i]) / Math.max(1e-9, now + runs[k][i])));
  expect(2 * (changes.reduce((a, b) => a + b, 0) / changes.length)).toBeLessThan(0.1);
});

test("origins that are learned from stay where they are when buckets come", () => {
  const at = (last: number) => steadyOrigins("A", 4, last, 32);
  for (const [last, more] of [
    [100, 101],
    [131, 132],
    [200, 300],
  ] as const) {
    expect(at(last).length).toBeGreaterThanOrEqual(12);
    expect(at(last).length).toBeLessThanOrEqual(32);
    // either all that were there, or every second of them
    const kept = at(more).filter((t) => t <= last);
    expect(at(last)).toEqual(expect.arrayContaining(kept));
    expect(kept.length).toBeGreaterThanOrEqual(Math.floor(at(last).length / 2));
  }
  expect(at(3)).toEqual([]);
});

test("a gain on the edge of what is worth asking gives hardly a share", () => {
  const shares = { rare: [0.4, 0, 0, 0, 0.6, 0, 0] };
  expect(cautious(shares, 1)).toEqual(shares);
  expect(cautious(shares, 0.1).rare?.[4]).toBeCloseTo(0.06, 12);
  expect(cautious(shares, 0.1).rare?.[0]).toBeCloseTo(0.94, 12);
});
