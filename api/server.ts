import { readFileSync } from "node:fs";
import { createServer as createHttpServer, type RequestListener, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { type Logger, pino } from "pino";
import { UsageError } from "../src/index.ts";
import { createApp } from "./http/app.ts";
import { type ServerSettings, serverSettings } from "./http/settings.ts";
import { watchClock } from "./jobs/clock-jumps.ts";
import { living } from "./jobs/living.ts";
import { recover, sweepTemporary } from "./jobs/recover.ts";
import type { Watch } from "./jobs/standstill.ts";
import { persistently, type Tell, unattended } from "./jobs/unattended.ts";
import { servicesOf } from "./services.ts";
import { shutDown } from "./shutdown.ts";
import { lockFolder } from "./store/database.ts";
import { refuseLoss, tellLoss } from "./store/files/lost-files.ts";
import { openStore, type Store } from "./store/index.ts";
import { openShared } from "./store/postgres/postgres-store.ts";
import { retain } from "./store/retention.ts";
import { markOpen } from "./store/sqlite/open-mark.ts";

interface ServerOptions {
  /** Folder of the store; with an address of a database the folder of its files. */
  readonly folder: string;
  /** Of a database that several servers and workers share; plans are then made by workers (`bedarf work`). */
  readonly address?: string | undefined;
  readonly host: string;
  /** 0 picks one. */
  readonly port: number;
  readonly settings?: ServerSettings;
  readonly tls?: { readonly cert: string; readonly key: string };
  readonly log?: Logger;
  readonly pageFolder?: string;
  /** Watches the thread that answers requests. */
  readonly watch?: Watch;
  /** Starts although all stored files, or all results, are gone. */
  readonly acceptsLoss?: boolean;
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

const retentionMs = 3_600_000;

/** How long the thread stands still for another process that writes to the store; requests then wait without it. */
const lockedMs = 100;

/** Refuses to serve other computers while nobody needs a token. */
async function refuseStrangers({ host, folder }: ServerOptions, store: Store): Promise<void> {
  if (!isLoopback(host) && !(await store.tokens.any()))
    throw new UsageError({ code: "token-needed", folder });
}

/**
 * Requests of one connection one after the other: a client that sends many without reading an answer would have all of
 * them worked on, each with its files and memory.
 */
function inTurn(listener: RequestListener): RequestListener {
  const answering = new WeakMap<object, Promise<void>>();
  return (request, response) => {
    const before = answering.get(request.socket);
    const closed = new Promise<void>((resolve) => response.once("close", resolve));
    answering.set(request.socket, closed);
    if (before === undefined || request.httpVersion === "1.0") {
      listener(request, response);
      return;
    }
    void before.then(() => {
      if (!request.socket.destroyed) listener(request, response);
    });
  };
}

const noTunnel = "HTTP/1.1 405 Method Not Allowed\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";

function httpServer(listener: RequestListener, tls: ServerOptions["tls"]): Server {
  const server: Server =
    tls === undefined
      ? createHttpServer(listener)
      : createHttpsServer({ cert: readFileSync(tls.cert), key: readFileSync(tls.key) }, listener);
  // A slow client holds a socket, nothing more, and not for long.
  server.headersTimeout = 15_000;
  server.requestTimeout = 600_000;
  server.keepAliveTimeout = 30_000;
  server.maxHeadersCount = 100;
  // Nobody goes anywhere through this server; without a word Node would only close the connection.
  server.on("connect", (_, socket) => socket.end(noTunnel));
  return server;
}

/** Opens the port; resolves to the one that was taken. */
async function bound(server: Server, port: number, host: string): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, host, () => resolve());
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE")
      throw new UsageError({ code: "port-in-use", port });
    throw error;
  }
  return (server.address() as AddressInfo).port;
}

const urlOf = ({ host, tls }: ServerOptions, port: number): string =>
  `${tls === undefined ? "http" : "https"}://${host.includes(":") ? `[${host}]` : host}:${port}`;

/** Throws away what is past keeping, now and every hour; the function ends it. */
function retaining(store: Store, { keptPlans }: ServerSettings, tell: Tell): () => Promise<void> {
  let passed = Promise.resolve();
  const once = () => {
    passed = unattended(tell, () => retain(store, keptPlans));
  };
  once();
  const timer = setInterval(once, retentionMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    return passed;
  };
}

async function serve(store: Store, options: ServerOptions): Promise<RunningServer> {
  const { settings = serverSettings(), log = serverLog(), host, port, tls, pageFolder, watch } = options;
  await refuseStrangers(options, store);
  if (options.acceptsLoss !== true) await refuseLoss(store);
  sweepTemporary(store);
  const stopping = new AbortController();
  const secure = tls !== undefined || settings.publicUrl.startsWith("https:");
  const services = servicesOf(store, {
    settings,
    log,
    stopping: stopping.signal,
    pageFolder,
    secure,
    watch,
  });
  const server = httpServer(inTurn(getRequestListener(createApp(services).fetch)), tls);
  const taken = await bound(server, port, host).catch(async (error: unknown) => {
    await services.runner.stop();
    throw error;
  });
  const tell: Tell = (error) => log.warn({ err: error }, "the store could not be written; trying again");
  // Reads are answered meanwhile: a start needs no space on the disk.
  persistently(
    tell,
    () => recover(store),
    () => stopping.signal.aborted,
  )
    .then(() => services.runner.start())
    .catch((error: unknown) => log.error({ err: error }, "what an earlier server was doing is not put back"));
  const lookedFor = unattended(tell, () => tellLoss(store, log));
  const endLiving = living(store, tell);
  const endMark = store.isShared ? () => {} : markOpen(store.folder, tell);
  const endRetention = retaining(store, settings, tell);
  const endClock = watchClock((seconds) =>
    log.warn({ seconds }, "the computer's clock jumped: sign-ins and tokens count by the new time"),
  );
  return {
    url: urlOf(options, taken),
    store,
    stop: async () => {
      stopping.abort();
      endClock();
      await endRetention();
      await endLiving();
      endMark();
      await lookedFor;
      await shutDown(server, services);
    },
  };
}

/** Starts everything: store, queue, readers, HTTP. Resolves when requests are answered. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { folder, address, log = serverLog() } = options;
  const unlock =
    address === undefined
      ? lockFolder(folder, () => {
          log.error("another server took the data folder of this one, which ends");
          process.kill(process.pid, "SIGTERM");
        })
      : () => {};
  let store: Store | undefined;
  try {
    store =
      address === undefined
        ? await openStore(folder, Date.now, { timeout: lockedMs })
        : await openShared({ address, files: folder }, Date.now, (error) =>
            log.warn({ err: error }, "a connection to the database broke"),
          );
    const server = await serve(store, options);
    const stop = async () => {
      await server.stop();
      // The lock's file stays: another server may hold it by now.
      unlock();
    };
    let stopped: Promise<void> | undefined;
    return {
      ...server,
      stop: () => {
        stopped ??= stop();
        return stopped;
      },
    };
  } catch (error) {
    await store?.close();
    unlock();
    throw error;
  }
}
