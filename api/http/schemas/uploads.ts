import { z } from "@hono/zod-openapi";
import { fileKinds } from "../../../src/index.ts";
import type { UploadReport } from "../../jobs/examine.ts";
import { describedNames, listOf, maybe, plainText, tied } from "./common.ts";
import { issue } from "./issues.ts";

export const kindOfUpload = z.enum(fileKinds);
export const modeOfUpload = z.enum(["full", "delta"]);

/** What was understood of a file. */
export const report = tied<UploadReport>()(
  z
    .object({
      rows: z.number(),
      used: maybe(z.number()),
      columns: z.array(
        z.object({ header: z.string(), field: z.string().nullable(), confidence: z.number() }),
      ),
      issues: z.array(issue),
      issueCounts: z.record(z.string(), z.number()),
      questions: z.array(issue),
      changes: maybe(
        z.object({ new: z.number(), changed: z.number(), known: z.number(), vanished: z.number() }),
      ),
    })
    .openapi("UploadReport"),
);

const shape = z.object({
  id: z.string(),
  sha256: z.string(),
  kind: kindOfUpload,
  source: z.string(),
  mode: modeOfUpload,
  name: z.string(),
  size: z.number(),
  created: z.string(),
  report,
});

/** Answer of POST /v1/uploads. */
export const upload = shape.openapi("Upload");

/** Answer of GET /v1/uploads; `current`: what plans are made of. */
export const uploads = listOf(shape.extend({ current: z.boolean() }).openapi("UploadRow"));

/** Answer of POST /v1/uploads?dryRun=1: what would come of the file. */
export const dryRun = z
  .object({
    dryRun: z.boolean(),
    sha256: z.string(),
    kind: kindOfUpload,
    source: z.string(),
    mode: modeOfUpload,
    report,
  })
  .openapi("DryRun");

/** Answer of DELETE /v1/uploads/{id}. */
export const removedUpload = z.object({ id: z.string(), removed: z.boolean() });

const inspectedColumn = z.object({
  index: z.number(),
  header: z.string(),
  field: z.string().nullable(),
  use: z.enum(["field", "part", "period", "total", "unused", "empty"]),
  confidence: z.number(),
  type: z.enum(["date", "number", "identifier", "text", "empty"]),
  format: z.string(),
  samples: z.array(z.string()),
});

/** Answer of POST /v1/inspect: what a file is, up to 20 typed lines, and the report of a kind that was named. */
export const inspected = z
  .object({
    inspection: z.object({
      file: z.string(),
      kind: z.enum([...fileKinds, "unknown"]),
      encoding: z.string(),
      bom: z.boolean(),
      delimiter: z.string(),
      quote: z.string(),
      escape: z.string(),
      newline: z.string(),
      preambleLines: z.number(),
      headerRows: z.number(),
      footerLines: z.number(),
      sheets: maybe(z.array(z.object({ name: z.string(), visible: z.boolean(), read: z.boolean() }))),
      sheetQuestion: maybe(z.string()),
      columns: z.array(inspectedColumn),
      rows: z.number(),
      issues: z.array(issue),
    }),
    samples: z.array(z.record(z.string(), z.unknown())),
    report: maybe(report),
  })
  .openapi("Inspected");

/** Body of PUT /v1/answers: the chosen candidate by question, null to take an answer back. */
export const answersRequest = z
  .record(plainText(1, 300), plainText(0, 300).nullable())
  .openapi("Answers", describedNames(1, 300));

/** Answer of GET and PUT /v1/answers. */
export const answers = z.object({
  answers: z.record(z.string(), z.string()),
  questions: z.array(
    z.object({
      id: z.string(),
      candidates: z.array(z.string()),
      code: z.string(),
      answer: z.string().nullable(),
      issue,
    }),
  ),
});

export type Upload = z.infer<typeof upload>;
export type UploadRow = z.infer<typeof uploads>["items"][number];
export type DryRun = z.infer<typeof dryRun>;
export type Inspected = z.infer<typeof inspected>;
export type Answers = z.infer<typeof answers>;
