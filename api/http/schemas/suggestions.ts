import { z } from "@hono/zod-openapi";
import type {
  Basket,
  CashWeek,
  LeadTime,
  OpenOrderAdvice,
  ParameterChange,
  Reason,
  SourceOffer,
  Suggestion,
} from "../../../src/index.ts";
import { sourceReasons } from "../../../src/index.ts";
import { actions } from "../../store/decisions.ts";
import { bucket, maybe, tied } from "./common.ts";
import { decision, orderPart } from "./decisions.ts";

/** A code and the numbers of its sentence; the engine's own type says which code has which. */
const reason = z.looseObject({ code: z.string() }) as z.ZodType as z.ZodType<Reason>;

/** One of several sources of an item. */
const sourceOffer = tied<SourceOffer>()(
  z.object({
    supplier: maybe(z.string()),
    supplierItem: maybe(z.string()),
    chosen: z.boolean(),
    why: z.enum(sourceReasons),
    share: maybe(z.number()),
    leadTimeDays: maybe(z.number()),
    minimumOrder: maybe(z.number()),
    packSize: maybe(z.number()),
    purchaseUnit: maybe(z.string()),
    unitsPerPurchaseUnit: maybe(z.number()),
    priceBreaks: maybe(z.array(z.object({ from: z.number(), price: z.number() }))),
    unitPrice: maybe(z.number()),
    currency: maybe(z.string()),
    costPerYear: maybe(z.number()),
    quantity: maybe(z.number()),
    amount: maybe(z.number()),
    orderBy: maybe(z.string()),
    receiptBy: maybe(z.string()),
  }),
);

const suggestion = tied<Suggestion>()(
  z.object({
    item: z.string(),
    name: maybe(z.string()),
    supplier: maybe(z.string()),
    quantity: z.number(),
    unit: maybe(z.string()),
    purchaseQuantity: maybe(z.number()),
    purchaseUnit: maybe(z.string()),
    supplierItem: maybe(z.string()),
    need: z.number(),
    orderBy: z.string(),
    receiptBy: z.string(),
    unitPrice: maybe(z.number()),
    amount: maybe(z.number()),
    currency: maybe(z.string()),
    policy: z.string(),
    serviceType: z.enum(["cycle", "fill"]),
    expectedService: z.number(),
    reorderPoint: z.number(),
    orderUpTo: z.number(),
    safetyStock: z.number(),
    onHand: z.number(),
    onOrder: z.number(),
    backorders: z.number(),
    runsOutOn: maybe(z.string()),
    safeUntil: maybe(z.string()),
    attention: z.enum(["none", "review", "blocked"]),
    attentionCodes: maybe(z.array(z.string())),
    asIs: maybe(z.object({ quantity: z.number(), orderBy: z.string() })),
    decision: maybe(z.string()),
    reasons: z.array(reason),
    expectedCost: maybe(z.object({ holding: z.number(), shortage: z.number(), ordering: z.number() })),
    split: maybe(z.array(orderPart)),
    sources: maybe(z.array(sourceOffer)),
  }),
);

/** A suggestion with the decision on it: `version` counts its decisions, 0 for none. */
export const suggestionLine = suggestion
  .extend({
    sentence: maybe(z.string()),
    version: z.number(),
    decision: maybe(z.enum(actions)),
    decided: maybe(decision),
  })
  .openapi("Suggestion");

const fillers = z.array(
  z.object({ item: z.string(), quantity: z.number(), amount: z.number(), holdingCost: z.number() }),
);

/** The order lines of a supplier and what they lack for his minimum. */
export const basket = tied<Basket>()(
  z.object({
    supplier: z.string(),
    name: maybe(z.string()),
    orderDate: z.string(),
    amount: z.number(),
    currency: z.string(),
    minimumGap: maybe(z.number()),
    freeFreightGap: maybe(z.number()),
    surcharge: maybe(z.number()),
    fillers,
  }),
);

/** Money that goes out to a supplier in a week. */
export const cashWeek = tied<CashWeek>()(
  z.object({
    week: z.string(),
    supplier: z.string(),
    p50: z.number(),
    p90: z.number(),
    currency: z.string(),
  }),
);

/** What to do about an order that is under way. */
export const openOrderAdvice = tied<OpenOrderAdvice>()(
  z.object({
    order: maybe(z.string()),
    item: z.string(),
    supplier: maybe(z.string()),
    due: z.string(),
    quantity: z.number(),
    advice: z.enum(["keep", "expedite", "postpone", "cancel", "confirm"]),
    overdueDays: maybe(z.number()),
  }),
);

/** Lead times as observed, beside those of the master data. */
export const leadTime = tied<LeadTime>()(
  z.object({
    supplier: z.string(),
    item: maybe(z.string()),
    master: maybe(z.number()),
    median: z.number(),
    p90: z.number(),
    n: z.number(),
    punctual: z.number().exactOptional(),
    drift: maybe(z.number()),
  }),
);

/** The ERP's master data of an item, old beside new. */
export const parameterChange = tied<ParameterChange>()(
  z.object({
    item: z.string(),
    reorderPointOld: maybe(z.number()),
    reorderPointNew: z.number(),
    orderUpToOld: maybe(z.number()),
    orderUpToNew: z.number(),
    safetyStockOld: maybe(z.number()),
    safetyStockNew: z.number(),
    leadTimeDaysOld: maybe(z.number()),
    leadTimeDaysNew: z.number(),
    basis: z.number(),
    basisOld: maybe(z.number()),
    bucket,
    change: z.boolean(),
    reason: z.string(),
  }),
);
