// One of the processes of races.ts: node race-worker.ts NAME FOLDER [ADDRESS]
import { failureOf } from "../../api/store/failure.ts";
import { openStore } from "../../api/store/index.ts";
import { openShared } from "../../api/store/postgres/postgres-store.ts";

const [name = "", folder = "", address = ""] = process.argv.slice(2);
const rounds = 40;
const store = await (address === "" ? openStore(folder) : openShared({ address, files: folder }));
const errors: string[] = [];
/** Work that is patient with a store that is busy, as the server is. */
const tried = async (what: string, work: () => Promise<unknown>): Promise<void> => {
  for (let patience = 100; ; patience--) {
    try {
      await work();
      return;
    } catch (error) {
      if (failureOf(error) === "busy" && patience > 0) continue;
      errors.push(`${what}: ${(error as Error).message}`);
      return;
    }
  }
};
process.send?.("ready");
await new Promise((resolve) => process.once("message", resolve));
const keys: number[] = [];
for (let k = 0; k < rounds; k++) {
  await tried("audit", () => store.audit.add({ tenant: "t", who: name, request: "r" }, "x", String(k)));
  await tried("decision", () => store.decisions.add("t", 1, "A1", { action: "accept" }, name));
  await tried("key", async () => {
    if ((await store.idempotency.claim("t", `k${k}`, "f")) === "new") keys.push(k);
  });
  const file = { kind: "orders", source: "erp", mode: "delta", size: 1, name: "", report: {} } as const;
  await tried("change", () =>
    store.transaction(async ({ uploads, audit, decisions }) => {
      const { id } = await uploads.add("t", { ...file, sha256: `${name}-${k}` });
      await audit.add({ tenant: "t", who: name, request: "r" }, "upload.add", id);
      await decisions.add("t", 1, k % 2 === 0 ? "B1" : "A1", { action: "accept" }, name);
    }),
  );
}
const claims: number[] = [];
const finished: number[] = [];
for (let idle = 0; idle < 3; ) {
  let job: { id: number; fence: number } | undefined;
  await tried("claim", async () => {
    job = await store.jobs.claim();
  });
  if (job === undefined) {
    idle++;
    continue;
  }
  const { id, fence } = job;
  claims.push(id);
  await tried("finish", async () => {
    if (await store.jobs.finish(id, fence)) finished.push(id);
  });
}
await store.close();
process.send?.({ claims, finished, keys, errors }, () => process.exit(0));
