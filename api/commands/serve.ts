import { UsageError } from "../../src/index.ts";
import { argument, type Call, type Command, flag } from "../command.ts";
import { serverSettings } from "../http/settings.ts";
import { watchThread } from "../jobs/standstill.ts";
import { readJson } from "../run/files.ts";
import { type RunningServer, serverLog, startServer } from "../server.ts";
import { sharedOptions, sharedPlaceOf } from "../shared-place.ts";

/** A port by its text. @example portOf("8080") // 8080 */
export function portOf(given: string): number {
  const port = Number(given);
  if (!/^\d+$/.test(given) || port > 65_535)
    throw new UsageError({ code: "number-outside", name: "--port", low: 0, high: 65535, got: given });
  return port;
}

/**
 * Takes the signals over from the command line, which would end at once; to be called before anybody is told that the
 * server listens. The function it gives waits for a signal and stops the server; a second signal ends at once.
 */
export function stopOnSignal(): (server: Pick<RunningServer, "stop">) => Promise<number> {
  const heard = new Promise<void>((resolve) => {
    let first = true;
    const hear = () => {
      if (!first) process.exit(1);
      first = false;
      resolve();
    };
    for (const signal of ["SIGINT", "SIGTERM"]) {
      const others = process.listeners(signal as "SIGINT");
      // Ours comes before the others go: a signal in between would be lost.
      process.on(signal, hear);
      for (const other of others) process.off(signal, other);
    }
  });
  return async (server) => {
    await heard;
    await server.stop();
    return 0;
  };
}

const options = {
  data: argument("DIR", "Ordner des Speichers", "folder of the store"),
  ...sharedOptions,
  port: argument("N", "Port (8080; 0 sucht einen)", "port (8080; 0 picks one)"),
  host: argument("ADDRESS", "Adresse (127.0.0.1)", "address (127.0.0.1)"),
  "tls-cert": argument("F", "Zertifikat, PEM", "certificate, PEM"),
  "tls-key": argument("F", "Schlüssel, PEM", "key, PEM"),
  config: argument("F", "Grenzen des Servers, JSON", "limits of the server, JSON"),
  "despite-loss": flag(
    "startet, obwohl alle gesendeten Dateien oder alle Ergebnisse fehlen",
    "starts although all uploaded files or all results are gone",
  ),
};

async function run(call: Call<typeof options>): Promise<number> {
  const shared = sharedPlaceOf("serve", call.options);
  const {
    data: folder = shared?.files,
    host = "127.0.0.1",
    config,
    "tls-cert": cert,
    "tls-key": key,
  } = call.options;
  if (folder === undefined) throw new UsageError({ code: "store-missing", command: "serve" });
  if ((cert === undefined) !== (key === undefined)) throw new UsageError({ code: "certificate-incomplete" });
  // What the store holds is nobody else's to read, whoever made its folder.
  process.umask(0o077);
  const log = serverLog();
  const watch = watchThread((seconds, doing) => log.error({ seconds, doing }, "the server stood still"));
  const server = await startServer({
    log,
    watch,
    folder,
    address: shared?.address,
    acceptsLoss: call.options["despite-loss"] === true,
    host,
    port: portOf(call.options.port ?? process.env.PORT ?? "8080"),
    settings: serverSettings(config === undefined ? {} : readJson(config), process.env),
    ...(cert === undefined || key === undefined ? {} : { tls: { cert, key } }),
  });
  const stopped = stopOnSignal();
  call.stderr.write(`listening on ${server.url}\n`);
  return stopped(server);
}

export const serve: Command<typeof options> = {
  summary: {
    de: "Server: nimmt Dateien an, plant, zeigt Ergebnisse und hält Entscheidungen fest",
    en: "server: takes files, plans, shows results and keeps decisions",
  },
  usage:
    "--data DIR | --store postgres://… --files DIR|s3://… [--port 8080] [--host 127.0.0.1] [--tls-cert F --tls-key F]",
  examples: [
    "serve --data data",
    "serve --data data --port 0",
    "serve --data data --host 0.0.0.0",
    "serve --store postgres://bedarf@db/bedarf --files /mnt/bedarf",
  ],
  options,
  run,
};
