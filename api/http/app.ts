import { Hono } from "hono";
import { notFound, notPossible } from "./problem.ts";
import { responder } from "./respond.ts";
import type { Route } from "./route.ts";
import { apiRoutes } from "./routes/index.ts";
import { pageRoutes } from "./routes/page.ts";
import { routeRunner } from "./run-route.ts";
import type { Services } from "./services.ts";

const honoPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ":$1");
const methodOf = ({ method }: Route): string => method.toUpperCase();

/** The whole API as a function from request to response. */
export function createApp(services: Services): Hono {
  const respond = responder(services);
  const run = routeRunner(services);
  const app = new Hono();
  const routes: readonly Route[] = [...apiRoutes, ...pageRoutes];
  for (const route of routes)
    app.on(methodOf(route), honoPath(route.path), ({ req }) =>
      respond(req.raw, {
        route: route.path,
        answer: (id, lang) =>
          run(route, { request: req.raw, id, lang, params: req.param(), query: req.query() }),
      }),
    );
  const refuse = (request: Request, problem: () => Error) =>
    respond(request, {
      route: "none",
      answer: () => {
        throw problem();
      },
    });
  // Behind all routes: a path that is known, asked for by a method that it does not have.
  for (const [path, known] of Map.groupBy(routes, ({ path }) => path))
    app.all(honoPath(path), ({ req }) => refuse(req.raw, () => notPossible(known.map(methodOf))));
  app.notFound(({ req }) => refuse(req.raw, notFound));
  app.onError((error, { req }) => refuse(req.raw, () => error));
  return app;
}
