import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Route } from "../../api/http/route.ts";
import { apiRoutes } from "../../api/http/routes/index.ts";
import type { Scope } from "../../api/store/tokens.ts";
import { json, ordersCsv, planned, type TestServer, testServer } from "../api/server.ts";
import type { Row } from "./row.ts";

/** What stands for a parameter of a path, of the tenant that owns it. */
interface Owned {
  readonly plan: string;
  readonly upload: string;
  readonly replay: string;
}

const bodies: Readonly<Record<string, string>> = {
  "/v1/uploads": ordersCsv({ items: 1 }),
  "/v1/inspect": ordersCsv({ items: 1 }),
  "/v1/plans": "{}",
  "/v1/replays": '{"from":"2024-07-01","to":"2025-05-31"}',
  "/v1/settings": '{"config":{},"calendar":[]}',
  "/v1/me/owners": '{"owners":["D1"]}',
  "/v1/answers": "{}",
  "/v1/session": '{"token":"none"}',
  "/v1/tokens": '{"name":"x","scopes":["read"]}',
  "/v1/plans/{id}/suggestions/{item}/decision": '{"action":"accept"}',
  "/v1/plans/{id}/decisions": '{"item":"A1","action":"accept"}\n',
};

const isReplay = (path: string): boolean => path.startsWith("/v1/replays");

const pathOf = ({ path }: Route, { plan, upload, replay }: Owned): string =>
  path
    .replace("{id}", path.startsWith("/v1/uploads") ? upload : isReplay(path) ? replay : plan)
    .replace("{item}", "A1")
    .replace(
      "{name}",
      path.endsWith("/files/{name}") ? (isReplay(path) ? "replay.json" : "plan.json") : "owner",
    );

const queryOf = ({ path }: Route): string =>
  path === "/v1/uploads" || path === "/v1/inspect" ? "?kind=orders" : "";

const typeOf = (route: Route): string => (queryOf(route) === "" ? "application/json" : "text/csv");

const ask = (server: TestServer, route: Route, owned: Owned, token?: string) =>
  server.call(
    route.method.toUpperCase(),
    `${pathOf(route, owned)}${route.method === "post" ? queryOf(route) : ""}`,
    {
      ...(bodies[route.path] === undefined || route.method === "get" || route.method === "delete"
        ? {}
        : { body: bodies[route.path], headers: { "content-type": typeOf(route) } }),
      ...(token === undefined ? {} : { token }),
    },
  );

const isGuarded = ({ policy }: Route): boolean => policy !== "open";

/** Scopes that must not suffice for a policy. */
const tooLittle = (policy: Route["policy"]): readonly Scope[] =>
  (["upload", "read", "decide"] as const).filter((scope) => scope !== policy);

/** Every route of the router × {no token, bad token, revoked, expired, wrong scope, other tenant}. */
export async function routeMatrix(): Promise<Row> {
  const server = await testServer();
  const make = (name: string, tenant: string, scopes: Scope[], expires?: number) =>
    server.store.tokens.create({ name, tenant, scopes, ...(expires === undefined ? {} : { expires }) });
  const faults: string[] = [];
  let asked = 0;
  try {
    const owner = await make("owner", "one", ["admin"]);
    const other = await make("other", "two", ["admin"]);
    const revoked = await make("revoked", "one", ["admin"]);
    await server.store.tokens.revoke("revoked", "one");
    const expired = await make("expired", "one", ["admin"], 1);
    const single = new Map<Scope, string>();
    for (const scope of ["upload", "read", "decide"] as const)
      single.set(scope, await make(scope, "one", [scope]));
    const plan = await planned(server, owner);
    const uploads = (await json(await server.call("GET", "/v1/uploads", { token: owner }))).items as {
      id: string;
    }[];
    const body = bodies["/v1/replays"];
    const headers = { "content-type": "application/json" };
    const { id } = await json(await server.call("POST", "/v1/replays", { token: owner, body, headers }));
    const owned = { plan, upload: uploads[0]?.id ?? "", replay: String(id) };
    const demand = async (
      route: Route,
      token: string | undefined,
      allowed: readonly number[],
      why: string,
    ) => {
      asked++;
      const answer = await ask(server, route, owned, token);
      const text = await answer.text();
      const name = `${route.method} ${route.path} ${why}`;
      if (!allowed.includes(answer.status)) faults.push(`${name}: ${answer.status}`);
      // Nothing of the owner's data in an answer to anybody else.
      if (/Part \d|"S1"|D\d+,/.test(text)) faults.push(`${name}: leaked`);
    };
    for (const route of apiRoutes.filter(isGuarded)) {
      await demand(route, undefined, [401], "without a token");
      await demand(
        route,
        owner.slice(0, -1) + (owner.endsWith("0") ? "1" : "0"),
        [401],
        "with a wrong token",
      );
      await demand(route, revoked, [401], "with a revoked token");
      await demand(route, expired, [401], "with an expired token");
      if (route.policy !== "signed-in")
        for (const scope of tooLittle(route.policy))
          await demand(route, single.get(scope), [403], `with scope ${scope}`);
      if (/\{/.test(route.path)) await demand(route, other, [404], "by another tenant");
      else if (route.method === "get") await demand(route, other, [200, 404], "by another tenant");
    }
    const unguarded = apiRoutes
      .filter((route) => !isGuarded(route))
      .map(({ method, path }) => `${method} ${path}`);
    const known = ["get /healthz", "get /readyz", "get /openapi.json", "post /v1/session"];
    for (const route of unguarded) if (!known.includes(route)) faults.push(`${route} has no policy`);
  } finally {
    await server.end();
  }
  return {
    promise:
      "Every route refuses: no token, a wrong, revoked or expired one, another scope, another tenant; nothing leaks",
    figure: `${apiRoutes.length} routes, ${asked} requests, ${faults.length === 0 ? "100 % refused, 0 leaks" : faults.slice(0, 8).join("; ")}`,
    held: faults.length === 0,
  };
}

/** Every file below a folder. */
const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** A token is used in every way there is; then it is looked for in everything that the server wrote or said. */
export async function tokenNowhere(): Promise<Row> {
  const server = await testServer();
  const said: string[] = [];
  try {
    const token = await server.store.tokens.create({ name: "canary", tenant: "one", scopes: ["admin"] });
    const secret = token.split("_")[2];
    const hear = async (answer: Response) => {
      said.push(JSON.stringify([...answer.headers]), await answer.text());
    };
    await hear(await server.call("GET", "/v1/plans", { token }));
    await hear(await server.call("GET", `/v1/plans?token=${token}`, { token }));
    await hear(await server.call("POST", "/v1/session", { body: { token } }));
    await hear(await server.call("POST", "/v1/session", { body: { token, surprise: 1 } }));
    await hear(
      await server.call("PUT", "/v1/answers", { body: "{", token, headers: { "idempotency-key": "k" } }),
    );
    await hear(
      await server.call("POST", "/v1/uploads?kind=orders", { body: ordersCsv({ items: 1 }), token }),
    );
    await hear(await server.call("GET", "/metrics", { token }));
    await hear(await server.call("GET", "/v1/tokens", { token }));
    await hear(await server.call("GET", "/v1/audit", { token }));
    await hear(await server.call("GET", "/v1/me", { headers: { authorization: `Basic ${token}` } }));
    const everywhere = [
      ...files(server.folder).map((path) => [path, readFileSync(path)] as const),
      ["log", Buffer.from(server.logged.join("\n"))] as const,
      ["answers", Buffer.from(said.join("\n"))] as const,
    ];
    const found = everywhere.filter(([, bytes]) => bytes.includes(secret)).map(([name]) => name);
    const looked = files(server.folder).reduce((sum, path) => sum + statSync(path).size, 0);
    return {
      promise:
        "A token is written nowhere: store, write-ahead log, blobs, log lines, metrics, answers, errors",
      figure: `${found.length} places (${everywhere.length} looked through, ${looked} bytes of files)${found.length === 0 ? "" : `: ${found.join(", ")}`}`,
      held: found.length === 0,
    };
  } finally {
    await server.end();
  }
}
