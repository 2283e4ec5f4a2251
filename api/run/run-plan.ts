import { createHash } from "node:crypto";
import {
  by,
  type Difference,
  defined,
  differencesSince,
  type IsoDate,
  type Issue,
  isoDate,
  madeOf,
  type Plan,
  type PlanFiles,
  type PlanInput,
  type PlanOptions,
  type Pool,
  plan,
  type RunRecord,
  readFiles,
  type Volumes,
} from "../../src/index.ts";
import type { Threads } from "../threads/threads.ts";
import { workersOf } from "../threads/workers.ts";
import { filesByKind, inputOf, replacedInputs, toRead, withAnswers } from "./sources.ts";
import { besideFiles, type Standing } from "./standing.ts";
import { version } from "./version.ts";

export interface RunSettings {
  readonly options: PlanOptions;
  readonly map?: Readonly<Record<string, string>>;
  readonly answers?: Readonly<Record<string, string>>;
  /** The last run, or how to find it once as-of is known. */
  readonly previous?: (asOf: IsoDate) => RunRecord | undefined | Promise<RunRecord | undefined>;
  /** The newest run, whatever its day, where it is not the one before: what the files then said is compared with it. */
  readonly newest?: () => Promise<RunRecord | undefined>;
  readonly pool?: Pool | null;
  /** What counts without a file. */
  readonly standing?: Standing;
  readonly progress?: (label: string, done: number, of: number) => void;
}

/** How much the files hold, and how their history differs from what the last run knew. */
interface Measured {
  readonly volumes: Volumes;
  readonly lastDay?: number;
  readonly differences: readonly Difference[];
}

interface RunOutcome extends Measured {
  readonly plan: Plan;
  readonly pool: Pool | null;
}

/** Hash of everything that shapes a plan besides its files. */
function configHash(settings: RunSettings): string {
  const { options, map, answers } = settings;
  const canonical = JSON.stringify({
    options: sorted(options),
    map: sorted(map ?? {}),
    answers: sorted(answers ?? {}),
  });
  return createHash("sha256").update(canonical).digest("hex").slice(0, 16);
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(by(([name]) => name));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/**
 * Reads the files of a run and plans them, on the calling thread where no others are given. A question that must be answered first is a
 * QuestionError.
 */
export async function runPlan(
  files: PlanFiles,
  settings: RunSettings,
  threads?: Threads,
): Promise<RunOutcome> {
  const { input, ...measured } = await planInput(files, settings);
  const made = await plan(input, settings.options, threads && workersOf(threads, settings.progress));
  return { ...made, ...measured };
}

/** A difference from the last run as an issue of the plan; guards of volumes are none. */
const asIssue = (difference: Difference): Issue => ({ severity: "warning", ...difference });

/** What a plan of these files is made from, and how much it is. */
export async function planInput(
  files: PlanFiles,
  settings: RunSettings,
): Promise<Measured & { readonly input: PlanInput }> {
  const { options, map, answers, previous, pool, progress, standing } = settings;
  const { countedStates, key } = options;
  progress?.("orders", 0, 1);
  const opened = filesByKind((kind) => (files[kind] ?? []).map((file) => withAnswers(file, answers ?? {})));
  const reading = { ...defined({ map, answers }), countedStates, byLocation: key === "item,location" };
  const now = readFiles(toRead(opened), reading, inputOf);
  const found = { ...now, inputs: [...now.inputs, ...replacedInputs(opened)] };
  const { volumes, lastDay, ...read } = standing === undefined ? found : besideFiles(found, standing);
  progress?.("orders", 1, 1);
  const input = {
    version,
    ...read,
    configHash: configHash(settings),
    ...defined({ answers, pool }),
  };
  const measured = { volumes, ...defined({ lastDay }) };
  if (previous === undefined) return { input, ...measured, differences: [] };
  // which run is the last one follows from the demand
  const made = madeOf(input, options);
  const record = await previous(isoDate(made.demand.asOf));
  const last = (await settings.newest?.()) ?? record;
  const differences = last === undefined ? [] : differencesSince(made.demand, last);
  const issues = [...input.issues, ...differences.map(asIssue)];
  return { input: { ...input, issues, made, previous: () => record }, ...measured, differences };
}
