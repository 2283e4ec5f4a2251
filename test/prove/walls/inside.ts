import { timesSlower } from "../machine.ts";
import type { Row } from "../row.ts";
import { seeded } from "../row.ts";
import { healthDuring, quantile, send, withServer } from "./stand.ts";

/** Values of every type as JSON text: some that JSON.stringify would never write. */
const odd: readonly string[] = [
  "null",
  "true",
  "0",
  "-0",
  "-1",
  "1.5",
  "1e308",
  "1e400",
  "-1e-320",
  "9007199254740993",
  '""',
  '" "',
  '"\\u0000"',
  '"\\ud800"',
  '"\\u202ea"',
  '"=1+1"',
  `"${"x".repeat(5000)}"`,
  `"${"a: ".repeat(60)}"`,
  '"9998-01-01"',
  '"__proto__"',
  "[]",
  "[[]]",
  "[null]",
  "{}",
  '{"toString":1,"valueOf":1}',
  '{"__proto__":{"x":1}}',
  '{"constructor":{"prototype":1}}',
  `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
  `${'{"a":'.repeat(2000)}1${"}".repeat(2000)}`,
];

const config = {
  horizon: 6,
  asOf: "2025-06-15",
  bucket: "month",
  serviceLevel: 0.95,
  serviceByClass: { A: 0.99 },
  only: ["supplier=S1"],
  countedStates: ["open"],
  state: "DE-BY",
  rates: { USD: 1.1 },
  model: "combination",
  policy: "auto",
  budget: 1000,
  map: { item: "Teil" },
  answers: { q: "a" },
  force: true,
  export: { suggestions: { columns: { Teil: "item" }, delimiter: ";", decimal: ",", date: "dd.MM.yyyy" } },
};
const { asOf: _, force: __, ...standing } = config;
const calendar = [
  { from: "2025-07-01", to: "2025-07-05", kind: "promotion", scope: "item", item: "A1", factor: 1.5 },
];
const series = {
  item: "S",
  bucket: "month",
  start: "2024-01-01",
  values: [1, 2, 3, 4, 5, 6, 7, 8],
  horizon: 2,
};

/** A body for each route that takes JSON, with every field that it knows. */
const bodies: readonly (readonly [method: string, path: string, body: object])[] = [
  [
    "POST",
    "/v1/plans",
    { uploads: ["u-x"], asOf: "2025-06-15", stockDate: "2025-06-15", pool: "none", config },
  ],
  ["POST", "/v1/replays", { from: "2024-01-01", to: "2024-12-31", reviewDays: 7, uploads: ["u-x"], config }],
  ["PUT", "/v1/settings", { config: standing, calendar }],
  ["PUT", "/v1/answers", { question: "answer" }],
  ["PUT", "/v1/me/owners", { owners: ["anna"] }],
  ["POST", "/v1/session", { token: "bd_x" }],
  ["POST", "/v1/tokens", { name: "", scopes: ["read"], expires: "2030-01-01" }],
  [
    "POST",
    "/v1/plans/latest/suggestions/A1/decision",
    { action: "change", quantity: 5, reason: "why", order: "4711", date: "2025-06-20" },
  ],
  [
    "POST",
    "/v1/plans/latest/decisions",
    { item: "A1", action: "change", quantity: 5, reason: "r", order: "o", version: 0 },
  ],
  ["POST", "/v1/forecast", { ...series, period: 12, levels: [0.5] }],
  [
    "POST",
    "/v1/signals",
    { ...series, price: 2, currency: "EUR", unit: "pc", prices: [1], errors: [1], lotSized: true },
  ],
  [
    "POST",
    "/v1/suggest",
    { ...series, onHand: 1, leadTimeDays: 9, reviewDays: 7, packSize: 5, unitCost: 2, openOrders: [] },
  ],
];

const mark = "@@";

/** Every body with one field of it, at whatever depth, taken out. */
function* holes(body: unknown): Generator<unknown> {
  yield mark;
  if (typeof body !== "object" || body === null) return;
  for (const [name, inner] of Object.entries(body))
    for (const hole of holes(inner))
      yield Array.isArray(body)
        ? body.map((one, k) => (k === Number(name) ? hole : one))
        : { ...body, [name]: hole };
}

/** A try: a body with marks, and what stands in their places. */
interface Try {
  readonly method: string;
  readonly path: string;
  readonly hole: unknown;
  readonly values: readonly string[];
}

const pick = <T>(random: () => number, of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;

/** Each field with each value, then bodies with two or three fields spoilt at once, up to a number. */
function triesOf(count: number, random: () => number): Try[] {
  const single = bodies.flatMap(([method, path, body]) =>
    [...holes(body)].flatMap((hole) => odd.map((value) => ({ method, path, hole, values: [value] }))),
  );
  if (count < single.length) return Array.from({ length: count }, () => pick(random, single));
  const several = Array.from({ length: count - single.length }, (): Try => {
    const [method, path, body] = pick(random, bodies);
    let hole: unknown = body;
    for (let k = 2 + Math.floor(random() * 2); k > 0; k--) hole = pick(random, [...holes(hole)]);
    const values = Array.from({ length: 3 }, () => pick(random, odd));
    return { method, path, hole, values };
  });
  return [...single, ...several];
}

/** The text of a try: values of any kind stand where the marks were. */
function bodyOf({ hole, values }: Try): string {
  let k = 0;
  return JSON.stringify(hole).replaceAll(`"${mark}"`, () => values[k++ % values.length] ?? "null");
}

const statusesOf = (document: unknown, method: string, path: string): readonly string[] => {
  const { paths } = document as {
    paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
  };
  const known = path.replace("latest", "{id}").replace("A1", "{item}");
  return Object.keys(paths[known]?.[method.toLowerCase()]?.responses ?? {});
};

/** Every field of every JSON body with values of every type, while hostile files are read. */
export async function inside(requests: number): Promise<Row> {
  return withServer(
    async ({ url, child, exit }) => {
      const document: unknown = await (await send(url, "GET", "/openapi.json")).json();
      const random = seeded(11);
      const tries = triesOf(requests, random);
      const faults = new Map<string, string>();
      let asked = 0;
      const one = async (tried: Try) => {
        const { method, path } = tried;
        const isStream = /forecast|signals|suggest$|\/decisions$/.test(path);
        // A stream is a process: every 20th of them.
        if (/forecast|signals|suggest$/.test(path) && random() < 0.95) return;
        const body = bodyOf(tried);
        const type = { "content-type": isStream ? "application/x-ndjson" : "application/json" };
        const answer = await send(url, method, path, body, type);
        await answer.text();
        asked++;
        if (path === "/v1/plans" && answer.status === 202)
          await send(url, "POST", `${answer.headers.get("location") ?? ""}/cancel`, "");
        if (answer.status === 500 || !statusesOf(document, method, path).includes(String(answer.status)))
          faults.set(`${method} ${path} ${answer.status}`, body.slice(0, 80));
      };
      const hostile = () =>
        send(
          url,
          "POST",
          "/v1/uploads?kind=orders&dryRun=1",
          `item,"da"te,q"${'";"x"'.repeat(90)}\n`.repeat(3),
          {
            "content-type": "text/csv",
          },
        ).then((answer) => answer.text());
      let rest: readonly Try[] = tries;
      const times = await healthDuring(url, async () => {
        const reading = Promise.all(Array.from({ length: 8 }, hostile));
        while (rest.length > 0) {
          await Promise.all(rest.slice(0, 8).map(one));
          rest = rest.slice(8);
        }
        await reading;
      });
      const ended = await Promise.race([exit.then(() => true), Promise.resolve(child.exitCode !== null)]);
      const p99 = quantile(times, 0.99);
      return {
        promise:
          "Every field of every JSON body with values of every type (no text, NUL, 1e400, -0, half characters, 100,000 levels): no fault of the server, nothing undocumented, /healthz p99 at most 1 s while 8 hostile files are read",
        figure: `${asked} requests, ${faults.size === 0 ? "0 faults" : [...faults].slice(0, 5).join("; ")}, /healthz p99 ${p99.toFixed(0)} ms`,
        held: faults.size === 0 && !ended && p99 <= 1000 * timesSlower(),
        isOnlyLate: faults.size === 0 && !ended,
      };
    },
    { BEDARF_QUEUED_PLANS: "1000", BEDARF_READER_SECONDS: "20" },
  );
}
