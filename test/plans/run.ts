import { checkedConfig } from "../../api/run/config.ts";
import { runPlan } from "../../api/run/run-plan.ts";
import { threads } from "../../api/threads/threads.ts";
import { defined, type Issue, issuesCsv, type Plan, type PlanFiles, resultFiles } from "../../src/index.ts";
import { bytesSource } from "../../src/ingest/source.ts";

const encoder = new TextEncoder();

/** A file of rows as an English CSV. */
export const csv = (name: string, rows: readonly (readonly (string | number)[])[]) =>
  bytesSource(name, encoder.encode(`${rows.map((row) => row.join(",")).join("\n")}\n`));

/** A plan of these files, made in this thread; with `pool` null its items learn nothing from each other. */
export async function planOf(
  sources: PlanFiles,
  config: Record<string, unknown> = {},
  count = 1,
  pool?: null,
): Promise<Plan> {
  const workers = threads(count);
  const { options, map, answers } = checkedConfig(config);
  try {
    return (await runPlan(sources, { options, map, answers, ...defined({ pool }) }, workers)).plan;
  } finally {
    await workers.close();
  }
}

/** The same where it does not matter what items learn from each other: half the time. */
export const plainPlanOf = (sources: PlanFiles, config: Record<string, unknown> = {}): Promise<Plan> =>
  planOf(sources, config, 1, null);

/** The result files as text by name, for comparing. */
export const filesOf = (plan: Plan, lang: "de" | "en" = "en"): Record<string, string> =>
  Object.fromEntries(
    [...resultFiles(plan, lang)].map(([name, bytes]) => [name, Buffer.from(bytes).toString("latin1")]),
  );

export const issueText = (issues: readonly Issue[]) => [...issuesCsv(issues, "en")].join("");
