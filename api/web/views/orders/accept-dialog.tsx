import type { VNode } from "preact";
import { money, say, t, whole } from "../../language.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { orderedAmount, sumByCurrency, type WorkLine } from "../../session/work-line.ts";

interface AcceptDialogProps {
  readonly lines: readonly WorkLine[];
  readonly accept: (lines: readonly WorkLine[]) => void;
  readonly close: () => void;
}

/** Asks before many lines are accepted in one step: how many, of how many suppliers, and for how much. */
export function AcceptDialog({ lines, accept, close }: AcceptDialogProps): VNode {
  const suppliers = new Set(lines.map(({ supplier }) => supplier ?? "")).size;
  const sums = sumByCurrency(lines, orderedAmount).map(([currency, sum]) =>
    money(sum, currency || undefined),
  );
  const values = { count: whole(lines.length), suppliers: whole(suppliers), sum: sums.join(" + ") || "–" };
  return (
    <Dialog title={say(t.orders.acceptMany, values)} close={close}>
      <p>{say(t.orders.acceptManyText, values)}</p>
      <div class="actions">
        <button
          type="button"
          class="main"
          data-focus
          onClick={() => {
            close();
            accept(lines);
          }}
        >
          {t.decisions.accept}
        </button>
        <button type="button" onClick={close}>
          {t.decisions.cancel}
        </button>
      </div>
    </Dialog>
  );
}
