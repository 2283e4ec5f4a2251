import { useEffect, useRef, useState } from "preact/hooks";

/** A value that views watch. */
export interface Store<T> {
  get(): T;
  set(next: T | ((before: T) => T)): void;
  watch(watcher: () => void): () => void;
}

/** A store that holds `first` until it is set. @example createStore(0).get() // 0 */
export function createStore<T>(first: T): Store<T> {
  let value = first;
  const watchers = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      value = typeof next === "function" ? (next as (before: T) => T)(value) : next;
      for (const watcher of [...watchers]) watcher();
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

/** The value of a store in a view, which is drawn again when it changes. */
export function useStore<T>(store: Store<T>): T {
  const [, redraw] = useState(0);
  useEffect(() => {
    redraw((n) => n + 1);
    return store.watch(() => redraw((n) => n + 1));
  }, [store]);
  return store.get();
}

/** What a view shows of something that is fetched. */
type Fetched<T> =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly error: Error }
  | { readonly state: "here"; readonly value: T };

/** What is fetched, and the way to fetch it again. */
export type Fetching<T> = Fetched<T> & { again(): void };

/** Fetches when a view opens and whenever `key` changes; an answer that comes too late is dropped. */
export function useFetched<T>(key: string, fetch: () => Promise<T>): Fetching<T> {
  const [round, setRound] = useState(0);
  const [found, setFound] = useState<Fetched<T> & { key?: string }>({ state: "loading" });
  useEffect(() => {
    let isCurrent = true;
    setFound((before) => (before.key === key ? before : { state: "loading" }));
    fetch().then(
      (value) => isCurrent && setFound({ state: "here", value, key }),
      (error: Error) => isCurrent && setFound({ state: "failed", error, key }),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, round]);
  return { ...found, again: () => setRound((n) => n + 1) };
}

/** What was fetched last, as long as that of another key is on its way: what stands beside it stays as it is. */
export function useKept<T>(found: Fetching<T>): Fetching<T> {
  const last = useRef(found);
  if (found.state !== "loading") last.current = found;
  return last.current;
}
