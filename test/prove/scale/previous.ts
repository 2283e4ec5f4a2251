import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeFolder } from "../../../api/run/files.ts";
import { tableRows } from "../../../api/tables/read.ts";
import { parquetPieces } from "../../../api/tables/write.ts";
import type { TableName, TableRow } from "../../../src/index.ts";
import type { Row } from "../row.ts";
import { cli, madeOrders } from "./made-plan.ts";

/** Tables of a result folder that an earlier run is read from. */
const asked = ["items", "series", "forecasts", "signals", "suggestions", "parameters"] as const;

/** The rows of a table so many times, each time with items of its own. */
function* copied(rows: readonly TableRow[], times: number): Generator<TableRow> {
  for (let k = 0; k < times; k++) {
    const prefix = String(k).padStart(6, "0");
    for (const row of rows) yield { ...row, item: `${prefix}-${row.item}` };
  }
}

/** A result folder of so many times the items of another one: what is read of an earlier run. */
async function multiplied(from: string, times: number, to: string): Promise<void> {
  mkdirSync(to);
  for (const name of ["run.json", "kpis.json"]) copyFileSync(join(from, name), join(to, name));
  for (const name of asked satisfies readonly TableName[]) {
    const rows: TableRow[] = [];
    for await (const row of tableRows(from, name)) rows.push(row);
    writeFolder(to, new Map([[`${name}.parquet`, parquetPieces(name, copied(rows, times), () => {})]]));
  }
}

/** Items of the plan that is multiplied. */
const once = 500;
const longest = { maxBuffer: 1 << 20, timeout: 3_600_000 };

/** A run of so many items with 36 months, read as `--previous` and as `kpis --runs` read it: the most memory of the process. */
export async function previousRun(items: number): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-previous-"));
  try {
    const [small, large] = [join(folder, "small"), join(folder, "large")];
    execFileSync(process.execPath, [cli, "plan", ...madeOrders(folder, once, 36), "--out", small], {
      stdio: "ignore",
    });
    await multiplied(small, items / once, large);
    const reader = join(import.meta.dirname, "read-previous.ts");
    const flags = ["--max-semi-space-size=4", "--heap-growing-percent=10"];
    const most = (which: "earlier" | "newest"): number => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, reader, large, which], {
        ...longest,
        encoding: "utf8",
      });
      if (status !== 0) throw new Error(stderr.slice(-2000));
      const { read, peakMb } = JSON.parse(stdout) as { read: number; peakMb: number };
      if (read !== items) throw new Error(`${read} of ${items} items were read`);
      return peakMb;
    };
    const [earlier, newest] = [most("earlier"), most("newest")];
    return {
      promise: `A run of ${items} items (500,000 with --long) is read in at most 1 GB, as --previous and as the newest of kpis --runs`,
      figure: `36 months: ${earlier.toFixed(0)} MB as --previous, ${newest.toFixed(0)} MB as the newest run`,
      held: Math.max(earlier, newest) <= 1000,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
