import { forecastSeries, learnPool, type Series } from "../src/index.ts";
import { markdown, type Row, updateReadme, writeResults } from "./results.ts";
import { naiveScale } from "./score.ts";
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

/** Change of the forecasts of the same bucket between adjacent origins, and the error of the same forecasts. */
function rowOf(set: string, part: string, model: string, panel: readonly SplitSeries[]): Row {
  const horizon = panel[0]?.horizon ?? 1;
  const series = panel.map(asSeries);
  const pool = learnPool(series, { horizon });
  let change = 0;
  let cells = 0;
  let scaledChange = 0;
  let scaledError = 0;
  let counted = 0;
  series.forEach((one, i) => {
    const split = panel[i];
    const { backtest = [] } = forecastSeries(one, { horizon, levels: [], pool, origins, model });
    const scale = naiveScale(split.train, split.scalePeriod);
    if (backtest.length < 2 || Number.isNaN(scale)) return;
    let moved = 0;
    let missed = 0;
    let compared = 0;
    let scored = 0;
    backtest.forEach(({ mean, length }, k) => {
      const before = backtest[k - 1];
      for (let h = 0; h < horizon; h++) {
        const f = mean[h];
        const actual = split.train[length + h];
        if (actual !== undefined) {
          missed += Math.abs(actual - f);
          scored++;
        }
        const p = before?.mean[h + 1];
        if (p === undefined) continue;
        const size = Math.abs(f) + Math.abs(p);
        change += size === 0 ? 0 : (200 * Math.abs(f - p)) / size;
        cells++;
        moved += Math.abs(f - p);
        compared++;
      }
    });
    scaledChange += moved / compared / scale;
    scaledError += missed / scored / scale;
    counted++;
  });
  return {
    set,
    part,
    model,
    series: counted,
    "sMAPC %": +(change / cells).toFixed(3),
    MASC: +(scaledChange / counted).toFixed(4),
    "MASE of the same origins": +(scaledError / counted).toFixed(4),
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
    updateReadme("stability", table);
  }
  return 0;
}
