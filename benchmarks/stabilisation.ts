import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  addToTally,
  type Forecast,
  forecastSeries,
  learnPool,
  metrics,
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

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Changes of the forecasts of all adjacent origins, and the usual errors; means over series. */
function steadiness(cases: readonly Case[], runs: readonly (readonly Float64Array[])[]): Steadiness {
  const rows = cases.map(({ whole, first }, i) => {
    const actual: number[] = [];
    const means: number[] = [];
    const before: number[] = [];
    const now: number[] = [];
    runs[i].forEach((mean, k) => {
      for (let h = 0; h < horizon; h++) {
        actual.push(whole.values[first + k + h]);
        means.push(mean[h]);
        const last = runs[i][k - 1]?.[h + 1];
        if (last === undefined) continue;
        before.push(last);
        now.push(mean[h]);
      }
    });
    const known = whole.values.subarray(0, first);
    return {
      smapc: metrics.smape(before, now),
      rmssc: metrics.rmsse(before, now, known, whole.period),
      smape: metrics.smape(actual, means),
      mase: metrics.mase(actual, means, known, whole.period),
      rmsse: metrics.rmsse(actual, means, known, whole.period),
    };
  });
  const mean = (name: keyof Steadiness) =>
    meanOf(rows.map((row) => row[name]).filter((x) => !Number.isNaN(x)));
  return {
    smapc: mean("smapc"),
    rmssc: mean("rmssc"),
    smape: mean("smape"),
    mase: mean("mase"),
    rmsse: mean("rmsse"),
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
