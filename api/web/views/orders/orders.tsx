import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { linkTo } from "../../address.ts";
import { t, whole } from "../../language.ts";
import { Empty, Failure, Waiting } from "../../parts/states.tsx";
import { useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { AcceptDialog } from "./accept-dialog.tsx";
import { type Asking, orderActions } from "./actions.ts";
import { EffectDialog } from "./effect-dialog.tsx";
import { onKeys, orderKeys } from "./keys.ts";
import { NoSuggestions } from "./no-suggestions.tsx";
import { OrderGrid } from "./order-grid.tsx";
import { OrderTools } from "./order-tools.tsx";
import { OrderTotals } from "./order-totals.tsx";
import { useWorkList } from "./use-work-list.ts";

/** The work list: what to order, by supplier and urgency, decided by key or by button. */
export function Orders(props: ViewProps): VNode {
  const { session, go } = props;
  const list = useWorkList(props);
  const plan = useStore(session.plans).shown;
  const [asking, setAsking] = useState<Asking>();
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
  return (
    <div onKeyDown={onKeys(orderKeys(session, current, actions, go))}>
      <div class="row between headline">
        <h1>{t.orders.title}</h1>
        <OrderTotals lines={own} />
      </div>
      <OrderTools session={session} list={list} />
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
      {asking?.about === "accept" && (
        <AcceptDialog lines={asking.lines} accept={actions.acceptAll} close={close} />
      )}
      {line !== undefined && asking !== undefined && asking.about !== "accept" && (
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
