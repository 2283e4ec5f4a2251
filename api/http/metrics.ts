import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Store } from "../store/index.ts";

/** The figures as a tenant sees them: what is counted by tenant is his own, and no name of a tenant stands there. */
export const figuresOf = (figures: string, tenant: string): string =>
  figures
    .split("\n")
    .filter((line) => !line.includes('{tenant="') || line.includes(`{tenant="${tenant}"`))
    .map((line) => line.replace(/\{tenant="[^"]*",?/, "{").replace("{} ", " "))
    .join("\n");

/** Figures of a server in Prometheus' form; no token appears in them. What is counted by tenant has that label first. */
export function serverMetrics(store: Store) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const gauge = (name: string, help: string, value: () => number | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await value());
      },
    });
  gauge("bedarf_queue_plans", "plans that wait", () => store.jobs.queued());
  gauge("bedarf_queue_age_seconds", "age of the oldest plan that waits", () => store.jobs.oldestSeconds());
  gauge(
    "bedarf_lease_age_seconds",
    "time since the holder of a running plan was last heard of, of the longest",
    () => store.jobs.silentSeconds(),
  );
  gauge("bedarf_wal_bytes", "size of the write-ahead log", () => store.logBytes());
  gauge("bedarf_forecast_age_seconds", "age of the newest finished plan", async () => {
    const at = await store.plans.lastFinished();
    return at === null ? 0 : Math.max(0, (store.now() - at) / 1000);
  });
  return {
    registry,
    requests: new Histogram({
      name: "bedarf_http_request_seconds",
      help: "time of requests",
      labelNames: ["method", "route", "status"],
      buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10, 60],
      registers,
    }),
    jobs: new Histogram({
      name: "bedarf_job_seconds",
      help: "time of plans by their end",
      labelNames: ["state"],
      buckets: [0.5, 1, 2, 5, 15, 60, 300, 1800],
      registers,
    }),
    rows: new Counter({
      name: "bedarf_rows_total",
      help: "rows of uploaded files",
      labelNames: ["tenant", "kind"],
      registers,
    }),
    rejected: new Counter({
      name: "bedarf_rows_rejected_total",
      help: "issues of uploaded files by reason",
      labelNames: ["tenant", "kind", "reason"],
      registers,
    }),
    bytes: new Counter({
      name: "bedarf_upload_bytes_total",
      help: "bytes of uploaded files",
      labelNames: ["tenant"],
      registers,
    }),
  };
}

export type Metrics = ReturnType<typeof serverMetrics>;
