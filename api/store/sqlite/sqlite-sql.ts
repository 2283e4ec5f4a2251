import { AsyncLocalStorage } from "node:async_hooks";
import { monotonicClock } from "../clock.ts";
import type { Sqlite } from "../database.ts";
import type { Sql, SqlValue } from "../sql.ts";

/** One after the other, in the order in which they came. */
interface Turns {
  /** True while somebody has his turn. */
  isTaken(): boolean;
  take(): Promise<void>;
  leave(): void;
}

function turns(): Turns {
  const waiting: (() => void)[] = [];
  let taken = false;
  return {
    isTaken: () => taken,
    take: () => {
      if (taken) return new Promise((go) => waiting.push(go));
      taken = true;
      return Promise.resolve();
    },
    leave: () => {
      const next = waiting.shift();
      // The turn goes straight to the next: nobody comes in between.
      if (next === undefined) taken = false;
      else next();
    },
  };
}

/** Statements that run at once: those of the transaction that is open. */
function within(database: Sqlite, elapsing: () => number): Sql {
  const own: Sql = {
    all: async (text, ...values) => database.all(text, ...values),
    get: async (text, ...values) => database.get(text, ...values),
    run: async (text, ...values) => database.run(text, ...values).changes,
    insert: async (table, columns, rows) => {
      const text = `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`;
      for (const row of rows) database.run(text, ...row);
    },
    transaction: (work) => work(own),
    // Whoever writes is alone already.
    lock: async () => {},
    elapsed: async () => elapsing(),
    unlocked: () => "",
    close: () => Promise.reject(new Error("a transaction is open")),
  };
  return own;
}

/** A transaction as the work in it sees it. */
interface Open {
  isOpen: boolean;
}

/** True for a statement that only reads. */
const isReading = (text: string): boolean => /^\s*(?:SELECT|WITH)\b/.test(text);

/**
 * SQLite's one connection for many who ask: a transaction has it until it ends, however often its work waits. Meanwhile
 * what is read outside of it comes from the second connection `reader`, as it was before the transaction; anything else
 * waits. Work that asks outside of its own transaction would wait for itself: it is an error.
 */
export function sqliteSql(database: Sqlite, elapsing: () => number = monotonicClock(), reader?: Sqlite): Sql {
  const turn = turns();
  const inside = within(database, elapsing);
  const opened = new AsyncLocalStorage<Open>();

  const refuseBeside = () => {
    if (opened.getStore()?.isOpen === true)
      throw new Error("a statement beside the transaction that it belongs to");
  };
  const inTurn = async <T>(work: () => T | Promise<T>): Promise<T> => {
    refuseBeside();
    await turn.take();
    try {
      return await work();
    } finally {
      turn.leave();
    }
  };
  const transacted = async <T>(work: (sql: Sql) => Promise<T>): Promise<T> => {
    const open: Open = { isOpen: true };
    database.begin();
    try {
      const result = await opened.run(open, () => work(inside));
      database.commit();
      return result;
    } catch (error) {
      database.rollback();
      throw error;
    } finally {
      open.isOpen = false;
    }
  };
  // While nobody has the connection a statement is done before anybody else can ask.
  const statement = async <T>(work: () => T): Promise<T> => (turn.isTaken() ? inTurn(work) : work());
  const read = async <T>(text: string, work: (from: Sqlite) => T): Promise<T> => {
    if (reader === undefined || !turn.isTaken() || !isReading(text)) return statement(() => work(database));
    refuseBeside();
    return work(reader);
  };
  return {
    all: (text, ...values: SqlValue[]) => read(text, (from) => from.all(text, ...values)),
    get: (text, ...values: SqlValue[]) => read(text, (from) => from.get(text, ...values)),
    run: (text, ...values: SqlValue[]) => statement(() => database.run(text, ...values).changes),
    insert: (table, columns, rows) => inTurn(() => transacted((sql) => sql.insert(table, columns, rows))),
    transaction: (work) => inTurn(() => transacted(work)),
    lock: () => Promise.reject(new Error("a lock belongs to a transaction")),
    elapsed: async () => elapsing(),
    unlocked: () => "",
    close: () =>
      inTurn(() => {
        reader?.close();
        database.close();
      }),
  };
}
