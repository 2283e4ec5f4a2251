import { useEffect } from "preact/hooks";
import { focusAgain, focusChain, isGone } from "../parts/focus.ts";

/**
 * Keys and readers go on where they were when the element with the focus is taken away (a line that was decided has no
 * button to accept it any more): in what stands around it, never before the head of the page.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let chain: readonly HTMLElement[] = [];
    const focused = (event: FocusEvent): void => {
      chain = focusChain(event.target as Element);
    };
    // whoever presses elsewhere has left it
    const left = (): void => {
      chain = [];
    };
    const watcher = new MutationObserver(() => {
      const [first] = chain;
      if (first === undefined || !isGone(first)) return;
      if (document.activeElement === document.body) focusAgain(chain);
      else if (document.activeElement === first) focusAgain(chain.slice(1));
    });
    document.addEventListener("focusin", focused);
    document.addEventListener("pointerdown", left, { capture: true });
    watcher.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["disabled"],
    });
    return () => {
      document.removeEventListener("focusin", focused);
      document.removeEventListener("pointerdown", left, { capture: true });
      watcher.disconnect();
    };
  }, []);
}
