import {
  kpisJson,
  type Plan,
  type Pool,
  planTables,
  poolToJson,
  type StageName,
  type TableName,
  type TableRow,
  type TotalName,
  tableNames,
  totalsOfPlan,
} from "../../src/index.ts";
import { runJson, textSum } from "../tables/run-json.ts";
import { parquetPieces, type TableSum } from "../tables/write.ts";
import { mergedRows, partTables, rowFile } from "./rows.ts";
import { runPart } from "./run-part.ts";
import { type PartState, type PartSums, type Shared, unpacked } from "./state.ts";

/** What all parts say together: their totals, added up one part after the other. */
function summed(shared: Shared, paths: Iterable<string>, stage: StageName): Map<TotalName, unknown> {
  const totals = totalsOfPlan(shared.head.options);
  const sums = new Map<TotalName, unknown>(shared.sums);
  const fresh = new Map<TotalName, unknown>();
  for (const path of paths) {
    const part = unpacked<PartSums>("sums", path);
    if (part.stage !== stage) throw new Error(`${path} is of the stage ${part.stage}, not ${stage}`);
    for (const [name, sum] of part.sums) {
      if (fresh.has(name)) totals[name].merge(fresh.get(name) as never, sum as never);
      else fresh.set(name, sum);
    }
  }
  for (const [name, sum] of fresh) sums.set(name, totals[name].condense?.(sum as never) ?? sum);
  return sums;
}

/** What follows from a stage of all parts, for the next one. */
export function joined(
  shared: Shared,
  paths: Iterable<string>,
  stage: StageName,
  next: StageName | null,
): Shared {
  const sums = summed(shared, paths, stage);
  const learned = sums.get("pool");
  if (stage !== "learn" || learned === undefined) return { ...shared, sums, next };
  const pool = totalsOfPlan(shared.head.options).pool.finish(learned as never)();
  // learned once: no part does it again
  sums.delete("pool");
  return { head: { ...shared.head, pool }, sums, next };
}

/**
 * What is said of all items, which follows from the totals wherever a part is planned once more, and the result folder of
 * all parts with their rows merged item by item.
 * @param stems paths of the parts without their ending
 */
export async function settled(
  shared: Shared,
  stems: readonly string[],
): Promise<{ readonly said: Plan; readonly contents: Map<string, Iterable<Uint8Array>> }> {
  const [first] = stems;
  const state = unpacked<PartState>("part", `${first}.part`);
  const { plan } = await runPart(shared, state, "settle");
  if (plan === undefined) throw new Error("the last stage made no plan");
  const { head } = shared;
  const said: Plan = {
    ...plan,
    issues: [...head.issues, ...head.found, ...plan.issues.filter(({ item }) => item === undefined)],
  };
  const whole = planTables(said);
  const contents = new Map<string, Iterable<Uint8Array>>();
  const sums = new Map<string, TableSum>();
  for (const name of tableNames) {
    const rows = rowsOf(name, stems, whole);
    contents.set(
      `${name}.parquet`,
      parquetPieces(name, rows, (sum) => sums.set(name, sum)),
    );
  }
  contents.set("kpis.json", [new TextEncoder().encode(`${kpisJson(said.kpis)}\n`)]);
  const pool: Pool | null = head.pool ?? null;
  const learned = pool === null ? null : new TextEncoder().encode(poolToJson(pool));
  if (learned !== null) contents.set("pool.json", [learned]);
  contents.set("run.json", runJson(said, sums, learned === null ? null : textSum(learned)));
  return { said, contents };
}

function* rowsOf(
  name: TableName,
  stems: readonly string[],
  whole: Record<TableName, Iterable<TableRow>>,
): Generator<TableRow> {
  if (!partTables.includes(name)) yield* whole[name];
  else {
    if (name === "issues") for (const row of whole.issues) if (row.item === undefined) yield row;
    yield* mergedRows(stems.map((stem) => rowFile(stem, name)));
  }
}
