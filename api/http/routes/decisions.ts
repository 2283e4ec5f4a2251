import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { z } from "@hono/zod-openapi";
import { defined } from "../../../src/index.ts";
import type { Actor } from "../../store/audit.ts";
import { type DecisionRow, type NewDecision, orderStateOf, VersionError } from "../../store/decisions.ts";
import type { Records } from "../../store/index.ts";
import type { PlanRow } from "../../store/plans.ts";
import { refuseOddJson } from "../acceptable-json.ts";
import { expectedVersion } from "../if-match.ts";
import { iso } from "../instant.ts";
import { mostDecisionBytes, mostDecisions } from "../limits.ts";
import { notFound, Problem, superseded, unacceptable } from "../problem.ts";
import { change, jsonAnswer, type Route, read } from "../route.ts";
import { cursor, idParams, ifMatch, itemParams, lang, limit } from "../schemas/common.ts";
import {
  type DecisionView,
  decision,
  decisionLine,
  decisionRequest,
  decisions,
} from "../schemas/decisions.ts";
import { planOf, refuseUnfinished } from "./plans.ts";

/** A decision as the API shows it. */
export const decisionView = (row: DecisionRow, planId: string): DecisionView => ({
  seq: row.seq,
  plan: planId,
  item: row.item,
  version: row.version,
  action: row.action,
  quantity: row.quantity,
  reason: row.reason,
  order: row.order,
  date: row.date,
  by: row.who,
  at: iso(row.at),
});

const changedMeanwhile = (current: number) =>
  new Problem(
    412,
    "decided-meanwhile",
    {
      de: `Inzwischen wurde anders entschieden (Version ${current}): neu laden, dann entscheiden.`,
      en: `Another decision came between (version ${current}): load again, then decide.`,
    },
    { headers: { etag: `"${current}"` } },
  );

const isOrder = (before: DecisionRow | undefined): before is DecisionRow =>
  before !== undefined && orderStateOf(before.action) !== undefined;

/** What is done with an order that was accepted before: possible after any number of newer plans, its quantity as it was. */
const isContinued = ({ action, quantity }: NewDecision, before: DecisionRow | undefined): boolean =>
  isOrder(before) &&
  (action === "reset" || orderStateOf(action) !== undefined) &&
  (quantity === undefined ? action !== "accept" : quantity === before.quantity);

/** Refuses a decision on a plan that a newer one has replaced, unless it goes on with an order of that plan. */
async function refuseSuperseded(
  { plans, decisions }: Records,
  plan: PlanRow,
  item: string,
  given: NewDecision,
): Promise<void> {
  const newer = await plans.newerThan(plan);
  if (newer !== undefined && !isContinued(given, await decisions.current(plan.seq, item)))
    throw superseded(newer.id);
}

/** Whoever accepts on `latest` says what he saw: the plan behind the name may have changed meanwhile. */
const unseen = (id: string, { action, quantity }: NewDecision): boolean =>
  id === "latest" && action === "accept" && quantity === undefined;

const nameQuantity = () =>
  unacceptable(
    "quantity-needed",
    "To accept on latest, name the quantity that was seen, or the plan by its id.",
    "Zum Annehmen auf latest die gesehene Menge nennen oder den Plan mit seiner Kennung.",
  );

/** An order outlives the results of its plan: only a plan that never had any is refused here. */
const refuseUndecidable = (plan: PlanRow): void => refuseUnfinished({ ...plan, expired: null });

const nothingAccepted = () =>
  unacceptable(
    "nothing-accepted",
    "Only what was accepted can be saved or delivered.",
    "Gesichert oder geliefert werden kann nur, was angenommen wurde.",
  );

/** Quantity that an action stands for when none is named: what was suggested, or last decided. */
async function quantityOf(
  { decisions }: Records,
  plan: PlanRow,
  item: string,
  given: NewDecision,
  suggested: number,
) {
  const { action } = given;
  if (given.quantity !== undefined) return given.quantity;
  if (action === "accept") return suggested;
  if (orderStateOf(action) !== undefined)
    return (await decisions.current(plan.seq, item))?.quantity ?? suggested;
  return undefined;
}

/** Decides; a suggestion that the plan does not have is undefined. */
async function decide(
  records: Records,
  plan: PlanRow,
  item: string,
  given: NewDecision,
  actor: Actor,
  expected?: number,
): Promise<DecisionRow | undefined> {
  const [row] = await records.results.list(plan.seq, "suggestions", -1, 1, { item });
  const before = await records.decisions.current(plan.seq, item);
  if (row === undefined && !isOrder(before)) {
    refuseUnfinished(plan);
    return undefined;
  }
  await refuseSuperseded(records, plan, item, given);
  if ((given.action === "saved" || given.action === "delivered") && !isOrder(before)) throw nothingAccepted();
  const suggested = row === undefined ? 0 : (JSON.parse(row.json) as { quantity: number }).quantity;
  const quantity = await quantityOf(records, plan, item, given, suggested);
  const made = await records.decisions.add(
    plan.tenant,
    plan.seq,
    item,
    { ...given, ...defined({ quantity }) },
    actor.who,
    expected,
  );
  await records.audit.add(actor, `decision.${given.action}`, `${plan.id}/${item}`, {
    version: made.version,
    quantity: made.quantity,
    before: before === undefined ? null : { action: before.action, quantity: before.quantity },
  });
  return made;
}

const one = change({
  method: "post",
  path: "/v1/plans/{id}/suggestions/{item}/decision",
  policy: "decide",
  summary: "Decides about a suggestion. With If-Match only when nobody decided in between.",
  params: itemParams,
  query: z.strictObject({ lang }),
  headers: { "If-Match": ifMatch },
  json: decisionRequest,
  answers: {
    200: { description: "kept", content: { "application/json": decision } },
    412: { description: "another decision came between" },
  },
  async prepare({ services: { store }, caller, params, actor, request }, { json }) {
    const plan = await planOf(store, caller.tenant, params.id);
    refuseUndecidable(plan);
    if (unseen(params.id, json)) throw nameQuantity();
    const expected = expectedVersion(request.headers.get("if-match"));
    return async (records) => {
      try {
        const made = await decide(records, plan, params.item, json, actor, expected);
        if (made === undefined) throw notFound();
        return jsonAnswer(200, decisionView(made, plan.id), { etag: `"${made.version}"` });
      } catch (error) {
        throw error instanceof VersionError ? changedMeanwhile(error.current) : error;
      }
    };
  },
});

const tooManyLines = () =>
  new Problem(413, "too-large", {
    de: `Höchstens ${mostDecisions} Zeilen auf einmal.`,
    en: `At most ${mostDecisions} lines at once.`,
  });

/** Lines of a received body. They are counted as bytes first: a body of line ends would be a list of millions. */
async function linesOf(path: string): Promise<string[]> {
  let ends = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) ends++;
    if (ends > mostDecisions) throw tooManyLines();
  }
  return (await readFile(path, "utf8")).split("\n");
}

/** A plan, and the name by which it was asked for. */
interface Meant extends PlanRow {
  readonly asked: string;
}

/** One line of the bulk: decided, or why not. */
async function decideLine(
  records: Records,
  plan: Meant,
  text: string,
  line: number,
  actor: Actor,
): Promise<object> {
  const failed = (code: string, message: string, item?: string) => ({
    ...defined({ item }),
    error: { code, message, line },
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
    refuseOddJson(json);
  } catch (error) {
    if (error instanceof Problem) return failed("not-valid", error.message);
    return failed("not-json", "the line is no JSON object");
  }
  const parsed = decisionLine.safeParse(json);
  if (!parsed.success) return failed("not-valid", parsed.error.issues[0]?.message ?? "not valid");
  const { item, version, ...given } = parsed.data;
  if (unseen(plan.asked, given)) return failed("quantity-needed", nameQuantity().message, item);
  try {
    const made = await decide(records, plan, item, given, actor, version);
    return made === undefined
      ? failed("item-unknown", "the plan suggests nothing for it", item)
      : decisionView(made, plan.id);
  } catch (error) {
    if (error instanceof Problem) return failed(error.code, error.message, item);
    if (!(error instanceof VersionError)) throw error;
    return failed("decided-meanwhile", `the decision has version ${error.current}`, item);
  }
}

const bulk = change({
  method: "post",
  path: "/v1/plans/{id}/decisions",
  policy: "decide",
  summary:
    "Decides about many suggestions: one JSON object a line, one answer a line, all in one transaction.",
  params: idParams,
  query: z.strictObject({ lang }),
  stream: ["application/x-ndjson"],
  mostBytes: mostDecisionBytes,
  answers: {
    200: { description: "one line for each", content: { "application/x-ndjson": z.string() } },
    413: { description: "larger than allowed" },
  },
  async prepare({ services: { store }, caller, params, actor }, { received }) {
    const plan = await planOf(store, caller.tenant, params.id);
    refuseUndecidable(plan);
    const lines = await linesOf(received.path);
    const meant: Meant = { ...plan, asked: params.id };
    return async (records) => {
      const answers: string[] = [];
      for (const [k, text] of lines.entries())
        if (text.trim() !== "")
          answers.push(`${JSON.stringify(await decideLine(records, meant, text, k + 1, actor))}\n`);
      return { status: 200, headers: { "content-type": "application/x-ndjson" }, body: answers.join("") };
    };
  },
});

const feed = read({
  method: "get",
  path: "/v1/decisions",
  policy: "read",
  summary:
    "Decisions after a cursor, oldest first: what an ERP fetches. `cursor` is the since of the next call.",
  query: z.strictObject({ since: cursor.optional(), limit: limit.optional(), lang }),
  answers: { 200: { description: "decisions", content: { "application/json": decisions } } },
  async handle({ services: { store }, caller, query: { since = 0, limit: most = 1000 } }) {
    const rows = await store.decisions.since(caller.tenant, since, most + 1);
    const more = rows.length > most;
    const items = rows.slice(0, most).map((row) => decisionView(row, row.planId));
    const last = String(items.at(-1)?.seq ?? since);
    return jsonAnswer(200, { items, next: more ? last : null, cursor: last });
  },
});

export const decisionRoutes: readonly Route[] = [one, bulk, feed];
