import { attempt } from "../../attempt.ts";
import { isOpenSignal } from "../../line-kind.ts";
import { by } from "../../numeric/order.ts";
import type { PlanItem } from "../../result.ts";
import { modelName, signalClause, valueWords } from "../../words/index.ts";
import { date, decimal, money, percent, quantity } from "../../words/numbers.ts";
import { demandChart } from "../chart/demand-chart.ts";
import { seasonStrip } from "../chart/season-strip.ts";
import { stockChart } from "../chart/stock-chart.ts";
import { html, type Markup, type Piece } from "./markup.ts";
import { say, section, type View, word } from "./view.ts";

const most = 24;

/** Signals of the item that wait for an answer. */
const openOf = ({ signals, suggestion }: PlanItem) =>
  signals.filter((signal) => isOpenSignal(signal, suggestion));

/** Money at stake: the order, the signals, then the value of a few periods' demand. */
function stake(of: PlanItem): number {
  const signals = openOf(of).reduce((sum, s) => sum + s.impact, 0);
  const soon = of.forecast.demand.mean.slice(0, 3).reduce((sum, x) => sum + x, 0);
  return (of.suggestion?.amount ?? 0) + signals + soon * (of.unitCost ?? 0);
}

/** The items that matter most now. */
function importantItems({ plan }: View): PlanItem[] {
  return plan.items
    .map((of) => ({ of, stake: stake(of) }))
    .filter((entry) => entry.of.class !== "dead")
    .sort(
      by(
        ({ stake }) => -stake,
        ({ of }) => of.item,
      ),
    )
    .slice(0, most)
    .map(({ of }) => of);
}

function action({ suggestion }: PlanItem, view: View): string {
  if (suggestion === null) return word(view, "noSuggestion");
  if (suggestion.quantity <= 0) return "";
  const { quantity: amount, unit, orderBy } = suggestion;
  const order = `${quantity(amount, view.lang)}${unit === undefined ? "" : `\u00a0${unit}`}`;
  return `${word(view, "orderNow")}: ${order} (${date(orderBy, view.lang)})`;
}

/** A picture of one item; where it cannot be drawn, a line says so and the page stays whole. */
const drawn = (view: View, picture: () => Piece): Piece =>
  attempt(picture, () => html`<p class="muted small">${word(view, "notDrawn")}</p>`);

function card(of: PlanItem, k: number, view: View): Markup {
  const { lang, plan } = view;
  const accuracy = of.accuracy?.wape ?? null;
  const facts = [
    `${word(view, "abc")} ${of.abc}${of.xyz}`,
    valueWords(of.class, lang),
    ...(accuracy === null ? [] : [`${word(view, "error")} ${percent(accuracy / 100, lang, 0)}`]),
    modelName(of.forecast.model, lang),
  ];
  const order = action(of, view);
  const open = openOf(of).slice(0, 2);
  const { amount = 0, currency } = of.suggestion ?? {};
  const names = [of.name, of.supplier].filter((part) => part !== undefined);
  return html`<article class="card item-card">
    <div class="head"><h3>${of.item}</h3>
    ${amount > 0 && html`<strong>${money(amount, currency, lang, 0)}</strong>`}</div>
    <div class="muted small name">${names.join(" · ")}</div>
    ${drawn(view, () => demandChart(plan, of, `d${k}`, lang))}
    ${drawn(view, () => seasonStrip(plan, of, `y${k}`, lang))}
    ${drawn(view, () => stockChart(plan, of, `b${k}`, lang))}
    ${order !== "" && html`<div class="small"><strong>${order}</strong></div>`}
    ${open.map((signal) => html`<div class="small">${signalClause(signal, lang)}</div>`)}
    <div class="muted small">${facts.join(" · ")}</div></article>`;
}

function legend(view: View): Markup {
  const entries = [
    ["l-history", "history"],
    ["l-fan", "fan50"],
    ["l-wide", "fan90"],
    ["l-line", "forecastLine"],
    ["l-last", "lastYear"],
    ["l-signal", "signalMark"],
    ["l-past", "pastMark"],
    ["l-reorder", "reorderPoint"],
    ["l-without", "withoutOrder"],
  ] as const;
  return html`<ul class="legend" aria-hidden="true">${entries.map(
    ([kind, name]) => html`<li>
    <i class="${kind}"></i>${word(view, name)}</li>`,
  )}</ul>`;
}

/** A picture for each important item: history, forecast fan, expected stock, reorder point, run-out date. */
export function itemsSection(view: View): Markup {
  const items = importantItems(view);
  if (items.length === 0) return html``;
  const intro = say(view, "chartsIntro", { count: decimal(items.length, view.lang, 0) });
  return section(
    view,
    "charts",
    "charts",
    html`<p class="lead">${intro}</p>${legend(view)}<div class="grid">
      ${items.map((of, k) => card(of, k, view))}</div>`,
  );
}
