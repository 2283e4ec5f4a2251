import { existsSync } from "node:fs";
import { z } from "@hono/zod-openapi";
import { defined, type Fault, UsageError, words } from "../../../src/index.ts";
import type { Lang } from "../../command.ts";
import { example } from "../../example.ts";
import { withStanding } from "../../jobs/spec.ts";
import { checkedConfig } from "../../run/config.ts";
import type { Store } from "../../store/index.ts";
import { endBy, type PlanRequest, type PlanRow } from "../../store/plans.ts";
import type { StandingUpload } from "../../store/uploads.ts";
import { instant, iso } from "../instant.ts";
import { busy, notFound, Problem, refusedBy, unacceptable, unknown } from "../problem.ts";
import { change, jsonAnswer, type Route, read } from "../route.ts";
import { idParams, lang, pageQuery } from "../schemas/common.ts";
import { plan, plans as planList, planRequest } from "../schemas/plans.ts";
import { resultKinds } from "../schemas/results.ts";

/** Why a plan failed, for readers who have no command line before them: columns by their names, no options of it. */
function reasonOf(fault: Fault, lang: Lang): string {
  const { columns } = words.wordsOf(lang);
  const said =
    fault.code === "question" && "field" in fault.issue
      ? { ...fault, issue: { ...fault.issue, field: words.wordOr(columns, fault.issue.field) } }
      : fault;
  return words.faultSentence(said, lang, words.withoutOptions).replaceAll("\n", " ");
}

/** A plan as the API shows it, the reason of a failure in the reader's language. */
export function planView(row: PlanRow, lang: Lang): object {
  const { id, state, progress, step, asOf, code, fault } = row;
  const reason = fault === null ? row.reason : reasonOf(fault, lang);
  const links = Object.fromEntries(
    [...resultKinds, "report"].map((name) => [name, `/v1/plans/${id}/${name}`]),
  );
  return {
    id,
    state,
    progress,
    ...(step === null ? {} : { step }),
    asOf,
    created: iso(row.created),
    started: instant(row.started),
    finished: instant(row.finished),
    ...(code === null ? {} : { code }),
    ...(reason === null ? {} : { reason }),
    request: row.request,
    ...(row.summary === null ? {} : { summary: row.summary }),
    ...(state === "done" && row.expired === null ? { links } : {}),
  };
}

/** The plan of a path, "latest" included. */
export async function planOf(store: Store, tenant: string, id: string): Promise<PlanRow> {
  const found = id === "latest" ? await store.plans.latest(tenant) : await store.plans.get(tenant, id);
  if (found === undefined) throw notFound();
  return found;
}

/** A page of plans, or of replays, newest first, and where the next one begins. */
export async function newestFirst(
  store: Store,
  tenant: string,
  {
    cursor = Number.MAX_SAFE_INTEGER,
    limit = 100,
  }: { cursor?: number | undefined; limit?: number | undefined },
  kind?: "replay",
): Promise<{ readonly rows: readonly PlanRow[]; readonly next: string | null }> {
  const rows = await store.plans.list(tenant, cursor, limit, kind);
  // A page may end before its limit, where its rows are large.
  const last = rows.at(-1)?.seq;
  const hasMore = last !== undefined && (await store.plans.list(tenant, last, 1, kind)).length > 0;
  return { rows, next: hasMore ? String(last) : null };
}

export const refuseUnfinished = ({ state, expired }: PlanRow): void => {
  if (expired !== null)
    throw new Problem(410, "plan-expired", {
      de: "Die Ergebnisse dieses Plans werden nicht mehr aufbewahrt.",
      en: "The results of this plan are no longer kept.",
    });
  if (state !== "done")
    throw new Problem(409, "plan-not-done", {
      de: `Der Plan ist nicht fertig (${state}).`,
      en: `The plan is not done (${state}).`,
    });
};

const noOrdersYet = (): Problem =>
  unacceptable(
    "no-orders",
    "There are no order lines yet: send a file with kind=orders first.",
    "Es gibt noch keine Auftragszeilen: zuerst eine Datei mit kind=orders senden.",
  );

/** Refuses what names a file that is not there (any more), and what has no order lines. */
export async function refuseFiles(
  store: Store,
  tenant: string,
  request: PlanRequest,
  isThere: (upload: StandingUpload) => boolean | Promise<boolean>,
): Promise<void> {
  const { uploads: ids } = request;
  const named = ids === undefined ? [] : await store.uploads.named(tenant, ids);
  const there = new Set<string>();
  for (const upload of named) if (await isThere(upload)) there.add(upload.id);
  const id = ids?.find((one) => !there.has(one));
  if (id !== undefined)
    throw unknown("upload-unknown", `There is no upload ${id}.`, `Den Upload ${id} gibt es nicht.`);
  const hasOrders =
    ids === undefined
      ? await store.uploads.has(tenant, "orders")
      : named.some(({ kind }) => kind === "orders");
  if (!hasOrders) throw noOrdersYet();
}

/** Everything that can be known to be wrong before the plan runs. */
async function refuse(store: Store, tenant: string, request: PlanRequest): Promise<void> {
  // the example's files are never current, and can be planned again
  await refuseFiles(store, tenant, request, ({ removed, source }) => removed === null || source === example);
  if (request.pool !== undefined && request.pool !== "none") {
    const pool = await store.plans.get(tenant, request.pool);
    if (pool === undefined || !existsSync(await store.runFile(pool.id, "pool.json")))
      throw unknown(
        "pool-unknown",
        `There is no finished plan ${request.pool} with a pool.`,
        `Einen fertigen Plan ${request.pool} mit Gelerntem gibt es nicht.`,
      );
  }
  try {
    checkedConfig(request.config ?? {}, {
      ...defined({ asOf: request.asOf, stockDate: request.stockDate }),
    });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw refusedBy(error.fault, { code: "config-not-valid" });
  }
}

const post = change({
  method: "post",
  path: "/v1/plans",
  policy: "upload",
  summary: "Orders a plan of what is current, or of named uploads.",
  query: z.strictObject({ lang }),
  json: planRequest,
  isJsonOptional: true,
  answers: { 202: { description: "queued", content: { "application/json": plan } } },
  async prepare({ services, caller, actor, lang: speech }, { json: request }) {
    const { store, settings, runner } = services;
    await refuse(store, caller.tenant, request);
    return async ({ plans, jobs, audit, settings: standing }) => {
      const full = withStanding(await standing.get(caller.tenant), request);
      if ((await plans.open(caller.tenant)) >= settings.queuedPlans)
        throw busy("Too many plans wait already.", "Es warten schon zu viele Pläne.", 10);
      const row = await plans.add(caller.tenant, full, request.uploads === undefined);
      await jobs.enqueue(row.seq);
      await audit.add(actor, "plan.order", row.id, request);
      const headers = { location: `/v1/plans/${row.id}` };
      return { ...jsonAnswer(202, planView(row, speech), headers), after: () => runner.wake() };
    };
  },
});

const list = read({
  method: "get",
  path: "/v1/plans",
  policy: "read",
  summary: "Plans, newest first.",
  query: pageQuery,
  answers: { 200: { description: "plans", content: { "application/json": planList } } },
  async handle({ services: { store }, caller, query, lang: speech }) {
    const { rows, next } = await newestFirst(store, caller.tenant, query);
    return jsonAnswer(200, { items: rows.map((row) => planView(row, speech)), next });
  },
});

const latest = read({
  method: "get",
  path: "/v1/plans/latest",
  policy: "read",
  summary: "The newest finished plan.",
  query: z.strictObject({ lang }),
  answers: { 200: { description: "the plan", content: { "application/json": plan } } },
  handle: async ({ services: { store }, caller, lang: speech }) =>
    jsonAnswer(200, planView(await planOf(store, caller.tenant, "latest"), speech)),
});

const get = read({
  method: "get",
  path: "/v1/plans/{id}",
  policy: "read",
  summary: "State and progress of a plan; links to its results once it is done.",
  params: idParams,
  query: z.strictObject({ lang }),
  answers: { 200: { description: "the plan", content: { "application/json": plan } } },
  handle: async ({ services: { store }, caller, params, lang: speech }) =>
    jsonAnswer(200, planView(await planOf(store, caller.tenant, params.id), speech)),
});

const cancel = change({
  method: "post",
  path: "/v1/plans/{id}/cancel",
  policy: "upload",
  summary: "Cancels a plan that waits or runs.",
  params: idParams,
  query: z.strictObject({ lang }),
  answers: { 200: { description: "the plan", content: { "application/json": plan } } },
  async prepare({ services: { store, runner }, caller, params, actor, lang: speech }) {
    const row = await planOf(store, caller.tenant, params.id);
    return async ({ plans, jobs, audit }) => {
      if (await jobs.cancel(row.seq)) {
        await plans.end(row.seq, "failed", endBy({ code: "cancelled" }));
        await audit.add(actor, "plan.cancel", row.id);
      }
      const answer = jsonAnswer(200, planView((await plans.bySeq(row.seq)) ?? row, speech));
      return { ...answer, after: () => runner.cancel(row.seq) };
    };
  },
});

export const planRoutes: readonly Route[] = [post, list, latest, get, cancel];
