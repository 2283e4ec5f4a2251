import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { settingsWords } from "../../words/settings.ts";

/** True where both have the same headings in the same order. */
const isSame = (a: readonly HTMLElement[], b: readonly HTMLElement[]): boolean =>
  a.length === b.length && a.every((head, k) => head === b[k]);

function goTo(head: HTMLElement): void {
  head.scrollIntoView();
  head.tabIndex = -1;
  head.focus({ preventScroll: true });
}

/** The sections of the view beside this, in their order, as they come: a press goes to one. */
export function Sections(): VNode {
  const place = useRef<HTMLElement>(null);
  const [heads, setHeads] = useState<readonly HTMLElement[]>([]);
  useEffect(() => {
    const view = place.current?.parentElement;
    if (!view) return;
    const read = (): void => {
      const found = [...view.querySelectorAll<HTMLElement>(".card h2")];
      setHeads((before) => (isSame(before, found) ? before : found));
    };
    read();
    const watcher = new MutationObserver(read);
    watcher.observe(view, { childList: true, subtree: true });
    return () => watcher.disconnect();
  }, []);
  return (
    <nav class="row sections no-print" aria-label={settingsWords.sections} ref={place}>
      {heads.map((head) => (
        <button type="button" class="link" key={head.textContent} onClick={() => goTo(head)}>
          {head.textContent}
        </button>
      ))}
    </nav>
  );
}
