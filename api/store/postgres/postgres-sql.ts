import { AsyncLocalStorage } from "node:async_hooks";
import type { ClientBase, Pool } from "pg";
import type { Sql, SqlValue } from "../sql.ts";
import { transacted } from "./connection.ts";
import { statementOf } from "./dialect.ts";

/** Values that one statement takes at most. */
const mostValues = 60_000;

interface Open {
  isOpen: boolean;
}

/** Who answers a statement: a connection, or any of the pool. */
type Answering = Pick<ClientBase, "query">;

const databaseClock = "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS at";

async function insertInto(
  answering: Answering,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
): Promise<void> {
  const atOnce = Math.floor(mostValues / columns.length);
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    const lines = some.map(
      (_, k) => `(${columns.map((__, n) => `$${k * columns.length + n + 1}`).join(", ")})`,
    );
    const text = `INSERT INTO ${table} (${columns.join(", ")}) VALUES ${lines.join(", ")}`;
    await answering.query(text, some.flat());
  }
}

const statementsOf = (answering: Answering, elapsing?: () => number) => ({
  all: async <T>(text: string, ...values: SqlValue[]): Promise<T[]> =>
    (await answering.query(statementOf(text), values)).rows as T[],
  get: async <T>(text: string, ...values: SqlValue[]): Promise<T | undefined> =>
    (await answering.query(statementOf(text), values)).rows.at(0) as T | undefined,
  run: async (text: string, ...values: SqlValue[]): Promise<number> =>
    (await answering.query(statementOf(text), values)).rowCount ?? 0,
  // All who work on the database count by its clock.
  elapsed: async (): Promise<number> =>
    elapsing?.() ?? Number((await answering.query(databaseClock)).rows[0]?.at),
  unlocked: (table: string) => `FOR UPDATE OF ${table} SKIP LOCKED`,
});

/** Statements of the transaction that a connection is in. */
export function within(client: ClientBase, elapsing?: () => number): Sql {
  const own: Sql = {
    ...statementsOf(client, elapsing),
    insert: (table, columns, rows) => insertInto(client, table, columns, rows),
    transaction: (work) => work(own),
    lock: async (name) => {
      await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [name]);
    },
    close: () => Promise.reject(new Error("a transaction is open")),
  };
  return own;
}

/** PostgreSQL for many who ask: each transaction has a connection of its own, any other statement takes a free one. */
export function postgresSql(pool: Pool, elapsing?: () => number): Sql {
  const opened = new AsyncLocalStorage<Open>();
  const outside = <T>(work: () => Promise<T>): Promise<T> => {
    if (opened.getStore()?.isOpen === true)
      return Promise.reject(new Error("a statement beside the transaction that it belongs to"));
    return work();
  };
  const transaction = <T>(work: (sql: Sql) => Promise<T>): Promise<T> =>
    outside(async () => {
      const open: Open = { isOpen: true };
      try {
        return await transacted(pool, (client) => opened.run(open, () => work(within(client, elapsing))));
      } finally {
        open.isOpen = false;
      }
    });
  const one = statementsOf(pool, elapsing);
  return {
    all: (text, ...values) => outside(() => one.all(text, ...values)),
    get: (text, ...values) => outside(() => one.get(text, ...values)),
    run: (text, ...values) => outside(() => one.run(text, ...values)),
    elapsed: () => outside(one.elapsed),
    unlocked: one.unlocked,
    insert: (table, columns, rows) => transaction((sql) => sql.insert(table, columns, rows)),
    transaction,
    lock: () => Promise.reject(new Error("a lock belongs to a transaction")),
    close: () => pool.end(),
  };
}
