import type { Pool, PoolClient } from "pg";
import { UsageError } from "../../../src/index.ts";

/** Connections at once of one process. */
const mostConnections = 10;
/** How long a connection is waited for. */
const connectMs = 10_000;
const bigint = 20;

/** Host and database of an address, for messages: no user, no password. */
export function placeOf(address: string): string {
  const url = URL.parse(address);
  return url === null ? "postgres" : `${url.protocol}//${url.host}${url.pathname}`;
}

/** Connections to a PostgreSQL database, made when they are needed; `lost` hears of those that broke while idle. */
export async function poolOf(address: string, lost: (error: Error) => void): Promise<Pool> {
  const pg = await import("pg").catch(() => {
    throw new UsageError({ code: "postgres-missing" });
  });
  const { types } = pg.default;
  const pool = new pg.default.Pool({
    connectionString: address,
    max: mostConnections,
    connectionTimeoutMillis: connectMs,
    application_name: "bedarf",
    types: {
      // Our whole numbers are below 2^53.
      getTypeParser: (id: number, format?: "text" | "binary") =>
        id === bigint ? Number : types.getTypeParser(id, format as "text"),
    } as typeof types,
  });
  pool.on("error", lost);
  return pool;
}

/** A transaction whose end nobody knows: the connection broke while it was being committed. */
class UnknownEndError extends Error {
  override readonly name = "UnknownEndError";
}

/** Does work on one connection between BEGIN and COMMIT; a connection that broke is not used again. */
export async function transacted<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const hear = (error: Error) => {
    broken = error;
  };
  client.on("error", hear);
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT").catch((error: Error & { severity?: string }) => {
      // The database said no: nothing happened. Else it may have said yes to nobody.
      if (error.severity !== undefined && error.severity !== "FATAL") throw error;
      throw new UnknownEndError("the connection broke while a transaction ended", { cause: error });
    });
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch((why: Error) => {
      broken ??= why;
    });
    throw error;
  } finally {
    client.off("error", hear);
    client.release(broken);
  }
}
