import type { Bands, Fallback } from "../forecast.ts";
import type { RegularForecast } from "./combine/regular.ts";
import { levelsOfSums, type OriginForecast, type OriginRequest } from "./origin.ts";
import {
  assumedTable,
  binOf,
  type ErrorTable,
  levelPositions,
  rowAt,
  rowQuantile,
} from "./panel/error-table.ts";
import { runningSum, tidyBands } from "./series/bands.ts";
import { filledRows, mappedRows, rowsOf } from "./series/rows.ts";

/** Bands from the pooled errors of series as wild as this one, or from assumed ones. */
export function spreadAround(
  mean: Float64Array,
  forecast: Pick<RegularForecast, "scale" | "relativeError" | "spread" | "observations">,
  request: OriginRequest,
): { demand: Bands; cumulative: Bands } {
  const { series, part, horizon, levels, nonnegative } = request;
  const bin = part?.errors ? binOf(part.errors.edges, forecast.relativeError) : 0;
  const assumed = (cumulative: boolean) =>
    assumedTable(Math.max(1, horizon), cumulative, { ...series, observations: forecast.observations });
  const demand = part?.errors?.demand[bin] ?? assumed(false);
  const cumulative = part?.errors?.cumulative[bin] ?? assumed(true);
  // what a few years show of far steps is chance
  const unit = part?.errors || series.bucket !== "year" ? forecast.spread : () => forecast.scale;
  return tidied(
    {
      demand: bandsAround(mean, demand, unit, levels, 0.5),
      cumulative: bandsAround(runningSum(mean), cumulative, unit, levelsOfSums(request), 1),
    },
    nonnegative,
  );
}

function bandsAround(
  mean: Float64Array,
  table: ErrorTable,
  unit: (k: number) => number,
  levels: readonly number[],
  growth: number,
): Bands {
  const rows = Array.from(mean, (_, k) => rowAt(table, k, growth));
  const units = Array.from(mean, (_, k) => unit(k));
  const positions = levelPositions(levels);
  return {
    mean,
    levels,
    quantiles: filledRows(
      levels.length,
      mean.length,
      (i, k) => mean[k] + units[k] * rowQuantile(rows[k], positions[i]),
    ),
  };
}

/** Bands of a level bent to a mean that moves. */
export function reshaped(bands: Bands, mean: Float64Array): Bands {
  const factor = mean.map((value, k) => (bands.mean[k] > 0 ? value / bands.mean[k] : 1));
  return {
    mean,
    levels: bands.levels,
    quantiles: mappedRows(bands.quantiles, (q, k) => q * factor[k]),
  };
}

/** Bands with quantiles in order, and none below 0 where nothing can be. */
export const tidied = (bands: { demand: Bands; cumulative: Bands }, nonnegative: boolean) => ({
  demand: tidyBands(bands.demand, nonnegative),
  cumulative: tidyBands(bands.cumulative, nonnegative),
});

/** No demand at all, and why. */
export function zeroForecast(horizon: number, levels: readonly number[], fallback: Fallback): OriginForecast {
  const zeros = (): Bands => ({
    mean: new Float64Array(horizon),
    levels,
    quantiles: rowsOf(levels.length, horizon),
  });
  return { model: "zero", demand: zeros(), cumulative: zeros(), components: { zero: 1 }, fallback };
}
