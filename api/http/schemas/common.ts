import { z } from "@hono/zod-openapi";
import { dayOf, words } from "../../../src/index.ts";

/** A civil date that exists. */
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => !Number.isNaN(dayOf(text)), "must be an existing day YYYY-MM-DD");

export const lang = z.enum(words.langs).optional();
export const idParams = z.object({ id: z.string().min(1).max(80) });
export const itemParams = z.object({ id: z.string().min(1).max(80), item: z.string().min(1).max(200) });

const wholeText = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must lie from ${least} to ${most}`);

export const cursor = wholeText(0, Number.MAX_SAFE_INTEGER);
/** A place in a list of one plan: it names the plan, so that no list is read out of two. */
export const planCursor = z.string().regex(/^p-[0-9a-z]{20}\.\d{1,15}$/);
export const limit = wholeText(1, 1000);
export const pageQuery = z.strictObject({ cursor: cursor.optional(), limit: limit.optional(), lang });

export const bucket = z.enum(["day", "week", "month", "quarter", "year"]);

/** One page of a list; `next` is the cursor of the following one, null on the last. */
export const listOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

/** A field that an answer has or has not. JSON holds no undefined, so neither does its type. */
export const maybe = <S extends z.ZodType>(schema: S) => schema.optional() as z.ZodExactOptional<S>;

/** Everything that a type may hold, at every depth: what two descriptions of one thing must share. */
type Whole<T> = T extends readonly (infer E)[]
  ? Whole<E>[]
  : T extends object
    ? { -readonly [K in keyof T]-?: Whole<T[K]> }
    : T;

/**
 * Ties a schema to the engine's noun: a field or a value that only one of them knows does not compile.
 * @example const cashWeek = tied<CashWeek>()(z.object({ week: z.string(), … }))
 */
export const tied =
  <T>() =>
  <S extends z.ZodType<T>>(
    schema: [Whole<T>, Whole<z.infer<S>>] extends [Whole<z.infer<S>>, Whole<T>] ? S : never,
  ): S =>
    schema;

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    newer: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .openapi("Problem");
