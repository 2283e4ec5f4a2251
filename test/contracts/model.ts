import fc from "fast-check";
import { expect, test } from "vitest";
import { TooShortError } from "../../src/errors.ts";
import type { Model } from "../../src/model.ts";
import type { Series } from "../../src/series.ts";

const cases = Number(process.env.PROVE_CASES ?? 40);

/** A monthly series without dates. */
export const seriesOf = (values: Iterable<number>, period = 12): Series => ({
  item: "T",
  bucket: "month",
  period,
  values: Float64Array.from(values),
});

const demand = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 500 }) },
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  ),
  { minLength: 0, maxLength: 60 },
);
const periods = fc.constantFrom(1, 4, 7, 12, 52);

const hostile: Record<string, number[]> = {
  "one spike among zeros": Array.from({ length: 40 }, (_, t) => (t === 17 ? 1e6 : 0)),
  "values of 1e-9": Array.from({ length: 40 }, (_, t) => 1e-9 * (1 + (t % 5))),
  "values of 1e12": Array.from({ length: 40 }, (_, t) => 1e12 * (1 + (t % 5))),
  "a negative level": Array.from({ length: 40 }, (_, t) => -100 + (t % 7)),
  "a huge jump": Array.from({ length: 40 }, (_, t) => (t < 20 ? 1e-6 : 1e9) * (1 + (t % 3))),
  "gaps at both ends": [Number.NaN, Number.NaN, 5, 6, Number.NaN, 7, 5, 6, 8, 7, Number.NaN],
  "zeros first": [...new Array<number>(30).fill(0), 3, 4, 3, 5, 4, 3],
  "zeros last": [3, 4, 3, 5, 4, 3, ...new Array<number>(30).fill(0)],
  "a perfect line": Array.from({ length: 40 }, (_, t) => 3 * t),
  "a perfect season": Array.from({ length: 48 }, (_, t) => [1, 5, 2, 9][t % 4]),
};

/** Means at `horizon`, or undefined where the model needs more observations than there are. */
function forecast(model: Model, series: Series, horizon: number): Float64Array | undefined {
  try {
    return model.fit(series).mean(horizon);
  } catch (error) {
    if (error instanceof TooShortError) return undefined;
    throw error;
  }
}

const observed = (series: Series) => series.values.filter((v) => !Number.isNaN(v)).length;

/**
 * What every model promises, whatever the series. `share` is the part of a constant that it forecasts: below 1 where the
 * method takes off a bias by definition.
 */
export function keepsModelContract(name: string, create: () => Model, share = 1): void {
  test(`${name}: means are finite and as many as asked for, whatever the history`, () => {
    fc.assert(
      fc.property(demand, periods, fc.constantFrom(0, 1, 13, 60), (values, period, horizon) => {
        const series = seriesOf(values, period);
        const before = Float64Array.from(series.values);
        const mean = forecast(create(), series, horizon);
        expect(series.values).toEqual(before);
        if (mean === undefined) return;
        expect(mean).toHaveLength(horizon);
        expect(mean.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: cases },
    );
  });

  test(`${name}: fewer observations than needed are refused, enough are not`, () => {
    for (let n = 0; n <= 5; n++) {
      const series = seriesOf([3, 8, 0, 5, 4].slice(0, n));
      const mean = forecast(create(), series, 3);
      expect(mean === undefined).toBe(observed(series) < create().needs);
      if (mean !== undefined) expect(mean.every(Number.isFinite)).toBe(true);
    }
  });

  test(`${name}: hostile series give finite means, one-step forecasts of the same length, up to 400 ahead`, () => {
    for (const [kind, values] of Object.entries(hostile)) {
      for (const period of [1, 4, 12, 52]) {
        const series = seriesOf(values, period);
        const fit = create().fit(series);
        expect(fit.mean(400).every(Number.isFinite), kind).toBe(true);
        expect(fit.mean(0)).toHaveLength(0);
        expect(fit.fitted).toHaveLength(values.length);
        expect(fit.fitted.some((v) => v === Number.POSITIVE_INFINITY || v === Number.NEGATIVE_INFINITY)).toBe(
          false,
        );
      }
    }
  });

  test(`${name}: a constant history gives ${share === 1 ? "the constant" : `${share} of it`}, zeros give zero`, () => {
    for (const value of [0, 7, 1e-9, 1e12, -3]) {
      for (const n of [6, 30, 61]) {
        const mean = create()
          .fit(seriesOf(new Array<number>(n).fill(value)))
          .mean(15);
        for (const v of mean) expect(Math.abs(v - share * value)).toBeLessThanOrEqual(1e-7 * Math.abs(value));
      }
    }
  });

  test(`${name}: the same series gives the same bytes twice`, () => {
    fc.assert(
      fc.property(demand, periods, (values, period) => {
        const series = seriesOf(values, period);
        const model = create();
        expect(forecast(model, series, 9)).toEqual(forecast(model, series, 9));
        expect(forecast(create(), series, 9)).toEqual(forecast(model, series, 9));
      }),
      { numRuns: Math.ceil(cases / 4) },
    );
  });

  test(`${name}: a thousandfold history gives a thousandfold forecast`, () => {
    for (const values of [...Object.values(hostile), wave(30), wave(60), wave(75)]) {
      for (const period of [1, 4, 12]) {
        const once = create().fit(seriesOf(values, period)).mean(12);
        const scaled = create()
          .fit(
            seriesOf(
              values.map((v) => v * 1000),
              period,
            ),
          )
          .mean(12);
        const size = Math.max(...values.filter((v) => !Number.isNaN(v)).map(Math.abs));
        once.forEach((v, h) => {
          expect(Math.abs(scaled[h] / 1000 - v)).toBeLessThanOrEqual(
            1e-6 * Math.max(Math.abs(v), 1e-3 * size),
          );
        });
      }
    }
  });

  test(`${name}: the unit does not matter, for any history of whole numbers`, () => {
    const counts = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 5, maxLength: 60 });
    fc.assert(
      fc.property(counts, periods, (values, period) => {
        const once = create().fit(seriesOf(values, period)).mean(9);
        const scaled = create()
          .fit(
            seriesOf(
              values.map((v) => v * 1000),
              period,
            ),
          )
          .mean(9);
        const size = Math.max(1, ...values);
        once.forEach((v, h) => {
          const allowed = 1e-6 * Math.max(Math.abs(v), 1e-3 * size);
          expect(Math.abs(scaled[h] / 1000 - v)).toBeLessThanOrEqual(allowed);
        });
      }),
      { numRuns: Math.ceil(cases / 4) },
    );
  });
}

/** A noisy wave with growth, the same every time. */
export function wave(n: number): number[] {
  let seed = 12345;
  return Array.from({ length: n }, (_, t) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return 100 + t + 30 * Math.sin((2 * Math.PI * t) / 12) + 20 * (seed / 2147483648);
  });
}
