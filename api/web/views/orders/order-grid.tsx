import type { VNode } from "preact";
import { useCallback, useMemo } from "preact/hooks";
import { moveOf } from "../../session/last-run.ts";
import type { Session } from "../../session/session.ts";
import { useStore } from "../../store.ts";
import { ordersWords } from "../../words/orders.ts";
import type { Asking, OrderActions } from "./actions.ts";
import { LineRow, lineHeight } from "./line-row.tsx";
import { columnsOf, type Look, lookClass } from "./look.tsx";
import { linesBySupplier } from "./rail.ts";
import { SupplierRow, supplierHeight } from "./supplier-row.tsx";
import { useIsNarrow, useIsPhone } from "./use-media.ts";
import type { Picked } from "./use-picked.ts";
import type { WorkList } from "./use-work-list.ts";
import { VirtualList } from "./virtual-list.tsx";
import type { Entry, Sort } from "./work-list.ts";

const keyOf = (entry: Entry): string =>
  entry.kind === "line" ? `l ${entry.line.item}` : `s ${entry.supplier}`;

const columns = ["item", "why", "quantity", "orderBy", "runsOut", "amount", "decision"] as const;

/** The order that a press on a heading asks for; a column without one cannot be ordered by. */
const sortOf: Readonly<Partial<Record<(typeof columns)[number], Sort>>> = {
  item: "item",
  orderBy: "urgency",
  runsOut: "runsOutOn",
  amount: "amount",
};

/** The headings, which order the list where that makes sense. */
const Heading = ({ list: { chosen, choose } }: Pick<OrderGridProps, "list">): VNode => (
  <div role="rowgroup" class="heading">
    <div role="row" class="line" aria-rowindex={1}>
      {columns.map((name) => {
        const sort = sortOf[name];
        const isHere = sort !== undefined && sort === chosen.sort;
        return (
          <div
            key={name}
            role="columnheader"
            class={`c-${name}`}
            title={ordersWords.helps[name]}
            aria-sort={isHere ? (sort === "amount" ? "descending" : "ascending") : undefined}
          >
            {sort === undefined ? (
              ordersWords[name]
            ) : (
              <button
                type="button"
                class={isHere ? "sorting here" : "sorting"}
                onClick={() => choose({ sort })}
              >
                {ordersWords[name]}
              </button>
            )}
          </div>
        );
      })}
    </div>
  </div>
);

interface OrderGridProps {
  readonly session: Session;
  readonly list: WorkList;
  readonly actions: OrderActions;
  readonly picked: Picked;
  readonly look: Look;
  readonly asking: Asking | undefined;
}

/** What the order of each supplier holds: its head says what the whole is worth, also where a filter hides lines of it. */
const useOfOrder = ({ own, chosen }: WorkList): ReturnType<typeof linesBySupplier> =>
  useMemo(() => (chosen.grouped ? linesBySupplier(own, chosen) : new Map()), [own, JSON.stringify(chosen)]);

/** The lines below the heads of their suppliers, as a grid for keys and for those who cannot see it. */
export function OrderGrid({ session, list, actions, picked, look, asking }: OrderGridProps): VNode {
  const { work, entries, current } = list;
  const baskets = useStore(session.baskets);
  const [isNarrow, isPhone] = [useIsNarrow(), useIsPhone()];
  const before = useStore(session.lastRun);
  const notes = useStore(session.notes);
  const typedText = asking?.about === "quantity" ? asking.typedText : undefined;
  const today = useStore(session.plans).shown?.asOf ?? "";
  const height = useCallback(
    (entry: Entry): number =>
      entry.kind === "line"
        ? lineHeight(isNarrow, look.isCompact)
        : supplierHeight(baskets.get(entry.supplier), isNarrow),
    [baskets, isNarrow, look.isCompact],
  );
  const ofOrder = useOfOrder(list);
  const draw = (entry: Entry, index: number): VNode =>
    entry.kind === "supplier" ? (
      <SupplierRow
        session={session}
        head={entry}
        index={index}
        basket={baskets.get(entry.supplier)}
        ofOrder={ofOrder.get(entry.supplier) ?? []}
        lines={work.lines}
        acceptPlain={actions.acceptPlain}
      />
    ) : (
      <LineRow
        line={entry.line}
        index={index}
        isCurrent={entry.line.item === current.item}
        actions={actions}
        isPicked={picked.items.has(entry.line.item)}
        pick={picked.toggle}
        today={today}
        isPhone={isPhone}
        move={moveOf(entry.line, before)}
        note={notes.get(entry.line.item)}
        typedText={entry.line.item === current.item ? typedText : undefined}
        session={session}
      />
    );
  return (
    <div
      class={lookClass(look)}
      style={columnsOf(look)}
      role="grid"
      tabIndex={0}
      aria-label={ordersWords.list}
      aria-rowcount={entries.length + 1}
      aria-activedescendant={current.at < 0 ? undefined : `row-${current.at}`}
      aria-describedby="key-help"
    >
      <Heading list={list} />
      <VirtualList
        entries={entries}
        keyOf={keyOf}
        height={height}
        draw={draw}
        active={current.isFollowed ? current.at : -1}
      />
    </div>
  );
}
