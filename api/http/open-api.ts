import { OpenAPIHono, z } from "@hono/zod-openapi";
import { version } from "../run/version.ts";
import { problemType } from "./problem.ts";
import type { Documented, Route } from "./route.ts";
import { idempotencyKey, problem } from "./schemas/common.ts";

const refusals: Readonly<Record<string, string>> = {
  400: "not readable",
  401: "no or no valid token",
  403: "scope missing, or a request of another site",
  404: "unknown, or another tenant's",
  408: "the body did not arrive in time",
  409: "the same key is still running, or the plan is not done",
  410: "its results are no longer kept",
  412: "changed in between",
  413: "larger than allowed",
  415: "not a table",
  422: "readable but not acceptable",
  429: "too many requests; Retry-After",
  500: "a fault of the program",
  503: "busy; Retry-After",
  507: "the disk is full",
};

/** Statuses of refusals that a route may answer. */
function refusalsOf(route: Route): number[] {
  const open = route.policy === "open";
  return [
    400,
    ...(open ? [] : [401, 403, 429]),
    ...(route.params === undefined && !/latest|history|\/(plans|replays|approve)$/.test(route.path)
      ? []
      : [404]),
    ...(route.kind === "change" || /\/(plans|replays)\/\{id\}\//.test(route.path) ? [409] : []),
    422,
    ...(route.path === "/v1/session" ? [401, 403] : []),
    500,
    503,
    ...(route.kind === "read" && route.method === "get" ? [] : [413, 507]),
    ...(route.kind === "change" ? [408] : []),
    ...(route.kind === "change" && route.json !== undefined ? [415] : []),
    ...(/\/(plans|replays)\/\{id\}\//.test(route.path) ? [410] : []),
  ];
}

const problems = (description: string) => ({ description, content: { [problemType]: { schema: problem } } });

function answersOf(route: Route): Record<string, object> {
  const own = Object.entries(route.answers).map(
    ([status, { description, content }]: [string, Documented]) => [
      status,
      content === undefined && Number(status) >= 400
        ? problems(description)
        : {
            description,
            ...(content === undefined
              ? {}
              : {
                  content: Object.fromEntries(
                    Object.entries(content).map(([type, schema]) => [type, { schema }]),
                  ),
                }),
          },
    ],
  );
  const refused = refusalsOf(route).map((status) => [
    String(status),
    problems(refusals[status] ?? "refused"),
  ]);
  return { ...Object.fromEntries(refused), ...Object.fromEntries(own) };
}

function bodyOf(route: Route): object {
  if (route.kind === "change" && route.json !== undefined) {
    const required = route.isJsonOptional !== true;
    return { body: { required, content: { "application/json": { schema: route.json } } } };
  }
  const types = route.kind === "change" ? route.stream : route.accepts;
  if (types === undefined) return {};
  const schema = z.string().min(1).openapi({ format: "binary" });
  return { body: { required: true, content: Object.fromEntries(types.map((type) => [type, { schema }])) } };
}

function headersOf(route: Route): object {
  const taken = {
    ...(route.kind === "change" && route.isKeyless !== true ? { "Idempotency-Key": idempotencyKey } : {}),
    ...route.headers,
  };
  const optional = Object.entries(taken).map(([name, schema]) => [name, schema.optional()]);
  return optional.length === 0 ? {} : { headers: z.object(Object.fromEntries(optional)) };
}

const documents = new WeakMap<readonly Route[], object>();

/** The OpenAPI 3.1 document of the routes. */
export function openApi(routes: readonly Route[]): object {
  const known = documents.get(routes);
  if (known !== undefined) return known;
  const app = new OpenAPIHono();
  app.openAPIRegistry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });
  for (const route of routes)
    app.openAPIRegistry.registerPath({
      method: route.method,
      path: route.path,
      operationId: `${route.method}${route.path.replaceAll(/[^A-Za-z0-9]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
      summary: route.summary,
      tags: [route.path.split("/")[2] ?? "operations"],
      ...(route.policy === "open" ? { security: [] } : { security: [{ token: [] }] }),
      request: {
        ...(route.params === undefined ? {} : { params: route.params as z.ZodObject }),
        ...(route.query === undefined ? {} : { query: route.query as z.ZodObject }),
        ...headersOf(route),
        ...bodyOf(route),
      },
      responses: answersOf(route),
    });
  const made = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "bedarf",
      version,
      description:
        "Order history in, explained order plan out. Errors are application/problem+json (RFC 9457).",
      license: { name: "MIT" },
    },
    servers: [{ url: "/" }],
  });
  documents.set(routes, made);
  return made;
}
