import { bucketIndex, bucketStart } from "../calendar/bucket.ts";
import { dayOf, isoDate } from "../calendar/date.ts";
import { defined } from "../defined.ts";
import { UsageError } from "../errors.ts";
import type { Bands, Forecast, Origin } from "../forecast.ts";
import type { Series } from "../series.ts";
import { forecastAtOrigin } from "./forecast-at-origin.ts";
import { openPartFor, type Pool, partFor } from "./pool/pool.ts";
import { ascendingOrder, consistent, runningSum, tidyBands, widened } from "./series/bands.ts";
import { inOwnUnit } from "./series/own-unit.ts";
import { type Prepared, prepared } from "./series/prepared.ts";
import { mappedRows } from "./series/rows.ts";

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
}

/** Buckets before the oldest origin that is tried. */
const fewest = 3;

/**
 * Forecast of one series: a pure function of series, pool and options, the same alone or in company.
 * @example forecastSeries(series, { horizon: 12, levels: [0.5, 0.95], pool: null }).demand.mean
 */
export function forecastSeries(series: Series, options: ForecastOptions): Forecast {
  requireOptions(options);
  const { unit, values } = inOwnUnit(series.values);
  return inUnit(forecastInUnits({ ...series, values }, options), unit, series.values, values);
}

/** A forecast of `values` in the unit of the series; history that nothing changed comes back as it was. */
function inUnit(forecast: Forecast, unit: number, original: Float64Array, values: Float64Array): Forecast {
  if (unit === 1) return forecast;
  const times = (of: Float64Array) => of.map((value) => value * unit);
  const scaled = <B extends Bands>(bands: B): B => ({
    ...bands,
    mean: times(bands.mean),
    quantiles: mappedRows(bands.quantiles, (value) => value * unit),
  });
  const { adjusted, backtest } = forecast;
  const demand = scaled(forecast.demand);
  return {
    ...forecast,
    demand,
    cumulative: { ...scaled(forecast.cumulative), mean: runningSum(demand.mean) },
    ...defined({
      adjusted: adjusted?.map((value, k) => (value === values[k] ? original[k] : value * unit)),
      backtest: backtest?.map(scaled),
    }),
  };
}

function forecastInUnits(series: Series, options: ForecastOptions): Forecast {
  const { horizon } = options;
  const order = ascendingOrder(options.levels);
  const levels = order.map((i) => options.levels[i]);
  const ready = prepared(series, horizon);
  const nonnegative = options.nonnegative === "yes" || (options.nonnegative !== "no" && !ready.negative);
  const part = partFor(options.pool, series);
  const openPart = (open: number) => openPartFor(options.pool, series, open);
  const asked = { series, part, openPart, horizon, levels, nonnegative };
  const request = { ...asked, model: options.model, offset: ready.offset };
  const inRequestedOrder = (bands: Bands): Bands => ({
    mean: bands.mean,
    levels: options.levels,
    quantiles: options.levels.map((_, i) => bands.quantiles[order.indexOf(i)]),
  });
  const now = forecastAtOrigin(ready.values, { ...request, past: false });
  const planned = multiplied(now.demand, ready.future);
  const off = planned.mean.map((mean, k) => mean * ready.unsure[k]);
  const demand = tidyBands(widened(planned, off), nonnegative);
  const bent = bentTo(now.cumulative, runningSum(demand.mean));
  const total = tidyBands(widened(bent, runningSum(off)), nonnegative);
  const cumulative = consistent(total, demand, nonnegative);
  // A plan of many items keeps its origins small: of many levels only the printed interval.
  const few = levels.filter((level) => originLevels.includes(level));
  const pastLevels = few.length === originLevels.length ? few : levels;
  const backtest = Array.from(originLengths(ready, options.origins ?? 0), (length): Origin => {
    const { demand } = forecastAtOrigin(ready.values.subarray(0, length), {
      ...request,
      levels: pastLevels,
      past: true,
      isWithoutSums: true,
    });
    const factors = ready.factors.subarray(length, length + horizon);
    return { length: length + ready.offset, ...tidyBands(multiplied(demand, factors), nonnegative) };
  });
  return {
    item: series.item,
    model: now.model,
    ...startOf(series),
    demand: inRequestedOrder(demand),
    cumulative: inRequestedOrder(cumulative),
    components: now.components,
    ...defined({ fallback: now.fallback, adjusted: ready.adjusted }),
    ...(backtest.length === 0 ? {} : { backtest }),
  };
}

const originLevels: readonly number[] = [0.05, 0.95];

function requireOptions({ horizon, levels }: ForecastOptions): void {
  if (!Number.isInteger(horizon) || horizon < 0)
    throw new UsageError({ code: "not-a-whole-number", name: "horizon", least: 0, got: String(horizon) });
  for (const level of levels)
    if (!(level > 0 && level < 1))
      throw new UsageError({ code: "share-outside", name: "level", got: String(level) });
}

/** Lengths of the known history at the last `count` origins, oldest first. */
function originLengths({ values }: Prepared, count: number): number[] {
  const most = Math.max(0, Math.min(count, values.length - fewest));
  return Array.from({ length: most }, (_, k) => values.length - most + k);
}

/** First day after a series, where it has dates. */
export function startOf(series: Series): { start?: string } {
  if (series.start === undefined) return {};
  const next = bucketIndex(dayOf(series.start), series.bucket) + series.values.length;
  return { start: isoDate(bucketStart(next, series.bucket)) };
}

/** Bands times a factor for each bucket. */
function multiplied(bands: Bands, factors: Float64Array): Bands {
  const times = (value: number, k: number) => value * (factors[k] ?? 1);
  return { mean: bands.mean.map(times), levels: bands.levels, quantiles: mappedRows(bands.quantiles, times) };
}

/** Bands bent to another mean: in proportion where both are positive, else by the difference. */
function bentTo(bands: Bands, mean: Float64Array): Bands {
  const quantiles = mappedRows(bands.quantiles, (value, k) => {
    const from = bands.mean[k];
    const to = mean[k];
    return from === to ? value : from > 0 && to >= 0 ? (value * to) / from : value + to - from;
  });
  return { mean, levels: bands.levels, quantiles };
}
