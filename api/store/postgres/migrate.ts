import type { Pool, PoolClient } from "pg";
import { UsageError } from "../../../src/index.ts";
import { migrations } from "../schema.ts";
import { placeOf, transacted } from "./connection.ts";
import { definitionOf } from "./dialect.ts";

/** The steps that a database has taken; refuses one whose tables somebody else made. */
async function stepsOf(client: PoolClient, place: string): Promise<number> {
  const { rows } = await client.query<{ ours: boolean; theirs: boolean }>(
    `SELECT to_regclass('bedarf_schema') IS NOT NULL AS ours,
      EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename IN ('plan', 'token', 'job')) AS theirs`,
  );
  if (rows[0]?.ours === true) {
    const found = await client.query<{ version: number }>("SELECT version FROM bedarf_schema");
    return found.rows[0]?.version ?? 0;
  }
  if (rows[0]?.theirs === true) throw new UsageError({ code: "store-of-another-program", path: place });
  await client.query("CREATE TABLE bedarf_schema (version INTEGER NOT NULL)");
  await client.query("INSERT INTO bedarf_schema (version) VALUES (0)");
  return 0;
}

/** Brings the tables up to date, by one process at a time; a newer schema is a UsageError. */
export async function migratePostgres(pool: Pool, address: string): Promise<void> {
  const place = placeOf(address);
  await transacted(pool, async (client) => {
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('bedarf schema', 0))");
    const start = await stepsOf(client, place);
    const ours = migrations.length;
    if (start > ours) throw new UsageError({ code: "store-newer", path: place, theirs: start, ours });
    for (const step of migrations.slice(start)) await client.query(definitionOf(step));
    await client.query("UPDATE bedarf_schema SET version = $1", [ours]);
  });
}
