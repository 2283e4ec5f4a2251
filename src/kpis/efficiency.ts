import { daysOf } from "../calendar/bucket.ts";
import { dayOf } from "../calendar/date.ts";
import type { Kpi } from "../kpi.ts";
import { type Figures, figure } from "./figure.ts";
import type { RunRecord } from "./run-record.ts";

/** What a buyer did with a suggested line. */
export interface Handled {
  readonly item: string;
  readonly action: "accept" | "change" | "reject" | "ordered";
  /** As-of of the run that suggested it, and the day of the decision. */
  readonly suggested?: string;
  readonly decided?: string;
}

export interface EfficiencyInput {
  readonly run: RunRecord;
  readonly currency?: string;
  /** Decisions since the last run; without any, lines that need no look count as automatic. */
  readonly handled: readonly Handled[];
  /** Small-order surcharges of the baskets, and cost of placing one line, by item. */
  readonly surcharges: number;
  readonly lineCost: ReadonlyMap<string, number>;
}

/** Share of lines that needed nobody's hand. */
function automation({ run, handled }: EfficiencyInput): { value: number | null; items: string[] } {
  if (handled.length > 0) {
    const edited = handled.filter(({ action }) => action === "change" || action === "reject");
    return {
      value: (100 * (handled.length - edited.length)) / handled.length,
      items: edited.map(({ item }) => item),
    };
  }
  const lines = run.items.filter((one) => (one.suggestion?.quantity ?? 0) > 0);
  const looked = lines.filter((one) => one.suggestion?.attention !== "none");
  return {
    value: lines.length > 0 ? (100 * (lines.length - looked.length)) / lines.length : null,
    items: looked.map(({ item }) => item),
  };
}

/** Median days from suggestion to decision. */
function decisionDays(handled: readonly Handled[]): number | null {
  const days = handled
    .flatMap(({ suggested, decided }) =>
      suggested === undefined || decided === undefined ? [] : [dayOf(decided) - dayOf(suggested)],
    )
    .filter((value) => value >= 0)
    .sort((a, b) => a - b);
  const middle = (days.length - 1) / 2;
  return days.length === 0 ? null : (days[Math.floor(middle)] + days[Math.ceil(middle)]) / 2;
}

/** Value of the stock, of a day's demand, and what cover is aimed at. */
function stockOf({ run, currency }: EfficiencyInput) {
  const sum = { stock: 0, daily: 0, aim: 0, items: 0 };
  const parts: { item: string; share: number }[] = [];
  for (const one of run.items) {
    if (one.suggestion === null) continue;
    const value = currency === undefined ? 1 : (one.unitCost ?? 1);
    const { mean } = one.forecast;
    const daily = mean.reduce((total, x) => total + x, 0) / Math.max(1, mean.length) / daysOf[run.bucket];
    sum.items++;
    sum.stock += value * one.suggestion.onHand;
    sum.daily += value * daily;
    sum.aim += value * one.suggestion.orderUpTo;
    parts.push({ item: one.item, share: value * one.suggestion.onHand });
  }
  return { ...sum, parts };
}

/** Work, stock and cost of ordering (CONTRACT 9, group "efficiency"). */
export function efficiency(input: EfficiencyInput, of: Figures): Readonly<Record<string, Kpi>> {
  const { run } = input;
  const auto = automation(input);
  const stock = stockOf(input);
  const unit = input.currency ?? "units";
  const lines = run.items.filter((one) => (one.suggestion?.quantity ?? 0) > 0);
  const cost = input.surcharges + lines.reduce((sum, { item }) => sum + (input.lineCost.get(item) ?? 0), 0);
  const aim = stock.daily > 0 ? stock.aim / stock.daily : 0;
  return {
    automation: figure(
      "automation",
      {
        value: auto.value,
        unit: "%",
        limits: [70, 50],
        moreIsBetter: true,
        headline: true,
        items: auto.items.map((item) => ({ item, share: 1 })),
        next: "lower-review-limits",
      },
      of,
    ),
    decisionDays: figure(
      "decisionDays",
      { value: decisionDays(input.handled), unit: "days", limits: [2, 5], next: "approve-in-batches" },
      of,
    ),
    coverDays: figure(
      "coverDays",
      {
        value: stock.daily > 0 ? stock.stock / stock.daily : null,
        unit: "days",
        limits: [1.5 * aim, 2 * aim],
        headline: true,
        items: stock.parts,
        next: "cut-orders",
      },
      of,
    ),
    stockValue: figure(
      "stockValue",
      {
        value: stock.items > 0 ? stock.stock : null,
        unit,
        headline: true,
        items: stock.parts,
        next: "cut-orders",
      },
      of,
    ),
    orderLines: figure("orderLines", { value: lines.length, unit: "lines", next: "bundle-by-supplier" }, of),
    orderCost: figure(
      "orderCost",
      { value: lines.length > 0 ? cost / lines.length : 0, unit, next: "bundle-by-supplier" },
      of,
    ),
  };
}
