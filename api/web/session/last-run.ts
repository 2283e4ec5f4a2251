import type { Client } from "../client/client.ts";
import type { PlanView } from "../shapes.ts";
import { createStore, type Store } from "../store.ts";
import type { WorkLine } from "./work-line.ts";

/** What the run before suggested. */
export interface LastRun {
  /** Quantity by item of the run before the shown one; undefined where there is none. */
  readonly lastRun: Store<ReadonlyMap<string, number> | undefined>;
  /** Fetches the run before a plan, in the background. */
  loadLastRun(shown: PlanView | undefined): Promise<void>;
}

/** How a line moved against the run before. */
export interface Move {
  readonly kind: "new" | "more" | "less" | "gone";
  readonly by: number;
}

/** How a line moved; undefined where it did not, or where nothing is known of the run before. */
export function moveOf(
  { item, quantity }: Pick<WorkLine, "item" | "quantity">,
  before: ReadonlyMap<string, number> | undefined,
): Move | undefined {
  if (before === undefined) return undefined;
  const was = before.get(item) ?? 0;
  if (was === quantity) return undefined;
  const by = quantity - was;
  if (was === 0) return { kind: "new", by };
  if (quantity === 0) return { kind: "gone", by };
  return { kind: by > 0 ? "more" : "less", by };
}

/** How many lines moved in each way. */
export function movesOf(
  lines: readonly Pick<WorkLine, "item" | "quantity">[],
  before: ReadonlyMap<string, number> | undefined,
): Readonly<Record<Move["kind"], number>> {
  const counts = { new: 0, more: 0, less: 0, gone: 0 };
  for (const line of lines) {
    const move = moveOf(line, before);
    if (move !== undefined) counts[move.kind]++;
  }
  return counts;
}

export function createLastRun(client: Client): LastRun {
  const lastRun = createStore<ReadonlyMap<string, number> | undefined>(undefined);
  let wanted = "";
  return {
    lastRun,
    async loadLastRun(shown) {
      if (shown === undefined || shown.id === wanted) return;
      wanted = shown.id;
      lastRun.set(undefined);
      try {
        const done = (await client.plans()).filter(({ state }) => state === "done");
        const before = done[done.findIndex(({ id }) => id === shown.id) + 1];
        if (before === undefined) return;
        const lines = await client.lines(before.id);
        if (wanted === shown.id) lastRun.set(new Map(lines.map(({ item, quantity }) => [item, quantity])));
      } catch {
        // a run past retention compares with nothing
      }
    },
  };
}
