import { useMemo, useState } from "preact/hooks";
import type { WorkLine } from "../../session/work-line.ts";
import type { WorkList } from "./use-work-list.ts";

/** Lines that the reader picked, to decide on all of them in one step. */
export interface Picked {
  readonly items: ReadonlySet<string>;
  /** The picked lines that the list shows and on which nothing is decided yet. */
  readonly lines: readonly WorkLine[];
  /** Picks a line or lets it go; with `isRange` all lines from the one picked last. */
  toggle(item: string, isRange?: boolean): void;
  /** Picks the current line and goes on to the next or the one before, which is picked too. */
  extend(step: 1 | -1): void;
  clear(): void;
}

/** The items from one line of a list to another, both included, whichever stands first. @example between(["A", "B", "C"], "C", "B") // ["B", "C"] */
export function between(items: readonly string[], from: string, to: string): readonly string[] {
  const [a, b] = [items.indexOf(from), items.indexOf(to)];
  return a < 0 || b < 0 ? [to] : items.slice(Math.min(a, b), Math.max(a, b) + 1);
}

const none: ReadonlySet<string> = new Set();

export function usePicked({ entries, current }: Pick<WorkList, "entries" | "current">): Picked {
  const [picked, setPicked] = useState({ items: none, last: "" });
  const { items, last } = picked;
  const lines = useMemo(
    () =>
      items.size === 0
        ? []
        : entries.flatMap((entry) =>
            entry.kind === "line" && items.has(entry.line.item) && entry.line.decided === undefined
              ? [entry.line]
              : [],
          ),
    [items, entries],
  );
  const add = (more: readonly string[], at: string): void =>
    setPicked((before) => ({ items: new Set([...before.items, ...more]), last: at }));
  return {
    items,
    lines,
    toggle(item, isRange = false) {
      if (isRange && last !== "") {
        const listed = entries.flatMap((entry) => (entry.kind === "line" ? [entry.line.item] : []));
        return add(between(listed, last, item), item);
      }
      const next = new Set(items);
      if (!next.delete(item)) next.add(item);
      setPicked({ items: next, last: item });
    },
    extend(step) {
      const from = current.line();
      current.move(step);
      const to = current.line();
      add(
        [from?.item, to?.item].filter((item) => item !== undefined),
        to?.item ?? "",
      );
    },
    clear: () => setPicked({ items: none, last: "" }),
  };
}
