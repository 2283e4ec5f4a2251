import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import { serverMetrics } from "./http/metrics.ts";
import { pageCache } from "./http/page-cache.ts";
import type { Services } from "./http/services.ts";
import type { ServerSettings } from "./http/settings.ts";
import { examiner } from "./jobs/examiner.ts";
import { jobRunner } from "./jobs/runner.ts";
import { unwatched, type Watch } from "./jobs/standstill.ts";
import type { Store } from "./store/index.ts";

const builtPage = fileURLToPath(new URL("./web/dist", import.meta.url));

/** How plans are made. */
export const runnerSettings = (settings: ServerSettings) => ({
  parallel: settings.parallelPlans,
  // 0: as many as there are workers
  ofTenant: settings.tenantPlans === 0 ? Number.POSITIVE_INFINITY : settings.tenantPlans,
  memoryMb: settings.planMemoryMb,
  longestMs: settings.planMinutes * 60_000,
  freeDiskBytes: settings.freeDiskBytes,
  items: { whole: settings.wholeItems, part: settings.partItems },
});

interface ServicesOptions {
  readonly settings: ServerSettings;
  readonly log: Logger;
  /** Aborted once the server is asked to stop. */
  readonly stopping: AbortSignal;
  readonly pageFolder?: string | undefined;
  /** True when the server speaks TLS itself. */
  readonly secure?: boolean;
  readonly watch?: Watch | undefined;
}

/** What the routes work with, over a store: figures, the queue of plans, readers of uploaded files. */
export function servicesOf(store: Store, options: ServicesOptions): Services {
  const { settings, log, stopping, pageFolder = builtPage, secure = false, watch = unwatched } = options;
  const metrics = serverMetrics(store);
  const runner = jobRunner(
    store,
    // Where others share the store, workers make the plans.
    { ...runnerSettings(settings), parallel: store.isShared ? 0 : settings.parallelPlans },
    {
      ended: (plan, state, seconds) => {
        metrics.jobs.observe({ state }, seconds);
        log.info({ plan: plan.id, state, seconds }, "plan ended");
      },
      failed: (plan, error) => {
        metrics.jobs.observe({ state: "failed" }, 0);
        log.error({ plan: plan.id, err: error }, "plan failed");
      },
      stumbled: (error) => log.warn({ err: error }, "the store could not be written; trying again"),
    },
  );
  const reader = examiner({
    dataFolder: store.folder,
    processes: settings.readers,
    memoryMb: settings.readerMemoryMb,
    longestMs: settings.readerSeconds * 1000,
  });
  const writer = examiner({
    dataFolder: store.folder,
    processes: settings.readers,
    memoryMb: settings.readerMemoryMb,
    longestMs: settings.streamSeconds * 1000,
    isKept: false,
  });
  return {
    store,
    examiner: reader,
    writer,
    runner,
    settings,
    metrics,
    pages: pageCache(),
    log,
    watch,
    pageFolder,
    stopping: () => stopping.aborted,
    secure,
  };
}
