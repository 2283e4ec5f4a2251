import { metrics } from "../../src/index.ts";
import type { SplitSeries } from "../sets.ts";

/** Levels of the quantile losses: both sides of the buckets, and where orders live. */
export const levelsOfLoss: readonly number[] = [0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];

/** What a method says of one series; quantiles by level, then step. */
export interface Answer {
  readonly mean: ArrayLike<number>;
  readonly demand?: readonly ArrayLike<number>[];
  readonly cumulative?: readonly ArrayLike<number>[];
}

/** Losses of a method over a panel, each a mean over the series that have a scale. */
export interface Losses {
  /** RMSSE of rare demand, MASE of other. */
  readonly point: number;
  /** Pinball loss of the buckets over all levels, in units of the mean change from the first demand on. */
  readonly quantiles?: number;
  /** The same of the demand of the first three buckets and of all. */
  readonly totals?: number;
}

/** Whether most series of a panel have buckets without demand. */
export const isRarePanel = (panel: readonly SplitSeries[]): boolean =>
  panel.filter(({ train }) => train.filter((value) => value === 0).length > 0.05 * train.length).length >
  panel.length / 2;

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const pinball = (actual: number, quantile: number, level: number): number =>
  actual >= quantile ? level * (actual - quantile) : (1 - level) * (quantile - actual);

const sumOf = (values: ArrayLike<number>, count: number): number =>
  Array.from(values)
    .slice(0, count)
    .reduce((sum, value) => sum + value, 0);

export function bucketLoss({ test }: SplitSeries, demand: readonly ArrayLike<number>[]): number {
  return meanOf(
    levelsOfLoss.map((level, i) => meanOf(Array.from(test, (y, k) => pinball(y, demand[i][k], level)))),
  );
}

export function totalLoss({ test }: SplitSeries, cumulative: readonly ArrayLike<number>[]): number {
  return [Math.min(3, test.length), test.length].reduce(
    (sum, count) =>
      sum +
      meanOf(levelsOfLoss.map((level, i) => pinball(sumOf(test, count), cumulative[i][count - 1], level))) /
        2,
    0,
  );
}

/** Scores the answers of one method, in the order of the panel. */
export function lossesOf(panel: readonly SplitSeries[], answers: readonly Answer[]): Losses {
  const rare = isRarePanel(panel);
  const points: number[] = [];
  const quantiles: number[] = [];
  const totals: number[] = [];
  panel.forEach((one, i) => {
    const { mean, demand, cumulative } = answers[i];
    const known = one.train.map((value) => (Number.isNaN(value) ? 0 : value));
    const asked = one.test.map((_, k) => mean[k]);
    const point = rare
      ? metrics.rmsse(one.test, asked, known)
      : metrics.mase(one.test, asked, known, one.scalePeriod);
    if (Number.isFinite(point)) points.push(point);
    const first = known.findIndex((value) => value !== 0);
    const scale = metrics.naiveScale(known.slice(Math.max(0, first)));
    if (!(scale > 0)) return;
    if (demand !== undefined) quantiles.push(bucketLoss(one, demand) / scale);
    if (cumulative !== undefined) totals.push(totalLoss(one, cumulative) / scale);
  });
  return {
    point: meanOf(points),
    ...(quantiles.length > 0 ? { quantiles: meanOf(quantiles) } : {}),
    ...(totals.length > 0 ? { totals: meanOf(totals) } : {}),
  };
}
