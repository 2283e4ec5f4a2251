import { bucketsPerYear } from "../../calendar/bucket.ts";
import type { Issue } from "../../issue.ts";
import type { Item } from "../../item.ts";
import type { ReplenishContext, ReplenishItem } from "../context.ts";
import { chosenSource } from "../lots/sources.ts";
import { type PolicyName, policyFor } from "../policies/index.ts";
import { checkedItem } from "./checked-item.ts";

/** An item that can be planned. */
export interface UsableItem {
  readonly request: ReplenishItem;
  /** Master data as they were checked, of the source chosen. */
  readonly item: Item;
  readonly policy: PolicyName;
}

/** The item with its best source and its policy; undefined where its master data exclude or do not allow a plan. */
export function usableItem(
  request: ReplenishItem,
  { suppliers, options }: ReplenishContext,
  issues: Issue[],
): UsableItem | undefined {
  const { item: checked, plannable } = checkedItem(request.item, suppliers, issues);
  if (!plannable || checked.planning === "none") return undefined;
  const demandPerYear = request.meanPerBucket * bucketsPerYear[request.bucket];
  const item = chosenSource(checked, demandPerYear, issues);
  return { request, item, policy: policyFor(item, options.policy) };
}
