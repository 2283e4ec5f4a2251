import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { charts, words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import { DecisionDialog } from "../../decision/decision-dialog.tsx";
import { decisionState } from "../../decision/decision-state.tsx";
import { planItemOf, planStockOf } from "../../decision/outlook.ts";
import { date, lang, money, number, percent, say, t, value } from "../../language.ts";
import { Chip } from "../../parts/chip.tsx";
import { Fact } from "../../parts/fact.tsx";
import { Picture } from "../../parts/picture.tsx";
import { Failure, Waiting } from "../../parts/states.tsx";
import type { Session } from "../../session/session.ts";
import type { WorkLine } from "../../session/work-list.ts";
import type { ItemView, PlanState } from "../../shapes.ts";
import { useFetched, useStore } from "../../store.ts";
import type { ViewProps } from "../../view.ts";
import { decisionWords } from "../../words/decisions.ts";
import { itemWords } from "../../words/item.ts";
import { orderWords } from "../../words/orders.ts";
import { MovedForecast } from "./moved-forecast.tsx";
import { WhatIf } from "./what-if.tsx";

/** Everything about one item: what happened, what is expected, what to order and why. */
export function Item({ session, address, go }: ViewProps): VNode {
  const item = address.of ?? "";
  const plan = useStore(session.plans).shown;
  const work = useStore(session.work);
  const found = useFetched(`${plan?.id} ${item}`, async () => {
    if (plan === undefined) throw new Error(item);
    const [view, issues] = await Promise.all([
      session.client.item(plan.id, item),
      session.client.itemIssues(plan.id, item),
    ]);
    return { ...view, openOrders: view.openOrders ?? [], issues };
  });
  const line = work.lines.find((one) => one.item === item);
  const back = (
    <a
      href={linkTo({ view: "orders" })}
      onClick={(event) => {
        if (history.length <= 1) return;
        event.preventDefault();
        history.back();
      }}
    >{`← ${t(itemWords.toList)}`}</a>
  );
  if (found.state === "loading")
    return (
      <>
        {back}
        <Waiting />
      </>
    );
  if (found.state === "failed" || plan === undefined)
    return (
      <>
        {back}
        <Failure why={found.state === "failed" ? found.error.message : item} again={found.again} />
      </>
    );
  return <ItemPage session={session} plan={plan} view={found.value} line={line} back={back} go={go} />;
}

interface ItemPageProps {
  readonly session: Session;
  readonly plan: PlanState;
  readonly view: ItemView;
  readonly line: WorkLine | undefined;
  readonly back: VNode;
  readonly go: ViewProps["go"];
}

function ItemPage({ session, plan, view, line, back }: ItemPageProps): VNode {
  const planItem = planItemOf(view);
  const stock = planStockOf(plan, view);
  const suggestion = line ?? view.suggestion;
  return (
    <>
      {back}
      <h1>
        {view.item}
        {view.name !== undefined && <span class="sub">{view.name}</span>}
      </h1>
      <div class="columns">
        <div>
          {card(
            t(itemWords.history),
            <Picture of={charts.demandChart(stock, planItem, "demand", lang())} />,
            legend(["history", "line", "fan", "wide", "signal"]),
          )}
          {suggestion !== null &&
            suggestion !== undefined &&
            card(
              t(itemWords.stock),
              <Picture of={charts.stockChart(stock, planItem, "stock", lang())} />,
              legend(["reorder", "without"]),
            )}
          <MovedForecast session={session} view={view} bucket={stock.bucket} />
          {signalCard(view)}
        </div>
        <div>
          <SuggestionCard session={session} plan={plan} view={view} line={line} />
          {suggestion !== null &&
            suggestion !== undefined &&
            suggestion.quantity > 0 &&
            card(t(itemWords.waterfall), <Picture of={charts.waterfall(suggestion, "waterfall", lang())} />)}
          {suggestion !== null && suggestion !== undefined && (
            <WhatIf session={session} plan={plan} view={view} />
          )}
          {missing(view)}
          {masterData(view)}
          {accuracyCard(view)}
          {openOrders(view)}
        </div>
      </div>
    </>
  );
}

const card = (title: string, ...content: (VNode | VNode[] | undefined | false)[]): VNode => (
  <section class="card">
    <h2>{title}</h2>
    {content}
  </section>
);

const legend = (names: readonly (keyof typeof itemWords.legend)[]): VNode => (
  <ul class="legend">
    {names.map((name) => (
      <li key={name}>
        <i class={`l-${name}`} />
        {t(itemWords.legend[name])}
      </li>
    ))}
  </ul>
);

interface SuggestionCardProps {
  readonly session: Session;
  readonly plan: PlanState;
  readonly view: ItemView;
  readonly line: WorkLine | undefined;
}

function SuggestionCard({ session, plan, view, line }: SuggestionCardProps): VNode {
  const [dialog, setDialog] = useState<"change" | "reject">();
  if (line === undefined) return card(t(itemWords.noSuggestion), <p>{t(itemWords.noSuggestionText)}</p>);
  const { quantity, unit = "", amount, currency, orderBy, receiptBy, runsOutOn, reasons, asIs } = line;
  const isOrder = quantity > 0;
  return (
    <section class="card">
      <h2>{t(itemWords.suggestion)}</h2>
      <p class="big">
        {isOrder ? `${number(quantity)} ${unit}` : t(itemWords.nothing)}
        {isOrder && amount !== undefined && <span class="sub">{money(amount, currency)}</span>}
      </p>
      {line.attention !== "none" && (
        <p>
          <Chip kind={line.attention}>{value(line.attention)}</Chip>{" "}
          {(line.attentionCodes ?? []).map((code) => words.attentionPhrase(code, lang())).join("; ")}
        </p>
      )}
      <dl class="facts">
        {isOrder && <Fact name={t(orderWords.orderBy)}>{date(orderBy)}</Fact>}
        {isOrder && <Fact name={words.columnWords.receiptBy[lang()]}>{date(receiptBy)}</Fact>}
        {runsOutOn !== undefined && <Fact name={t(orderWords.runsOut)}>{date(runsOutOn)}</Fact>}
        <Fact name={t(itemWords.service)}>{percent(line.expectedService)}</Fact>
        {asIs !== undefined && <Fact name={t(orderWords.minMax)}>{number(asIs.quantity)}</Fact>}
      </dl>
      <div class="actions">
        {decisionState(line)}
        {line.decided !== undefined ? (
          <button type="button" onClick={() => session.decide([{ item: line.item, action: "reset" }])}>
            {t(decisionWords.reset)}
          </button>
        ) : (
          <>
            {isOrder && (
              <button
                type="button"
                onClick={() => session.decide([{ item: line.item, action: "accept" }])}
                class="main"
              >
                {t(decisionWords.accept)}
              </button>
            )}
            <button type="button" onClick={() => setDialog("change")}>
              {t(decisionWords.change)}
            </button>
            {isOrder && (
              <button type="button" onClick={() => setDialog("reject")}>
                {t(decisionWords.reject)}
              </button>
            )}
          </>
        )}
      </div>
      <h3>{t(isOrder ? itemWords.why : itemWords.whyNone)}</h3>
      <ul class="because">
        {reasons.map((reason, k) => (
          <li key={k}>{words.reasonSentence(reason, lang())}</li>
        ))}
      </ul>
      {dialog !== undefined && (
        <DecisionDialog
          line={line}
          action={dialog}
          about={{ plan: planStockOf(plan, view), view }}
          save={(decision) => session.decide([decision])}
          close={() => setDialog(undefined)}
        />
      )}
    </section>
  );
}

function signalCard({ signals }: ItemView): VNode {
  return card(
    t(itemWords.signals),
    signals.length === 0 ? (
      <p class="muted">{t(itemWords.signalsNone)}</p>
    ) : (
      <ul class="plain">
        {signals.map((signal, k) => (
          <li key={k}>
            <Chip kind={signal.state === "open" ? "warning" : ""}>{value(signal.kind)}</Chip>{" "}
            {words.signalClause(signal, lang())}
          </li>
        ))}
      </ul>
    ),
  );
}

function missing({ issues }: ItemView): VNode {
  return card(
    t(itemWords.missing),
    issues.length === 0 ? (
      <p class="muted">{t(itemWords.missingNone)}</p>
    ) : (
      <ul class="plain">
        {issues.slice(0, 20).map((issue, k) => (
          <li key={k}>
            <Chip kind={issue.severity}>{value(issue.severity)}</Chip> {words.issueSentence(issue, lang())}
          </li>
        ))}
      </ul>
    ),
  );
}

function masterData(view: ItemView): VNode {
  const { suggestion: s, parameters } = view;
  const rows = [
    ["reorderPoint", parameters?.reorderPointOld, parameters?.reorderPointNew],
    ["orderUpTo", parameters?.orderUpToOld, parameters?.orderUpToNew],
    ["safetyStock", parameters?.safetyStockOld, parameters?.safetyStockNew],
    ["leadTime", parameters?.leadTimeDaysOld, parameters?.leadTimeDaysNew],
  ] as const;
  return card(
    t(itemWords.master),
    <dl class="facts">
      {view.group !== undefined && <Fact name={t(itemWords.group)}>{view.group}</Fact>}
      {view.owner !== undefined && <Fact name={t(itemWords.owner)}>{view.owner}</Fact>}
      {view.supplier !== undefined && <Fact name={t(itemWords.supplier)}>{view.supplier}</Fact>}
      <Fact
        name={t(itemWords.classes)}
      >{`${view.abc ?? ""}${view.xyz ?? ""} · ${value(view.class ?? "")}`}</Fact>
      {view.coverDays !== undefined && (
        <Fact name={t(itemWords.cover)}>{say(itemWords.days, { days: number(view.coverDays) })}</Fact>
      )}
      {s !== null && (
        <>
          <Fact name={t(itemWords.onHand)}>{number(s.onHand)}</Fact>
          <Fact name={t(itemWords.onOrder)}>{number(s.onOrder)}</Fact>
          {s.backorders > 0 && <Fact name={t(itemWords.backorders)}>{number(s.backorders)}</Fact>}
        </>
      )}
    </dl>,
    view.demandBasis === "purchase" && <p class="note">{t(itemWords.basisPurchase)}</p>,
    parameters != null && (
      <table>
        <caption>{t(itemWords.parameters)}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" class="n">
              {t(itemWords.parameterOld)}
            </th>
            <th scope="col" class="n">
              {t(itemWords.parameterNew)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, old, fresh]) => (
            <tr key={name}>
              <th scope="row">{t(itemWords[name])}</th>
              <td class="n">{number(old)}</td>
              <td class="n">{number(fresh)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    ),
  );
}

function accuracyCard({ accuracy, forecast }: ItemView): VNode {
  const percentOf = (x: number | null) => (x === null ? "–" : percent(x / 100, 0));
  const parts = Object.entries(forecast.components ?? {}).sort(([, a], [, b]) => b - a);
  return card(
    t(itemWords.accuracy),
    <dl class="facts">
      <Fact name={t(itemWords.model)}>{forecast.model}</Fact>
      {accuracy !== null && (
        <>
          <Fact name={t(itemWords.error)}>{percentOf(accuracy.wape)}</Fact>
          <Fact name="MASE">{accuracy.mase === null ? "–" : number(accuracy.mase)}</Fact>
          <Fact name={t(itemWords.bias)}>{percentOf(accuracy.bias)}</Fact>
          <Fact name={t(itemWords.fva)}>{accuracy.fva === null ? "–" : number(accuracy.fva)}</Fact>
          <Fact name={t(itemWords.coverage)}>{percentOf(accuracy.coverage)}</Fact>
        </>
      )}
    </dl>,
    forecast.fallback !== undefined && (
      <p class="note">{say(itemWords.fallback, { why: words.fallbackReason(forecast.fallback, lang()) })}</p>
    ),
    forecast.stabilised !== undefined && (
      <p class="muted small">{say(itemWords.stabilised, { share: percent(forecast.stabilised, 0) })}</p>
    ),
    parts.length > 0 && (
      <p class="muted small">{`${t(itemWords.components)}: ${parts.map(([name, share]) => `${name} ${percent(share, 0)}`).join(", ")}`}</p>
    ),
  );
}

function openOrders({ openOrders: orders }: ItemView): VNode {
  return card(
    t(itemWords.openOrders),
    orders.length === 0 ? (
      <p class="muted">{t(itemWords.openOrdersNone)}</p>
    ) : (
      <table>
        <thead>
          <tr>
            {(["order", "due", "quantity", "advice"] as const).map((name) => (
              <th key={name} scope="col" class={name === "quantity" ? "n" : ""}>
                {t(itemWords[name])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {orders.map((order, k) => (
            <tr key={k}>
              <td>{order.order ?? "–"}</td>
              <td>{date(order.due)}</td>
              <td class="n">{number(order.quantity)}</td>
              <td>{value(order.advice)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    ),
  );
}
