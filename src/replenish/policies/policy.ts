import type { Item } from "../../item.ts";
import type { Lot } from "../lots/lot.ts";

/** Levels of an item in base units. */
export interface Levels {
  /** An order is placed at or below this position; below 0: only when demand waits. */
  readonly reorderPoint: number;
  /** Position that an order lifts to. */
  readonly orderUpTo: number;
}

/** What the levels of an item are sized from. Quantities in base units. */
export interface Sizing {
  /** Lowest reorder point that gives the service, or has the least cost, asked for; worked out when called. */
  readonly servicePoint: () => number;
  /** Expected demand over lead time and review. */
  readonly coverDemand: number;
  readonly lot: Lot;
  /** True when quantities are whole numbers. */
  readonly whole: boolean;
}

/** A way of ordering: how often stock is looked at, which levels hold, and what a position at or below them needs. */
export interface Policy {
  /** Whether the master data of an item hold what the policy needs; other items get the usual policy. */
  suits(item: Item): boolean;
  /** Calendar days between two looks at the stock. @param asked days that the item or the settings ask for */
  reviewDays(asked: number): number;
  levels(item: Item, sizing: Sizing): Levels;
  /**
   * Quantity that lifts a position at or below the reorder point above it, before minimum order and packs.
   * @param leastOrder least quantity that an order brings
   */
  need(position: number, levels: Levels, leastOrder: number): number;
  /** Whether order cost, price breaks and minimum order make an order larger than what is missing. */
  readonly hasLots: boolean;
  /** Whether the levels are ours to move; else they are the ERP's own, whatever the service or the last run. */
  readonly isOurs: boolean;
}
