import { useEffect, useState } from "preact/hooks";
import { planStockOf } from "../../decision/outlook.ts";
import type { Session } from "../../session/session.ts";
import type { ItemWhole } from "../../shapes.ts";
import { useStore } from "../../store.ts";

const key = "bedarf.pane";

/** Whether the reader wants the item beside the list; kept in the browser. */
export function usePane(): readonly [boolean, (isOpen: boolean) => void] {
  const [isOpen, set] = useState(() => localStorage.getItem(key) !== "closed");
  const change = (next: boolean): void => {
    localStorage.setItem(key, next ? "open" : "closed");
    set(next);
  };
  return [isOpen, change];
}

/** The pane follows the list so much later: a key that goes on draws the line, not the pane. */
const followMs = 60;

/** The item that the pane shows: the current one, a moment after keys have stopped. */
export function useFollowed(item: string): string {
  const [shown, show] = useState(item);
  useEffect(() => {
    if (shown === "") return show(item);
    const timer = setTimeout(() => show(item), followMs);
    return () => clearTimeout(timer);
  }, [item]);
  return shown === "" ? item : shown;
}

/** An item is fetched once the list rests on it so long: going through the lines by key asks for none of them. */
const restMs = 120;

/** The item with its forecast, once the list rests on it; undefined until it is here. */
export function useRestedItem(session: Session, item: string) {
  const plan = useStore(session.plans).shown;
  const [view, setView] = useState<ItemWhole>();
  useEffect(() => {
    if (plan === undefined || item === "") return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      // what stands beside the decision is an extra: without it the line can still be decided
      session.client.item(plan.id, item).then(
        (found) => isCurrent && setView(found),
        () => isCurrent && setView(undefined),
      );
    }, restMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [plan?.id, item]);
  if (plan === undefined || view === undefined || view.item !== item) return undefined;
  return { plan: planStockOf(plan, view), view };
}
