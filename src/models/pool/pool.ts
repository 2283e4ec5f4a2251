import { defined } from "../../defined.ts";
import { UsageError } from "../../errors.ts";
import { hashText } from "../../numeric/hash.ts";
import { ascending, by } from "../../numeric/order.ts";
import type { Bucket, Series } from "../../series.ts";
import { phaseOf } from "../combine/group-season.ts";
import { addedRates, learnRates } from "../intermittent/demand-rate.ts";
import { addedRegression, learnRegression } from "../panel/panel-regression.ts";
import type { PanelSeries } from "../panel/panel-series.ts";
import { panelViews } from "../panel/panel-view.ts";
import type { KeptSeries, PoolPart } from "../pool-part.ts";
import { isIntermittent } from "../series/history.ts";
import { inOwnUnit } from "../series/own-unit.ts";
import { prepared } from "../series/prepared.ts";
import { calibrated } from "./calibrate.ts";

/** What was learned across a panel: plain data that can be stored, sent to a worker and merged. */
export interface Pool {
  readonly version: number;
  readonly parts: readonly PoolPart[];
}

export const poolVersion = 2;

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

/** Name of the part a series belongs to. @example partKey({ bucket: "month", period: 12 }) // "month:12" */
export const partKey = (series: Pick<Series, "bucket" | "period">): string =>
  `${series.bucket}:${series.period}`;

/** Part of the pool for a series, undefined where its kind was not learned. */
export const partFor = (pool: Pool | null, series: Series): PoolPart | undefined =>
  pool?.parts.find((part) => part.key === partKey(series));

/**
 * Learns from a panel of series what they share: pooled regressions, shares of the combination, scaled errors. The
 * order of the series does not matter. Null where nothing can be learned.
 * @param options.horizon buckets ahead, for all parts or by {@link partKey}
 */
export function learnPool(
  panel: readonly Series[],
  options: { horizon?: number | Readonly<Record<string, number>> } = {},
): Pool | null {
  const byKey = new Map<string, PanelSeries[]>();
  for (const series of [...panel].sort(by(({ item }) => item))) {
    const { values, offset } = prepared({ ...series, values: inOwnUnit(series.values).values }, 0);
    if (values.length === 0) continue;
    const list = byKey.get(partKey(series));
    if (list === undefined) byKey.set(partKey(series), [{ series, values, offset }]);
    else list.push({ series, values, offset });
  }
  if (byKey.size === 0) return null;
  const keys = [...byKey.keys()].sort(ascending);
  const { horizon } = options;
  const horizonFor = (key: string) => (typeof horizon === "object" ? horizon[key] : horizon);
  return { version: poolVersion, parts: keys.map((key) => learnPart(key, byKey.get(key)!, horizonFor(key))) };
}

function learnPart(key: string, panel: readonly PanelSeries[], asked: number | undefined): PoolPart {
  const { bucket, period } = panel[0].series;
  const horizon = Math.min(Math.max(1, asked ?? usualHorizon[bucket]), longestHorizon[bucket]);
  const usable = panel.length >= enoughSeries;
  const candidates: KeptSeries[] = panel.map(({ series, values, offset }) => ({
    item: series.item,
    ...defined({ group: series.group }),
    values,
    phase: phaseOf(series, offset),
  }));
  return calibrated({
    key,
    bucket,
    period,
    horizon,
    series: panel.length,
    regressions: panelViews(period).map((of) => learnRegression(panel, of, period, horizon, usable)),
    rates: learnRates(panel, horizon, usable),
    kept: smallestHashes(
      candidates.filter(({ values }) => !isIntermittent(values)),
      keptSeries,
    ),
    keptIntermittent: smallestHashes(
      candidates.filter(({ values }) => isIntermittent(values)),
      keptIntermittent,
    ),
  });
}

/** Bottom-k sample by hash of the item (Cohen & Kaplan 2007), in the order of the items. */
function smallestHashes(candidates: readonly KeptSeries[], count: number): KeptSeries[] {
  return candidates
    .map((one) => ({ one, hash: hashText(one.item, 1) }))
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
 * The pool of all partitions together, equal to learning from all their series at once.
 * @throws UsageError where the partitions were learned for different horizons
 */
export function mergePools(pools: readonly Pool[]): Pool {
  const byKey = new Map<string, PoolPart[]>();
  for (const pool of pools)
    for (const part of pool.parts) byKey.set(part.key, [...(byKey.get(part.key) ?? []), part]);
  const keys = [...byKey.keys()].sort(ascending);
  return { version: poolVersion, parts: keys.map((key) => mergedParts(byKey.get(key)!)) };
}

function mergedParts(parts: readonly PoolPart[]): PoolPart {
  const first = parts[0];
  if (parts.length === 1) return first;
  if (parts.some((part) => part.horizon !== first.horizon)) throw new UsageError({ code: "pools-differ" });
  const series = parts.reduce((sum, part) => sum + part.series, 0);
  return calibrated({
    key: first.key,
    bucket: first.bucket,
    period: first.period,
    horizon: first.horizon,
    series,
    regressions: first.regressions.map((_, i) =>
      parts
        .map((part) => part.regressions[i])
        .reduce((a, b) => addedRegression(a, b, series >= enoughSeries)),
    ),
    rates: parts.map((part) => part.rates).reduce((a, b) => addedRates(a, b, series >= enoughSeries)),
    kept: smallestHashes(
      parts.flatMap((part) => part.kept),
      keptSeries,
    ),
    keptIntermittent: smallestHashes(
      parts.flatMap((part) => part.keptIntermittent),
      keptIntermittent,
    ),
  });
}
