import { UsageError } from "../../src/index.ts";
import { planMemoryMb, planMinutes } from "../jobs/limits.ts";

/** Limits of a server; each can be set in the file of --config and by the environment (BEDARF_ and capitals). */
export interface ServerSettings {
  readonly bodyBytes: number;
  readonly jsonBytes: number;
  readonly requestsPerSecond: number;
  readonly concurrentRequests: number;
  readonly openStreams: number;
  readonly queuedPlans: number;
  readonly parallelPlans: number;
  readonly tenantPlans: number;
  readonly planMemoryMb: number;
  readonly planMinutes: number;
  readonly wholeItems: number;
  readonly partItems: number;
  readonly readers: number;
  readonly readerMemoryMb: number;
  readonly readerSeconds: number;
  readonly streamMemoryMb: number;
  readonly streamSeconds: number;
  readonly freeDiskBytes: number;
  readonly keptPlans: number;
  readonly shutdownSeconds: number;
  /** Address under which others reach the server; https: the cookie is Secure and HSTS is said. "" for none. */
  readonly publicUrl: string;
}

interface Setting {
  readonly value: number;
  readonly least: number;
  readonly meaning: string;
}

type NumberName = Exclude<keyof ServerSettings, "publicUrl">;

/** Default and meaning of every setting: docs/operations.md is checked against it. */
export const settingTable: Readonly<Record<NumberName, Setting>> = {
  bodyBytes: { value: 512 * 2 ** 20, least: 1, meaning: "largest upload, in bytes" },
  jsonBytes: { value: 2 ** 20, least: 1, meaning: "largest JSON body, in bytes" },
  requestsPerSecond: {
    value: 10_000,
    least: 1,
    meaning: "requests of one token a second (burst: twice as many)",
  },
  concurrentRequests: { value: 1000, least: 1, meaning: "requests of one token at the same time" },
  openStreams: {
    value: 8,
    least: 1,
    meaning: "forecast, suggest and signals streams of one tenant at the same time",
  },
  queuedPlans: { value: 100, least: 1, meaning: "plans of one tenant that wait or run" },
  tenantPlans: {
    value: 0,
    least: 0,
    meaning: "plans of one tenant that run at the same time, over all workers; 0: no limit",
  },
  parallelPlans: { value: 1, least: 1, meaning: "plans that run at the same time" },
  planMemoryMb: { value: planMemoryMb, least: 64, meaning: "heap of a plan's process, in MiB" },
  planMinutes: { value: planMinutes, least: 1, meaning: "longest time of a plan, or of a part of one" },
  wholeItems: {
    value: 200_000,
    least: 1,
    meaning: "items up to which a plan on PostgreSQL is made by one worker; of more by all, in parts",
  },
  partItems: { value: 20_000, least: 1, meaning: "items of such a part" },
  readers: { value: 1, least: 1, meaning: "processes that read uploaded files" },
  readerMemoryMb: { value: 1024, least: 64, meaning: "heap of such a process, in MiB" },
  readerSeconds: { value: 120, least: 1, meaning: "longest time to read an uploaded file" },
  streamMemoryMb: { value: 1024, least: 64, meaning: "heap of a stream's process, in MiB" },
  streamSeconds: { value: 600, least: 1, meaning: "longest time of a stream" },
  freeDiskBytes: { value: 64 * 2 ** 20, least: 0, meaning: "space that must stay free, in bytes" },
  keptPlans: { value: 400, least: 1, meaning: "finished plans of one tenant that are kept" },
  shutdownSeconds: { value: 10, least: 1, meaning: "time for open requests when the server stops" },
};

const numbers = Object.keys(settingTable) as NumberName[];
const names: readonly (keyof ServerSettings)[] = [...numbers, "publicUrl"];

/** The address in a config, checked. */
function publicUrlOf(given: unknown): string {
  const text = String(given ?? "");
  if (text !== "" && !/^https?:\/\/[^\s/]+\/?$/.test(text))
    throw new UsageError({
      code: "not-either",
      name: "publicUrl",
      known: ["http://NAME", "https://NAME"],
      got: text,
    });
  return text;
}

/** BEDARF_QUEUED_PLANS for queuedPlans. */
const environmentName = (name: string): string =>
  `BEDARF_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

/** Settings from a config file and the environment, which wins; an unknown name is a UsageError. */
export function serverSettings(
  file: unknown = {},
  environment: Readonly<Record<string, string | undefined>> = {},
): ServerSettings {
  if (typeof file !== "object" || file === null || Array.isArray(file))
    throw new UsageError({ code: "settings-not-an-object" });
  const given = new Map<string, unknown>(Object.entries(file));
  for (const name of given.keys())
    if (!names.includes(name as keyof ServerSettings))
      throw new UsageError({ code: "setting-unknown", name, known: names });
  const chosen = numbers.map((name) => {
    const { value, least } = settingTable[name];
    const from = environment[environmentName(name)] ?? given.get(name) ?? value;
    const number = Number(from);
    if (!Number.isInteger(number) || number < least)
      throw new UsageError({ code: "not-a-whole-number", name, least, got: String(from) });
    return [name, number];
  });
  const publicUrl = publicUrlOf(environment[environmentName("publicUrl")] ?? given.get("publicUrl"));
  return { ...(Object.fromEntries(chosen) as Omit<ServerSettings, "publicUrl">), publicUrl };
}
