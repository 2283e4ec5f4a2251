import { forecastSeries, learnPool, metrics, type Origin, type Series } from "../src/index.ts";
import { markdown, type Row, updatePage, writeResults } from "./results.ts";
import { type SplitSeries, sets } from "./sets.ts";

/** Adjacent origins compared: the last five inside the training part. */
const origins = 6;
const models = ["combination", "theta", "ets", "damped", "seasonal-naive", "naive"] as const;

const asSeries = (one: SplitSeries): Series => ({
  item: one.id,
  bucket: one.bucket,
  period: one.period,
  values: one.train,
  ...(one.start === undefined ? {} : { start: one.start }),
});

/** Mean forecasts at successive origins, one bucket apart, as pairs: with what came, and each with the one before it. */
function pairsOf(backtest: readonly Origin[], values: Float64Array, horizon: number) {
  const errors = { actual: [] as number[], forecast: [] as number[] };
  const changes = { before: [] as number[], now: [] as number[] };
  backtest.forEach(({ mean, length }, k) => {
    for (let h = 0; h < horizon; h++) {
      const actual = values[length + h];
      const before = backtest[k - 1]?.mean[h + 1];
      if (actual !== undefined) {
        errors.actual.push(actual);
        errors.forecast.push(mean[h]);
      }
      if (before === undefined) continue;
      changes.before.push(before);
      changes.now.push(mean[h]);
    }
  });
  return { errors, changes };
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Change of the forecasts of the same bucket between adjacent origins, and the error of the same forecasts. */
function rowOf(set: string, part: string, model: string, panel: readonly SplitSeries[]): Row {
  const horizon = panel[0]?.horizon ?? 1;
  const pool = learnPool(panel.map(asSeries), { horizon });
  const found = panel.flatMap((split) => {
    const { backtest = [] } = forecastSeries(asSeries(split), { horizon, levels: [], pool, origins, model });
    const scale = metrics.naiveScale(split.train, split.scalePeriod);
    return backtest.length < 2 || !(scale > 0) ? [] : [{ ...pairsOf(backtest, split.train, horizon), scale }];
  });
  const changes = found.map(({ changes: { before, now } }) => ({ actual: before, forecast: now }));
  return {
    set,
    part,
    model,
    series: found.length,
    "sMAPC %": +metrics.smapeOfPanel(changes).perPoint.toFixed(3),
    MASC: +meanOf(
      found.map(({ changes, scale }) => metrics.mae(changes.before, changes.now) / scale),
    ).toFixed(4),
    "MASE of the same origins": +meanOf(
      found.map(({ errors, scale }) => metrics.mae(errors.actual, errors.forecast) / scale),
    ).toFixed(4),
  };
}

/** `bench stability [--mini]`: how much forecasts of the same bucket change from origin to origin, beside accuracy. */
export async function run(args: readonly string[]): Promise<number> {
  const rows: Row[] = [];
  const wanted: readonly (readonly [string, string])[] = args.includes("--mini")
    ? [["tourism", "YEARLY"]]
    : [
        ["m3", "MONTHLY"],
        ["m3", "QUARTERLY"],
        ["tourism", "QUARTERLY"],
      ];
  for (const [set, part] of wanted) {
    const panel = sets[set]?.()?.filter((one) => one.part === part);
    if (panel === undefined) {
      process.stderr.write(`SKIP ${set}: its file is absent under ../shared/data (set BEDARF_DATA)\n`);
      continue;
    }
    for (const model of models) rows.push(rowOf(set, part, model, panel));
  }
  if (rows.length === 0) return 0;
  const table = markdown(rows);
  process.stdout.write(`${table}\n`);
  if (!args.includes("--mini")) {
    writeResults("stability", rows);
    updatePage("stability", table);
  }
  return 0;
}
