import type { NewDecision } from "../shapes.ts";
import { createStore, type Store } from "../store.ts";
import type { TextStorage } from "./pending.ts";

/** A decision on a plan that a newer one had replaced by then: it is put to the reader again. */
export interface StaleDecision extends NewDecision {
  /** The quantity that it stood for, where that is known. */
  readonly meant?: number;
}

/** Decisions that a newer plan overtook, kept until the reader settles each. */
export interface StaleDecisions {
  readonly stale: Store<readonly StaleDecision[]>;
  add(decision: StaleDecision): void;
  /** The reader decided anew or let it go. */
  settle(item: string): void;
}

const key = "bedarf.stale";

function kept(storage: TextStorage): readonly StaleDecision[] {
  try {
    const found: unknown = JSON.parse(storage.getItem(key) ?? "[]");
    return Array.isArray(found) ? (found as StaleDecision[]) : [];
  } catch {
    storage.removeItem(key);
    return [];
  }
}

/** They are kept in the browser: a reload loses none. */
export function createStaleDecisions(storage: TextStorage): StaleDecisions {
  const stale = createStore(kept(storage));
  const set = (next: readonly StaleDecision[]): void => {
    if (next.length === 0) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(next));
    stale.set(next);
  };
  const without = (item: string) => stale.get().filter((one) => one.item !== item);
  return {
    stale,
    add: (decision) => set([...without(decision.item), decision]),
    settle: (item) => set(without(item)),
  };
}
