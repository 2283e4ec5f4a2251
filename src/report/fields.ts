/** Fields of the result files in their order: programs of others read columns by it, so new ones come last. */
export const suggestionFields: readonly string[] = [
  "item",
  "name",
  "supplier",
  "quantity",
  "unit",
  "purchaseQuantity",
  "purchaseUnit",
  "supplierItem",
  "need",
  "orderBy",
  "receiptBy",
  "unitPrice",
  "amount",
  "currency",
  "policy",
  "serviceType",
  "expectedService",
  "reorderPoint",
  "orderUpTo",
  "safetyStock",
  "onHand",
  "onOrder",
  "backorders",
  "runsOutOn",
  "attention",
  "attentionCodes",
  "asIs",
  "decision",
  "reasons",
  "expectedCost",
  "safeUntil",
  "split",
  "sources",
];

export const signalFields: readonly string[] = [
  "kind",
  "at",
  "seen",
  "state",
  "direction",
  "size",
  "p",
  "q",
  "impact",
  "impactUnit",
];

/** What a signal has besides once it was seen in an earlier run or answered. */
export const signalLifeFields: readonly string[] = [
  "firstAt",
  "firstSize",
  "escalated",
  "answer",
  "returns",
  "until",
];

export const cashFields: readonly string[] = ["week", "supplier", "p50", "p90", "currency"];

export const basketFields: readonly string[] = [
  "supplier",
  "orderDate",
  "amount",
  "currency",
  "minimumGap",
  "freeFreightGap",
  "surcharge",
  "fillers",
];

export const issueFields: readonly string[] = [
  "code",
  "severity",
  "file",
  "row",
  "column",
  "item",
  "text",
  "question",
];

export const parameterFields: readonly string[] = [
  "item",
  "reorderPointOld",
  "reorderPointNew",
  "orderUpToOld",
  "orderUpToNew",
  "safetyStockOld",
  "safetyStockNew",
  "leadTimeDaysOld",
  "leadTimeDaysNew",
  "basis",
  "change",
  "reason",
  "bucket",
  "basisOld",
];

export const kpiFields: readonly string[] = [
  "value",
  "unit",
  "threshold",
  "light",
  "headline",
  "source",
  "trend",
  "baseline",
  "items",
  "next",
];
