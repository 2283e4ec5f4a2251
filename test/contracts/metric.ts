import fc from "fast-check";
import { expect, test } from "vitest";
import type { Values } from "../../src/evaluate/pairs.ts";

const numRuns = Number(process.env.PROVE_CASES ?? 100);

/** A metric as a function of what came, what was forecast, and what was known before. */
export interface MetricCase {
  readonly name: string;
  readonly of: (actual: Values, forecast: Values, history: Values) => number;
  /** Power of the unit of demand in the figure: 0 where the unit does not matter. */
  readonly unit: 0 | 1 | 2;
  /** Whether the figure tells too high from too low. */
  readonly isSigned?: boolean;
  /** Whether the order of the buckets matters. */
  readonly isOrdered?: boolean;
}

const demand = fc.array(fc.record({ actual: fc.nat(500), forecast: fc.nat(500), seen: fc.boolean() }), {
  minLength: 1,
  maxLength: 24,
});
const history = fc.array(
  fc.oneof({ weight: 4, arbitrary: fc.nat(500) }, { weight: 1, arbitrary: fc.constant(Number.NaN) }),
  {
    maxLength: 30,
  },
);
const changing = Object.freeze([3, 5, 4, 6, 5, 7, 8, 6]);

/** Equal to ten digits, NaN like NaN. */
function expectSame(found: number, expected: number): void {
  if (Number.isNaN(expected)) expect(found).toBeNaN();
  else expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-10 * Math.max(1, Math.abs(expected)));
}

/** What every metric of point forecasts promises, whatever the demand. */
export function keepsMetricContract({
  name,
  of,
  unit,
  isSigned = false,
  isOrdered = false,
}: MetricCase): void {
  test(`${name}: a forecast that comes true has no error`, () => {
    for (const actual of [[7], [7, 9, 6], [0, 3, 0]]) expect(of(actual, actual, changing)).toBe(0);
  });

  test(`${name}: a number or NaN, never infinite${isSigned ? "" : ", never negative"}; the inputs stay as they are`, () => {
    fc.assert(
      fc.property(demand, history, (rows, known) => {
        const actual = Object.freeze(rows.map((row) => (row.seen ? row.actual : Number.NaN)));
        const forecast = Object.freeze(rows.map((row) => row.forecast));
        const figure = of(actual, forecast, Object.freeze(known));
        expect(Number.isNaN(figure) || Number.isFinite(figure)).toBe(true);
        if (!isSigned) expect(figure < 0).toBe(false);
      }),
      { numRuns },
    );
  });

  test(`${name}: what was not observed does not count, with nothing observed there is no error to speak of`, () => {
    fc.assert(
      fc.property(demand, (rows) => {
        const seen = rows.filter((row) => row.seen);
        const figure = of(
          rows.map((row) => (row.seen ? row.actual : Number.NaN)),
          rows.map((row) => row.forecast),
          changing,
        );
        expectSame(
          figure,
          of(
            seen.map((row) => row.actual),
            seen.map((row) => row.forecast),
            changing,
          ),
        );
      }),
      { numRuns },
    );
    expect(of([], [], changing) || 0).toBe(0);
    expect(of([Number.NaN], [1], changing) || 0).toBe(0);
  });

  test(`${name}: ${unit === 0 ? "free of the unit of demand" : `goes with the unit of demand to the power ${unit}`}`, () => {
    fc.assert(
      fc.property(demand, history, (rows, known) => {
        const times = (factor: number) =>
          of(
            rows.map((row) => row.actual * factor),
            rows.map((row) => row.forecast * factor),
            known.map((value) => value * factor),
          );
        expectSame(times(1000) / 1000 ** unit, times(1));
      }),
      { numRuns },
    );
  });

  if (!isOrdered) {
    test(`${name}: the order of the buckets does not matter`, () => {
      fc.assert(
        fc.property(demand, (rows) => {
          const figure = (list: typeof rows) =>
            of(
              list.map((row) => row.actual),
              list.map((row) => row.forecast),
              changing,
            );
          expectSame(figure(rows.toReversed()), figure(rows));
        }),
        { numRuns },
      );
    });
  }

  test(`${name}: as many forecasts as actuals, or a RangeError`, () => {
    expect(() => of([1, 2], [1], changing)).toThrow(RangeError);
    expect(() => of([1], [1, 2], changing)).toThrow(RangeError);
  });
}
