import { statfsSync } from "node:fs";
import { z } from "@hono/zod-openapi";
import { defined, words } from "../../../src/index.ts";
import type { Examined } from "../../jobs/examine.ts";
import { CrashError, TaskError } from "../../jobs/process.ts";
import { fileNameOf } from "../../jobs/spec.ts";
import type { Received } from "../../store/blobs.ts";
import type { Upload } from "../../store/uploads.ts";
import { receivedBody } from "../body.ts";
import { iso } from "../instant.ts";
import { diskFull, notFound, Problem, unacceptable } from "../problem.ts";
import { type Answer, type Asked, change, jsonAnswer, type Route, read } from "../route.ts";
import { idParams, lang } from "../schemas/common.ts";
import {
  dryRun,
  inspected,
  kindOfUpload,
  modeOfUpload,
  removedUpload,
  upload,
  uploads,
} from "../schemas/uploads.ts";
import type { Services } from "../services.ts";

const uploadTypes = [
  "text/csv",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/gzip",
  "application/octet-stream",
];

/** Codes of files that are no table at all; every other refusal is 422. */
const strangers = new Set([
  "old-excel",
  "not-a-table",
  "packed",
  "markup",
  "json",
  "not-text",
  "zip-no-workbook",
  "xlsb",
  "xlsx-encrypted",
  "xlsx-doctype",
]);

/** What a file's refusal means for the caller. */
export function refusalOf(error: unknown): unknown {
  if (error instanceof TaskError && error.known)
    return strangers.has(error.code)
      ? new Problem(415, error.code, { en: error.message, de: words.errorSentence(error.message, "de") })
      : unacceptable(error.code, error.message, words.errorSentence(error.message, "de"));
  if (error instanceof CrashError)
    return unacceptable(
      "too-complex",
      "The file could not be read with the memory and time that one file may take.",
      "Die Datei lässt sich mit dem Speicher und der Zeit, die eine Datei haben darf, nicht lesen.",
    );
  return error;
}

/** A file name without path and control characters, at most 255 bytes. */
function cleanName(header: string | null): string {
  if (header === null) return "";
  let name = header;
  try {
    name = decodeURIComponent(header);
  } catch {
    // Not percent-encoded: taken as it stands.
  }
  const bare = (name.normalize("NFC").split(/[\\/]/).at(-1) ?? "").replaceAll(/\p{Cc}/gu, "").trim();
  return Buffer.from(bare).subarray(0, 255).toString("utf8").replaceAll("\uFFFD", "");
}

export function refuseFullDisk({ store, settings }: Services, request: Request): void {
  const { bavail, bsize } = statfsSync(store.folder);
  const expected = Number(request.headers.get("content-length") ?? 0);
  if (bavail * bsize >= settings.freeDiskBytes + 2 * expected) return;
  throw diskFull();
}

const view = ({ position: _, removed: __, created, ...rest }: Upload) => ({ ...rest, created: iso(created) });

const query = z.strictObject({
  kind: kindOfUpload,
  source: z
    .string()
    .regex(/^[\p{L}\p{N} ._@-]{1,100}$/u)
    .optional(),
  mode: modeOfUpload.optional(),
  dryRun: z.enum(["0", "1"]).optional(),
  lang,
});

type UploadQuery = z.infer<typeof query>;

async function examined(
  { services, caller, query }: Asked<unknown, UploadQuery>,
  { kind, source = "", mode }: { kind: Upload["kind"]; source?: string; mode: Upload["mode"] },
  name: string,
  received: Received,
): Promise<Examined> {
  const { store } = services;
  const current = store.uploads
    .current(caller.tenant)
    .filter((one) => one.kind === kind && one.source === source && one.sha256 !== received.sha256)
    .map((one) => ({ path: store.blobs.pathOf(one.sha256), name: fileNameOf(one) }));
  try {
    return (await services.examiner.ask({
      task: "examine",
      kind,
      file: { path: received.path, name },
      size: received.size,
      mode,
      answers: store.answers.answers(caller.tenant),
      current,
      compare: query.dryRun === "1",
    })) as Examined;
  } catch (error) {
    throw refusalOf(error);
  }
}

/** Orders without a source add to each other; every other kind, and every named source, is replaced. */
const usualMode = (kind: Upload["kind"], source: string | undefined): Upload["mode"] =>
  (kind === "orders" && source === undefined) || kind === "decisions" ? "delta" : "full";

const post = change<unknown, UploadQuery, undefined>({
  method: "post",
  path: "/v1/uploads",
  policy: "upload",
  summary: "Sends a file: stored, read and reported before the answer; with dryRun=1 only read and compared.",
  query,
  headers: {
    "Idempotency-Key": "repeats of a request have its effect once",
    "X-File-Name": "name of the file",
  },
  stream: uploadTypes,
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
    const { services, query: wanted, caller, actor } = asked;
    const { store, metrics } = services;
    const { kind, source } = wanted;
    refuseFullDisk(services, asked.request);
    const mode = wanted.mode ?? usualMode(kind, source);
    const name = cleanName(asked.request.headers.get("x-file-name"));
    if (received.size === 0) throw unacceptable("empty", "The file is empty.", "Die Datei ist leer.");
    const answerKnown = (known: Upload): Answer => {
      store.uploads.touch(known.id);
      store.audit.add(actor, "upload.again", known.id, { sha256: known.sha256 });
      return jsonAnswer(200, view(known));
    };
    const known =
      wanted.dryRun === "1" ? undefined : store.uploads.known(caller.tenant, kind, received.sha256);
    if (known !== undefined) return () => answerKnown(known);
    const found = await examined(
      asked,
      { kind, ...defined({ source }), mode },
      name === "" ? kind : name,
      received,
    );
    if (wanted.dryRun === "1")
      return () =>
        jsonAnswer(200, {
          dryRun: true,
          sha256: received.sha256,
          kind,
          source: source ?? "",
          mode,
          report: found.report,
        });
    store.blobs.keep(received);
    return () => {
      const other = store.uploads.known(caller.tenant, kind, received.sha256);
      if (other !== undefined) return answerKnown(other);
      const { sha256, size } = received;
      const added = store.uploads.add(caller.tenant, {
        kind,
        source: source ?? "",
        mode,
        sha256,
        size,
        name,
        report: found.report,
      });
      store.answers.ask(caller.tenant, found.questions);
      store.audit.add(actor, "upload.add", added.id, { kind, source: added.source, mode, sha256, name });
      return {
        ...jsonAnswer(201, view(added)),
        after: () => {
          metrics.bytes.inc(size);
          metrics.rows.inc({ kind }, found.report.rows);
          for (const [reason, count] of Object.entries(found.report.issueCounts))
            metrics.rejected.inc({ kind, reason }, count);
        },
      };
    };
  },
});

const list = read({
  method: "get",
  path: "/v1/uploads",
  policy: "read",
  summary: "Files of the tenant, oldest first, and which of them are current.",
  query: z.strictObject({ lang }),
  answers: { 200: { description: "uploads", content: { "application/json": uploads } } },
  handle({ services: { store }, caller }) {
    const current = new Set(store.uploads.current(caller.tenant).map(({ id }) => id));
    const items = store.uploads
      .list(caller.tenant)
      .map((one) => ({ ...view(one), current: current.has(one.id) }));
    return jsonAnswer(200, { items, next: null });
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
  prepare({ services: { store }, params: { id }, caller, actor }) {
    return () => {
      if (!store.uploads.remove(caller.tenant, id)) throw notFound();
      store.audit.add(actor, "upload.remove", id);
      return jsonAnswer(200, { id, removed: true });
    };
  },
});

/** Nothing is stored, so it needs no idempotency: a read with a body. */
const inspect = read({
  method: "post",
  path: "/v1/inspect",
  policy: "upload",
  summary: "Says what a file is and how its first lines are understood; nothing is kept.",
  query: z.strictObject({ kind: kindOfUpload.optional(), lang }),
  headers: { "X-File-Name": "name of the file" },
  answers: {
    200: {
      description: "what the file is, and up to 20 typed lines",
      content: { "application/json": inspected },
    },
    413: { description: "larger than allowed" },
    415: { description: "not a table" },
  },
  async handle({ services, request, query: { kind }, caller }) {
    const { store, settings, examiner } = services;
    refuseFullDisk(services, request);
    const received = await receivedBody(request, settings.bodyBytes, store.blobs.receive);
    try {
      if (received.size === 0) throw unacceptable("empty", "The file is empty.", "Die Datei ist leer.");
      const name = cleanName(request.headers.get("x-file-name"));
      const file = { path: received.path, name: name === "" ? (kind ?? "file") : name };
      const answers = store.answers.answers(caller.tenant);
      const seen = (await examiner.ask({ task: "preview", file, answers })) as object;
      if (kind === undefined) return jsonAnswer(200, seen);
      const found = (await examiner.ask({
        task: "examine",
        kind,
        file,
        size: received.size,
        mode: "full",
        answers,
        current: [],
        compare: false,
      })) as Examined;
      return jsonAnswer(200, { ...seen, report: found.report });
    } catch (error) {
      throw refusalOf(error);
    } finally {
      store.blobs.drop(received);
    }
  },
});

export const uploadRoutes: readonly Route[] = [post, list, remove, inspect];
