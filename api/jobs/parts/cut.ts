import {
  cutPlan,
  type Guard,
  type ListRow,
  type PlanInput,
  type PlanOptions,
  type StageName,
  stagesOf,
  type Volumes,
} from "../../../src/index.ts";
import { writeFolder } from "../../run/files.ts";
import { type PartState, packed, type Shared } from "../../stages/state.ts";

/** A plan that was cut into parts, which others work on. */
export interface Cut {
  readonly state: "cut";
  /** The stages that every part goes through. */
  readonly stages: readonly StageName[];
  readonly count: number;
}

/** What is known of a whole plan when it is cut and said when it ends. */
export interface SaidAtCut {
  readonly volumes: Volumes;
  readonly forced: readonly Guard[];
  /** Rows of the list of suppliers. */
  readonly named: readonly ListRow[];
}

export const saidName = "said.json";

/** @example nameOfPart(7) // "00007" */
export const nameOfPart = (part: number): string => String(part).padStart(5, "0");

/** Cuts what a plan is made from into parts of about so many items, which lie in `folder` with what all of them know. */
export function cutInto(
  folder: string,
  input: PlanInput,
  options: PlanOptions,
  { items, ...said }: SaidAtCut & { readonly items: number },
): Cut {
  const count = Math.max(1, Math.ceil((input.made?.demand.items.length ?? 0) / items));
  const { head, parts } = cutPlan(input, options, count);
  const stages = stagesOf(options);
  const shared: Shared = { head, sums: new Map(), next: stages[0] ?? null };
  writeFolder(
    folder,
    new Map([
      ["shared", packed("shared", shared)],
      [saidName, Buffer.from(JSON.stringify(said satisfies SaidAtCut))],
    ]),
  );
  for (const [k, part] of parts.entries()) {
    const state: PartState = { part };
    writeFolder(folder, new Map([[`${nameOfPart(k)}.part`, packed("part", state)]]));
  }
  return { state: "cut", stages, count };
}
