import {
  type BacktestRow,
  bucketIndex,
  dayOf,
  measuredLevels,
  type Series,
  UsageError,
} from "../../src/index.ts";
import { csvCells, delimiterOf } from "./csv-cells.ts";

/** Columns that are no model: keys, and the outcome, which stands in the series already. */
const keyColumns = ["unique_id", "ds", "cutoff", "y"];

/** Column of a quantile beside that of its model: ends of central intervals in percent, the model itself in the middle. */
const quantileColumn: Readonly<Record<(typeof measuredLevels)[number], (model: string) => string>> = {
  0.025: (model) => `${model}-lo-95`,
  0.1: (model) => `${model}-lo-80`,
  0.5: (model) => model,
  0.9: (model) => `${model}-hi-80`,
  0.975: (model) => `${model}-hi-95`,
};

const numberOf = (cell: string | undefined): number =>
  cell === undefined || cell === "" ? Number.NaN : Number(cell);

/** Key of a forecast: item, origin and bucket, whatever day of a bucket stands for it. */
function keyOf(series: Series, length: number, step: number): string {
  return `${length} ${step} ${series.item}`;
}

/**
 * Rows of others' forecasts as cross-validation writes them: CSV `unique_id,ds,cutoff,MODEL…`, quantiles in columns
 * `MODEL-lo-80`, `MODEL-hi-80`, `MODEL-lo-95`, `MODEL-hi-95`; `cutoff` is the last bucket known. Only forecasts of the
 * same item, origin and bucket as one of `beside` count, with its outcome, so that all are judged on the same. Their
 * quantiles are those of `measuredLevels`, NaN where none is given. Throws UsageError without those columns.
 */
export function othersRows(
  text: string,
  panel: ReadonlyMap<string, Series>,
  beside: readonly BacktestRow[],
): BacktestRow[] {
  const [head = "", ...lines] = text.trimEnd().split(/\r?\n/);
  const delimiter = delimiterOf(head);
  const columns = csvCells(head, delimiter);
  const missing = ["unique_id", "ds", "cutoff"].filter((name) => !columns.includes(name));
  const models = columns.filter((name) => !keyColumns.includes(name) && !/-(lo|hi)-[\d.]+$/.test(name));
  if (missing.length > 0 || models.length === 0) {
    throw new UsageError({ code: "others-columns", missing: missing.length > 0 ? missing : ["MODEL"] });
  }
  const outcome = new Map(
    beside.flatMap((row) => {
      const series = panel.get(row.item);
      return series === undefined ? [] : [[keyOf(series, row.length, row.step), row] as const];
    }),
  );
  return lines.flatMap((line) => {
    const cells = csvCells(line, delimiter);
    const cell = (name: string) => cells[columns.indexOf(name)];
    const same = sameOf(panel.get(cell("unique_id") ?? ""), cell("cutoff"), cell("ds"), outcome);
    if (same === undefined) return [];
    return models.map((model) => ({
      ...same,
      model,
      mean: numberOf(cell(model)),
      quantiles: measuredLevels.map((level) => numberOf(cell(quantileColumn[level](model)))),
      cumulativeQuantiles: [],
    }));
  });
}

function sameOf(
  series: Series | undefined,
  cutoff = "",
  ds = "",
  outcome: ReadonlyMap<string, BacktestRow>,
): BacktestRow | undefined {
  if (series?.start === undefined) return undefined;
  const index = (date: string) => bucketIndex(dayOf(date.slice(0, 10)), series.bucket);
  const length = index(cutoff) - index(series.start) + 1;
  return outcome.get(keyOf(series, length, index(ds) - index(cutoff)));
}
