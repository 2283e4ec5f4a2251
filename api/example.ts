import { basename } from "node:path";
import { load } from "../datasets/index.ts";
import type { FileKind } from "../src/index.ts";
import { fileSource, sha256 } from "./run/files.ts";
import { version } from "./run/version.ts";
import type { Records, Store } from "./store/index.ts";
import type { PlanRequest, PlanRow } from "./store/plans.ts";

/** Name of the bundled order history. */
export const example = "werkstatt";

interface ExampleFile {
  readonly kind: FileKind;
  readonly path: string;
}

/** A night of the example: its files, and the day it closes on where that is not the last one. */
interface Night {
  readonly asOf?: string;
  readonly files: readonly ExampleFile[];
}

/** The nights of the example, oldest first: of the earlier ones stock and open orders are as they were then. */
function exampleNights(): Night[] {
  const { orders, items, suppliers, openOrders, calendar, nights } = load(example);
  const filesOf = (changed: object): ExampleFile[] => [
    ...orders.map((path) => ({ kind: "orders" as const, path })),
    ...Object.entries({ items, suppliers, "open-orders": openOrders, calendar, ...changed }).flatMap(
      ([kind, path]) => (path === undefined ? [] : [{ kind: kind as FileKind, path }]),
    ),
  ];
  return [
    ...nights.map((night) => ({
      asOf: night.asOf,
      files: filesOf({ items: night.items, "open-orders": night.openOrders }),
    })),
    { files: filesOf({}) },
  ];
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  yield* fileSource(path).chunks();
}

/** A file of the example with the hash of its bytes, which the store keeps. */
interface Kept extends ExampleFile {
  readonly sha256: string;
  readonly size: number;
}

async function kept(store: Store, { kind, path }: ExampleFile): Promise<Kept> {
  const body = await store.blobs.receive(bytesOf(path), Number.MAX_SAFE_INTEGER);
  await store.blobs.keep(body);
  return { kind, path, sha256: body.sha256, size: body.size };
}

/** The upload of a file of the example, made where there is none. It is never current: a user's files are planned alone. */
async function uploadOf(
  { uploads }: Records,
  tenant: string,
  { kind, path, sha256: hash, size }: Kept,
  wanted: string,
): Promise<string> {
  const before = await uploads.known(tenant, kind, hash);
  if (before !== undefined) return before.id;
  const { id } = await uploads.add(tenant, {
    kind,
    source: example,
    mode: "delta",
    sha256: hash,
    size,
    name: basename(path),
    report: { example: wanted },
  });
  await uploads.remove(tenant, id);
  return id;
}

/** The newest plan of the example's last night, made or under way, where this version made it of these files. */
async function knownPlan(store: Store, tenant: string, wanted: string): Promise<PlanRow | undefined> {
  for (const plan of await store.plans.list(tenant, Number.MAX_SAFE_INTEGER, 1000)) {
    const { state, request } = plan;
    const isOfUse = state !== "failed" && state !== "held" && request.asOf === undefined;
    if (isOfUse && (await noteOf(store, tenant, request.uploads)) === wanted) return plan;
  }
  return undefined;
}

/**
 * Orders the plans of the example, one a night, so that the last one has something to compare with; gives that of the
 * last night. Decisions about the example do not count in plans of a user's own files.
 */
export async function orderExample(store: Store, tenant: string): Promise<PlanRow> {
  const nights = exampleNights();
  const all = new Map(nights.flatMap(({ files }) => files.map((file) => [file.path, file] as const)));
  const hashes = Array.from(all.keys(), (path) => sha256(fileSource(path)));
  const wanted = JSON.stringify([version, hashes]);
  const known = await knownPlan(store, tenant, wanted);
  if (known !== undefined) return known;
  const received: Kept[] = [];
  for (const file of all.values()) received.push(await kept(store, file));
  return store.transaction(async (records) => {
    const ids = new Map<string, string>();
    for (const file of received) ids.set(file.path, await uploadOf(records, tenant, file, wanted));
    const order = async ({ asOf, files }: Night): Promise<PlanRow> => {
      const uploads = files.flatMap(({ path }) => ids.get(path) ?? []);
      const request: PlanRequest = asOf === undefined ? { uploads } : { uploads, asOf, stockDate: asOf };
      const row = await records.plans.add(tenant, request, false);
      await records.jobs.enqueue(row.seq);
      return row;
    };
    let last: PlanRow | undefined;
    for (const night of nights) last = await order(night);
    return last as PlanRow;
  });
}

async function noteOf(
  store: Store,
  tenant: string,
  uploads: readonly string[] | undefined,
): Promise<string | undefined> {
  const first = uploads?.[0] === undefined ? undefined : await store.uploads.get(tenant, uploads[0]);
  return (first?.report as { readonly example?: string } | undefined)?.example;
}
