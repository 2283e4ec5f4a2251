import { z } from "@hono/zod-openapi";
import type { Actor } from "../../store/audit.ts";
import { type DecisionRow, type NewDecision, VersionError } from "../../store/decisions.ts";
import type { Records } from "../../store/index.ts";
import type { PlanRow } from "../../store/plans.ts";
import { expectedVersion } from "../if-match.ts";
import { notFound, Problem } from "../problem.ts";
import { change, jsonAnswer, type Route, read } from "../route.ts";
import { cursor, ifMatch, itemParams, lang, limit } from "../schemas/common.ts";
import { decision, decisionRequest, decisions } from "../schemas/decisions.ts";
import { approvalLimit } from "./approval-limit.ts";
import { bulkDecisions } from "./bulk-decisions.ts";
import {
  auditEntry,
  decisionView,
  judgedDecision,
  nameQuantity,
  refuseUndecidable,
  unseen,
} from "./judged-decision.ts";
import { planOf } from "./plans.ts";

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

/** Decides; a suggestion that the plan does not have is undefined. */
async function decide(
  records: Records,
  plan: PlanRow,
  item: string,
  given: NewDecision,
  actor: Actor,
  expected?: number,
): Promise<DecisionRow | undefined> {
  const { results, decisions, plans, audit } = records;
  const suggested = await results.suggestedTo(plan.seq, [item]);
  const before = await decisions.current(plan.seq, item);
  const newer = await plans.newerThan(plan);
  const limit = await approvalLimit(records, plan.tenant);
  const judged = judgedDecision(plan, item, given, { suggested: suggested.get(item), before, newer, limit });
  if (judged === undefined) return undefined;
  const made = await decisions.add(plan.tenant, plan.seq, item, judged, actor.who, expected);
  await audit.add(actor, ...auditEntry(plan, made, before));
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

export const decisionRoutes: readonly Route[] = [one, bulkDecisions, feed];
