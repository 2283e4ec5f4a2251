import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { answerStore } from "./answers.ts";
import { auditLog } from "./audit.ts";
import { blobStore } from "./blobs.ts";
import { steadyClock } from "./clock.ts";
import { openDatabase, type Sql } from "./database.ts";
import { decisionStore } from "./decisions.ts";
import { idempotencyStore } from "./idempotency.ts";
import { jobStore } from "./jobs.ts";
import { planStore } from "./plans.ts";
import { settingStore } from "./settings.ts";
import { tokenStore } from "./tokens.ts";
import { uploadStore } from "./uploads.ts";

/** Everything of a data folder, each concern behind a few functions; a tenant is always their first argument. */
export interface Store {
  readonly folder: string;
  readonly sql: Sql;
  readonly now: () => number;
  readonly blobs: ReturnType<typeof blobStore>;
  readonly uploads: ReturnType<typeof uploadStore>;
  readonly answers: ReturnType<typeof answerStore>;
  readonly plans: ReturnType<typeof planStore>;
  readonly jobs: ReturnType<typeof jobStore>;
  readonly decisions: ReturnType<typeof decisionStore>;
  readonly tokens: ReturnType<typeof tokenStore>;
  readonly settings: ReturnType<typeof settingStore>;
  readonly idempotency: ReturnType<typeof idempotencyStore>;
  readonly audit: ReturnType<typeof auditLog>;
  /** Result folder of a plan. */
  runFolder(planId: string): string;
  /** All of it or nothing, on disk when it returns. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** Opens the store of a data folder (made where missing). `clock` is milliseconds since 1970. */
export function openStore(folder: string, clock: () => number = Date.now): Store {
  const sql = openDatabase(folder);
  const now = steadyClock(clock);
  for (const name of ["blobs", "runs", "tmp"])
    mkdirSync(join(folder, name), { recursive: true, mode: 0o700 });
  return {
    folder,
    sql,
    now,
    blobs: blobStore(folder),
    uploads: uploadStore(sql, now),
    answers: answerStore(sql),
    plans: planStore(sql, now),
    jobs: jobStore(sql, now),
    decisions: decisionStore(sql, now),
    tokens: tokenStore(sql, now),
    settings: settingStore(sql, now),
    idempotency: idempotencyStore(sql, now),
    audit: auditLog(sql, now),
    runFolder: (planId) => join(folder, "runs", planId),
    transaction: (work) => sql.transaction(work),
    close: () => sql.close(),
  };
}
