import { existsSync } from "node:fs";
import { join } from "node:path";
import { defined, fileKinds, type Volumes } from "../../src/index.ts";
import type { Store } from "../store/index.ts";
import type { PlanRequest, PlanRow } from "../store/plans.ts";
import type { CalendarRow, Settings } from "../store/settings.ts";
import type { Upload } from "../store/uploads.ts";
import type { PlanSpec } from "./plan-job.ts";
import type { ReplaySpec } from "./replay-job.ts";

/** Uploads that a plan takes: the named ones, else what is current. */
export function uploadsOf(store: Store, { tenant, request }: Pick<PlanRow, "tenant" | "request">): Upload[] {
  if (request.uploads === undefined) return store.uploads.current(tenant);
  return request.uploads.flatMap((id) => store.uploads.get(tenant, id) ?? []);
}

/** Name that a file without one goes by. */
export const fileNameOf = ({ name, kind, id }: Pick<Upload, "name" | "kind" | "id">): string =>
  name === "" ? `${kind}-${id.slice(2, 8)}` : name;

/** Takes the files apart by source, so that a delta meets the file it belongs to. */
function sourcesOf(store: Store, uploads: readonly Upload[]): PlanSpec["sources"] {
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
          .map((upload) => ({ path: store.blobs.pathOf(upload.sha256), name: fileNameOf(upload) })),
      }));
  });
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Decisions of earlier plans as the file that `decisions` would be. */
function decisionsCsv(store: Store, tenant: string): string {
  const rows = store.decisions.standing(tenant).filter(({ asOf }) => asOf !== null);
  if (rows.length === 0) return "";
  const lines = rows.map(({ item, action, quantity, reason, order, asOf, who }) =>
    [item, action, quantity === null ? "" : String(quantity), reason ?? "", order ?? "", asOf ?? "", who]
      .map(quoted)
      .join(","),
  );
  return `item,action,quantity,reason,order,date,by\r\n${lines.join("\r\n")}\r\n`;
}

const calendarColumns = ["from", "to", "kind", "scope", "item", "supplier", "state", "factor"] as const;

/** The standing calendar as the file that `calendar` would be. */
function calendarCsv(rows: readonly CalendarRow[]): string {
  if (rows.length === 0) return "";
  const lines = rows.map((row) => calendarColumns.map((name) => quoted(String(row[name] ?? ""))).join(","));
  return `${calendarColumns.join(",")}\r\n${lines.join("\r\n")}\r\n`;
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

/** Everything that the process of a plan needs. */
export function specOf(store: Store, plan: PlanRow, folder: string): PlanSpec {
  const { tenant, request, standing } = plan;
  const finished = store.plans
    .finishedStanding(tenant)
    .filter(({ asOf, id }) => asOf !== null && existsSync(join(store.runFolder(id), "plan.json")));
  const [last] = finished;
  const pool =
    request.pool === undefined
      ? {}
      : { pool: request.pool === "none" ? null : join(store.runFolder(request.pool), "pool.json") };
  const flags = {
    ...defined({ asOf: request.asOf, stockDate: request.stockDate }),
  };
  return {
    folder,
    sources: sourcesOf(store, uploadsOf(store, plan)),
    decisions: decisionsCsv(store, tenant),
    calendar: calendarCsv(request.calendar ?? []),
    config: request.config ?? {},
    flags,
    answers: store.answers.answers(tenant),
    ...pool,
    previous: standing
      ? finished.map((one) => ({
          asOf: one.asOf as string,
          path: join(store.runFolder(one.id), "plan.json"),
        }))
      : [],
    ...(standing && last !== undefined
      ? {
          last: {
            // A day that was asked for may lie in the past: that is no fault of the export.
            asOf: request.asOf === undefined ? (last.asOf as string) : "",
            volumes: last.volumes as Volumes,
          },
        }
      : {}),
  };
}

/** Everything that the process of a replay needs. */
export function replaySpecOf(store: Store, row: PlanRow, folder: string): ReplaySpec {
  const { tenant, request } = row;
  return {
    folder,
    sources: sourcesOf(store, uploadsOf(store, row)),
    config: request.config ?? {},
    answers: store.answers.answers(tenant),
    from: request.from ?? "",
    to: request.to ?? "",
    ...defined({ reviewDays: request.reviewDays }),
  };
}
