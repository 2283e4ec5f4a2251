import { expect, test } from "vitest";
import type { Series } from "../../src/series.ts";
import { lotWidth, ratesOf } from "../../src/signals/detectors/lots.ts";
import { control, detect, type SignalInput } from "../../src/signals/index.ts";

/** Uniform numbers (mulberry32), the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function poisson(mean: number, uniform: () => number): number {
  let k = 0;
  for (let p = uniform(); p > Math.exp(-mean); p *= uniform()) k++;
  return k;
}

interface Shop {
  readonly weeks: number;
  readonly lot: number;
  readonly seed: number;
  readonly mean: (week: number) => number;
}

/** Weekly orders of full lots whenever stock runs out under Poisson demand. */
function ordersOf({ weeks, lot, seed, mean }: Shop): Float64Array {
  const uniform = seeded(seed);
  let stock = lot * uniform();
  return Float64Array.from({ length: weeks }, (_, week) => {
    stock -= poisson(mean(week), uniform);
    const lots = stock < 0 ? Math.ceil(-stock / lot) : 0;
    stock += lots * lot;
    return lots * lot;
  });
}

const inputOf = (values: Float64Array, item: string): SignalInput => {
  const series: Series = { item, bucket: "week", start: "2022-01-03", period: 52, values };
  return { series, lotSized: true };
};

const shop = (seed: number, change: (week: number) => number = () => 1): Float64Array =>
  ordersOf({
    weeks: 150,
    lot: 40 + 5 * (seed % 17),
    seed,
    mean: (week) => (10 + (seed % 23)) * change(week),
  });

test("200 steady items ordered in lots raise at most four flags: a lot a week early is no change", () => {
  const run = Array.from({ length: 200 }, (_, k) => ({ found: detect(inputOf(shop(k + 1), `L${k}`)) }));
  const flags = control(run, { fdr: 0.05 });
  expect(flags.filter((list) => list.length > 0).length).toBeLessThanOrEqual(4);
});

test("demand that doubles shows through the lots, and lots in another unit are a change of unit", () => {
  const doubled = shop(3, (week) => (week < 90 ? 1 : 2));
  const tens = shop(4).map((value, week) => (week < 90 ? value : value * 10));
  const [level, unit] = control(
    [{ found: detect(inputOf(doubled, "D")) }, { found: detect(inputOf(tens, "T")) }],
    { fdr: 0.05 },
  );
  expect(level!.map(({ kind }) => kind)).toEqual(["level-shift"]);
  expect(level![0].at >= "2023-08-01" && level![0].at <= "2023-11-30").toBe(true);
  expect(unit!.map(({ kind }) => kind)).toEqual(["unit-change"]);
  expect(unit![0].size).toBeCloseTo(9, 6);
});

test("rates keep the total between the first order and the last, and know nothing outside", () => {
  const orders = Float64Array.from([0, 30, 0, 0, 30, 0, 60, 0, 0]);
  const rates = ratesOf(orders);
  expect(Number.isNaN(rates[0]) && Number.isNaN(rates[8])).toBe(true);
  for (const rate of rates.subarray(2, 6)) expect(rate).toBeGreaterThan(0);
});

test("wide buckets are a part of the season where one fits", () => {
  const every = (gap: number, length = 104) =>
    Float64Array.from({ length }, (_, t) => (t % gap === 0 ? 9 : 0));
  expect([1, 3, 4, 6].map((gap) => lotWidth(every(gap), 52))).toEqual([1, 4, 4, 13]);
  expect(lotWidth(every(5, 60), 12)).toBe(6);
  expect(lotWidth(every(3), 1)).toBe(3);
});

test("orders of the same size at the same price that come ever more often are more demand, no other unit", () => {
  // AdventureWorks, AR-5381: three pieces a quarter, then three pieces several times a month
  const none = Number.NaN;
  const before = [
    none,
    none,
    none,
    none,
    none,
    none,
    none,
    0,
    0,
    3,
    0,
    0,
    3,
    0,
    0,
    0,
    3,
    0,
    none,
    none,
    none,
    0,
    3,
  ];
  const orders = [...before, 0, 3, 0, 12, 9, 6, 6, 12, 9, 12, 12, 12, 15, 12, 18, 0];
  const series = {
    item: "AR-5381",
    bucket: "month" as const,
    start: "2011-05-01",
    period: 12,
    values: Float64Array.from(orders),
  };
  const prices = series.values.map((value) => (value > 0 ? 47.6 : Number.NaN));
  const kinds = detect({ series, prices, lotSized: true }).candidates.map(({ kind }) => kind);
  expect(kinds).toContain("level-shift");
  expect(kinds).not.toContain("unit-change");
});
