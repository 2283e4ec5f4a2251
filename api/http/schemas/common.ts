import { z } from "@hono/zod-openapi";
import { dayOf, words } from "../../../src/index.ts";
import { mostItemChars, mostRows } from "../limits.ts";

/** A text without control characters but tabs and line ends: what acceptable-json.ts lets through, as a schema says it. */
export const plainText = (least: number, most: number) => z.string().min(least).max(most).regex(plainPattern);
export const plainPattern = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$/;

/** What such texts are as names in an object: generated descriptions leave the names of a record out. */
export const describedNames = (least: number, most: number): object => ({
  propertyNames: { minLength: least, maxLength: most, pattern: plainPattern.source },
});

/** A civil date that exists. */
export const date = z
  .string()
  .refine((text) => !Number.isNaN(dayOf(text)), "must be an existing day YYYY-MM-DD")
  .openapi({ format: "date" });

export const lang = z.enum(words.langs).optional();
export const idParams = z.object({ id: z.string().min(1).max(80) });
export const itemName = z.string().min(1).max(mostItemChars);
export const itemParams = idParams.extend({ item: itemName });

/** A whole number as the text of a query: one pair of bounds describes and checks it. */
export const whole = (least: number, most: number) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,15}$/.test(text) && Number(text) >= least && Number(text) <= most,
      `must be a whole number from ${least} to ${most}`,
    )
    .transform(Number)
    .openapi({ type: "integer", minimum: least, maximum: most });

/** Header Idempotency-Key. */
export const idempotencyKey = z
  .string()
  .min(1)
  .max(255)
  .regex(/^\S(?:.*\S)?$/)
  .openapi({ description: "repeats of a request with the same key have its effect once" });

/** Header If-Match: the version that was seen, or * for any. */
export const ifMatch = z
  .string()
  .regex(/^(?:\*|(?:W\/)?"?\d{1,9}"?)$/)
  .openapi({ description: "version that was seen, 0 for none; 412 when somebody changed it in between" });

/** Header X-File-Name. */
export const fileName = z.string().openapi({ description: "name of the file, percent-encoded or plain" });

export const cursor = whole(0, 999_999_999_999_999);
/** A place in a list of one plan: it names the plan, so that no list is read out of two. */
export const planCursor = z.string().regex(/^p-[0-9a-z]{20}\.\d{1,15}$/);
export const limit = whole(1, mostRows);
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
