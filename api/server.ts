import { readFileSync, rmSync } from "node:fs";
import { createServer as createHttpServer, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { type Logger, pino } from "pino";
import { UsageError } from "../src/index.ts";
import { createApp } from "./http/app.ts";
import { serverMetrics } from "./http/metrics.ts";
import type { Services } from "./http/services.ts";
import { type ServerSettings, serverSettings } from "./http/settings.ts";
import { examiner } from "./jobs/examiner.ts";
import { jobRunner } from "./jobs/runner.ts";
import { lockFolder, sweep } from "./store/database.ts";
import { openStore, type Store } from "./store/index.ts";
import { retain } from "./store/retention.ts";

export interface ServerOptions {
  readonly folder: string;
  readonly host: string;
  /** 0 picks one. */
  readonly port: number;
  readonly settings?: ServerSettings;
  readonly tls?: { readonly cert: string; readonly key: string };
  readonly log?: Logger;
  readonly pageFolder?: string;
}

export interface RunningServer {
  readonly url: string;
  readonly store: Store;
  /** Finishes open requests, puts running plans back, closes the store. */
  stop(): Promise<void>;
}

/** Logs without secrets: the headers that carry them never appear. */
export const serverLog = (level = process.env.BEDARF_LOG ?? "info"): Logger =>
  pino(
    { level, base: null, redact: ["*.authorization", "*.cookie", "*.token", "token", "headers"] },
    pino.destination({ dest: 2, sync: true }),
  );

const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);

const builtPage = fileURLToPath(new URL("./web/dist", import.meta.url));
const retentionMs = 3_600_000;

/** Starts everything: store, queue, readers, HTTP. Resolves when requests are answered. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { folder, host, port } = options;
  const settings = options.settings ?? serverSettings();
  const log = options.log ?? serverLog();
  const unlock = lockFolder(folder);
  try {
    return await listen(openStore(folder), unlock, host, port, { ...options, settings, log });
  } catch (error) {
    unlock();
    throw error;
  }
}

/** How long clients with an open connection are told to close it, before it is closed. */
const farewellMs = 250;

/** Waits until nobody is connected, or the farewell is over: every answer meanwhile says that the connection closes. */
async function emptied(server: Server): Promise<void> {
  const connected = () =>
    new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
  for (let waited = 0; waited < farewellMs && (await connected()) > 0; waited += 25)
    await new Promise((resolve) => setTimeout(resolve, 25));
}

/** After a crash: temporary files go, keys that were running are free, plans that ran wait again. */
function recover(store: Store): void {
  sweep(join(store.folder, "tmp"));
  store.idempotency.forgetRunning();
  store.transaction(({ jobs, plans }) => {
    for (const seq of jobs.recover())
      plans.end(seq, "failed", { code: "job-died", reason: "the plan was started too often" });
    plans.requeueRunning();
  });
}

async function listen(
  store: Store,
  unlock: () => void,
  host: string,
  port: number,
  options: ServerOptions & { readonly settings: ServerSettings; readonly log: Logger },
): Promise<RunningServer> {
  const { settings, log, tls } = options;
  if (!isLoopback(host) && !store.tokens.any()) {
    store.close();
    throw new UsageError(
      `without a token bedarf serves this computer only: make one with bedarf token create --data ${options.folder} --name NAME --scope admin, or leave --host out`,
    );
  }
  recover(store);
  const metrics = serverMetrics(store);
  const runner = jobRunner(
    store,
    {
      parallel: settings.parallelPlans,
      memoryMb: settings.planMemoryMb,
      longestMs: settings.planMinutes * 60_000,
    },
    {
      ended: (plan, state, seconds) => {
        metrics.jobs.observe({ state }, seconds);
        log.info({ plan: plan.id, state, seconds }, "plan ended");
      },
      failed: (plan, error) => {
        metrics.jobs.observe({ state: "failed" }, 0);
        log.error({ plan: plan.id, err: error }, "plan failed");
      },
    },
  );
  const reader = examiner({
    dataFolder: store.folder,
    processes: settings.readers,
    memoryMb: settings.readerMemoryMb,
    longestMs: settings.readerSeconds * 1000,
  });
  let stopping = false;
  const services: Services = {
    store,
    examiner: reader,
    runner,
    settings,
    metrics,
    log,
    pageFolder: options.pageFolder ?? builtPage,
    stopping: () => stopping,
    secure: tls !== undefined,
  };
  const app = createApp(services);
  const listener = getRequestListener(app.fetch);
  const server: Server =
    tls === undefined
      ? createHttpServer(listener)
      : createHttpsServer({ cert: readFileSync(tls.cert), key: readFileSync(tls.key) }, listener);
  // A slow client holds a socket, nothing more, and not for long.
  server.headersTimeout = 15_000;
  server.requestTimeout = 600_000;
  server.keepAliveTimeout = 30_000;
  server.maxHeadersCount = 100;
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, host, () => resolve());
    });
  } catch (error) {
    await runner.stop();
    store.close();
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE")
      throw new UsageError(`port ${port} is in use: stop the other program or take another --port`);
    throw error;
  }
  runner.wake();
  retain(store, settings.keptPlans);
  const retention = setInterval(() => retain(store, settings.keptPlans), retentionMs);
  retention.unref();
  const { port: bound } = server.address() as AddressInfo;
  const name = host.includes(":") ? `[${host}]` : host;
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    stopping = true;
    clearInterval(retention);
    await emptied(server);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const patience = setTimeout(() => server.closeAllConnections(), settings.shutdownSeconds * 1000 - 1000);
    await Promise.all([closed, runner.stop()]);
    clearTimeout(patience);
    reader.stop();
    store.checkpoint();
    store.close();
    unlock();
    rmSync(join(options.folder, "serve.lock"), { force: true });
  };
  return {
    url: `${tls === undefined ? "http" : "https"}://${name}:${bound}`,
    store,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
