import type { Logger } from "pino";
import type { ServerSettings } from "./http/settings.ts";
import { living } from "./jobs/living.ts";
import { recover } from "./jobs/recover.ts";
import { jobRunner } from "./jobs/runner.ts";
import { persistently, type Tell, unattended } from "./jobs/unattended.ts";
import { runnerSettings } from "./services.ts";
import { tellLoss } from "./store/files/lost-files.ts";
import { openShared, type SharedPlace } from "./store/postgres/postgres-store.ts";

/** A process that makes plans of a shared store. */
interface RunningWorker {
  /** Ends plans that run and puts them back. */
  stop(): Promise<void>;
}

/** Begins to make the plans that wait in a shared store, whoever ordered them. */
export async function startWorker(
  place: SharedPlace,
  settings: ServerSettings,
  log: Logger,
): Promise<RunningWorker> {
  const store = await openShared(place, Date.now, (error) =>
    log.warn({ err: error }, "a connection to the database broke"),
  );
  const tell: Tell = (error) => log.warn({ err: error }, "the store could not be written; trying again");
  // Told, not refused: plans that need what is gone end by themselves.
  const lookedFor = unattended(tell, () => tellLoss(store, log));
  // A worker outlives its database: while that is away no connection and no other timer would hold the process.
  const held = setInterval(() => {}, 60_000);
  const endLiving = living(store, tell);
  const runner = jobRunner(store, runnerSettings(settings), {
    ended: (plan, state, seconds) => log.info({ plan: plan.id, state, seconds }, "plan ended"),
    failed: (plan, error) => log.error({ plan: plan.id, err: error }, "plan failed"),
    stumbled: tell,
  });
  let isStopped = false;
  await persistently(
    tell,
    () => recover(store),
    () => isStopped,
  );
  runner.start();
  return {
    async stop() {
      isStopped = true;
      await lookedFor;
      await runner.stop();
      await endLiving();
      await store.close();
      clearInterval(held);
    },
  };
}
