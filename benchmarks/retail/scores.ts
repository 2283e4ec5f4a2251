import { metrics } from "../../src/index.ts";
import { type Answer, bucketLoss, levelsOfLoss, totalLoss } from "../left-out/losses.ts";
import type { SplitSeries } from "../sets.ts";

/** Levels that a method is asked for: those of the losses, then the ends of the ranges of 80 and 95 %. */
export const rangeEnds: readonly number[] = [0.025, 0.1, 0.9, 0.975];

/** What a method says of one series, with the ends of its ranges: a row for each of `rangeEnds`. */
export interface RetailAnswer extends Answer {
  readonly ends?: readonly ArrayLike<number>[];
}

/** Scores of a method over a panel at one cut. */
export interface RetailScores {
  readonly wape: number;
  readonly mase: number;
  readonly rmsse: number;
  readonly bias: number;
  readonly quantiles?: number;
  readonly totals?: number;
  readonly covers80?: number;
  readonly covers95?: number;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Part of the outcomes that lie between two rows of ends, in percent. */
function covers(
  panel: readonly SplitSeries[],
  answers: readonly RetailAnswer[],
  low: number,
  high: number,
): number {
  const inside = panel.flatMap(({ test }, i) =>
    Array.from(test, (y, k) => {
      const ends = answers[i].ends ?? [];
      return y >= ends[low][k] && y <= ends[high][k] ? 100 : 0;
    }),
  );
  return meanOf(inside);
}

/** Scores the answers of a method, in the order of the panel; series without a change have no scaled losses. */
export function retailScores(panel: readonly SplitSeries[], answers: readonly RetailAnswer[]): RetailScores {
  const actual = panel.flatMap(({ test }) => [...test]);
  const said = panel.flatMap(({ test }, i) => Array.from(test, (_, k) => answers[i].mean[k]));
  const scaled = panel.flatMap((one, i) => {
    const first = one.train.findIndex((value) => value > 0);
    const known = one.train.subarray(Math.max(0, first));
    const scale = metrics.naiveScale(known);
    const { mean, demand, cumulative } = answers[i];
    if (!(scale > 0)) return [];
    const asked = one.test.map((_, k) => mean[k]);
    return [
      {
        mase: metrics.mase(one.test, asked, known, 1),
        rmsse: metrics.rmsse(one.test, asked, known),
        quantiles: demand === undefined ? Number.NaN : bucketLoss(one, demand) / scale,
        totals: cumulative === undefined ? Number.NaN : totalLoss(one, cumulative) / scale,
      },
    ];
  });
  const [{ demand, ends }] = answers;
  return {
    wape: metrics.wape(actual, said),
    bias: metrics.biasPercent(actual, said),
    mase: meanOf(scaled.map((one) => one.mase)),
    rmsse: meanOf(scaled.map((one) => one.rmsse)),
    ...(demand === undefined || demand.length < levelsOfLoss.length
      ? {}
      : {
          quantiles: meanOf(scaled.map((one) => one.quantiles)),
          totals: meanOf(scaled.map((one) => one.totals)),
        }),
    ...(ends === undefined
      ? {}
      : { covers80: covers(panel, answers, 1, 2), covers95: covers(panel, answers, 0, 3) }),
  };
}
