import { defined } from "../../defined.ts";
import type { Series } from "../../series.ts";

/** A scale on which level changes add: ln(y + shift), the root, or y as it is. */
export type Scale = { readonly shift: number } | "root" | "plain";

/** The buckets of a series that say something, without the time before its first demand. */
export interface Observed {
  /** Bucket index of each observed value. */
  readonly bucket: Int32Array;
  /** Demand, per working day times the mean working days where those are known. */
  readonly values: Float64Array;
  /**
   * The values of buckets that were closed for a good part of their days, read the other way: as counted where `values`
   * are by working day, by working day where they are as counted. Of all other buckets the values themselves; absent
   * where no bucket was closed.
   */
  readonly otherwise?: Float64Array;
  readonly period: number;
  readonly zeros: number;
}

/**
 * Observed buckets, working days levelled out; where levelling does not suit an item, buckets that were closed for
 * most of their days are left out.
 */
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
  const raw = Float64Array.from(buckets, (t) => values[t]);
  const known = workingDays !== undefined && workingDays.length >= values.length;
  const days = known ? Float64Array.from(buckets, (t) => workingDays[t]) : undefined;
  const even = levelled(raw, days);
  const open = even === raw && days !== undefined ? mostlyOpen(days) : undefined;
  const out = open === undefined ? even : even.filter((_, i) => open[i]);
  const other = days === undefined ? undefined : readOtherwise(raw, even, days);
  let zeros = 0;
  for (const value of out) if (value === 0) zeros++;
  return {
    bucket: Int32Array.from(open === undefined ? buckets : buckets.filter((_, i) => open[i])),
    values: out,
    ...defined({ otherwise: open === undefined ? other : other?.filter((_, i) => open[i]) }),
    period: Math.max(1, Math.round(series.period)),
    zeros,
  };
}

/** Share of the usual working days below which a bucket tells little of demand. */
const fewDays = 0.6;
/** Share of the usual working days below which demand may have followed the days or not. */
const fewerDays = 0.8;

const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Values with those of buckets of few working days read the other way; undefined where there is no such bucket. */
function readOtherwise(raw: Float64Array, even: Float64Array, days: Float64Array): Float64Array | undefined {
  const mean = meanOf(days);
  const isClosed = (i: number) => days[i] > 0 && days[i] < fewerDays * mean;
  if (!days.some((_, i) => isClosed(i))) return undefined;
  return even.map((value, i) => (!isClosed(i) ? value : even === raw ? (raw[i] * mean) / days[i] : raw[i]));
}

/** Buckets that were open for most of their usual working days: a closed plant is no fluctuation of demand. */
function mostlyOpen(days: Float64Array): boolean[] {
  const mean = meanOf(days);
  return Array.from(days, (count) => count >= fewDays * mean);
}

/** Mean size of the relative steps from value to value, the largest twentieth left out. */
function roughness(values: Float64Array): number {
  const steps: number[] = [];
  for (let t = 1; t < values.length; t++) {
    const size = Math.abs(values[t]) + Math.abs(values[t - 1]);
    if (size > 0) steps.push(Math.abs(values[t] - values[t - 1]) / size);
  }
  steps.sort((a, b) => a - b);
  const count = Math.ceil(0.95 * steps.length);
  let sum = 0;
  for (let i = 0; i < count; i++) sum += steps[i];
  return count > 0 ? sum / count : 0;
}

/** Values as if every bucket had the mean count of working days, where that makes them clearly smoother. */
function levelled(values: Float64Array, days: Float64Array | undefined): Float64Array {
  if (days === undefined || values.length === 0) return values;
  const mean = meanOf(days);
  const out = values.map((value, i) => (days[i] > 0 ? (value * mean) / days[i] : value));
  return roughness(out) < 0.95 * roughness(values) ? out : values;
}

/** Values on a scale. */
export function scaled(values: Float64Array, scale: Scale): Float64Array {
  if (scale === "plain") return Float64Array.from(values);
  return scale === "root" ? values.map(Math.sqrt) : values.map((value) => Math.log(value + scale.shift));
}

/** Back from a scale. */
export function unscaled(value: number, scale: Scale): number {
  if (scale === "plain") return value;
  return scale === "root" ? Math.max(0, value) ** 2 : Math.max(0, Math.exp(value) - scale.shift);
}

/** ln of the derivative of a scale, summed over the values: what a likelihood needs to compare scales. */
export function logSlope(values: Float64Array, scale: Scale): number {
  if (scale === "plain") return 0;
  let sum = 0;
  for (const value of values) {
    sum -=
      scale === "root" ? Math.log(2) + 0.5 * Math.log(Math.max(value, 1e-12)) : Math.log(value + scale.shift);
  }
  return sum;
}
