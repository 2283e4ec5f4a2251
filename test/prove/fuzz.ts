import { json, ordersCsv, planned, type TestServer, testServer } from "../api/server.ts";
import { type Row, seeded } from "./row.ts";

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly $ref?: string;
  readonly additionalProperties?: boolean | Schema;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const resolved = (schema: Schema, { components }: Document): Schema =>
  schema.$ref === undefined ? schema : (components.schemas[schema.$ref.split("/").at(-1) ?? ""] ?? {});

/** Why a value is not what a schema says; "" when it is. */
function violation(value: unknown, given: Schema, document: Document, at = ""): string {
  const schema = resolved(given, document);
  if (schema.anyOf !== undefined)
    return schema.anyOf.some((one) => violation(value, one, document) === "") ? "" : `${at}: none of anyOf`;
  const types = typeof schema.type === "string" ? [schema.type] : (schema.type ?? []);
  const found = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  if (types.length > 0 && !types.includes(found) && !(found === "number" && types.includes("integer")))
    return `${at}: ${found} instead of ${types.join("|")}`;
  if (schema.enum !== undefined && !schema.enum.includes(String(value))) return `${at}: not in enum`;
  if (Array.isArray(value) && schema.items !== undefined) {
    for (const [k, one] of value.entries()) {
      const inside = violation(one, schema.items, document, `${at}/${k}`);
      if (inside !== "") return inside;
    }
  }
  if (found === "object" && schema.properties !== undefined) {
    const fields = value as Readonly<Record<string, unknown>>;
    for (const name of schema.required ?? []) if (!(name in fields)) return `${at}: ${name} is missing`;
    for (const [name, inner] of Object.entries(schema.properties)) {
      if (fields[name] === undefined) continue;
      const inside = violation(fields[name], inner, document, `${at}/${name}`);
      if (inside !== "") return inside;
    }
  }
  return "";
}

const odd = [
  "",
  "0",
  "-1",
  "1e9",
  "null",
  "A1",
  "../../etc/passwd",
  "%00",
  "ä€😀",
  "'; DROP TABLE plan;--",
  "x".repeat(300),
  "2025-02-30",
  "NaN",
];

interface World {
  readonly document: Document;
  readonly plan: string;
  readonly random: () => number;
}

const pick = <T>(of: readonly T[], random: () => number): T => of[Math.floor(random() * of.length)];

/** A value for a schema: mostly fitting, sometimes not. */
function sampleOf(given: Schema, { document, random, ...world }: World, depth = 0): unknown {
  const schema = resolved(given, document);
  if (random() < 0.12) return pick([null, "", -1, 1e300, [], {}, "x", true, "2025-01-01"], random);
  if (schema.anyOf !== undefined)
    return sampleOf(pick(schema.anyOf, random), { document, random, ...world }, depth);
  if (schema.enum !== undefined) return pick(schema.enum, random);
  const type = typeof schema.type === "string" ? schema.type : (schema.type?.[0] ?? "string");
  if (type === "object") {
    const fields = Object.entries(schema.properties ?? {}).filter(
      ([name]) => schema.required?.includes(name) === true || random() < 0.4,
    );
    const made = fields.map(([name, inner]) => [
      name,
      sampleOf(inner, { document, random, ...world }, depth + 1),
    ]);
    if (random() < 0.08) made.push(["surprise", 1]);
    return Object.fromEntries(made);
  }
  if (type === "array")
    return schema.items === undefined || depth > 3
      ? []
      : [sampleOf(schema.items, { document, random, ...world }, depth + 1)];
  if (type === "number" || type === "integer") return Math.round(random() * 1000);
  if (type === "boolean") return random() < 0.5;
  return pick([...odd, "2025-01-15", "accept", world.plan], random);
}

function parameterOf(name: string, schema: Schema, path: string, world: World): string {
  const { random } = world;
  if (random() < 0.15) return pick(odd, random);
  if (name === "id")
    return path.startsWith("/v1/uploads")
      ? "u-none"
      : pick([world.plan, world.plan, "latest", "p-none"], random);
  if (name === "item") return pick(["A1", "A2", "none"], random);
  if (name === "limit" || name === "horizon" || name === "period")
    return String(1 + Math.floor(random() * 20));
  if (name === "cursor" || name === "since") return String(Math.floor(random() * 5));
  if (name === "pool") return pick(["none", world.plan], random);
  return String(sampleOf(schema, world));
}

const texts = (random: () => number): string =>
  pick(
    [
      ordersCsv({ items: 1, months: 4 }),
      "",
      "\u0000\u0001",
      "%PDF-",
      '{"item":"A1","action":"accept"}\n',
      "a;b;c\n1;2\n",
      "item,date,quantity\n",
      "x".repeat(5000),
      '{"item":"S","bucket":"month","values":[1,2,3,4,5,6,7,8],"horizon":2}\n',
    ],
    random,
  );

function requestOf(
  path: string,
  operation: Operation,
  world: World,
): { path: string; body?: string; headers: Record<string, string> } {
  const { random } = world;
  let url = path;
  const query = new URLSearchParams();
  const headers: Record<string, string> = {};
  for (const { name, in: where, schema } of operation.parameters ?? []) {
    const text = parameterOf(name, schema, path, world);
    if (where === "path") url = url.replace(`{${name}}`, encodeURIComponent(text === "" ? "x" : text));
    else if (where === "query" && (random() < 0.5 || name === "kind")) query.set(name, text);
    else if (where === "header" && random() < 0.3)
      headers[name] = pick(["0", "1", "abc", "x".repeat(256)], random);
  }
  if (random() < 0.05) query.set("surprise", "1");
  if (random() < 0.3)
    headers.accept = pick(["text/csv", "*/*", "application/json", "text/html;q=0.5", "nonsense"], random);
  if (random() < 0.3) headers["accept-language"] = pick(["de", "en", "fr", "de-DE,en;q=0.3", ";;;"], random);
  const content = operation.requestBody?.content;
  const isJson = content?.["application/json"];
  const body =
    content === undefined
      ? undefined
      : isJson === undefined
        ? texts(random)
        : random() < 0.1
          ? pick(["{", "[]", "null", "\u00ff"], random)
          : JSON.stringify(sampleOf(isJson.schema, world));
  const search = query.toString();
  return {
    path: `${url}${search === "" ? "" : `?${search}`}`,
    headers,
    ...(body === undefined ? {} : { body }),
  };
}

/** What is wrong with an answer; "" when nothing is. */
async function faultOf(answer: Response, operation: Operation, document: Document): Promise<string> {
  const documented = operation.responses[String(answer.status)];
  const text = await answer.text();
  if (answer.status >= 500) return `${answer.status}`;
  if (documented === undefined) return `undocumented ${answer.status}`;
  if (/node_modules|\.ts:\d|SQLITE|\/tmp\//.test(text)) return "tells of its inside";
  const type = (answer.headers.get("content-type") ?? "").split(";")[0] ?? "";
  if (answer.status >= 400 && type !== "application/problem+json") return `${answer.status} as ${type}`;
  if (answer.status === 304) return "";
  const schema = documented.content?.[type]?.schema;
  if (documented.content !== undefined && schema === undefined) return `${answer.status} as ${type}`;
  if (schema === undefined || !/[/+]json$/.test(type)) return "";
  return violation(JSON.parse(text), schema, document);
}

/** Streams cost a process each: they are asked less often. */
const isHeavy = (path: string): boolean => /forecast$|suggest$|signals$/.test(path) && !path.includes("{");

/** Requests made from the OpenAPI document: no fault of the server, nothing undocumented, no schema violated. */
export async function fuzz(requests: number, budgetMs = Number.POSITIVE_INFINITY): Promise<Row> {
  const server: TestServer = await testServer({ queuedPlans: 3 });
  const faults = new Map<string, string>();
  const hit = new Set<string>();
  const statuses = new Map<number, number>();
  let asked = 0;
  try {
    const plan = await planned(server);
    const document = (await json(await server.call("GET", "/openapi.json"))) as unknown as Document;
    const random = seeded(3);
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
    const world: World = { document, plan, random };
    const begun = performance.now();
    const one = async (k: number) => {
      const { path, method, operation } = operations[k % operations.length];
      if (isHeavy(path) && hit.has(operation.operationId) && random() < 0.98) return;
      // The fuzzed store stays open to the fuzzer: it makes no token and cancels nothing.
      if (path === "/v1/tokens" && method === "post") {
        hit.add(operation.operationId);
        return;
      }
      const { path: url, ...rest } = requestOf(path, operation, world);
      const answer = await server.call(method.toUpperCase(), url, rest);
      asked++;
      hit.add(operation.operationId);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      const fault =
        answer.status === 503 && path === "/v1/plans" ? "" : await faultOf(answer, operation, document);
      if (fault !== "") faults.set(`${method} ${path}: ${fault}`, url);
    };
    for (let k = 0; asked < requests && performance.now() - begun < budgetMs; k += 8)
      await Promise.all(Array.from({ length: 8 }, (_, i) => one(k + i)));
    const missed = operations.filter(({ operation }) => !hit.has(operation.operationId));
    if (asked >= operations.length * 3) for (const { path } of missed) faults.set(`${path}: never asked`, "");
  } finally {
    await server.end();
  }
  const seen = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
  const list = [...faults].slice(0, 6).map(([fault, url]) => `${fault} (${url.slice(0, 120)})`);
  return {
    promise: `${requests} requests made from the OpenAPI document: no fault of the server, nothing undocumented, no schema violated, every error a problem detail`,
    figure: `${asked} requests, ${hit.size} operations (${seen.join(", ")}), ${faults.size === 0 ? "0 faults" : list.join("; ")}`,
    held: faults.size === 0,
  };
}
