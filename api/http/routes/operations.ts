import { statfsSync } from "node:fs";
import { z } from "@hono/zod-openapi";
import { figuresOf } from "../metrics.ts";
import { openApi } from "../open-api.ts";
import { jsonAnswer, type Route, read } from "../route.ts";
import type { Services } from "../services.ts";

const nothing = z.strictObject({});

/** What keeps the server from working: nothing when it is ready. */
async function notReady({ store, settings, stopping }: Services): Promise<string[]> {
  const faults: string[] = [];
  if (stopping()) faults.push("stopping");
  try {
    await store.ping();
  } catch {
    faults.push("store");
  }
  const { bavail, bsize } = statfsSync(store.folder);
  if (bavail * bsize < settings.freeDiskBytes) faults.push("disk");
  return faults;
}

const state = z.object({ status: z.string(), faults: z.array(z.string()).optional() });

export const operationRoutes: readonly Route[] = [
  read({
    method: "get",
    path: "/healthz",
    policy: "open",
    summary: "The process answers.",
    query: z.looseObject({}),
    answers: {
      200: { description: "alive", content: { "application/json": state } },
      503: { description: "stood still a moment ago", content: { "application/json": state } },
    },
    handle: ({ services: { watch } }) =>
      watch.stoodStill()
        ? jsonAnswer(503, { status: "not well", faults: ["standstill"] })
        : jsonAnswer(200, { status: "ok" }),
  }),
  read({
    method: "get",
    path: "/readyz",
    policy: "open",
    summary: "The store can be written, there is space, the server is not stopping.",
    query: z.looseObject({}),
    answers: {
      200: { description: "ready", content: { "application/json": state } },
      503: { description: "not ready", content: { "application/json": state } },
    },
    async handle({ services }) {
      const faults = await notReady(services);
      return faults.length === 0
        ? jsonAnswer(200, { status: "ready" })
        : jsonAnswer(503, { status: "not ready", faults }, { "retry-after": "5" });
    },
  }),
  read({
    method: "get",
    path: "/metrics",
    policy: "read",
    summary: "Figures for Prometheus.",
    query: nothing,
    answers: { 200: { description: "figures", content: { "text/plain": z.string() } } },
    async handle({ services: { metrics }, caller }) {
      const { registry } = metrics;
      return {
        status: 200,
        headers: { "content-type": registry.contentType },
        body: figuresOf(await registry.metrics(), caller.tenant),
      };
    },
  }),
];

/** The document of the routes, this one included. */
export const documentRoute = (routes: () => readonly Route[]): Route =>
  read({
    method: "get",
    path: "/openapi.json",
    policy: "open",
    summary: "This document.",
    query: z.looseObject({}),
    answers: { 200: { description: "OpenAPI 3.1", content: { "application/json": z.looseObject({}) } } },
    handle: () => jsonAnswer(200, openApi(routes()), { "cache-control": "no-cache" }),
  });
