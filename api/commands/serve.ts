import { UsageError } from "../../src/index.ts";
import { type Call, type Command, textOption } from "../command.ts";
import { serverSettings } from "../http/settings.ts";
import { readJson } from "../run/files.ts";
import { type RunningServer, startServer } from "../server.ts";

/** A port by its text. @example portOf("8080") // 8080 */
export function portOf(given: string): number {
  const port = Number(given);
  if (!/^\d+$/.test(given) || port > 65_535)
    throw new UsageError(`--port must be a number from 0 to 65535, got ${given}`);
  return port;
}

/**
 * Takes the signals over from the command line, which would end at once; to be called before anybody is told that the
 * server listens. The function it gives waits for a signal and stops the server; a second signal ends at once.
 */
export function stopOnSignal(): (server: RunningServer) => Promise<number> {
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

async function run(call: Call): Promise<number> {
  const folder = textOption(call, "data");
  if (folder === undefined) throw new UsageError("serve needs --data DIR: the folder of its store");
  const [cert, key] = [textOption(call, "tls-cert"), textOption(call, "tls-key")];
  if ((cert === undefined) !== (key === undefined))
    throw new UsageError("--tls-cert and --tls-key go together: name both files");
  const config = textOption(call, "config");
  const server = await startServer({
    folder,
    host: textOption(call, "host") ?? "127.0.0.1",
    port: portOf(textOption(call, "port") ?? process.env.PORT ?? "8080"),
    settings: serverSettings(config === undefined ? {} : readJson(config), process.env),
    ...(cert === undefined || key === undefined ? {} : { tls: { cert, key } }),
  });
  const stopped = stopOnSignal();
  call.stderr.write(`listening on ${server.url}\n`);
  return stopped(server);
}

/** `bedarf serve` (CONTRACT 10). */
export const serve: Command = {
  summary: {
    de: "Server: nimmt Dateien an, plant, zeigt Ergebnisse und hält Entscheidungen fest",
    en: "server: takes files, plans, shows results and keeps decisions",
  },
  usage: "--data DIR [--port 8080] [--host 127.0.0.1] [--tls-cert F --tls-key F]",
  examples: ["serve --data data", "serve --data data --port 0", "serve --data data --host 0.0.0.0"],
  options: {
    data: {
      type: "string",
      value: "DIR",
      meaning: { de: "Ordner des Speichers", en: "folder of the store" },
    },
    port: {
      type: "string",
      value: "N",
      meaning: { de: "Port (8080; 0 sucht einen)", en: "port (8080; 0 picks one)" },
    },
    host: {
      type: "string",
      value: "ADDRESS",
      meaning: { de: "Adresse (127.0.0.1)", en: "address (127.0.0.1)" },
    },
    "tls-cert": { type: "string", value: "F", meaning: { de: "Zertifikat, PEM", en: "certificate, PEM" } },
    "tls-key": { type: "string", value: "F", meaning: { de: "Schlüssel, PEM", en: "key, PEM" } },
    config: {
      type: "string",
      value: "F",
      meaning: { de: "Grenzen des Servers, JSON", en: "limits of the server, JSON" },
    },
  },
  run,
};
