import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { settingTable } from "../../api/http/settings.ts";
import { planMinutes } from "../../api/jobs/limits.ts";

const folder = join(import.meta.dirname, "..", "..", "deploy");
const text = (file: string): string => readFileSync(join(folder, file), "utf8");

/** The settings of a unit: name to values, in their order. */
function unit(file: string): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of text(file).split("\n")) {
    const [, name, value = ""] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (name !== undefined) found.set(name, [...(found.get(name) ?? []), value]);
  }
  return found;
}

const units = readdirSync(folder).filter((file) => file.endsWith(".service"));
const gigabytes = (value = ""): number => Number(/^(\d+)g/i.exec(value)?.[1]);

/** What every unit gives up, whatever it does. */
const hardening = {
  NoNewPrivileges: "yes",
  ProtectSystem: "strict",
  ProtectHome: "yes",
  ProtectProc: "invisible",
  PrivateTmp: "yes",
  PrivateDevices: "yes",
  ProtectKernelTunables: "yes",
  ProtectKernelModules: "yes",
  ProtectKernelLogs: "yes",
  ProtectControlGroups: "yes",
  ProtectClock: "yes",
  ProtectHostname: "yes",
  RestrictNamespaces: "yes",
  RestrictRealtime: "yes",
  RestrictSUIDSGID: "yes",
  RemoveIPC: "yes",
  LockPersonality: "yes",
  SystemCallArchitectures: "native",
  SystemCallFilter: "@system-service",
  SystemCallErrorNumber: "EPERM",
  CapabilityBoundingSet: "",
  UMask: "0077",
  StateDirectoryMode: "0700",
};

test.each(units)(
  "%s runs as a user of its own without rights, devices or the files of others, within a memory",
  (file) => {
    const own = unit(file);
    expect(own.get("User")).toEqual(["bedarf"]);
    for (const [name, value] of Object.entries(hardening))
      expect([name, own.get(name)]).toEqual([name, [value]]);
    expect(gigabytes(own.get("MemoryMax")?.[0])).toBeGreaterThan(0);
    const [network = ""] = own.get("RestrictAddressFamilies") ?? [];
    if (file === "bedarf.service") expect(network).toBe("AF_INET AF_INET6 AF_UNIX");
    else expect([network, own.get("PrivateNetwork")]).toEqual(["AF_UNIX", ["yes"]]);
  },
);

test("the server is started again, has files for its readers, and outlives a child that the system ends", () => {
  const own = unit("bedarf.service");
  const { value: farewell } = settingTable.shutdownSeconds;
  expect(["Restart", "OOMPolicy", "KillMode"].map((name) => own.get(name)?.[0])).toEqual([
    "always",
    "continue",
    "mixed",
  ]);
  expect(Number(own.get("LimitNOFILE")?.[0])).toBeGreaterThanOrEqual(65_536);
  expect(Number(own.get("TimeoutStopSec")?.[0])).toBeGreaterThan(farewell);
  expect(text("compose.yaml")).toMatch(/restart: unless-stopped/);
  expect(Number(/stop_grace_period: (\d+)s/.exec(text("compose.yaml"))?.[1])).toBeGreaterThan(farewell);
});

const envOf = (source: string): Record<string, number> =>
  Object.fromEntries(
    [...source.matchAll(/(BEDARF_[A-Z_]+)[=:]\s*"?(\d+)"?/g)].map(([, name, value]) => [name, Number(value)]),
  );

/** Heap that everything takes which may run at once, in MiB: a plan, a reader of files, a writer of lists, streams, the server. */
const together = ({
  BEDARF_PLAN_MEMORY_MB: plan = 0,
  BEDARF_READER_MEMORY_MB: reader = 0,
  BEDARF_STREAM_MEMORY_MB: stream = 0,
  BEDARF_OPEN_STREAMS: streams = 0,
}: Record<string, number>) => plan + 2 * reader + streams * stream + 512;

test("the caps of the processes fit into the memory of unit and container, which does not follow the host's", () => {
  const compose = text("compose.yaml");
  const [service, container] = [envOf(text("bedarf.service")), envOf(compose)];
  expect(service).toEqual(container);
  expect(Object.values(service).every((value) => value > 0)).toBe(true);
  const most = gigabytes(/mem_limit: (\S+)/.exec(compose)?.[1]) * 1024;
  expect(gigabytes(unit("bedarf.service").get("MemoryMax")?.[0]) * 1024).toBe(most);
  expect(together(service)).toBeLessThanOrEqual(most);
  expect(compose).toMatch(/memswap_limit: 6g/);
});

test("the container has no rights, no writable root, and nothing in it grows without end", () => {
  const compose = text("compose.yaml");
  for (const line of [
    "read_only: true",
    "cap_drop: [ALL]",
    "no-new-privileges:true",
    "init: true",
    '"127.0.0.1:8080:8080"',
  ])
    expect(compose).toContain(line);
  expect(compose).toMatch(/pids_limit: \d+/);
  expect(compose).toMatch(/\/tmp:size=\d+m,mode=1777,noexec,nosuid,nodev/);
  expect(compose).toMatch(/max-size: \d+m[\s\S]*max-file: "\d+"/);
  expect(compose).toMatch(/nofile: \d{5}/);
  expect(text("Dockerfile")).toMatch(/install -d -o node -g node -m 0700 \/data/);
});

test("the nightly batch may take as long as a few jobs, each of which has a time of its own", () => {
  const hours = Number(/^(\d+)h$/.exec(unit("bedarf-batch.service").get("TimeoutStartSec")?.[0] ?? "")?.[1]);
  expect(hours * 60).toBeGreaterThan(2 * planMinutes);
});
