import { existsSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../../../src/index.ts";
import { databaseName, lockFolder, openDatabase } from "../database.ts";
import { placeOf, poolOf, transacted } from "./connection.ts";
import { copyFiles, giveFiles } from "./copy-files.ts";
import { copyRecords } from "./copy-records.ts";
import { within } from "./postgres-sql.ts";
import { openShared, type SharedPlace } from "./postgres-store.ts";

/** What was brought over, or had been before. */
interface Moved {
  readonly rows: number;
  readonly files: number;
  readonly isNew: boolean;
}

/**
 * Brings the store of a data folder, on which no server runs, to a database and a folder that many share: contents and
 * results first, then all records in one transaction, checked by counts and hashes, the audit chain too. The folder
 * stays as it is. Run again it goes on, or says that everything is there.
 */
export async function moveStore(folder: string, place: SharedPlace): Promise<Moved> {
  if (!existsSync(join(folder, databaseName))) throw new UsageError({ code: "no-store", folder });
  const unlock = lockFolder(folder);
  try {
    const store = await openShared(place);
    try {
      const isRemote = place.files.startsWith("s3://");
      const copied = isRemote ? 0 : copyFiles(folder, place.files);
      const moved = await moveRecords(folder, place);
      // results lie under the attempt that ended their job, which the records say
      const files = isRemote ? await giveFiles(folder, store) : copied;
      const broken = await store.audit.firstBroken();
      if (broken !== null)
        throw new UsageError({ code: "audit-broken", path: placeOf(place.address), entry: broken });
      return { ...moved, files };
    } finally {
      await store.instances.leave(store.instance);
      await store.close();
    }
  } finally {
    unlock();
  }
}

async function moveRecords(
  folder: string,
  { address }: SharedPlace,
): Promise<{ rows: number; isNew: boolean }> {
  const source = openDatabase(folder);
  const pool = await poolOf(address, () => {});
  try {
    return await transacted(pool, (client) =>
      copyRecords(source.database, client, within(client), placeOf(address)),
    );
  } finally {
    await pool.end();
    source.close();
  }
}
