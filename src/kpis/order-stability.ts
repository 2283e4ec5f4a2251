import type { RunItem, RunRecord, RunSuggestion } from "./run-record.ts";
import type { ItemVintages } from "./vintages.ts";

/** How orders moved from run to run, percent; null where nothing was to be ordered. */
export interface OrderStability {
  readonly flips: number | null;
  readonly nervousness: number | null;
  readonly flipped: readonly string[];
  readonly moved: readonly { readonly item: string; readonly share: number }[];
}

/** One item's suggestion in two adjacent runs. */
interface Change {
  readonly item: string;
  readonly weight: number;
  readonly before: number;
  readonly after: number;
  /** The order is not yet due when the later run is made. */
  readonly open: boolean;
}

function summed(changes: readonly Change[]): OrderStability {
  const ordered = changes.filter(({ before, after }) => before > 0 || after > 0);
  const flipped = ordered.filter(({ before, after }) => before > 0 !== after > 0);
  const open = ordered.filter((change) => change.open);
  let moved = 0;
  let most = 0;
  const share = new Map<string, number>();
  for (const { item, weight, before, after } of open) {
    const change = weight * Math.abs(after - before);
    moved += change;
    most += weight * Math.max(before, after);
    share.set(item, (share.get(item) ?? 0) + change);
  }
  return {
    flips: changes.length === 0 ? null : ordered.length === 0 ? 0 : (100 * flipped.length) / ordered.length,
    nervousness: changes.length === 0 ? null : most > 0 ? (100 * moved) / most : 0,
    flipped: [...new Set(flipped.map(({ item }) => item))],
    moved: [...share].map(([item, value]) => ({ item, share: value })),
  };
}

/**
 * Adjacent runs, oldest first. An order counts as not yet due while the earlier run's order-by date (the later
 * one's where the earlier ordered nothing) lies after the later run's as-of.
 */
export function orderStabilityOfRuns(
  runs: readonly RunRecord[],
  weights: ReadonlyMap<string, number>,
): OrderStability {
  const changes: Change[] = [];
  for (let k = 1; k < runs.length; k++) {
    const before = new Map(runs[k - 1].items.map((one) => [one.item, one]));
    for (const now of runs[k].items) {
      const then = before.get(now.item);
      if (then === undefined) continue;
      const due = (then.suggestion?.quantity ?? 0) > 0 ? then.suggestion?.orderBy : now.suggestion?.orderBy;
      changes.push({
        item: now.item,
        weight: weights.get(now.item) ?? 1,
        before: then.suggestion?.quantity ?? 0,
        after: now.suggestion?.quantity ?? 0,
        open: due !== undefined && due > runs[k].asOf,
      });
    }
  }
  return summed(changes);
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
export function orderStabilityOfOrigins(run: RunRecord, items: readonly ItemVintages[]): OrderStability {
  const byItem = new Map<string, RunItem>(run.items.map((one) => [one.item, one]));
  const changes: Change[] = [];
  for (const { item, weight, steps, vintages } of items) {
    const suggestion = byItem.get(item)?.suggestion;
    if (suggestion === null || suggestion === undefined) continue;
    const within = (mean: Float64Array) => mean.subarray(0, steps).reduce((sum, value) => sum + value, 0);
    const known = vintages.flatMap((vintage) => (vintage === null ? [] : [within(vintage.mean)]));
    const now = known[known.length - 1];
    for (let k = 1; k < known.length; k++) {
      const ratio = (value: number) => (now > 0 ? value / now : 1);
      const before = orderAt(suggestion, ratio(known[k - 1]));
      changes.push({ item, weight, before, after: orderAt(suggestion, ratio(known[k])), open: true });
    }
  }
  return summed(changes);
}
