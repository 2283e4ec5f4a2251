import { randomUUID } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Lang } from "../command.ts";
import type { Received } from "../store/blobs.ts";
import { type Caller, callerOfRequest, demand } from "./access.ts";
import { jsonOf, receivedBody, sha256Of, smallBody } from "./body.ts";
import { apiPolicy, safeHeaders, strictTransport } from "./headers.ts";
import { rateLimit, slots } from "./limits.ts";
import { languageOf } from "./negotiate.ts";
import { openApi } from "./open-api.ts";
import {
  busy,
  notFound,
  Problem,
  problemBody,
  problemOf,
  problemType,
  unacceptable,
  unreadable,
} from "./problem.ts";
import type { Answer, Asked, ChangeRoute, Route } from "./route.ts";
import { apiRoutes } from "./routes/index.ts";
import { pageRoutes } from "./routes/page.ts";
import type { Services } from "./services.ts";

const honoPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ":$1");
const tooManyStreams = () =>
  busy(
    "Too many streams are open: try again soon.",
    "Zu viele Datenströme sind offen: gleich noch einmal versuchen.",
    2,
  );

/** Fields of a value that a schema refuses, as an answer. */
function checked<T>(schema: z.ZodType<T> | undefined, value: unknown, where: string): T {
  if (schema === undefined) return value as T;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.map(({ path, message }) => ({
    pointer: `${where}/${path.map(String).join("/")}`,
    detail: message,
  }));
  const first = errors[0];
  const text = first === undefined ? "" : ` (${first.pointer.replace(/^\//, "")}: ${first.detail})`;
  throw unacceptable("not-valid", `Not acceptable${text}.`, `So nicht annehmbar${text}.`, errors);
}

/** The whole API as a function from request to response. */
export function createApp(services: Services): Hono {
  const { store, settings, metrics, log } = services;
  const limit = rateLimit(settings.requestsPerSecond, settings.concurrentRequests, () => performance.now());
  const streams = slots(settings.openStreams, tooManyStreams);
  const app = new Hono();

  async function answerOf(
    route: Route,
    request: Request,
    requestId: string,
    lang: Lang,
    c: Context,
  ): Promise<Answer> {
    const anonymous: Caller = { tenant: "", who: "", scopes: [], key: "" };
    const caller = route.policy === "open" ? anonymous : callerOfRequest(services, request);
    demand(caller, route.policy);
    const leave = route.policy === "open" ? () => {} : limit.enter(caller.key);
    let kept = false;
    try {
      const asked: Asked<unknown, unknown> = {
        services,
        request,
        caller,
        actor: { tenant: caller.tenant, who: caller.who, request: requestId },
        lang,
        params: checked(route.params, c.req.param(), "/path"),
        query: checked(route.query, c.req.query(), "/query"),
      };
      if (route.kind === "read") return await route.handle(asked);
      if (route.kind === "change") return await changed(route, asked);
      const leaveStream = streams.enter(caller.tenant);
      kept = true;
      let left = false;
      const ended = () => {
        if (left) return;
        left = true;
        leaveStream();
        leave();
      };
      try {
        return await route.handle(asked, ended);
      } catch (error) {
        ended();
        throw error;
      }
    } finally {
      if (!kept) leave();
    }
  }

  /** Receives the body, claims the key, prepares, commits: in this order. */
  async function changed(
    route: ChangeRoute<unknown, unknown, unknown>,
    asked: Asked<unknown, unknown>,
  ): Promise<Answer> {
    const { request, caller } = asked;
    const key = request.headers.get("idempotency-key");
    if (key !== null && (key.length === 0 || key.length > 255))
      throw unreadable("Idempotency-Key has 1 to 255 characters.", "Idempotency-Key hat 1 bis 255 Zeichen.");
    let received: Received | undefined;
    try {
      let bytes: Buffer = Buffer.alloc(0);
      if (route.stream !== undefined)
        received = await receivedBody(request, settings.bodyBytes, store.blobs.receive);
      else bytes = await smallBody(request, settings.jsonBytes);
      const url = new URL(request.url);
      const fingerprint = sha256Of(
        `${request.method} ${url.pathname}${url.search}`,
        received?.sha256 ?? sha256Of(bytes),
      );
      if (key === null) return await committed(route, asked, bytes, received);
      const claim = store.idempotency.claim(caller.tenant, key, fingerprint);
      if (claim === "running")
        throw new Problem(409, "key-running", {
          de: "Eine Anfrage mit diesem Idempotency-Key läuft noch.",
          en: "A request with this Idempotency-Key is still running.",
        });
      if (claim === "other-body")
        throw unacceptable(
          "key-reused",
          "This Idempotency-Key was used for another request.",
          "Dieser Idempotency-Key gehört zu einer anderen Anfrage.",
        );
      if (claim !== "new")
        return {
          status: claim.status,
          headers: { ...claim.headers, "idempotent-replayed": "true" },
          body: claim.body,
        };
      try {
        return await committed(route, asked, bytes, received, key);
      } catch (error) {
        store.idempotency.release(caller.tenant, key);
        throw error;
      }
    } finally {
      if (received !== undefined) store.blobs.drop(received);
    }
  }

  async function committed(
    route: ChangeRoute<unknown, unknown, unknown>,
    asked: Asked<unknown, unknown>,
    bytes: Buffer,
    received: Received | undefined,
    key?: string,
  ): Promise<Answer> {
    const json = route.json === undefined ? undefined : checked(route.json, jsonOf(bytes), "");
    const commit = await route.prepare(asked, {
      json,
      received: received ?? { path: "", sha256: "", size: 0 },
    });
    const answer = store.transaction(() => {
      const made = commit();
      if (key !== undefined) {
        const body = typeof made.body === "string" ? Buffer.from(made.body) : (made.body as Uint8Array);
        store.idempotency.finish(asked.caller.tenant, key, {
          status: made.status,
          headers: made.headers ?? {},
          body,
        });
      }
      return made;
    });
    answer.after?.();
    return answer;
  }

  function responseOf(answer: Answer, requestId: string): Response {
    const body = answer.body as BodyInit;
    return new Response(answer.status === 304 || answer.status === 204 ? null : body, {
      status: answer.status,
      headers: {
        ...safeHeaders,
        "cache-control": "no-store",
        "content-security-policy": apiPolicy,
        ...(services.secure ? { "strict-transport-security": strictTransport } : {}),
        ...answer.headers,
        ...(services.stopping() ? { connection: "close" } : {}),
        "x-request-id": requestId,
      },
    });
  }

  const problemAnswer = (problem: Problem, lang: Lang, path: string): Answer => ({
    status: problem.status,
    headers: { "content-type": problemType, "content-language": lang, ...problem.headers },
    body: problemBody(problem, lang, path),
  });

  const internal = new Problem(500, "internal", {
    de: "Ein Fehler im Programm. Er steht mit der Kennung dieser Anfrage im Protokoll.",
    en: "A fault of the program. It is in the log, under the id of this request.",
  });

  async function respond(route: Route | null, c: Context): Promise<Response> {
    const begun = performance.now();
    const request = c.req.raw;
    const given = request.headers.get("x-request-id") ?? "";
    const requestId = /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
    const { pathname: path, searchParams } = new URL(request.url);
    const chosen = searchParams.get("lang");
    const lang =
      chosen === "de" || chosen === "en"
        ? chosen
        : languageOf(request.headers.get("accept-language") ?? undefined);
    let answer: Answer;
    try {
      if (route === null) throw refusalOf(path, request.method);
      answer = await answerOf(route, request, requestId, lang, c);
    } catch (error) {
      const problem = problemOf(error) ?? internal;
      if (problem === internal) log.error({ err: error, request: requestId }, "internal error");
      answer = problemAnswer(problem, lang, path);
    }
    const seconds = (performance.now() - begun) / 1000;
    const labels = { method: request.method, route: route?.path ?? "none", status: String(answer.status) };
    metrics.requests.observe(labels, seconds);
    const quiet = answer.status < 400 && request.method === "GET";
    log[quiet ? "debug" : "info"]({ ...labels, request: requestId, seconds }, "request");
    return responseOf(answer, requestId);
  }

  const routes: readonly Route[] = [...apiRoutes, ...pageRoutes];

  /** 405 for a path that exists with another method. */
  function refusalOf(path: string, method: string): Problem {
    const allowed = routes
      .filter((route) => new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path))
      .map((route) => route.method.toUpperCase());
    if (allowed.length === 0 || allowed.includes(method)) return notFound();
    return new Problem(
      405,
      "method-not-allowed",
      { de: `Hier geht nur ${allowed.join(", ")}.`, en: `Only ${allowed.join(", ")} is possible here.` },
      { headers: { allow: allowed.join(", ") } },
    );
  }

  for (const route of routes)
    app.on(route.method.toUpperCase(), honoPath(route.path), (c) => respond(route, c));
  app.notFound((c) => respond(null, c));
  app.onError((error, c) => {
    log.error({ err: error }, "internal error");
    return responseOf(problemAnswer(internal, "en", c.req.path), randomUUID());
  });
  return app;
}

/** Content status for the types of hono. */
export type Status = ContentfulStatusCode;
export { openApi };
