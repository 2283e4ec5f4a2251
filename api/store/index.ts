import { statSync } from "node:fs";
import { join } from "node:path";
import { answerStore } from "./answers.ts";
import { auditLog } from "./audit.ts";
import { blobStore } from "./blobs.ts";
import { elapsingClock, monotonicClock, steadyClock } from "./clock.ts";
import { databaseName, openDatabase, openReader } from "./database.ts";
import { decisionStore } from "./decisions.ts";
import { folderFiles } from "./files/folder.ts";
import type { Files } from "./files/index.ts";
import { idempotencyStore } from "./idempotency.ts";
import { newId } from "./ids.ts";
import { instanceStore } from "./instances.ts";
import { planStore } from "./plans.ts";
import { jobStore } from "./queue/jobs.ts";
import { partStore } from "./queue/parts.ts";
import { resultStore } from "./results.ts";
import { sessionStore } from "./sessions.ts";
import { settingStore } from "./settings.ts";
import type { Sql } from "./sql.ts";
import { sqliteSql } from "./sqlite/sqlite-sql.ts";
import { tokenStore } from "./tokens.ts";
import { uploadStore } from "./uploads.ts";

/**
 * What a store remembers, each concern behind a few functions; a tenant is always their first argument. They return
 * whole answers, never something that is still being read. test/contracts/store.ts says what each promises.
 */
export interface Records {
  readonly uploads: ReturnType<typeof uploadStore>;
  readonly answers: ReturnType<typeof answerStore>;
  readonly plans: ReturnType<typeof planStore>;
  readonly results: ReturnType<typeof resultStore>;
  readonly jobs: ReturnType<typeof jobStore>;
  readonly parts: ReturnType<typeof partStore>;
  readonly decisions: ReturnType<typeof decisionStore>;
  readonly tokens: ReturnType<typeof tokenStore>;
  readonly sessions: ReturnType<typeof sessionStore>;
  readonly settings: ReturnType<typeof settingStore>;
  readonly idempotency: ReturnType<typeof idempotencyStore>;
  readonly audit: ReturnType<typeof auditLog>;
  readonly instances: ReturnType<typeof instanceStore>;
}

/** Everything of a data folder, or of a database with a folder that several processes share. */
export interface Store extends Records {
  readonly folder: string;
  /** Where this process keeps files on their way. */
  readonly temporary: string;
  /** This process among those that share the store. */
  readonly instance: string;
  /** True where other processes work on it as well: what runs may be theirs. */
  readonly isShared: boolean;
  /** Milliseconds since 1970, never backwards. */
  readonly now: () => number;
  readonly blobs: ReturnType<typeof blobStore>;
  readonly files: Files;
  /** Result folder of a plan, if it lies here. */
  runFolder(planId: string): string;
  /** Where a file of it lies, if there is one, once it was brought there from where all processes see it. */
  runFile(planId: string, ...name: readonly string[]): Promise<string>;
  /**
   * All of `work` or nothing of it, on disk when the promise is kept. What belongs to it is read and written through
   * `records`, and through nothing else.
   */
  transaction<T>(work: (records: Records) => Promise<T>): Promise<T>;
  /** Rejects when the store can no longer be read and written. */
  ping(): Promise<void>;
  /** Bytes of changes that lie in the log, not yet in the main file. */
  logBytes(): number;
  /** Brings all of them into the main file. */
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}

/** What a process knows apart from the database. */
interface Own {
  /** When it last noted that a token was used. */
  readonly used: Map<string, number>;
  /** Itself, as the holder of what it has begun; null where it is alone. */
  readonly holder: string | null;
}

/** Results of plans among the files of a store. */
export const runsOf = (files: Files): Pick<Store, "runFolder" | "runFile"> => {
  const runFolder = (planId: string) => join(files.folder, "runs", planId);
  return {
    runFolder,
    async runFile(planId, ...name) {
      await files.bring(["runs", planId, ...name].join("/"));
      return join(runFolder(planId), ...name);
    },
  };
};

/** Leases and idempotency keys count time that passed, everything else (expiry, what is shown) the time of day: `now`. */
export const recordsOf = (sql: Sql, now: () => number, { used, holder }: Own): Records => ({
  uploads: uploadStore(sql, now),
  answers: answerStore(sql),
  plans: planStore(sql, now),
  results: resultStore(sql),
  jobs: jobStore(sql),
  parts: partStore(sql),
  decisions: decisionStore(sql, now),
  tokens: tokenStore(sql, now, used),
  sessions: sessionStore(sql, now),
  settings: settingStore(sql, now),
  idempotency: idempotencyStore(sql, holder),
  audit: auditLog(sql, now),
  instances: instanceStore(sql),
});

/**
 * Opens the store of a data folder (made where missing). `clock` is milliseconds since 1970; `timeout` how many of them
 * the thread waits for another process that writes.
 */
export async function openStore(
  folder: string,
  clock: () => number = Date.now,
  settings: { readonly timeout?: number } = {},
): Promise<Store> {
  const database = openDatabase(folder, settings);
  const elapsing = clock === Date.now ? monotonicClock() : elapsingClock(clock);
  const files = folderFiles(folder);
  const temporary = join(folder, "tmp");
  const sql = sqliteSql(database, elapsing, openReader(folder, settings));
  const own = { used: new Map<string, number>(), holder: null };
  return {
    ...recordsOf(sql, clock, own),
    folder,
    temporary,
    instance: newId("i"),
    isShared: false,
    now: steadyClock(clock),
    files,
    blobs: blobStore(files, temporary),
    ...runsOf(files),
    transaction: (work) => sql.transaction((tx) => work(recordsOf(tx, clock, own))),
    ping: async () => {
      await sql.run("UPDATE job SET run_after = run_after WHERE id = -1");
    },
    logBytes: () => statSync(join(folder, `${databaseName}-wal`), { throwIfNoEntry: false })?.size ?? 0,
    checkpoint: async () => {
      await sql.get("PRAGMA wal_checkpoint(TRUNCATE)");
    },
    close: () => sql.close(),
  };
}
