import { existsSync } from "node:fs";
import { Readable } from "node:stream";
import { z } from "@hono/zod-openapi";
import { modelNames } from "../../../src/index.ts";
import { type CommandEnd, runCommand } from "../../jobs/run-command.ts";
import { mostHorizon } from "../../ndjson/limits.ts";
import { callerOfRequest } from "../access.ts";
import { bytesOf, tooLarge } from "../body.ts";
import { recheckMs } from "../limits.ts";
import { Problem, refusedBy, unknown } from "../problem.ts";
import { type Answer, type Asked, type Route, stream } from "../route.ts";
import { date, lang, whole } from "../schemas/common.ts";
import type { Services } from "../services.ts";

const buckets = (least: number) => whole(least, mostHorizon).optional();
/** Above 0 and below 1; read in one way alone, so that a text that does not fit is refused at once. */
const share = /0?\.0{0,5}[1-9]\d{0,5}/.source;
const pool = z.string().min(1).max(80).optional();

const forecastQuery = z.strictObject({
  pool,
  levels: z
    .string()
    .regex(new RegExp(`^${share}(?:,${share}){0,19}$`))
    .optional(),
  model: z.enum(modelNames).optional(),
  nonnegative: z.enum(["auto", "yes", "no"]).optional(),
  horizon: buckets(0),
  period: buckets(1),
  lang,
});
const suggestQuery = z.strictObject({
  pool,
  "service-scope": z.enum(["item", "assortment"]).optional(),
  lang,
});
const signalsQuery = z.strictObject({
  fdr: z
    .string()
    .regex(new RegExp(`^${share}$`))
    .optional(),
  since: date.optional(),
  pool,
  lang,
});

type StreamQuery = { readonly pool?: string | undefined } & Readonly<
  Record<string, string | number | undefined>
>;

/** The pool of a finished plan of the caller. */
async function poolArguments({
  services: { store },
  caller,
  query: { pool },
}: Asked<unknown, StreamQuery>): Promise<string[]> {
  if (pool === undefined) return [];
  if (pool === "none") return ["--pool", "none"];
  const plan =
    pool === "latest" ? await store.plans.latest(caller.tenant) : await store.plans.get(caller.tenant, pool);
  const path = plan === undefined ? "" : await store.runFile(plan.id, "pool.json");
  if (path === "" || !existsSync(path))
    throw unknown(
      "pool-unknown",
      `There is no plan ${pool} with a pool.`,
      `Einen Plan ${pool} mit Gelerntem gibt es nicht.`,
    );
  return ["--pool", path];
}

/** The options of a command that a query asks for. */
const optionsOf = (query: StreamQuery): string[] =>
  Object.entries(query).flatMap(([name, value]) =>
    name === "pool" || name === "lang" || value === undefined ? [] : [`--${name}`, String(value)],
  );

const nothingMore = { done: true, value: undefined } as const;

/** What became of a command that ended without a word of output. */
function ended({ code, said, fault, isTooLarge }: CommandEnd, { log, settings }: Services): Answer {
  if (isTooLarge) throw tooLarge(settings.bodyBytes);
  if (code === 0) return ndjson(new ReadableStream({ start: (controller) => controller.close() }));
  if (fault !== undefined) throw refusedBy(fault, { code: "not-acceptable" });
  log.error({ said }, "a stream's process ended");
  throw new Problem(422, "too-complex", {
    de: "Die Anfrage braucht mehr Speicher oder Zeit, als eine Anfrage haben darf.",
    en: "The request needs more memory or time than one request may take.",
  });
}

/** Ends a stream whose time is over or whose token no longer holds; the function ends the watch. */
function supervised(
  { services, request, connection }: Asked<unknown, StreamQuery>,
  end: () => void,
): () => void {
  const limit = setTimeout(end, services.settings.streamSeconds * 1000);
  const recheck = setInterval(async () => {
    try {
      await callerOfRequest(services, { request, connection });
    } catch (error) {
      if (error instanceof Problem) end();
    }
  }, recheckMs);
  recheck.unref();
  return () => {
    clearTimeout(limit);
    clearInterval(recheck);
  };
}

/**
 * The body goes through the command of the same name in a process of its own: the same bytes as on the command line,
 * and what dies there does not take the server along.
 */
async function answerOf(
  command: string,
  asked: Asked<unknown, StreamQuery>,
  left: () => void,
): Promise<Answer> {
  const { services, request, connection, query, lang: speech } = asked;
  const { settings, store } = services;
  const pool = command === "signals" ? [] : await poolArguments(asked);
  const args = [command, "-", ...optionsOf(query), ...pool, "--lang", speech];
  const run = runCommand(args, bytesOf(request), {
    inputBytes: settings.bodyBytes,
    memoryMb: settings.streamMemoryMb,
    dataFolder: store.folder,
  });
  const letGo = supervised(asked, run.kill);
  void run.end.then(letGo).then(left);
  connection.whenLeft(run.kill);
  const output = run.output[Symbol.asyncIterator]();
  // One that was ended before its first word has nothing left to read.
  const first = await output.next().catch(() => nothingMore);
  if (first.done === true) return ended(await run.end, services);
  async function* whole(): AsyncGenerator<Uint8Array> {
    try {
      for (let next = first; next.done !== true; next = await output.next()) yield next.value;
      // Exit code 1: no line was a series, and every line says why. Anything else broke off in the middle: the client
      // must see that the answer is not whole.
      const { code } = await run.end;
      if (code !== 0 && code !== 1) throw new Error("the stream ended early");
    } finally {
      run.kill();
    }
  }
  return ndjson(Readable.toWeb(Readable.from(whole(), { objectMode: false })) as ReadableStream<Uint8Array>);
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
