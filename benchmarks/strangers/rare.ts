import { runEngine } from "../engine.ts";
import type { Row } from "../results.ts";
import { type Points, scorePoints } from "../score.ts";
import { type SplitSeries, sets } from "../sets.ts";
import { atMost } from "./figure.ts";

/** Parts ahead of a plain method that still count as level with it. */
const level = 1.01;

const plainMean = ({ train, horizon }: SplitSeries): Float64Array =>
  new Float64Array(horizon).fill(train.reduce((sum, value) => sum + value / train.length, 0));

export const pointsOf = (panel: readonly SplitSeries[], model?: string): Points =>
  new Map(
    [...runEngine(panel, [], model === undefined ? {} : { model }).forecasts].map(([id, { demand }]) => [
      id,
      demand.mean,
    ]),
  );

/** Errors of AUTO and MAN beside TSB and the mean of the whole history. */
export function rareRows(): Row[] {
  return ["auto", "man"].flatMap((name) => {
    const panel = sets[name]?.();
    if (panel === undefined) return [];
    const ours = scorePoints(panel, pointsOf(panel)).rmsse;
    const tsb = scorePoints(panel, pointsOf(panel, "tsb")).rmsse;
    const mean = scorePoints(panel, new Map(panel.map((one) => [one.id, plainMean(one)]))).rmsse;
    const set = name.toUpperCase();
    return [
      atMost(set, "RMSSE by that of TSB", ours / tsb, level),
      atMost(set, "RMSSE by that of the plain mean", ours / mean, level),
    ];
  });
}
