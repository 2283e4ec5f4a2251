import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { FaultError, UsageError, words } from "../src/index.ts";
import { environmentLang } from "./command.ts";
import { portOf, stopOnSignal } from "./commands/serve.ts";
import { example, orderExample } from "./example.ts";
import { serverSettings } from "./http/settings.ts";
import { writeFolder } from "./run/files.ts";
import { commonNames, spokenNames } from "./run/results.ts";
import { type RunningServer, serverLog, startServer } from "./server.ts";
import type { Store } from "./store/index.ts";
import type { PlanRow } from "./store/plans.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const firstPort = 8080;
const portsTried = 50;

const lang = environmentLang();
const say = (de: string, en: string) => {
  process.stderr.write(`${words.phraseIn({ de, en }, lang)}\n`);
};

/** The port that was asked for by `--port N` or PORT. */
function askedPort(args: readonly string[]): number | undefined {
  const [name, value] = args;
  if (name === undefined) return process.env.PORT === undefined ? undefined : portOf(process.env.PORT);
  if (name.startsWith("--port=")) return portOf(name.slice("--port=".length));
  if (name !== "--port" || value === undefined)
    throw new UsageError({ code: "start-option-unknown", got: name });
  return portOf(value);
}

async function started(asked: number | undefined): Promise<RunningServer> {
  // What the store holds is nobody else's to read, whoever made its folder.
  process.umask(0o077);
  const options = {
    folder: join(root, "out", "data"),
    host: "127.0.0.1",
    settings: serverSettings({}, process.env),
    log: serverLog(process.env.BEDARF_LOG ?? "error"),
  };
  if (asked !== undefined) return startServer({ ...options, port: asked });
  for (let port = firstPort; port < firstPort + portsTried; port++) {
    try {
      return await startServer({ ...options, port });
    } catch (error) {
      if (!(error instanceof UsageError) || error.code !== "port-in-use") throw error;
      say(`Port ${port} ist belegt, versuche ${port + 1}`, `port ${port} is in use, trying ${port + 1}`);
    }
  }
  throw new UsageError({ code: "no-free-port", first: firstPort, last: firstPort + portsTried - 1 });
}

async function finished(store: Store, seq: number): Promise<PlanRow> {
  for (;;) {
    const row = (await store.plans.bySeq(seq)) as PlanRow;
    if (row.state === "done") return row;
    if (row.state === "failed" || row.state === "held")
      throw new Error(
        `the example could not be planned: ${row.fault === null ? row.state : words.faultSentence(row.fault, lang)}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The result folder as `bedarf plan` writes it, in the caller's language. */
function writeResults(from: string, to: string): void {
  const file = (path: string): [string, Uint8Array][] =>
    existsSync(path) ? [[basename(path), readFileSync(path)]] : [];
  const shared = [...commonNames].flatMap((name) => file(join(from, name)));
  const own = spokenNames.flatMap((name) => file(join(from, lang, name)));
  writeFolder(to, new Map([...shared, ...own]));
}

async function builtPage(): Promise<void> {
  const build = new URL("./web/build.ts", import.meta.url);
  // A packed bedarf brings its page built, and no tool to build it.
  if (!existsSync(build) || !existsSync(join(root, "node_modules", "vite"))) return;
  const { buildPage, isPageStale } = await import("./web/build.ts");
  if (!isPageStale()) return;
  say("baue die Seite …", "building the page …");
  try {
    await buildPage();
  } catch (error) {
    // Plan, report and API work without it; the page at / says so.
    const [why = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    say(`Die Seite konnte nicht gebaut werden: ${why}`, `the page could not be built: ${why}`);
  }
}

try {
  let stopped: ReturnType<typeof stopOnSignal>;
  const server = await started(askedPort(process.argv.slice(2)));
  try {
    await builtPage();
    say(`plane drei Nächte des Beispiels ${example} …`, `planning three nights of the example ${example} …`);
    const plan = await finished(server.store, (await orderExample(server.store, "default")).seq);
    const out = join(root, "out", example);
    writeResults(server.store.runFolder(plan.id), out);
    const shown = relative(process.cwd(), join(out, "report.html"));
    say(
      `Ergebnisse in ${relative(process.cwd(), out)}, Bericht: ${shown}`,
      `results in ${relative(process.cwd(), out)}, report: ${shown}`,
    );
    say(
      `bedarf läuft auf ${server.url.replace("127.0.0.1", "localhost")}`,
      `bedarf runs on ${server.url.replace("127.0.0.1", "localhost")}`,
    );
    // Until here a signal ends the program at once: there is nothing to finish.
    stopped = stopOnSignal();
    process.stderr.write(`listening on ${server.url}\n`);
  } catch (error) {
    await server.stop();
    throw error;
  }
  process.exit(await stopped(server));
} catch (error) {
  const message =
    error instanceof FaultError
      ? words.faultSentence(error.fault, lang)
      : error instanceof Error
        ? error.message
        : String(error);
  process.stderr.write(`bedarf: ${message.replaceAll("\n", " ")}\n`);
  process.exit(error instanceof UsageError ? 2 : 3);
}
