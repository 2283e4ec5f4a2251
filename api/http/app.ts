import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { connectionOf } from "./connection.ts";
import { notFound, notPossible } from "./problem.ts";
import { responder } from "./respond.ts";
import type { Route } from "./route.ts";
import { apiRoutes } from "./routes/index.ts";
import { pageRoutes } from "./routes/page.ts";
import { routeRunner } from "./run-route.ts";
import type { Services } from "./services.ts";

const honoPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ":$1");
const methodOf = ({ method }: Route): string => method.toUpperCase();

/**
 * Where the addresses of the items "." and ".." arrive: clients follow such steps before they send (RFC 3986 5.2.4),
 * encoded ones too. @example "/v1/items/{item}/history" // "/v1/items/history" and "/v1/history"
 */
const dotted = (path: string): [path: string, item: string][] =>
  path.includes("/{item}")
    ? [
        [path.replace(/\/\{item\}$/, "/").replace("/{item}", ""), "."],
        [path.replace(/\/[^/]+\/\{item\}$/, "/").replace(/\/[^/]+\/\{item\}/, ""), ".."],
      ]
    : [];

/** What Node's server hands over with a request. */
interface Served {
  Bindings: Partial<HttpBindings>;
}

/** The whole API as a function from request to response. */
export function createApp(services: Services): Hono<Served> {
  const respond = responder(services);
  const run = routeRunner(services);
  const app = new Hono<Served>();
  const routes: readonly Route[] = [...apiRoutes, ...pageRoutes];
  const serve = (route: Route, path: string, named: Readonly<Record<string, string>>) =>
    app.on(methodOf(route), honoPath(path), ({ req, env }) => {
      const connection = connectionOf(env);
      const params = { ...req.param(), ...named };
      return respond(req.raw, connection, {
        route: route.path,
        answer: (id, lang) =>
          run(route, { request: req.raw, connection, id, lang, params, query: req.query() }),
      });
    });
  for (const route of routes) serve(route, route.path, {});
  for (const route of routes) for (const [path, item] of dotted(route.path)) serve(route, path, { item });
  const refuse = ({ req, env }: Context<Served>, problem: () => Error) =>
    respond(req.raw, connectionOf(env), {
      route: "none",
      answer: () => {
        throw problem();
      },
    });
  // Behind all routes: a path that is known, asked for by a method that it does not have.
  for (const [path, known] of Map.groupBy(routes, ({ path }) => path))
    app.all(honoPath(path), (context) => refuse(context, () => notPossible(known.map(methodOf))));
  app.notFound((context) => refuse(context, notFound));
  app.onError((error, context) => refuse(context, () => error));
  return app;
}
