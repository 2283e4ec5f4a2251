import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { backup, DatabaseSync, type SQLInputValue } from "node:sqlite";
import { UsageError } from "../../src/index.ts";
import { applicationId, migrations } from "./schema.ts";
import { isLeftBehind, refuseLostLog, unmark } from "./sqlite/open-mark.ts";

/** A connection to an SQLite file, with kept statements. */
export interface Sqlite {
  all<T>(text: string, ...values: SQLInputValue[]): T[];
  get<T>(text: string, ...values: SQLInputValue[]): T | undefined;
  run(text: string, ...values: SQLInputValue[]): { changes: number; last: number };
  /** Begins a transaction that writes; another process that has one is waited for. */
  begin(): void;
  /** Ends it, with everything on disk. */
  commit(): void;
  /** Takes everything back, where that has not happened yet. */
  rollback(): void;
  readonly database: DatabaseSync;
  close(): void;
}

export const databaseName = "bedarf.sqlite";

/** WAL of older engines could lose committed pages when it was reset while read (sqlite.org/wal.html#walresetbug). */
const oldestForWal = [3, 51, 3];
/** Damage is looked for at every start up to this size; beyond it the backup does. */
const largestQuickCheck = 256 * 2 ** 20;
/** File systems of other machines do not keep SQLite's locks: NFS, SMB, CIFS, SMB2, AFS, Ceph. */
const networkTypes = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400]);

const isOldEngine = (found: string): boolean => {
  const parts = found.split(".").map(Number);
  const at = oldestForWal.findIndex((wanted, k) => parts[k] !== wanted);
  return at >= 0 && (parts[at] ?? 0) < oldestForWal[at];
};

/** Journal for an SQLite version. @example journalOf("3.51.2") // "DELETE" */
export const journalOf = (sqliteVersion: string): "WAL" | "DELETE" =>
  isOldEngine(sqliteVersion) ? "DELETE" : "WAL";

const damaged = (path: string, why: string): UsageError =>
  new UsageError({ code: "store-damaged", path, why });

/** Makes the data folder and refuses one that lies on another machine. */
function prepareFolder(folder: string): void {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new UsageError({ code: "store-is-file", path: folder });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (networkTypes.has(statfsSync(folder).type)) throw new UsageError({ code: "store-on-network", folder });
}

/** Name of what a restore puts aside, before the day it did so. */
export const keptMark = ".before-";
/** Ending of a copy that is not whole yet. */
export const unfinishedMark = ".part";

const isFilled = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0;

/** A store that is new where one has been is data lost: nothing is begun in such a place. */
function refuseEmptied(folder: string, path: string): void {
  if (["blobs", "runs"].some((name) => isFilled(join(folder, name))) || isLeftBehind(folder, path))
    throw damaged(path, "0 bytes");
  const [above, name] = [dirname(resolve(folder)), basename(resolve(folder))];
  const found = readdirSync(above).find(
    (one) => one.startsWith(`${name}${keptMark}`) || one === `${name}${unfinishedMark}`,
  );
  if (found !== undefined)
    throw new UsageError({ code: "restore-unfinished", folder, found: join(above, found) });
}

/**
 * Opens the store of a data folder and brings its schema up to date. Every commit is on disk before it returns
 * (synchronous FULL). A newer schema, a foreign or a damaged file is a UsageError that says what to do.
 */
export function openDatabase(folder: string, { timeout = 1000 } = {}): Sqlite {
  prepareFolder(folder);
  const path = join(folder, databaseName);
  const size = existsSync(path) ? statSync(path).size : 0;
  if (size === 0) refuseEmptied(folder, path);
  else refuseLostLog(folder, path);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout, enableForeignKeyConstraints: true });
    database.enableDefensive(true);
    const { version } = database.prepare("SELECT sqlite_version() AS version").get() as { version: string };
    database.exec(
      `PRAGMA journal_mode=${journalOf(version)}; PRAGMA synchronous=FULL; PRAGMA trusted_schema=OFF;
       PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA journal_size_limit=67108864;
       PRAGMA wal_autocheckpoint=1000; PRAGMA temp_store=MEMORY;`,
    );
    if (size > 0 && size <= largestQuickCheck) {
      const { quick_check: found } = database.prepare("PRAGMA quick_check(1)").get() as {
        quick_check: string;
      };
      if (found !== "ok") throw damaged(path, found);
    }
    migrate(database, path);
  } catch (error) {
    database?.close();
    const code = (error as { errcode?: number }).errcode;
    if (code === 11 || code === 26 || code === 267) throw damaged(path, (error as Error).message);
    if (code === 8 || code === 14) throw new UsageError({ code: "store-not-writable", folder });
    throw error;
  }
  return sqliteOf(database, () => unmark(folder, path));
}

/**
 * A second connection that only reads, as everything was before the transaction that is open; undefined where readers
 * and writers exclude each other (see journalOf).
 */
export function openReader(folder: string, { timeout = 1000 } = {}): Sqlite | undefined {
  const database = new DatabaseSync(join(folder, databaseName), { readOnly: true, timeout });
  const { journal_mode: journal } = database.prepare("PRAGMA journal_mode").get() as { journal_mode: string };
  if (journal === "wal") return sqliteOf(database);
  database.close();
  return undefined;
}

/** Looks through every page and reference of a closed database: "ok", or the first damage, and how many point nowhere. */
export function checkDatabase(folder: string): { integrity: string; brokenReferences: number } {
  const database = new DatabaseSync(join(folder, databaseName), { readOnly: true });
  try {
    const { integrity_check: integrity } = database.prepare("PRAGMA integrity_check").get() as {
      integrity_check: string;
    };
    return { integrity, brokenReferences: database.prepare("PRAGMA foreign_key_check").all().length };
  } finally {
    database.close();
  }
}

/** Copies a database as it is at one moment, also while it is written to. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(join(from, databaseName), { readOnly: true, timeout: 5000 });
  try {
    await backup(source, join(to, databaseName));
  } finally {
    source.close();
  }
}

function migrate(database: DatabaseSync, path: string): void {
  const number = (pragma: string) =>
    Object.values(database.prepare(`PRAGMA ${pragma}`).get() as Record<string, number>)[0];
  const found = number("application_id");
  const start = number("user_version");
  const tables = database.prepare("SELECT count(*) AS n FROM sqlite_schema").get() as { n: number };
  if (found !== applicationId && (found !== 0 || start !== 0 || tables.n > 0))
    throw new UsageError({ code: "store-of-another-program", path });
  if (start > migrations.length)
    throw new UsageError({ code: "store-newer", path, theirs: start, ours: migrations.length });
  for (let step = start; step < migrations.length; step++) {
    database.exec("BEGIN IMMEDIATE");
    try {
      // Another process may have taken the step while this one waited for the lock.
      if (number("user_version") === step) {
        database.exec(migrations[step]);
        database.exec(`PRAGMA application_id=${applicationId}; PRAGMA user_version=${step + 1}`);
      }
      database.exec("COMMIT");
    } catch (error) {
      if (database.isTransaction) database.exec("ROLLBACK");
      throw error;
    }
  }
}

function sqliteOf(database: DatabaseSync, closed = () => {}): Sqlite {
  const kept = new Map<string, ReturnType<DatabaseSync["prepare"]>>();
  const statement = (text: string) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = database.prepare(text);
    kept.set(text, made);
    return made;
  };
  return {
    database,
    all: <T>(text: string, ...values: SQLInputValue[]) => statement(text).all(...values) as T[],
    get: <T>(text: string, ...values: SQLInputValue[]) => statement(text).get(...values) as T | undefined,
    run: (text, ...values) => {
      const { changes, lastInsertRowid } = statement(text).run(...values);
      return { changes: Number(changes), last: Number(lastInsertRowid) };
    },
    begin: () => database.exec("BEGIN IMMEDIATE"),
    commit: () => database.exec("COMMIT"),
    rollback: () => {
      // A full disk has rolled back already.
      if (database.isTransaction) database.exec("ROLLBACK");
    },
    close: () => {
      kept.clear();
      database.close();
      closed();
    },
  };
}

/** How often a server looks whether the file of its lock is still there. */
const lockWatchMs = 250;

/** The lock of a data folder, and which file it is on. */
interface FolderLock {
  readonly database: DatabaseSync;
  readonly file: number;
}

function lockedFile(folder: string, path: string): FolderLock {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE");
    return { database, file: statSync(path).ino };
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode !== 5) throw error;
    throw new UsageError({ code: "store-in-use", folder });
  }
}

/**
 * Keeps a second server off the same data folder. The operating system lets go of the lock when the process ends,
 * however it ends. Where somebody deletes its file a new one is locked at once; `lost` is called where another server
 * was faster.
 */
export function lockFolder(folder: string, lost?: () => void): () => void {
  prepareFolder(folder);
  const path = join(folder, "serve.lock");
  let held = lockedFile(folder, path);
  const look = () => {
    if (statSync(path, { throwIfNoEntry: false })?.ino === held.file) return;
    try {
      const again = lockedFile(folder, path);
      held.database.close();
      held = again;
    } catch (error) {
      // Anything else, a folder that is away for a moment, is looked at again.
      if (!(error instanceof UsageError)) return;
      clearInterval(watch);
      lost?.();
    }
  };
  const watch = lost === undefined ? undefined : setInterval(look, lockWatchMs).unref();
  return () => {
    clearInterval(watch);
    held.database.close();
  };
}

/** Removes what a killed process left behind under temporary names. */
export function sweep(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
}
