import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "@hono/zod-openapi";
import { dayOf, type Fault, type Guard, type Volumes } from "../../src/index.ts";

/** done.json: what a pass made of a job. Written last; results beside it belong to `state: "done"` or to `last`. */
export interface Done {
  readonly state: "done" | "failed" | "held";
  /** Why a job failed or is held: one line in the language of the batch, and the same as a code with its values. */
  readonly reason?: string;
  readonly fault?: Fault;
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  readonly version: string;
  /** Hash of inputs and version: a finished job with the same hash is left as it is. */
  readonly hash: string;
  readonly asOf?: string;
  readonly volumes?: Volumes;
  /** Guards that `force` in the config overrode. */
  readonly forced?: readonly Guard[];
  /** Counts the finished runs of the job. */
  readonly sequence?: number;
  /** The last finished run, whose results are still valid. */
  readonly last?: FinishedRun;
}

export const doneName = "done.json";

/** What must hold of done.json before it is believed: whoever may write into the outbox can write anything there. */
const finished = z.looseObject({
  state: z.literal("done"),
  hash: z.string(),
  asOf: z.string().refine((text) => !Number.isNaN(dayOf(text))),
  volumes: z.record(z.string(), z.record(z.string(), z.number())).optional(),
  sequence: z.int().min(0).optional(),
});
const anyDone = z.union([
  finished,
  z.looseObject({ state: z.enum(["failed", "held"]), last: finished.optional() }),
]);

/** A finished run, with what is believed of it when it is read again. */
export type FinishedRun = z.infer<typeof finished>;
type BelievedDone = z.infer<typeof anyDone>;

/** done.json of a folder; null where there is none or it cannot be believed: the job then runs again. */
export function readDone(folder: string): BelievedDone | null {
  const path = join(folder, doneName);
  if (!existsSync(path)) return null;
  try {
    return anyDone.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

/** The last finished run that `done` speaks of. */
export const finishedRun = (done: BelievedDone | null): FinishedRun | null =>
  done === null ? null : done.state === "done" ? done : (done.last ?? null);

/** Hash of what a result depends on: file contents by name, and version. */
export function jobHash(
  inputs: readonly { file: string; sha256: string }[],
  version: string,
  lang: string,
): string {
  const text = JSON.stringify([inputs.map(({ file, sha256 }) => [file, sha256]), version, lang]);
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

export const doneBytes = (done: Done): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(done, null, 2)}\n`);
