import { existsSync } from "node:fs";
import { z } from "@hono/zod-openapi";
import { UsageError } from "../../../src/index.ts";
import type { Lang } from "../../command.ts";
import { withStanding } from "../../jobs/spec.ts";
import { checkedConfig } from "../../run/config.ts";
import type { Store } from "../../store/index.ts";
import { endBy, type PlanRequest, type PlanRow } from "../../store/plans.ts";
import { mediaTypes } from "../negotiate.ts";
import { busy, notFound, Problem, refusedBy } from "../problem.ts";
import { change, jsonAnswer, type Route, read } from "../route.ts";
import { idParams, lang, pageQuery } from "../schemas/common.ts";
import { replay, replayRequest, replays } from "../schemas/plans.ts";
import { newestFirst, planView, refuseFiles, refuseUnfinished } from "./plans.ts";
import { fileAnswer } from "./result-files.ts";

const files = ["replay.json", "replay.csv", "replay.html", "issues.csv"] as const;
type ReplayFile = (typeof files)[number];

const types: Readonly<Record<ReplayFile, string>> = {
  "replay.json": "application/json; charset=utf-8",
  "replay.csv": `${mediaTypes.csv}; charset=utf-8`,
  "replay.html": "text/html; charset=utf-8",
  "issues.csv": `${mediaTypes.csv}; charset=utf-8`,
};

/** A replay as the API shows it. */
function replayView(row: PlanRow, lang: Lang): object {
  const { links: _, ...view } = planView(row, lang) as { links?: unknown };
  const links = Object.fromEntries(files.map((name) => [name, `/v1/replays/${row.id}/files/${name}`]));
  return { ...view, ...(row.state === "done" && row.expired === null ? { links } : {}) };
}

async function replayOf(store: Store, tenant: string, id: string): Promise<PlanRow> {
  const found =
    id === "latest"
      ? await store.plans.latest(tenant, "replay")
      : await store.plans.get(tenant, id, "replay");
  if (found === undefined) throw notFound();
  return found;
}

async function refuse(store: Store, tenant: string, request: PlanRequest): Promise<void> {
  // Files of an import that was undone may be lived again while they are kept.
  await refuseFiles(store, tenant, request, async ({ sha256 }) => existsSync(await store.blobs.open(sha256)));
  try {
    checkedConfig(request.config ?? {});
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw refusedBy(error.fault, { code: "config-not-valid" });
  }
}

const post = change({
  method: "post",
  path: "/v1/replays",
  policy: "upload",
  summary: "Lives the past again: our suggestions against what was, from what is current or named uploads.",
  query: z.strictObject({ lang }),
  json: replayRequest,
  answers: { 202: { description: "queued", content: { "application/json": replay } } },
  async prepare({ services: { store, settings, runner }, caller, actor, lang: speech }, { json: request }) {
    await refuse(store, caller.tenant, request);
    return async ({ plans, jobs, audit, settings: standing }) => {
      if ((await plans.open(caller.tenant)) >= settings.queuedPlans)
        throw busy("Too many plans wait already.", "Es warten schon zu viele Pläne.", 10);
      const full = withStanding(await standing.get(caller.tenant), request);
      const row = await plans.add(caller.tenant, full, false, "replay");
      await jobs.enqueue(row.seq);
      await audit.add(actor, "replay.order", row.id, request);
      const headers = { location: `/v1/replays/${row.id}` };
      return { ...jsonAnswer(202, replayView(row, speech), headers), after: () => runner.wake() };
    };
  },
});

const list = read({
  method: "get",
  path: "/v1/replays",
  policy: "read",
  summary: "Replays, newest first.",
  query: pageQuery,
  answers: { 200: { description: "replays", content: { "application/json": replays } } },
  async handle({ services: { store }, caller, query, lang: speech }) {
    const { rows, next } = await newestFirst(store, caller.tenant, query, "replay");
    return jsonAnswer(200, { items: rows.map((row) => replayView(row, speech)), next });
  },
});

const get = read({
  method: "get",
  path: "/v1/replays/{id}",
  policy: "read",
  summary: "State and progress of a replay (or `latest`, the newest finished one); links once it is done.",
  params: idParams,
  query: z.strictObject({ lang }),
  answers: { 200: { description: "the replay", content: { "application/json": replay } } },
  handle: async ({ services: { store }, caller, params, lang: speech }) =>
    jsonAnswer(200, replayView(await replayOf(store, caller.tenant, params.id), speech)),
});

const file = read({
  method: "get",
  path: "/v1/replays/{id}/files/{name}",
  policy: "read",
  summary: "A file of the result folder as bedarf replay writes it.",
  params: z.object({ id: idParams.shape.id, name: z.enum(files) }),
  query: z.strictObject({ lang }),
  answers: {
    200: { description: "the file", content: { "application/json": z.unknown(), "text/csv": z.string() } },
  },
  async handle({ services: { store }, caller, params: { id, name }, lang: speech }) {
    const row = await replayOf(store, caller.tenant, id);
    if (row.expired !== null) refuseUnfinished(row);
    const isReady = row.state === "done" || (row.state === "failed" && name === "issues.csv");
    if (!isReady)
      throw new Problem(409, "replay-not-done", {
        de: `Der Rückblick ist nicht fertig (${row.state}).`,
        en: `The replay is not done (${row.state}).`,
      });
    const place = name === "replay.json" ? [name] : [speech, name];
    return fileAnswer(await store.runFile(row.id, ...place), types[name], name);
  },
});

const cancel = change({
  method: "post",
  path: "/v1/replays/{id}/cancel",
  policy: "upload",
  summary: "Cancels a replay that waits or runs.",
  params: idParams,
  query: z.strictObject({ lang }),
  answers: { 200: { description: "the replay", content: { "application/json": replay } } },
  async prepare({ services: { store, runner }, caller, params, actor, lang: speech }) {
    const row = await replayOf(store, caller.tenant, params.id);
    return async ({ plans, jobs, audit }) => {
      if (await jobs.cancel(row.seq)) {
        await plans.end(row.seq, "failed", endBy({ code: "cancelled" }));
        await audit.add(actor, "replay.cancel", row.id);
      }
      const answer = jsonAnswer(200, replayView((await plans.bySeq(row.seq)) ?? row, speech));
      return { ...answer, after: () => runner.cancel(row.seq) };
    };
  },
});

export const replayRoutes: readonly Route[] = [post, list, get, file, cancel];
