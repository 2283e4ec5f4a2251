import { dayOf } from "../calendar/date.ts";
import { family } from "./family.ts";
import type { MeasuredItem } from "./measured.ts";
import type { Addition } from "./tally.ts";
import type { ItemVintages } from "./vintages.ts";

/** An item counts as changed when its demand within lead time + review moved by more than this share. */
const noticeable = 0.1;

/** Moves of an item's means and upper quantiles between adjacent forecasts, in its unit. */
function movesOf({ steps, vintages }: ItemVintages) {
  const sum = { old: 0, move: 0, upper: 0, upperBase: 0 };
  vintages.forEach((now, k) => {
    const last = vintages[k - 1];
    if (now === null || last === null || last === undefined) return;
    const offset = now.origin - last.origin;
    for (let h = 0; h < Math.min(steps, now.mean.length) && offset >= 0; h++) {
      const [before, after] = [last.mean[h + offset], now.mean[h]];
      if (before === undefined || after === undefined) break;
      sum.old += Math.abs(before);
      sum.move += Math.abs(after - before);
      const [high, higher] = [last.upper?.[h + offset], now.upper?.[h]];
      if (high === undefined || higher === undefined) continue;
      sum.upper += Math.abs(higher - high);
      sum.upperBase += Math.abs(high);
    }
  });
  return sum;
}

/** Days by which the order-by date moved between the last two runs; NaN where it was not ordered in both. */
function shiftOf({ runs }: MeasuredItem): number {
  const [then, now] = runs.slice(-2).map((run) => run?.suggestion);
  if (!then || !now || !(then.quantity > 0) || !(now.quantity > 0)) return Number.NaN;
  return Math.abs(dayOf(now.orderBy) - dayOf(then.orderBy));
}

type Sum = "compared" | "changed" | "upper" | "upperBase" | "dated" | "days";

function changesOf(item: MeasuredItem): Addition<Sum, "changed" | "upper" | "days"> {
  const { weight } = item.vintages;
  const { old, move, upper, upperBase } = movesOf(item.vintages);
  const isChanged = move > noticeable * old;
  const days = shiftOf(item);
  return {
    sums: {
      compared: old > 0 || move > 0 ? 1 : 0,
      changed: isChanged ? 1 : 0,
      upper: weight * upper,
      upperBase: weight * upperBase,
      dated: Number.isNaN(days) ? 0 : 1,
      days: days || 0,
    },
    shares: { changed: isChanged ? weight * move : 0, upper: weight * upper, days: days || 0 },
  };
}

/**
 * Further measures of what moved: share of items whose demand within lead time + review moved by more than a tenth,
 * change of the 95 % quantiles, and days by which order dates moved (between runs only).
 */
export const runChanges = family({
  sums: ["compared", "changed", "upper", "upperBase", "dated", "days"],
  drivers: ["changed", "upper", "days"],
  tallies: { moves: changesOf },
  figures: {
    itemsChanged: ({ moves: { sums, drivers } }, { source }) => ({
      value: (100 * sums.changed) / sums.compared,
      unit: "%",
      limits: [25, 50],
      source,
      items: drivers.changed,
      next: "review-largest-changes",
    }),
    quantileChange: ({ moves: { sums, drivers } }, { source }) => ({
      value: (100 * sums.upper) / sums.upperBase,
      unit: "%",
      limits: [15, 30],
      source,
      items: drivers.upper,
      next: "review-largest-changes",
    }),
    orderDateShift: ({ moves: { sums, drivers } }) => ({
      value: sums.days / sums.dated,
      unit: "days",
      limits: [3, 7],
      items: drivers.days,
      next: "freeze-near-orders",
    }),
  },
});
