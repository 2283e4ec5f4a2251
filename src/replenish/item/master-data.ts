import { defined } from "../../defined.ts";
import { type Issue, type IssueValues, issueOf, type OrderingIssues, type Severity } from "../../issue.ts";
import type { Item, Supplier } from "../../item.ts";

const isBad = (x: number | undefined) => x !== undefined && !Number.isFinite(x);

/**
 * Checks an item's master data: gives it back with impossible values left out, and says what is wrong with which
 * row. Nothing is made up: without stock or lead time the caller orders nothing.
 */
export function checkedItem(
  item: Item,
  suppliers: ReadonlyMap<string, Supplier>,
  issues: Issue[],
): { item: Item; plannable: boolean } {
  const say = <C extends keyof OrderingIssues>(
    code: C,
    severity: Severity,
    column: string,
    ...values: IssueValues<C>
  ) => {
    const place = { item: item.item, column, ...defined({ file: item.file, row: item.row }) };
    issues.push(issueOf(code, severity, place, ...values));
  };
  const checked: { -readonly [K in keyof Item]: Item[K] } = { ...item };

  const noLead = item.leadTimeDays === undefined || isBad(item.leadTimeDays) || item.leadTimeDays < 0;
  if (noLead) say("missing-lead-time", "error", "leadTimeDays", { value: item.leadTimeDays });
  const noStock = item.onHand === undefined || isBad(item.onHand);
  if (noStock) say("missing-stock", "error", "onHand");

  if (item.packSize !== undefined && !(item.packSize > 0)) {
    say("pack-size-not-positive", "warning", "packSize", { value: item.packSize });
    delete checked.packSize;
  }
  if (item.minimumOrder !== undefined && !(item.minimumOrder >= 0)) {
    say("minimum-order-negative", "warning", "minimumOrder", { value: item.minimumOrder });
    delete checked.minimumOrder;
  }
  if (item.safetyStock !== undefined && !(item.safetyStock >= 0)) {
    say("safety-stock-negative", "warning", "safetyStock", { value: item.safetyStock });
    checked.safetyStock = 0;
  }
  if (item.unitCost !== undefined && !(item.unitCost > 0)) {
    say("price-not-positive", "warning", "unitCost", { value: item.unitCost });
    delete checked.unitCost;
  }
  if (item.maximumStock !== undefined && !(item.maximumStock > 0)) {
    say("maximum-stock-not-positive", "warning", "maximumStock", { value: item.maximumStock });
    delete checked.maximumStock;
  }
  if (item.leadTimeSdDays !== undefined && !(item.leadTimeSdDays >= 0)) {
    say("lead-time-spread-negative", "warning", "leadTimeSdDays", { value: item.leadTimeSdDays });
    delete checked.leadTimeSdDays;
  }
  if (item.unitsPerPurchaseUnit !== undefined && !(item.unitsPerPurchaseUnit > 0)) {
    say("purchase-unit-not-positive", "warning", "unitsPerPurchaseUnit", {
      value: item.unitsPerPurchaseUnit,
    });
    delete checked.unitsPerPurchaseUnit;
  }
  if (item.shelfLifeDays !== undefined && !(item.shelfLifeDays > 0)) {
    say("shelf-life-not-positive", "warning", "shelfLifeDays", { value: item.shelfLifeDays });
    delete checked.shelfLifeDays;
  }
  const { minimumOrder: minimum = 0, maximumStock: maximum = Number.POSITIVE_INFINITY } = checked;
  if (minimum > maximum) say("minimum-above-maximum", "warning", "minimumOrder", { minimum, maximum });
  const { reorderPoint = 0 } = item;
  if (reorderPoint > maximum)
    say("reorder-point-above-maximum", "warning", "reorderPoint", { reorderPoint, maximum });
  if (item.supplier !== undefined && suppliers.size > 0 && !suppliers.has(item.supplier)) {
    say("unknown-supplier", "warning", "supplier", { supplier: item.supplier });
  }
  return { item: checked, plannable: !noLead && !noStock };
}
