import type { Kpi, Light, NextStep } from "../kpi.ts";
import type { TrendPoint } from "./run-record.ts";

/** A light by two limits: at most `green` is green, at most `red` amber (at least, where more is better). */
export function light(value: number | null, green: number, red: number, moreIsBetter = false): Light {
  if (value === null) return "none";
  const sign = moreIsBetter ? -1 : 1;
  if (sign * value <= sign * green) return "green";
  return sign * value <= sign * red ? "amber" : "red";
}

/** The ten items with the largest shares, ties by code unit. */
export function drivers(shares: readonly { readonly item: string; readonly share: number }[]): string[] {
  return shares
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || (a.item < b.item ? -1 : 1))
    .slice(0, 10)
    .map(({ item }) => item);
}

/** What every figure of a run shares. */
export interface Figures {
  readonly asOf: string;
  readonly trends: Readonly<Record<string, readonly TrendPoint[]>>;
}

/** What makes one figure; `limits` are [green, red]. */
export interface Figure {
  readonly value: number | null;
  readonly unit: string;
  readonly limits?: readonly [green: number, red: number];
  readonly moreIsBetter?: boolean;
  readonly light?: Light;
  readonly headline?: boolean;
  readonly source?: "runs" | "backtest";
  readonly baseline?: number | null;
  readonly items?: readonly { readonly item: string; readonly share: number }[];
  readonly next: NextStep;
}

/** Points kept of a trend. */
const longestTrend = 36;

/** A KPI with light, threshold, trend up to this run and the items behind it. */
export function figure(name: string, made: Figure, { asOf, trends }: Figures): Kpi {
  const value = made.value === null || !Number.isFinite(made.value) ? null : made.value;
  const past = (trends[name] ?? []).filter((point) => point.asOf < asOf);
  return {
    value,
    unit: made.unit,
    threshold: made.limits?.[0] ?? null,
    light:
      made.light ??
      (made.limits === undefined ? "none" : light(value, made.limits[0], made.limits[1], made.moreIsBetter)),
    headline: made.headline ?? false,
    source: made.source ?? "runs",
    trend: [...past, ...(value === null ? [] : [{ asOf, value }])].slice(-longestTrend),
    ...(made.baseline === undefined || made.baseline === null ? {} : { baseline: made.baseline }),
    items: drivers(made.items ?? []),
    next: made.next,
  };
}
