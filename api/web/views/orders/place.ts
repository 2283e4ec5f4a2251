import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

/** Where the reader was in a list: the line, and how far the window was scrolled. */
interface Place {
  readonly list: string;
  readonly item: string;
  readonly top: number;
}

const key = "bedarf.place";

/** The place in a list as it was left last in this tab; undefined where that was another list. */
export function placeIn(list: string): Place | undefined {
  try {
    const found = JSON.parse(sessionStorage.getItem(key) ?? "{}") as Partial<Place>;
    const { item = "", top = 0 } = found;
    return found.list === list ? { list, item, top } : undefined;
  } catch {
    return undefined;
  }
}

/** Goes back to where the list was left, or into it from another view, and notes where it is left this time: by another view or by a reload. */
export function useKeptPlace(list: string, item: string, isHere: boolean): void {
  const now = useRef({ list, item });
  now.current = { list, item };
  useLayoutEffect(() => {
    const keep = (): void => {
      const place: Place = { ...now.current, top: window.scrollY };
      sessionStorage.setItem(key, JSON.stringify(place));
    };
    window.addEventListener("pagehide", keep);
    return () => {
      window.removeEventListener("pagehide", keep);
      keep();
    };
  }, []);
  useEffect(() => {
    if (!isHere) return;
    const place = placeIn(list);
    // who came from another view goes on in the list; who opens the page begins at its top
    if (place === undefined && document.activeElement?.id !== "main") return;
    if (place !== undefined && place.top > 0) window.scrollTo(0, place.top);
    document.querySelector<HTMLElement>(".grid")?.focus({ preventScroll: true });
  }, [isHere]);
}
