import fc from "fast-check";
import { expect, test } from "vitest";
import type { Series } from "../../src/series.ts";
import type { Detector, Finding } from "../../src/signals/detectors/detector.ts";
import { candidateOf, familyOf } from "../../src/signals/detectors/run-detectors.ts";
import { type View, viewOf } from "../../src/signals/detectors/view.ts";
import { observed } from "../../src/signals/fit/observed.ts";
import { control, type SignalInput } from "../../src/signals/index.ts";

const cases = Number(process.env.PROVE_CASES ?? 40);

/** An input with one event in it, and the buckets in which it may be dated. */
export interface Planted {
  readonly input: SignalInput;
  readonly between: readonly [number, number];
}

/** Monthly demand of one item from 2018 on; the other fields as given. */
export const inputOf = (values: Iterable<number>, more: Partial<SignalInput> = {}, period = 12) => ({
  series: {
    item: "A",
    bucket: "month" as const,
    start: "2018-01-01",
    period,
    values: Float64Array.from(values),
  },
  ...more,
});

const viewed = (input: SignalInput): View => viewOf(observed(input.series), input);

const scaled = (values: Float64Array | undefined, by: number) => values?.map((value) => value * by);

/** The same demand counted in units of a thousandth. */
function inThousandths({ series, errors, prices, ...rest }: SignalInput): SignalInput {
  const [own, dear] = [scaled(errors, 1000), scaled(prices, 1e-3)];
  return {
    ...rest,
    series: { ...series, values: series.values.map((value) => value * 1000) },
    ...(own === undefined ? {} : { errors: own }),
    ...(dear === undefined ? {} : { prices: dear }),
  };
}

/** The same demand one season later: nobody observed what came before. */
function aSeasonLater({ series, prices, ...rest }: SignalInput): SignalInput {
  const unknown = new Array<number>(series.period).fill(Number.NaN);
  const values = Float64Array.from([...unknown, ...series.values]);
  return {
    ...rest,
    series: { ...series, values },
    ...(prices === undefined ? {} : { prices: Float64Array.from([...unknown, ...prices]) }),
  };
}

const bare = ({ rest: _, ...finding }: Finding) => finding;
const told = (findings: readonly Finding[]) => findings.map(bare);

/** Every figure of a finding is what it says it is. */
function expectSound(findings: readonly Finding[], { values }: Series): void {
  for (const { at, p, pAsOf, size, quantity } of findings) {
    expect(at).toBeGreaterThanOrEqual(0);
    expect(at).toBeLessThan(values.length);
    expect(pAsOf.length).toBeGreaterThan(0);
    for (const one of [p, ...pAsOf]) expect(one >= 0 && one <= 1, `p ${one}`).toBe(true);
    expect(size).not.toBeNaN();
    expect(quantity).toBeGreaterThanOrEqual(0);
  }
}

const amount = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 300 }) },
  { weight: 1, arbitrary: fc.double({ min: 1e-3, max: 1e9, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);
const histories: Readonly<Record<Detector["family"], fc.Arbitrary<number[]>>> = {
  level: fc.array(amount, { minLength: 12, maxLength: 80 }),
  count: fc.array(fc.oneof(fc.constant(0), amount), { minLength: 12, maxLength: 80 }),
};

/** Histories in which nothing happens. */
const calm: Readonly<Record<Detector["family"], readonly number[][]>> = {
  level: [7, 1e-9, 1e12].map((value) => new Array<number>(60).fill(value)),
  count: [2, 3, 5].map((gap) => Array.from({ length: 60 }, (_, t) => (t % gap === 0 ? 4 : 0))),
};

/** What every detector promises on views of its family. */
export function keepsDetectorContract(detector: Detector, { input, between }: Planted): void {
  const name = `${detector.kind} (${detector.family})`;
  const find = (of: SignalInput) => detector.detect(viewed(of));

  test(`${name}: finds what was planted, and dates it`, () => {
    expect(familyOf(viewed(input))).toBe(detector.family);
    const found = find(input).filter(({ p }) => p < 0.01);
    expect(found.map(({ kind }) => kind)).toContain(detector.kind);
    for (const { at } of found) {
      expect(at).toBeGreaterThanOrEqual(between[0]);
      expect(at).toBeLessThanOrEqual(between[1]);
    }
    expectSound(found, input.series);
  });

  test(`${name}: says nothing where nothing happens`, () => {
    for (const values of calm[detector.family])
      expect(told(find(inputOf(values, { errors: new Float64Array(24) })))).toEqual([]);
  });

  test(`${name}: p-values lie in [0, 1], places within the history, the input stays, twice is the same`, () => {
    fc.assert(
      fc.property(histories[detector.family], fc.constantFrom(1, 4, 12, 52), (values, period) => {
        const errors = Float64Array.from(values, (value) => (Number.isNaN(value) ? 0 : value - 50));
        const one = inputOf(values, { errors, prices: Float64Array.from(values, () => 3) }, period);
        const view = viewed(one);
        if (view.seen.values.length < 12 || familyOf(view) !== detector.family) return;
        const before = structuredClone(one);
        const found = detector.detect(view);
        expectSound(found, one.series);
        expect(one).toEqual(before);
        expect(told(find(one))).toEqual(told(found));
      }),
      { numRuns: cases },
    );
  });

  test(`${name}: neither the unit nor the date of the first bucket matters`, () => {
    const found = find(input);
    const thousandths = find(inThousandths(input));
    expect(thousandths.map(({ kind, at }) => `${kind} ${at}`)).toEqual(
      found.map(({ kind, at }) => `${kind} ${at}`),
    );
    thousandths.forEach(({ p, quantity }, k) => {
      expect(Math.abs(Math.log((p + 1e-300) / (found[k].p + 1e-300)))).toBeLessThan(1e-3);
      expect(quantity / 1000 / found[k].quantity).toBeCloseTo(1, 3);
    });
    const { period } = input.series;
    const later = find(aSeasonLater(input));
    expect(later.map(({ at }) => at - period)).toEqual(found.map(({ at }) => at));
    later.forEach(({ p }, k) => {
      expect(Math.abs(Math.log((p + 1e-300) / (found[k].p + 1e-300)))).toBeLessThan(1e-3);
    });
  });

  test(`${name}: nothing is seen before it happens`, () => {
    const candidates = find(input).map((finding) => candidateOf(finding, detector));
    const { item, bucket, start, values } = input.series;
    const p = Math.min(...candidates.map(({ weighted }) => weighted));
    const found = { item, bucket, ...(start === undefined ? {} : { start }), length: values.length };
    const [signals] = control([{ found: { ...found, candidates, p } }], { fdr: 0.5 });
    expect(signals.length).toBeGreaterThan(0);
    for (const { at, seen } of signals) expect(seen >= at).toBe(true);
  });

  // errors stand for every bucket, demand only for those that were observed
  if (input.errors !== undefined) return;
  test(`${name}: a bucket that nobody observed tells nothing`, () => {
    const { series } = input;
    for (const phase of [0, 1, 2, 3]) {
      const isGap = (t: number) => t > between[0] && (t - between[0]) % 4 === phase;
      const values = series.values.map((value, t) => (isGap(t) ? Number.NaN : value));
      const found = find({ ...input, series: { ...series, values } });
      expect(found.map(({ kind }) => kind)).toContain(detector.kind);
      for (const { at, pAsOf } of found) {
        const news = pAsOf.flatMap((p, i) => (i > 0 && p !== pAsOf[i - 1] ? [at + i] : []));
        expect(news.filter((t) => t >= values.length || isGap(t))).toEqual([]);
      }
    }
  });
}
