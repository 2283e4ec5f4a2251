import { defined } from "../defined.ts";
import type { Kpi, Light, NextStep } from "../kpi.ts";
import type { MeasuredRun } from "./measured.ts";

/** A light by two limits: at most `green` is green, at most `red` amber (at least, where more is better). */
export function light(value: number | null, green: number, red: number, moreIsBetter = false): Light {
  if (value === null) return "none";
  const sign = moreIsBetter ? -1 : 1;
  if (sign * value <= sign * green) return "green";
  return sign * value <= sign * red ? "amber" : "red";
}

/** What makes one figure; `limits` are [green, red]. NaN is what is not known: such a value is null in the end. */
export interface Figure {
  readonly value: number | null;
  readonly unit: string;
  readonly limits?: readonly [green: number, red: number];
  readonly moreIsBetter?: boolean;
  /** The light, where limits alone do not decide it. */
  readonly light?: Light;
  readonly headline?: boolean;
  readonly source?: "runs" | "backtest";
  readonly baseline?: number;
  /** Items that drive it, the largest share first. */
  readonly items?: readonly string[];
  readonly next: NextStep;
  /** What the value is made of, row by row. */
  readonly detail?: readonly Readonly<Record<string, unknown>>[];
}

/** Points kept of a trend. */
const longestTrend = 36;

/** A KPI with light, threshold, trend up to this run and the items behind it. */
export function figure(name: string, made: Figure, run: Pick<MeasuredRun, "asOf" | "trends">): Kpi {
  const asOf = run.asOf[run.asOf.length - 1];
  const value = made.value === null || !Number.isFinite(made.value) ? null : made.value;
  const past = (run.trends[name] ?? [])
    .filter((point) => point.asOf < asOf && (point.unit ?? made.unit) === made.unit)
    .map((point) => ({ asOf: point.asOf, value: point.value }));
  const limits = made.limits === undefined || Number.isNaN(made.limits[0]) ? undefined : made.limits;
  const baseline = made.baseline === undefined || Number.isNaN(made.baseline) ? undefined : made.baseline;
  return {
    value,
    unit: made.unit,
    threshold: limits?.[0] ?? null,
    light:
      made.light ?? (limits === undefined ? "none" : light(value, limits[0], limits[1], made.moreIsBetter)),
    headline: made.headline ?? false,
    source: made.source ?? "runs",
    trend: [...past, ...(value === null ? [] : [{ asOf, value }])].slice(-longestTrend),
    ...defined({ baseline }),
    items: made.items ?? [],
    next: made.next,
    ...defined({ detail: made.detail }),
  };
}
