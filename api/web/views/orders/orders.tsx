import type { VNode } from "preact";
import { useMemo, useState } from "preact/hooks";
import { lang, whole } from "../../language.ts";
import { Failure, Waiting } from "../../parts/states.tsx";
import { useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { ordersWords } from "../../words/orders.ts";
import { type Asking, orderActions } from "./actions.ts";
import { Asked } from "./asked.tsx";
import { ItemPane } from "./item-pane.tsx";
import { onKeys, orderKeys } from "./keys.ts";
import { useLook } from "./look.tsx";
import { LackingItems } from "./missing/lacking-items.tsx";
import { NoSuggestions } from "./missing/no-suggestions.tsx";
import { NothingHere } from "./nothing-here.tsx";
import { OrderGrid } from "./order-grid.tsx";
import { OrderTools } from "./order-tools.tsx";
import { OrderTotals } from "./order-totals.tsx";
import { PickedBar } from "./picked-bar.tsx";
import { SupplierRail } from "./supplier-rail.tsx";
import { useHasPane, useHasRail } from "./use-media.ts";
import { useFollowed, usePane } from "./use-pane.ts";
import { usePicked } from "./use-picked.ts";
import { useWorkList } from "./use-work-list.ts";

/** The work list: what to order, by supplier and urgency, decided by key or by button. */
export function Orders(props: ViewProps): VNode {
  const { session, go, address } = props;
  const isEntering = address.settings.enter === "yes";
  const list = useWorkList(props);
  const plan = useStore(session.plans).shown;
  const [asking, setAsking] = useState<Asking>();
  const [isPaneOpen, openPane] = usePane();
  const hasRail = useHasRail();
  const hasPane = useHasPane() && isPaneOpen;
  const close = (): void => setAsking(undefined);
  const picked = usePicked(list);
  const { work, late, lines, entries, current, keep } = list;
  const actions = orderActions(session, list, setAsking);
  const line = current.line();
  const [look, setLook] = useLook();
  const followed = useFollowed(current.item);
  const beside = line?.item === followed ? line : lines.find(({ item }) => item === followed);
  const here = line?.supplier ?? "";
  // what counts the whole list follows a moment later, and not with the current line: keys go through thousands of them
  const said = lang();
  const choice = JSON.stringify(list.chosen);
  const totals = useMemo(() => <OrderTotals lines={late.own} />, [late.own, said]);
  const tools = useMemo(
    () => <OrderTools session={session} list={list} look={look} setLook={setLook} />,
    [late, lines, choice, look, said],
  );
  const rail = useMemo(
    () => <SupplierRail session={session} list={list} here={here} />,
    [late, choice, here, said],
  );
  // the lines are drawn for what they show, not again for what is counted of them a moment later
  const grid = useMemo(
    () => <OrderGrid {...{ session, list, actions, picked, look, asking }} />,
    [asking, work.lines, entries, choice, current.item, current.isFollowed, picked.items, look, said],
  );

  if (work.state === "failed") return <Failure why={work.error ?? ""} again={() => void session.refresh()} />;
  if (work.state === "loading" || list.isIncomplete) return <Waiting />;
  // what is missing, asked or blocked is to be done also where nothing is suggested
  if (plan !== undefined && !work.lines.some(({ quantity, kind }) => quantity > 0 || kind !== "plain"))
    return <NoSuggestions session={session} plan={plan.id} />;
  const peek = (): void => openPane(!isPaneOpen);
  const keys = orderKeys(session, list, actions, { go, peek, picked });
  return (
    <div class="desk" onKeyDown={onKeys(keys)}>
      <div class="row between headline">
        <h1>{ordersWords.title}</h1>
        {totals}
      </div>
      {tools}
      <div class={`panes${hasRail ? " with-rail" : ""}${hasPane ? " with-pane" : ""}`}>
        {hasRail && rail}
        <div class="desk-list">
          {entries.length === 0 ? <NothingHere session={session} list={list} /> : grid}
          {plan !== undefined && <LackingItems session={session} plan={plan} isWanted={isEntering} />}
          <p class="muted small keys" id="key-help">
            {ordersWords.keyHelp}
          </p>
        </div>
        {hasPane &&
          (beside === undefined ? (
            <aside class="pane" aria-label={ordersWords.pane} />
          ) : (
            <ItemPane
              session={session}
              line={beside}
              keep={() => keep(beside.item)}
              close={() => openPane(false)}
            />
          ))}
      </div>
      <PickedBar picked={picked} actions={actions} />
      {asking !== undefined && (
        <Asked session={session} asking={asking} line={line} actions={actions} keep={keep} close={close} />
      )}
      <p class="sr" role="status">{`${whole(lines.length)} ${ordersWords.selected}`}</p>
    </div>
  );
}
