/** An element and what stands around it that takes the focus, from the inside out. */
export function focusChain(from: Element | null): readonly HTMLElement[] {
  const chain: HTMLElement[] = [];
  for (let at = from; at instanceof HTMLElement && at !== document.body; at = at.parentElement)
    if (at === from || at.hasAttribute("tabindex")) chain.push(at);
  return chain;
}

/** True for what lost the focus without anybody having gone elsewhere. */
export const isGone = (one: HTMLElement): boolean => !one.isConnected || one.matches(":disabled");

/** Gives the focus to the first of a chain that is still there; else to the list, or the view. */
export function focusAgain(chain: readonly HTMLElement[]): void {
  const next =
    chain.find((one) => !isGone(one)) ??
    document.querySelector<HTMLElement>("[role=grid]") ??
    document.getElementById("main");
  next?.focus({ preventScroll: true });
}
