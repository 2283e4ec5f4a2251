import { naiveScale, squaredScale } from "../evaluate/naive-scale.ts";
import { family } from "./family.ts";
import type { Figure } from "./figure.ts";
import type { MeasuredRun } from "./measured.ts";
import { type Addition, type Counted, largest, type Share } from "./tally.ts";
import type { ItemVintages, Vintage } from "./vintages.ts";

/** What a vintage is compared with: the one before it, or the oldest one that knew the bucket. */
type Reference = (vintages: readonly (Vintage | null)[], index: number, bucket: number) => number | undefined;

const valueAt = (vintage: Vintage | null | undefined, bucket: number): number | undefined => {
  const value = vintage?.mean[bucket - vintage.origin];
  return value === undefined || Number.isNaN(value) ? undefined : value;
};

const previous: Reference = (vintages, index, bucket) => valueAt(vintages[index - 1], bucket);

const oldest: Reference = (vintages, index, bucket) => {
  for (let k = 0; k < index; k++) {
    const value = valueAt(vintages[k], bucket);
    if (value !== undefined) return value;
  }
  return undefined;
};

/** Result folders hold 9 significant digits: a smaller change is none. */
const rounding = 1e-8;

/** Changes of an item's forecasts of the same buckets, within lead time + review of each forecast. */
function cellsOf({ vintages, steps }: ItemVintages, reference: Reference) {
  const sum = { count: 0, absolute: 0, square: 0, base: 0, symmetric: 0 };
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

type Sum = "cells" | "symmetric" | "absolute" | "base" | "scaled" | "masc" | "rmssc";

/** What an item adds to the four measures of congruence; null where no bucket was forecast twice. */
function changeOf(item: ItemVintages, reference: Reference): Addition<Sum, "absolute"> | null {
  const { count, absolute, square, base, symmetric } = cellsOf(item, reference);
  if (count === 0) return null;
  const scale = naiveScale(item.values, item.period);
  const isScaled = scale > 0;
  return {
    sums: {
      cells: count,
      symmetric,
      absolute: item.weight * absolute,
      base: item.weight * base,
      scaled: isScaled ? 1 : 0,
      masc: isScaled ? absolute / count / scale : 0,
      rmssc: isScaled ? Math.sqrt(square / count / squaredScale(item.values, item.period)) : 0,
    },
    shares: { absolute: item.weight * absolute },
  };
}

/** The ten items whose forecasts changed most from one run to the next. */
export const mostChanged = (items: readonly ItemVintages[]): Share[] =>
  largest(items.map((one) => ({ item: one.item, share: changeOf(one, previous)?.shares.absolute ?? 0 })));

/** Sum of changes in percent of the forecasts that changed: 100 sum |f - p| / sum |p|. */
function coccOf({ cells, absolute, base }: Counted<Sum, never>["sums"]): number {
  if (base > 0) return (100 * absolute) / base;
  return cells > 0 && absolute === 0 ? 0 : Number.NaN;
}

/** Figures in percent, and those in units of the naive forecast's error. */
const percent = (value: number, { source }: MeasuredRun) =>
  ({ value, unit: "%", limits: [15, 30], source }) as const;
const ratio = (value: number, { source }: MeasuredRun) =>
  ({ value, unit: "ratio", limits: [0.5, 1], source }) as const;

const changed = ({ drivers }: Counted<Sum, "absolute">): Pick<Figure, "items" | "next"> => ({
  items: drivers.absolute,
  next: "review-largest-changes",
});
const drifted = ({ drivers }: Counted<Sum, "absolute">): Pick<Figure, "items" | "next"> => ({
  items: drivers.absolute,
  next: "review-largest-drifts",
});

/**
 * Stability of forecasts: how much those of the same bucket changed, against the forecast before (cocc, smapc, masc,
 * rmssc) and against the oldest one (…Initial: catches slow drift).
 * Sources: J. Van Belle, R. Crevits, W. Verbeke, "Improving forecast stability using deep learning", International
 * Journal of Forecasting 39 (2023); R. Godahewa, C. Bergmeir, Z. Erkin Baz, C. Zhu, Z. Song, S. García, D. Benavides, "On
 * forecast stability", International Journal of Forecasting 41 (2025).
 */
export const stability = family({
  sums: ["cells", "symmetric", "absolute", "base", "scaled", "masc", "rmssc"],
  drivers: ["absolute"],
  tallies: {
    last: ({ vintages }) => changeOf(vintages, previous),
    first: ({ vintages }) => changeOf(vintages, oldest),
  },
  figures: {
    cocc: ({ last }, run) => ({ ...percent(coccOf(last.sums), run), headline: true, ...changed(last) }),
    smapc: ({ last }, run) => ({ ...percent(last.sums.symmetric / last.sums.cells, run), ...changed(last) }),
    masc: ({ last }, run) => ({ ...ratio(last.sums.masc / last.sums.scaled, run), ...changed(last) }),
    rmssc: ({ last }, run) => ({ ...ratio(last.sums.rmssc / last.sums.scaled, run), ...changed(last) }),
    coccInitial: ({ first }, run) => ({ ...percent(coccOf(first.sums), run), ...drifted(first) }),
    smapcInitial: ({ first }, run) => ({
      ...percent(first.sums.symmetric / first.sums.cells, run),
      ...drifted(first),
    }),
    mascInitial: ({ first }, run) => ({
      ...ratio(first.sums.masc / first.sums.scaled, run),
      ...drifted(first),
    }),
    rmsscInitial: ({ first }, run) => ({
      ...ratio(first.sums.rmssc / first.sums.scaled, run),
      ...drifted(first),
    }),
  },
});
