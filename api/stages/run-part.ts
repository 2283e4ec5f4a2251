import {
  type Adder,
  type Candidates,
  detectItem,
  type Forecast,
  forecastItem,
  type Plan,
  partInput,
  plan,
  type StageName,
  type Total,
  type TotalName,
  totalOf,
  totalsOfStage,
  type Workers,
} from "../../src/index.ts";
import { pack, unpack } from "../threads/packing.ts";
import type { PartState, Shared } from "./state.ts";

/** A part has come to the end of its stage. */
class StageReached extends Error {}

/** What a part made of a stage. */
interface PartMade {
  readonly state: PartState;
  /** What it adds to the totals of the stage. */
  readonly sums: ReadonlyMap<TotalName, unknown>;
  /** The plan of the part, where the stage is the last one. */
  readonly plan?: Plan;
}

/**
 * Totals of a part: what all parts say where that is known; else what this part says is written down, for the stage
 * that it works on.
 */
function adderOf({ sums }: Shared, stage: StageName, own: Map<TotalName, unknown>): Adder {
  return {
    addUp<Item, Sum, Whole>(name: TotalName, total: Total<Item, Sum, Whole>, items: Iterable<Item>): Whole {
      if (sums.has(name)) return total.finish(sums.get(name) as Sum);
      if (!totalsOfStage[stage].includes(name))
        throw new Error(`the total ${name} is asked for in the stage ${stage}, which does not make it`);
      const all = [...items];
      const merged = total.empty();
      const sum = total.empty();
      for (const item of all) total.add(sum, item);
      // merged once, so that it holds sums and nothing of what they were made of
      total.merge(merged, sum);
      own.set(name, merged);
      return totalOf(total, all);
    },
    reached(at) {
      if (at === stage && at !== "settle") throw new StageReached();
    },
  };
}

/** Heavy work of a part: done once, remembered for the stages to come. */
function rememberedWork(state: PartState): { workers: Workers; remembered: () => PartState } {
  let { found, forecasts } = state;
  const workers: Workers = {
    async detectAll(inputs): Promise<Candidates[]> {
      found ??= inputs.map(detectItem);
      return [...found];
    },
    async forecastAll(panel, options): Promise<Forecast[]> {
      forecasts ??= pack(panel.map((series) => forecastItem(series, options)));
      return unpack(forecasts);
    },
  };
  const remembered = (): PartState => ({
    part: state.part,
    ...(found === undefined ? {} : { found }),
    ...(forecasts === undefined ? {} : { forecasts }),
  });
  return { workers, remembered };
}

/** Takes a part to the end of a stage: a pure function of the part and of what all parts know. */
export async function runPart(shared: Shared, state: PartState, stage: StageName): Promise<PartMade> {
  const { head } = shared;
  const sums = new Map<TotalName, unknown>();
  const { workers, remembered } = rememberedWork(state);
  try {
    const made = await plan(partInput(head, state.part), head.options, workers, adderOf(shared, stage, sums));
    return { state: remembered(), sums, plan: made.plan };
  } catch (error) {
    if (error instanceof StageReached) return { state: remembered(), sums };
    throw error;
  }
}
