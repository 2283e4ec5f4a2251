import type { Item } from "../../item.ts";
import { continuousLevels } from "./continuous-levels.ts";
import { minMax } from "./min-max.ts";
import { need } from "./need.ts";
import { periodicLevels } from "./periodic-levels.ts";
import { periodicTarget } from "./periodic-target.ts";
import type { Policy } from "./policy.ts";
import { reorderQuantity } from "./reorder-quantity.ts";

/** Every order policy by the name that options, forms and results use. */
export const policies = {
  rsS: periodicLevels,
  RS: periodicTarget,
  sQ: reorderQuantity,
  sS: continuousLevels,
  "min-max": minMax,
  need,
} satisfies Record<string, Policy>;

/** A policy that a suggestion names. */
export type PolicyName = keyof typeof policies;

/** A policy that can be asked for; "auto" leaves the choice to the engine. */
export type PolicyChoice = "auto" | PolicyName;

/** Everything that can be asked for, in the order in which it is offered. */
export const policyChoices: readonly PolicyChoice[] = ["auto", ...(Object.keys(policies) as PolicyName[])];

/** What "auto" stands for, and what an item gets whose master data lack what the policy asked for needs. */
const usual: PolicyName = "rsS";

/** Policy of an item. @example policyFor({ item: "A1" }, "min-max") // "rsS": it has no reorder point */
export const policyFor = (item: Item, asked: PolicyChoice): PolicyName =>
  asked !== "auto" && policies[asked].suits(item) ? asked : usual;
