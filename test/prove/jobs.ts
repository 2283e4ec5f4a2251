import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { steadyClock } from "../../api/store/clock.ts";
import { openDatabase, type Sqlite } from "../../api/store/database.ts";
import { jobStore, leaseMs } from "../../api/store/queue/jobs.ts";
import { sqliteSql } from "../../api/store/sqlite/sqlite-sql.ts";
import type { Row } from "./row.ts";

interface Held {
  readonly id: number;
  readonly fence: number;
}

interface Model {
  /** Jobs by id: their state as it must be. */
  readonly jobs: Map<
    number,
    { state: "queued" | "running" | "done" | "dead"; fence: number; crashes: number }
  >;
  readonly effects: Map<number, number>;
  /** Claims that some worker still believes in, also outdated ones. */
  readonly held: Held[];
}

type Step =
  | { readonly do: "enqueue" | "claim" | "restart" }
  | { readonly do: "finish" | "beat" | "crash" | "cancel"; readonly pick: number }
  | { readonly do: "time"; readonly ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Step>({ do: "enqueue" }) },
  { weight: 4, arbitrary: fc.constant<Step>({ do: "claim" }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: "restart" }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constantFrom("finish", "beat", "crash", "cancel"), pick: fc.nat(20) }),
  },
  // Forwards past a lease, forwards a little, and an hour back.
  {
    weight: 3,
    arbitrary: fc.constantFrom(leaseMs + 1, 1000, 5000, -3_600_000).map((ms): Step => ({ do: "time", ms })),
  },
);

/** Faults of one history of steps; [] when the queue did what it promises. */
async function faultsOf(sql: Sqlite, steps: readonly Step[]): Promise<string[]> {
  sql.database.exec("DELETE FROM job; DELETE FROM plan_request; DELETE FROM plan;");
  let time = 1_000_000_000;
  const now = steadyClock(() => time);
  const jobs = jobStore(sqliteSql(sql, now));
  const model: Model = { jobs: new Map(), effects: new Map(), held: [] };
  const faults: string[] = [];
  const pick = (k: number) => model.held[k % Math.max(1, model.held.length)];
  for (const one of steps) {
    if (one.do === "time") time += one.ms;
    if (one.do === "enqueue") {
      const { last } = sql.run(
        "INSERT INTO plan (id, tenant, state, standing, created) VALUES (hex(randomblob(8)), 't', 'queued', 0, 0)",
      );
      await jobs.enqueue(last);
      model.jobs.set(last, { state: "queued", fence: 0, crashes: 0 });
    }
    if (one.do === "claim") {
      const claimed = await jobs.claim();
      if (claimed !== undefined) {
        const job = model.jobs.get(claimed.id);
        if (job === undefined || job.state === "done" || job.state === "dead")
          faults.push(`resurrected ${claimed.id}`);
        if (job !== undefined && claimed.fence <= job.fence) faults.push("a fence was used twice");
        if (job !== undefined) Object.assign(job, { state: "running", fence: claimed.fence });
        model.held.push(claimed);
      }
    }
    if (one.do === "restart") {
      for (const id of await jobs.recover()) Object.assign(model.jobs.get(id) ?? {}, { state: "dead" });
      for (const job of model.jobs.values()) if (job.state === "running") job.state = "queued";
    }
    if ("pick" in one) {
      const held = pick(one.pick);
      if (held === undefined) continue;
      const job = model.jobs.get(held.id);
      const mine = job?.state === "running" && job.fence === held.fence;
      if (one.do === "beat" && (await jobs.heartbeat(held.id, held.fence)) !== mine)
        faults.push("a lost lease was extended");
      if (one.do === "finish") {
        const done = await jobs.finish(held.id, held.fence);
        if (done !== mine) faults.push(`finish said ${done}`);
        if (done) {
          model.effects.set(held.id, (model.effects.get(held.id) ?? 0) + 1);
          if (job !== undefined) job.state = "done";
        }
      }
      if (one.do === "crash") {
        const end = await jobs.crashed(held.id, held.fence, "died");
        if ((end !== undefined) !== mine) faults.push("a crash of an older holder counted");
        if (end !== undefined && job !== undefined) {
          job.crashes++;
          job.state = end === "dead" ? "dead" : "queued";
          if (end === "retry" && job.crashes >= 2) faults.push("a poisonous job lives on");
        }
      }
      if (one.do === "cancel") {
        const live = job?.state === "running" || job?.state === "queued";
        if ((await jobs.cancel(held.id)) !== live) faults.push("cancel");
        if (live && job !== undefined) job.state = "dead";
      }
    }
  }
  for (const [id, job] of model.jobs) {
    const found = await jobs.state(id);
    if (found?.state !== job.state) faults.push(`job ${id} is ${found?.state}, must be ${job.state}`);
  }
  for (const count of model.effects.values()) if (count > 1) faults.push("an effect happened twice");
  return faults;
}

/** The queue against a pure model of it. */
export async function jobModel(runs: number): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-jobs-"));
  const sql = openDatabase(folder);
  // The model is about order, not about power cuts.
  sql.database.exec("PRAGMA synchronous=OFF");
  let steps = 0;
  let faults: string[] = [];
  try {
    const property = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (history) => {
      steps += history.length;
      const found = await faultsOf(sql, history);
      if (found.length > 0) faults = found;
      return found.length === 0;
    });
    await fc.check(property, { numRuns: runs, seed: 11 });
  } finally {
    sql.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    promise: `The queue does what its model says in ${runs} random histories (leases, kills, restarts, a clock set back): no job lost, doubled or risen from the dead`,
    figure: `${steps} steps, ${faults.length === 0 ? "0 faults" : faults.join("; ")}`,
    held: faults.length === 0,
  };
}
