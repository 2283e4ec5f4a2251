import { median } from "../../numeric/quantile.ts";
import { binOf, type ErrorTable, errorTable } from "../panel/error-table.ts";
import type { ErrorTables, PoolPart } from "../pool-part.ts";
import type { HeldOutForecast } from "./earned-shares.ts";

/** Errors at one step below which a table is not trusted. */
export const enoughErrors = 40;
/** Series of an origin from which on they have an error in common. */
const enoughInCommon = 20;

/** Errors of one series at one origin, by step and summed up, in its unit. */
export interface ErrorRow {
  readonly origin: number;
  readonly demand: Float64Array;
  readonly cumulative: Float64Array;
}

/** Splits the origins at the terciles of relative error and builds a table for each part. */
export function errorTables(forecasts: readonly HeldOutForecast[], part: PoolPart): ErrorTables | null {
  const rows = forecasts.map((one) => ({ relativeError: one.forecast.relativeError, ...rowOf(one, part) }));
  const sorted = Float64Array.from(rows, (row) => row.relativeError).sort();
  const edges = [1 / 3, 2 / 3].map((f) => sorted[Math.floor(f * sorted.length)] ?? 0);
  const bins = [...edges, 0].map((_, b) => rows.filter((row) => binOf(edges, row.relativeError) === b));
  const table = (list: readonly ErrorRow[]) => {
    const turned = withCommonTurned(list);
    const enough = (enoughErrors * turned.length) / Math.max(1, list.length);
    const of = (pick: (row: ErrorRow) => Float64Array) => errorTable(turned.map(pick), part.horizon, enough);
    const demand = of((row) => row.demand);
    const cumulative = of((row) => row.cumulative);
    return demand !== null && cumulative !== null ? { demand, cumulative } : null;
  };
  const whole = table(rows);
  if (whole === null) return null;
  const tables = bins.map((list) => table(list) ?? whole);
  return {
    edges,
    demand: tables.map((t): ErrorTable => t.demand),
    cumulative: tables.map((t): ErrorTable => t.cumulative),
  };
}

function rowOf({ forecast, actual, origin }: HeldOutForecast, part: PoolPart): ErrorRow {
  const { mean } = forecast.combined(part);
  const demand = Float64Array.from(actual, (y, k) => (y - mean[k]) / forecast.spread(k));
  let sum = 0;
  const cumulative = Float64Array.from(actual, (y, k) => {
    sum += y - mean[k];
    return sum / forecast.spread(k);
  });
  return { origin, demand, cumulative };
}

/**
 * Errors as they were, and once more with what the series of an origin erred by in common (their median, by step) turned
 * over: a period that all items live through is one experience, and the next one may as well go the other way.
 */
export function withCommonTurned(rows: readonly ErrorRow[]): ErrorRow[] {
  const origins = [...Map.groupBy(rows, ({ origin }) => origin).values()];
  const turned = origins
    .filter((list) => list.length >= enoughInCommon)
    .flatMap((list) => {
      const demand = mediansOf(list.map((row) => row.demand));
      const cumulative = mediansOf(list.map((row) => row.cumulative));
      return list.map((row) => ({
        origin: row.origin,
        demand: row.demand.map((error, k) => error - 2 * demand[k]),
        cumulative: row.cumulative.map((error, k) => error - 2 * cumulative[k]),
      }));
    });
  return [...rows, ...turned];
}

/** Median of each step over the rows that reach it. */
function mediansOf(rows: readonly Float64Array[]): Float64Array {
  const steps = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Float64Array.from({ length: steps }, (_, k) =>
    median(rows.flatMap((row) => (k < row.length ? [row[k]] : []))),
  );
}
