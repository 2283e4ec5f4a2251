import fc from "fast-check";
import { expect, test } from "vitest";
import { bucketEnd, bucketIndex } from "../../src/calendar/bucket.ts";
import { dayNumber } from "../../src/calendar/date.ts";
import { workCalendar } from "../../src/calendar/work-calendar.ts";
import type { Bucket } from "../../src/series.ts";
import { detect, type SignalInput, signalsOf } from "../../src/signals/index.ts";

/** Normal noise by a fixed generator (mulberry32 and Box-Muller). */
function noise(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

const monthly = (length: number, at: (t: number, z: () => number) => number, seed = 7): number[] => {
  const z = noise(seed);
  return Array.from({ length }, (_, t) => at(t, z));
};

const input = (values: readonly number[], more: Partial<SignalInput> = {}, bucket: Bucket = "month") => ({
  series: { item: "A1", bucket, start: "2020-01-01", period: 12, values: Float64Array.from(values) },
  ...more,
});

const flags = (values: readonly number[], more: Partial<SignalInput> = {}) =>
  signalsOf([input(values, more)], { fdr: 0.05 })[0].map(({ kind, at }) => `${kind} ${at}`);

test("a season that turns round is one change of season, not a row of outliers", () => {
  const values = monthly(60, (t, z) => {
    const wave = 0.5 * Math.cos((2 * Math.PI * t) / 12) * (t < 40 ? 1 : -1);
    return 200 * Math.exp(wave + 0.08 * z());
  });
  const found = signalsOf([input(values)], { fdr: 0.05 })[0];
  expect(found.map(({ kind }) => kind)).toEqual(["season-change"]);
  expect(Math.abs(Number(found[0].at.slice(0, 4)) - 2023)).toBeLessThanOrEqual(1);
});

test("counts and symmetric noise are no stream of dips: a zero among eights is nothing to call about", () => {
  const draws = {
    // sums of rare events: nearly Poisson
    counts: (z: () => number) =>
      Array.from({ length: 80 }, () => (z() > 1.28 ? 1 : 0)).reduce<number>((a, b) => a + b, 0),
    symmetric: (z: () => number) => Math.max(0, Math.round(20 * (1 + 0.35 * z()))),
  };
  for (const draw of Object.values(draws)) {
    const panel = Array.from({ length: 300 }, (_, k) =>
      input(monthly(36 + (k % 3) * 12, (_, z) => draw(z), 100 + k)),
    );
    expect(panel.filter((one) => detect(one).p <= 0.003).length).toBeLessThanOrEqual(6);
  }
});

test("noise that becomes three times as wide is one change of spread", () => {
  const values = monthly(60, (t, z) => 500 * Math.exp(0.06 * (t < 40 ? 1 : 3) * z()));
  const found = signalsOf([input(values)], { fdr: 0.05 })[0];
  expect(found.map(({ kind, direction }) => `${kind} ${direction}`)).toEqual(["variance-change up"]);
  expect(found[0].size).toBeGreaterThan(1);
});

test("demand that starts to climb is a trend break", () => {
  const values = monthly(48, (t, z) => 300 * Math.exp(0.05 * Math.max(0, t - 34) + 0.05 * z()));
  expect(flags(values).join()).toMatch(/^trend-break 2022-1\d-01$|^trend-break 2023-0[1-3]-01$/);
});

test("a steady climb from the start is no news", () => {
  for (const seed of [1, 2, 3, 4]) {
    expect(flags(monthly(48, (t, z) => 300 * Math.exp(0.02 * t + 0.06 * z()), seed))).toEqual([]);
  }
});

test("a peak that the calendar names as a promotion is no news, nor is a named stockout", () => {
  const values = monthly(48, (t, z) => 200 * Math.exp(0.06 * z()) * (t === 38 ? 3 : t === 42 ? 0 : 1));
  const day = (t: number) => `${2020 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, "0")}`;
  const events = [
    { from: `${day(38)}-01`, to: `${day(38)}-28`, kind: "promotion" },
    { from: `${day(42)}-01`, to: `${day(42)}-28`, kind: "stockout" },
  ] as const;
  const one = input(values);
  const known = { ...one, series: { ...one.series, events } };
  expect(flags(values)).toHaveLength(2);
  expect(signalsOf([known], { fdr: 0.05 })[0]).toEqual([]);
});

test("a slow steady climb under noise is hardly ever taken for a shift", () => {
  const run = Array.from({ length: 300 }, (_, k) =>
    input(monthly(84, (t, z) => 300 * Math.exp(0.003 * t + 0.1 * z()), k + 1)),
  );
  const flagged = signalsOf(run, { fdr: 0.05 }).filter((list) => list.length > 0);
  expect(flagged.length).toBeLessThanOrEqual(10);
});

test("orders that come half as often are a change of intermittency", () => {
  const values = monthly(60, (t, z) => (z() < (t < 40 ? 0.8 : -0.9) ? 5 : 0));
  expect(flags(values).join()).toMatch(/intermittency-change 2023|level-shift 2023/);
});

test("prices tell a change of unit from demand that grew tenfold", () => {
  const values = monthly(36, (t, z) => 40 * Math.exp(0.1 * z()) * (t < 24 ? 1 : 10));
  const prices = (after: number) => Float64Array.from({ length: 36 }, (_, t) => (t < 24 ? 5 : after));
  expect(flags(values, { prices: prices(0.5) })).toEqual(["unit-change 2022-01-01"]);
  expect(flags(values, { prices: prices(5) })).toEqual(["level-shift 2022-01-01"]);
});

test("one delivery entered in another unit is a change of unit where its price says so", () => {
  const values = monthly(36, (t, z) => 40 * Math.exp(0.1 * z()) * (t === 30 ? 100 : 1));
  const prices = Float64Array.from({ length: 36 }, (_, t) => (t === 30 ? 0.05 : 5));
  expect(flags(values, { prices })).toEqual(["unit-change 2022-07-01"]);
  expect(flags(values)).toEqual(["spike 2022-07-01"]);
});

test("a hundredfold last or last but one value is one spike and no change of unit", () => {
  for (const at of [46, 47])
    for (const noise of [0, 0.1]) {
      const values = monthly(48, (t, z) => Math.round(50 * Math.exp(noise * z()) * (t === at ? 100 : 1)));
      expect(flags(values), `${at} ${noise}`).toEqual([`spike 2023-${at - 35}-01`]);
    }
});

test("lots of purchase orders are no spikes", () => {
  const values = monthly(60, (t, z) => (t % 4 === 0 ? 400 * Math.exp(0.1 * z()) : 0));
  expect(flags(values, { lotSized: true })).toEqual([]);
  const doubled = values.map((value, t) => (t >= 36 ? value * 2 : value));
  expect(flags(doubled, { lotSized: true }).join()).toMatch(/^level-shift 202(2-1|3-0)/);
});

test("T11: demand that is the same every working day raises no flag", () => {
  const calendar = workCalendar("DE");
  const workingDays = Float64Array.from({ length: 48 }, (_, t) => {
    const [year, month] = [2020 + Math.floor(t / 12), (t % 12) + 1];
    const first = dayNumber(year, month, 1);
    return calendar.count(first, bucketEnd(bucketIndex(first, "month"), "month"));
  });
  const one = input([...workingDays].map((days) => 12 * days));
  expect(signalsOf([{ ...one, series: { ...one.series, workingDays } }], { fdr: 0.05 })[0]).toEqual([]);
  expect(flags([...workingDays].map((days) => 12 * days))).toEqual([]);
});

test("errors of the own forecast that lean to one side for long are a bias", () => {
  const z = noise(3);
  const values = monthly(48, (_, w) => 100 + 8 * w());
  const errors = Float64Array.from({ length: 30 }, () => 8 + 2 * z());
  expect(flags(values, { errors })).toHaveLength(1);
  expect(flags(values, { errors })[0]).toMatch(/^bias /);
  expect(flags(values, { errors: errors.map(() => 0) })).toEqual([]);
});

test("a bias is dated by its own errors, one a bucket, where buckets are unobserved or too narrow for orders", () => {
  const errors = Float64Array.from({ length: 40 }, (_, t) => 6 + Math.sin(t));
  const lots = monthly(60, (t) => (t % 3 === 0 ? 40 + (t % 5) : 0));
  const gaps = lots.map((value, t) => (t % 3 === 0 ? value : Number.NaN));
  for (const one of [input(lots, { errors, lotSized: true }), input(gaps, { errors })]) {
    const found = detect(one).candidates.filter(({ kind }) => kind === "bias");
    expect(found.map(({ at }) => at)).toEqual([20]);
  }
});

test("T16: any series gives finite figures, seen never before at, and the same twice", () => {
  const value = fc.oneof(
    fc.constant(0),
    fc.constant(Number.NaN),
    fc.double({ min: 0, max: 1e9, noNaN: true }),
    fc.double({ min: -100, max: 100, noNaN: true }),
    fc.integer({ min: 0, max: 5 }),
  );
  fc.assert(
    fc.property(fc.array(value, { maxLength: 80 }), fc.constantFrom(1, 4, 7, 12, 52), (values, period) => {
      const series = {
        item: "A",
        bucket: "month" as const,
        start: "2020-01-01",
        period,
        values: Float64Array.from(values),
      };
      const found = detect({ series });
      for (const one of found.candidates) {
        expect(one.at).toBeGreaterThanOrEqual(0);
        expect(one.at).toBeLessThan(values.length);
        expect(one.pAsOf.length).toBeGreaterThan(0);
        for (const figure of [one.p, one.weighted, one.size, one.quantity]) expect(figure).not.toBeNaN();
        expect(one.p).toBeLessThanOrEqual(1);
      }
      for (const signal of signalsOf([{ series }], { fdr: 0.5 })[0])
        expect(signal.seen >= signal.at).toBe(true);
      expect(detect({ series })).toEqual(found);
    }),
    { numRuns: Number(process.env.PROVE_CASES ?? 150) },
  );
});

test("quantities a thousand times as large are flagged the same", () => {
  for (const seed of [11, 12, 13]) {
    const values = monthly(
      48,
      (t, z) => 80 * Math.exp(0.1 * z()) * (t === 20 ? 4 : 1) * (t > 36 ? 1.6 : 1),
      seed,
    );
    expect(flags(values.map((value) => value * 1000))).toEqual(flags(values));
    expect(flags(values).length).toBeGreaterThan(0);
  }
});

test("a tenfold demand among counts is found: their tail is a count's, not a logarithm's", () => {
  // sums of rare events, nearly Poisson with a mean of 2 and of 8
  const counts = (z: () => number, tries: number) =>
    Array.from({ length: tries }, () => (z() > 1.28 ? 1 : 0)).reduce<number>((a, b) => a + b, 0);
  for (const [tries, most] of [
    [20, 20],
    [80, 80],
  ] as const) {
    const found = Array.from({ length: 100 }, (_, k) => {
      const values = monthly(40, (t, z) => (t === 36 ? most : counts(z, tries)), 500 + k);
      return detect(input(values)).candidates.some((c) => c.kind === "spike" && c.at === 36 && c.p <= 0.003);
    });
    expect(found.filter(Boolean).length).toBeGreaterThanOrEqual(60);
  }
});

test("a last value that falls out is one dip, not a new level of the value before as well", () => {
  const found = Array.from({ length: 60 }, (_, k) => {
    const values = monthly(
      36,
      (t, z) => 300 * Math.exp(0.12 * z()) * (t === 35 ? 0.1 : t === 34 ? 1.5 : 1),
      900 + k,
    );
    return detect(input(values)).candidates.filter((c) => c.p <= 0.003);
  });
  expect(found.filter((list) => list.some(({ kind }) => kind === "dip")).length).toBeGreaterThan(40);
  expect(found.filter((list) => list.some(({ kind, at }) => kind === "level-shift" && at === 34))).toEqual(
    [],
  );
});

test("a bucket with an own closure stands out only where it does as counted and by working day", () => {
  const z = noise(11);
  const usual = Array.from({ length: 33 }, () => 20 + 2 * z());
  const told = (august: readonly number[]) => {
    const workingDays = Float64Array.from({ length: 33 }, (_, t) => (t % 12 === 8 ? 12 : 19 + (t % 5)));
    const values = usual.map((value, t) =>
      t % 12 === 8 ? august[Math.floor(t / 12)] : (value * workingDays[t]) / 21,
    );
    const one = input(values);
    return signalsOf([{ ...one, series: { ...one.series, workingDays } }], { fdr: 0.05 })[0]
      .filter(({ at }) => at === "2022-09-01")
      .map(({ kind }) => kind);
  };
  // as many as in any month without a closure
  expect(told([12, 11.5, 20])).toEqual([]);
  // as many as a closure leaves
  expect(told([20, 19, 11])).toEqual([]);
  // three times as many as either
  expect(told([12, 11.5, 60])).toEqual(["spike"]);
});
