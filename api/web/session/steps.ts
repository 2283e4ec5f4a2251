import { createStore, type Store } from "../store.ts";
import type { TextStorage } from "./pending.ts";

/** So many steps can be taken back. */
const mostSteps = 100;

/** Steps that can be taken back, the last one first. */
interface Steps<T> {
  readonly count: Store<number>;
  add(step: T): void;
  /** Turns to the steps of a plan: those that were kept of it. */
  open(plan: string): void;
  /** Takes a step away, the last one if none is named; undefined where it is gone already. */
  take(step?: T): T | undefined;
}

const key = "bedarf.undo";

/** What was kept of a plan; nothing where that is another plan or damaged. */
function kept<T>(storage: TextStorage, plan: string): T[] {
  try {
    const found = JSON.parse(storage.getItem(key) ?? "{}") as { plan?: string; steps?: T[] };
    return found.plan === plan && Array.isArray(found.steps) ? found.steps : [];
  } catch {
    return [];
  }
}

/** Steps on one plan at a time, kept in the browser: a reload loses none. */
export function createSteps<T>(storage: TextStorage): Steps<T> {
  const count = createStore(0);
  let plan = "";
  let steps: T[] = [];
  const set = (next: T[]): void => {
    steps = next.slice(-mostSteps);
    storage.setItem(key, JSON.stringify({ plan, steps }));
    count.set(steps.length);
  };
  return {
    count,
    add: (step) => set([...steps, step]),
    open(next) {
      plan = next;
      set(kept(storage, plan));
    },
    take(step = steps.at(-1)) {
      if (step === undefined || !steps.includes(step)) return undefined;
      set(steps.filter((one) => one !== step));
      return step;
    },
  };
}
