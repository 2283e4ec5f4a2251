import { isQuantity, mostQuantity } from "../../bounds.ts";
import { bucketsPerYear } from "../../calendar/bucket.ts";
import { defined } from "../../defined.ts";
import type { FailedStage, Issue } from "../../issue.ts";
import type { Beyond, Item } from "../../item.ts";
import type { ReplenishContext, ReplenishItem } from "../context.ts";
import { withOwnRate } from "../cost/unit-costs.ts";
import { type Arrivals, chosenSource, type SourceTerms } from "../lots/sources.ts";
import { type PolicyName, policyFor } from "../policies/index.ts";
import { checkedItem } from "./checked-item.ts";
import { sourceArrivals } from "./source-arrivals.ts";

/** An item that can be planned. */
export interface UsableItem {
  readonly request: ReplenishItem;
  /** Master data as they were checked, of the source chosen. */
  readonly item: Item;
  readonly policy: PolicyName;
  /** What its sources were compared with. */
  readonly terms: SourceTerms;
  /** When what its sources deliver can be used. */
  readonly arrivalsOf: (source: Item) => Arrivals;
}

/** Quantities beside the master data that lie outside of all bounds: of open orders, requirements and decisions. */
function beyondOfRows({ openOrders, requirements, decisions, previous }: ReplenishItem): Beyond[] {
  const { quantity, reorderPoint, orderUpTo } = previous ?? {};
  const last = [quantity, reorderPoint, orderUpTo].find((value) => !isQuantity(value));
  const rows = [
    ...openOrders,
    ...requirements,
    ...decisions,
    ...(last === undefined ? [] : [{ quantity: last }]),
  ];
  return rows
    .filter((row) => !isQuantity(row.quantity))
    .map((row) => ({
      field: "quantity",
      value: row.quantity ?? 0,
      least: -mostQuantity,
      most: mostQuantity,
      ...("file" in row ? defined({ file: row.file, row: row.row }) : {}),
    }));
}

/** The issue of an item that a fault of its own stopped. */
export function failedIssue({ item, file, row }: Item, stage: FailedStage): Issue {
  return { code: "item-failed", severity: "error", item, ...defined({ file, row }), stage };
}

/** The item with its best source and its policy; undefined where its master data exclude or do not allow a plan. */
export function usableItem(
  request: ReplenishItem,
  context: ReplenishContext,
  issues: Issue[],
): UsableItem | undefined {
  const { suppliers, options, endRate } = context;
  if (request.failed !== undefined) {
    issues.push(failedIssue(request.item, request.failed));
    return undefined;
  }
  const beyond = [...(request.item.beyond ?? []), ...beyondOfRows(request)];
  for (const { field: column, ...values } of beyond)
    issues.push({
      code: "value-beyond-bounds",
      severity: "error",
      item: request.item.item,
      column,
      ...values,
    });
  const demandPerYear = request.meanPerBucket * bucketsPerYear[request.bucket];
  const { holdingRatePerYear, orderCost, rates } = options;
  const terms = { demandPerYear, holdingRatePerYear, orderCost, ...defined({ endRate, rates }) };
  // the source first: what another one lacks, a lead time for instance, does not stop the item
  const arrivalsOf = sourceArrivals(request.item, context);
  const chosen = beyond.length > 0 ? request.item : chosenSource(request.item, terms, arrivalsOf, issues);
  const { item: checked, plannable } = checkedItem(chosen, suppliers, issues);
  if (!plannable || beyond.length > 0 || checked.planning === "none") return undefined;
  const item = withOwnRate(checked);
  return { request, item, policy: policyFor(item, options.policy), terms, arrivalsOf };
}
