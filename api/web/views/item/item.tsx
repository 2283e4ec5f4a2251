import { Fragment, h } from "preact";
import { useState } from "preact/hooks";
import { charts, words } from "../../../../src/index.ts";
import { linkTo } from "../../address.ts";
import { DecisionDialog } from "../../decision/decision-dialog.tsx";
import { decisionState } from "../../decision/decision-state.tsx";
import { planItemOf, planStockOf } from "../../decision/outlook.ts";
import type { Drawn } from "../../drawn.ts";
import { date, lang, money, number, percent, say, t, value } from "../../language.ts";
import { button, chip, fact, failure, link, picture, waiting } from "../../parts/basic.tsx";
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
export function Item({ session, address, go }: ViewProps): Drawn {
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
  const back = link(linkTo({ view: "orders" }), `← ${t(itemWords.toList)}`, {
    onClick: (event: Event) => {
      if (history.length <= 1) return;
      event.preventDefault();
      history.back();
    },
  });
  if (found.state === "loading") return h(Fragment, {}, back, waiting());
  if (found.state === "failed" || plan === undefined)
    return h(Fragment, {}, back, failure(found.state === "failed" ? found.error.message : item, found.again));
  return h(ItemPage, { session, plan, view: found.value, line, back, go });
}

interface ItemPageProps {
  readonly session: Session;
  readonly plan: PlanState;
  readonly view: ItemView;
  readonly line: WorkLine | undefined;
  readonly back: Drawn;
  readonly go: ViewProps["go"];
}

function ItemPage({ session, plan, view, line, back }: ItemPageProps): Drawn {
  const planItem = planItemOf(view);
  const stock = planStockOf(plan, view);
  const suggestion = line ?? view.suggestion;
  return h(
    Fragment,
    {},
    back,
    h("h1", {}, view.item, view.name !== undefined && h("span", { class: "sub" }, view.name)),
    h(
      "div",
      { class: "columns" },
      h(
        "div",
        {},
        card(
          t(itemWords.history),
          picture(charts.demandChart(stock, planItem, "demand", lang())),
          legend(["history", "line", "fan", "wide", "signal"]),
        ),
        suggestion !== null &&
          suggestion !== undefined &&
          card(
            t(itemWords.stock),
            picture(charts.stockChart(stock, planItem, "stock", lang())),
            legend(["reorder", "without"]),
          ),
        h(MovedForecast, { session, view, bucket: stock.bucket }),
        signalCard(view),
      ),
      h(
        "div",
        {},
        h(SuggestionCard, { session, plan, view, line }),
        suggestion !== null &&
          suggestion !== undefined &&
          suggestion.quantity > 0 &&
          card(t(itemWords.waterfall), picture(charts.waterfall(suggestion, "waterfall", lang()))),
        suggestion !== null && suggestion !== undefined && h(WhatIf, { session, plan, view }),
        missing(view),
        masterData(view),
        accuracyCard(view),
        openOrders(view),
      ),
    ),
  );
}

const card = (title: string, ...content: (Drawn | Drawn[] | undefined | false)[]): Drawn =>
  h("section", { class: "card" }, h("h2", {}, title), content);

const legend = (names: readonly (keyof typeof itemWords.legend)[]): Drawn =>
  h(
    "ul",
    { class: "legend" },
    names.map((name) => h("li", { key: name }, h("i", { class: `l-${name}` }), t(itemWords.legend[name]))),
  );

interface SuggestionCardProps {
  readonly session: Session;
  readonly plan: PlanState;
  readonly view: ItemView;
  readonly line: WorkLine | undefined;
}

function SuggestionCard({ session, plan, view, line }: SuggestionCardProps): Drawn {
  const [dialog, setDialog] = useState<"change" | "reject">();
  if (line === undefined) return card(t(itemWords.noSuggestion), h("p", {}, t(itemWords.noSuggestionText)));
  const { quantity, unit = "", amount, currency, orderBy, receiptBy, runsOutOn, reasons, asIs } = line;
  const isOrder = quantity > 0;
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t(itemWords.suggestion)),
    h(
      "p",
      { class: "big" },
      isOrder ? `${number(quantity)} ${unit}` : t(itemWords.nothing),
      isOrder && amount !== undefined && h("span", { class: "sub" }, money(amount, currency)),
    ),
    line.attention !== "none" &&
      h(
        "p",
        {},
        chip(line.attention, value(line.attention)),
        " ",
        (line.attentionCodes ?? []).map((code) => words.attentionPhrase(code, lang())).join("; "),
      ),
    h(
      "dl",
      { class: "facts" },
      isOrder && fact(t(orderWords.orderBy), date(orderBy)),
      isOrder && fact(words.columnWords.receiptBy[lang()], date(receiptBy)),
      runsOutOn !== undefined && fact(t(orderWords.runsOut), date(runsOutOn)),
      fact(t(itemWords.service), percent(line.expectedService)),
      asIs !== undefined && fact(t(orderWords.minMax), number(asIs.quantity)),
    ),
    h(
      "div",
      { class: "actions" },
      decisionState(line),
      line.decided !== undefined
        ? button(t(decisionWords.reset), () => session.decide([{ item: line.item, action: "reset" }]))
        : [
            isOrder &&
              button(t(decisionWords.accept), () => session.decide([{ item: line.item, action: "accept" }]), {
                class: "main",
              }),
            button(t(decisionWords.change), () => setDialog("change")),
            isOrder && button(t(decisionWords.reject), () => setDialog("reject")),
          ],
    ),
    h("h3", {}, t(isOrder ? itemWords.why : itemWords.whyNone)),
    h(
      "ul",
      { class: "because" },
      reasons.map((reason, k) => h("li", { key: k }, words.reasonSentence(reason, lang()))),
    ),
    dialog !== undefined &&
      h(DecisionDialog, {
        line,
        action: dialog,
        about: { plan: planStockOf(plan, view), view },
        save: (decision) => session.decide([decision]),
        close: () => setDialog(undefined),
      }),
  );
}

function signalCard({ signals }: ItemView): Drawn {
  return card(
    t(itemWords.signals),
    signals.length === 0
      ? h("p", { class: "muted" }, t(itemWords.signalsNone))
      : h(
          "ul",
          { class: "plain" },
          signals.map((signal, k) =>
            h(
              "li",
              { key: k },
              chip(signal.state === "open" ? "warning" : "", value(signal.kind)),
              " ",
              words.signalClause(signal, lang()),
            ),
          ),
        ),
  );
}

function missing({ issues }: ItemView): Drawn {
  return card(
    t(itemWords.missing),
    issues.length === 0
      ? h("p", { class: "muted" }, t(itemWords.missingNone))
      : h(
          "ul",
          { class: "plain" },
          issues
            .slice(0, 20)
            .map((issue, k) =>
              h(
                "li",
                { key: k },
                chip(issue.severity, value(issue.severity)),
                " ",
                words.issueSentence(issue, lang()),
              ),
            ),
        ),
  );
}

function masterData(view: ItemView): Drawn {
  const { suggestion: s, parameters } = view;
  const rows = [
    ["reorderPoint", parameters?.reorderPointOld, parameters?.reorderPointNew],
    ["orderUpTo", parameters?.orderUpToOld, parameters?.orderUpToNew],
    ["safetyStock", parameters?.safetyStockOld, parameters?.safetyStockNew],
    ["leadTime", parameters?.leadTimeDaysOld, parameters?.leadTimeDaysNew],
  ] as const;
  return card(
    t(itemWords.master),
    h(
      "dl",
      { class: "facts" },
      view.group !== undefined && fact(t(itemWords.group), view.group),
      view.owner !== undefined && fact(t(itemWords.owner), view.owner),
      view.supplier !== undefined && fact(t(itemWords.supplier), view.supplier),
      fact(t(itemWords.classes), `${view.abc ?? ""}${view.xyz ?? ""} · ${value(view.class ?? "")}`),
      view.coverDays !== undefined &&
        fact(t(itemWords.cover), say(itemWords.days, { days: number(view.coverDays) })),
      s !== null && [
        fact(t(itemWords.onHand), number(s.onHand)),
        fact(t(itemWords.onOrder), number(s.onOrder)),
        s.backorders > 0 && fact(t(itemWords.backorders), number(s.backorders)),
      ],
    ),
    view.demandBasis === "purchase" && h("p", { class: "note" }, t(itemWords.basisPurchase)),
    parameters != null &&
      h(
        "table",
        {},
        h("caption", {}, t(itemWords.parameters)),
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            h("td", {}),
            h("th", { scope: "col", class: "n" }, t(itemWords.parameterOld)),
            h("th", { scope: "col", class: "n" }, t(itemWords.parameterNew)),
          ),
        ),
        h(
          "tbody",
          {},
          rows.map(([name, old, fresh]) =>
            h(
              "tr",
              { key: name },
              h("th", { scope: "row" }, t(itemWords[name])),
              h("td", { class: "n" }, number(old)),
              h("td", { class: "n" }, number(fresh)),
            ),
          ),
        ),
      ),
  );
}

function accuracyCard({ accuracy, forecast }: ItemView): Drawn {
  const percentOf = (x: number | null) => (x === null ? "–" : percent(x / 100, 0));
  const parts = Object.entries(forecast.components ?? {}).sort(([, a], [, b]) => b - a);
  return card(
    t(itemWords.accuracy),
    h(
      "dl",
      { class: "facts" },
      fact(t(itemWords.model), forecast.model),
      accuracy !== null && [
        fact(t(itemWords.error), percentOf(accuracy.wape)),
        fact("MASE", accuracy.mase === null ? "–" : number(accuracy.mase)),
        fact(t(itemWords.bias), percentOf(accuracy.bias)),
        fact(t(itemWords.fva), accuracy.fva === null ? "–" : number(accuracy.fva)),
        fact(t(itemWords.coverage), percentOf(accuracy.coverage)),
      ],
    ),
    forecast.fallback !== undefined &&
      h(
        "p",
        { class: "note" },
        say(itemWords.fallback, { why: words.fallbackReason(forecast.fallback, lang()) }),
      ),
    forecast.stabilised !== undefined &&
      h("p", { class: "muted small" }, say(itemWords.stabilised, { share: percent(forecast.stabilised, 0) })),
    parts.length > 0 &&
      h(
        "p",
        { class: "muted small" },
        `${t(itemWords.components)}: ${parts.map(([name, share]) => `${name} ${percent(share, 0)}`).join(", ")}`,
      ),
  );
}

function openOrders({ openOrders: orders }: ItemView): Drawn {
  return card(
    t(itemWords.openOrders),
    orders.length === 0
      ? h("p", { class: "muted" }, t(itemWords.openOrdersNone))
      : h(
          "table",
          {},
          h(
            "thead",
            {},
            h(
              "tr",
              {},
              (["order", "due", "quantity", "advice"] as const).map((name) =>
                h(
                  "th",
                  { key: name, scope: "col", class: name === "quantity" ? "n" : "" },
                  t(itemWords[name]),
                ),
              ),
            ),
          ),
          h(
            "tbody",
            {},
            orders.map((order, k) =>
              h(
                "tr",
                { key: k },
                h("td", {}, order.order ?? "–"),
                h("td", {}, date(order.due)),
                h("td", { class: "n" }, number(order.quantity)),
                h("td", {}, value(order.advice)),
              ),
            ),
          ),
        ),
  );
}
