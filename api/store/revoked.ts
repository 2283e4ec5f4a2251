import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { databaseName, openDatabase } from "./database.ts";

interface Revoked {
  readonly id: string;
  readonly revoked: number;
}

/** Tokens that a store holds as revoked; none where there is no store, or it cannot be read any more. */
export function revokedTokens(folder: string): Revoked[] {
  const path = join(folder, databaseName);
  if (!existsSync(path)) return [];
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    const rows = database.prepare("SELECT id, revoked FROM token WHERE revoked IS NOT NULL").all();
    return rows.map(({ id, revoked }) => ({ id: String(id), revoked: Number(revoked) }));
  } catch {
    return []; // the damage that the restore is for
  } finally {
    database?.close();
  }
}

/** Revokes tokens in a closed store, and ends all its sign-ins. */
export function keepOut(folder: string, tokens: readonly Revoked[]): void {
  const sql = openDatabase(folder);
  try {
    sql.begin();
    sql.run("DELETE FROM session");
    for (const { id, revoked } of tokens)
      sql.run("UPDATE token SET revoked = ? WHERE id = ? AND revoked IS NULL", revoked, id);
    sql.commit();
    sql.get("PRAGMA wal_checkpoint(TRUNCATE)");
  } finally {
    sql.close();
  }
}
