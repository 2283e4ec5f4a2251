import type { VNode } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { money, say, whole } from "../../language.ts";
import type { Session } from "../../session/session.ts";
import { useStore } from "../../store.ts";
import { ordersWords } from "../../words/orders.ts";
import { type RailRow, railRows } from "./rail.ts";
import type { WorkList } from "./use-work-list.ts";

interface SupplierRailProps {
  readonly session: Session;
  readonly list: WorkList;
  /** The supplier of the current line. */
  readonly here: string;
}

/** The suppliers beside the list, each with its lines, what it is worth and whether that reaches its minimum. */
export function SupplierRail({ session, list, here }: SupplierRailProps): VNode {
  const { late, chosen, choose } = list;
  const baskets = useStore(session.baskets);
  const rows = useMemo(() => railRows(late.own, late.chosen, baskets), [late, baskets]);
  const lines = rows.reduce((sum, row) => sum + row.lines, 0);
  return (
    <nav class="rail" aria-label={ordersWords.rail}>
      <button
        type="button"
        class="rail-row"
        aria-pressed={chosen.supplier === ""}
        onClick={() => choose({ supplier: "" })}
      >
        <strong class="rail-name">{ordersWords.allSuppliers}</strong>
        <span class="rail-more">{say(ordersWords.lines, { count: whole(lines) })}</span>
      </button>
      {rows.map((row) => {
        const key = row.supplier === "" ? "-" : row.supplier;
        return (
          <SupplierButton
            key={key}
            row={row}
            isChosen={chosen.supplier === key}
            isHere={row.supplier === here}
            choose={() => choose({ supplier: chosen.supplier === key ? "" : key })}
          />
        );
      })}
    </nav>
  );
}

interface SupplierButtonProps {
  readonly row: RailRow;
  readonly isChosen: boolean;
  /** The current line is one of the supplier's. */
  readonly isHere: boolean;
  readonly choose: () => void;
}

function SupplierButton({ row, isChosen, isHere, choose }: SupplierButtonProps): VNode {
  const { supplier, name, lines, decided, sums, isEnough } = row;
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isHere) ref.current?.scrollIntoView({ block: "nearest" });
  }, [isHere]);
  const titled = supplier === "" ? ordersWords.noSupplier : name;
  const isDone = decided === lines;
  const worth = sums.map(([currency, sum]) => money(sum, currency, 0)).join(" + ");
  const progress = say(ordersWords.progress, { decided: whole(decided), lines: whole(lines) });
  return (
    <button
      ref={ref}
      type="button"
      class={`rail-row${isHere ? " here" : ""}${isDone ? " done" : ""}`}
      aria-pressed={isChosen}
      onClick={choose}
    >
      <span class="rail-name" title={titled}>
        {titled}
      </span>
      <span class="rail-more">
        {worth}
        <span class="rail-count" title={progress}>
          <span class="sr">{progress}</span>
          <span aria-hidden="true">{isDone ? "✓" : `${whole(decided)}/${whole(lines)}`}</span>
        </span>
        {isEnough !== undefined && (
          <span class={isEnough ? "enough" : "short"}>
            {isEnough ? ordersWords.minimumReached : ordersWords.minimumMissed}
          </span>
        )}
      </span>
    </button>
  );
}
