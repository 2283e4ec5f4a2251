import type { Item } from "../../item.ts";
import type { Policy } from "../context.ts";
import type { LeadTimeSpread } from "../demand/lead-time.ts";
import type { Lot } from "../lots/lot.ts";
import { clean } from "../lots/rounding.ts";
import { type Aim, reorderLevel } from "../service/levels.ts";
import type { LotOf, Protection } from "../service/service.ts";

/** A policy that a suggestion names. */
export type NamedPolicy = Exclude<Policy, "auto">;

/** Policy of an item: min-max needs a reorder point. */
export function policyOf(item: Item, policy: Policy): NamedPolicy {
  if (policy === "auto") return "rsS";
  if (policy === "min-max" && item.reorderPoint === undefined) return "rsS";
  return policy;
}

export interface LevelInput {
  readonly demandOver: (spread: LeadTimeSpread) => readonly Protection[];
  readonly spread: LeadTimeSpread;
  readonly aim: Aim;
  readonly lots: LotOf;
  readonly lot: Lot;
  readonly coverDemand: number;
}

/** Reorder level and order-up-to level of a policy. */
export function levelsOf(
  policy: NamedPolicy,
  item: Item,
  input: LevelInput,
): { level: number; orderUpTo: number } {
  const { lots } = input;
  if (policy === "min-max" && item.reorderPoint !== undefined) {
    const level = item.reorderPoint;
    return { level, orderUpTo: Math.max(item.maximumStock ?? 0, level + lots.lot) };
  }
  if (policy === "need") {
    const level = lots.whole ? Math.ceil(input.coverDemand - 1e-9) - 1 : input.coverDemand - 1e-9;
    return { level, orderUpTo: level + Math.max(input.lot.quantity, 1e-9) };
  }
  const level = reorderLevel(input.demandOver, input.spread, input.aim, lots);
  return { level: lots.whole ? level : clean(level), orderUpTo: clean(level + input.lot.quantity) };
}

/** Up to the order-up-to level; with a fixed lot as many lots as lift the position above the reorder level. */
export function needOf(
  policy: NamedPolicy,
  position: number,
  level: number,
  upTo: number,
  lot: number,
): number {
  if (policy !== "sQ" || lot <= 0) return Math.max(0, upTo - position);
  return (Math.floor((level - position) / lot + 1e-9) + 1) * lot;
}
