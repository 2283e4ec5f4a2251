import { createHash } from "node:crypto";
import {
  by,
  defined,
  type IsoDate,
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
import { filesByKind, inputOf, withAnswers } from "./sources.ts";
import { besideFiles, type Standing } from "./standing.ts";
import { version } from "./version.ts";

export interface RunSettings {
  readonly options: PlanOptions;
  readonly map?: Readonly<Record<string, string>>;
  readonly answers?: Readonly<Record<string, string>>;
  /** The last run, or how to find it once as-of is known. */
  readonly previous?: (asOf: IsoDate) => RunRecord | undefined | Promise<RunRecord | undefined>;
  readonly pool?: Pool | null;
  /** What counts without a file. */
  readonly standing?: Standing;
  readonly progress?: (label: string, done: number, of: number) => void;
}

interface RunOutcome {
  readonly plan: Plan;
  readonly pool: Pool | null;
  readonly volumes: Volumes;
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
  const { input, volumes } = await planInput(files, settings);
  const made = await plan(input, settings.options, threads && workersOf(threads, settings.progress));
  return { ...made, volumes };
}

/** What a plan of these files is made from, and how much it is. */
export async function planInput(
  files: PlanFiles,
  settings: RunSettings,
): Promise<{ readonly input: PlanInput; readonly volumes: Volumes }> {
  const { options, map, answers, previous, pool, progress, standing } = settings;
  const { countedStates, key } = options;
  progress?.("orders", 0, 1);
  const opened = filesByKind((kind) => (files[kind] ?? []).map((file) => withAnswers(file, answers ?? {})));
  const found = readFiles(
    opened,
    { ...defined({ map, answers }), countedStates, byLocation: key === "item,location" },
    inputOf,
  );
  const { volumes, ...read } = standing === undefined ? found : besideFiles(found, standing);
  progress?.("orders", 1, 1);
  const input = {
    version,
    ...read,
    configHash: configHash(settings),
    ...defined({ answers, pool }),
  };
  if (previous === undefined) return { input, volumes };
  // which run is the last one follows from the demand
  const made = madeOf(input, options);
  const record = await previous(isoDate(made.demand.asOf));
  return { input: { ...input, made, previous: () => record }, volumes };
}
