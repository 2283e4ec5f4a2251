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

/**
 * SQLite's one connection for many who ask: a transaction has it until it ends, however often its work waits, and what
 * is asked outside of it waits. Work that asks outside of its own transaction would wait for itself: it is an error.
 */
export function sqliteSql(database: Sqlite, elapsing: () => number = monotonicClock()): Sql {
  const turn = turns();
  const inside = within(database, elapsing);
  const opened = new AsyncLocalStorage<Open>();

  const inTurn = async <T>(work: () => T | Promise<T>): Promise<T> => {
    if (opened.getStore()?.isOpen === true)
      throw new Error("a statement beside the transaction that it belongs to");
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
  return {
    all: (text, ...values: SqlValue[]) => statement(() => database.all(text, ...values)),
    get: (text, ...values: SqlValue[]) => statement(() => database.get(text, ...values)),
    run: (text, ...values: SqlValue[]) => statement(() => database.run(text, ...values).changes),
    insert: (table, columns, rows) => inTurn(() => transacted((sql) => sql.insert(table, columns, rows))),
    transaction: (work) => inTurn(() => transacted(work)),
    lock: () => Promise.reject(new Error("a lock belongs to a transaction")),
    elapsed: async () => elapsing(),
    unlocked: () => "",
    close: () => inTurn(() => database.close()),
  };
}
