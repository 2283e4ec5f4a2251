import type { Kpi, Kpis } from "../kpi.ts";
import type { Total } from "../total.ts";
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
import { mergeTally } from "./tally.ts";

/** Families of figures by group, in the order of the result. */
export const groups = {
  efficiency: { handling, stock, orderLines },
  quality: { accuracy, stability, orderStability, dataQuality, runChanges, overrides },
  effect: { expectedService, excessStock, financing },
} as const satisfies Record<keyof Kpis, Readonly<Record<string, Family>>>;

/** Sums of a part of a run, by family, as plain data of about 50 KB. */
type KpiSums = Readonly<Record<string, FamilySums>>;

/** Adds the sums of another part of a run, in place. */
export function mergeKpis(sums: KpiSums, other: KpiSums): void {
  for (const [name, family] of Object.entries(sums))
    for (const [part, tally] of Object.entries(family)) mergeTally(tally, other[name][part]);
}

/** What the items of this run add to its figures, and the figures that follow from all of them. */
export function kpisOf(run: MeasuredRun): Total<MeasuredItem, KpiSums, Kpis> {
  const families = Object.values(groups).flatMap((group) =>
    Object.entries<Family>(group).map(([name, family]) => ({ name, total: family.of(run) })),
  );
  const finished = (sums: KpiSums, group: Readonly<Record<string, Family>>): Record<string, Kpi> =>
    Object.assign({}, ...Object.entries(group).map(([name, family]) => family.of(run).finish(sums[name])));
  return {
    empty: () => Object.fromEntries(families.map(({ name, total }) => [name, total.empty()])),
    add(sums, item) {
      for (const { name, total } of families) total.add(sums[name], item);
    },
    merge: mergeKpis,
    finish: (sums) => ({
      efficiency: finished(sums, groups.efficiency),
      quality: finished(sums, groups.quality),
      effect: finished(sums, groups.effect),
    }),
  };
}
