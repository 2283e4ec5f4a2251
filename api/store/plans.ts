import type { Sql } from "./database.ts";
import { newId } from "./ids.ts";
import type { CalendarRow } from "./settings.ts";

export type PlanState = "queued" | "running" | "held" | "done" | "failed";

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
export type PlanTask = "plan" | "replay";

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
  readonly reason: string | null;
  readonly volumes: unknown;
  readonly summary: unknown;
}

interface Row extends Omit<PlanRow, "request" | "standing" | "volumes" | "summary" | "asOf"> {
  readonly request: string;
  readonly standing: number;
  readonly volumes: string | null;
  readonly summary: string | null;
  readonly as_of: string | null;
}

const planOf = ({ as_of: asOf, ...row }: Row): PlanRow => ({
  ...row,
  asOf,
  request: JSON.parse(row.request) as PlanRequest,
  standing: row.standing === 1,
  volumes: row.volumes === null ? null : JSON.parse(row.volumes),
  summary: row.summary === null ? null : JSON.parse(row.summary),
});

/** A row of a result list, as JSON text. */
export interface ResultRow {
  readonly kind: string;
  readonly position: number;
  readonly item: string | null;
  /** True for a suggestion with something to order. */
  readonly ordered: boolean;
  readonly json: string;
}

/** Plans of a tenant and the rows of their results. */
export const planStore = (sql: Sql, now: () => number) => ({
  add(tenant: string, request: PlanRequest, standing: boolean, task: PlanTask = "plan"): PlanRow {
    const { last } = sql.run(
      "INSERT INTO plan (id, tenant, state, request, standing, created, task) VALUES (?, ?, 'queued', ?, ?, ?, ?)",
      newId(task === "plan" ? "p" : "r"),
      tenant,
      JSON.stringify(request),
      standing ? 1 : 0,
      now(),
      task,
    );
    return this.bySeq(last) as PlanRow;
  },

  bySeq(seq: number): PlanRow | undefined {
    const row = sql.get<Row>("SELECT * FROM plan WHERE seq = ?", seq);
    return row === undefined ? undefined : planOf(row);
  },

  get(tenant: string, id: string, task: PlanTask = "plan"): PlanRow | undefined {
    const row = sql.get<Row>("SELECT * FROM plan WHERE tenant = ? AND id = ? AND task = ?", tenant, id, task);
    return row === undefined ? undefined : planOf(row);
  },

  latest(tenant: string, task: PlanTask = "plan"): PlanRow | undefined {
    const text =
      "SELECT * FROM plan WHERE tenant = ? AND task = ? AND state = 'done' ORDER BY seq DESC LIMIT 1";
    const row = sql.get<Row>(text, tenant, task);
    return row === undefined ? undefined : planOf(row);
  },

  /** Newest first, those before `before`. */
  list(tenant: string, before: number, limit: number, task: PlanTask = "plan"): PlanRow[] {
    const text = "SELECT * FROM plan WHERE tenant = ? AND task = ? AND seq < ? ORDER BY seq DESC LIMIT ?";
    return sql.all<Row>(text, tenant, task, before, limit).map(planOf);
  },

  /** Finished plans of what was current then, newest first. */
  finishedStanding(tenant: string): PlanRow[] {
    const text =
      "SELECT * FROM plan WHERE tenant = ? AND state = 'done' AND standing = 1 ORDER BY seq DESC LIMIT 50";
    return sql.all<Row>(text, tenant).map(planOf);
  },

  /** When the newest finished plan of all tenants ended; null where there is none. */
  lastFinished(): number | null {
    const text = "SELECT max(finished) AS at FROM plan WHERE task = 'plan' AND state = 'done'";
    return sql.get<{ at: number | null }>(text)?.at ?? null;
  },

  /** Ended plans with results, and ended replays, beyond the newest `kept` of their tenant. */
  expired(kept: number): Pick<PlanRow, "seq" | "id">[] {
    return sql.all(
      `SELECT seq, id FROM (SELECT seq, id, task, row_number() OVER (PARTITION BY tenant, task ORDER BY seq DESC) AS place
       FROM plan WHERE state IN ('done', 'failed', 'held')) AS ended WHERE place > ?
       AND (task = 'replay' OR (SELECT 1 FROM result WHERE result.plan = seq LIMIT 1) IS NOT NULL)`,
      kept,
    );
  },

  /** Plans of a tenant that wait or run. */
  open(tenant: string): number {
    const text = "SELECT count(*) AS n FROM plan WHERE tenant = ? AND state IN ('queued', 'running')";
    return sql.get<{ n: number }>(text, tenant)?.n ?? 0;
  },

  start(seq: number): void {
    sql.run("UPDATE plan SET state = 'running', started = ?, progress = 0 WHERE seq = ?", now(), seq);
  },

  /** Plans that an ended server was making wait again. */
  requeueRunning(): void {
    sql.run("UPDATE plan SET state = 'queued', progress = 0, step = NULL WHERE state = 'running'");
  },

  requeue(seq: number): void {
    sql.run("UPDATE plan SET state = 'queued', progress = 0, step = NULL WHERE seq = ?", seq);
  },

  progress(seq: number, progress: number, step: string): void {
    sql.run(
      "UPDATE plan SET progress = ?, step = ? WHERE seq = ? AND state = 'running'",
      progress,
      step,
      seq,
    );
  },

  end(
    seq: number,
    state: PlanState,
    with_: { asOf?: string; code?: string; reason?: string; volumes?: unknown; summary?: unknown },
  ): void {
    sql.run(
      `UPDATE plan SET state = ?, finished = ?, progress = ?, step = NULL, as_of = ?, code = ?, reason = ?,
       volumes = ?, summary = ? WHERE seq = ?`,
      state,
      now(),
      state === "done" ? 1 : 0,
      with_.asOf ?? null,
      with_.code ?? null,
      with_.reason ?? null,
      with_.volumes === undefined ? null : JSON.stringify(with_.volumes),
      with_.summary === undefined ? null : JSON.stringify(with_.summary),
      seq,
    );
  },

  clearResults(seq: number): void {
    sql.run("DELETE FROM result WHERE plan = ?", seq);
  },

  addResults(seq: number, rows: readonly ResultRow[]): void {
    sql.transaction(() => {
      for (const { kind, position, item, ordered, json } of rows)
        sql.run(
          "INSERT INTO result (plan, kind, position, item, ordered, json) VALUES (?, ?, ?, ?, ?, ?)",
          seq,
          kind,
          position,
          item,
          ordered ? 1 : 0,
          json,
        );
    });
  },

  /** Rows of a list after `position`, oldest first. */
  results(
    seq: number,
    kind: string,
    after: number,
    limit: number,
    { item, ordered = false }: { item?: string | undefined; ordered?: boolean } = {},
  ): ResultRow[] {
    const where = `${item === undefined ? "" : " AND item = ?5"}${ordered ? " AND ordered = 1" : ""}`;
    const text = `SELECT kind, position, item, ordered, json FROM result
      WHERE plan = ?1 AND kind = ?2 AND position > ?3${where} ORDER BY position LIMIT ?4`;
    return item === undefined
      ? sql.all<ResultRow>(text, seq, kind, after, limit)
      : sql.all<ResultRow>(text, seq, kind, after, limit, item);
  },

  /** What every finished plan of a tenant said of an item, oldest first. */
  historyOf(tenant: string, item: string, kind: string): { plan: PlanRow; json: string }[] {
    return sql
      .all<Row & { json: string }>(
        `SELECT plan.*, result.json FROM result JOIN plan ON plan.seq = result.plan
         WHERE result.item = ? AND result.kind = ? AND plan.tenant = ? AND plan.state = 'done' ORDER BY plan.seq`,
        item,
        kind,
        tenant,
      )
      .map(({ json, ...row }) => ({ plan: planOf(row), json }));
  },
});
