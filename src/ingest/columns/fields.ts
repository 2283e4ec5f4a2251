/** Files that the engine reads, by the table they hold. */
export const fileKinds = [
  "orders",
  "items",
  "suppliers",
  "open-orders",
  "requirements",
  "calendar",
  "decisions",
] as const;
/** What a file holds. */
export type FileKind = (typeof fileKinds)[number];

/** How the cells of a field are read. */
type FieldType = "id" | "text" | "number" | "date" | "kind" | "flag";

/** Every field of every file with its type; the names are the ones of the files. */
export const fieldTypes = {
  item: "id",
  date: "date",
  quantity: "number",
  kind: "kind",
  unit: "text",
  unitFactor: "number",
  price: "number",
  priceUnit: "number",
  currency: "text",
  supplier: "id",
  order: "id",
  line: "id",
  dueDate: "date",
  receiptDate: "date",
  receivedQuantity: "number",
  location: "id",
  project: "id",
  name: "text",
  group: "text",
  owner: "text",
  supplierItem: "id",
  purchaseUnit: "text",
  unitsPerPurchaseUnit: "number",
  onHand: "number",
  onOrder: "number",
  backorders: "number",
  reserved: "number",
  stockDate: "date",
  leadTimeDays: "number",
  leadTimeSdDays: "number",
  leadTimeUnit: "text",
  goodsReceiptWorkingDays: "number",
  reviewDays: "number",
  minimumOrder: "number",
  packSize: "number",
  unitCost: "number",
  priceBreaks: "text",
  orderCost: "number",
  holdingRatePerYear: "number",
  backorderCost: "number",
  shortage: "text",
  lostShare: "number",
  shortageCost: "number",
  holdingCostPerUnit: "number",
  holdingPer: "text",
  serviceLevel: "number",
  serviceType: "text",
  safetyStock: "number",
  reorderPoint: "number",
  maximumStock: "number",
  shelfLifeDays: "number",
  planning: "text",
  successor: "id",
  successorFrom: "date",
  likeItem: "id",
  likeFactor: "number",
  phaseOut: "text",
  preferred: "flag",
  share: "number",
  minimumValue: "number",
  freeFreightValue: "number",
  surcharge: "number",
  orderDays: "text",
  state: "text",
  paymentDays: "number",
  discountPercent: "number",
  discountDays: "number",
  depositPercent: "number",
  reference: "id",
  from: "date",
  to: "date",
  scope: "text",
  factor: "number",
  action: "text",
  reason: "text",
  by: "text",
  // Further columns that say how the others are meant.
  supplierName: "text",
  supplierAndName: "text",
  customer: "id",
  direction: "text",
  status: "text",
  variant: "text",
  rowType: "text",
  deleted: "flag",
  active: "flag",
  completed: "flag",
  orderQuantity: "number",
  openQuantity: "number",
  amount: "number",
  orderDate: "date",
  entryDate: "date",
} as const satisfies Record<string, FieldType>;

/** What a column holds. */
export type Field = keyof typeof fieldTypes;

const itemFields: readonly Field[] = [
  ...(["item", "name", "group", "owner", "unit", "supplier", "supplierItem", "purchaseUnit"] as const),
  ...(["unitsPerPurchaseUnit", "onHand", "onOrder", "backorders", "reserved", "stockDate"] as const),
  ...(["leadTimeDays", "leadTimeSdDays", "leadTimeUnit", "goodsReceiptWorkingDays", "reviewDays"] as const),
  ...(["minimumOrder", "packSize", "unitCost", "priceUnit", "priceBreaks", "currency", "orderCost"] as const),
  ...(["holdingRatePerYear", "backorderCost", "shortage", "lostShare", "shortageCost"] as const),
  ...(["holdingCostPerUnit", "holdingPer", "serviceLevel", "serviceType", "safetyStock"] as const),
  ...(["reorderPoint", "maximumStock", "shelfLifeDays", "planning", "successor", "successorFrom"] as const),
  ...(["likeItem", "likeFactor", "phaseOut", "location", "preferred", "share"] as const),
  ...(["supplierName", "supplierAndName", "deleted", "active"] as const),
];

const orderFields: readonly Field[] = [
  ...(["item", "date", "quantity", "kind", "unit", "unitFactor", "price", "priceUnit", "currency"] as const),
  ...(["supplier", "order", "line", "dueDate", "receiptDate", "receivedQuantity", "location"] as const),
  ...(["project", "supplierName", "supplierAndName", "customer", "direction", "status", "variant"] as const),
  ...(["rowType", "deleted", "completed", "orderQuantity", "openQuantity", "amount"] as const),
  ...(["reference", "entryDate"] as const),
];

/** Fields of each file. Item fields inside an orders file count as master data. */
export const fieldsOf: Readonly<Record<FileKind, readonly Field[]>> = {
  orders: [...new Set([...orderFields, ...itemFields.filter((field) => field !== "unitCost")])],
  items: itemFields,
  suppliers: [
    ...(["supplier", "name", "minimumValue", "freeFreightValue", "surcharge", "orderDays", "state"] as const),
    ...(["paymentDays", "discountPercent", "discountDays", "depositPercent"] as const),
  ],
  "open-orders": [
    ...([
      "item",
      "date",
      "quantity",
      "order",
      "line",
      "supplier",
      "supplierName",
      "supplierAndName",
      "location",
    ] as const),
    ...([
      "openQuantity",
      "receivedQuantity",
      "orderDate",
      "unit",
      "unitFactor",
      "deleted",
      "completed",
      "status",
      "dueDate",
    ] as const),
  ],
  requirements: ["item", "date", "quantity", "kind", "reference", "location"],
  calendar: ["from", "to", "kind", "scope", "item", "supplier", "state", "factor", "location"],
  decisions: ["item", "action", "quantity", "supplier", "reason", "order", "date", "by", "location"],
};

/** Fields without which a file says nothing. */
export const requiredOf: Readonly<Record<FileKind, readonly Field[]>> = {
  orders: ["item", "date", "quantity"],
  items: ["item"],
  suppliers: ["supplier"],
  "open-orders": ["item", "date", "quantity"],
  requirements: ["item", "date", "quantity"],
  calendar: ["from", "kind"],
  decisions: ["item", "action"],
};

/** True for the name of a field. */
export const isField = (name: string): name is Field => Object.hasOwn(fieldTypes, name);
