import type { Bands, Forecast, Origin } from "../../src/index.ts";
import { defined } from "../../src/index.ts";
import { inMemory, type Keep, type Numbers } from "./number-file.ts";

/** Forecasts of a slice with all their numbers in one buffer, so that a thread can hand it over without copying. */
export interface Packed {
  readonly heads: readonly Head[];
  readonly numbers: Float64Array;
}

interface Head extends Omit<Forecast, "demand" | "cumulative" | "adjusted" | "backtest"> {
  readonly horizon: number;
  readonly levels: readonly number[];
  /** The quantiles of demand are alike in all buckets, as those of rare demand: they stand once. */
  readonly flat?: true;
  readonly adjusted?: number;
  readonly backtest?: readonly {
    readonly length: number;
    readonly horizon: number;
    readonly levels: readonly number[];
  }[];
}

const bandSize = (horizon: number, levels: number, isFlat = false) =>
  isFlat ? horizon + levels : horizon * (levels + 1);

function isFlat({ mean, quantiles }: Bands): boolean {
  if (mean.length < 2) return false;
  for (const row of quantiles)
    for (let k = 1; k < row.length; k++) if (!Object.is(row[k], row[0])) return false;
  return true;
}

function sizeOf(forecast: Forecast, isDemandFlat: boolean): number {
  const { demand, adjusted, backtest } = forecast;
  const [horizon, levels] = [demand.mean.length, demand.levels.length];
  let size = bandSize(horizon, levels, isDemandFlat) + bandSize(horizon, levels) + (adjusted?.length ?? 0);
  for (const origin of backtest ?? []) size += bandSize(origin.mean.length, origin.levels.length);
  return size;
}

/** Packs forecasts; {@link unpack} gives them back unchanged. */
export function pack(forecasts: readonly Forecast[]): Packed {
  const flat = forecasts.map(({ demand }) => isFlat(demand));
  let total = 0;
  for (const [k, forecast] of forecasts.entries()) total += sizeOf(forecast, flat[k]);
  const numbers = new Float64Array(total);
  let at = 0;
  const put = (values: Float64Array) => {
    numbers.set(values, at);
    at += values.length;
  };
  const heads = forecasts.map((forecast, k): Head => {
    const { demand, cumulative, adjusted, backtest, ...rest } = forecast;
    if (flat[k]) {
      put(demand.mean);
      for (const quantile of demand.quantiles) numbers[at++] = quantile[0];
    }
    for (const band of [...(flat[k] ? [] : [demand]), cumulative, ...(backtest ?? [])]) {
      put(band.mean);
      for (const quantile of band.quantiles) put(quantile);
    }
    if (adjusted !== undefined) put(adjusted);
    return {
      ...rest,
      horizon: demand.mean.length,
      levels: demand.levels,
      ...(flat[k] ? { flat: true as const } : {}),
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

/** Mean and quantiles of a band. */
type Rows = Pick<Bands, "mean" | "quantiles">;

/**
 * The few bands that were asked for last. Standing objects for every item would outweigh their numbers, and items are
 * worked on one after the other.
 */
const recent: { readonly of: object; readonly rows: Rows }[] = [];
const recentBands = 16;

function rowsOf(all: Float64Array, horizon: number, levels: number, flat: boolean): Rows {
  const size = all.BYTES_PER_ELEMENT;
  const rows = flat ? new Float64Array(levels * horizon) : all.subarray(horizon);
  const quantiles: Float64Array[] = [];
  for (let i = 0; i < levels; i++) {
    const row = new Float64Array(rows.buffer, rows.byteOffset + i * horizon * size, horizon);
    quantiles.push(flat ? row.fill(all[horizon + i]) : row);
  }
  return { mean: all.subarray(0, horizon), quantiles };
}

/** A band whose numbers are fetched when they are asked for: of many items the bands are most of what is held. */
class KeptBand implements Bands {
  readonly levels: readonly number[];
  readonly #kept: Numbers;
  readonly #start: number;
  readonly #horizon: number;
  readonly #flat: boolean;

  constructor(kept: Numbers, start: number, horizon: number, levels: readonly number[], flat: boolean) {
    this.levels = levels;
    this.#kept = kept;
    this.#start = start;
    this.#horizon = horizon;
    this.#flat = flat;
  }

  get mean(): Float64Array {
    return this.#rows().mean;
  }

  get quantiles(): readonly Float64Array[] {
    return this.#rows().quantiles;
  }

  #rows(): Rows {
    const known = recent.find(({ of }) => of === this);
    if (known !== undefined) return known.rows;
    const [horizon, levels] = [this.#horizon, this.levels.length];
    const all = this.#kept(this.#start, bandSize(horizon, levels, this.#flat));
    const rows = rowsOf(all, horizon, levels, this.#flat);
    recent.unshift({ of: this, rows });
    recent.length = Math.min(recent.length, recentBands);
    return rows;
  }
}

/** What was expected at an earlier origin, after so many buckets. */
class KeptOrigin extends KeptBand implements Origin {
  readonly length: number;

  constructor(length: number, ...band: ConstructorParameters<typeof KeptBand>) {
    super(...band);
    this.length = length;
  }
}

/** @param keep where the numbers are to lie from now on */
export function unpack({ heads, numbers }: Packed, keep: Keep = inMemory): Forecast[] {
  let at = 0;
  const kept = keep(numbers);
  const place = (length: number): number => {
    at += length;
    return at - length;
  };
  const placeOfBand = (horizon: number, levels: readonly number[], flat = false) =>
    place(bandSize(horizon, levels.length, flat));
  return heads.map((head): Forecast => {
    const { horizon, levels, flat = false, adjusted, backtest, ...rest } = head;
    const demand = new KeptBand(kept, placeOfBand(horizon, levels, flat), horizon, levels, flat);
    const cumulative = new KeptBand(kept, placeOfBand(horizon, levels), horizon, levels, false);
    const origins = backtest?.map(
      (o) => new KeptOrigin(o.length, kept, placeOfBand(o.horizon, o.levels), o.horizon, o.levels, false),
    );
    return {
      ...rest,
      demand,
      cumulative,
      ...defined({ backtest: origins }),
      ...(adjusted === undefined ? {} : { adjusted: kept(place(adjusted), adjusted).slice() }),
    };
  });
}
