import { type RunRecord, runItem, runParameter, runRecord } from "../../src/index.ts";
import { itemsOf } from "./items.ts";
import { jsonOf, tableRows } from "./read.ts";

/** Files of a result folder that its record is read from. */
export const recordNames: readonly string[] = [
  "run.json",
  "kpis.json",
  ...["items", "series", "forecasts", "signals", "suggestions", "parameters"].map(
    (name) => `${name}.parquet`,
  ),
];

/** What later runs need of a result folder, read from its tables: one item after the other, so that any size is read. */
export async function recordOfTables(folder: string): Promise<RunRecord> {
  const run = jsonOf(folder, "run.json");
  const head = runRecord({ ...Object(run), kpis: jsonOf(folder, "kpis.json"), items: [] });
  const parameters = new Map<string, NonNullable<ReturnType<typeof runParameter>>[1]>();
  for await (const row of tableRows(folder, "parameters", ["item", "basis", "basisOld", "reorderPointOld"])) {
    const parameter = runParameter(row);
    if (parameter !== undefined) parameters.set(...parameter);
  }
  const items: RunRecord["items"][number][] = [];
  for await (const item of itemsOf(folder, true))
    items.push(runItem(item, items.length, head.bucket, parameters));
  return { ...head, items };
}
