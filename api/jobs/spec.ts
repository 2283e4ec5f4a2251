import { open } from "node:fs/promises";
import { setImmediate as othersFirst } from "node:timers/promises";
import {
  type CalendarEntry,
  type Decision,
  defined,
  fileKinds,
  regionOf,
  type Volumes,
} from "../../src/index.ts";
import { example } from "../example.ts";
import { partsOfDecision, type StandingDecision } from "../store/decisions.ts";
import type { Store } from "../store/index.ts";
import type { PlanInShort, PlanRequest, PlanRow } from "../store/plans.ts";
import type { CalendarRow, Settings } from "../store/settings.ts";
import type { StandingUpload, Upload } from "../store/uploads.ts";
import type { PlanSpec } from "./plan-job.ts";
import type { ReplaySpec } from "./replay-job.ts";

/** Files of one turn of the thread. */
const filesAtOnce = 500;

/** Decisions of one turn of the thread. */
const decisionsAtOnce = 1000;
/** So many plans are looked through for earlier nights of the example. */
const nightsKnown = 50;

/** Uploads that a plan takes: the named ones, else what is current. */
export async function uploadsOf(
  store: Store,
  { tenant, request }: Pick<PlanRow, "tenant" | "request">,
): Promise<StandingUpload[]> {
  const { uploads } = store;
  return request.uploads === undefined ? uploads.current(tenant) : uploads.named(tenant, request.uploads);
}

/** Name that a file without one goes by. */
export const fileNameOf = ({ name, kind, id }: Pick<Upload, "name" | "kind" | "id">): string =>
  name === "" ? `${kind}-${id.slice(2, 8)}` : name;

/** Takes the files apart by source, so that a delta meets the file it belongs to. */
async function sourcesOf(store: Store, uploads: readonly StandingUpload[]): Promise<PlanSpec["sources"]> {
  for (const [k, { sha256 }] of uploads.entries()) {
    await store.blobs.open(sha256);
    if (k % filesAtOnce === filesAtOnce - 1) await othersFirst();
  }
  await othersFirst();
  return fileKinds.flatMap((kind) => {
    const bySource = Map.groupBy(
      uploads.filter((upload) => upload.kind === kind),
      ({ source }) => source,
    );
    return [...bySource]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([source, own]) => ({
        kind,
        source,
        files: own
          .toSorted((a, b) => a.position - b.position)
          .map((upload) => ({
            path: store.blobs.pathOf(upload.sha256),
            name: fileNameOf(upload),
            sha256: upload.sha256,
          })),
      }));
  });
}

/** Decisions of an earlier plan: one, or one for each supplier whose part was decided by itself. */
function decisionsOf(row: StandingDecision): Decision[] {
  const parts = partsOfDecision(row);
  if (parts.length === 0) return [decisionOf(row) ?? []].flat();
  return parts.flatMap(({ supplier, quantity, state, order, date }) => {
    const action = state === "accepted" ? "accept" : state;
    const one = decisionOf({ ...row, action, quantity, order, date });
    return one === undefined ? [] : [{ ...one, supplier }];
  });
}

/** A decision of an earlier plan, with the day up to which its plan knew. */
function decisionOf(row: StandingDecision): Decision | undefined {
  const { item, action, quantity, reason, order, asOf, who, at } = row;
  if (asOf === null || action === "reset") return undefined;
  const more = { quantity: quantity ?? undefined, reason: reason || undefined, order: order || undefined };
  const common = { item, by: who, date: asOf, ...defined({ ...more, supplier: row.supplier ?? undefined }) };
  if (action === "saved") return { ...common, action: "accept" };
  if (action !== "delivered") return { ...common, action };
  const delivered = row.date ?? new Date(at).toISOString().slice(0, 10);
  return { ...common, action: "ordered", delivered };
}

/** Writes the decisions of earlier plans as lines of JSON, some at a time: in years they become hundreds of thousands. */
async function writeDecisions(store: Store, tenant: string, path: string): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    for (let after: number | undefined = 0; after !== undefined; ) {
      const rows = await store.decisions.standing(tenant, after, decisionsAtOnce);
      const lines = rows.flatMap(decisionsOf).map((one) => `${JSON.stringify(one)}\n`);
      await file.write(lines.join(""));
      after = rows.length < decisionsAtOnce ? undefined : rows.at(-1)?.seq;
    }
  } finally {
    await file.close();
  }
}

/** A row of the standing calendar as the calendar of a file: a text without letters is none. */
function entryOf({ from, to, kind, factor, state, ...texts }: CalendarRow): CalendarEntry {
  const [scope, item, supplier, region] = [texts.scope, texts.item, texts.supplier, state].map(
    (text) => text?.trim() || undefined,
  );
  const entry = { scope, item, supplier, factor, state: region === undefined ? undefined : regionOf(region) };
  return { from, to, kind, ...defined(entry) };
}

/** What a plan is asked for, over what stands for all of them. */
export function withStanding<T extends PlanRequest>({ config, calendar }: Settings, request: T): T {
  const merged = { ...config, ...request.config };
  return {
    ...request,
    ...(Object.keys(merged).length === 0 ? {} : { config: merged }),
    ...(calendar.length === 0 ? {} : { calendar }),
  };
}

/** Where the decisions of earlier plans lie for a plan whose results go to a folder. */
export const decisionsBeside = (folder: string): string => `${folder}.decisions`;

/** What a job is made from, and where its results go first. */
export interface Beginning {
  readonly folder: string;
  readonly uploads: readonly StandingUpload[];
}

/**
 * Finished plans that were before this one, newest first: of current data, those of current data then; of the example,
 * its earlier nights. A plan of other named files stands alone.
 */
async function before(store: Store, { tenant, standing, request, seq }: PlanRow): Promise<PlanInShort[]> {
  if (standing) return store.plans.finishedStanding(tenant);
  const [first] = request.uploads ?? [];
  if (first === undefined || (await store.uploads.get(tenant, first))?.source !== example) return [];
  const earlier = await store.plans.list(tenant, seq, nightsKnown);
  return earlier.filter(({ state, request: { uploads } }) => state === "done" && uploads?.[0] === first);
}

/** Everything that the process of a plan needs. */
export async function specOf(store: Store, plan: PlanRow, { folder, uploads }: Beginning): Promise<PlanSpec> {
  const { tenant, request } = plan;
  const done = await before(store, plan);
  const finished = done.flatMap(({ id, asOf, volumes, expired }) =>
    asOf === null || expired !== null ? [] : [{ asOf, id, volumes }],
  );
  const [last] = finished;
  const pool =
    request.pool === undefined
      ? {}
      : { pool: request.pool === "none" ? null : await store.runFile(request.pool, "pool.json") };
  const flags = {
    ...defined({ asOf: request.asOf, stockDate: request.stockDate }),
  };
  const decisions = decisionsBeside(folder);
  await writeDecisions(store, tenant, decisions);
  return {
    folder,
    sources: await sourcesOf(store, uploads),
    decisions,
    calendar: (request.calendar ?? []).map(entryOf),
    config: request.config ?? {},
    flags,
    answers: await store.answers.answers(tenant),
    ...pool,
    previous: finished.map(({ asOf, id }) => ({ asOf, id })),
    ...(plan.standing && last !== undefined
      ? {
          last: {
            // A day that was asked for may lie in the past: that is no fault of the export.
            asOf: request.asOf === undefined ? last.asOf : "",
            volumes: last.volumes as Volumes,
          },
        }
      : {}),
  };
}

/** Everything that the process of a replay needs. */
export async function replaySpecOf(
  store: Store,
  row: PlanRow,
  { folder, uploads }: Beginning,
): Promise<ReplaySpec> {
  const { tenant, request } = row;
  return {
    folder,
    sources: await sourcesOf(store, uploads),
    config: request.config ?? {},
    answers: await store.answers.answers(tenant),
    from: request.from ?? "",
    to: request.to ?? "",
    ...defined({ reviewDays: request.reviewDays }),
  };
}
