import type { Logger } from "pino";
import type { Examiner } from "../jobs/examiner.ts";
import type { Runner } from "../jobs/runner.ts";
import type { Watch } from "../jobs/standstill.ts";
import type { Store } from "../store/index.ts";
import type { Metrics } from "./metrics.ts";
import type { PageCache } from "./page-cache.ts";
import type { ServerSettings } from "./settings.ts";

/** What the routes work with. */
export interface Services {
  readonly store: Store;
  readonly examiner: Examiner;
  /** Writes long lists as CSV and XLSX. */
  readonly writer: Examiner;
  readonly runner: Runner;
  readonly settings: ServerSettings;
  readonly metrics: Metrics;
  readonly pages: PageCache;
  readonly log: Logger;
  /** Whether the thread that answers requests stands still. */
  readonly watch: Watch;
  /** Folder of the built page; the fallback page serves where it is missing. */
  readonly pageFolder: string;
  /** True once the server is asked to stop: /readyz says so. */
  stopping(): boolean;
  /** True when the server speaks TLS itself. */
  readonly secure: boolean;
}
