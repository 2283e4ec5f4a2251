import { expect, test } from "vitest";
import { ridge } from "../../src/numeric/ridge.ts";
import { longley } from "../golden/series.ts";
import { leastSquares } from "./least-squares.ts";

/** Correct digits: logarithm of the relative error. */
const digits = (value: number, certified: number) => -Math.log10(Math.abs((value - certified) / certified));

test("ridge on Longley equals MASS::lm.ridge(lambda = .01)", () => {
  const r = [
    longley.deflator,
    longley.gnp,
    longley.unemployed,
    longley.armedForces,
    longley.population,
    longley.year,
  ];
  const fit = ridge(r, longley.employed, { lambdas: [0.01] });
  const expected = [
    -2307.348328, -0.002499935556, -0.001868236719, -0.01504266508, -0.00872842222, -0.1489436512,
    1.227020832,
  ];
  [fit.intercept, ...fit.coefficients].forEach((v, i) => {
    expect(digits(v, expected[i])).toBeGreaterThan(8);
  });
});

test("the closed-form leave-one-out residual is the one found by leaving the row out", () => {
  const x = [longley.gnp, longley.unemployed, longley.armedForces];
  const fit = ridge(x, longley.employed, { lambdas: [0] });
  for (const row of [0, 7, 15]) {
    const rest = (c: Float64Array) => c.filter((_, t) => t !== row);
    const other = leastSquares(x.map(rest), rest(longley.employed));
    const predicted = x.reduce((sum, c, j) => sum + other.coefficients[j] * c[row], other.intercept);
    expect(fit.leaveOneOut[row]).toBeCloseTo(longley.employed[row] - predicted, 8);
  }
});

test("the least leave-one-out error of Longley lies at lambda .0028", () => {
  const r = [
    longley.deflator,
    longley.gnp,
    longley.unemployed,
    longley.armedForces,
    longley.population,
    longley.year,
  ];
  const lambdas = Array.from({ length: 100 }, (_, i) => (i + 1) * 1e-4);
  expect(ridge(r, longley.employed, { lambdas }).lambda).toBeCloseTo(0.0028, 6);
});

test("a row of weight 0 takes no part", () => {
  const weights = new Float64Array(16).fill(1);
  weights[3] = 0;
  const spoilt = Float64Array.from(longley.employed);
  spoilt[3] = 1e6;
  const fit = ridge([longley.gnp], spoilt, { lambdas: [0.1], weights });
  const rest = (c: Float64Array) => c.filter((_, t) => t !== 3);
  const without = ridge([rest(longley.gnp)], rest(longley.employed), { lambdas: [0.1] });
  expect(fit.coefficients[0]).toBeCloseTo(without.coefficients[0], 12);
  expect(fit.leaveOneOut[3]).toBeNaN();
});
