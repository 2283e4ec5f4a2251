import { metrics } from "../src/index.ts";
import type { SplitSeries } from "./sets.ts";

/** Mean forecasts by series id. */
export type Points = ReadonlyMap<string, ArrayLike<number>>;

interface PointScore {
  readonly series: number;
  /** 200 |y - f| / (|y| + |f|), mean over all points. */
  readonly smape: number;
  /** The same, mean of the means of the series. */
  readonly smapePerSeries: number;
  readonly mase: number;
  readonly rmsse: number;
  /** 100 (sum f - sum y) / sum y: plus = too high. */
  readonly bias: number;
  /** Series without a MASE scale, left out of MASE. */
  readonly excluded: number;
}

/** The part of a forecast that the test part can judge; RangeError where a step of it has no number. */
function judged(points: Points, { id, test }: SplitSeries): Float64Array {
  const forecast = points.get(id) ?? [];
  const steps = test.map((_, k) => forecast[k]);
  if (!steps.every(Number.isFinite)) throw new RangeError(`no forecast of ${id}`);
  return steps;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Mean of the figures that are defined. */
function meanDefined(figures: readonly number[]): number {
  const defined = figures.filter((figure) => !Number.isNaN(figure));
  return sum(defined) / defined.length;
}

/** Mean absolute scaled error of each series; NaN without a scale. */
export const masesOf = (series: readonly SplitSeries[], points: Points): number[] =>
  series.map((one) => metrics.mase(one.test, judged(points, one), one.train, one.scalePeriod));

/** Root mean squared scaled error of each series; NaN without a scale. */
export const rmssesOf = (series: readonly SplitSeries[], points: Points): number[] =>
  series.map((one) => metrics.rmsse(one.test, judged(points, one), one.train));

/** Scores of point forecasts; series without a forecast are an error of the caller. */
export function scorePoints(series: readonly SplitSeries[], points: Points): PointScore {
  const panel = series.map((one) => ({ actual: one.test, forecast: judged(points, one) }));
  const smape = metrics.smapeOfPanel(panel);
  const sums = panel.map(({ actual, forecast }) => metrics.errorSums(actual, forecast));
  const mases = masesOf(series, points);
  return {
    series: series.length,
    smape: smape.perPoint,
    smapePerSeries: smape.perSeries,
    mase: meanDefined(mases),
    rmsse: meanDefined(rmssesOf(series, points)),
    bias: metrics.biasPercentOf({
      signed: sum(sums.map(({ signed }) => signed)),
      demand: sum(sums.map(({ demand }) => demand)),
    }),
    excluded: mases.filter(Number.isNaN).length,
  };
}

/** Mean over series of the pinball loss in units of the naive change, by level. */
export function scaledPinball(
  series: readonly SplitSeries[],
  quantiles: ReadonlyMap<string, readonly ArrayLike<number>[]>,
  levels: readonly number[],
): number[] {
  return levels.map((level, i) =>
    meanDefined(
      series.flatMap((one) => {
        const quantile = quantiles.get(one.id)?.[i];
        if (quantile === undefined) return [];
        const asked = one.test.map((_, k) => quantile[k]);
        return [metrics.scaledPinball(one.test, asked, level, one.train)];
      }),
    ),
  );
}

/** Mean over series of the size of their periods in stock, in units of their mean demand. */
export const meanAbsoluteStock = (series: readonly SplitSeries[], points: Points): number =>
  meanDefined(
    series.map((one) => Math.abs(metrics.scaledPeriodsInStock(one.test, judged(points, one), one.train))),
  );
