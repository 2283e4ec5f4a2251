import { SimpleLinearRegression, TheilSenRegression } from "ml-regression";
import { reseasoned, seasonallyAdjusted } from "../../decompose/seasonal-adjustment.ts";
import type { Fit, Model } from "../../model.ts";
import { median } from "../../numeric/quantile.ts";
import { divided, multiplied, powerOfTwoScale } from "../../numeric/scale.ts";
import type { Series } from "../../series.ts";
import { requireObserved } from "./flat-fit.ts";

/** Values a Theil-Sen line looks at: it compares every pair, so its cost grows with their square. */
const mostPairs = 200;

/** Straight line through the seasonally adjusted values by least squares. */
export const linearTrend = (): Model => line("linear-trend", leastSquaresLine);

/**
 * Straight line through the last 200 seasonally adjusted values by the median of all pairwise slopes: up to 29 % of
 * wild values do not bend it.
 * Source: P. Sen, "Estimates of the regression coefficient based on Kendall's tau", JASA 63 (1968).
 */
export const theilSen = (): Model => line("theil-sen", theilSenLine);

/** Slope and intercept of a straight line through (x, y). */
type Line = (x: number[], y: number[]) => { slope: number; intercept: number };

const leastSquaresLine: Line = (x, y) => new SimpleLinearRegression(x, y);

/** @example theilSenLine(years, nileFlow); // => slope -2.6, intercept 5890.3 */
export const theilSenLine: Line = (x, y) => {
  const { slope } = new TheilSenRegression(x.slice(-mostPairs), y.slice(-mostPairs));
  return { slope, intercept: median(y.slice(-mostPairs).map((v, i) => v - slope * x.slice(-mostPairs)[i])) };
};

function line(name: string, through: Line): Model {
  return { name, needs: 3, fit: (series) => fitLine(series, name, through) };
}

function fitLine(series: Series, name: string, through: Line): Fit {
  requireObserved(name, 3, series.values);
  const n = series.values.length;
  const scale = powerOfTwoScale(series.values);
  const adjustment = seasonallyAdjusted(divided(series.values, scale), Math.max(1, series.period));
  const x: number[] = [];
  const y: number[] = [];
  adjustment.values.forEach((value, t) => {
    if (Number.isNaN(value)) return;
    x.push(t);
    y.push(value);
  });
  const { slope, intercept } = through(x, y);
  const path = (from: number, length: number) => {
    const values = Float64Array.from({ length }, (_, i) => intercept + slope * (from + i));
    return multiplied(reseasoned(adjustment, values, from), scale);
  };
  return { name, fitted: path(0, n), mean: (horizon) => path(n, horizon) };
}
