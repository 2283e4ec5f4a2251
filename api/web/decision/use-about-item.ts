import { useEffect, useState } from "preact/hooks";
import type { Session } from "../session/session.ts";
import type { AboutItem } from "./effect.tsx";
import { planStockOf } from "./outlook.ts";

/** The item with its forecast, fetched for the effect of a quantity: an extra, without which it can still be decided. */
export function useAboutItem(session: Session, item: string, isWanted = true): AboutItem | undefined {
  const [about, setAbout] = useState<AboutItem>();
  const plan = session.plans.get().shown;
  useEffect(() => {
    let isOpen = true;
    if (plan !== undefined && isWanted)
      session.client.item(plan.id, item).then(
        (view) => isOpen && setAbout({ plan: planStockOf(plan, view), view }),
        () => isOpen && setAbout(undefined),
      );
    return () => {
      isOpen = false;
    };
  }, [item]);
  return about;
}
