import { defined, type Suggestion } from "../../src/index.ts";
import { inShort, type PlanInShort, type StoredInShort } from "./plans.ts";
import { padded, places, type Sql } from "./sql.ts";

/** A row of a result list, as JSON text. */
export interface ResultRow {
  readonly kind: string;
  readonly position: number;
  readonly item: string | null;
  /** True for a suggestion with something to order. */
  readonly ordered: boolean;
  readonly json: string;
}

/** The job that somebody works on has another holder now, or has ended. */
export class LostLeaseError extends Error {
  override readonly name = "LostLeaseError";
}

/** What a plan suggests to order of an item, from whom, also where several share it, and at what price. */
export type SuggestedOrder = Pick<
  Suggestion,
  "quantity" | "split" | "supplier" | "unitPrice" | "currency" | "receiptBy" | "sources"
>;

function suggestedOrder(json: string): SuggestedOrder {
  const { quantity, receiptBy, ...order } = JSON.parse(json) as SuggestedOrder;
  const { split, supplier, unitPrice, currency, sources } = order;
  return { quantity, receiptBy, ...defined({ split, supplier, unitPrice, currency, sources }) };
}

const suggestedQuantities = (sql: Sql) => ({
  /** What a plan suggests for each of some items, at most 1,001 of them. */
  async suggestedTo(seq: number, items: readonly string[]): Promise<Map<string, SuggestedOrder>> {
    if (items.length === 0) return new Map();
    const asked = padded(items);
    const rows = await sql.all<{ item: string; json: string }>(
      `SELECT item, json FROM result WHERE plan = ? AND kind = 'suggestions' AND item IN (${places(asked)})`,
      seq,
      ...asked,
    );
    return new Map(rows.map(({ item, json }) => [item, suggestedOrder(json)]));
  },
});

const resultRows = (sql: Sql) => ({
  /** Forgets all rows of a plan, or adds some, for the holder of its job; a LostLeaseError where that is another one. */
  async fill(seq: number, fence: number, rows: readonly ResultRow[] | "empty"): Promise<void> {
    await sql.transaction(async (tx) => {
      // Written, not read: who takes the job over now waits until these rows are there.
      const held = "UPDATE job SET fence = fence WHERE id = ? AND fence = ? AND state = 'running'";
      if ((await tx.run(held, seq, fence)) !== 1) throw new LostLeaseError();
      if (rows === "empty") await resultRows(tx).clear(seq);
      else await resultRows(tx).add(seq, rows);
    });
  },

  /** Forgets all rows of a plan. */
  async clear(seq: number): Promise<void> {
    await sql.run("DELETE FROM result WHERE plan = ?", seq);
  },

  /** Adds rows, all or none of them. */
  async add(seq: number, rows: readonly ResultRow[]): Promise<void> {
    await sql.insert(
      "result",
      ["plan", "kind", "position", "item", "ordered", "json"],
      rows.map(({ kind, position, item, ordered, json }) => [
        seq,
        kind,
        position,
        item,
        ordered ? 1 : 0,
        json,
      ]),
    );
  },

  /** Rows of a list behind the position `after`, in their order. */
  async list(
    seq: number,
    kind: string,
    after: number,
    limit: number,
    { item, ordered = false }: { item?: string | undefined; ordered?: boolean } = {},
  ): Promise<ResultRow[]> {
    const where = `${item === undefined ? "" : " AND item = ?5"}${ordered ? " AND ordered = 1" : ""}`;
    const text = `SELECT kind, position, item, ordered, json FROM result
      WHERE plan = ?1 AND kind = ?2 AND position > ?3${where} ORDER BY position LIMIT ?4`;
    return item === undefined
      ? sql.all<ResultRow>(text, seq, kind, after, limit)
      : sql.all<ResultRow>(text, seq, kind, after, limit, item);
  },
});

const resultsOfPlans = (sql: Sql) => ({
  /** What every finished plan of a tenant said of an item, oldest first. */
  async historyOf(
    tenant: string,
    item: string,
    kind: string,
  ): Promise<{ plan: PlanInShort; json: string }[]> {
    const rows = await sql.all<StoredInShort & { json: string }>(
      `SELECT plan.*, result.json FROM result JOIN plan ON plan.seq = result.plan
       WHERE result.item = ? AND result.kind = ? AND plan.tenant = ? AND plan.state = 'done' ORDER BY plan.seq`,
      item,
      kind,
      tenant,
    );
    return rows.map(({ json, ...row }) => ({ plan: inShort(row), json }));
  },

  /** Ended plans and replays whose results are kept although they are beyond the newest `kept` of their tenant. */
  async expired(kept: number): Promise<Pick<PlanInShort, "seq" | "id">[]> {
    return sql.all(
      `SELECT seq, id FROM (SELECT seq, id, task, row_number() OVER (PARTITION BY tenant, task ORDER BY seq DESC) AS place
       , expired FROM plan WHERE state IN ('done', 'failed', 'held')) AS ended WHERE place > ? AND expired IS NULL`,
      kept,
    );
  },
});

/** The rows of the lists that plans result in. */
export const resultStore = (sql: Sql) => ({
  ...suggestedQuantities(sql),
  ...resultRows(sql),
  ...resultsOfPlans(sql),
});
