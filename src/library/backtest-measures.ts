import { demandPattern } from "../demand/intermittency.ts";
import type { BacktestRow } from "../evaluate/backtest.ts";
import { errorSums } from "../evaluate/error-sums.ts";
import { coverage } from "../evaluate/interval.ts";
import { mase } from "../evaluate/mase.ts";
import { scaledQuantileLoss } from "../evaluate/pinball.ts";
import { rmsse } from "../evaluate/rmsse.ts";
import type { Series } from "../series.ts";

/** Kinds of demand that measures are told apart by. */
type DemandPattern = ReturnType<typeof demandPattern>;

/** What a model's backtest comes to; null where a figure is not defined or the model says nothing of it. */
export interface BacktestMeasures {
  readonly model: string;
  /** Kind of demand of the series; absent over all of them. */
  readonly pattern?: DemandPattern;
  readonly series: number;
  readonly rows: number;
  /** Means over series and origins, scaled by the seasonal naive error of what was known there. */
  readonly mase: number | null;
  readonly rmsse: number | null;
  /** Percent of the demand. */
  readonly wape: number | null;
  readonly bias: number | null;
  readonly scaledQuantileLoss: number | null;
  /** The same loss of the sum over the horizon. */
  readonly totalLoss: number | null;
  /** Percent of the outcomes inside the central interval. */
  readonly coverage80: number | null;
  readonly coverage95: number | null;
}

/** Levels that the measures rest on: two central intervals and the median. */
export const measuredLevels = [0.025, 0.1, 0.5, 0.9, 0.975] as const;

/** One series at one origin: what was known, what came, what was said. */
interface Round {
  readonly history: Float64Array;
  readonly period: number;
  readonly rows: readonly BacktestRow[];
}

/** A row's quantile at a level; NaN where it has none. */
const at = (quantiles: readonly number[], levels: readonly number[], level: number): number =>
  quantiles[levels.indexOf(level)] ?? Number.NaN;

const meanOf = (values: readonly number[]): number | null => {
  const known = values.filter(Number.isFinite);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
};

const percentOf = (part: number, whole: number): number | null => (whole > 0 ? (100 * part) / whole : null);

/** Twice the mean pinball over the measured levels; NaN where a level is missing. */
function quantileLoss({ history, period, rows }: Round, levels: readonly number[]): number {
  const actual = rows.map((row) => row.actual);
  const quantiles = measuredLevels.map((level) => rows.map((row) => at(row.quantiles, levels, level)));
  if (quantiles.flat().some(Number.isNaN)) return Number.NaN;
  return scaledQuantileLoss(actual, quantiles, measuredLevels, history, period);
}

/** The loss of the sum over the horizon; NaN where a bucket was not observed or nothing is said of sums. */
function totalLoss({ history, period, rows }: Round, levels: readonly number[]): number {
  const last = rows[rows.length - 1];
  const total = rows.reduce((sum, row) => sum + row.actual, 0);
  const quantiles = measuredLevels.map((level) => [at(last.cumulativeQuantiles, levels, level)]);
  if (last.step !== rows.length || quantiles.flat().some(Number.isNaN)) return Number.NaN;
  return scaledQuantileLoss([total], quantiles, measuredLevels, history, period);
}

function covered(rows: readonly BacktestRow[], levels: readonly number[], low: number, high: number) {
  const share = coverage(
    rows.map(({ actual }) => actual),
    {
      lower: rows.map(({ quantiles }) => at(quantiles, levels, low)),
      upper: rows.map(({ quantiles }) => at(quantiles, levels, high)),
    },
  );
  return Number.isNaN(share) ? null : 100 * share;
}

function measuresOf(rounds: readonly Round[], levels: readonly number[]): Omit<BacktestMeasures, "model"> {
  const rows = rounds.flatMap((round) => round.rows);
  const scaled = (of: (actual: number[], mean: number[], round: Round) => number) =>
    meanOf(
      rounds.map((round) =>
        of(
          round.rows.map(({ actual }) => actual),
          round.rows.map(({ mean }) => mean),
          round,
        ),
      ),
    );
  const sums = errorSums(
    rows.map(({ actual }) => actual),
    rows.map(({ mean }) => mean),
  );
  return {
    series: new Set(rows.map(({ item }) => item)).size,
    rows: rows.length,
    mase: scaled((actual, mean, { history, period }) => mase(actual, mean, history, period)),
    rmsse: scaled((actual, mean, { history, period }) => rmsse(actual, mean, history, period)),
    wape: percentOf(sums.absolute, sums.size),
    bias: percentOf(sums.signed, sums.size),
    scaledQuantileLoss: meanOf(rounds.map((round) => quantileLoss(round, levels))),
    totalLoss: meanOf(rounds.map((round) => totalLoss(round, levels))),
    coverage80: covered(rows, levels, 0.1, 0.9),
    coverage95: covered(rows, levels, 0.025, 0.975),
  };
}

/** Rows by series and origin, with what was known there. */
function roundsOf(rows: readonly BacktestRow[], panel: ReadonlyMap<string, Series>): Round[] {
  const found = new Map<string, { history: Float64Array; period: number; rows: BacktestRow[] }>();
  for (const row of rows) {
    const series = panel.get(row.item);
    if (series === undefined) continue;
    const key = `${row.length} ${row.item}`;
    const round = found.get(key) ?? {
      history: series.values.slice(0, row.length),
      period: series.period,
      rows: [],
    };
    round.rows.push(row);
    found.set(key, round);
  }
  return [...found.values()];
}

/**
 * What the rows of a backtest come to, a model at a time in the order they come: over all series, then by kind of
 * demand. `levels` are those of the rows' quantiles; `measuredLevels` must be among them for the losses of quantiles.
 * Definitions: bedarf/evaluate (mase, rmsse, wape, biasPercent, scaledQuantileLoss, coverage).
 *
 * @example backtestMeasures(panel, rows, measuredLevels)[0].mase // => 0.87
 */
export function backtestMeasures(
  panel: readonly Series[],
  rows: readonly BacktestRow[],
  levels: readonly number[],
): BacktestMeasures[] {
  const byItem = new Map(panel.map((series) => [series.item, series]));
  const patterns = new Map(panel.map(({ item, values }) => [item, demandPattern(values)]));
  return [...new Set(rows.map(({ model }) => model))].flatMap((model) => {
    const own = roundsOf(
      rows.filter((row) => row.model === model),
      byItem,
    );
    const patternOf = ({ rows: [first] }: Round) => patterns.get(first.item);
    const kinds = [...new Set(own.map(patternOf))].filter((kind) => kind !== undefined).sort();
    return [
      { model, ...measuresOf(own, levels) },
      ...kinds.map((pattern) => ({
        model,
        pattern,
        ...measuresOf(
          own.filter((round) => patternOf(round) === pattern),
          levels,
        ),
      })),
    ];
  });
}
