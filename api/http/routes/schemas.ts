import { z } from "@hono/zod-openapi";
import { dayOf, fileKinds } from "../../../src/index.ts";
import { actions } from "../../store/decisions.ts";
import { scopes } from "../../store/tokens.ts";

/** A civil date that exists. */
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => !Number.isNaN(dayOf(text)), "must be an existing day YYYY-MM-DD");

export const lang = z.enum(["de", "en"]).optional();
export const idParams = z.object({ id: z.string().min(1).max(80) });
export const itemParams = z.object({ id: z.string().min(1).max(80), item: z.string().min(1).max(200) });

const wholeText = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must lie from ${least} to ${most}`);

export const cursor = wholeText(0, Number.MAX_SAFE_INTEGER);
export const limit = wholeText(1, 1000);
export const pageQuery = z.strictObject({ cursor: cursor.optional(), limit: limit.optional(), lang });

export const kindOfUpload = z.enum(fileKinds);

export const report = z
  .object({
    rows: z.number(),
    used: z.number().optional(),
    columns: z.array(z.object({ header: z.string(), field: z.string().nullable(), confidence: z.number() })),
    issues: z.array(z.looseObject({ code: z.string(), severity: z.string() })),
    issueCounts: z.record(z.string(), z.number()),
    questions: z.array(z.looseObject({ code: z.string() })),
    changes: z
      .object({ new: z.number(), changed: z.number(), known: z.number(), vanished: z.number() })
      .optional(),
  })
  .openapi("UploadReport");

export const upload = z
  .object({
    id: z.string(),
    sha256: z.string(),
    kind: kindOfUpload,
    source: z.string(),
    mode: z.enum(["full", "delta"]),
    name: z.string(),
    size: z.number(),
    created: z.string(),
    current: z.boolean().optional(),
    report,
  })
  .openapi("Upload");

export const planRequest = z
  .strictObject({
    uploads: z.array(z.string().min(1).max(80)).max(1000).optional(),
    asOf: date.optional(),
    stockDate: date.optional(),
    pool: z.string().min(1).max(80).optional(),
    config: z.record(z.string(), z.unknown()).optional(),
  })
  .openapi("PlanRequest");

export const plan = z
  .looseObject({
    id: z.string(),
    state: z.enum(["queued", "running", "held", "done", "failed"]),
    progress: z.number(),
    created: z.string(),
    asOf: z.string().nullable(),
    code: z.string().optional(),
    reason: z.string().optional(),
    links: z.record(z.string(), z.string()).optional(),
  })
  .openapi("Plan");

const nonnegative = z.number().min(0).max(1e15);

export const decisionBody = z
  .strictObject({
    action: z.enum(actions),
    quantity: nonnegative.optional(),
    reason: z.string().max(1000).optional(),
    order: z.string().max(200).optional(),
  })
  .refine(({ action, quantity }) => action !== "change" || quantity !== undefined, {
    message: "change needs a quantity",
    path: ["quantity"],
  })
  .openapi("DecisionRequest");

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
    by: z.string(),
    at: z.string(),
  })
  .openapi("Decision");

export const scope = z.enum(scopes);

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .openapi("Problem");

export const listOf = (item: z.ZodType) => z.object({ items: z.array(item), next: z.string().nullable() });

export const iso = (ms: number): string => new Date(ms).toISOString();
