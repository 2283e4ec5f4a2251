import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { defined } from "../../../../src/index.ts";
import { DecisionDialog } from "../../decision/decision-dialog.tsx";
import type { AboutItem } from "../../decision/effect.tsx";
import { planStockOf } from "../../decision/outlook.ts";
import type { Session } from "../../session/session.ts";
import type { WorkLine } from "../../session/work-line.ts";
import { useStore } from "../../store.ts";

interface EffectDialogProps {
  readonly session: Session;
  readonly line: WorkLine;
  readonly action: "change" | "reject";
  readonly close: () => void;
  /** Keeps the line in sight once it is decided. */
  readonly keep: () => void;
}

/** The dialog that decides a line, with the item's forecast fetched for the effect of a quantity. */
export function EffectDialog({ session, line, action, close, keep }: EffectDialogProps): VNode {
  const [about, setAbout] = useState<AboutItem>();
  const plan = session.plans.get().shown;
  const suppliers = useStore(session.baskets);
  useEffect(() => {
    let isOpen = true;
    // The effect is an extra: without it the quantity can still be decided.
    if (plan !== undefined && action === "change")
      session.client.item(plan.id, line.item).then(
        (view) => isOpen && setAbout({ plan: planStockOf(plan, view), view }),
        () => isOpen && setAbout(undefined),
      );
    return () => {
      isOpen = false;
    };
  }, [line.item]);
  return (
    <DecisionDialog
      line={line}
      action={action}
      {...defined({ about })}
      nameOf={(supplier) => suppliers.get(supplier)?.name}
      save={(decision) => {
        keep();
        session.decide([decision]);
      }}
      close={close}
    />
  );
}
