import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { z } from "@hono/zod-openapi";
import { words } from "../../../src/index.ts";
import { childEnvironment } from "../../jobs/process.ts";
import { bytesOf, tooLarge } from "../body.ts";
import { Problem } from "../problem.ts";
import { type Answer, type Asked, type Route, stream } from "../route.ts";
import { lang } from "../schemas/common.ts";

const commandLine = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "../../cli.ts" : "../../cli.js", import.meta.url),
);

const numberText = z.string().regex(/^\d{1,5}$/);
const share = z.string().regex(/^0?\.\d{1,6}$/);

const forecastQuery = z.strictObject({
  pool: z.string().min(1).max(80).optional(),
  levels: z
    .string()
    .regex(/^[\d.,]{1,200}$/)
    .optional(),
  model: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .optional(),
  nonnegative: z.enum(["auto", "yes", "no"]).optional(),
  horizon: numberText.optional(),
  period: numberText.optional(),
  lang,
});
const suggestQuery = z.strictObject({ pool: z.string().min(1).max(80).optional(), lang });
const signalsQuery = z.strictObject({
  fdr: share.optional(),
  since: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  pool: z.string().min(1).max(80).optional(),
  lang,
});

type StreamQuery = { readonly pool?: string | undefined } & Readonly<Record<string, string | undefined>>;

/** The pool of a finished plan of the caller. */
function poolArguments({
  services: { store },
  caller,
  query: { pool },
}: Asked<unknown, StreamQuery>): string[] {
  if (pool === undefined) return [];
  if (pool === "none") return ["--pool", "none"];
  const plan = pool === "latest" ? store.plans.latest(caller.tenant) : store.plans.get(caller.tenant, pool);
  const path = plan === undefined ? "" : join(store.runFolder(plan.id), "pool.json");
  if (path === "" || !existsSync(path))
    throw new Problem(404, "pool-unknown", {
      de: `Einen Plan ${pool} mit Gelerntem gibt es nicht.`,
      en: `There is no plan ${pool} with a pool.`,
    });
  return ["--pool", path];
}

/** Counts the bytes of a body and stops it beyond the limit. */
async function* counted(body: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    yield chunk;
  }
}

/**
 * The body goes through the command of the same name in a process of its own: the same bytes as on the command line,
 * and what dies there does not take the server along. Both sides wait for each other through their pipes.
 */
async function answerOf(
  command: string,
  asked: Asked<unknown, StreamQuery>,
  left: () => void,
): Promise<Answer> {
  const { services, request, query, lang: speech } = asked;
  const { settings, log } = services;
  const options = Object.entries(query).flatMap(([name, value]) =>
    name === "pool" || name === "lang" || value === undefined ? [] : [`--${name}`, value],
  );
  const pool = command === "signals" ? [] : poolArguments(asked);
  const args = [
    `--max-old-space-size=${settings.streamMemoryMb}`,
    commandLine,
    command,
    "-",
    ...options,
    ...pool,
  ];
  const child = spawn(process.execPath, [...args, "--lang", speech], {
    stdio: ["pipe", "pipe", "pipe"],
    env: childEnvironment(services.store.folder),
  });
  let said = "";
  child.stderr.on("data", (text: Buffer) => {
    said = (said + text.toString("utf8")).slice(-2000);
  });
  const exit = new Promise<number | null>((resolve) => {
    child.on("close", (code) => resolve(code));
    child.on("error", () => resolve(null));
  });
  exit.then(left);
  let refused: Problem | undefined;
  pipeline(Readable.from(counted(bytesOf(request), settings.bodyBytes)), child.stdin).catch(
    (error: unknown) => {
      if (error instanceof Problem) refused = error;
      // EPIPE: the command has ended before its input, and its exit code says why.
      if ((error as NodeJS.ErrnoException).code !== "EPIPE") child.kill("SIGKILL");
    },
  );
  const output = child.stdout[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const first = await output.next();
  if (first.done === true) {
    const code = await exit;
    if (refused !== undefined) throw refused;
    if (code === 0) return ndjson(new ReadableStream({ start: (controller) => controller.close() }));
    const message =
      said
        .trim()
        .split("\n")
        .at(-1)
        ?.replace(/^bedarf: /, "") ?? "";
    if (code === 1 || code === 2)
      throw new Problem(422, "not-acceptable", {
        en: message,
        de: words.errorSentence(message, "de"),
      });
    log.error({ said }, "a stream's process ended");
    throw new Problem(422, "too-complex", {
      de: "Die Anfrage braucht mehr Speicher, als eine Anfrage haben darf.",
      en: "The request needs more memory than one request may take.",
    });
  }
  async function* rest(): AsyncGenerator<Uint8Array> {
    try {
      yield first.value as Uint8Array;
      for (let next = await output.next(); next.done !== true; next = await output.next()) yield next.value;
      // Exit code 1: no line was a series, and every line says why. Anything else broke off in the middle: the client
      // must see that the answer is not whole.
      const code = await exit;
      if (code !== 0 && code !== 1) throw refused ?? new Error("the stream ended early");
    } finally {
      child.kill("SIGKILL");
    }
  }
  return ndjson(Readable.toWeb(Readable.from(rest(), { objectMode: false })) as ReadableStream<Uint8Array>);
}

const ndjson = (body: ReadableStream<Uint8Array>): Answer => ({
  status: 200,
  headers: { "content-type": "application/x-ndjson" },
  body,
});

const streamRoute = (command: string, query: z.ZodType<StreamQuery>): Route =>
  stream({
    method: "post",
    path: `/v1/${command}`,
    policy: "read",
    summary: `bedarf ${command}: NDJSON in, NDJSON out, the same bytes as on the command line.`,
    query,
    accepts: ["application/x-ndjson"],
    answers: {
      200: { description: "one line for each", content: { "application/x-ndjson": z.string() } },
      ...(command === "signals" ? {} : { 404: { description: "no such plan to take the pool of" } }),
      413: { description: "larger than allowed" },
    },
    handle: (asked, left) => answerOf(command, asked, left),
  });

export const streamRoutes: readonly Route[] = [
  streamRoute("forecast", forecastQuery),
  streamRoute("suggest", suggestQuery),
  streamRoute("signals", signalsQuery),
];
