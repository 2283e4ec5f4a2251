/** The page looks at the server at least so often while somebody sees it. */
const lookMs = 60_000;

/** Not twice within so long: a window that gets the focus often asks no more than this. */
const leastMs = 5_000;

/** What of a window tells that somebody looks at the page, or that the network is back. */
type Looked = Pick<Window, "addEventListener" | "setInterval"> & {
  readonly document: Pick<Document, "hidden">;
};

/**
 * Looks at the server once a minute, when the window is looked at again, and when the network is back; while nobody sees
 * the page only where the reader wants to be told even then.
 */
export function keepUp(
  window: Looked,
  look: () => unknown,
  now: () => number = Date.now,
  isWanted: () => boolean = () => false,
): void {
  let last = now();
  const due = (pause: number): void => {
    if ((window.document.hidden && !isWanted()) || now() - last < pause) return;
    last = now();
    void look();
  };
  window.setInterval(() => due(lookMs - leastMs), lookMs);
  window.addEventListener("focus", () => due(leastMs));
  window.addEventListener("online", () => due(0));
}
