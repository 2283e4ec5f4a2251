import type { FileKind } from "../../src/index.ts";
import { fitting } from "./fitting.ts";
import { newId } from "./ids.ts";
import type { PlanRequest } from "./plans.ts";
import { places, type Sql } from "./sql.ts";

/** Ids of one statement. */
const idsAtOnce = 500;

type UploadMode = "full" | "delta";

/** An accepted file. `position` orders the standing data of a source. */
export interface Upload {
  readonly id: string;
  readonly kind: FileKind;
  readonly source: string;
  readonly mode: UploadMode;
  readonly sha256: string;
  readonly size: number;
  readonly name: string;
  readonly report: unknown;
  readonly position: number;
  readonly created: number;
  readonly removed: number | null;
}

interface Row extends Omit<Upload, "report"> {
  readonly report: string;
}

/** An upload without its report: what plans need of one. */
export type StandingUpload = Omit<Upload, "report">;

const uploadOf = (row: Row): Upload => ({ ...row, report: JSON.parse(row.report) });
const columns = "id, kind, source, mode, sha256, size, name, report, position, created, removed";
const standingColumns = "id, kind, source, mode, sha256, size, name, position, created, removed";

/** The place of the last full file of each source of a tenant. */
const lastFull = `WITH last_full AS (SELECT kind, source, max(position) AS at FROM upload
  WHERE tenant = ?1 AND mode = 'full' AND removed IS NULL GROUP BY kind, source)`;

/** An upload of a list: its report is a text, `current` 1 where it counts now. */
interface ListedUpload extends Row {
  readonly current: 0 | 1;
}

export type NewUpload = Omit<Upload, "id" | "position" | "created" | "removed">;

const uploadReads = (sql: Sql) => ({
  /** The same content again is the same upload, which becomes the newest of its source. */
  async known(tenant: string, kind: FileKind, sha256: string): Promise<Upload | undefined> {
    const row = await sql.get<Row>(
      `SELECT ${columns} FROM upload WHERE tenant = ? AND kind = ? AND sha256 = ? AND removed IS NULL`,
      tenant,
      kind,
      sha256,
    );
    return row === undefined ? undefined : uploadOf(row);
  },

  /** An upload by its id, a removed one too. */
  async get(tenant: string, id: string): Promise<Upload | undefined> {
    const row = await sql.get<Row>(`SELECT ${columns} FROM upload WHERE tenant = ? AND id = ?`, tenant, id);
    return row === undefined ? undefined : uploadOf(row);
  },

  /** Those of some uploads that there are, removed ones too, in the order in which they are named. */
  async named(tenant: string, ids: readonly string[]): Promise<StandingUpload[]> {
    const found = new Map<string, StandingUpload>();
    for (let from = 0; from < ids.length; from += idsAtOnce) {
      const some = ids.slice(from, from + idsAtOnce);
      const text = `SELECT ${standingColumns} FROM upload WHERE tenant = ? AND id IN (${places(some)})`;
      for (const row of await sql.all<StandingUpload>(text, tenant, ...some)) found.set(row.id, row);
    }
    return ids.flatMap((id) => found.get(id) ?? []);
  },
});

const uploadContents = (sql: Sql) => ({
  /** Contents that an upload of any tenant stands for. */
  async contents(): Promise<Set<string>> {
    const rows = await sql.all<{ sha256: string }>(
      "SELECT DISTINCT sha256 FROM upload WHERE removed IS NULL",
    );
    return new Set(rows.map(({ sha256 }) => sha256));
  },

  /** Contents that nothing may throw away: of uploads that stand or were undone after `since`, or that a job or a plan with results names. */
  async needed(since: number): Promise<Set<string>> {
    const standing = "SELECT DISTINCT sha256 FROM upload WHERE removed IS NULL OR removed > ?";
    const rows = await sql.all<{ sha256: string }>(standing, since);
    const naming = `SELECT uploads AS named FROM plan_request AS asked JOIN plan ON plan.seq = asked.plan
      WHERE uploads IS NOT NULL AND expired IS NULL`;
    const requests = (await sql.all<{ named: string }>(naming)).map(({ named }) => JSON.parse(named));
    const ids = [...new Set(requests.flatMap(({ uploads = [] }: PlanRequest) => uploads))];
    for (let from = 0; from < ids.length; from += idsAtOnce) {
      const some = ids.slice(from, from + idsAtOnce);
      rows.push(
        ...(await sql.all<{ sha256: string }>(
          `SELECT sha256 FROM upload WHERE id IN (${places(some)})`,
          ...some,
        )),
      );
    }
    return new Set(rows.map(({ sha256 }) => sha256));
  },
});

const uploadLists = (sql: Sql) => ({
  /** True where files of a kind stand: the newest of them is current. */
  async has(tenant: string, kind: FileKind): Promise<boolean> {
    const text = "SELECT 1 FROM upload WHERE tenant = ? AND kind = ? AND removed IS NULL LIMIT 1";
    return (await sql.get(text, tenant, kind)) !== undefined;
  },

  /** Ids of uploads that were undone after a time. */
  async undoneAfter(tenant: string, at: number): Promise<Set<string>> {
    const text = "SELECT id FROM upload WHERE tenant = ? AND removed > ?";
    return new Set((await sql.all<{ id: string }>(text, tenant, at)).map(({ id }) => id));
  },

  /** Some uploads that were not undone (fewer where their reports are long), oldest first, behind a position: their reports as JSON text, and whether they count now. */
  async listed(tenant: string, after: number, limit: number): Promise<ListedUpload[]> {
    const which = "WHERE tenant = ?1 AND removed IS NULL AND position > ?2 ORDER BY position LIMIT ?3";
    const sizes = await sql.all<{ bytes: number }>(
      `SELECT octet_length(report) AS bytes FROM upload ${which}`,
      tenant,
      after,
      limit,
    );
    return sql.all(
      `${lastFull} SELECT ${columns}, CASE WHEN at IS NULL OR position >= at THEN 1 ELSE 0 END AS current
       FROM upload LEFT JOIN last_full USING (kind, source) ${which}`,
      tenant,
      after,
      fitting(sizes),
    );
  },

  /** All of them with their reports read. */
  async list(tenant: string): Promise<Upload[]> {
    const text = `SELECT ${columns} FROM upload WHERE tenant = ? AND removed IS NULL ORDER BY position`;
    return (await sql.all<Row>(text, tenant)).map(uploadOf);
  },

  /** What counts now: of every source its last full file and the deltas after it, oldest first. */
  async current(tenant: string): Promise<StandingUpload[]> {
    return sql.all(
      `${lastFull} SELECT ${standingColumns} FROM upload LEFT JOIN last_full USING (kind, source)
       WHERE tenant = ?1 AND removed IS NULL AND (at IS NULL OR position >= at) ORDER BY position`,
      tenant,
    );
  },
});

async function nextPosition(sql: Sql): Promise<number> {
  await sql.lock("upload");
  const text = "SELECT max(position) AS last FROM upload";
  return ((await sql.get<{ last: number | null }>(text))?.last ?? 0) + 1;
}

const uploadChanges = (sql: Sql, now: () => number) => ({
  /** Makes an upload the newest of its source. */
  async touch(id: string): Promise<void> {
    await sql.transaction(async (tx) => {
      await tx.run("UPDATE upload SET position = ? WHERE id = ?", await nextPosition(tx), id);
    });
  },

  /** Keeps an accepted file; what its content is must lie among the blobs. */
  async add(tenant: string, upload: NewUpload): Promise<Upload> {
    const id = newId("u");
    const created = now();
    const position = await sql.transaction(async (tx) => {
      const next = await nextPosition(tx);
      await tx.run(
        `INSERT INTO upload (tenant, ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)`,
        tenant,
        id,
        upload.kind,
        upload.source,
        upload.mode,
        upload.sha256,
        upload.size,
        upload.name,
        JSON.stringify(upload.report),
        next,
        created,
      );
      return next;
    });
    return { ...upload, id, position, created, removed: null };
  },

  /** Undoes an upload; false where there is none. */
  async remove(tenant: string, id: string): Promise<boolean> {
    const text = "UPDATE upload SET removed = ? WHERE tenant = ? AND id = ? AND removed IS NULL";
    return (await sql.run(text, now(), tenant, id)) === 1;
  },
});

/** The files of a tenant and which of them are current. */
export const uploadStore = (sql: Sql, now: () => number) => ({
  ...uploadReads(sql),
  ...uploadContents(sql),
  ...uploadLists(sql),
  ...uploadChanges(sql, now),
});
