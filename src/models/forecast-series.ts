import type { Bands, Forecast, Origin } from "../forecast.ts";
import type { Series } from "../series.ts";
import { ascending, runningSum, tidyBands } from "./bands.ts";
import { countBands } from "./count-bands.ts";
import { assumedTable, type ErrorTable, rowAt, rowQuantile } from "./error-table.ts";
import { historyOf, isIntermittent, isOver } from "./history.ts";
import { intermittentState } from "./intermittent.ts";
import { type Pool, type PoolPart, partFor } from "./pool.ts";
import { binOf } from "./pool-calibration.ts";
import { levelShare, regularForecast } from "./regular.ts";

export interface ForecastOptions {
  /** Buckets ahead. */
  readonly horizon: number;
  /** Quantile levels in (0, 1), in any order. */
  readonly levels: readonly number[];
  readonly pool: Pool | null;
  /** Name of a model card; absent: the combination. */
  readonly model?: string;
  /** auto: no negative forecast when no value is negative. */
  readonly nonnegative?: "auto" | "yes" | "no";
  /** Past origins to give back in `Forecast.backtest`. */
  readonly origins?: number;
  readonly paths?: number;
}

/** Forecast at one origin, levels ascending. */
interface Answer {
  readonly model: string;
  readonly demand: Bands;
  readonly cumulative: Bands;
  readonly components: Readonly<Record<string, number>>;
  readonly fallback?: string;
}

/** Forecast of one series: a pure function of series, pool and options. */
export function forecastSeries(series: Series, options: ForecastOptions): Forecast {
  const order = ascending(options.levels);
  const levels = order.map((i) => options.levels[i] as number);
  const part = partFor(options.pool, series);
  const history = historyOf(series.values, series.period);
  const nonnegative = options.nonnegative === "yes" || (options.nonnegative !== "no" && !history.negative);
  const at = (length: number, past: boolean): Answer =>
    answerAt(series, history.values.subarray(0, length), part, options.horizon, levels, nonnegative, past);
  const now = at(history.values.length, false);
  const asAsked = (bands: Bands): Bands => ({
    mean: bands.mean,
    levels: options.levels,
    quantiles: options.levels.map((_, i) => bands.quantiles[order.indexOf(i)] as Float64Array),
  });
  const origins = Math.min(options.origins ?? 0, Math.max(0, history.values.length - 3));
  const backtest: Origin[] = [];
  for (let back = origins; back > 0; back--) {
    const length = history.values.length - back;
    const { demand } = at(length, true);
    backtest.push({ length: length + history.offset, ...asAsked(demand) });
  }
  return {
    item: series.item,
    model: now.model,
    demand: asAsked(now.demand),
    cumulative: asAsked(now.cumulative),
    components: now.components,
    ...(now.fallback === undefined ? {} : { fallback: now.fallback }),
    ...(backtest.length === 0 ? {} : { backtest }),
  };
}

function answerAt(
  series: Series,
  values: Float64Array,
  part: PoolPart | undefined,
  horizon: number,
  levels: readonly number[],
  nonnegative: boolean,
  past: boolean,
): Answer {
  if (values.length === 0 || isOver(values, series.bucket)) return zeroAnswer(values.length, horizon, levels);
  if (isIntermittent(values)) {
    const state = intermittentState(values, series.bucket, part?.rates, past);
    const { demand, cumulative } = countBands(state, horizon, levels, part?.counts ?? null);
    return {
      model: "intermittent",
      demand: tidyBands(demand, true),
      cumulative: tidyBands(cumulative, true),
      components: state.components,
    };
  }
  const forecast = regularForecast(series, values, part, horizon, past);
  const { mean, components } = forecast.combined(part);
  if (nonnegative) for (let k = 0; k < horizon; k++) mean[k] = Math.max(0, mean[k]!);
  const share = levelShare(part, forecast.erratic);
  if (share >= 0.5 && forecast.state !== null && forecast.state.rate > 0) {
    const { demand, cumulative } = countBands(forecast.state, horizon, levels, part?.counts ?? null);
    return {
      model: "combination",
      demand: tidyBands(reshaped(demand, mean), true),
      cumulative: tidyBands(reshaped(cumulative, runningSum(mean)), true),
      components,
    };
  }
  const bin = part?.errors ? binOf(part.errors.edges, forecast.wildness) : 0;
  const demandTable = part?.errors?.demand[bin] ?? assumedTable(horizon, false);
  const cumulativeTable = part?.errors?.cumulative[bin] ?? assumedTable(horizon, true);
  return {
    model: "combination",
    demand: tidyBands(bandsAround(mean, demandTable, forecast.scale, levels, 0.5), nonnegative),
    cumulative: tidyBands(
      bandsAround(runningSum(mean), cumulativeTable, forecast.scale, levels, 1),
      nonnegative,
    ),
    components,
  };
}

/** Bands of a level bent to a mean that moves. */
function reshaped(bands: Bands, mean: Float64Array): Bands {
  const factor = mean.map((value, k) => (bands.mean[k]! > 0 ? value / bands.mean[k]! : 1));
  return {
    mean,
    levels: bands.levels,
    quantiles: bands.quantiles.map((row) => row.map((q, k) => q * factor[k]!)),
  };
}

function bandsAround(
  mean: Float64Array,
  table: ErrorTable,
  scale: number,
  levels: readonly number[],
  growth: number,
): Bands {
  const rows = Array.from(mean, (_, k) => rowAt(table, k, growth));
  return {
    mean,
    levels,
    quantiles: levels.map((p) => mean.map((m, k) => m + scale * rowQuantile(rows[k]!, p))),
  };
}

function zeroAnswer(length: number, horizon: number, levels: readonly number[]): Answer {
  const zeros = (): Bands => ({
    mean: new Float64Array(horizon),
    levels,
    quantiles: levels.map(() => new Float64Array(horizon)),
  });
  return {
    model: "zero",
    demand: zeros(),
    cumulative: zeros(),
    components: { zero: 1 },
    fallback: length === 0 ? "no observation" : "no demand for a long time",
  };
}
