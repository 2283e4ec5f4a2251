import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Store } from "./index.ts";

/** A blob younger than this may belong to a request that has not committed yet. */
const youngMs = 3_600_000;

/**
 * Keeps the newest `kept` finished plans of each tenant; results of older ones go, their plan row, decisions and the
 * audit log stay; of replays as many are kept. Blobs that no upload and no kept plan needs go too.
 */
export function retain(store: Store, kept: number): void {
  const { sql } = store;
  const old = sql.all<{ seq: number; id: string }>(
    `SELECT seq, id FROM (SELECT seq, id, task, row_number() OVER (PARTITION BY tenant, task ORDER BY seq DESC) AS place
     FROM plan WHERE state IN ('done', 'failed', 'held')) WHERE place > ?
     AND (task = 'replay' OR (SELECT 1 FROM result WHERE result.plan = seq LIMIT 1) IS NOT NULL)`,
    kept,
  );
  for (const { seq, id } of old) {
    sql.run("DELETE FROM result WHERE plan = ?", seq);
    rmSync(store.runFolder(id), { recursive: true, force: true });
  }
  const needed = new Set(
    sql
      .all<{ sha256: string }>("SELECT DISTINCT sha256 FROM upload WHERE removed IS NULL")
      .map((row) => row.sha256),
  );
  const blobs = join(store.folder, "blobs");
  const now = Date.now();
  for (const folder of readdirSync(blobs)) {
    for (const name of readdirSync(join(blobs, folder))) {
      const path = join(blobs, folder, name);
      if (needed.has(name) || now - statSync(path).mtimeMs < youngMs) continue;
      rmSync(path, { force: true });
    }
  }
}
