import type { Issue } from "../../issue.ts";
import type { Item } from "../../item.ts";
import { by } from "../../numeric/order.ts";
import { unitPriceOf } from "./lot.ts";

/** Fields that belong to the item wherever it is bought; all others come from the chosen source. */
const ofTheSource = [
  "supplier",
  "supplierItem",
  "purchaseUnit",
  "unitsPerPurchaseUnit",
  "leadTimeDays",
  "leadTimeSdDays",
  "minimumOrder",
  "packSize",
  "unitCost",
  "priceBreaks",
  "currency",
  "orderCost",
  "file",
  "row",
] as const satisfies readonly (keyof Item)[];

const isUsable = (source: Item) => source.leadTimeDays !== undefined && source.leadTimeDays >= 0;

/** The item as its best source delivers it: the preferred one, else the cheapest for a usual order (reported). */
export function chosenSource(item: Item, demandPerYear: number, issues: Issue[]): Item {
  if (item.sources === undefined || item.sources.length === 0 || item.preferred === true) return item;
  const all = [item, ...item.sources].filter(isUsable);
  const preferred = all.find((source) => source.preferred === true);
  const priceOf = (source: Item) =>
    unitPriceOf(source, Math.max(source.minimumOrder ?? 0, demandPerYear / 12)) ?? Number.POSITIVE_INFINITY;
  const cheapest = [...all].sort(by(priceOf, ({ supplier = "" }) => supplier))[0];
  const source = preferred ?? cheapest ?? item;
  if (preferred === undefined) {
    issues.push({
      code: "source-chosen",
      severity: "info",
      item: item.item,
      supplier: source.supplier,
      sources: all.length,
      price: priceOf(source),
    });
  }
  if (source === item) return item;
  const kept = Object.fromEntries(
    Object.entries(item).filter(([field]) => !(ofTheSource as readonly string[]).includes(field)),
  );
  const own = Object.fromEntries(
    ofTheSource.filter((field) => source[field] !== undefined).map((field) => [field, source[field]]),
  );
  return { ...kept, ...own, item: item.item };
}
