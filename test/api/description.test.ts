import { afterAll, beforeAll, expect, test } from "vitest";
import { openApi } from "../../api/http/open-api.ts";
import { apiRoutes } from "../../api/http/routes/index.ts";
import { checkedConfig } from "../../api/run/config.ts";
import { modelNames, planOptionTable, UsageError } from "../../src/index.ts";
import { type TestServer, testServer } from "./server.ts";

interface Shape {
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Shape[];
}
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Shape }[];
  readonly requestBody?: { readonly required?: boolean };
}
const { paths } = openApi(apiRoutes) as {
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.end());

const statusOf = async (method: string, path: string, options: Parameters<TestServer["call"]>[2] = {}) =>
  (await server.call(method, path, options)).status;

test("bounds of a number in an address stand in the description and are the ones that hold", async () => {
  const bounded = operations.filter(
    ({ path, method, parameters = [] }) =>
      method === "get" && !path.includes("{") && parameters.some(({ name }) => name === "limit"),
  );
  expect(bounded.length).toBeGreaterThan(3);
  for (const { path, parameters = [] } of bounded) {
    const { minimum = Number.NaN, maximum = Number.NaN } =
      parameters.find(({ name }) => name === "limit")?.schema ?? {};
    const asked = [minimum - 1, minimum, maximum, maximum + 1].map((n) =>
      statusOf("GET", `${path}?limit=${n}`),
    );
    expect(await Promise.all(asked), path).toEqual([422, 200, 200, 422]);
  }
});

test("lengths and forms of headers stand in the description and are the ones that hold", async () => {
  const [{ schema }] = operations
    .filter(({ path, method }) => path === "/v1/answers" && method === "put")
    .flatMap(({ parameters = [] }) => parameters.filter(({ name }) => name === "Idempotency-Key"));
  const { minLength = 0, maxLength = 0 } = schema;
  const put = (key: string) =>
    statusOf("PUT", "/v1/answers", { body: {}, headers: { "idempotency-key": key } });
  expect([minLength, await put("k".repeat(maxLength)), await put("k".repeat(maxLength + 1))]).toEqual([
    1, 200, 400,
  ]);
  const set = (version: string) =>
    statusOf("PUT", "/v1/settings", { body: { config: {}, calendar: [] }, headers: { "if-match": version } });
  expect(await Promise.all(["*", "seven", '"0', "12345678901"].map(set))).toEqual([200, 400, 412, 400]);
});

test("a body that the description asks for may not be missing", async () => {
  for (const { path, method, requestBody } of operations) {
    if (requestBody === undefined || path.includes("{") || path === "/v1/tokens") continue;
    const status = await statusOf(method.toUpperCase(), path.replace("uploads", "uploads?kind=orders"));
    expect([400, 422], `${method} ${path}: ${status}`).toContain(status);
  }
  expect(operations.find(({ path }) => path === "/v1/plans")?.requestBody?.required ?? false).toBe(false);
});

test("what an option of a plan takes stands in the description as it is checked", () => {
  const takes = (name: string, value: unknown): boolean => {
    try {
      checkedConfig({ [name]: value });
      return true;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      return false;
    }
  };
  let bounds = 0;
  for (const [name, { default: usual, check }] of Object.entries(planOptionTable)) {
    const whole = check.shape({ models: modelNames }) as Shape;
    for (const { type, minimum, maximum, enum: known } of whole.anyOf ?? [whole]) {
      if (minimum !== undefined && maximum !== undefined) {
        bounds++;
        const tried = [minimum - 0.6, minimum, maximum, maximum * 1.01 + 1].map((value) =>
          takes(name, value),
        );
        expect(tried, name).toEqual([false, true, true, false]);
      }
      if (known !== undefined)
        expect([...known, "none of them"].map((value) => takes(name, value)).indexOf(false)).toBe(
          known.length,
        );
      if (type === "boolean") expect([takes(name, true), takes(name, 1)]).toEqual([true, false]);
    }
    expect(takes(name, usual), name).toBe(true);
  }
  expect(bounds).toBeGreaterThan(10);
});

test("an item is described as it is answered where nothing is suggested for it", () => {
  const { components } = openApi(apiRoutes) as { components: { schemas: Readonly<Record<string, object>> } };
  const text = JSON.stringify([paths["/v1/plans/{id}/items/{item}"], components.schemas]);
  // A reference beside a type that may be null allows nothing: both must hold.
  expect(text).not.toMatch(/"allOf":\[\{"\$ref":"[^"]+"\},\{"type":\["object","null"\]/);
});
