import { createStore } from "../store.ts";

/** So many steps can be taken back. */
const mostSteps = 100;

/** Steps that can be taken back, the last one first. */
export function createSteps<T>() {
  const count = createStore(0);
  let steps: T[] = [];
  const set = (next: T[]): void => {
    steps = next.slice(-mostSteps);
    count.set(steps.length);
  };
  return {
    count,
    add: (step: T): void => set([...steps, step]),
    clear: (): void => set([]),
    take(): T | undefined {
      const last = steps.at(-1);
      set(steps.slice(0, -1));
      return last;
    },
  };
}
