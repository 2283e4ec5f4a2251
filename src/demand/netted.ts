import type { Series } from "../series.ts";
import { carryNegatives } from "./buckets-of-item.ts";

/**
 * A series of demand in which returns are netted: no bucket stays below zero, what one lacks is taken from those that
 * follow. The same series where none is below zero.
 */
export function netted(series: Series): Series {
  if (!series.values.some((value) => value < 0)) return series;
  const values = series.values.slice();
  carryNegatives(values);
  return { ...series, values };
}
