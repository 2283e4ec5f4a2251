import { z } from "@hono/zod-openapi";
import { actions, approvals, orderStates } from "../../store/decisions.ts";
import { date, itemName, listOf, maybe, plainText } from "./common.ts";

const nonnegative = z.number().min(0).max(1e15);

const body = z.strictObject({
  action: z.enum(actions),
  quantity: nonnegative.optional(),
  reason: plainText(0, 1000).optional(),
  order: plainText(0, 200).optional(),
  date: date.optional(),
  supplier: plainText(1, 200).optional(),
});

/** What the check below asks for, as JSON Schema. */
const whereChanged: object = {
  if: { properties: { action: { const: "change" } } },
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
  then: { required: ["quantity"] },
};

/** Body of POST /v1/plans/{id}/suggestions/{item}/decision. */
export const decisionRequest = body
  .refine(({ action, quantity }) => action !== "change" || quantity !== undefined, {
    message: "change needs a quantity",
    path: ["quantity"],
  })
  .openapi("DecisionRequest", whereChanged);

/** A line of POST /v1/plans/{id}/decisions. */
export const decisionLine = body
  .extend({ item: itemName, version: z.number().int().min(0).optional() })
  .refine(({ action, quantity }) => action !== "change" || quantity !== undefined, "change needs a quantity");

/** How far the part of one of several suppliers is. */
const decidedPart = z.object({
  supplier: z.string(),
  quantity: z.number(),
  state: z.enum(orderStates),
  order: z.string().nullable(),
  date: z.string().nullable(),
});

/**
 * A decision that was kept; `supplier`: the source that the whole order goes to, null as suggested; `parts`: how far each of several suppliers is, where that was decided one by one;
 * `approval`: whether somebody else has to approve it, or has.
 */
export const decision = z
  .object({
    seq: z.number(),
    plan: z.string(),
    item: z.string(),
    version: z.number(),
    action: z.enum(actions),
    quantity: z.number().nullable(),
    reason: z.string().nullable(),
    order: z.string().nullable(),
    date: z.string().nullable(),
    supplier: z.string().nullable(),
    by: z.string(),
    at: z.string(),
    parts: maybe(z.array(decidedPart)),
    approval: maybe(z.enum(approvals)),
  })
  .openapi("Decision");

/** Answer of GET /v1/decisions; `cursor` is the since of the next call. */
export const decisions = listOf(decision).extend({ cursor: z.string() });

/** What one of several sources gets of an order. */
export const orderPart = z.object({
  supplier: z.string(),
  quantity: z.number(),
  receiptBy: z.string(),
  unitPrice: maybe(z.number()),
  amount: maybe(z.number()),
});

/** A line of GET /v1/orders; `split`: what each source gets where several share it, `parts`: how far each is. */
const orderLine = decision.omit({ action: true }).extend({
  state: z.enum(orderStates),
  supplier: z.string().nullable(),
  supplierName: z.string().nullable(),
  supplierItem: z.string().nullable(),
  name: z.string().nullable(),
  unit: z.string().nullable(),
  unitPrice: z.number().nullable(),
  amount: z.number().nullable(),
  currency: z.string().nullable(),
  orderBy: z.string().nullable(),
  receiptBy: z.string().nullable(),
  split: z.array(orderPart).nullable(),
});

/** Answer of GET /v1/orders, by supplier. */
export const orders = listOf(orderLine);

/** Body of POST /v1/orders/approve: orders as they were seen. */
export const approvalRequest = z
  .strictObject({
    orders: z
      .array(z.strictObject({ plan: plainText(1, 100), item: itemName, version: z.number().int().min(1) }))
      .min(1)
      .max(1000),
  })
  .openapi("ApprovalRequest");

/** Answer of POST /v1/orders/approve. */
export const approved = z.object({ items: z.array(decision) });

export type OrderView = z.infer<typeof orderLine>;
export type DecisionRequest = z.infer<typeof decisionRequest>;
export type DecisionView = z.infer<typeof decision>;
