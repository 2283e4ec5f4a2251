import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Pool } from "pg";
import { FaultError, UsageError } from "../../../src/index.ts";
import { blobStore } from "../blobs.ts";
import { elapsingClock, steadyClock } from "../clock.ts";
import { folderFiles } from "../files/folder.ts";
import { s3Files } from "../files/s3.ts";
import { newId } from "../ids.ts";
import { recordsOf, runsOf, type Store } from "../index.ts";
import { placeOf, poolOf } from "./connection.ts";
import { migratePostgres } from "./migrate.ts";
import { postgresSql } from "./postgres-sql.ts";

/** Where a store lies that several servers and workers share. */
export interface SharedPlace {
  /** Of the database: postgres://USER@HOST/NAME. */
  readonly address: string;
  /** Of contents and results: a folder that all of them see, or s3://BUCKET/PREFIX. */
  readonly files: string;
}

async function prepared(pool: Pool, address: string): Promise<void> {
  try {
    await migratePostgres(pool, address);
  } catch (error) {
    await pool.end();
    if (error instanceof FaultError) throw error;
    const why = error instanceof Error && error.message !== "" ? error.message : String(error);
    throw new UsageError({ code: "postgres-unreachable", place: placeOf(address), why });
  }
}

/**
 * Opens a store whose records lie in PostgreSQL and whose contents in a folder that all its processes see. `clock` is
 * milliseconds since 1970; leases count by the database's, unless another one is given.
 */
export async function openShared(
  { address, files: where }: SharedPlace,
  clock: () => number = Date.now,
  lost: (error: Error) => void = () => {},
): Promise<Store> {
  const pool = await poolOf(address, lost);
  await prepared(pool, address);
  const sql = postgresSql(pool, clock === Date.now ? undefined : elapsingClock(clock));
  const instance = newId("i");
  const own = { used: new Map<string, number>(), holder: instance };
  const records = recordsOf(sql, clock, own);
  const isRemote = where.startsWith("s3://");
  const files = isRemote
    ? await s3Files(where, (planId) => records.jobs.fenceOf(planId))
    : folderFiles(where);
  const { folder } = files;
  const temporary = join(folder, "tmp", instance);
  await records.instances.beat(instance);
  mkdirSync(temporary, { mode: 0o700 });
  return {
    ...records,
    folder,
    temporary,
    instance,
    isShared: true,
    now: steadyClock(clock),
    files,
    blobs: blobStore(files, temporary),
    ...runsOf(files),
    transaction: (work) =>
      sql.transaction(async (tx) => {
        // Changes come one after the other, as into a file: the chain of the audit log, versions and positions hold,
        // and nobody waits for somebody who waits for him.
        await tx.lock("changes");
        return work(recordsOf(tx, clock, own));
      }),
    ping: async () => {
      await sql.run("UPDATE job SET run_after = run_after WHERE id = -1");
    },
    logBytes: () => 0,
    checkpoint: async () => {},
    close: async () => {
      await sql.close();
      // copies of what lies elsewhere
      if (isRemote) rmSync(folder, { recursive: true, force: true });
    },
  };
}
