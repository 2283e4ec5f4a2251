import { naiveScale, squaredScale } from "../evaluate/naive-scale.ts";
import type { ItemVintages, Vintage } from "./vintages.ts";

/** The four congruence measures (METHODS 1.1), null where no cell is present in two forecasts. */
export interface Stability {
  /** 100 sum |f - p| / sum |p|. */
  readonly cocc: number | null;
  /** Mean over cells of 200 |f - p| / (|f| + |p|), 0/0 = 0. */
  readonly smapc: number | null;
  /** Mean over items of mean |f - p| / in-sample mean |y_t - y_(t-m)|. */
  readonly masc: number | null;
  /** Mean over items of the root of mean (f - p)^2 / in-sample mean (y_t - y_(t-m))^2. */
  readonly rmssc: number | null;
  /** Weighted |f - p| of each item: who drives it. */
  readonly drivers: readonly { readonly item: string; readonly share: number }[];
  readonly cells: number;
}

/** What a vintage is compared with: the one before it, or the oldest one that knew the bucket. */
type Reference = (vintages: readonly (Vintage | null)[], index: number, bucket: number) => number | undefined;

const valueAt = (vintage: Vintage | null | undefined, bucket: number): number | undefined => {
  const value = vintage?.mean[bucket - vintage.origin];
  return value === undefined || Number.isNaN(value) ? undefined : value;
};

const previous: Reference = (vintages, index, bucket) => valueAt(vintages[index - 1], bucket);

const initial: Reference = (vintages, index, bucket) => {
  for (let k = 0; k < index; k++) {
    const value = valueAt(vintages[k], bucket);
    if (value !== undefined) return value;
  }
  return undefined;
};

/** Result folders hold 9 significant digits: a smaller change is none. */
const rounding = 1e-8;

interface Cells {
  count: number;
  absolute: number;
  square: number;
  base: number;
  symmetric: number;
}

function cellsOf({ vintages, steps }: ItemVintages, reference: Reference): Cells {
  const sum: Cells = { count: 0, absolute: 0, square: 0, base: 0, symmetric: 0 };
  for (let index = 1; index < vintages.length; index++) {
    const vintage = vintages[index];
    if (vintage === null) continue;
    for (let h = 0; h < Math.min(steps, vintage.mean.length); h++) {
      const f = vintage.mean[h];
      const p = reference(vintages, index, vintage.origin + h);
      if (p === undefined || Number.isNaN(f)) continue;
      const size = Math.abs(f) + Math.abs(p);
      const change = Math.abs(f - p) > rounding * size ? Math.abs(f - p) : 0;
      sum.count++;
      sum.absolute += change;
      sum.square += change * change;
      sum.base += Math.abs(p);
      sum.symmetric += size > 0 ? (200 * change) / size : 0;
    }
  }
  return sum;
}

function stabilityAgainst(items: readonly ItemVintages[], reference: Reference): Stability {
  const sum: Cells = { count: 0, absolute: 0, square: 0, base: 0, symmetric: 0 };
  const scaled = { masc: 0, rmssc: 0, items: 0 };
  const drivers: { item: string; share: number }[] = [];
  for (const one of items) {
    const cells = cellsOf(one, reference);
    if (cells.count === 0) continue;
    sum.count += cells.count;
    sum.symmetric += cells.symmetric;
    sum.absolute += one.weight * cells.absolute;
    sum.base += one.weight * cells.base;
    drivers.push({ item: one.item, share: one.weight * cells.absolute });
    const scale = naiveScale(one.values, one.period);
    if (!(scale > 0)) continue;
    scaled.items++;
    scaled.masc += cells.absolute / cells.count / scale;
    scaled.rmssc += Math.sqrt(cells.square / cells.count / squaredScale(one.values, one.period));
  }
  return {
    cocc: sum.base > 0 ? (100 * sum.absolute) / sum.base : sum.count > 0 && sum.absolute === 0 ? 0 : null,
    smapc: sum.count > 0 ? sum.symmetric / sum.count : null,
    masc: scaled.items > 0 ? scaled.masc / scaled.items : null,
    rmssc: scaled.items > 0 ? scaled.rmssc / scaled.items : null,
    drivers,
    cells: sum.count,
  };
}

/** Each forecast against the one before it, for the same bucket. */
export const stability = (items: readonly ItemVintages[]): Stability => stabilityAgainst(items, previous);

/** Each forecast against the oldest one for the same bucket: catches slow drift. */
export const stabilitySinceInitial = (items: readonly ItemVintages[]): Stability =>
  stabilityAgainst(items, initial);
