import { family } from "./family.ts";
import type { MeasuredItem, MeasuredRun } from "./measured.ts";
import type { RunSuggestion } from "./run-record.ts";
import type { Addition } from "./tally.ts";

/** One item's suggestion in two adjacent runs, in its unit. */
interface Change {
  readonly before: number;
  readonly after: number;
  /** The order is not yet due when the later run is made. */
  readonly open: boolean;
}

/**
 * Between adjacent runs. An order counts as not yet due while the earlier run's order-by date (the later one's where
 * the earlier ordered nothing) lies after the later run's as-of.
 */
function changesOfRuns({ runs }: MeasuredItem, asOf: readonly string[]): Change[] {
  return runs.flatMap((now, k) => {
    const then = runs[k - 1];
    if (now === undefined || then === undefined) return [];
    const due = (then.suggestion?.quantity ?? 0) > 0 ? then.suggestion?.orderBy : now.suggestion?.orderBy;
    return [
      {
        before: then.suggestion?.quantity ?? 0,
        after: now.suggestion?.quantity ?? 0,
        open: due !== undefined && due > asOf[k],
      },
    ];
  });
}

/** What would be ordered from today's stock, had demand been expected to be `ratio` times what it is. */
function orderAt(suggestion: RunSuggestion, ratio: number): number {
  const position = suggestion.onHand + suggestion.onOrder - suggestion.backorders;
  return position <= suggestion.reorderPoint * ratio
    ? Math.max(0, suggestion.orderUpTo * ratio - position)
    : 0;
}

/**
 * On a first run: today's stock seen with the forecasts of earlier origins, so that only the forecasts move the
 * orders. Reorder point and order-up-to level go with the demand expected within lead time + review.
 */
function changesOfOrigins({ vintages: { steps, vintages }, runs }: MeasuredItem): Change[] {
  const suggestion = runs[0]?.suggestion ?? null;
  if (suggestion === null) return [];
  const within = (mean: Float64Array) => mean.subarray(0, steps).reduce((sum, value) => sum + value, 0);
  const known = vintages.flatMap((vintage) => (vintage === null ? [] : [within(vintage.mean)]));
  const now = known[known.length - 1];
  const orders = known.map((value) => orderAt(suggestion, now > 0 ? value / now : 1));
  return orders.slice(1).map((after, k) => ({ before: orders[k], after, open: true }));
}

function changesOf(item: MeasuredItem, run: MeasuredRun): Addition<Sum, "flipped" | "moved"> | null {
  const changes = run.source === "runs" ? changesOfRuns(item, run.asOf) : changesOfOrigins(item);
  if (changes.length === 0) return null;
  const ordered = changes.filter(({ before, after }) => before > 0 || after > 0);
  const flipped = ordered.filter(({ before, after }) => before > 0 !== after > 0).length;
  const { weight } = item.vintages;
  let moved = 0;
  let most = 0;
  for (const { before, after, open } of ordered) {
    if (!open) continue;
    moved += weight * Math.abs(after - before);
    most += weight * Math.max(before, after);
  }
  return {
    sums: { changes: changes.length, ordered: ordered.length, flipped, moved, most },
    shares: { flipped: flipped > 0 ? 1 : 0, moved },
  };
}

type Sum = "changes" | "ordered" | "flipped" | "moved" | "most";

/** How orders moved from run to run, in percent of the orders; 0 where nothing was to be ordered. */
export const orderStability = family({
  sums: ["changes", "ordered", "flipped", "moved", "most"],
  drivers: ["flipped", "moved"],
  tallies: { orders: changesOf },
  figures: {
    orderNervousness: ({ orders: { sums, drivers } }, { source }) => ({
      value: sums.changes === 0 ? null : sums.most > 0 ? (100 * sums.moved) / sums.most : 0,
      unit: "%",
      limits: [10, 25],
      source,
      items: drivers.moved,
      next: "freeze-near-orders",
    }),
    orderFlips: ({ orders: { sums, drivers } }, { source }) => ({
      value: sums.changes === 0 ? null : sums.ordered === 0 ? 0 : (100 * sums.flipped) / sums.ordered,
      unit: "%",
      limits: [10, 20],
      headline: true,
      source,
      items: drivers.flipped,
      next: "freeze-near-orders",
    }),
  },
});
