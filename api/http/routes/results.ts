import { z } from "@hono/zod-openapi";
import type { PlanRow } from "../../store/plans.ts";
import { etagOf, isKnown } from "../etag.ts";
import { reportPolicy } from "../headers.ts";
import { mediaTypes, mediumOf } from "../negotiate.ts";
import type { ListPage } from "../page-cache.ts";
import { notFound, superseded } from "../problem.ts";
import { type Answer, type Asked, jsonAnswer, type Route, read } from "../route.ts";
import { idParams, itemName, itemParams, lang, limit, listOf, planCursor } from "../schemas/common.ts";
import { itemMaster, itemWhole } from "../schemas/items.ts";
import { resultKinds, results } from "../schemas/results.ts";
import { planOf, refuseUnfinished } from "./plans.ts";
import { fileAnswer, kpiRows, kpisOf, listAnswer } from "./result-files.ts";
import { forecastView, type ListKind, pageOf, signalView, suggestionView } from "./result-rows.ts";

const query = z.strictObject({
  item: itemName.optional(),
  decision: z
    .enum(["open", "accept", "change", "awaiting", "reject", "saved", "ordered", "delivered"])
    .optional(),
  orders: z.enum(["0", "1"]).optional(),
  sentences: z.enum(["0", "1"]).optional(),
  cursor: planCursor.optional(),
  limit: limit.optional(),
  lang,
});
type ResultQuery = z.infer<typeof query>;
type ResultAsked = Asked<{ id: string }, ResultQuery>;

const notModified = (etag: string): Answer => ({ status: 304, headers: resultHeaders(etag), body: "" });

const resultHeaders = (etag: string) => ({
  etag,
  "cache-control": "private, no-cache",
  vary: "accept, accept-language, authorization, cookie",
});

/** True for results that a plan has: a failed one has its issues. */
function refuseMissing(plan: PlanRow, kind: ListKind): void {
  if (kind === "issues" && plan.state === "failed" && plan.expired === null) return;
  refuseUnfinished(plan);
}

/** Position behind which a page begins; a cursor of another plan is refused. */
function placeOf({ id }: PlanRow, cursor: string | undefined): number {
  if (cursor === undefined) return -1;
  const [plan, position] = cursor.split(".");
  if (plan !== id) throw superseded(id);
  return Number(position);
}

/** A page of a list; its head names the next one, so that a reader asks for it while this one is on its way. */
function pageAnswer(
  { body, next }: ListPage<Uint8Array>,
  url: URL,
  headers: Readonly<Record<string, string>>,
): Answer {
  const query = new URLSearchParams(url.searchParams);
  if (next !== null) query.set("cursor", next);
  return {
    status: 200,
    headers: {
      "content-type": "application/json; charset=utf-8",
      ...(next === null ? {} : { link: `<?${query}>; rel="next"` }),
      ...headers,
    },
    body,
  };
}

/** A list that is one page. */
const wholeList = (list: object): ListPage => ({ body: JSON.stringify({ ...list, next: null }), next: null });

async function answerOf(
  kind: ListKind,
  { services, caller, params, query: wanted, request, lang: speech }: ResultAsked,
): Promise<Answer> {
  const { store, pages } = services;
  const plan = await planOf(store, caller.tenant, params.id);
  refuseMissing(plan, kind);
  const medium = kind === "masters" ? "json" : mediumOf(request.headers.get("accept"));
  const revision = kind === "suggestions" ? await store.decisions.revision(plan.seq) : 0;
  const url = new URL(request.url);
  const key = [plan.seq, plan.finished, kind, revision, medium, speech, url.search].join("|");
  const etag = etagOf(key);
  if (isKnown(request.headers.get("if-none-match"), etag)) return notModified(etag);
  const headers = { ...resultHeaders(etag), "content-language": speech };
  const { item, decision, orders, sentences, cursor, limit: most = 100 } = wanted;
  if (kind !== "masters" && medium !== "json") {
    const filter = { item, decision, orders: orders === "1" };
    // Who asks for the head alone is not written a list.
    if (request.method === "HEAD")
      return { status: 200, headers: { ...headers, "content-type": mediaTypes[medium] }, body: "" };
    const made = await listAnswer(services, { plan, kind, medium, lang: speech, filter });
    return { ...made, headers: { ...made.headers, ...headers } };
  }
  const after = placeOf(plan, cursor);
  const page = await pages.get(key, async () =>
    kind === "kpis"
      ? wholeList({ ...(await kpisOf(store, plan)), items: await kpiRows(store, plan) })
      : pageOf(store, plan, kind, {
          after,
          isDecided: revision > 0,
          limit: most,
          item,
          decision,
          orders: orders === "1",
          sentences: sentences === "1",
          lang: speech,
        }),
  );
  return pageAnswer(page, url, headers);
}

/** The items of a plan in short: who needs their names and owners need not fetch their histories. */
const masters = read({
  method: "get",
  path: "/v1/plans/{id}/masters",
  policy: "read",
  summary: "Names, groups and owners of the items of a finished plan: JSON in pages.",
  params: idParams,
  query,
  answers: {
    200: { description: "items", content: { "application/json": listOf(itemMaster) } },
    304: { description: "unchanged" },
  },
  handle: (asked) => answerOf("masters", asked),
});

const listRoutes = resultKinds.map((kind) =>
  read({
    method: "get",
    path: `/v1/plans/{id}/${kind}`,
    policy: "read",
    summary: `${kind} of a finished plan: JSON in pages, CSV and XLSX whole.`,
    params: idParams,
    query,
    answers: {
      200: {
        description: kind,
        content: {
          "application/json": results[kind],
          [mediaTypes.csv]: z.string(),
          [mediaTypes.xlsx]: z.string(),
        },
      },
      304: { description: "unchanged" },
    },
    handle: (asked) => answerOf(kind, asked),
  }),
);

/** Everything of one item in one plan. */
const item = read({
  method: "get",
  path: "/v1/plans/{id}/items/{item}",
  policy: "read",
  summary: "An item of a finished plan whole: history, forecast, signals, suggestion and its decision.",
  params: itemParams,
  query: z.strictObject({ lang }),
  answers: {
    200: { description: "the item", content: { "application/json": itemWhole } },
  },
  async handle({ services: { store }, caller, params, lang: speech }) {
    const plan = await planOf(store, caller.tenant, params.id);
    refuseUnfinished(plan);
    const rows = (kind: string) => store.results.list(plan.seq, kind, -1, 1000, { item: params.item });
    const parsed = async (kind: string) => (await rows(kind)).map(({ json }) => JSON.parse(json) as object);
    const [head] = await parsed("items");
    const [forecast] = await rows("forecasts");
    if (head === undefined) throw notFound();
    const [suggestion] = await rows("suggestions");
    const decided = await store.decisions.current(plan.seq, params.item);
    return jsonAnswer(200, {
      ...head,
      forecast: forecast === undefined ? undefined : forecastView(forecast.json, speech),
      signals: (await rows("signals")).map(({ json }) => signalView(json, speech)),
      suggestion: suggestion === undefined ? null : suggestionView(suggestion.json, decided, plan.id, speech),
      parameters: (await parsed("parameters"))[0] ?? null,
      openOrders: await parsed("openOrders"),
      plan: { id: plan.id, asOf: plan.asOf },
    });
  },
});

const report = read({
  method: "get",
  path: "/v1/plans/{id}/report",
  policy: "read",
  summary: "The report of a finished plan: one self-contained page.",
  params: idParams,
  query: z.strictObject({ lang }),
  answers: { 200: { description: "the report", content: { "text/html": z.string() } } },
  async handle({ services: { store }, caller, params, lang: speech }) {
    const plan = await planOf(store, caller.tenant, params.id);
    refuseUnfinished(plan);
    const path = await store.runFile(plan.id, speech, "report.html");
    const answer = fileAnswer(path, "text/html; charset=utf-8", "report.html", true);
    return {
      ...answer,
      headers: {
        ...answer.headers,
        "content-security-policy": reportPolicy,
        "x-frame-options": "SAMEORIGIN",
      },
    };
  },
});

const wholeNames = [
  "plan.json",
  "pool.json",
  "kpis.json",
  "export-suggestions.csv",
  "export-parameters.csv",
] as const;

const file = read({
  method: "get",
  path: "/v1/plans/{id}/files/{name}",
  policy: "read",
  summary: "A file of the result folder as bedarf plan writes it.",
  params: z.object({ id: idParams.shape.id, name: z.enum(wholeNames) }),
  query: z.strictObject({ lang }),
  answers: {
    200: { description: "the file", content: { "application/json": z.unknown(), "text/csv": z.string() } },
  },
  async handle({ services: { store }, caller, params }) {
    const plan = await planOf(store, caller.tenant, params.id);
    refuseUnfinished(plan);
    const type = params.name.endsWith(".csv") ? "text/csv; charset=utf-8" : "application/json; charset=utf-8";
    return fileAnswer(await store.runFile(plan.id, params.name), type, params.name);
  },
});

export const resultRoutes: readonly Route[] = [...listRoutes, masters, item, report, file];
