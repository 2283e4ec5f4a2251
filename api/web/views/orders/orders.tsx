import type { VNode } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { linkTo } from "../../address.ts";
import { DecisionDialog } from "../../decision/decision-dialog.tsx";
import { planStockOf } from "../../decision/outlook.ts";
import { say, t, whole } from "../../language.ts";
import { Empty, Failure, Waiting } from "../../parts/states.tsx";
import { isMine, type Session } from "../../session/session.ts";
import {
  acceptable,
  type Chosen,
  chosenLines,
  chosenOf,
  counts,
  type Entry,
  entriesOf,
  type WorkLine,
} from "../../session/work-list.ts";
import type { ItemView } from "../../shapes.ts";
import { useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { decisionWords } from "../../words/decisions.ts";
import { orderWords } from "../../words/orders.ts";
import { NoSuggestions } from "./no-suggestions.tsx";
import { LineRow, lineHeight, SupplierRow, supplierHeight } from "./order-rows.tsx";
import { OrderTools } from "./order-tools.tsx";
import { orderTotals } from "./order-totals.tsx";
import { useMedia } from "./use-media.ts";
import { VirtualList } from "./virtual-list.tsx";

const keyOf = (entry: Entry): string =>
  entry.kind === "line" ? `l ${entry.line.item}` : `s ${entry.supplier}`;

/** Lines decided since the choice was made stay in sight until it changes. */
function useKept(choice: string) {
  const kept = useRef({ choice, items: new Set<string>() });
  if (kept.current.choice !== choice) kept.current = { choice, items: new Set() };
  return kept.current.items;
}

/** The work list: what to order, by supplier and urgency, decided by key or by button. */
export function Orders({ session, address, go }: ViewProps): VNode {
  const all = useStore(session.work);
  const mine = useStore(session.mine);
  const work = useMemo(
    () => ({ ...all, lines: all.lines.filter(({ owner }) => isMine(mine, owner)) }),
    [all, mine],
  );
  const baskets = useStore(session.baskets);
  const chosen = chosenOf(address.settings);
  const kept = useKept(JSON.stringify(chosen));
  const lines = useMemo(() => chosenLines(work.lines, chosen, kept), [work.lines, JSON.stringify(chosen)]);
  const entries = useMemo(() => entriesOf(lines, chosen.grouped), [lines, chosen.grouped]);
  const [current, draw] = useState("");
  // Keys may come faster than the page is drawn: each one sees what the one before has done.
  const here = useRef("");
  const setCurrent = (item: string): void => {
    here.current = item;
    draw(item);
  };
  const placeOf = (item: string): number =>
    entries.findIndex((entry) => entry.kind === "line" && entry.line.item === item);
  const lineAt = (index: number): WorkLine | undefined => {
    const entry = entries[index];
    return entry?.kind === "line" ? entry.line : undefined;
  };
  const [isFollowed, setFollowed] = useState(false);
  const [dialog, setDialog] = useState<"change" | "reject">();
  const isNarrow = useMedia("(max-width: 60rem)");
  const at = placeOf(current);
  const line = lineAt(at);
  const choose = (next: Partial<Chosen>): void =>
    go({ ...address, settings: settingsOf({ ...chosen, ...next }) }, true);

  const decide = (of: WorkLine, action: "accept" | "reset"): void => {
    kept.add(of.item);
    session.decide([{ item: of.item, action }]);
  };
  const move = (step: number): void => {
    const from = placeOf(here.current);
    let next = from + step;
    while (entries[next]?.kind === "supplier") next += step;
    const entry = entries[next];
    if (entry?.kind === "line") setCurrent(entry.line.item);
    setFollowed(from >= 0);
  };
  const acceptPlain = (supplier: string): void => {
    const plain = acceptable(lines.filter((one) => !chosen.grouped || (one.supplier ?? "") === supplier));
    if (plain.length === 0) {
      session.notify("warning", t(decisionWords.nothingPlain));
      return;
    }
    for (const { item } of plain) kept.add(item);
    session.decide(plain.map(({ item }) => ({ item, action: "accept" })));
    session.notify("good", say(decisionWords.acceptedLines, { count: plain.length }));
  };
  const ask = (of: WorkLine, action: "change" | "reject"): void => {
    setCurrent(of.item);
    setDialog(action);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const line = lineAt(placeOf(here.current));
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input, select, textarea, dialog"))
      return;
    const act: Readonly<Record<string, () => void>> = {
      j: () => move(1),
      ArrowDown: () => move(1),
      k: () => move(-1),
      ArrowUp: () => move(-1),
      a: () => {
        if (line === undefined) return;
        decide(line, "accept");
        move(1);
      },
      A: () => acceptPlain(line?.supplier ?? ""),
      c: () => line !== undefined && ask(line, "change"),
      r: () => line !== undefined && ask(line, "reject"),
      u: () => session.undo(),
      Enter: () =>
        line !== undefined &&
        target.closest("a, button") === null &&
        go({ view: "item", of: line.item, settings: {} }),
      "/": () => document.getElementById("search")?.focus(),
    };
    const action = act[event.key];
    if (action === undefined || (event.key === "Enter" && target.closest("a, button") !== null)) return;
    event.preventDefault();
    action();
  };

  useEffect(() => {
    if (at < 0 && entries.length > 0 && current === "") move(1);
  }, [entries]);

  const height = (entry: Entry): number =>
    entry.kind === "line" ? lineHeight(isNarrow) : supplierHeight(entry.supplier, baskets, isNarrow);
  const drawEntry = (entry: Entry, index: number): VNode =>
    entry.kind === "supplier" ? (
      <SupplierRow
        session={session}
        head={entry}
        index={index}
        basket={baskets.get(entry.supplier)}
        lines={all.lines}
        acceptPlain={acceptPlain}
      />
    ) : (
      <LineRow
        line={entry.line}
        index={index}
        isCurrent={entry.line.item === current}
        select={() => setCurrent(entry.line.item)}
        accept={() => decide(entry.line, "accept")}
        reset={() => decide(entry.line, "reset")}
        ask={(action) => ask(entry.line, action)}
      />
    );

  if (work.state === "failed") return <Failure why={work.error ?? ""} again={() => void session.refresh()} />;
  if (work.state === "loading") return <Waiting />;
  const plan = session.plans.get().shown;
  if (plan !== undefined && !all.lines.some(({ quantity }) => quantity > 0))
    return (
      <div>
        <h1>{t(orderWords.title)}</h1>
        <NoSuggestions session={session} plan={plan.id} />
      </div>
    );
  return (
    <div onKeyDown={onKeyDown}>
      <h1>{t(orderWords.title)}</h1>
      {orderTotals(work.lines, baskets)}
      <OrderTools
        isNarrow={isNarrow}
        session={session}
        chosen={chosen}
        lines={work.lines}
        counts={counts(work.lines, chosen)}
        baskets={baskets}
        choose={choose}
      />
      {entries.length === 0 ? (
        <Empty title={t(orderWords.nothing)} text={t(orderWords.nothingText)}>
          <a href={linkTo({ view: "orders" })}>{t(orderWords.clear)}</a>
        </Empty>
      ) : (
        <div
          class="grid"
          role="grid"
          tabIndex={0}
          aria-label={t(orderWords.list)}
          aria-rowcount={entries.length + 1}
          aria-activedescendant={at < 0 ? undefined : `row-${at}`}
          aria-describedby="key-help"
        >
          {heading()}
          <VirtualList<Entry>
            entries={entries}
            keyOf={keyOf}
            height={height}
            draw={drawEntry}
            active={isFollowed ? at : -1}
          />
        </div>
      )}
      <p class="muted small keys" id="key-help">
        {t(orderWords.keyHelp)}
      </p>
      {line !== undefined && dialog !== undefined && (
        <EffectDialog
          session={session}
          line={line}
          action={dialog}
          close={() => setDialog(undefined)}
          keep={() => kept.add(line.item)}
        />
      )}
      <p class="sr" role="status">{`${whole(lines.length)} ${t(orderWords.selected)}`}</p>
    </div>
  );
}

function settingsOf({ show, sort, grouped, text, supplier, owner, group }: Chosen): Record<string, string> {
  return {
    show: show === "open" ? "" : show,
    sort: sort === "urgency" ? "" : sort,
    grouped: grouped ? "" : "no",
    q: text,
    supplier,
    owner,
    group,
  };
}

function heading(): VNode {
  const names = ["item", "quantity", "orderBy", "runsOut", "amount", "service", "decision"] as const;
  return (
    <div role="rowgroup" class="heading">
      <div role="row" class="line" aria-rowindex={1}>
        {names.map((name) => (
          <div key={name} role="columnheader" class={`c-${name}`}>
            {t(orderWords[name])}
          </div>
        ))}
      </div>
    </div>
  );
}

interface EffectDialogProps {
  readonly session: Session;
  readonly line: WorkLine;
  readonly action: "change" | "reject";
  readonly close: () => void;
  readonly keep: () => void;
}

/** The dialog, with the item's forecast fetched for the effect of a quantity. */
function EffectDialog({ session, line, action, close, keep }: EffectDialogProps): VNode {
  const [view, setView] = useState<ItemView>();
  const plan = session.plans.get().shown;
  useEffect(() => {
    let isOpen = true;
    // The effect is an extra: without it the quantity can still be decided.
    if (plan !== undefined && action === "change")
      session.client.item(plan.id, line.item).then(
        (found) => isOpen && setView(found),
        () => isOpen && setView(undefined),
      );
    return () => {
      isOpen = false;
    };
  }, [line.item]);
  return (
    <DecisionDialog
      line={line}
      action={action}
      {...(plan === undefined || view === undefined
        ? {}
        : { about: { plan: planStockOf(plan, view), view } })}
      save={(decision) => {
        keep();
        session.decide([decision]);
      }}
      close={close}
    />
  );
}
