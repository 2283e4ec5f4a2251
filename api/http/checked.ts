import type { z } from "@hono/zod-openapi";
import { unacceptable } from "./problem.ts";

/**
 * A value as its schema reads it; what the schema refuses is 422 with a pointer to each field. Without a schema the
 * value goes through. `where` leads the pointers: "/query", "/path", "" for a body.
 */
export function checked<T>(schema: z.ZodType<T> | undefined, value: unknown, where: string): T {
  if (schema === undefined) return value as T;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.map(({ path, message }) => ({
    pointer: `${where}/${path.map(String).join("/")}`,
    detail: message,
  }));
  const first = errors[0];
  const text = first === undefined ? "" : ` (${first.pointer.replace(/^\//, "")}: ${first.detail})`;
  throw unacceptable("not-valid", `Not acceptable${text}.`, `So nicht annehmbar${text}.`, errors);
}
