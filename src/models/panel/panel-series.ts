import { hashText } from "../../numeric/hash.ts";
import type { Series } from "../../series.ts";

/** A prepared series of the panel. */
export interface PanelSeries {
  readonly series: Series;
  /** Gaps filled, events taken out. */
  readonly values: Float64Array;
  /** Buckets of the series before the first of `values`. */
  readonly offset: number;
}

/** Last buckets of a series that are held out for weights and errors. */
export const holdoutOf = (length: number, horizon: number): number =>
  Math.min(horizon, Math.floor(length / 4));

/**
 * Origins from `first` to `last` whose windows are learned from: at most about `most` of them, every stride-th, shifted
 * by a hash of item and position so that they do not all fall into the same season.
 */
export function sampledOrigins(item: string, first: number, last: number, most: number): number[] {
  const count = last - first + 1;
  if (count <= 0) return [];
  const stride = Math.max(1, Math.ceil(count / most));
  const origins: number[] = [];
  for (let j = 0; j * stride < count; j++) {
    const t = last - j * stride - (stride === 1 ? 0 : hashText(item, j) % stride);
    if (t >= first) origins.push(t);
  }
  return origins;
}

/**
 * Origins from `first` to `last`, `most` at most and half as many at least, that stay where they are while a series grows:
 * another bucket adds to what was learned from and does not draw it anew; of too many every second one goes.
 */
export function steadyOrigins(item: string, first: number, last: number, most: number): number[] {
  const phase = hashText(item, 1);
  let stride = 1;
  while (last - first + 1 > most * stride) stride *= 2;
  const origins: number[] = [];
  for (let t = first + (phase % stride); t <= last; t += stride) origins.push(t);
  return origins;
}
