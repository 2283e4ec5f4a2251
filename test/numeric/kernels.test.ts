import fc from "fast-check";
import { expect, test } from "vitest";
import { autocorrelation } from "../../src/numeric/autocorrelation.ts";
import { boxCox, guerreroLambda, inverseBoxCox } from "../../src/numeric/box-cox.ts";
import { bridgeGaps } from "../../src/numeric/bridge-gaps.ts";
import { choleskyFactor, choleskySolve } from "../../src/numeric/cholesky.ts";
import { minimiseOnInterval } from "../../src/numeric/minimise-on-interval.ts";
import { minimiseResiduals } from "../../src/numeric/minimise-residuals.ts";
import { median, quantile } from "../../src/numeric/quantile.ts";
import { random } from "../../src/numeric/random.ts";
import { divided, isWellAboveZero, multiplied, powerOfTwoScale } from "../../src/numeric/scale.ts";
import { meanObserved, sum } from "../../src/numeric/sum.ts";
import { airPassengers } from "../golden/series.ts";

const numRuns = Number(process.env.PROVE_CASES ?? 100);
const gap = Number.NaN;

test("a long sum stays accurate and depends on nothing but the values", () => {
  const values = new Float64Array(100_000).fill(0.1);
  expect(Math.abs(sum(values) - 10_000)).toBeLessThan(1e-9);
  expect(sum(airPassengers)).toBe(40363);
  expect(sum([])).toBe(0);
  expect(meanObserved([1, gap, 3])).toBe(2);
  expect(meanObserved([])).toBeNaN();
});

test("dividing by the power of two and multiplying again loses nothing", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e30, max: 1e30, noNaN: true, noDefaultInfinity: true })),
      (raw) => {
        const values = Float64Array.from(raw.filter((v) => v === 0 || Math.abs(v) > 1e-250));
        const scale = powerOfTwoScale(values);
        expect(multiplied(divided(values, scale), scale)).toEqual(values);
        expect(divided(values, scale).every((v) => Math.abs(v) < 2)).toBe(true);
      },
    ),
    { numRuns },
  );
  expect(powerOfTwoScale(Float64Array.of(0, gap))).toBe(1);
  expect(isWellAboveZero(Float64Array.of(1, gap, 2000), 1e-3)).toBe(false);
  expect(isWellAboveZero(Float64Array.of(3, gap, 2000), 1e-3)).toBe(true);
});

test("autocorrelation equals R's acf(AirPassengers)", () => {
  const r = autocorrelation(airPassengers, 12);
  // R: acf(AirPassengers, plot = FALSE): lags 1, 12
  expect(r[0]).toBe(1);
  expect(r[1]).toBeCloseTo(0.94804734, 8);
  expect(r[12]).toBeCloseTo(0.76039504, 8);
  expect([...autocorrelation(new Float64Array(9).fill(4), 2)]).toEqual([0, 0, 0]);
});

test("gaps are bridged by straight lines, ends by the nearest value", () => {
  expect([...bridgeGaps(Float64Array.of(gap, 1, gap, gap, 4, gap))]).toEqual([1, 1, 2, 3, 4, 4]);
  expect([...bridgeGaps(Float64Array.of(gap, gap))]).toEqual([0, 0]);
});

test("quantiles of types 1, 6, 7 and 8 are R's", () => {
  const values = [15, 20, 35, 40, 50];
  // R: quantile(c(15, 20, 35, 40, 50), c(.05, .3, .4), type = k)
  expect([0.05, 0.3, 0.4].map((p) => quantile(values, p, 1))).toEqual([15, 20, 20]);
  expect(quantile(values, 0.4, 6)).toBeCloseTo(26, 12);
  expect(quantile(values, 0.4, 7)).toBeCloseTo(29, 12);
  expect(quantile(values, 0.4, 8)).toBeCloseTo(27, 12);
  expect(quantile([], 0.5)).toBeNaN();
  expect(median([3, gap, 1, 2])).toBe(2);
});

test("random numbers come back with their seed, spread evenly, and normals have mean 0 and variance 1", () => {
  const a = random("item 7");
  const b = random("item 7");
  expect(Array.from({ length: 5 }, a.uniform)).toEqual(Array.from({ length: 5 }, b.uniform));
  const { uniform, normal, below } = random(42);
  const n = 20_000;
  const counts = new Float64Array(10);
  let total = 0;
  let squares = 0;
  let most = 0;
  for (let i = 0; i < n; i++) {
    counts[Math.floor(uniform() * 10)] += 1;
    const z = normal();
    total += z;
    squares += z * z;
    most = Math.max(most, below(3));
  }
  expect(most).toBe(2);
  // 99.9 % limit of chi-squared with 9 degrees of freedom is 27.9
  expect(counts.reduce((s, c) => s + (c - n / 10) ** 2 / (n / 10), 0)).toBeLessThan(27.9);
  expect(Math.abs(total / n)).toBeLessThan(0.025);
  expect(Math.abs(squares / n - 1)).toBeLessThan(0.035);
});

test("Box-Cox and its inverse undo each other; Guerrero's lambda of AirPassengers is R's", () => {
  for (const lambda of [-0.5, 0, 0.3, 1, 2]) {
    inverseBoxCox(boxCox(airPassengers, lambda), lambda).forEach((v, t) => {
      expect(v).toBeCloseTo(airPassengers[t], 6);
    });
  }
  // R forecast: BoxCox.lambda(AirPassengers) = -0.2947156; R stops its search at 1e-4
  expect(guerreroLambda(airPassengers, 12)).toBeCloseTo(-0.2947156, 4);
  expect(inverseBoxCox(Float64Array.of(-1e9, 1e9), 0.5).every(Number.isFinite)).toBe(true);
});

test("Cholesky solves what it factored and refuses what is not positive definite", () => {
  const matrix = Float64Array.of(4, 2, 2, 3);
  expect(choleskyFactor(matrix, 2)).toBe(true);
  const x = choleskySolve(matrix, 2, Float64Array.of(8, 7));
  expect(x[0]).toBeCloseTo(1.25, 12);
  expect(x[1]).toBeCloseTo(1.5, 12);
  expect(choleskyFactor(Float64Array.of(1, 2, 2, 1), 2)).toBe(false);
});

test("searches find the least value and respect the walls", () => {
  expect(minimiseOnInterval((x) => (x - 0.3) ** 2, 0, 1, 8, 30)).toBeCloseTo(0.3, 5);
  expect(minimiseOnInterval((x) => x, 2, 5)).toBeCloseTo(2, 12);
  // Rosenbrock's valley
  const residuals = (x: Float64Array, out: Float64Array) => {
    out[0] = 10 * (x[1] - x[0] ** 2);
    out[1] = 1 - x[0];
    return out[0] ** 2 + out[1] ** 2;
  };
  const free = minimiseResiduals(residuals, 2, [-1.2, 1], [-5, -5], [5, 5], { iterations: 60, tolerance: 0 });
  expect(free.value).toBeLessThan(1e-8);
  const walled = minimiseResiduals(residuals, 2, [0, 0], [-5, -5], [0.5, 5], {
    iterations: 60,
    tolerance: 0,
  });
  expect(walled.x[0]).toBeCloseTo(0.5, 6);
  expect(walled.x[1]).toBeCloseTo(0.25, 4);
});
