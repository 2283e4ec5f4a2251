import type { Sql } from "../sql.ts";
import { leaseMs, mostAttempts, mostCrashes } from "./jobs.ts";

/** A step of a plan in parts: the plan was cut, one part goes through a stage, or what all parts say is added up. */
type PartKind = "cut" | "part" | "join";

/**
 * Where a step stands: what lies at a lower `rank` comes before it. 0 is the cut; 2k + 1 the parts of stage k, 2k + 2
 * their join. The last stage has no join: the plan's own job goes on from its parts.
 */
interface PartPlace {
  readonly plan: number;
  readonly rank: number;
  readonly part: number;
}

/** A step that was claimed: every later word about it must name its fence. */
export interface ClaimedPart extends PartPlace {
  readonly kind: PartKind;
  readonly stage: string;
  readonly fence: number;
}

/** A step that is done, and the attempt that ended it. */
export type EndedPart = ClaimedPart;

const here = "plan = ? AND rank = ? AND part = ?";
const held = `${here} AND fence = ? AND state = 'running' AND EXISTS (SELECT 1 FROM job WHERE job.id = part.plan AND job.state = 'cut')`;
const of = ({ plan, rank, part, fence }: ClaimedPart) => [plan, rank, part, fence] as const;

const cutting = (sql: Sql) => ({
  /**
   * A plan goes on as so many parts: its job waits until they have come through all stages. False when the job is no
   * longer this holder's.
   */
  async cut(id: number, fence: number, stages: readonly string[], count: number): Promise<boolean> {
    return sql.transaction(async (tx) => {
      const text = `UPDATE job SET state = 'cut', lease_until = NULL WHERE id = ? AND fence = ? AND state = 'running' AND cancelled = 0`;
      if ((await tx.run(text, id, fence)) !== 1) return false;
      await tx.run("DELETE FROM part WHERE plan = ?", id);
      const at = await tx.elapsed();
      const row = (rank: number, part: number, kind: PartKind, stage: string) => [
        id,
        rank,
        part,
        kind,
        stage,
        "queued",
        0,
        at,
      ];
      const rows = stages.flatMap((stage, k) => [
        ...Array.from({ length: count }, (_, part) => row(2 * k + 1, part, "part", stage)),
        ...(k === stages.length - 1 ? [] : [row(2 * k + 2, 0, "join", stage)]),
      ]);
      const columns = ["plan", "rank", "part", "kind", "stage", "state", "fence", "run_after"];
      await tx.insert("part", columns, [[id, 0, 0, "cut", "", "done", fence, at], ...rows]);
      return true;
    });
  },

  /** Steps of a plan that are done, in their order; none where it was not cut. */
  async ended(plan: number): Promise<EndedPart[]> {
    const text =
      "SELECT plan, rank, part, kind, stage, fence FROM part WHERE plan = ? AND state = 'done' ORDER BY rank, part";
    return sql.all<EndedPart>(text, plan);
  },

  /** The stage of a plan's steps at a rank. */
  async stageAt(plan: number, rank: number): Promise<string | undefined> {
    const text = "SELECT stage FROM part WHERE plan = ? AND rank = ? LIMIT 1";
    return (await sql.get<{ stage: string }>(text, plan, rank))?.stage;
  },

  /** The share of the steps of a plan that are done. */
  async share(plan: number): Promise<number> {
    const text =
      "SELECT count(*) AS n, sum(CASE WHEN state = 'done' THEN 1 ELSE 0 END) AS done FROM part WHERE plan = ?";
    const { n = 0, done = 0 } = (await sql.get<{ n: number; done: number | null }>(text, plan)) ?? {};
    return n === 0 ? 0 : Number(done) / n;
  },

  /** Forgets the steps of a plan. */
  async clear(plan: number): Promise<void> {
    await sql.run("DELETE FROM part WHERE plan = ?", plan);
  },

  /** Forgets the steps of plans whose jobs have ended. */
  async clearEnded(): Promise<void> {
    await sql.run("DELETE FROM part WHERE plan IN (SELECT id FROM job WHERE state IN ('done', 'dead'))");
  },
});

/** Steps in the hands of who claimed them. */
const partLeases = (sql: Sql) => ({
  /**
   * Takes the next step whose turn has come: a queued one, or one whose lease has passed, of the plan that fewest work
   * on, or of this one. Those that another one is taking are passed over.
   */
  async claim(ofPlan?: number): Promise<ClaimedPart | undefined> {
    const at = await sql.elapsed();
    return sql.get<ClaimedPart>(
      `UPDATE part SET state = 'running', fence = fence + 1, attempts = attempts + 1, lease_until = ?2
       WHERE (plan, rank, part) = (SELECT part.plan, part.rank, part.part FROM part JOIN job ON job.id = part.plan
         WHERE job.state = 'cut' ${ofPlan === undefined ? "" : "AND part.plan = ?3"} AND part.attempts < ${mostAttempts}
         AND ((part.state = 'queued' AND part.run_after <= ?1) OR (part.state = 'running' AND part.lease_until < ?1))
         AND NOT EXISTS (SELECT 1 FROM part AS before WHERE before.plan = part.plan AND before.rank < part.rank
           AND before.state <> 'done')
         ORDER BY (SELECT count(*) FROM part AS held WHERE held.plan = part.plan AND held.state = 'running'),
           part.plan, part.rank, part.part LIMIT 1 ${sql.unlocked("part")})
       RETURNING plan, rank, part, kind, stage, fence`,
      at,
      at + leaseMs,
      ...(ofPlan === undefined ? [] : [ofPlan]),
    );
  },

  /** Extends the lease; false when the step is no longer this holder's, or its plan was cancelled. */
  async heartbeat(one: ClaimedPart): Promise<boolean> {
    const at = (await sql.elapsed()) + leaseMs;
    return (await sql.run(`UPDATE part SET lease_until = ? WHERE ${held}`, at, ...of(one))) === 1;
  },

  /**
   * Ends a step; false when it is no longer this holder's, and then what he made counts for nothing. After the last one
   * the job of the plan waits for somebody who ends it.
   */
  async finish(one: ClaimedPart): Promise<boolean> {
    return sql.transaction(async (tx) => {
      // two who end the last two steps at once would each see the other's open
      await tx.lock("parts");
      if (
        (await tx.run(`UPDATE part SET state = 'done', lease_until = NULL WHERE ${held}`, ...of(one))) !== 1
      )
        return false;
      await tx.run(
        `UPDATE job SET state = 'queued', run_after = ? WHERE id = ? AND state = 'cut'
         AND NOT EXISTS (SELECT 1 FROM part WHERE part.plan = job.id AND part.state <> 'done')`,
        await tx.elapsed(),
        one.plan,
      );
      return true;
    });
  },
});

/** Steps that wait again, or that nobody can do. */
const partReturns = (sql: Sql) => ({
  /** The step's process died: tried again after a pause; the second time the whole plan is given up. */
  async crashed(one: ClaimedPart, error: string): Promise<"retry" | "dead" | undefined> {
    return sql.transaction(async (tx) => {
      const row = await tx.get<{ crashes: number; attempts: number }>(
        `UPDATE part SET crashes = crashes + 1 WHERE ${held} RETURNING crashes, attempts`,
        ...of(one),
      );
      if (row === undefined) return undefined;
      if (row.crashes >= mostCrashes || row.attempts >= mostAttempts)
        return (await partReturns(tx).fail(one, error)) ? "dead" : undefined;
      const text = `UPDATE part SET state = 'queued', lease_until = NULL, run_after = ? WHERE ${held}`;
      await tx.run(text, (await tx.elapsed()) + 1000 * 2 ** row.crashes, ...of(one));
      return "retry";
    });
  },

  /** Ends the job of the whole plan for good with the error of one of its steps. */
  async fail(one: ClaimedPart, error: string): Promise<boolean> {
    const text = `UPDATE job SET state = 'dead', error = ? WHERE id = ? AND state = 'cut'
      AND EXISTS (SELECT 1 FROM part WHERE ${here} AND fence = ? AND state = 'running')`;
    return (await sql.run(text, error, one.plan, ...of(one))) === 1;
  },

  /** The step waits for some time, through no fault of its own. */
  async postpone(one: ClaimedPart, ms: number): Promise<boolean> {
    const text = `UPDATE part SET state = 'queued', lease_until = NULL, attempts = attempts - 1, run_after = ? WHERE ${held}`;
    return (await sql.run(text, (await sql.elapsed()) + ms, ...of(one))) === 1;
  },

  /** Steps that an ended server was doing wait again. */
  async recover(): Promise<void> {
    const text =
      "UPDATE part SET state = 'queued', lease_until = NULL, run_after = ? WHERE state = 'running'";
    await sql.run(text, await sql.elapsed());
  },
});

/** Plans in parts: the steps of each, which anybody takes as their turn comes, under a lease with a fencing token. */
export const partStore = (sql: Sql) => ({ ...cutting(sql), ...partLeases(sql), ...partReturns(sql) });
