import { flushCompileCache } from "node:module";
import type { ByteSource, FileKind } from "../../src/index.ts";
import { fileSource } from "../run/files.ts";
import { withAnswers } from "../run/sources.ts";
import { type PackedError, packError } from "../threads/errors.ts";
import { examine, preview } from "./examine.ts";
import { type ListSpec, runListJob } from "./list-job.ts";
import { type FinishSpec, runFinishJob, runStageJob, type StageSpec } from "./parts/stage-job.ts";
import { type PlanSpec, runPlanJob } from "./plan-job.ts";
import { type ReplaySpec, runReplayJob } from "./replay-job.ts";

/** A file by its blob, under the name it was sent with. */
interface NamedPath {
  readonly path: string;
  readonly name: string;
}

/** What the server asks of a process of its own. */
export type Task =
  | { readonly task: "plan"; readonly spec: PlanSpec }
  | { readonly task: "stage"; readonly spec: StageSpec }
  | { readonly task: "finish"; readonly spec: FinishSpec }
  | { readonly task: "replay"; readonly spec: ReplaySpec }
  | { readonly task: "list"; readonly spec: ListSpec }
  | {
      readonly task: "examine";
      readonly kind: FileKind;
      readonly file: NamedPath;
      readonly size: number;
      readonly mode: "full" | "delta";
      readonly answers: Readonly<Record<string, string>>;
      readonly current: readonly NamedPath[];
      readonly compare: boolean;
    }
  | {
      readonly task: "preview";
      readonly kind?: FileKind;
      readonly file: NamedPath;
      readonly answers: Readonly<Record<string, string>>;
    };

/** What the results of a plan were asked for by {@link Message}: their folder. */
export interface Brought {
  readonly brought: string;
}

/** What it answers: progress and plans whose results it needs in between, then a value or an error. */
export type Message =
  | { readonly progress: number; readonly step: string }
  | { readonly needs: string }
  | { readonly value: unknown }
  | { readonly error: PackedError };

const named = ({ path, name }: NamedPath): ByteSource => ({ ...fileSource(path), name });

const say = (message: Message): void => {
  process.send?.(message);
};

const waiting: ((folder: string) => void)[] = [];

/** Asks for the results of a finished plan; they come in the order of the questions. */
const bring = (planId: string): Promise<string> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    say({ needs: planId });
  });

/** Who hears an answer may end this process at once: what was compiled for it is kept for the next one before. */
function reply(message: Message): void {
  flushCompileCache();
  say(message);
}

async function answer(task: Task): Promise<unknown> {
  if (task.task === "plan")
    return runPlanJob(task.spec, { progress: (progress, step) => say({ progress, step }), bring });
  if (task.task === "stage") return runStageJob(task.spec);
  if (task.task === "finish") return runFinishJob(task.spec);
  if (task.task === "replay") return runReplayJob(task.spec, (progress, step) => say({ progress, step }));
  if (task.task === "list") return runListJob(task.spec);
  const opened = (file: NamedPath) => withAnswers(named(file), task.answers);
  if (task.task === "preview") return preview(opened(task.file), task.answers, task.kind);
  return examine(task.kind, opened(task.file), { ...task, current: task.current.map(opened) });
}

process.on("message", (message: Task | Brought) => {
  if ("brought" in message) {
    waiting.shift()?.(message.brought);
    return;
  }
  answer(message).then(
    (value) => reply({ value: value ?? null }),
    (error: unknown) => reply({ error: packError(error) }),
  );
});
// The server is gone: nobody waits for an answer any more.
process.on("disconnect", () => process.exit(0));
