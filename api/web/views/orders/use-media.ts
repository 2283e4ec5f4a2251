import { useEffect, useState } from "preact/hooks";

/** True while the window matches a media query. */
export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const media = window.matchMedia(query);
    const changed = (): void => setMatches(media.matches);
    media.addEventListener("change", changed);
    return () => media.removeEventListener("change", changed);
  }, [query]);
  return matches;
}

/** True where the suppliers have room beside the list; the style sheet knows the same widths. */
export const useHasRail = (): boolean => useMedia("screen and (min-width: 75rem)");

/** True where the item has room beside the list. */
export const useHasPane = (): boolean => useMedia("screen and (min-width: 60.01rem)");

/** True on a phone, where a line takes several rows and the tools are folded away. */
export const useIsNarrow = (): boolean => useMedia("screen and (max-width: 60rem)");

/** True on a small phone or a large one held upright, where a reason is said in few words. */
export const useIsPhone = (): boolean => useMedia("screen and (max-width: 30rem)");
