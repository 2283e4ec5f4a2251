import { createHash, type Hash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { PoolClient } from "pg";
import { UsageError } from "../../../src/index.ts";
import type { Sql, SqlValue } from "../sql.ts";

/** Tables of a store with their keys, each behind those that it speaks of. */
const tables = [
  ["token", "id"],
  ["session", "hash"],
  ["upload", "seq"],
  ["answer", "tenant, question"],
  ["question", "tenant, id"],
  ["plan", "seq"],
  ["plan_request", "plan"],
  ["job", "id"],
  ["part", "plan, rank, part"],
  ["result", "plan, kind, position"],
  ["decision", "seq"],
  ["idempotency", "tenant, key"],
  ["audit", "seq"],
  ["setting", "tenant"],
  ["responsible", "tenant, who"],
] as const;

/** Tables whose numbers the database gives out. */
const numbered = ["upload", "plan", "decision", "audit"] as const;

const rowsAtOnce = 500;

/** Rows of a table and their SHA-256 in the order of its key. */
interface Sum {
  readonly rows: number;
  readonly sha256: string;
}

type Row = readonly SqlValue[];

/** One line a row, the same whichever database it comes from. */
function addRow(hash: Hash, row: Row): void {
  const cells = row.map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell).toString("hex") : cell));
  hash.update(`${JSON.stringify(cells)}\n`);
}

function* pages(
  database: DatabaseSync,
  table: string,
  key: string,
  columns: readonly string[],
): Generator<Row[]> {
  const statement = database.prepare(`SELECT ${columns.join(", ")} FROM ${table} ORDER BY ${key}`);
  statement.setReturnArrays(true);
  let page: Row[] = [];
  for (const row of statement.iterate()) {
    page.push(Object.values(row));
    if (page.length < rowsAtOnce) continue;
    yield page;
    page = [];
  }
  yield page;
}

async function sumThere(
  client: PoolClient,
  table: string,
  key: string,
  columns: readonly string[],
): Promise<Sum> {
  const hash = createHash("sha256");
  let rows = 0;
  await client.query(
    `DECLARE every NO SCROLL CURSOR FOR SELECT ${columns.join(", ")} FROM ${table} ORDER BY ${key}`,
  );
  for (;;) {
    const page = await client.query<SqlValue[]>({ text: `FETCH ${rowsAtOnce} FROM every`, rowMode: "array" });
    for (const row of page.rows) addRow(hash, row);
    rows += page.rows.length;
    if (page.rows.length < rowsAtOnce) break;
  }
  await client.query("CLOSE every");
  return { rows, sha256: hash.digest("hex") };
}

/** Puts every row of an SQLite store into empty tables (`sql` null: only compares) and checks that both hold the same. */
async function copied(database: DatabaseSync, client: PoolClient, sql: Sql | null): Promise<number> {
  let all = 0;
  for (const [table, key] of tables) {
    const columns = database
      .prepare(`PRAGMA table_info(${table})`)
      .all()
      .map(({ name }) => String(name));
    const hash = createHash("sha256");
    let rows = 0;
    for (const page of pages(database, table, key, columns)) {
      for (const row of page) addRow(hash, row);
      if (page.length > 0) await sql?.insert(table, columns, page);
      rows += page.length;
    }
    const there = await sumThere(client, table, key, columns);
    if (there.rows !== rows)
      throw new UsageError({ code: "copy-differs", what: table, from: String(rows), to: String(there.rows) });
    const sha256 = hash.digest("hex");
    if (there.sha256 !== sha256)
      throw new UsageError({ code: "copy-differs", what: table, from: sha256, to: there.sha256 });
    all += rows;
  }
  return all;
}

/** What no process holds any more where the rows come to, and the next numbers. */
async function released(client: PoolClient): Promise<void> {
  await client.query("UPDATE job SET run_after = 0, lease_until = 0 WHERE state IN ('queued', 'running')");
  await client.query("DELETE FROM idempotency WHERE status IS NULL");
  for (const table of numbered)
    await client.query(
      `SELECT setval(pg_get_serial_sequence('${table}', 'seq'), greatest(1, (SELECT coalesce(max(seq), 0) FROM ${table})),
        EXISTS (SELECT 1 FROM ${table}))`,
    );
}

/** True where the tables hold nothing; a note of who came from where says what was copied before. */
async function isEmpty(client: PoolClient): Promise<boolean> {
  for (const [table] of tables) {
    const { rows } = await client.query(`SELECT 1 FROM ${table} LIMIT 1`);
    if (rows.length > 0) return false;
  }
  return true;
}

/**
 * Brings every record of an SQLite store into an empty database, in the transaction of `client`; counts and hashes are
 * the same there, or nothing happens. Where the rows are there already, and nothing else, it only says how many. Whoever
 * has worked with them since is not overwritten: that is a UsageError.
 */
export async function copyRecords(
  database: DatabaseSync,
  client: PoolClient,
  sql: Sql,
  place: string,
): Promise<{ rows: number; isNew: boolean }> {
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended('changes', 0))");
  const isNew = await isEmpty(client);
  if (!isNew) {
    const known = await client.query("SELECT to_regclass('bedarf_copy') IS NOT NULL AS known");
    if (known.rows[0]?.known !== true) throw new UsageError({ code: "store-not-empty", place });
    const head = database.prepare("SELECT count(*) AS n, max(hash) AS hash FROM audit").get();
    const note = await client.query("SELECT rows, audit FROM bedarf_copy");
    if (note.rows[0]?.audit !== `${head?.n} ${head?.hash}`)
      throw new UsageError({ code: "store-not-empty", place });
    return { rows: Number(note.rows[0]?.rows), isNew };
  }
  const rows = await copied(database, client, sql);
  await released(client);
  const head = database.prepare("SELECT count(*) AS n, max(hash) AS hash FROM audit").get();
  await client.query("CREATE TABLE IF NOT EXISTS bedarf_copy (rows BIGINT NOT NULL, audit TEXT NOT NULL)");
  await client.query("DELETE FROM bedarf_copy");
  await client.query("INSERT INTO bedarf_copy (rows, audit) VALUES ($1, $2)", [
    rows,
    `${head?.n} ${head?.hash}`,
  ]);
  return { rows, isNew };
}
