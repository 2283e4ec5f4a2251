import type { ComponentChildren, VNode } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";

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

export interface VirtualListProps<T> {
  readonly entries: readonly T[];
  readonly keyOf: (entry: T) => string;
  /** Height of an entry, in rem. */
  readonly height: (entry: T) => number;
  readonly draw: (entry: T, index: number) => ComponentChildren;
  /** The entry that must be in sight; -1 for none. */
  readonly active: number;
}

const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
const spare = 400;

/** Draws only the entries in sight of the window, at their places in a box as high as all of them. */
export function VirtualList<T>({ entries, keyOf, height, draw, active }: VirtualListProps<T>): VNode {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ from: 0, to: 1200 });
  const unit = rem();
  const ends = useMemo(() => {
    const places = new Float64Array(entries.length);
    let at = 0;
    for (const [k, entry] of entries.entries()) {
      at += height(entry) * unit;
      places[k] = at;
    }
    return places;
  }, [entries, height, unit]);

  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const top = box.current?.getBoundingClientRect().top ?? 0;
      const from = Math.max(0, Math.floor((-top - spare) / 200) * 200);
      const to = Math.ceil((window.innerHeight - top + spare) / 200) * 200;
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

  useLayoutEffect(() => {
    if (active < 0 || active >= entries.length || box.current === null) return;
    const top = box.current.getBoundingClientRect().top + (active === 0 ? 0 : (ends[active - 1] ?? 0));
    const bottom = box.current.getBoundingClientRect().top + (ends[active] ?? 0);
    const head = 9 * unit;
    if (top < head) window.scrollBy(0, top - head);
    else if (bottom > window.innerHeight - unit) window.scrollBy(0, bottom - window.innerHeight + unit);
  }, [active]);

  const first = firstBeyond(ends, view.from);
  const last = Math.min(entries.length, firstBeyond(ends, view.to) + 1);
  const total = ends.at(-1) ?? 0;
  return (
    <div ref={box} class="virtual" role="rowgroup" style={{ height: `${total}px` }}>
      {entries.slice(first, last).map((entry, k) => {
        const index = first + k;
        const top = index === 0 ? 0 : (ends[index - 1] ?? 0);
        return (
          <div
            key={keyOf(entry)}
            class="slot"
            role="presentation"
            style={{ top: `${top}px`, height: `${(ends[index] ?? top) - top}px` }}
          >
            {draw(entry, index)}
          </div>
        );
      })}
    </div>
  );
}
