import type { IsoDate } from "./order.ts";

export type Light = "green" | "amber" | "red" | "none";

/** One figure of the three groups (CONTRACT 9). */
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
  /** Code of the next step. */
  readonly next: string;
  /** What the value is made of, row by row, where a KPI has a drill-down. */
  readonly detail?: readonly Readonly<Record<string, unknown>>[];
}

export interface Kpis {
  readonly efficiency: Readonly<Record<string, Kpi>>;
  readonly quality: Readonly<Record<string, Kpi>>;
  readonly effect: Readonly<Record<string, Kpi>>;
}
