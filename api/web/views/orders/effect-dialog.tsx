import type { VNode } from "preact";
import { defined } from "../../../../src/index.ts";
import { DecisionDialog } from "../../decision/decision-dialog.tsx";
import { raisingOf } from "../../decision/raise-maximum.tsx";
import { useAboutItem } from "../../decision/use-about-item.ts";
import type { Session } from "../../session/session.ts";
import type { WorkLine } from "../../session/work-line.ts";
import { useStore } from "../../store.ts";

interface EffectDialogProps {
  readonly session: Session;
  readonly line: WorkLine;
  readonly action: "change" | "reject";
  /** What was typed in the list, where that is what is asked about. */
  readonly typedText?: string | undefined;
  readonly close: () => void;
  /** Keeps the line in sight once it is decided. */
  readonly keep: () => void;
}

/** The dialog that decides a line, with the item's forecast fetched for the effect of a quantity. */
export function EffectDialog({ session, line, action, typedText, close, keep }: EffectDialogProps): VNode {
  const about = useAboutItem(session, line.item, action === "change");
  const suppliers = useStore(session.supplierNames);
  return (
    <DecisionDialog
      line={line}
      action={action}
      {...defined({ about, typedText })}
      nameOf={(supplier) => suppliers.get(supplier)}
      save={(decision) => {
        keep();
        session.decide([decision]);
      }}
      raise={raisingOf(session, line.item)}
      close={close}
    />
  );
}
