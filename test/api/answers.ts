import { expect } from "vitest";
import type { Route } from "../../api/http/route.ts";
import { apiRoutes } from "../../api/http/routes/index.ts";
import { problem } from "../../api/http/schemas/common.ts";

const routeOf = (method: string, path: string): Route | undefined =>
  apiRoutes.find(
    (route) =>
      route.method === method.toLowerCase() &&
      new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path),
  );

/** Holds a JSON answer against the schema that its route documents: nothing missing, nothing undocumented. */
export async function expectDocumented(method: string, path: string, response: Response): Promise<void> {
  const [type] = (response.headers.get("content-type") ?? "").split(";");
  const [pathname] = path.split("?");
  const schema =
    type === "application/problem+json"
      ? problem
      : routeOf(method, pathname)?.answers[response.status]?.content?.["application/json"];
  if (schema === undefined || !type.endsWith("json")) return;
  const body: unknown = await response.clone().json();
  const read = schema.safeParse(body);
  expect(read.error, `${method} ${path} answers ${response.status}`).toBeUndefined();
  expect(read.data, `${method} ${path} answers ${response.status}`).toEqual(body);
}
