import type { VNode } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { type Bucket, charts, isOpenSignal, type PlanItem } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import { Note } from "../../decision/note.tsx";
import { planStockOf } from "../../decision/outlook.ts";
import { planItemOf } from "../../decision/plan-item.ts";
import { lang } from "../../language.ts";
import { Card } from "../../parts/card.tsx";
import { Measured } from "../../parts/picture.tsx";
import { Missing } from "../../parts/states.tsx";
import { Tabs } from "../../parts/tabs.tsx";
import type { Session } from "../../session/session.ts";
import type { WorkLine } from "../../session/work-line.ts";
import type { ItemView, PlanView } from "../../shapes.ts";
import { useFetched, useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { itemWords } from "../../words/item.ts";
import { Accuracy } from "./accuracy.tsx";
import { gradeOf } from "./grade.ts";
import { Issues } from "./issues.tsx";
import { MasterData } from "./master-data.tsx";
import { MovedForecast } from "./moved-forecast.tsx";
import { OpenOrders } from "./open-orders.tsx";
import { ItemSignals } from "./signals.tsx";
import { SuggestionCard } from "./suggestion-card.tsx";
import { WhatIf } from "./what-if.tsx";

const Back = (): VNode => (
  <a
    class="back"
    href={linkTo({ view: "orders" })}
    onClick={(event) => {
      if (history.length <= 1) return;
      event.preventDefault();
      history.back();
    }}
  >{`← ${itemWords.toList}`}</a>
);

/** Items before and behind an item in the list that led to it. */
interface Neighbours {
  readonly before: string | undefined;
  readonly behind: string | undefined;
}

function neighboursOf(listed: readonly string[], item: string): Neighbours {
  const at = listed.indexOf(item);
  return { before: at < 0 ? undefined : listed[at - 1], behind: at < 0 ? undefined : listed[at + 1] };
}

/** Escape leads back, j and k go on through the list, unless a dialog or a field takes the key. */
function useItemKeys({ before, behind }: Neighbours, go: ViewProps["go"]): void {
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const isTyping =
        event.target instanceof Element && event.target.closest("input, select, textarea") !== null;
      const isTaken = event.defaultPrevented || document.querySelector("dialog[open]") !== null;
      if (isTaken || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape" && history.length > 1) history.back();
      const next = { j: behind, k: before }[event.key];
      if (next !== undefined && !isTyping) go({ view: "item", of: next, settings: {} }, true);
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [before, behind]);
}

/** The way to the items beside this one in the list. */
const Through = ({ before, behind }: Neighbours): VNode => (
  <span class="row no-print">
    {before !== undefined && (
      <a href={linkTo({ view: "item", of: before })} title={`${before} (k)`}>{`‹ ${itemWords.before}`}</a>
    )}
    {behind !== undefined && (
      <a href={linkTo({ view: "item", of: behind })} title={`${behind} (j)`}>{`${itemWords.behind} ›`}</a>
    )}
  </span>
);

/** Everything about one item: what happened, what is expected, what to order and why. */
export function Item({ session, address: { of: item = "" }, go }: ViewProps): VNode {
  const neighbours = neighboursOf(useStore(session.listed), item);
  useItemKeys(neighbours, go);
  const plan = useStore(session.plans).shown;
  const line = useStore(session.work).lines.find((one) => one.item === item);
  const found = useFetched(`${plan?.id} ${item}`, async () => {
    if (plan === undefined) throw new Error(item);
    const [view, issues] = await Promise.all([
      session.client.item(plan.id, item),
      session.client.itemIssues(plan.id, item),
    ]);
    return { ...view, issues };
  });
  return (
    <>
      <div class="row between">
        <Back />
        <Through {...neighbours} />
      </div>
      <Missing of={found} />
      {found.state === "here" && plan !== undefined && (
        <ItemPage session={session} plan={plan} view={found.value} line={line} />
      )}
    </>
  );
}

interface ItemPageProps {
  readonly session: Session;
  readonly plan: PlanView;
  readonly view: ItemView;
  readonly line: WorkLine | undefined;
}

function ItemPage({ session, plan, view, line }: ItemPageProps): VNode {
  const planItem = planItemOf(view);
  const stock = planStockOf(plan, view);
  const suggestion = line ?? view.suggestion;
  return (
    <>
      <h1>
        {view.name ?? view.item}
        {view.name !== undefined && <span class="sub">{view.item}</span>}
      </h1>
      <div class="columns">
        <div>
          <Card title={itemWords.history}>
            <Measured draw={(width) => charts.demandChart(stock, planItem, "demand", lang(), width)} />
            <Legend names={demandParts(stock, planItem)} />
            <Measured draw={(width) => charts.seasonStrip(stock, planItem, "season", lang(), width)} />
          </Card>
          {suggestion !== null && (
            <Card title={itemWords.stock}>
              <Measured draw={(width) => charts.stockChart(stock, planItem, "stock", lang(), width)} />
              <Legend names={["cautious", "reorder", ...charts.stockMarks(stock, planItem)]} />
            </Card>
          )}
          {suggestion !== null && suggestion.quantity > 0 && (
            <Card title={itemWords.waterfall}>
              <Measured draw={(width) => charts.waterfall(suggestion, "waterfall", lang(), width)} />
            </Card>
          )}
          <ItemSignals session={session} of={view} today={plan.summary?.stockDate ?? plan.asOf ?? ""} />
          <Behind session={session} view={view} bucket={stock.bucket} />
        </div>
        <div>
          <Note session={session} item={view.item} />
          <SuggestionCard session={session} about={{ plan: stock, view }} line={line} />
          {suggestion !== null && <WhatIf session={session} plan={plan} view={view} />}
          <Issues of={view.issues} />
        </div>
      </div>
    </>
  );
}

interface BehindProps {
  readonly session: Session;
  readonly view: ItemView;
  readonly bucket: Bucket;
}

/** What stands behind pictures and suggestion, a part at a time. */
function Behind({ session, view, bucket }: BehindProps): VNode {
  const suppliers = useStore(session.supplierNames);
  const grade = gradeOf(view.accuracy);
  const { openOrders } = view;
  return (
    <Tabs
      label={itemWords.behindIt}
      keptAs="bedarf.item"
      tabs={[
        {
          name: "master",
          title: itemWords.master,
          content: <MasterData view={view} supplierName={suppliers.get(view.supplier ?? "")} />,
        },
        ...(openOrders.length === 0
          ? []
          : [
              {
                name: "orders",
                title: `${itemWords.deliveries} ${openOrders.length}`,
                content: <OpenOrders rows={openOrders} />,
              },
            ]),
        {
          name: "accuracy",
          title: grade === undefined ? itemWords.grade : `${itemWords.grade}: ${itemWords.grades[grade]}`,
          content: <Accuracy view={view} />,
        },
        {
          name: "moved",
          title: itemWords.movedShort,
          content: <MovedForecast session={session} view={view} bucket={bucket} />,
        },
      ]}
    />
  );
}

/** What the picture of the demand shows of this item: nothing is explained that is not there. */
function demandParts(plan: charts.PlanStock, of: PlanItem): (keyof typeof itemWords.legend)[] {
  const open = of.signals.filter((signal) => isOpenSignal(signal, of.suggestion)).length;
  return [
    "history",
    ...charts.historyMarks(plan, of),
    "line",
    "fan",
    "wide",
    ...(charts.showsLastYear(plan, of) ? (["last"] as const) : []),
    ...(open > 0 ? (["signal"] as const) : []),
    ...(open < of.signals.length ? (["past"] as const) : []),
  ];
}

interface LegendProps {
  readonly names: readonly (keyof typeof itemWords.legend)[];
}

const Legend = ({ names }: LegendProps): VNode => (
  <ul class="legend">
    {names.map((name) => (
      <li key={name}>
        <i class={`l-${name}`} />
        {itemWords.legend[name]}
      </li>
    ))}
  </ul>
);
