import type { Suggestion } from "../../suggestion.ts";
import { columnWords } from "../../words/columns.ts";
import { attentionPhrase, reasonSentence } from "../../words/index.ts";
import { date, money, percent, quantity, unitPrice } from "../../words/numbers.ts";
import { valueWords } from "../../words/values.ts";
import { waterfall } from "../chart/waterfall.ts";
import { html, type Markup } from "./markup.ts";
import { chip, say, type View, word } from "./view.ts";

const withUnit = (x: number, unit: string | undefined, view: View): string =>
  `${quantity(x, view.lang)}${unit === undefined ? "" : `\u00a0${unit}`}`;

/** Stock against reorder point: numbers, and a small gauge that fills up to the order-up-to level. */
function stockCell(line: Suggestion, view: View): Markup {
  const { lang } = view;
  const most = Math.max(line.orderUpTo, line.onHand, line.reorderPoint, 1e-9);
  const at = (x: number) => 92 * Math.min(1, Math.max(0, x / most));
  return html`${quantity(line.onHand, lang)} <span class="muted">/ ${quantity(line.reorderPoint, lang)}</span>${line.onOrder > 0 && html`<span class="sub">+ ${quantity(line.onOrder, lang)} ${columnWords.onOrder[lang]}</span>`}<svg class="gauge" viewBox="0 0 92 6" preserveAspectRatio="none" aria-hidden="true"><rect class="total" x="0" y="0" width="${at(line.onHand)}" height="6"/><line class="reorder strong" x1="${at(line.reorderPoint)}" x2="${at(line.reorderPoint)}" y1="0" y2="6"/></svg>`;
}

function explanation(line: Suggestion, id: string, view: View): Markup {
  const service = say(view, "serviceGoal", {
    share: percent(line.expectedService, view.lang),
    type: valueWords(line.serviceType, view.lang),
  });
  return html`<details><summary>${word(view, "why")}</summary><div class="because"><div><ul>${line.reasons.map((reason) => html`<li>${reasonSentence(reason, view.lang)}</li>`)}</ul><p class="muted small">${columnWords.policy[view.lang]} ${line.policy}; ${service}</p></div><div>${waterfall(line, `w-${id}`, view.lang)}</div></div></details>`;
}

/** Phrases on why a person should look at a line before it is ordered. */
const attentionText = (line: Suggestion, view: View): string =>
  (line.attentionCodes ?? []).map((code) => attentionPhrase(code, view.lang)).join("; ");

/** A line of an order with its explanation folded below it. */
export function orderLine(line: Suggestion, id: string, view: View): Markup {
  const { lang } = view;
  const purchase = line.purchaseQuantity !== undefined && line.purchaseUnit !== undefined;
  const label = (name: keyof typeof columnWords) => columnWords[name][lang];
  const minMax =
    line.asIs === undefined
      ? "–"
      : html`${quantity(line.asIs.quantity, lang)}${line.asIs.quantity > 0 && html`<span class="sub">${date(line.asIs.orderBy, lang)}</span>`}`;
  return html`<tbody id="${id}"><tr class="data has-why"><td class="id">${line.item}${line.name !== undefined && html`<span class="sub">${line.name}</span>`}${line.attention !== "none" && html`<span class="sub">${chip(line.attention, valueWords(line.attention, lang))} ${attentionText(line, view)}</span>`}</td><td class="n" data-l="${label("quantity")}"><strong>${withUnit(line.quantity, line.unit, view)}</strong>${purchase && html`<span class="sub">${withUnit(line.purchaseQuantity ?? 0, line.purchaseUnit, view)}</span>`}</td><td class="n" data-l="${label("orderBy")}">${date(line.orderBy, lang)}</td><td class="n" data-l="${label("receiptBy")}">${date(line.receiptBy, lang)}</td><td class="n" data-l="${label("amount")}">${line.amount === undefined ? word(view, "noPrice") : money(line.amount, line.currency, lang)}${line.unitPrice !== undefined && html`<span class="sub">${unitPrice(line.unitPrice, line.currency, lang)}</span>`}</td><td class="n" data-l="${word(view, "stockAndPoint")}">${stockCell(line, view)}</td><td class="n" data-l="${label("runsOutOn")}">${line.runsOutOn === undefined ? "–" : date(line.runsOutOn, lang)}</td><td class="n" data-l="${word(view, "minMaxShort")}">${minMax}</td></tr><tr class="why"><td colspan="8">${explanation(line, id, view)}</td></tr></tbody>`;
}

/** Heading of a table of order lines. */
export function orderLineHead(view: View): Markup {
  const { lang } = view;
  const heading = (name: keyof typeof columnWords) =>
    html`<th scope="col" class="n">${columnWords[name][lang]}</th>`;
  return html`<thead><tr><th scope="col">${columnWords.item[lang]}</th>${(["quantity", "orderBy", "receiptBy", "amount"] as const).map(heading)}<th scope="col" class="n">${word(view, "stockAndPoint")}</th>${heading("runsOutOn")}<th scope="col" class="n">${word(view, "minMaxShort")}</th></tr></thead>`;
}
