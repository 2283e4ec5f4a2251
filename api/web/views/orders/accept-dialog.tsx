import type { VNode } from "preact";
import { money, say, whole } from "../../language.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { orderedAmount, sumByCurrency, type WorkLine } from "../../session/work-line.ts";
import { decisionsWords } from "../../words/decisions.ts";
import { ordersWords } from "../../words/orders.ts";

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
    <Dialog title={say(ordersWords.acceptMany, values)} close={close}>
      <p>{say(ordersWords.acceptManyText, values)}</p>
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
          {decisionsWords.accept}
        </button>
        <button type="button" onClick={close}>
          {decisionsWords.cancel}
        </button>
      </div>
    </Dialog>
  );
}
