import type { IsoDate } from "./order.ts";

export type Light = "green" | "amber" | "red" | "none";

/** What to do next about a KPI; the sentences stand in `src/words`. */
export const nextSteps = [
  "none",
  "lower-review-limits",
  "approve-in-batches",
  "cut-orders",
  "bundle-by-supplier",
  "review-largest-errors",
  "forecast-too-low",
  "forecast-too-high",
  "drop-steps-without-value",
  "stop-overrides",
  "correct-level",
  "review-largest-changes",
  "review-largest-drifts",
  "freeze-near-orders",
  "fix-the-export",
  "raise-safety-stock",
  "order-first",
  "stop-orders",
  "shift-orders",
] as const;
export type NextStep = (typeof nextSteps)[number];

/** One figure of a run. */
export interface Kpi {
  /** Null only where the history is too short. */
  readonly value: number | null;
  readonly unit: string;
  readonly threshold: number | null;
  readonly light: Light;
  readonly headline: boolean;
  readonly source: "runs" | "backtest";
  readonly trend: readonly { readonly asOf: IsoDate; readonly value: number }[];
  readonly baseline?: number;
  /** The ten items that drive it. */
  readonly items: readonly string[];
  readonly next: NextStep;
  /** What the value is made of, row by row, where a KPI has a drill-down. */
  readonly detail?: readonly Readonly<Record<string, unknown>>[];
}

export interface Kpis {
  readonly efficiency: Readonly<Record<string, Kpi>>;
  readonly quality: Readonly<Record<string, Kpi>>;
  readonly effect: Readonly<Record<string, Kpi>>;
}
