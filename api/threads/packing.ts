import type { Bands, Forecast, Origin } from "../../src/index.ts";
import { defined } from "../../src/index.ts";

/** Forecasts of a slice with all their numbers in one buffer, so that a thread can hand it over without copying. */
export interface Packed {
  readonly heads: readonly Head[];
  readonly numbers: Float64Array;
}

interface Head extends Omit<Forecast, "demand" | "cumulative" | "adjusted" | "backtest"> {
  readonly horizon: number;
  readonly levels: readonly number[];
  readonly adjusted?: number;
  readonly backtest?: readonly {
    readonly length: number;
    readonly horizon: number;
    readonly levels: readonly number[];
  }[];
}

const bandSize = (horizon: number, levels: number) => horizon * (levels + 1);

function sizeOf(forecast: Forecast): number {
  const { demand, adjusted, backtest } = forecast;
  let size = 2 * bandSize(demand.mean.length, demand.levels.length) + (adjusted?.length ?? 0);
  for (const origin of backtest ?? []) size += bandSize(origin.mean.length, origin.levels.length);
  return size;
}

/** Packs forecasts; {@link unpack} gives them back unchanged. */
export function pack(forecasts: readonly Forecast[]): Packed {
  let total = 0;
  for (const forecast of forecasts) total += sizeOf(forecast);
  const numbers = new Float64Array(total);
  let at = 0;
  const put = (values: Float64Array) => {
    numbers.set(values, at);
    at += values.length;
  };
  const heads = forecasts.map((forecast): Head => {
    const { demand, cumulative, adjusted, backtest, ...rest } = forecast;
    for (const band of [demand, cumulative, ...(backtest ?? [])]) {
      put(band.mean);
      for (const quantile of band.quantiles) put(quantile);
    }
    if (adjusted !== undefined) put(adjusted);
    return {
      ...rest,
      horizon: demand.mean.length,
      levels: demand.levels,
      ...(adjusted === undefined ? {} : { adjusted: adjusted.length }),
      ...(backtest === undefined
        ? {}
        : {
            backtest: backtest.map((o) => ({ length: o.length, horizon: o.mean.length, levels: o.levels })),
          }),
    };
  });
  return { heads, numbers };
}

/**
 * The quantiles of the few bands that were asked for last. Standing objects for every item would outweigh their
 * numbers, and items are worked on one after the other.
 */
const recent: { readonly all: Float64Array; readonly quantiles: readonly Float64Array[] }[] = [];
const recentBands = 8;

function quantilesOf(all: Float64Array, horizon: number, levels: number): readonly Float64Array[] {
  const known = recent.find((one) => one.all === all);
  if (known !== undefined) return known.quantiles;
  const quantiles = Array.from({ length: levels }, (_, i) =>
    all.subarray((i + 1) * horizon, (i + 2) * horizon),
  );
  recent.unshift({ all, quantiles });
  recent.length = Math.min(recent.length, recentBands);
  return quantiles;
}

export function unpack({ heads, numbers }: Packed): Forecast[] {
  let at = 0;
  const take = (length: number) => {
    at += length;
    return numbers.subarray(at - length, at);
  };
  const band = (horizon: number, levels: readonly number[]): Bands => {
    const all = take(bandSize(horizon, levels.length));
    return {
      mean: all.subarray(0, horizon),
      levels,
      get quantiles() {
        return quantilesOf(all, horizon, levels.length);
      },
    };
  };
  return heads.map((head): Forecast => {
    const { horizon, levels, adjusted, backtest, ...rest } = head;
    const demand = band(horizon, levels);
    const cumulative = band(horizon, levels);
    const origins = backtest?.map(
      (o): Origin => Object.assign(band(o.horizon, o.levels), { length: o.length }),
    );
    return {
      ...rest,
      demand,
      cumulative,
      ...defined({ backtest: origins }),
      ...(adjusted === undefined ? {} : { adjusted: take(adjusted) }),
    };
  });
}
