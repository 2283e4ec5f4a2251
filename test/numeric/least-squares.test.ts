import { Matrix, QrDecomposition } from "ml-matrix";
import { expect, test } from "vitest";
import { ridge } from "../../src/numeric/ridge.ts";
import { longley } from "../golden/series.ts";
import { leastSquares } from "../oracles/least-squares.ts";

/** Correct digits (NIST: logarithm of the relative error). */
const digits = (value: number, certified: number) => -Math.log10(Math.abs((value - certified) / certified));

// NIST StRD Longley in NIST's units: GNP x 1000, unemployed and armed forces x 10, population and total x 1000
const columns = [
  longley.deflator,
  longley.gnp.map((v) => v * 1000),
  longley.unemployed.map((v) => v * 10),
  longley.armedForces.map((v) => v * 10),
  longley.population.map((v) => v * 1000),
  longley.year,
].map((column) => column.map((v) => Math.round(v * 1e6) / 1e6));
const total = longley.employed.map((v) => Math.round(v * 1000));
const certified = [
  -3482258.63459582, 15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359,
  -0.0511041056535807, 1829.15146461355,
];

test("Longley: at least nine correct digits in every coefficient, as many as ml-matrix", () => {
  const fit = leastSquares(columns, total);
  const ours = [fit.intercept, ...fit.coefficients].map((v, i) => digits(v, certified[i]));
  expect(Math.min(...ours)).toBeGreaterThan(9);
  const rows = Array.from(total, (_, t) => [1, ...columns.map((c) => c[t])]);
  const theirs = new QrDecomposition(new Matrix(rows))
    .solve(Matrix.columnVector(Array.from(total)))
    .to1DArray()
    .map((v, i) => digits(v, certified[i]));
  expect(Math.min(...ours)).toBeGreaterThan(Math.min(...theirs) - 0.5);
});

test("a column that says nothing new gets no weight, and the fit stays", () => {
  const x = Float64Array.of(1, 2, 3, 4, 5);
  const fit = leastSquares(
    [x, x.map((v) => 2 * v + 1), new Float64Array(5).fill(3)],
    x.map((v) => 3 * v - 1),
  );
  expect(Math.max(...fit.residuals.map(Math.abs))).toBeLessThan(1e-12);
  expect([...fit.coefficients].slice(1)).toEqual([0, 0]);
});

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
    let predicted = other.intercept;
    x.forEach((c, j) => {
      predicted += other.coefficients[j] * c[row];
    });
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
