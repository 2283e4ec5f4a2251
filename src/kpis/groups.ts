import type { Kpi, Kpis } from "../kpi.ts";
import { accuracy } from "./accuracy.ts";
import { dataQuality } from "./data-quality.ts";
import { expectedService } from "./expected-service.ts";
import type { Family, FamilySums } from "./family.ts";
import { financing } from "./financing.ts";
import type { MeasuredItem, MeasuredRun } from "./measured.ts";
import { handling, orderLines } from "./order-lines.ts";
import { orderStability } from "./order-stability.ts";
import { overrides } from "./override-value.ts";
import { runChanges } from "./run-changes.ts";
import { stability } from "./stability.ts";
import { excessStock, stock } from "./stock.ts";

/** Families of figures by group, in the order of the result. */
export const groups = {
  efficiency: { handling, stock, orderLines },
  quality: { accuracy, stability, orderStability, dataQuality, runChanges, overrides },
  effect: { expectedService, excessStock, financing },
} as const satisfies Record<keyof Kpis, Readonly<Record<string, Family>>>;

const families: readonly (readonly [string, Family])[] = Object.values(groups).flatMap((group) =>
  Object.entries(group),
);

/**
 * Sums of a part of a run, by family, as plain data of about 50 KB. Those of any parts merge to those of the whole, to
 * the bit.
 */
type KpiSums = Readonly<Record<string, FamilySums>>;

/** What items add to the figures of their run. O(items). */
export function kpiSums(items: Iterable<MeasuredItem>, run: MeasuredRun): KpiSums {
  const sums: KpiSums = Object.fromEntries(families.map(([name, family]) => [name, family.empty()]));
  for (const item of items) for (const [name, family] of families) family.add(sums[name], item, run);
  return sums;
}

/** The sums of two parts of a run; both stay as they are. */
export function mergedKpiSums(a: KpiSums, b: KpiSums): KpiSums {
  return Object.fromEntries(
    families.map(([name, family]) => {
      const sums = family.empty();
      family.merge(sums, a[name]);
      family.merge(sums, b[name]);
      return [name, sums];
    }),
  );
}

/** The figures of a run from the sums of all its parts. */
export function kpisOfSums(sums: KpiSums, run: MeasuredRun): Kpis {
  const kpisOf = (group: Readonly<Record<string, Family>>): Record<string, Kpi> =>
    Object.assign({}, ...Object.entries(group).map(([name, family]) => family.kpis(sums[name], run)));
  return {
    efficiency: kpisOf(groups.efficiency),
    quality: kpisOf(groups.quality),
    effect: kpisOf(groups.effect),
  };
}
