import type { Sql } from "../sql.ts";

/** A job that was claimed: every later word about it must name its fence. */
export interface ClaimedJob {
  readonly id: number;
  readonly fence: number;
  readonly attempts: number;
}

export const leaseMs = 30_000;
/** A job whose process died so often (out of memory, a crash) is given up. */
export const mostCrashes = 2;
/** A job is started so often at most, restarts of the server included. */
export const mostAttempts = 20;

type JobEnd = "retry" | "dead";

const queue = (sql: Sql) => ({
  /** Puts a plan into the queue. */
  async enqueue(id: number): Promise<void> {
    await sql.run("INSERT INTO job (id, state, run_after) VALUES (?, 'queued', ?)", id, await sql.elapsed());
  },

  /** Jobs that wait. */
  async queued(): Promise<number> {
    const text = "SELECT count(*) AS n FROM job WHERE state = 'queued'";
    return (await sql.get<{ n: number }>(text))?.n ?? 0;
  },

  /** Age of the oldest job that waits, in seconds. */
  async oldestSeconds(): Promise<number> {
    const row = await sql.get<{ at: number | null }>(
      "SELECT min(run_after) AS at FROM job WHERE state = 'queued'",
    );
    return row === undefined || row.at === null ? 0 : Math.max(0, ((await sql.elapsed()) - row.at) / 1000);
  },

  /** Seconds since the job that is held was last heard of by its holder, of the one that is silent longest. */
  async silentSeconds(): Promise<number> {
    const text = "SELECT min(lease_until) AS at FROM job WHERE state = 'running'";
    const at = (await sql.get<{ at: number | null }>(text))?.at ?? null;
    return at === null ? 0 : Math.max(0, ((await sql.elapsed()) - (at - leaseMs)) / 1000);
  },

  /** Takes a job out of the queue or its holder's hands; false when it has ended already. */
  async cancel(id: number): Promise<boolean> {
    const text =
      "UPDATE job SET cancelled = 1, state = 'dead' WHERE id = ? AND state IN ('queued', 'running', 'cut')";
    return (await sql.run(text, id)) === 1;
  },

  /** The attempt that ended the job of a plan; undefined where none has. */
  async fenceOf(planId: string): Promise<number | undefined> {
    const text =
      "SELECT fence FROM job JOIN plan ON plan.seq = job.id WHERE plan.id = ? AND job.state = 'done'";
    return (await sql.get<{ fence: number }>(text, planId))?.fence;
  },

  /** Where a job stands; undefined for none. */
  async state(id: number): Promise<{ state: string; fence: number; crashes: number } | undefined> {
    return sql.get("SELECT state, fence, crashes FROM job WHERE id = ?", id);
  },
});

/** Jobs that are held by somebody now, or go on in parts, whose tenant is that of the one looked at. */
const heldOfTenant = `SELECT count(*) FROM job AS held JOIN plan AS its ON its.seq = held.id
  WHERE its.tenant = plan.tenant AND ((held.state = 'running' AND held.lease_until >= ?1) OR held.state = 'cut')`;

async function taken(sql: Sql, most?: number): Promise<ClaimedJob | undefined> {
  const at = await sql.elapsed();
  return sql.get<ClaimedJob>(
    `UPDATE job SET state = 'running', fence = fence + 1, attempts = attempts + 1, lease_until = ?2
     WHERE id = (SELECT job.id FROM job JOIN plan ON plan.seq = job.id
       LEFT JOIN (SELECT tenant, max(started) AS at FROM plan GROUP BY tenant) AS turn ON turn.tenant = plan.tenant
       WHERE cancelled = 0 AND attempts < ${mostAttempts} AND ((job.state = 'queued' AND run_after <= ?1)
       OR (job.state = 'running' AND lease_until < ?1)) ${most === undefined ? "" : `AND (${heldOfTenant}) < ?3`}
       ORDER BY coalesce(turn.at, 0), job.id LIMIT 1 ${sql.unlocked("job")})
     RETURNING id, fence, attempts`,
    at,
    at + leaseMs,
    ...(most === undefined ? [] : [most]),
  );
}

/** Jobs in the hands of who claimed them. */
const leases = (sql: Sql) => ({
  /**
   * Takes the next job: a queued one, or a running one whose lease has passed. Tenants take turns: first comes the one
   * whose last plan was begun longest ago. A tenant of whom `most` run already waits.
   */
  async claim(most = Number.POSITIVE_INFINITY): Promise<ClaimedJob | undefined> {
    if (most === Number.POSITIVE_INFINITY) return taken(sql);
    // who counts at the same time as another one would not see what that one takes
    return sql.transaction(async (tx) => {
      await tx.lock("claim");
      return taken(tx, most);
    });
  },

  /** Extends the lease; false when the job is no longer this holder's, or was cancelled. */
  async heartbeat(id: number, fence: number): Promise<boolean> {
    const text = `UPDATE job SET lease_until = ? WHERE id = ? AND fence = ? AND state = 'running' AND cancelled = 0`;
    return (await sql.run(text, (await sql.elapsed()) + leaseMs, id, fence)) === 1;
  },

  /** Ends a job; false when it is no longer this holder's, and then nothing may be switched. */
  async finish(id: number, fence: number): Promise<boolean> {
    const text =
      "UPDATE job SET state = 'done', lease_until = NULL WHERE id = ? AND fence = ? AND state = 'running'";
    return (await sql.run(text, id, fence)) === 1;
  },

  /** Ends a job for good with its error. */
  async fail(id: number, fence: number, error: string): Promise<boolean> {
    const text = `UPDATE job SET state = 'dead', lease_until = NULL, error = ?
      WHERE id = ? AND fence = ? AND state = 'running'`;
    return (await sql.run(text, error, id, fence)) === 1;
  },
});

/** A job that was started too often, or that has a part that was, whose last holder is silent. */
const isAbandoned = `state = 'running' AND attempts >= ${mostAttempts} AND lease_until < ?1`;
const abandoned = `(${isAbandoned}) OR (state = 'cut' AND EXISTS (SELECT 1 FROM part
  WHERE part.plan = job.id AND part.state = 'running' AND part.attempts >= ${mostAttempts} AND part.lease_until < ?1))`;

/** Jobs that wait again: their process died, their server stopped or ended. */
const returns = (sql: Sql) => ({
  /** The job's process died: tried again after a pause, given up the second time. */
  async crashed(id: number, fence: number, error: string): Promise<JobEnd | undefined> {
    return sql.transaction(async (tx) => {
      const row = await tx.get<{ crashes: number; attempts: number }>(
        "UPDATE job SET crashes = crashes + 1, error = ? WHERE id = ? AND fence = ? AND state = 'running' RETURNING crashes, attempts",
        error,
        id,
        fence,
      );
      if (row === undefined) return undefined;
      const dead = row.crashes >= mostCrashes || row.attempts >= mostAttempts;
      await tx.run(
        "UPDATE job SET state = ?, lease_until = NULL, run_after = ? WHERE id = ?",
        dead ? "dead" : "queued",
        (await tx.elapsed()) + 1000 * 2 ** row.crashes,
        id,
      );
      return dead ? "dead" : "retry";
    });
  },

  /** The job waits for some time, through no fault of its own; false when it is no longer this holder's. */
  async postpone(id: number, fence: number, ms: number): Promise<boolean> {
    const text = `UPDATE job SET state = 'queued', lease_until = NULL, attempts = attempts - 1, run_after = ?
      WHERE id = ? AND fence = ? AND state = 'running'`;
    return (await sql.run(text, (await sql.elapsed()) + ms, id, fence)) === 1;
  },

  /** Gives a running job back unharmed, when the server stops. */
  async giveBack(id: number, fence: number): Promise<void> {
    await sql.run(
      "UPDATE job SET state = 'queued', lease_until = NULL, attempts = attempts - 1 WHERE id = ? AND fence = ? AND state = 'running'",
      id,
      fence,
    );
  },

  /** True where a job, or a part of one, that was started too often is in nobody's hands any more. */
  async hasAbandoned(): Promise<boolean> {
    return (await sql.get(`SELECT 1 FROM job WHERE ${abandoned}`, await sql.elapsed())) !== undefined;
  },

  /** Gives such jobs up; returns them. */
  async giveUpAbandoned(): Promise<number[]> {
    const text = `UPDATE job SET state = 'dead', lease_until = NULL WHERE ${abandoned} RETURNING id`;
    return (await sql.all<{ id: number }>(text, await sql.elapsed())).map(({ id }) => id);
  },

  /** Puts jobs back that an ended server was running; returns those that were started too often. */
  async recover(): Promise<number[]> {
    return sql.transaction(async (tx) => {
      const at = await tx.elapsed();
      await tx.run(
        "UPDATE job SET state = 'queued', lease_until = NULL, run_after = ? WHERE state = 'running' AND attempts < ?",
        at,
        mostAttempts,
      );
      // A pause ends with its server: the next one counts time from its own start.
      await tx.run("UPDATE job SET run_after = ?1 WHERE state = 'queued' AND run_after > ?1", at);
      const given = "UPDATE job SET state = 'dead' WHERE state = 'running' RETURNING id";
      return (await tx.all<{ id: number }>(given)).map(({ id }) => id);
    });
  },
});

/**
 * The queue: a lease with a fencing token. Who holds an older fence than the job can neither finish nor extend it.
 * Leases count time that passed (`Sql.elapsed`): a clock set back or ahead neither loses, doubles nor stops one.
 */
export const jobStore = (sql: Sql) => ({
  ...queue(sql),
  ...leases(sql),
  ...returns(sql),
});
