import type { Series } from "../series.ts";

/** A scale on which level changes add: the logarithm where all is positive, else the root, else as it is. */
export type Scale = "log" | "root" | "plain";

/** The buckets of a series that say something, without the time before its first demand. */
export interface Observed {
  /** Bucket index of each observed value. */
  readonly bucket: Int32Array;
  /** Demand, per working day times the mean working days where those are known. */
  readonly values: Float64Array;
  readonly period: number;
  readonly zeros: number;
}

/** Observed buckets, working days levelled out. */
export function observed(series: Series): Observed {
  const { values, workingDays } = series;
  let first = 0;
  while (first < values.length && !(values[first] !== 0 && Number.isFinite(values[first]))) first++;
  const buckets: number[] = [];
  for (let t = first; t < values.length; t++) {
    if (
      Number.isFinite(values[t]) &&
      !(workingDays !== undefined && workingDays[t] === 0 && values[t] === 0)
    ) {
      buckets.push(t);
    }
  }
  const out = Float64Array.from(buckets, (t) => values[t]);
  if (workingDays !== undefined && workingDays.length >= values.length) {
    let sum = 0;
    for (const t of buckets) sum += workingDays[t];
    const mean = sum / buckets.length;
    buckets.forEach((t, i) => {
      if (workingDays[t] > 0) out[i] *= mean / workingDays[t];
    });
  }
  let zeros = 0;
  for (const value of out) if (value === 0) zeros++;
  return {
    bucket: Int32Array.from(buckets),
    values: out,
    period: Math.max(1, Math.round(series.period)),
    zeros,
  };
}

/** Values on a scale. */
export function scaled(values: Float64Array, scale: Scale): Float64Array {
  if (scale === "log") return values.map(Math.log);
  return scale === "root" ? values.map(Math.sqrt) : Float64Array.from(values);
}

/** Back from a scale. */
export function unscaled(value: number, scale: Scale): number {
  if (scale === "log") return Math.exp(value);
  return scale === "root" ? Math.max(0, value) ** 2 : value;
}
