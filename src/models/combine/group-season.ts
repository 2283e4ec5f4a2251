import { bucketIndex } from "../../calendar/bucket.ts";
import { dayOf } from "../../calendar/date.ts";
import type { Series } from "../../series.ts";
import { seasonIndices, seasonRatios } from "../panel/season-shape.ts";

/** Seasonal indices by group and position of the calendar ("" = all groups), mean 1. */
export type GroupSeasons = Readonly<Record<string, readonly number[]>>;

/** A series whose season can be learned from. */
interface SeasonWitness {
  readonly group?: string;
  readonly values: Float64Array;
  /** Position of the first value in the calendar's season; -1 unknown. */
  readonly phase: number;
}

/** Position of the first bucket in the calendar's season, -1 where the start is not known. */
export function phaseOf(series: Pick<Series, "start" | "bucket" | "period">, offset: number): number {
  if (series.start === undefined || series.period < 2) return -1;
  const index = bucketIndex(dayOf(series.start), series.bucket) + offset;
  return ((index % series.period) + series.period) % series.period;
}

const enoughWitnesses = 5;

/**
 * Mean seasonal indices of the series of each group that are long enough to show one, shrunk towards no season by
 * their disagreement, groups shrunk towards all (Dalhart 1974; Miller & Williams 2003). Empty where too few can tell.
 */
export function learnGroupSeasons(witnesses: readonly SeasonWitness[], period: number): GroupSeasons {
  const shapes = witnesses
    .filter(({ phase, values }) => phase >= 0 && period > 1 && values.length >= 2 * period)
    .map(({ group, values, phase }) => ({ group: group ?? "", shape: shapeOf(values, period, phase) }));
  if (shapes.length < enoughWitnesses) return {};
  const all = shrunk(shapes.map(({ shape }) => shape));
  const seasons: Record<string, number[]> = { "": all };
  for (const group of [...new Set(shapes.map((one) => one.group))].filter((name) => name !== "").sort()) {
    const own = shapes.filter((one) => one.group === group).map(({ shape }) => shape);
    const weight = own.length / (own.length + enoughWitnesses);
    const mean = shrunk(own);
    seasons[group] = all.map((index, j) => weight * mean[j] + (1 - weight) * index);
  }
  return seasons;
}

/** Indices of one series by position of the calendar. */
function shapeOf(values: Float64Array, period: number, phase: number): Float64Array {
  const own = new Float64Array(period);
  seasonIndices(seasonRatios(values, period), period, values.length, own);
  return Float64Array.from({ length: period }, (_, j) => own[(((j - phase) % period) + period) % period]);
}

/** Mean of shapes, drawn towards 1 by the share of its variance that chance explains. */
function shrunk(shapes: readonly Float64Array[]): number[] {
  const n = shapes.length;
  const period = shapes[0].length;
  const mean = Array.from({ length: period }, (_, j) => shapes.reduce((sum, s) => sum + s[j] / n, 0));
  let between = 0;
  let chance = 0;
  for (let j = 0; j < period; j++) {
    between += (mean[j] - 1) ** 2 / period;
    for (const shape of shapes) chance += (shape[j] - mean[j]) ** 2 / (period * n * Math.max(1, n - 1));
  }
  const belief = between > 0 ? Math.max(0, 1 - chance / between) : 0;
  return mean.map((index) => 1 + belief * (index - 1));
}

/** Indices for a short series, first the one of its first value; null where the pool knows none. */
export function groupSeasonOf(
  seasons: GroupSeasons | undefined,
  series: Series,
  offset: number,
): ((position: number) => number) | null {
  const phase = phaseOf(series, offset);
  const shape = seasons?.[series.group ?? ""] ?? seasons?.[""];
  if (phase < 0 || shape === undefined || shape.length !== series.period) return null;
  return (position) => shape[(phase + position) % shape.length];
}
