import { lineKind } from "../../line-kind.ts";
import type { Suggestion } from "../../suggestion.ts";
import { lineClause, lineKindName, policyName, reasonSentence, valueWords } from "../../words/index.ts";
import { type Language, wordsOf } from "../../words/languages.ts";
import { date, money, noNumber, percent, quantity, unitPrice } from "../../words/numbers.ts";
import { waterfall } from "../chart/waterfall.ts";
import { html, type Markup, type Piece } from "./markup.ts";
import { chip, say, type View, word } from "./view.ts";

const withUnit = (x: number, unit: string | undefined, view: View): string =>
  `${quantity(x, view.lang)}${unit === undefined ? "" : `\u00a0${unit}`}`;

/** Stock against reorder point: numbers, and a small gauge that fills up to the order-up-to level. */
function stockCell(line: Suggestion, view: View): Markup {
  const { lang } = view;
  const most = Math.max(line.orderUpTo, line.onHand, line.reorderPoint, 1e-9);
  const at = (x: number) => 92 * Math.min(1, Math.max(0, x / most));
  return html`${quantity(line.onHand, lang)} <span class="muted">/ ${quantity(line.reorderPoint, lang)}</span>
    ${line.onOrder > 0 && html`<span class="sub">+ ${quantity(line.onOrder, lang)} ${wordsOf(lang).columns.onOrder}</span>`}
    <svg class="gauge" viewBox="0 0 92 6" preserveAspectRatio="none" aria-hidden="true">
    <rect class="total" x="0" y="0" width="${at(line.onHand)}" height="6"/>
    <line class="reorder strong" x1="${at(line.reorderPoint)}" x2="${at(line.reorderPoint)}" y1="0" y2="6"/></svg>`;
}

function explanation(line: Suggestion, id: string, view: View): Markup {
  const service = say(view, "serviceGoal", {
    share: percent(line.expectedService, view.lang),
    type: valueWords(line.serviceType, view.lang),
  });
  return html`<details><summary>${word(view, "why")}</summary><div class="because"><div><ul>
    ${line.reasons.map((reason) => html`<li>${reasonSentence(reason, view.lang)}</li>`)}</ul>
    <p class="muted small">${wordsOf(view.lang).columns.policy}: ${policyName(line.policy, view.lang)}; ${service}</p></div><div>
    ${waterfall(line, `w-${id}`, view.lang)}</div></div></details>`;
}

const sub = (text: Piece): Markup => html`<span class="sub">${text}</span>`;

const cell = (label: string, content: Piece): Markup => html`<td class="n" data-l="${label}">${content}</td>`;

/** Quantity in the base unit, below it in the unit in which the supplier sells. */
function quantityCell({ quantity, unit, purchaseQuantity, purchaseUnit }: Suggestion, view: View): Piece {
  const purchased = purchaseQuantity !== undefined && purchaseUnit !== undefined;
  return [
    html`<strong>${withUnit(quantity, unit, view)}</strong>`,
    purchased && sub(withUnit(purchaseQuantity, purchaseUnit, view)),
  ];
}

function amountCell({ amount, unitPrice: price, currency }: Suggestion, view: View): Piece {
  return [
    amount === undefined ? word(view, "noPrice") : money(amount, currency, view.lang),
    price !== undefined && sub(unitPrice(price, currency, view.lang)),
  ];
}

/** What today's reorder point and maximum stock would order. */
function minMaxCell({ asIs }: Suggestion, { lang }: View): Piece {
  if (asIs === undefined) return noNumber;
  return [quantity(asIs.quantity, lang), asIs.quantity > 0 && sub(date(asIs.orderBy, lang))];
}

/** Until when the stock lasts in 19 of 20 cases, below it on average. */
function runsOutCell({ safeUntil, runsOutOn }: Suggestion, view: View): Piece {
  const { lang } = view;
  return [
    date(safeUntil, lang),
    runsOutOn !== undefined && sub(say(view, "onAverage", { on: date(runsOutOn, lang) })),
  ];
}

function itemCell(line: Suggestion, view: View): Piece {
  const { name } = line;
  const kind = lineKind(line);
  return [
    line.item,
    name !== undefined && sub(name),
    kind !== "plain" && sub([chip(kind, lineKindName(line, view.lang)), " ", lineClause(line, view.lang)]),
  ];
}

/** A line of an order with its explanation folded below it. */
export function orderLine(line: Suggestion, id: string, view: View): Markup {
  const { lang } = view;
  return html`<tbody id="${id}"><tr class="data has-why">
    <td class="id">${itemCell(line, view)}</td>
    ${cell(wordsOf(lang).columns.quantity, quantityCell(line, view))}
    ${cell(wordsOf(lang).columns.orderBy, date(line.orderBy, lang))}
    ${cell(wordsOf(lang).columns.receiptBy, date(line.receiptBy, lang))}
    ${cell(wordsOf(lang).columns.amount, amountCell(line, view))}
    ${cell(word(view, "stockAndPoint"), stockCell(line, view))}
    ${cell(wordsOf(lang).columns.safeUntil, runsOutCell(line, view))}
    ${cell(word(view, "minMaxShort"), minMaxCell(line, view))}
    </tr><tr class="why"><td colspan="8">${explanation(line, id, view)}</td></tr></tbody>`;
}

/** Heading of a table of order lines. */
export function orderLineHead(view: View): Markup {
  const { lang } = view;
  const heading = (name: keyof Language["columns"]) =>
    html`<th scope="col" class="n">${wordsOf(lang).columns[name]}</th>`;
  return html`<thead><tr><th scope="col">${wordsOf(lang).columns.item}</th>
    ${(["quantity", "orderBy", "receiptBy", "amount"] as const).map(heading)}<th scope="col" class="n">
    ${word(view, "stockAndPoint")}</th>${heading("safeUntil")}<th scope="col" class="n">
    ${word(view, "minMaxShort")}</th></tr></thead>`;
}
