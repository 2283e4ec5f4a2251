import { expect, test } from "vitest";
import { robustRegression } from "../../src/numeric/robust-regression.ts";
import { stackloss } from "../golden/series.ts";
import { leastSquares } from "./least-squares.ts";

const columns = [stackloss.airFlow, stackloss.waterTemperature, stackloss.acid];

test("Huber on stackloss equals MASS::rlm", () => {
  const fit = robustRegression(columns, stackloss.loss, "huber");
  [fit.intercept, ...fit.coefficients].forEach((v, i) => {
    expect(v).toBeCloseTo([-41.0264853733, 0.8293857702, 0.9260594156, -0.127846318][i], 8);
  });
  expect(fit.scale).toBeCloseTo(2.44048905, 7);
});

test("bisquare on stackloss equals MASS::rlm(psi = psi.bisquare)", () => {
  const fit = robustRegression(columns, stackloss.loss, "bisquare");
  [fit.intercept, ...fit.coefficients].forEach((v, i) => {
    expect(v).toBeCloseTo([-42.2853215364, 0.9275589928, 0.6507111984, -0.112333123][i], 7);
  });
  expect(fit.scale).toBeCloseTo(2.28185331, 6);
});

test("one poisoned value moves the robust line by little and the plain one by much", () => {
  const x = Float64Array.from({ length: 30 }, (_, t) => t);
  const y = x.map((t) => 2 * t + Math.sin(t));
  y[20] = 1e4;
  expect(leastSquares([x], y).coefficients[0] - 2).toBeGreaterThan(5);
  expect(Math.abs(robustRegression([x], y).coefficients[0] - 2)).toBeLessThan(0.05);
});
