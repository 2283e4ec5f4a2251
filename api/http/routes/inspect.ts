import { z } from "@hono/zod-openapi";
import type { Examined } from "../../jobs/examine.ts";
import { jsonAnswer, type Route, read } from "../route.ts";
import { fileName, lang } from "../schemas/common.ts";
import { inspected, kindOfUpload } from "../schemas/uploads.ts";
import { fileTypes, receivedFile, refuseEmpty, sentName } from "../sent-file.ts";
import { refusalOf } from "./uploads.ts";

/** Nothing is stored, so it needs no idempotency: a read with a body. */
const inspect = read({
  method: "post",
  path: "/v1/inspect",
  policy: "upload",
  summary: "Says what a file is and how its first lines are understood; nothing is kept.",
  query: z.strictObject({ kind: kindOfUpload.optional(), lang }),
  headers: { "X-File-Name": fileName },
  accepts: fileTypes,
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
    const received = await receivedFile(services, request, settings.bodyBytes);
    try {
      refuseEmpty(received);
      const name = sentName(request);
      const file = { path: received.path, name: name === "" ? (kind ?? "file") : name };
      const answers = await store.answers.answers(caller.tenant);
      const seen = (await examiner.ask(
        { task: "preview", file, answers, ...(kind === undefined ? {} : { kind }) },
        caller.tenant,
      )) as object;
      if (kind === undefined) return jsonAnswer(200, seen);
      const found = (await examiner.ask(
        {
          task: "examine",
          kind,
          file,
          size: received.size,
          mode: "full",
          answers,
          current: [],
          compare: false,
        },
        caller.tenant,
      )) as Examined;
      return jsonAnswer(200, { ...seen, report: found.report });
    } catch (error) {
      throw refusalOf(error);
    } finally {
      store.blobs.drop(received);
    }
  },
});

export const inspectRoutes: readonly Route[] = [inspect];
