import type { Coded } from "../../coded.ts";
import { defined } from "../../defined.ts";
import type { Issue, Issues } from "../../issue.ts";
import type { Item, Supplier } from "../../item.ts";

/** A rule of the master data, and what becomes of a field that breaks it. */
interface Rule {
  readonly field: keyof Item;
  readonly isBad: (item: Item, suppliers: ReadonlyMap<string, Supplier>) => boolean;
  /** Code and values of the issue. */
  readonly says: (item: Item) => Coded<Issues>;
  /** The field is left out, counts as 0, or stays; "unplannable": it stays and nothing is ordered. */
  readonly mend: "left-out" | "zero" | "kept" | "unplannable";
}

type NumberField = {
  [K in keyof Item]-?: Item[K] extends number | undefined ? K : never;
}[keyof Item];

/** A number that is left out where it is not above 0. */
const aboveZero = (
  field: NumberField,
  code:
    | "pack-size-not-positive"
    | "price-not-positive"
    | "maximum-stock-not-positive"
    | "purchase-unit-not-positive"
    | "shelf-life-not-positive",
): Rule => ({
  field,
  isBad: ({ [field]: value = 1 }) => !(value > 0),
  says: ({ [field]: value = 0 }) => ({ code, value }),
  mend: "left-out",
});

/** A number that is mended where it is below 0. */
const notNegative = (
  field: NumberField,
  code:
    | "minimum-order-negative"
    | "safety-stock-negative"
    | "lead-time-spread-negative"
    | "review-days-negative"
    | "backorders-negative",
  mend: Rule["mend"] = "left-out",
): Rule => ({
  field,
  isBad: ({ [field]: value = 0 }) => !(value >= 0),
  says: ({ [field]: value = 0 }) => ({ code, value }),
  mend,
});

const isAbove = (value = 0, maximum = Number.POSITIVE_INFINITY) => value > maximum;

/** In this order; each rule sees what the ones before have mended. */
const rules: readonly Rule[] = [
  {
    field: "leadTimeDays",
    isBad: ({ leadTimeDays = -1 }) => !(leadTimeDays >= 0 && leadTimeDays < Number.POSITIVE_INFINITY),
    says: () => ({ code: "missing-lead-time" }),
    mend: "unplannable",
  },
  {
    field: "onHand",
    isBad: ({ onHand }) => !Number.isFinite(onHand),
    says: () => ({ code: "missing-stock" }),
    mend: "unplannable",
  },
  aboveZero("packSize", "pack-size-not-positive"),
  notNegative("minimumOrder", "minimum-order-negative"),
  notNegative("safetyStock", "safety-stock-negative", "zero"),
  aboveZero("unitCost", "price-not-positive"),
  aboveZero("maximumStock", "maximum-stock-not-positive"),
  notNegative("leadTimeSdDays", "lead-time-spread-negative"),
  notNegative("reviewDays", "review-days-negative"),
  notNegative("backorders", "backorders-negative"),
  aboveZero("unitsPerPurchaseUnit", "purchase-unit-not-positive"),
  aboveZero("shelfLifeDays", "shelf-life-not-positive"),
  {
    field: "lostShare",
    isBad: ({ lostShare = 0 }) => !(lostShare >= 0 && lostShare <= 1),
    says: ({ lostShare: value = 0 }) => ({ code: "lost-share-not-valid", value }),
    mend: "left-out",
  },
  {
    field: "lostShare",
    isBad: ({ shortage, lostShare }) => shortage === "partial" && lostShare === undefined,
    says: () => ({ code: "lost-share-missing" }),
    mend: "kept",
  },
  {
    field: "holdingCostPerUnit",
    isBad: ({ holdingCostPerUnit, holdingPer }) =>
      holdingCostPerUnit !== undefined && holdingPer === undefined,
    says: () => ({ code: "holding-without-period" }),
    mend: "left-out",
  },
  {
    field: "minimumOrder",
    isBad: ({ minimumOrder, maximumStock }) => isAbove(minimumOrder, maximumStock),
    says: ({ minimumOrder: minimum = 0, maximumStock: maximum = 0 }) => ({
      code: "minimum-above-maximum",
      minimum,
      maximum,
    }),
    mend: "kept",
  },
  {
    field: "reorderPoint",
    isBad: ({ reorderPoint, maximumStock }) => isAbove(reorderPoint, maximumStock),
    says: ({ reorderPoint = 0, maximumStock: maximum = 0 }) => ({
      code: "reorder-point-above-maximum",
      reorderPoint,
      maximum,
    }),
    mend: "kept",
  },
  {
    field: "supplier",
    isBad: ({ supplier }, suppliers) =>
      supplier !== undefined && suppliers.size > 0 && !suppliers.has(supplier),
    says: ({ supplier = "" }) => ({ code: "unknown-supplier", supplier }),
    mend: "kept",
  },
];

/** An item as a broken rule leaves it. */
function mended(item: Item, { field, mend }: Rule): Item {
  if (mend === "zero") return { ...item, [field]: 0 };
  if (mend !== "left-out") return item;
  const { [field]: _, ...rest } = item;
  return { ...rest, item: item.item };
}

/**
 * An item with impossible master data left out, and whether it can be planned: nothing is made up, so that without
 * stock or lead time nothing is ordered. `issues` gets what is wrong, with the row of the file where it stands.
 */
export function checkedItem(
  item: Item,
  suppliers: ReadonlyMap<string, Supplier>,
  issues: Issue[],
): { item: Item; plannable: boolean } {
  let checked = item;
  const beyond = new Set(item.beyond?.map(({ field }) => field));
  let plannable = beyond.size === 0;
  for (const rule of rules) {
    if (beyond.has(rule.field) || !rule.isBad(checked, suppliers)) continue;
    issues.push({
      ...rule.says(checked),
      severity: rule.mend === "unplannable" ? "error" : "warning",
      item: item.item,
      column: rule.field,
      ...defined({ file: item.file, row: item.row }),
    });
    if (rule.mend === "unplannable") plannable = false;
    checked = mended(checked, rule);
  }
  return { item: checked, plannable };
}
