import { expect, test } from "vitest";
import type { Candidates } from "../../src/signals/candidate.ts";
import { adjusted, control } from "../../src/signals/life/control.ts";

// R 4.2.2, p.adjust(p, "BH")
const p = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216];
const bh = [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.105714, 0.216, 0.216, 0.216];

test("adjusted p-values equal R's Benjamini-Hochberg", () => {
  adjusted(p).forEach((q, i) => {
    expect(q).toBeCloseTo(bh[i], 6);
  });
});

test("a heavier item is rejected earlier, at the cost of the others", () => {
  const weighted = adjusted(p.map((value, k) => value / (k === 2 ? 5.5 : 0.5)));
  expect(weighted[2]).toBeLessThan(bh[2]);
  expect(weighted[0]).toBeGreaterThan(bh[0]);
});

/** A spike of bucket `at` in a series of 36 months that is certain from bucket `seen` on. */
const spikeAt = (at: number, seen: number): Candidates => ({
  item: "A1",
  bucket: "month",
  start: "2020-01-01",
  length: 36,
  p: 1e-6,
  candidates: [
    {
      kind: "spike",
      at,
      pAsOf: [...new Array<number>(seen - at).fill(0.5), 1e-7],
      p: 1e-7,
      weighted: 1e-6,
      direction: "up",
      size: 2,
      quantity: 100,
    },
  ],
});

test("a spike that only later data made certain is never news: silent while it would be open, past afterwards", () => {
  const states = (at: number, seen: number) =>
    control([{ found: spikeAt(at, seen) }], { fdr: 0.05 })[0].map((s) => `${s.at} ${s.seen} ${s.state}`);
  expect(states(32, 35)).toEqual(["2022-09-01 2022-12-01 open"]);
  expect(states(10, 35)).toEqual([]);
  expect(states(10, 34)).toEqual([]);
  expect(states(10, 33)).toEqual(["2020-11-01 2022-10-01 past"]);
});
