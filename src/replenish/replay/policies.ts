import { defined } from "../../defined.ts";
import { orderQuantity } from "../lots/order-quantity.ts";
import type { ReplayItem, ReplayPolicy, StockState } from "./simulate.ts";

const positionOf = ({ onHand, onOrder, backorders }: StockState) => onHand + onOrder - backorders;

/** Rounds a need to what the item's lots allow. Today's maximum stock binds nobody: it is what is being questioned. */
export const allowed = (
  { minimumOrder, packSize, whole }: ReplayItem,
  need: number,
  position: number,
): number =>
  orderQuantity(need, position, {
    ...defined({ minimumOrder, packSize }),
    whole,
    tolerance: 0,
  }).quantity;

/** Orders up to `upTo` when the position is at or below `level`. */
export function levelPolicy(
  name: string,
  items: readonly ReplayItem[],
  levels: (item: number, step: number) => { readonly level: number; readonly upTo: number },
  review?: (step: number) => void | Promise<void>,
): ReplayPolicy {
  const last = new Float64Array(items.length);
  return {
    name,
    ...defined({ review }),
    order(k, step, state) {
      const position = positionOf(state);
      const { level, upTo } = levels(k, step);
      last[k] = upTo;
      return position <= level + 1e-9 ? allowed(items[k], upTo - position, position) : 0;
    },
    level: (k) => last[k],
  };
}

/** Today's reorder point and maximum stock; without a maximum one minimum order above the reorder point. */
export const asIsPolicy = (items: readonly ReplayItem[]): ReplayPolicy =>
  levelPolicy("as-is", items, (k) => {
    const { reorderPoint = -1, maximumStock, minimumOrder = 0, packSize = 0 } = items[k];
    return {
      level: reorderPoint,
      upTo: Math.max(maximumStock ?? 0, reorderPoint + Math.max(minimumOrder, packSize, 1)),
    };
  });

/** Mean of the last 12 buckets times lead time and review, and half as much again. */
export function naivePolicy(items: readonly ReplayItem[], window: number, reviewSteps: number): ReplayPolicy {
  return levelPolicy("naive", items, (k, step) => {
    const { demand, leadSteps } = items[k];
    const from = Math.max(0, step - window);
    let sum = 0;
    for (let t = from; t < step; t++) sum += demand[t];
    const level = step > from ? (sum / (step - from)) * (leadSteps + reviewSteps) * 1.5 : 0;
    // order for what is missing up to the level
    return { level: level - 1e-6, upTo: level };
  });
}

/** Knows the demand to come: orders what lead time and review will take, no more and no earlier. */
export function oraclePolicy(items: readonly ReplayItem[], reviewSteps: number): ReplayPolicy {
  return levelPolicy("oracle", items, (k, step) => {
    const { demand, leadSteps } = items[k];
    let sum = 0;
    for (let t = step; t < Math.min(demand.length, step + leadSteps + reviewSteps); t++) sum += demand[t];
    return { level: sum - 1e-9, upTo: sum };
  });
}
