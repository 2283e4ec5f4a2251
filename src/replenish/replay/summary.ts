import type { PolicyRun, ReplayItem, ReplaySpan } from "./simulate.ts";

/** CONTRACT 8: what one policy achieved in the counted steps. Money in the items' currency, shares from 0 to 1. */
export interface PolicySummary {
  readonly policy: string;
  readonly averageStockValue: number;
  readonly peakStockValue: number;
  /** In units of each item's mean demand, so that items count alike. */
  readonly fillRate: number;
  readonly fillRateByValue: number;
  readonly cycleService: number;
  /** Sum over items and days of units waiting. */
  readonly backorderDays: number;
  readonly orders: number;
  readonly orderLines: number;
  readonly holdingCost: number;
  readonly orderingCost: number;
  readonly shortageCost: number;
  readonly totalCost: number;
  /** 100 sum |level - level before| / sum max of both, over reviews. */
  readonly planNervousness: number;
  /** Value received per counted step. */
  readonly purchases: readonly number[];
  readonly stockValue: readonly number[];
}

/** @param daysPerStep calendar days in a step */
export function summaryOf(
  items: readonly ReplayItem[],
  span: ReplaySpan,
  run: PolicyRun,
  daysPerStep: number,
): PolicySummary {
  const steps = span.end - span.count;
  let units = 0;
  let unitsServed = 0;
  let value = 0;
  let valueServed = 0;
  let holding = 0;
  let ordering = 0;
  let shortage = 0;
  let lines = 0;
  let waiting = 0;
  let cycles = 0;
  let cyclesServed = 0;
  let moves = 0;
  let size = 0;
  for (let k = 0; k < items.length; k++) {
    const item = items[k];
    const one = run.items[k];
    // items without demand in the counted steps hold stock and cost, but have no fill rate
    if (one.demand > 0) {
      const mean = one.demand / steps;
      units += one.demand / mean;
      unitsServed += one.served / mean;
      value += one.demand * item.unitCost;
      valueServed += one.served * item.unitCost;
      cycles += one.cycles;
      cyclesServed += one.cyclesServed;
    }
    holding += one.stock * item.holdingPerStep;
    ordering += one.orders * item.orderCost;
    shortage += (one.demand - one.served) * item.shortCost + one.backorderSteps * item.waitingPerStep;
    lines += one.orders;
    waiting += one.backorderSteps * daysPerStep;
    moves += one.levelMoves;
    size += one.levelSize;
  }
  return {
    policy: run.name,
    averageStockValue: run.stockValue.reduce((sum, x) => sum + x, 0) / steps,
    peakStockValue: run.stockValue.reduce((top, x) => Math.max(top, x), 0),
    fillRate: units > 0 ? unitsServed / units : 1,
    fillRateByValue: value > 0 ? valueServed / value : 1,
    cycleService: cycles > 0 ? cyclesServed / cycles : 1,
    backorderDays: waiting,
    orders: run.orders,
    orderLines: lines,
    holdingCost: holding,
    orderingCost: ordering,
    shortageCost: shortage,
    totalCost: holding + ordering + shortage,
    planNervousness: size > 0 ? (100 * moves) / size : 0,
    purchases: [...run.purchases],
    stockValue: [...run.stockValue],
  };
}
