import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classical } from "../../src/decompose/classical.ts";
import { mstl } from "../../src/decompose/mstl.ts";
import { type Decomposition, stl } from "../../src/decompose/stl.ts";
import {
  rOptions,
  type StlOptions,
  statsmodelsOptions,
  stlrsOptions,
} from "../../src/decompose/stl-options.ts";
import { strength } from "../../src/decompose/strength.ts";
import { airPassengers, co2, nottem, z30 } from "../golden/series.ts";

// Golden values: R 4.2.2 stats::stl and forecast::mstl, stlrs 0.4, statsmodels 0.13.5

/** The first values of a part equal those given, to the last digit given (8 digits where nothing is said). */
function startsWith(part: Float64Array, expected: readonly number[], tolerance = 1e-8): void {
  expected.forEach((value, t) => {
    expect(Math.abs(part[t] - value)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(value)));
  });
}

const at = (fit: Decomposition, t: number) => Float64Array.of(fit.season[t], fit.trend[t], fit.remainder[t]);
const logs = airPassengers.map(Math.log);
const windows = (o: StlOptions) => [o.seasonWindow, o.trendWindow, o.lowPassWindow];
const jumps = (o: StlOptions) => [o.seasonJump, o.trendJump, o.lowPassJump];

describe("30 points of period 7 (R and stlrs)", () => {
  test("season, trend and strengths", () => {
    const options = rOptions(30, 7, 7);
    expect(windows(options)).toEqual([7, 15, 7]);
    expect(jumps(options)).toEqual([1, 2, 1]);
    expect(stlrsOptions(7)).toEqual(options);
    const fit = stl(z30, options);
    startsWith(fit.season, [0.3692665239, 0.7565547539, -1.3324141609, 1.9553653107, -0.604480342]);
    startsWith(fit.trend, [4.804096989, 4.909706842, 5.015316696, 5.160449999, 5.305583302]);
    const { season, trend } = strength(fit);
    expect(season).toBeCloseTo(0.284111668, 9);
    expect(trend).toBeCloseTo(0.163842423, 9);
  });
  test("robust: season and weights", () => {
    const fit = stl(z30, stlrsOptions(7, { robust: true }));
    startsWith(fit.season, [0.1492233, 0.4793901, -1.8332313, 1.7411382, 0.8200712], 1e-7);
    startsWith(fit.weights, [0.9937493, 0.8129378, 0.938595, 0.9458037, 0.297422], 1e-7);
  });
  test("statsmodels' defaults", () => {
    const options = statsmodelsOptions(7);
    expect(options.lowPassWindow).toBe(9);
    startsWith(
      stl(z30, options).season,
      [1.22093623, 3.17395405, -1.07758355, 3.71202984, -3.09513857],
      1e-8,
    );
  });
});

describe("log(AirPassengers)", () => {
  test("periodic season", () => {
    const options = rOptions(144, 12, "periodic");
    expect(windows(options)).toEqual([1441, 19, 13]);
    expect(jumps(options)).toEqual([145, 2, 2]);
    const fit = stl(logs, options);
    startsWith(fit.season, [-0.09164042415, -0.11402828392, 0.01586585104], 1e-10);
    startsWith(fit.trend, [4.829388654, 4.83036814, 4.831347626], 1e-9);
    expect(fit.trend[143]).toBeCloseTo(6.204752356, 8);
    const { season, trend } = strength(fit);
    expect(season).toBeCloseTo(0.9367524407, 9);
    expect(trend).toBeCloseTo(0.9940067847, 9);
  });
  test("window 13 as R sets it, and without jumps", () => {
    const options = rOptions(144, 12, 13);
    expect(windows(options)).toEqual([13, 21, 13]);
    expect(jumps(options)).toEqual([2, 3, 2]);
    const fit = stl(logs, options);
    startsWith(at(fit, 0), [-0.0904060780043, 4.81624483822, -0.00733988891627], 1e-11);
    startsWith(at(fit, 143), [-0.111573032487, 6.19995759174, -0.0199589710121], 1e-11);
    const slow = stl(logs, { ...options, seasonJump: 1, trendJump: 1, lowPassJump: 1 });
    startsWith(at(slow, 0), [-0.0904805958819, 4.81637632396], 1e-11);
  });
  test("window 13 as statsmodels sets it", () => {
    const fit = stl(logs, statsmodelsOptions(12, 13));
    startsWith(at(fit, 0), [-0.0912218007229, 4.80463640763, 0.00508426438682], 1e-11);
    startsWith(at(fit, 143), [-0.12356614084, 6.19097530456, 0.00101642452], 1e-11);
  });
  test("several seasons: one of 12 equals R's mstl", () => {
    const fit = mstl(logs, [12, 100]);
    expect(fit.periods).toEqual([12]);
    startsWith(fit.trend, [4.815459439], 1e-9);
    startsWith(fit.seasons[0], [-0.09067117384], 1e-10);
  });
});

test("AirPassengers, periodic: the twelve seasonal values", () => {
  startsWith(
    stl(airPassengers, rOptions(144, 12, "periodic")).season,
    [
      -25.49771834, -35.2209348, -3.027478012, -8.299054185, -5.737288813, 32.33663413, 70.24388154,
      68.04943273, 17.43832604, -21.06343153, -57.48185051, -31.7405155,
    ],
    1e-9,
  );
});

test("nottem, robust with the exact median, and periodic", () => {
  const options = rOptions(240, 12, 7, { robust: true });
  expect(windows(options)).toEqual([7, 23, 13]);
  expect(jumps(options)).toEqual([1, 3, 2]);
  const fit = stl(nottem, options);
  startsWith(at(fit, 0), [-8.277108666, 49.565633555, -0.688524889], 1e-8);
  startsWith(fit.weights, [0.97240285, 0.95800576, 0.89228238], 1e-8);
  startsWith(
    at(stl(nottem, rOptions(240, 12, "periodic")), 0),
    [-9.347198027, 49.68067265, 0.2665253789],
    1e-9,
  );
});

test("log(co2), window 21", () => {
  const options = rOptions(468, 12, 21);
  expect(windows(options)).toEqual([21, 21, 13]);
  startsWith(
    at(stl(co2.map(Math.log), options), 0),
    [-0.000184933380888, 5.75354105789, 0.000548959549327],
    1e-11,
  );
});

test("classical multiplicative figure of AirPassengers equals R's decompose", () => {
  startsWith(
    classical(airPassengers, 12, "multiplicative").figure,
    [
      0.9102303674, 0.8836253207, 1.007366288, 0.9759060123, 0.9813780275, 1.112775827, 1.226555543,
      1.219910969, 1.060491933, 0.9217572404, 0.8011780824, 0.89882439,
    ],
    1e-9,
  );
});

test("the parts add up to the series, whatever it is", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -50, max: 1000 }), { minLength: 14, maxLength: 80 }),
      fc.constantFrom(2, 4, 7),
      fc.boolean(),
      (raw, period, robust) => {
        const values = Float64Array.from(raw);
        const fit = stl(values, rOptions(raw.length, period, 7, { robust }));
        values.forEach((value, t) => {
          expect(fit.season[t] + fit.trend[t] + fit.remainder[t]).toBeCloseTo(value, 8);
        });
        const several = mstl(values, [2, 5]);
        values.forEach((value, t) => {
          const total = several.seasons.reduce(
            (sum, s) => sum + s[t],
            several.trend[t] + several.remainder[t],
          );
          expect(total).toBeCloseTo(value, 8);
        });
      },
    ),
    { numRuns: Math.min(60, Number(process.env.PROVE_CASES ?? 60)) },
  );
});

test("a constant stays trend, and too short a series is refused", () => {
  const fit = stl(new Float64Array(24).fill(5), rOptions(24, 12, 7, { robust: true }));
  expect(fit.trend.every((v) => Math.abs(v - 5) < 1e-12)).toBe(true);
  expect(strength(fit)).toEqual({ season: 0, trend: 0 });
  expect(() => stl(new Float64Array(23), rOptions(23, 12, 7))).toThrow("two seasons");
  expect(() => mstl(new Float64Array(23), [12])).toThrow(RangeError);
});
