import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { UsageError } from "../../src/index.ts";
import { failureOf } from "../store/failure.ts";

/**
 * A lock on an outbox that goes with the process that holds it, however it ends and whatever number it had. Where
 * another holds it longer than `waitMs` that is a UsageError; the returned function lets go.
 */
export function lockOutbox(outbox: string, name: string, waitMs: number): () => void {
  const database = new DatabaseSync(join(outbox, name), { timeout: waitMs });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (failureOf(error) !== "busy") throw error;
    throw new UsageError({ code: "batch-running", folder: outbox });
  }
  return () => database.close();
}
