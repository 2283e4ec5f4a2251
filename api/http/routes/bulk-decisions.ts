import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { z } from "@hono/zod-openapi";
import { defined } from "../../../src/index.ts";
import { breathing } from "../../jobs/breathing.ts";
import type { Actor } from "../../store/audit.ts";
import type { DecisionRow, NewDecision } from "../../store/decisions.ts";
import type { Records } from "../../store/index.ts";
import type { PlanInShort, PlanRow } from "../../store/plans.ts";
import type { SuggestedOrder } from "../../store/results.ts";
import { refuseOddJson } from "../acceptable-json.ts";
import { decisionsAtOnce, mostDecisionBytes, mostDecisions } from "../limits.ts";
import { Problem } from "../problem.ts";
import { change } from "../route.ts";
import { idParams, lang } from "../schemas/common.ts";
import { decisionLine } from "../schemas/decisions.ts";
import { type ApprovalLimit, approvalLimit } from "./approval-limit.ts";
import {
  auditEntry,
  decisionView,
  judgedDecision,
  nameQuantity,
  refuseUndecidable,
  unseen,
} from "./judged-decision.ts";
import { planOf } from "./plans.ts";

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

/** Why a line is not decided, as its answer says it. */
interface Refusal {
  readonly item?: string;
  readonly error: { readonly code: string; readonly message: string; readonly line: number };
}

/** A line that can be decided. */
interface Wish {
  readonly line: number;
  readonly item: string;
  readonly given: NewDecision;
  /** Version that the decider saw. */
  readonly expected: number | undefined;
}

const refusal = (line: number, code: string, message: string, item?: string): Refusal => ({
  ...defined({ item }),
  error: { code, message, line },
});

/** What a line asks for. @param asked the name by which the plan was asked for */
function wishOf(text: string, line: number, asked: string): Wish | Refusal {
  let json: unknown;
  try {
    json = JSON.parse(text);
    refuseOddJson(json);
  } catch (error) {
    if (error instanceof Problem) return refusal(line, "not-valid", error.message);
    return refusal(line, "not-json", "the line is no JSON object");
  }
  const parsed = decisionLine.safeParse(json);
  if (!parsed.success) return refusal(line, "not-valid", parsed.error.issues[0]?.message ?? "not valid");
  const { item, version, ...given } = parsed.data;
  if (unseen(asked, given)) return refusal(line, "quantity-needed", nameQuantity().message, item);
  return { line, item, given, expected: version };
}

/** Decisions of a plan that are made together. */
interface Together {
  readonly records: Records;
  readonly plan: PlanRow;
  readonly newer: PlanInShort | undefined;
  readonly limit: ApprovalLimit | undefined;
  readonly actor: Actor;
  /** Quantities that the plan suggests, and decisions that hold, of the items asked about so far. */
  readonly suggested: Map<string, SuggestedOrder>;
  readonly held: Map<string, Held>;
  readonly looked: Set<string>;
}

type Held = Pick<DecisionRow, "action" | "quantity" | "version" | "parts" | "approval" | "supplier">;

/** Reads what is known of items that were not asked about yet. */
async function look(
  { records, plan, suggested, held, looked }: Together,
  lines: readonly (Wish | Refusal)[],
): Promise<void> {
  const asked = lines.flatMap((one) => ("given" in one && !looked.has(one.item) ? [one.item] : []));
  const items = new Set(asked);
  for (const [item, order] of await records.results.suggestedTo(plan.seq, [...items]))
    suggested.set(item, order);
  for (const [item, row] of await records.decisions.ofItems(plan.seq, [...items])) held.set(item, row);
  for (const item of items) looked.add(item);
}

/** Decides some lines one after the other, each knowing those before it; an answer for each. */
async function decided(together: Together, lines: readonly (Wish | Refusal)[]): Promise<object[]> {
  await look(together, lines);
  const { records, plan, newer, limit, actor, suggested, held } = together;
  const rows: { item: string; version: number; given: NewDecision }[] = [];
  const entries: ReturnType<typeof auditEntry>[] = [];
  const answers: (Refusal | undefined)[] = [];
  for (const one of lines) {
    if ("error" in one) {
      answers.push(one);
      continue;
    }
    const { line, item, given, expected } = one;
    const before = held.get(item);
    const version = before?.version ?? 0;
    try {
      const judged = judgedDecision(plan, item, given, {
        suggested: suggested.get(item),
        before,
        newer,
        limit,
      });
      if (judged === undefined)
        answers.push(refusal(line, "item-unknown", "the plan suggests nothing for it", item));
      else if (expected !== undefined && expected !== version)
        answers.push(refusal(line, "decided-meanwhile", `the decision has version ${version}`, item));
      else {
        const { action, quantity = null, parts, approval = null, supplier = null } = judged;
        const kept = parts === undefined ? null : JSON.stringify(parts);
        const now = { action, quantity, version: version + 1, parts: kept, approval, supplier };
        held.set(item, now);
        rows.push({ item, version: version + 1, given: judged });
        entries.push(auditEntry(plan, { item, ...now }, before));
        answers.push(undefined);
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      answers.push(refusal(line, error.code, error.message, item));
    }
  }
  const made = (await records.decisions.addAll(plan.tenant, plan.seq, rows, actor.who)).values();
  await records.audit.addAll(actor, entries);
  return answers.map((answer) => answer ?? decisionView(made.next().value as DecisionRow, plan.id));
}

export const bulkDecisions = change({
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
    const breathe = breathing();
    const wishes: (Wish | Refusal)[] = [];
    for (const [k, text] of (await linesOf(received.path)).entries()) {
      await breathe();
      if (text.trim() !== "") wishes.push(wishOf(text, k + 1, params.id));
    }
    return async (records) => {
      await records.decisions.holdPlan(plan.seq);
      const newer = await records.plans.newerThan(plan);
      const limit = await approvalLimit(records, plan.tenant);
      const known = { suggested: new Map(), held: new Map(), looked: new Set<string>() };
      const answers: string[] = [];
      for (let at = 0; at < wishes.length; at += decisionsAtOnce) {
        const some = await decided(
          { records, plan, newer, limit, actor, ...known },
          wishes.slice(at, at + decisionsAtOnce),
        );
        answers.push(some.map((answer) => `${JSON.stringify(answer)}\n`).join(""));
        await breathe();
      }
      return { status: 200, headers: { "content-type": "application/x-ndjson" }, body: answers.join("") };
    };
  },
});
