import { dayOf } from "../calendar/date.ts";
import type { Kpi } from "../kpi.ts";
import { type Figures, figure } from "./figure.ts";
import type { RunRecord } from "./run-record.ts";
import type { ItemVintages } from "./vintages.ts";

interface Share {
  readonly item: string;
  readonly share: number;
}

/** An item counts as changed when its demand within lead time + review moved by more than this share. */
const noticeable = 0.1;

/** Moves of the means (share of items) and of the upper quantiles (percent) between adjacent vintages. */
function moves(items: readonly ItemVintages[]) {
  const changed: Share[] = [];
  const moved: Share[] = [];
  let compared = 0;
  let quantiles = 0;
  let base = 0;
  for (const { item, weight, steps, vintages } of items) {
    let [old, move, upper, upperBase] = [0, 0, 0, 0];
    vintages.forEach((now, k) => {
      const last = vintages[k - 1];
      if (now === null || last === null || last === undefined) return;
      const offset = now.origin - last.origin;
      for (let h = 0; h < Math.min(steps, now.mean.length) && offset >= 0; h++) {
        const [before, after] = [last.mean[h + offset], now.mean[h]];
        if (before === undefined || after === undefined) break;
        old += Math.abs(before);
        move += Math.abs(after - before);
        const [high, higher] = [last.upper?.[h + offset], now.upper?.[h]];
        if (high === undefined || higher === undefined) continue;
        upper += Math.abs(higher - high);
        upperBase += Math.abs(high);
      }
    });
    if (old > 0 || move > 0) compared++;
    if (move > noticeable * old) changed.push({ item, share: weight * move });
    quantiles += weight * upper;
    base += weight * upperBase;
    moved.push({ item, share: weight * upper });
  }
  return { compared, changed, moved, quantiles, base };
}

/** Days by which order-by dates moved between the last two runs: mean over items ordered in both, and who moved. */
function shifts(runs: readonly RunRecord[]): { mean: number | null; items: Share[] } {
  const [last, now] = [runs[runs.length - 2], runs[runs.length - 1]];
  const before = new Map((last?.items ?? []).map(({ item, suggestion }) => [item, suggestion]));
  const items = (now?.items ?? []).flatMap(({ item, suggestion }): Share[] => {
    const then = before.get(item);
    if (!then || suggestion === null || !(then.quantity > 0) || !(suggestion.quantity > 0)) return [];
    const days = Math.abs(dayOf(suggestion.orderBy) - dayOf(then.orderBy));
    return Number.isNaN(days) ? [] : [{ item, share: days }];
  });
  const sum = items.reduce((total, { share }) => total + share, 0);
  return { mean: items.length > 0 ? sum / items.length : null, items };
}

/**
 * Further measures of what moved: share of items whose demand within lead time + review moved by more than a tenth,
 * change of the 95 % quantiles, and days by which order dates moved (between runs only).
 */
export function runChanges(
  items: readonly ItemVintages[],
  runs: readonly RunRecord[],
  source: "runs" | "backtest",
  of: Figures,
): Readonly<Record<string, Kpi>> {
  const { compared, changed, moved, quantiles, base } = moves(items);
  const dates = shifts(runs);
  const next = "review-largest-changes";
  return {
    itemsChanged: figure(
      "itemsChanged",
      {
        value: compared > 0 ? (100 * changed.length) / compared : null,
        unit: "%",
        limits: [25, 50],
        source,
        items: changed,
        next,
      },
      of,
    ),
    quantileChange: figure(
      "quantileChange",
      {
        value: base > 0 ? (100 * quantiles) / base : null,
        unit: "%",
        limits: [15, 30],
        source,
        items: moved,
        next,
      },
      of,
    ),
    orderDateShift: figure(
      "orderDateShift",
      { value: dates.mean, unit: "days", limits: [3, 7], items: dates.items, next: "freeze-near-orders" },
      of,
    ),
  };
}
