import type { Fault } from "../../src/index.ts";
import { fitting } from "./fitting.ts";
import { newId } from "./ids.ts";
import type { CalendarRow } from "./settings.ts";
import type { Sql } from "./sql.ts";

type PlanState = "queued" | "running" | "held" | "done" | "failed";

/** What a plan was asked for: uploads by id (absent: what is current), options, a pool of another plan. */
export interface PlanRequest {
  readonly uploads?: readonly string[] | undefined;
  readonly asOf?: string | undefined;
  readonly stockDate?: string | undefined;
  readonly pool?: string | undefined;
  readonly config?: Readonly<Record<string, unknown>> | undefined;
  /** Standing calendar of the firm, as it was when the plan was ordered. */
  readonly calendar?: readonly CalendarRow[] | undefined;
  /** Of a replay: the counted days and the days between two reviews. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly reviewDays?: number | undefined;
}

/** What a job of the queue makes: an order plan, or the past lived again. */
type PlanTask = "plan" | "replay";

export interface PlanRow {
  readonly seq: number;
  readonly id: string;
  readonly task: PlanTask;
  readonly tenant: string;
  readonly state: PlanState;
  readonly request: PlanRequest;
  /** True when it plans what is current, not named uploads. */
  readonly standing: boolean;
  readonly created: number;
  readonly started: number | null;
  readonly finished: number | null;
  readonly progress: number;
  readonly step: string | null;
  readonly asOf: string | null;
  readonly code: string | null;
  /** Why it failed or is held. */
  readonly fault: Fault | null;
  /** The same as an English sentence, in plans of stores before schema 4. */
  readonly reason: string | null;
  readonly volumes: unknown;
  readonly summary: unknown;
  /** When its results were thrown away; null while they are kept. */
  readonly expired: number | null;
}

/** A plan without what it was asked for, which may be long. */
export type PlanInShort = Omit<PlanRow, "request">;

/** A plan as its row holds it. */
export interface StoredInShort
  extends Omit<PlanInShort, "standing" | "volumes" | "summary" | "asOf" | "fault"> {
  readonly standing: number;
  readonly volumes: string | null;
  readonly summary: string | null;
  readonly as_of: string | null;
  readonly fault: string | null;
}

interface StoredPlan extends StoredInShort {
  readonly request: string;
}

/** A plan from its row. */
export const inShort = ({ as_of: asOf, ...row }: StoredInShort): PlanInShort => ({
  ...row,
  asOf,
  standing: row.standing === 1,
  volumes: row.volumes === null ? null : JSON.parse(row.volumes),
  summary: row.summary === null ? null : JSON.parse(row.summary),
  fault: row.fault === null ? null : (JSON.parse(row.fault) as Fault),
});

const planOf = ({ request, ...row }: StoredPlan): PlanRow => ({
  ...inShort(row),
  request: JSON.parse(request) as PlanRequest,
});

const planned = (row: StoredPlan | undefined): PlanRow | undefined =>
  row === undefined ? undefined : planOf(row);

/** Plans with what they were asked for. */
const whole =
  "SELECT plan.*, asked.json AS request FROM plan JOIN plan_request AS asked ON asked.plan = plan.seq";

/** How a plan ends whose public code is that of its fault. */
export const endBy = (fault: Fault) => ({ code: fault.code, fault });

const planReads = (sql: Sql) => ({
  /** A plan or replay by its number, of whichever tenant. */
  async bySeq(seq: number): Promise<PlanRow | undefined> {
    return planned(await sql.get<StoredPlan>(`${whole} WHERE seq = ?`, seq));
  },

  /** A plan (or replay) of a tenant by its id. */
  async get(tenant: string, id: string, task: PlanTask = "plan"): Promise<PlanRow | undefined> {
    const text = `${whole} WHERE tenant = ? AND id = ? AND task = ?`;
    return planned(await sql.get<StoredPlan>(text, tenant, id, task));
  },

  /** The newest finished plan (or replay). */
  async latest(tenant: string, task: PlanTask = "plan"): Promise<PlanRow | undefined> {
    const text = `${whole} WHERE tenant = ? AND task = ? AND state = 'done' ORDER BY seq DESC LIMIT 1`;
    return planned(await sql.get<StoredPlan>(text, tenant, task));
  },

  /** The finished plan of current data that came after one of them; undefined while that is the newest. */
  async newerThan({ tenant, seq, standing }: PlanInShort): Promise<PlanInShort | undefined> {
    if (!standing) return undefined;
    const text = `SELECT * FROM plan WHERE tenant = ? AND task = 'plan' AND state = 'done' AND standing = 1 AND seq > ?
      ORDER BY seq DESC LIMIT 1`;
    const row = await sql.get<StoredInShort>(text, tenant, seq);
    return row === undefined ? undefined : inShort(row);
  },

  /** Newest first, those before `before`. */
  async list(tenant: string, before: number, limit: number, task: PlanTask = "plan"): Promise<PlanRow[]> {
    const which = "WHERE tenant = ? AND task = ? AND seq < ? ORDER BY seq DESC LIMIT ?";
    const sizes = await sql.all<{ bytes: number }>(
      `SELECT octet_length(asked.json) AS bytes FROM plan JOIN plan_request AS asked ON asked.plan = plan.seq ${which}`,
      tenant,
      task,
      before,
      limit,
    );
    const rows = await sql.all<StoredPlan>(`${whole} ${which}`, tenant, task, before, fitting(sizes));
    return rows.map(planOf);
  },

  /** Finished plans of what was current then, newest first. */
  async finishedStanding(tenant: string): Promise<PlanInShort[]> {
    const text =
      "SELECT * FROM plan WHERE tenant = ? AND state = 'done' AND standing = 1 ORDER BY seq DESC LIMIT 50";
    return (await sql.all<StoredInShort>(text, tenant)).map(inShort);
  },
});

/** What is asked of the states of plans alone. */
const planStates = (sql: Sql) => ({
  /** When the newest finished plan of all tenants ended; null where there is none. */
  async lastFinished(): Promise<number | null> {
    const text = "SELECT max(finished) AS at FROM plan WHERE task = 'plan' AND state = 'done'";
    return (await sql.get<{ at: number | null }>(text))?.at ?? null;
  },

  /** Ids of finished plans of all tenants whose results are kept. */
  async withResults(): Promise<string[]> {
    const text = "SELECT id FROM plan WHERE state = 'done' AND expired IS NULL";
    return (await sql.all<{ id: string }>(text)).map(({ id }) => id);
  },

  /** True for the id of a plan or replay, of whichever tenant, whose results are no longer kept. */
  async isExpired(id: string): Promise<boolean> {
    return (await sql.get("SELECT 1 FROM plan WHERE id = ? AND expired IS NOT NULL", id)) !== undefined;
  },

  /** True for the id of a plan, of whichever tenant, that waits or runs. */
  async isOpen(id: string): Promise<boolean> {
    const text = "SELECT 1 FROM plan WHERE id = ? AND state IN ('queued', 'running')";
    return (await sql.get(text, id)) !== undefined;
  },

  /** Plans of a tenant that wait or run. */
  async open(tenant: string): Promise<number> {
    const text = "SELECT count(*) AS n FROM plan WHERE tenant = ? AND state IN ('queued', 'running')";
    return (await sql.get<{ n: number }>(text, tenant))?.n ?? 0;
  },
});

const planAdding = (sql: Sql, now: () => number) => ({
  /** Writes down what was asked for; the job that makes it is enqueued apart. */
  async add(
    tenant: string,
    request: PlanRequest,
    standing: boolean,
    task: PlanTask = "plan",
  ): Promise<PlanRow> {
    return sql.transaction(async (tx) => {
      const row = (await tx.get<StoredInShort>(
        `INSERT INTO plan (id, tenant, state, standing, created, task) VALUES (?, ?, 'queued', ?, ?, ?) RETURNING *`,
        newId(task === "plan" ? "p" : "r"),
        tenant,
        standing ? 1 : 0,
        now(),
        task,
      )) as StoredInShort;
      const { uploads } = request;
      await tx.run(
        "INSERT INTO plan_request (plan, uploads, json) VALUES (?, ?, ?)",
        row.seq,
        uploads === undefined ? null : JSON.stringify({ uploads }),
        JSON.stringify(request),
      );
      return { ...inShort(row), request };
    });
  },
});

const planSteps = (sql: Sql, now: () => number) => ({
  /** Its process has begun. */
  async start(seq: number): Promise<void> {
    await sql.run("UPDATE plan SET state = 'running', started = ?, progress = 0 WHERE seq = ?", now(), seq);
  },

  /** Plans that an ended server was making wait again. */
  async requeueRunning(): Promise<void> {
    await sql.run("UPDATE plan SET state = 'queued', progress = 0, step = NULL WHERE state = 'running'");
  },

  /** It waits again. */
  async requeue(seq: number): Promise<void> {
    await sql.run("UPDATE plan SET state = 'queued', progress = 0, step = NULL WHERE seq = ?", seq);
  },

  /** How far a running plan is: a share of 1 and the name of the step. */
  async progress(seq: number, progress: number, step: string): Promise<void> {
    const text = "UPDATE plan SET progress = ?, step = ? WHERE seq = ? AND state = 'running'";
    await sql.run(text, progress, step, seq);
  },

  /** Its results are no longer kept. */
  async expire(seq: number): Promise<void> {
    await sql.run("UPDATE plan SET expired = ? WHERE seq = ?", now(), seq);
  },

  /** What came of it, its results aside. */
  async end(
    seq: number,
    state: PlanState,
    with_: { asOf?: string; code?: string; fault?: Fault; volumes?: unknown; summary?: unknown },
  ): Promise<void> {
    await sql.run(
      `UPDATE plan SET state = ?, finished = ?, progress = ?, step = NULL, as_of = ?, code = ?, fault = ?,
       volumes = ?, summary = ? WHERE seq = ?`,
      state,
      now(),
      state === "done" ? 1 : 0,
      with_.asOf ?? null,
      with_.code ?? null,
      with_.fault === undefined ? null : JSON.stringify(with_.fault),
      with_.volumes === undefined ? null : JSON.stringify(with_.volumes),
      with_.summary === undefined ? null : JSON.stringify(with_.summary),
      seq,
    );
  },
});

/** Plans and replays of all tenants: what they were asked for, their state, and in short what came out. */
export const planStore = (sql: Sql, now: () => number) => ({
  ...planReads(sql),
  ...planStates(sql),
  ...planAdding(sql, now),
  ...planSteps(sql, now),
});
