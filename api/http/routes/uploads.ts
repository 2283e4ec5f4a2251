import { Readable } from "node:stream";
import { setImmediate as othersFirst } from "node:timers/promises";
import { z } from "@hono/zod-openapi";
import { type FaultCode, FaultError } from "../../../src/index.ts";
import type { Examined } from "../../jobs/examine.ts";
import { QueueFullError } from "../../jobs/examiner.ts";
import { CrashError } from "../../jobs/process.ts";
import { fileNameOf } from "../../jobs/spec.ts";
import { foundBefore, publicCode } from "../../run/refusal.ts";
import type { Received } from "../../store/blobs.ts";
import type { Records, Store } from "../../store/index.ts";
import type { NewUpload, Upload } from "../../store/uploads.ts";
import { iso } from "../instant.ts";
import { busy, notFound, refusedBy, unacceptable } from "../problem.ts";
import { type Asked, type ChangeAnswer, change, jsonAnswer, type Route, read } from "../route.ts";
import { fileName, idParams, lang } from "../schemas/common.ts";
import { dryRun, kindOfUpload, modeOfUpload, removedUpload, upload, uploads } from "../schemas/uploads.ts";
import { fileTypes, refuseEmpty, sentName } from "../sent-file.ts";

/** Codes of files that are no table at all; every other refusal is 422. */
const strangers: ReadonlySet<FaultCode> = new Set([
  "old-excel",
  "not-a-table",
  "packed",
  "markup",
  "json",
  "not-text",
  "zip-no-workbook",
  "xlsb",
  "workbook-unread",
  "xlsx-encrypted",
  "xlsx-doctype",
]);

/** What a file's refusal means for the caller. */
export function refusalOf(error: unknown): unknown {
  if (error instanceof FaultError)
    return refusedBy(error.fault, {
      code: publicCode(error),
      status: strangers.has(error.code) ? 415 : 422,
      issues: foundBefore(error),
    });
  if (error instanceof CrashError)
    return unacceptable(
      "too-complex",
      "The file could not be read with the memory and time that one file may take.",
      "Die Datei lässt sich mit dem Speicher und der Zeit, die eine Datei haben darf, nicht lesen.",
    );
  if (error instanceof QueueFullError)
    return busy("Too many files wait to be read already.", "Es warten schon zu viele Dateien.", 10);
  return error;
}

const view = ({ position: _, removed: __, created, ...rest }: Upload) => ({ ...rest, created: iso(created) });

const query = z.strictObject({
  kind: kindOfUpload,
  source: z
    .string()
    .refine(
      (text) => /^[\p{L}\p{N} ._@-]{1,100}$/u.test(text),
      "must have 1 to 100 letters, digits, blanks or . _ @ -",
    )
    .openapi({ pattern: "^[\\w ._@-]{1,100}$" })
    .optional(),
  mode: modeOfUpload.optional(),
  dryRun: z.enum(["0", "1"]).optional(),
  lang,
});

type UploadQuery = z.infer<typeof query>;
type UploadAsked = Asked<unknown, UploadQuery>;

async function examined(
  { services, caller, query }: UploadAsked,
  { kind, source, mode }: Pick<Upload, "kind" | "source" | "mode">,
  name: string,
  received: Received,
): Promise<Examined> {
  const { store } = services;
  const isDry = query.dryRun === "1";
  // What is current is only compared with.
  const standing = (isDry ? await store.uploads.current(caller.tenant) : []).filter(
    (one) => one.kind === kind && one.source === source && one.sha256 !== received.sha256,
  );
  const current = await Promise.all(
    standing.map(async (one) => ({ path: await store.blobs.open(one.sha256), name: fileNameOf(one) })),
  );
  try {
    return (await services.examiner.ask(
      {
        task: "examine",
        kind,
        file: { path: received.path, name },
        size: received.size,
        mode,
        answers: await store.answers.answers(caller.tenant),
        current,
        compare: isDry,
      },
      caller.tenant,
    )) as Examined;
  } catch (error) {
    throw refusalOf(error);
  }
}

/** Orders without a source add to each other; every other kind, and every named source, is replaced. */
const usualMode = (kind: Upload["kind"], source: string | undefined): Upload["mode"] =>
  (kind === "orders" && source === undefined) || kind === "decisions" ? "delta" : "full";

/** Content that is there already becomes the newest of its source. */
async function again(
  { actor }: UploadAsked,
  { uploads: standing, audit }: Records,
  known: Upload,
): Promise<ChangeAnswer> {
  await standing.touch(known.id);
  await audit.add(actor, "upload.again", known.id, { sha256: known.sha256 });
  return jsonAnswer(200, view(known));
}

/** Content that is new is kept, with the questions that it raised. */
async function added(
  { services: { metrics }, caller, actor }: UploadAsked,
  { uploads: standing, answers, audit }: Records,
  file: Omit<NewUpload, "report">,
  { report, questions }: Examined,
): Promise<ChangeAnswer> {
  const { kind, source, mode, sha256, size, name } = file;
  const made = await standing.add(caller.tenant, { ...file, report });
  await answers.ask(caller.tenant, questions);
  await audit.add(actor, "upload.add", made.id, { kind, source, mode, sha256, name });
  return {
    ...jsonAnswer(201, view(made)),
    after: () => {
      const { tenant } = caller;
      metrics.bytes.inc({ tenant }, size);
      metrics.rows.inc({ tenant, kind }, report.rows);
      for (const [reason, count] of Object.entries(report.issueCounts))
        metrics.rejected.inc({ tenant, kind, reason }, count);
    },
  };
}

const post = change<unknown, UploadQuery, undefined>({
  method: "post",
  path: "/v1/uploads",
  policy: "upload",
  summary: "Sends a file: stored, read and reported before the answer; with dryRun=1 only read and compared.",
  query,
  headers: { "X-File-Name": fileName },
  stream: fileTypes,
  answers: {
    200: {
      description: "known content, or a dry run",
      content: { "application/json": z.union([upload, dryRun]) },
    },
    201: { description: "stored", content: { "application/json": upload } },
    413: { description: "larger than allowed" },
    415: { description: "not a table" },
  },
  async prepare(asked, { received }) {
    const { services, query: wanted, caller, request } = asked;
    const { kind, source = "", mode = usualMode(kind, wanted.source) } = wanted;
    refuseEmpty(received);
    const isDry = wanted.dryRun === "1";
    const known = isDry
      ? undefined
      : await services.store.uploads.known(caller.tenant, kind, received.sha256);
    if (known !== undefined) {
      await services.store.blobs.keep(received);
      return (records) => again(asked, records, known);
    }
    const name = sentName(request);
    const found = await examined(asked, { kind, source, mode }, name === "" ? kind : name, received);
    if (isDry) {
      const { sha256 } = received;
      return () => jsonAnswer(200, { dryRun: true, sha256, kind, source, mode, report: found.report });
    }
    await services.store.blobs.keep(received);
    const { sha256, size } = received;
    return async (records) => {
      const other = await records.uploads.known(caller.tenant, kind, sha256);
      if (other !== undefined) return again(asked, records, other);
      return added(asked, records, { kind, source, mode, sha256, size, name }, found);
    };
  },
});

const uploadsAtOnce = 200;

/** The list of uploads in pieces: the deltas of two years are many, and other requests go on meanwhile. */
async function* listPieces(store: Store, tenant: string): AsyncGenerator<string> {
  yield '{"items":[';
  let [after, text] = [-1, ""];
  for (;;) {
    const rows = await store.uploads.listed(tenant, after, uploadsAtOnce);
    // Reports are texts already: to read and write each again would take seconds.
    const items = rows.map(({ report, position: _, removed: __, current, ...one }) => {
      const head = JSON.stringify({ ...one, created: iso(one.created), current: current === 1 });
      return `${head.slice(0, -1)},"report":${report}}`;
    });
    const last = rows.at(-1);
    if (last === undefined) break;
    yield text + items.join(",");
    after = last.position;
    text = ",";
    await othersFirst();
  }
  yield '],"next":null}';
}

const list = read({
  method: "get",
  path: "/v1/uploads",
  policy: "read",
  summary: "Files of the tenant, oldest first, and which of them are current.",
  query: z.strictObject({ lang }),
  answers: { 200: { description: "uploads", content: { "application/json": uploads } } },
  handle({ services: { store }, caller }) {
    const pieces = Readable.from(listPieces(store, caller.tenant), { objectMode: false });
    return { ...jsonAnswer(200, {}), body: Readable.toWeb(pieces) as ReadableStream<Uint8Array> };
  },
});

const remove = change({
  method: "delete",
  path: "/v1/uploads/{id}",
  policy: "upload",
  summary: "Undoes an import: what was current before it is current again.",
  params: idParams,
  query: z.strictObject({ lang }),
  answers: {
    200: {
      description: "undone",
      content: { "application/json": removedUpload },
    },
  },
  prepare({ params: { id }, caller, actor }) {
    return async ({ uploads: standing, audit }) => {
      if (!(await standing.remove(caller.tenant, id))) throw notFound();
      await audit.add(actor, "upload.remove", id);
      return jsonAnswer(200, { id, removed: true });
    };
  },
});

export const uploadRoutes: readonly Route[] = [post, list, remove];
