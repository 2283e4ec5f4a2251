import { dayOf } from "../calendar/date.ts";
import { median } from "../numeric/quantile.ts";
import { family } from "./family.ts";
import { type Handled, type MeasuredItem, measuredRunOf, moneyUnit } from "./measured.ts";
import { type Addition, largest } from "./tally.ts";

/** Median days from suggestion to decision; NaN without any. */
function decisionDays(handled: readonly Handled[]): number {
  const days = handled.flatMap(({ suggested, decided }) =>
    suggested === undefined || decided === undefined ? [] : [dayOf(decided) - dayOf(suggested)],
  );
  return median(days.filter((value) => value >= 0));
}

/** A line to be ordered, whether somebody should look at it first, and what placing it costs. */
function lineOf(item: MeasuredItem): Addition<"lines" | "looked" | "cost", "looked"> | null {
  const suggestion = measuredRunOf(item)?.suggestion ?? null;
  if (suggestion === null || !(suggestion.quantity > 0)) return null;
  const looked = suggestion.attention === "none" ? 0 : 1;
  return { sums: { lines: 1, looked, cost: item.lineCost }, shares: { looked } };
}

const lines = {
  sums: ["lines", "looked", "cost"],
  drivers: ["looked"],
  tallies: { orders: lineOf },
} as const;

/** Work of ordering: lines that needed nobody's hand, and days to a decision. */
export const handling = family({
  ...lines,
  figures: {
    // without any decision, lines that need no look count as automatic
    automation: ({ orders: { sums, drivers } }, { handled }) => {
      const edited = handled.filter(({ action }) => action === "change" || action === "reject");
      const isHandled = handled.length > 0;
      const [all, byHand] = isHandled ? [handled.length, edited.length] : [sums.lines, sums.looked];
      return {
        value: all > 0 ? (100 * (all - byHand)) / all : null,
        unit: "%",
        limits: [70, 50],
        moreIsBetter: true,
        headline: true,
        items: isHandled
          ? largest(edited.map(({ item }) => ({ item, share: 1 }))).map(({ item }) => item)
          : drivers.looked,
        next: "lower-review-limits",
      };
    },
    decisionDays: (_, { handled }) => ({
      value: decisionDays(handled),
      unit: "days",
      limits: [2, 5],
      next: "approve-in-batches",
    }),
  },
});

/** Number and cost of the lines to be ordered. */
export const orderLines = family({
  ...lines,
  figures: {
    orderLines: ({ orders: { sums } }) => ({ value: sums.lines, unit: "lines", next: "bundle-by-supplier" }),
    orderCost: ({ orders: { sums } }, { surcharges, currency }) => ({
      value: sums.lines > 0 ? (surcharges + sums.cost) / sums.lines : 0,
      unit: moneyUnit(currency),
      next: "bundle-by-supplier",
    }),
  },
});
