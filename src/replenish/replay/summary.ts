import type { PolicyResult } from "../../replay.ts";
import type { PolicyRun, ReplayItem, ReplaySpan } from "./simulate.ts";

/** True for items that were asked for before the replay starts. */
export const isKnown = ({ demand }: ReplayItem, { start }: ReplaySpan): boolean => {
  for (let t = 0; t < start; t++) if (demand[t] > 0) return true;
  return false;
};

/** Sums a run up. @param daysPerStep calendar days in a step */
export function summaryOf(
  items: readonly ReplayItem[],
  span: ReplaySpan,
  run: PolicyRun,
  daysPerStep: number,
): PolicyResult {
  const total = {
    asked: 0,
    units: 0,
    value: 0,
    valueServed: 0,
    lost: 0,
    holding: 0,
    ordering: 0,
    shortage: 0,
  };
  const count = { lines: 0, waiting: 0, cycles: 0, served: 0, moves: 0, size: 0 };
  for (const [k, item] of items.entries()) {
    const done = run.items[k];
    if (done.demand > 0) {
      total.value += done.demand * item.unitCost;
      total.valueServed += done.served * item.unitCost;
    }
    if (done.demand > 0 && isKnown(item, span)) {
      // in units of the item's mean demand every item asks for as many units as there are steps
      total.asked += 1;
      total.units += done.served / done.demand;
      count.cycles += done.cycles;
      count.served += done.cyclesServed;
    }
    total.lost += done.lost * item.unitCost;
    total.holding += done.stock * item.holdingPerStep;
    total.ordering += done.orders * item.orderCost;
    total.shortage +=
      (done.demand - done.served) * item.shortCost + done.backorderSteps * item.waitingPerStep;
    count.lines += done.orders;
    count.waiting += done.backorderSteps * daysPerStep;
    count.moves += done.levelMoves;
    count.size += done.levelSize;
  }
  const steps = span.end - span.count;
  return {
    policy: run.name,
    averageStockValue: run.stockValue.reduce((sum, x) => sum + x, 0) / steps,
    peakStockValue: run.stockValue.reduce((top, x) => Math.max(top, x), 0),
    fillRate: total.asked > 0 ? total.units / total.asked : 1,
    fillRateByValue: total.value > 0 ? total.valueServed / total.value : 1,
    cycleService: count.cycles > 0 ? count.served / count.cycles : 1,
    backorderDays: count.waiting,
    orders: run.orders,
    orderLines: count.lines,
    holdingCost: total.holding,
    orderingCost: total.ordering,
    shortageCost: total.shortage,
    totalCost: total.holding + total.ordering + total.shortage,
    ...(items.some(({ lostShare = 0 }) => lostShare > 0) ? { lostValue: total.lost } : {}),
    planNervousness: count.size > 0 ? (100 * count.moves) / count.size : 0,
  };
}
