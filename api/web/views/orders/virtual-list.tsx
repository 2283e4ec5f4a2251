import type { ComponentChildren, RefObject, VNode } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { useMedia } from "./use-media.ts";

/** First position whose end lies beyond `at`, in ends that ascend. @example firstBeyond([10, 30], 10) // 1 */
export function firstBeyond(ends: ArrayLike<number>, at: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle] > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where each entry ends, in pixels from the top of the first. */
function endsOf<T>(entries: readonly T[], height: (entry: T) => number, unit: number): Float64Array {
  const ends = new Float64Array(entries.length);
  let at = 0;
  for (const [k, entry] of entries.entries()) {
    at += height(entry) * unit;
    ends[k] = at;
  }
  return ends;
}

type Box = RefObject<HTMLDivElement | null>;

/** What is drawn beyond the window above and below, and the steps in which that moves, in pixels. */
const [spare, step] = [200, 100];

/** The part of a box that lies in the window, in pixels from its top, with something to spare. */
function useInSight(box: Box): { readonly from: number; readonly to: number } {
  const [view, setView] = useState({ from: 0, to: 1200 });
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const top = box.current?.getBoundingClientRect().top ?? 0;
      const from = Math.max(0, Math.floor((-top - spare) / step) * step);
      const to = Math.ceil((window.innerHeight - top + spare) / step) * step;
      setView((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    look();
    window.addEventListener("scroll", soon, { passive: true });
    window.addEventListener("resize", soon);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", soon);
      window.removeEventListener("resize", soon);
    };
  }, []);
  return view;
}

/** The head of the page and of the list cover so much of the window, in rem. */
const headHeight = 5.2;

/** Scrolls as far as it takes to see the active entry between the heads and what was just said. */
function useFollowed(box: Box, ends: Float64Array, active: number, unit: number): void {
  useLayoutEffect(() => {
    if (active < 0 || active >= ends.length || box.current === null) return;
    const at = box.current.getBoundingClientRect().top;
    const [top, bottom] = [at + (active === 0 ? 0 : ends[active - 1]), at + ends[active]];
    const head = headHeight * unit;
    const notices = document.querySelector<HTMLElement>(".notices")?.offsetHeight ?? 0;
    const foot = window.innerHeight - unit - notices;
    if (top < head) window.scrollBy(0, top - head);
    else if (bottom > foot) window.scrollBy(0, bottom - foot);
  }, [active]);
}

interface VirtualListProps<T> {
  readonly entries: readonly T[];
  readonly keyOf: (entry: T) => string;
  /** Height of an entry, in rem; the same function as long as no height changes. */
  readonly height: (entry: T) => number;
  readonly draw: (entry: T, index: number) => ComponentChildren;
  /** The entry that must be in sight; -1 for none. */
  readonly active: number;
}

const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** Draws only the entries in sight of the window, at their places in a box as high as all of them. */
export function VirtualList<T>({ entries, keyOf, height, draw, active }: VirtualListProps<T>): VNode {
  const box = useRef<HTMLDivElement>(null);
  const unit = rem();
  const ends = useMemo(() => endsOf(entries, height, unit), [entries, height, unit]);
  const { from, to } = useInSight(box);
  useFollowed(box, ends, active, unit);
  // paper has no window: everything is drawn, one below the other
  const isPaper = useMedia("print");
  const first = isPaper ? 0 : firstBeyond(ends, from);
  const last = isPaper ? entries.length : Math.min(entries.length, firstBeyond(ends, to) + 1);
  return (
    <div ref={box} class="virtual" role="rowgroup" style={isPaper ? {} : { height: `${ends.at(-1) ?? 0}px` }}>
      {entries.slice(first, last).map((entry, k) => {
        const index = first + k;
        const top = index === 0 ? 0 : ends[index - 1];
        return (
          <div
            key={keyOf(entry)}
            class="slot"
            role="presentation"
            style={isPaper ? {} : { top: `${top}px`, height: `${ends[index] - top}px` }}
          >
            {draw(entry, index)}
          </div>
        );
      })}
    </div>
  );
}
