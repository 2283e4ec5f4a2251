import type { VNode } from "preact";
import { number, say } from "../../../language.ts";
import type { Move } from "../../../session/last-run.ts";
import { orderedQuantity, type WorkLine } from "../../../session/work-line.ts";
import { ordersWords } from "../../../words/orders.ts";

const moveMarks = { new: "✶", more: "↑", less: "↓", gone: "" } as const;

/** A mark at a line that is new or moved since the run before. */
export const MoveMark = ({ of: { kind, by } }: { readonly of: Move }): VNode => (
  <span class="move-mark" title={say(ordersWords.moves[kind], { by: number(Math.abs(by)) })}>
    <span aria-hidden="true">{moveMarks[kind]}</span>
    <span class="sr">{say(ordersWords.moves[kind], { by: number(Math.abs(by)) })}</span>
  </span>
);

/** A longer number has no room for its unit beside it: that is said where the pointer rests, the number is never cut. */
const mostBesideUnit = 9;

interface QuantityProps {
  readonly line: WorkLine;
  /** Begins to change it in place. */
  readonly edit: () => void;
}

/** What is ordered; what that is in the supplier's unit and what min/max would order, where the pointer rests. */
export function Quantity({ line, edit }: QuantityProps): VNode {
  const { unit = "", purchaseQuantity, purchaseUnit, decided, quantity, asIs } = line;
  const ordered = orderedQuantity(line);
  const isOther = decided?.action === "change" && ordered !== quantity;
  const packs =
    purchaseQuantity === undefined || purchaseUnit === undefined || isOther
      ? ""
      : `${number(purchaseQuantity)} ${purchaseUnit} · `;
  const below =
    asIs === undefined
      ? packs
      : `${packs}${say(ordersWords.minMaxLine, { quantity: number(asIs.quantity) })}`;
  const said = number(ordered);
  const whole = `${said}\u00a0${unit}`;
  return (
    <span title={[whole, below].filter((text) => text !== "").join(" · ")} onDblClick={edit}>
      {isOther && <s class="muted">{`${number(quantity)} `}</s>}
      <strong>{said.length > mostBesideUnit ? said : whole}</strong>
    </span>
  );
}
