import { z } from "@hono/zod-openapi";
import { defined } from "../../../src/index.ts";
import { type DecisionRow, partsOfDecision } from "../../store/decisions.ts";
import type { Records } from "../../store/index.ts";
import type { PlanRow } from "../../store/plans.ts";
import type { Caller } from "../access.ts";
import { Problem, unacceptable } from "../problem.ts";
import { change, jsonAnswer, type Route } from "../route.ts";
import { lang } from "../schemas/common.ts";
import { approvalRequest, approved } from "../schemas/decisions.ts";
import { auditEntry, decisionView } from "./judged-decision.ts";
import { planOf } from "./plans.ts";

const notAwaiting = (item: string) =>
  unacceptable(
    "nothing-to-approve",
    `${item}: this order does not await approval, or was changed meanwhile. Load again.`,
    `${item}: Diese Bestellung wartet nicht auf Freigabe oder wurde inzwischen geändert. Neu laden.`,
  );

const ownDecision = (item: string) =>
  new Problem(403, "own-decision", {
    de: `${item}: Wer angenommen hat, gibt nicht selbst frei.`,
    en: `${item}: whoever accepted does not approve.`,
  });

/** An order as it was seen. */
interface Seen {
  readonly plan: PlanRow;
  readonly item: string;
  readonly version: number;
}

/** The decision that awaits approval; without tokens there is one person alone, who approves in a second step. */
async function awaiting({ decisions }: Records, { key, who }: Caller, seen: Seen): Promise<DecisionRow> {
  const row = await decisions.current(seen.plan.seq, seen.item);
  if (row?.approval !== "awaiting" || row.version !== seen.version) throw notAwaiting(seen.item);
  if (row.who === who && key !== "local") throw ownDecision(seen.item);
  return row;
}

/** The same decision once more, approved: who fetches decisions sees it now. */
async function approve(records: Records, caller: Caller, seen: Seen): Promise<DecisionRow> {
  const { plan, item, version } = seen;
  const { action, quantity, reason, order, date, supplier, ...row } = await awaiting(records, caller, seen);
  const parts = partsOfDecision(row);
  const given = {
    action,
    approval: "approved" as const,
    ...defined({
      quantity: quantity ?? undefined,
      reason: reason ?? undefined,
      order: order ?? undefined,
      date: date ?? undefined,
      supplier: supplier ?? undefined,
      parts: parts.length === 0 ? undefined : parts,
    }),
  };
  return records.decisions.add(plan.tenant, plan.seq, item, given, caller.who, version);
}

const approveOrders = change({
  method: "post",
  path: "/v1/orders/approve",
  policy: "approve",
  summary: "Approves orders above the limit, all or none; who accepted an order does not approve it.",
  query: z.strictObject({ lang }),
  json: approvalRequest,
  answers: {
    200: { description: "approved", content: { "application/json": approved } },
  },
  async prepare({ services: { store }, caller, actor }, { json: { orders } }) {
    const seen: Seen[] = [];
    for (const { plan, ...rest } of orders)
      seen.push({ plan: await planOf(store, caller.tenant, plan), ...rest });
    return async (records) => {
      const items = [];
      for (const one of seen) {
        const row = await approve(records, caller, one);
        const [, object, detail] = auditEntry(one.plan, row, undefined);
        await records.audit.add(actor, "decision.approve", object, detail);
        items.push(decisionView(row, one.plan.id));
      }
      return jsonAnswer(200, { items });
    };
  },
});

export const approvalRoutes: readonly Route[] = [approveOrders];
