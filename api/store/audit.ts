import { createHash } from "node:crypto";
import { fitting } from "./fitting.ts";
import type { Sql } from "./sql.ts";

/** Who does something: for the audit log. */
export interface Actor {
  readonly tenant: string;
  readonly who: string;
  readonly request: string;
}

interface Row {
  readonly seq: number;
  readonly at: number;
  readonly tenant: string;
  readonly who: string;
  readonly action: string;
  readonly object: string;
  readonly detail: string;
  readonly request: string;
  readonly hash: string;
}

const hashOf = (previous: string, row: Omit<Row, "seq" | "hash">): string =>
  createHash("sha256")
    .update(
      JSON.stringify([
        previous,
        row.at,
        row.tenant,
        row.who,
        row.action,
        row.object,
        row.detail,
        row.request,
      ]),
    )
    .digest("hex");

const columns = ["at", "tenant", "who", "action", "object", "detail", "request", "hash"];

/** The append-only log of what was changed; every row carries the hash of itself and the row before. */
export const auditLog = (sql: Sql, now: () => number) => ({
  /** Writes down who did what to which object. */
  async add(actor: Actor, action: string, object: string, detail: object = {}): Promise<void> {
    await auditLog(sql, now).addAll(actor, [[action, object, detail]]);
  },

  /** Writes down several things that somebody did, in their order. */
  async addAll(
    { tenant, who, request }: Actor,
    entries: readonly (readonly [action: string, object: string, detail: object])[],
  ): Promise<void> {
    await sql.transaction(async (tx) => {
      await tx.lock("audit");
      const last = await tx.get<{ hash: string }>("SELECT hash FROM audit ORDER BY seq DESC LIMIT 1");
      let previous = last?.hash ?? "";
      const at = now();
      const rows = entries.map(([action, object, detail]) => {
        const row = { at, tenant, who, action, object, detail: JSON.stringify(detail), request };
        previous = hashOf(previous, row);
        return [at, tenant, who, action, object, row.detail, request, previous];
      });
      await tx.insert("audit", columns, rows);
    });
  },

  /** Sequence number of the first row whose hash does not fit; null where the chain holds. */
  async firstBroken(): Promise<number | null> {
    let previous = "";
    for (const row of await sql.all<Row>("SELECT * FROM audit ORDER BY seq")) {
      if (row.hash !== hashOf(previous, row)) return row.seq;
      previous = row.hash;
    }
    return null;
  },

  /** Entries of a tenant behind a sequence number, oldest first. */
  async list(tenant: string, after: number, limit: number): Promise<Row[]> {
    const from = "FROM audit WHERE tenant = ? AND seq > ? ORDER BY seq LIMIT ?";
    const sizes = await sql.all<{ bytes: number }>(
      `SELECT octet_length(detail) AS bytes ${from}`,
      tenant,
      after,
      limit,
    );
    return sql.all<Row>(`SELECT * ${from}`, tenant, after, fitting(sizes));
  },
});
