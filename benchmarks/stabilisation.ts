import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  addToTally,
  type Forecast,
  forecastSeries,
  learnPool,
  type Origin,
  type Series,
  stabilisedOrigins,
  weightOf,
  weightTally,
} from "../src/index.ts";
import { root, type SplitSeries, sets } from "./sets.ts";

/** Last origins compared, buckets ahead, and earlier origins that choose the weight. */
const origins = 12;
const horizon = 6;
const choosing = 8;

/** A series as each origin knows it. */
interface Case {
  readonly whole: Series;
  /** Length known at the first origin that is compared. */
  readonly first: number;
}

function caseOf({ id, bucket, period, start, train, test }: SplitSeries): Case {
  const values = Float64Array.from([...train, ...test]);
  const whole = { item: id, bucket, period, values, ...(start === undefined ? {} : { start }) };
  return { whole, first: values.length - horizon - origins + 1 };
}

const upTo = ({ whole }: Case, length: number): Series => ({
  ...whole,
  values: whole.values.slice(0, length),
});

/** Accuracy and stability of a run history: forecasts of the same series, one origin a bucket. */
interface Steadiness {
  readonly smapc: number;
  readonly rmssc: number;
  readonly smape: number;
  readonly mase: number;
  readonly rmsse: number;
}

function naive(values: Float64Array, period: number): { absolute: number; square: number } {
  const m = values.length > period ? period : 1;
  let absolute = 0;
  let square = 0;
  for (let t = m; t < values.length; t++) {
    absolute += Math.abs(values[t] - values[t - m]);
    square += (values[t] - values[t - m]) ** 2;
  }
  const count = Math.max(1, values.length - m);
  return { absolute: absolute / count, square: square / count };
}

const symmetric = (a: number, b: number) =>
  Math.abs(a) + Math.abs(b) > 0 ? (200 * Math.abs(a - b)) / (Math.abs(a) + Math.abs(b)) : 0;

/** METHODS 1.1 over all adjacent origins, and the usual errors; means over series. */
function steadiness(cases: readonly Case[], runs: readonly (readonly Float64Array[])[]): Steadiness {
  const sum = { smapc: 0, rmssc: 0, smape: 0, mase: 0, rmsse: 0, scaled: 0 };
  cases.forEach(({ whole, first }, i) => {
    const own = { change: 0, square: 0, pairs: 0, error: 0, absolute: 0, squared: 0, cells: 0 };
    runs[i].forEach((mean, k) => {
      for (let h = 0; h < horizon; h++) {
        const actual = whole.values[first + k + h];
        own.error += symmetric(mean[h], actual);
        own.absolute += Math.abs(mean[h] - actual);
        own.squared += (mean[h] - actual) ** 2;
        own.cells++;
        const before = runs[i][k - 1]?.[h + 1];
        if (before === undefined) continue;
        own.change += symmetric(mean[h], before);
        own.square += (mean[h] - before) ** 2;
        own.pairs++;
      }
    });
    sum.smapc += own.change / own.pairs;
    sum.smape += own.error / own.cells;
    const scale = naive(whole.values.subarray(0, first), whole.period);
    if (!(scale.absolute > 0)) return;
    sum.scaled++;
    sum.rmssc += Math.sqrt(own.square / own.pairs / scale.square);
    sum.mase += own.absolute / own.cells / scale.absolute;
    sum.rmsse += Math.sqrt(own.squared / own.cells / scale.square);
  });
  const n = cases.length;
  return {
    smapc: sum.smapc / n,
    rmssc: sum.rmssc / sum.scaled,
    smape: sum.smape / n,
    mase: sum.mase / sum.scaled,
    rmsse: sum.rmsse / sum.scaled,
  };
}

/** Forecasts of one case at its origins, with a pool that knows nothing after the first of them. */
function historyOf(one: Case, pool: ReturnType<typeof learnPool> | null, model?: string): Forecast[] {
  return Array.from({ length: origins }, (_, k) =>
    forecastSeries(upTo(one, one.first + k), {
      horizon,
      levels: [0.5],
      pool,
      ...(k === 0 && model === undefined ? { origins: choosing } : {}),
      ...(model === undefined ? {} : { model }),
    }),
  );
}

const asOrigins = (forecasts: readonly Forecast[], { first }: Case): Origin[] =>
  forecasts.map((forecast, k) => ({
    length: first + k,
    mean: forecast.demand.mean,
    levels: [],
    quantiles: [],
  }));

/** One set: AutoETS's stand-in, our combination, and it drawn towards the last run. */
function measure(name: string, list: readonly SplitSeries[]) {
  const cases = list
    .filter(({ train, test }) => train.length + test.length >= horizon + origins + 24)
    .map(caseOf);
  const pool = learnPool(
    cases.map((one) => upTo(one, one.first)),
    { horizon },
  );
  const ets = cases.map((one) => historyOf(one, null, "ets").map((forecast) => forecast.demand.mean));
  const ours = cases.map((one) => historyOf(one, pool));
  const rows: Record<string, Steadiness & { weight?: number }> = {
    "ets (AICc)": steadiness(cases, ets),
    bedarf: steadiness(
      cases,
      ours.map((list) => list.map((forecast) => forecast.demand.mean)),
    ),
  };
  const tally = weightTally();
  cases.forEach((one, i) => {
    const known = upTo(one, one.first);
    addToTally(tally, ours[i][0].backtest ?? [], known.values, known.period);
  });
  for (const [label, tolerance] of [
    ["bedarf, stabilise auto", 0.01],
    ["bedarf, stabilise strong", 0.03],
  ] as const) {
    const weight = weightOf(tally, tolerance);
    const drawn = cases.map((one, i) => stabilisedOrigins(asOrigins(ours[i], one), weight));
    rows[label] = { ...steadiness(cases, drawn), weight };
  }
  return { set: name, series: cases.length, rows };
}

/** `npm run bench -- stabilisation [every]`: every n-th series only; writes results/stability.json for all of them. */
export async function run(args: readonly string[]): Promise<number> {
  const every = Math.max(1, Number(args[0] ?? 1) || 1);
  const sample = (list: readonly SplitSeries[]) => list.filter((_, i) => i % every === 0);
  const m3 = sets.m3()?.filter(({ part }) => part === "MONTHLY");
  const carparts = sets.carparts();
  if (m3 === undefined || carparts === undefined) {
    process.stdout.write(
      "SKIP stabilisation: m3 or carparts is absent under ../shared/data (set BEDARF_DATA)\n",
    );
    return 0;
  }
  const results = [
    measure("M3 monthly", sample(m3)),
    measure(
      "carparts",
      sample(carparts).filter((_, i) => i % 2 === 0),
    ),
  ];
  for (const { set, series, rows } of results) {
    process.stdout.write(`${set}, ${series} series, ${origins} origins, horizon ${horizon}\n`);
    const base = rows["ets (AICc)"];
    for (const [name, row] of Object.entries(rows)) {
      process.stdout.write(
        `  ${name.padEnd(26)} sMAPC ${row.smapc.toFixed(3)} (${(row.smapc / base.smapc).toFixed(2)}) RMSSC ${row.rmssc.toFixed(3)} (${(row.rmssc / base.rmssc).toFixed(2)}) sMAPE ${row.smape.toFixed(2)} MASE ${row.mase.toFixed(4)} RMSSE ${row.rmsse.toFixed(4)}${row.weight === undefined ? "" : ` weight ${row.weight}`}\n`,
      );
    }
  }
  if (every === 1) {
    const folder = join(root, "benchmarks", "results");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "stability.json"), `${JSON.stringify(results, null, 2)}\n`);
  }
  return 0;
}
