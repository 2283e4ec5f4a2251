import { defined } from "../../defined.ts";
import { UsageError } from "../../errors.ts";
import { hashText } from "../../numeric/hash.ts";
import { ascending, by } from "../../numeric/order.ts";
import type { Bucket, Series } from "../../series.ts";
import { phaseOf } from "../combine/group-season.ts";
import { rateSums, solvedRates } from "../intermittent/demand-rate.ts";
import { addedSums, type HeldOutSums } from "../panel/held-out-ridge.ts";
import {
  addedRegression,
  type RegressionSums,
  regressionSums,
  solvedRegression,
} from "../panel/panel-regression.ts";
import type { PanelSeries } from "../panel/panel-series.ts";
import { panelViews } from "../panel/panel-view.ts";
import type { KeptSeries, PoolPart } from "../pool-part.ts";
import { calmEnd } from "../series/calm-end.ts";
import { isIntermittent } from "../series/history.ts";
import { openKey, openSeries, sharedPhases } from "../series/open-buckets.ts";
import { inOwnUnit } from "../series/own-unit.ts";
import { prepared } from "../series/prepared.ts";

/** What the series of one bucket and period add to the pool. */
interface PartSums extends Pick<PoolPart, "key" | "bucket" | "period" | "horizon" | "series"> {
  readonly regressions: readonly RegressionSums[];
  readonly rates: HeldOutSums;
  readonly kept: readonly KeptSeries[];
  readonly keptIntermittent: readonly KeptSeries[];
}

/** What a partition of a panel adds to the pool: exact sums and the series with the smallest hashes. */
export type PoolSums = readonly PartSums[];

/** A part of the pool as far as it follows from sums alone: shares and errors are learned afterwards. */
export type SolvedPart = Omit<
  PoolPart,
  "shares" | "medianShare" | "trend" | "seasons" | "levelShares" | "errors" | "counts" | "mixture" | "means"
>;

/** Series below which the regression stays silent. */
const enoughSeries = 30;
/** Series kept for shares and errors. */
const keptSeries = 250;
const keptIntermittent = 1000;

/** Steps ahead learned when the caller does not say. */
const usualHorizon: Readonly<Record<Bucket, number>> = { day: 28, week: 26, month: 18, quarter: 8, year: 6 };
const longestHorizon: Readonly<Record<Bucket, number>> = {
  day: 56,
  week: 52,
  month: 24,
  quarter: 12,
  year: 8,
};

/** Buckets ahead that are learned: for all parts, or by {@link partKey}. */
export interface PoolHorizon {
  readonly horizon?: number | Readonly<Record<string, number>>;
}

/** Name of the part a series belongs to. @example partKey({ bucket: "month", period: 12 }) // "month:12" */
export const partKey = (series: Pick<Series, "bucket" | "period">): string =>
  `${series.bucket}:${series.period}`;

/** What these series add to the pool; their order does not matter. */
export function poolSums(panel: Iterable<Series>, { horizon }: PoolHorizon): PoolSums {
  const usable = [...panel].sort(by(({ item }) => item)).flatMap((series) => keyed(series) ?? []);
  const horizonFor = (key: string) => (typeof horizon === "object" ? horizon[key] : horizon);
  return [...Map.groupBy(usable, ({ key }) => key)].sort(by(([key]) => key)).map(([key, own]) => {
    const [{ kind, openShare }] = own;
    const asked = horizonFor(kind) ?? usualHorizon[own[0].series.bucket];
    return partSums(key, own, Math.ceil(openShare * asked));
  });
}

/** A prepared series and the part that learns from it. */
interface KeyedSeries extends PanelSeries {
  readonly key: string;
  /** Key of its bucket and period, closed buckets and all. */
  readonly kind: string;
  /** Share of the buckets that are open. */
  readonly openShare: number;
}

/** Where a series is learned from; one with closed phases by its open buckets, among its like. Undefined for an empty one. */
function keyed(series: Series): KeyedSeries | undefined {
  const { values, offset } = prepared({ ...series, values: inOwnUnit(series.values).values }, 0);
  if (values.length === 0) return undefined;
  const kind = partKey(series);
  const open = sharedPhases(values, series.period);
  if (open === null)
    return { key: kind, kind, openShare: 1, series, values: calmEnd(values, series).values, offset };
  const own = openSeries({ ...series, values }, open);
  return {
    key: openKey(series.bucket, own.period, series.period),
    kind,
    openShare: own.period / series.period,
    series: own,
    values: calmEnd(own.values, own).values,
    offset: 0,
  };
}

function partSums(key: string, panel: readonly PanelSeries[], asked: number): PartSums {
  const { bucket, period } = panel[0].series;
  const horizon = Math.min(Math.max(1, asked), longestHorizon[bucket]);
  const candidates: KeptSeries[] = panel.map(({ series, values, offset }) => ({
    item: series.item,
    ...defined({ group: series.group }),
    values,
    phase: phaseOf(series, offset),
  }));
  return {
    key,
    bucket,
    period,
    horizon,
    series: panel.length,
    regressions: panelViews(period).map((of) => regressionSums(panel, of, period, horizon)),
    rates: rateSums(panel, horizon),
    kept: smallestHashes(
      candidates.filter(({ values }) => !isIntermittent(values)),
      keptSeries,
    ),
    keptIntermittent: smallestHashes(
      candidates.filter(({ values }) => isIntermittent(values)),
      keptIntermittent,
    ),
  };
}

/** Where a name stands in a sample by hash. */
export const sampleHash = (item: string): number => hashText(item, 1);

/** Bottom-k sample by hash of the item (Cohen & Kaplan 2007), in the order of the items. */
function smallestHashes(candidates: readonly KeptSeries[], count: number): KeptSeries[] {
  return candidates
    .map((one) => ({ one, hash: sampleHash(one.item) }))
    .sort(
      by(
        ({ hash }) => hash,
        ({ one }) => one.item,
      ),
    )
    .slice(0, count)
    .map(({ one }) => one)
    .sort(by(({ item }) => item));
}

/**
 * The sums of all partitions together.
 * @throws UsageError where they were made for different horizons
 */
export function addedPoolSums(all: readonly PoolSums[]): PoolSums {
  return [...Map.groupBy(all.flat(), ({ key }) => key)]
    .sort(([a], [b]) => ascending(a, b))
    .map(([, parts]) => parts.reduce(addedParts));
}

function addedParts(a: PartSums, b: PartSums): PartSums {
  if (a.horizon !== b.horizon || a.regressions.length !== b.regressions.length)
    throw new UsageError({ code: "pools-differ" });
  return {
    key: a.key,
    bucket: a.bucket,
    period: a.period,
    horizon: a.horizon,
    series: a.series + b.series,
    regressions: a.regressions.map((one, i) => addedRegression(one, b.regressions[i])),
    rates: addedSums(a.rates, b.rates),
    kept: smallestHashes([...a.kept, ...b.kept], keptSeries),
    keptIntermittent: smallestHashes([...a.keptIntermittent, ...b.keptIntermittent], keptIntermittent),
  };
}

/** Sums to regressions; they stay silent where few series taught them. */
export function solvedPart(part: PartSums): SolvedPart {
  const usable = part.series >= enoughSeries;
  return {
    ...part,
    regressions: part.regressions.map((one) => solvedRegression(one, usable)),
    rates: solvedRates(part.rates, usable),
  };
}
