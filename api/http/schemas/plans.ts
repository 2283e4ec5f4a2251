import { z } from "@hono/zod-openapi";
import { dayOf } from "../../../src/index.ts";
import { bucket, date, listOf, maybe, plainText } from "./common.ts";
import { calendarRow, planConfig } from "./settings.ts";

const uploadIds = z.array(plainText(1, 80)).min(1).max(1000).optional();

/** Body of POST /v1/plans. */
export const planRequest = z
  .strictObject({
    uploads: uploadIds,
    asOf: date.optional(),
    stockDate: date.optional(),
    pool: plainText(1, 80).optional(),
    config: planConfig.optional(),
  })
  .openapi("PlanRequest");

/** Body of POST /v1/replays. */
export const replayRequest = z
  .strictObject({
    from: date,
    to: date,
    reviewDays: z.number().min(1).max(365).optional(),
    uploads: uploadIds,
    config: planConfig.optional(),
  })
  .refine(({ from, to }) => dayOf(from) < dayOf(to), { message: "must lie after from", path: ["to"] })
  .openapi("ReplayRequest");

const job = z.object({
  id: z.string(),
  state: z.enum(["queued", "running", "held", "done", "failed"]),
  progress: z.number(),
  step: maybe(z.string()),
  asOf: z.string().nullable(),
  created: z.string(),
  started: z.string().nullable(),
  finished: z.string().nullable(),
  code: maybe(z.string()),
  reason: maybe(z.string()),
  links: maybe(z.record(z.string(), z.string())),
});

const asked = {
  uploads: maybe(z.array(z.string())),
  config: maybe(planConfig),
  calendar: maybe(z.array(calendarRow)),
};

/** A plan: what it was asked for, its state, and in short what came out. */
export const plan = job
  .extend({
    request: z.object({
      ...asked,
      asOf: maybe(z.string()),
      stockDate: maybe(z.string()),
      pool: maybe(z.string()),
    }),
    summary: maybe(
      z.object({
        bucket,
        stockDate: z.string(),
        configHash: z.string(),
        version: z.string(),
        items: z.number(),
        orderLines: z.number(),
        signals: z.number(),
        issues: z.number(),
        rows: z.number(),
        rowsUsed: z.number(),
        lacking: maybe(z.number()),
        files: maybe(z.array(z.object({ file: z.string(), rows: z.number(), used: z.number() }))),
      }),
    ),
  })
  .openapi("Plan");

/** Answer of GET /v1/plans. */
export const plans = listOf(plan);

/** A replay of the past: what it was asked for, and its state. */
export const replay = job
  .extend({
    request: z.object({
      ...asked,
      from: z.string(),
      to: z.string(),
      reviewDays: maybe(z.number()),
    }),
    summary: maybe(z.object({ from: z.string(), to: z.string(), items: z.number(), issues: z.number() })),
  })
  .openapi("Replay");

/** Answer of GET /v1/replays. */
export const replays = listOf(replay);

export type PlanRequest = z.infer<typeof planRequest>;
export type ReplayRequest = z.infer<typeof replayRequest>;
export type PlanView = z.infer<typeof plan>;
export type ReplayView = z.infer<typeof replay>;
