/**
 * What a column of a table holds: a text, a day (ISO date), a whole number, a number, true or false, a list of numbers
 * (null where nobody observed), or JSON of what has parts of its own.
 */
export type ColumnKind = "text" | "day" | "whole" | "number" | "flag" | "numbers" | "json";

/** A row by column; absent: nothing is said. */
export type TableRow = Readonly<Record<string, unknown>>;

/** A table of a result folder: its columns in their order. */
interface TableShape {
  readonly columns: Readonly<Record<string, ColumnKind>>;
}

const texts = <N extends string>(...names: N[]) => each("text", names);
const days = <N extends string>(...names: N[]) => each("day", names);
const numbers = <N extends string>(...names: N[]) => each("number", names);

function each<K extends ColumnKind, N extends string>(kind: K, names: readonly N[]): Record<N, K> {
  return Object.fromEntries(names.map((name) => [name, kind])) as Record<N, K>;
}

/** Which part of a whole an item belongs to, and the item. */
const ofItem = { slot: "whole", item: "text" } as const;

/** Tables of a result folder by name: NAME.parquet. New columns come last. */
export const tables = {
  items: {
    columns: {
      ...ofItem,
      ...texts("name", "group", "owner", "unit", "supplier", "demandBasis", "class", "abc", "xyz"),
      period: "whole",
      ...numbers("coverDays", "unitCost"),
      currency: "text",
      accuracy: "json",
    },
  },
  series: {
    columns: {
      ...ofItem,
      start: "day",
      values: "numbers",
      partialStart: "day",
      partial: "number",
      firstPartial: "flag",
      censored: "json",
      adjusted: "numbers",
    },
  },
  forecasts: {
    columns: {
      ...ofItem,
      model: "text",
      start: "day",
      mean: "numbers",
      levels: "numbers",
      quantiles: "numbers",
      cumulativeMean: "numbers",
      cumulativeQuantiles: "numbers",
      stabilised: "number",
      fallback: "json",
      components: "json",
    },
  },
  signals: {
    columns: {
      ...ofItem,
      kind: "text",
      ...days("at", "seen"),
      ...texts("state", "direction"),
      ...numbers("size", "p", "q", "impact"),
      impactUnit: "text",
      firstAt: "day",
      firstSize: "number",
      escalated: "day",
      answer: "text",
      ...days("returns", "until"),
    },
  },
  suggestions: {
    columns: {
      ...ofItem,
      ...texts("name", "supplier"),
      quantity: "number",
      unit: "text",
      purchaseQuantity: "number",
      ...texts("purchaseUnit", "supplierItem"),
      need: "number",
      ...days("orderBy", "receiptBy"),
      ...numbers("unitPrice", "amount"),
      ...texts("currency", "policy", "serviceType"),
      ...numbers("expectedService", "reorderPoint", "orderUpTo", "safetyStock"),
      ...numbers("onHand", "onOrder", "backorders"),
      runsOutOn: "day",
      attention: "text",
      attentionCodes: "json",
      asIs: "json",
      decision: "text",
      reasons: "json",
      safeUntil: "day",
      expectedCost: "json",
      split: "json",
      sources: "json",
    },
  },
  parameters: {
    columns: {
      ...ofItem,
      ...numbers("reorderPointOld", "reorderPointNew", "orderUpToOld", "orderUpToNew"),
      ...numbers("safetyStockOld", "safetyStockNew", "leadTimeDaysOld", "leadTimeDaysNew", "basis"),
      change: "flag",
      ...texts("reason", "bucket"),
      basisOld: "number",
    },
  },
  openOrders: {
    columns: {
      ...ofItem,
      ...texts("order", "supplier"),
      due: "day",
      quantity: "number",
      advice: "text",
      overdueDays: "number",
    },
  },
  baskets: {
    columns: {
      ...texts("supplier", "name"),
      orderDate: "day",
      amount: "number",
      currency: "text",
      ...numbers("minimumGap", "freeFreightGap", "surcharge"),
      fillers: "json",
    },
  },
  cash: { columns: { ...texts("week", "supplier"), ...numbers("p50", "p90"), currency: "text" } },
  leadTimes: {
    columns: {
      ...texts("supplier", "item"),
      ...numbers("master", "median", "p90", "n", "punctual", "drift"),
    },
  },
  issues: {
    columns: {
      ...texts("code", "severity", "file"),
      row: "whole",
      ...texts("column", "item", "text"),
      question: "json",
      more: "json",
    },
  },
  changes: {
    columns: {
      ...ofItem,
      bucket: "day",
      ...numbers("before", "after", "change"),
      reason: "text",
      parts: "json",
    },
  },
} as const satisfies Record<string, TableShape>;

export type TableName = keyof typeof tables;

/** Names of all tables in their order. */
export const tableNames = Object.keys(tables) as TableName[];
