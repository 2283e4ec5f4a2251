import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { linkTo } from "../../address.ts";
import { NoteDialog } from "../../decision/note.tsx";
import { t, whole } from "../../language.ts";
import { Empty, Failure, Waiting } from "../../parts/states.tsx";
import { useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { AcceptDialog } from "./accept-dialog.tsx";
import { type Asking, orderActions } from "./actions.ts";
import { EffectDialog } from "./effect-dialog.tsx";
import { ItemPane } from "./item-pane.tsx";
import { onKeys, orderKeys } from "./keys.ts";
import { NoSuggestions } from "./no-suggestions.tsx";
import { OrderGrid } from "./order-grid.tsx";
import { OrderTools } from "./order-tools.tsx";
import { OrderTotals } from "./order-totals.tsx";
import { SupplierRail } from "./supplier-rail.tsx";
import { useHasPane, useHasRail } from "./use-media.ts";
import { usePane } from "./use-pane.ts";
import { useWorkList } from "./use-work-list.ts";

/** The work list: what to order, by supplier and urgency, decided by key or by button. */
export function Orders(props: ViewProps): VNode {
  const { session, go } = props;
  const list = useWorkList(props);
  const plan = useStore(session.plans).shown;
  const [asking, setAsking] = useState<Asking>();
  const [isPaneOpen, openPane] = usePane();
  const hasRail = useHasRail();
  const hasPane = useHasPane() && isPaneOpen;
  const close = (): void => setAsking(undefined);
  const { work, own, lines, entries, current, keep } = list;
  const actions = orderActions(session, list, setAsking);
  const line = current.line();

  if (work.state === "failed") return <Failure why={work.error ?? ""} again={() => void session.refresh()} />;
  if (work.state === "loading") return <Waiting />;
  if (plan !== undefined && !work.lines.some(({ quantity }) => quantity > 0))
    return (
      <div>
        <h1>{t.orders.title}</h1>
        <NoSuggestions session={session} plan={plan.id} />
      </div>
    );
  const peek = (): void => openPane(!isPaneOpen);
  return (
    <div class="desk" onKeyDown={onKeys(orderKeys(session, list, actions, { go, peek }))}>
      <div class="row between headline">
        <h1>{t.orders.title}</h1>
        <OrderTotals lines={own} />
      </div>
      <OrderTools session={session} list={list} />
      <div class={`panes${hasRail ? " with-rail" : ""}${hasPane ? " with-pane" : ""}`}>
        {hasRail && <SupplierRail session={session} list={list} />}
        <div class="desk-list">
          {entries.length === 0 ? (
            <Empty title={t.orders.nothing} text={t.orders.nothingText}>
              <a href={linkTo({ view: "orders" })}>{t.orders.clear}</a>
            </Empty>
          ) : (
            <OrderGrid session={session} list={list} actions={actions} />
          )}
          <p class="muted small keys" id="key-help">
            {t.orders.keyHelp}
          </p>
        </div>
        {hasPane && line !== undefined && (
          <ItemPane
            session={session}
            line={line}
            keep={() => keep(line.item)}
            close={() => openPane(false)}
          />
        )}
      </div>
      {asking?.about === "accept" && (
        <AcceptDialog lines={asking.lines} accept={actions.acceptAll} close={close} />
      )}
      {line !== undefined && asking?.about === "note" && (
        <NoteDialog session={session} item={line.item} close={close} />
      )}
      {line !== undefined && (asking?.about === "change" || asking?.about === "reject") && (
        <EffectDialog
          session={session}
          line={line}
          action={asking.about}
          close={close}
          keep={() => keep(line.item)}
        />
      )}
      <p class="sr" role="status">{`${whole(lines.length)} ${t.orders.selected}`}</p>
    </div>
  );
}
