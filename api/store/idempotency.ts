import { instanceStore } from "./instances.ts";
import type { Sql } from "./sql.ts";

/** An answer as it was given the first time. */
interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

type Claim = "new" | "running" | "other-body" | KeptAnswer;

const keptMs = 7 * 24 * 3600 * 1000;

interface Row {
  readonly fingerprint: string;
  readonly status: number | null;
  readonly headers: string | null;
  readonly body: Uint8Array | null;
  readonly created: number;
  readonly holder: string | null;
}

/** True for a key whose process has died while its request ran. */
const isOrphan = async (sql: Sql, { holder }: Row): Promise<boolean> =>
  holder !== null && !(await instanceStore(sql).live()).has(holder);

/**
 * Idempotency keys, kept for seven days of time that passed (`Sql.elapsed`; a clock that was ahead for a moment forgets
 * none): a request with the same key and content has its effect once. `holder` is this process.
 */
export const idempotencyStore = (sql: Sql, holder: string | null) => ({
  /** At the start of a process nothing is running: what a killed one left unfinished may be tried again. */
  async forgetRunning(): Promise<void> {
    await sql.run("DELETE FROM idempotency WHERE status IS NULL");
  },

  /** Takes a key for a request; or says what became of it: still running, used for another request, or its answer. */
  async claim(tenant: string, key: string, fingerprint: string): Promise<Claim> {
    return sql.transaction(async (tx) => {
      await tx.lock(`key ${tenant} ${key}`);
      const at = await tx.elapsed();
      await tx.run("DELETE FROM idempotency WHERE created < ? AND status IS NOT NULL", at - keptMs);
      let row = await tx.get<Row>("SELECT * FROM idempotency WHERE tenant = ? AND key = ?", tenant, key);
      if (row !== undefined && row.status === null && (await isOrphan(tx, row))) {
        await tx.run("DELETE FROM idempotency WHERE tenant = ? AND key = ?", tenant, key);
        row = undefined;
      }
      if (row === undefined) {
        await tx.run(
          "INSERT INTO idempotency (tenant, key, fingerprint, created, holder) VALUES (?, ?, ?, ?, ?)",
          tenant,
          key,
          fingerprint,
          at,
          holder,
        );
        return "new";
      }
      if (row.fingerprint !== fingerprint) return "other-body";
      if (row.status === null) return "running";
      return {
        status: row.status,
        headers: JSON.parse(row.headers ?? "{}") as Record<string, string>,
        body: row.body ?? new Uint8Array(),
      };
    });
  },

  /** Keeps the answer of a key. */
  async finish(tenant: string, key: string, answer: KeptAnswer): Promise<void> {
    await sql.run(
      "UPDATE idempotency SET status = ?, headers = ?, body = ? WHERE tenant = ? AND key = ?",
      answer.status,
      JSON.stringify(answer.headers),
      answer.body,
      tenant,
      key,
    );
  },

  /** Nothing happened: the key may be used again. */
  async release(tenant: string, key: string): Promise<void> {
    await sql.run("DELETE FROM idempotency WHERE tenant = ? AND key = ? AND status IS NULL", tenant, key);
  },
});
