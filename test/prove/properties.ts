import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Row } from "./row.ts";

const root = join(import.meta.dirname, "..", "..");

/** Files whose properties take their number of cases, lengths or parts from PROVE_CASES. */
const files = [
  "test/ingest/typing/properties.test.ts",
  "test/ingest/typing/agreement.test.ts",
  "test/ingest/evidence/strangers.test.ts",
  "test/ingest/table/scan.test.ts",
  "test/ingest/table/hostile.test.ts",
  "test/ingest/table/dialects.test.ts",
  "test/replenish/properties.test.ts",
  "test/replenish/lost-sales.test.ts",
  "test/replenish/served-class.test.ts",
  "test/replenish/sources/split.test.ts",
  "test/replenish/reasons.test.ts",
  "test/replenish/policies.test.ts",
  "test/replenish/steady-order.test.ts",
  "test/models/forecast.test.ts",
  "test/signals/detectors.test.ts",
  "test/signals/detector-table.test.ts",
  "test/report/csv.test.ts",
  "test/plans/in-parts.test.ts",
  "test/replenish/no-absurd.test.ts",
  "test/patterns/patterns.test.ts",
];

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly title: string }[];
  }[];
}

/** Random tables through random dialects, ordering rules, forecasts, signals: `cases` of each property. */
export function properties(cases: number): Row {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-properties-"));
  const out = join(folder, "report.json");
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const limit = "--testTimeout=3600000";
  spawnSync(process.execPath, [vitest, "run", "--reporter=json", `--outputFile=${out}`, limit, ...files], {
    cwd: root,
    env: { ...process.env, PROVE_CASES: String(cases) },
    stdio: "ignore",
  });
  const report = JSON.parse(readFileSync(out, "utf8")) as Report;
  rmSync(folder, { recursive: true, force: true });
  const failed = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === "failed")
    .map(({ title }) => title);
  return {
    promise: `Properties with ${cases} random cases each: a table comes back from any dialect, a minimum order creates no need, more stock never orders more, forecasts and signals keep their contracts`,
    figure: `${report.numPassedTests} tests passed, ${report.numFailedTests} failed${failed.length === 0 ? "" : `: ${failed.join("; ")}`}`,
    held: report.numFailedTests === 0 && report.numPassedTests > 0,
  };
}
