import { z } from "@hono/zod-openapi";
import type { Issue } from "../../../src/index.ts";

/** An issue: `code` names its sentence, further fields carry the numbers of the sentence. */
const shape = z.looseObject({
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  file: z.string().optional(),
  row: z.number().optional(),
  column: z.string().optional(),
  item: z.string().optional(),
  text: z.string().optional(),
  question: z.object({ id: z.string(), candidates: z.array(z.string()) }).optional(),
});

/** An issue as the engine found it; the engine's own type says which code has which fields. */
export const issue = shape as z.ZodType as z.ZodType<Issue>;

/** An issue of a plan, with its sentence in the reader's language. */
export const issueLine = shape.extend({ message: z.string() }) as z.ZodType as z.ZodType<
  Issue & { readonly message: string }
>;
