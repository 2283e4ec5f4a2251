import type { VNode } from "preact";
import { charts, isOpenSignal, words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import { Because } from "../../decision/because.tsx";
import { DecisionBar } from "../../decision/decision-bar.tsx";
import { LineFacts } from "../../decision/line-facts.tsx";
import { Note } from "../../decision/note.tsx";
import { planItemOf } from "../../decision/plan-item.ts";
import { Sources } from "../../decision/sources.tsx";
import { lang, number, say, value } from "../../language.ts";
import { Chip } from "../../parts/chip.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Measured } from "../../parts/picture.tsx";
import { moveOf } from "../../session/last-run.ts";
import type { Session } from "../../session/session.ts";
import type { WorkLine } from "../../session/work-line.ts";
import { useStore } from "../../store.ts";
import { itemWords } from "../../words/item.ts";
import { ordersWords } from "../../words/orders.ts";
import { useRestedItem } from "./use-pane.ts";

interface ItemPaneProps {
  readonly session: Session;
  readonly line: WorkLine;
  readonly keep: () => void;
  readonly close: () => void;
}

/** The current line beside the list: the decision first and always in sight, then what stands behind it. */
export function ItemPane({ session, line, keep, close }: ItemPaneProps): VNode {
  const about = useRestedItem(session, line.item);
  const suppliers = useStore(session.supplierNames);
  const { item, name } = line;
  const titled = name === undefined || name === "" ? item : name;
  return (
    <aside class="pane" aria-label={ordersWords.pane} tabIndex={-1}>
      <div class="pane-head">
        <div class="row between pane-title">
          <h2>
            <a href={linkTo({ view: "item", of: item })} title={titled}>
              {titled}
            </a>
          </h2>
          <button type="button" class="icon quiet" aria-label={ordersWords.closePane} onClick={close}>
            <Icon of="cross" />
          </button>
        </div>
        <p class="muted small">{titled === item ? "" : item}</p>
        <DecisionBar key={item} session={session} line={line} about={about} keep={keep} />
      </div>
      <Moved session={session} line={line} />
      <LineFacts line={line} />
      <Sources line={line} nameOf={(supplier) => suppliers.get(supplier)} />
      <Note key={`note ${item}`} session={session} item={item} />
      <div class="behind">{about !== undefined && <Behind about={about} />}</div>
      <Because line={line} />
      <p>
        <a href={linkTo({ view: "item", of: item })}>{ordersWords.wholeItem}</a>
      </p>
    </aside>
  );
}

/** What happened and what is expected, and what was flagged about it. */
function Behind({ about: { plan, view } }: { about: NonNullable<ReturnType<typeof useRestedItem>> }): VNode {
  const of = planItemOf({ ...view, issues: [] });
  return (
    <>
      <h3>{itemWords.history}</h3>
      <Measured draw={(width) => charts.demandChart(plan, of, "pane-demand", lang(), width)} />
      {view.suggestion !== null && (
        <>
          <h3>{itemWords.stock}</h3>
          <Measured draw={(width) => charts.stockChart(plan, of, "pane-stock", lang(), width)} />
        </>
      )}
      {view.signals.length > 0 && (
        <ul class="plain small">
          {view.signals.map((signal, k) => (
            <li key={k}>
              <Chip kind={isOpenSignal(signal, view.suggestion) ? "warning" : ""}>{value(signal.kind)}</Chip>{" "}
              {words.signalClause(signal, lang())}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** How the line moved against the run before. */
function Moved({ session, line }: Pick<ItemPaneProps, "session" | "line">): VNode | null {
  const move = moveOf(line, useStore(session.lastRun));
  if (move === undefined) return null;
  const { kind, by } = move;
  return <p class="muted small">{say(ordersWords.moves[kind], { by: number(Math.abs(by)) })}</p>;
}
