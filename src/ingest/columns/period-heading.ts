import type { Issue } from "../../issue.ts";

/** A heading that names a period: "Menge 01.2025" is the measure "menge" in the month 2025-01. */
export interface PeriodHeading {
  readonly column: number;
  /** Date text as a long file would have it: "2025-01", "2025-W03", "2025-01-31", "2025-Q1"; "M03" without a year. */
  readonly period: string;
  readonly hasYear: boolean;
  /** What of each figure belongs to the period, where it is that of a longer one. */
  readonly share?: number;
  /** Column of what of the figure came back. */
  readonly less?: number;
  /** Years behind the first period, where the headings run over the end of a year: April to March. */
  readonly yearsLater?: number;
  /** What is left of the heading. */
  readonly measure: string;
}

/** What a step of understanding periods found, with what it has to say or to ask. */
export interface Step<T> {
  readonly found: T;
  readonly issues: readonly Issue[];
}
