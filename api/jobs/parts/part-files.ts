import { mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { StageName } from "../../../src/index.ts";
import { syncFolder } from "../../run/files.ts";
import { filesBelow } from "../../store/backup.ts";
import type { Store } from "../../store/index.ts";
import type { PlanRow } from "../../store/plans.ts";
import type { ClaimedPart, EndedPart } from "../../store/queue/parts.ts";
import { CrashError } from "../process.ts";
import { nameOfPart, saidName } from "./cut.ts";
import { type FinishSpec, partStem, type StageSpec, settledNames } from "./stage-job.ts";

/** What an attempt at a step made. */
type Attempt = Pick<EndedPart, "rank" | "part" | "fence">;

/** Where everything lies that the steps of a plan make for each other. */
export const partsFolder = (planId: string): string => `parts/${planId}`;

/** Each attempt has a place of its own: what a late one leaves there nobody reads. */
const placeOf = (planId: string, { rank, part, fence }: Attempt): string =>
  `${partsFolder(planId)}/${rank}/${nameOfPart(part)}.${fence}`;

/** Gives what an attempt has made to all processes; the name of its place. */
export async function givePart(
  store: Store,
  planId: string,
  attempt: Attempt,
  staging: string,
): Promise<string> {
  const name = placeOf(planId, attempt);
  const final = join(store.folder, name);
  mkdirSync(dirname(final), { recursive: true, mode: 0o700 });
  rmSync(final, { recursive: true, force: true });
  renameSync(staging, final);
  syncFolder(dirname(final));
  for (const file of filesBelow(final)) await store.files.keep(`${name}/${file}`);
  return name;
}

/** Files of steps that are done, brought to where this process reads them. */
async function brought(
  store: Store,
  plan: PlanRow,
  step: Attempt | undefined,
  files: readonly string[],
): Promise<string> {
  if (step === undefined) throw new Error(`a step before is not done: plan ${plan.id}`);
  const name = placeOf(plan.id, step);
  for (const file of files)
    if (!(await store.files.bring(`${name}/${file}`)))
      throw new CrashError("crash", `${name}/${file} is missing`);
  return join(store.folder, name);
}

const stepAt = (done: readonly EndedPart[], rank: number, part = 0) =>
  done.find((one) => one.rank === rank && one.part === part);

/** What all parts know when they come to the stage of this rank (of its parts). */
const sharedOf = async (
  store: Store,
  plan: PlanRow,
  done: readonly EndedPart[],
  rank: number,
): Promise<string> => join(await brought(store, plan, stepAt(done, rank - 1), ["shared"]), "shared");

/** Everything that the process of a step needs. */
export async function stageSpecOf(
  store: Store,
  plan: PlanRow,
  step: ClaimedPart,
  folder: string,
): Promise<StageSpec> {
  const done = await store.parts.ended(plan.seq);
  const stage = step.stage as StageName;
  const common = { stage, folder };
  if (step.kind === "part") {
    const isFirst = step.rank === 1;
    const before = isFirst ? stepAt(done, 0) : stepAt(done, step.rank - 2, step.part);
    const state = `${isFirst ? nameOfPart(step.part) : partStem}.part`;
    const from = await brought(store, plan, before, [state]);
    return { ...common, shared: await sharedOf(store, plan, done, step.rank), state: join(from, state) };
  }
  const parts = done.filter(({ rank }) => rank === step.rank - 1);
  const sums: string[] = [];
  for (const part of parts)
    sums.push(join(await brought(store, plan, part, [`${partStem}.sums`]), `${partStem}.sums`));
  const next = await store.parts.stageAt(plan.seq, step.rank + 1);
  return {
    ...common,
    next: next as StageName,
    shared: await sharedOf(store, plan, done, step.rank - 1),
    sums,
  };
}

/** Everything that the process needs that ends a plan whose parts are done. */
export async function finishSpecOf(
  store: Store,
  plan: PlanRow,
  done: readonly EndedPart[],
  folder: string,
): Promise<FinishSpec> {
  const last = Math.max(...done.map(({ rank }) => rank));
  const stems: string[] = [];
  for (const part of done.filter(({ rank }) => rank === last)) {
    stems.push(join(await brought(store, plan, part, settledNames), partStem));
  }
  const cut = await brought(store, plan, stepAt(done, 0), [saidName]);
  return { folder, shared: await sharedOf(store, plan, done, last), stems, said: join(cut, saidName) };
}
