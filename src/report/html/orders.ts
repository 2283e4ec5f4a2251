import { kindRank, lineKind, stakeOf } from "../../line-kind.ts";
import { by } from "../../numeric/order.ts";
import type { Suggestion } from "../../suggestion.ts";
import { attentionPhrase, lineKindName } from "../../words/index.ts";
import { reportWordsOf, wordsOf } from "../../words/languages.ts";
import { date, decimal, money, quantity } from "../../words/numbers.ts";
import type { SupplierOrder } from "../order-list.ts";
import { html, type Markup, type Piece } from "./markup.ts";
import { orderLine, orderLineHead } from "./order-line.ts";
import { chip, say, section, type View, word } from "./view.ts";

const mostSuppliers = 40;
const mostLines = 25;
const mostLinesAll = 300;
const mostAttention = 6;

/** Lines that ask more of a person than an order. */
export const attentionLines = ({ plan }: View): Suggestion[] =>
  plan.items.flatMap(({ suggestion: s }) => (s !== null && lineKind(s) !== "plain" ? [s] : []));

/** Money that waits for the look: the order, or what is needed and not ordered. */
const waiting = (line: Suggestion): number => stakeOf(line) ?? 0;

/** Lines by their first reason for a look, the most money first. */
function attentionGroups(lines: readonly Suggestion[]): (readonly Suggestion[])[] {
  const codeOf = (line: Suggestion) => (lineKind(line) === "shortage" ? "" : line.attentionCodes?.[0]);
  const groups = Map.groupBy(lines, (line) => `${kindRank(lineKind(line))} ${codeOf(line) ?? ""}`);
  const sum = (group: readonly Suggestion[]) => group.reduce((total, line) => total + waiting(line), 0);
  return [...groups]
    .sort(
      by(
        ([, group]) => kindRank(lineKind(group[0])),
        ([, group]) => -sum(group),
        ([, group]) => -group.length,
        ([key]) => key,
      ),
    )
    .map(([, group]) =>
      group.toSorted(
        by(
          (line) => -waiting(line),
          ({ item }) => item,
        ),
      ),
    );
}

function attentionGroup(group: readonly Suggestion[], ids: ReadonlyMap<string, string>, view: View): Markup {
  const { lang } = view;
  const [first] = group;
  const kind = lineKind(first);
  const amounts = Map.groupBy(group, ({ currency }) => currency ?? "");
  const sums = [...amounts].map(([currency, lines]) =>
    money(
      lines.reduce((total, line) => total + waiting(line), 0),
      currency === "" ? undefined : currency,
      lang,
      0,
    ),
  );
  const items = group.slice(0, mostAttention).map((line, k) => {
    const id = ids.get(line.item);
    const name = line.name === undefined ? "" : ` ${line.name}`;
    const text = id === undefined ? html`${line.item}` : html`<a href="#${id}">${line.item}</a>`;
    return html`${k > 0 && ", "}${text}${name}`;
  });
  const rest = group.length - mostAttention;
  const others = rest > 0 && ` … ${decimal(rest, lang, 0)} ${word(view, "others")}`;
  const [code] = first.attentionCodes ?? [];
  const why = kind === "shortage" || code === undefined ? "" : attentionPhrase(code, lang);
  const count = html`<strong>${decimal(group.length, lang, 0)} ×</strong>`;
  return html`<div class="issue"><div class="head">
    <span>${chip(kind, lineKindName(first, lang))} ${count} ${why}</span>
    <span>${sums.join(" + ")}</span></div>
    <div class="muted small">${items}${others}</div></div>`;
}

function attentionList(view: View, ids: ReadonlyMap<string, string>): Markup {
  const groups = attentionGroups(attentionLines(view));
  if (groups.length === 0) return html``;
  return html`<div class="card"><h3>${word(view, "toReview")}</h3>
    ${groups.map((group) => attentionGroup(group, ids, view))}</div>`;
}

/** What is missing to the supplier's limits, and what could be pulled forward to reach them. */
function gaps({ basket, currency }: SupplierOrder, view: View): Piece {
  if (basket === undefined) return undefined;
  const { lang } = view;
  const { minimumGap, freeFreightGap, surcharge, fillers } = basket;
  const chips: Markup[] = [];
  if (minimumGap !== undefined && minimumGap > 0) {
    chips.push(chip("warning", say(view, "minimumGap", { amount: money(minimumGap, currency, lang) })));
  }
  if (surcharge !== undefined && surcharge > 0) {
    chips.push(chip("warning", say(view, "surcharge", { amount: money(surcharge, currency, lang) })));
  }
  if (freeFreightGap !== undefined && freeFreightGap > 0) {
    chips.push(chip("", say(view, "freightGap", { amount: money(freeFreightGap, currency, lang) })));
  }
  const worth = fillers.slice(0, 5).map((filler) =>
    say(view, "filler", {
      item: filler.item,
      quantity: quantity(filler.quantity, lang),
      amount: money(filler.amount, currency, lang),
      cost: money(filler.holdingCost, currency, lang),
    }),
  );
  return [
    chips.length > 0 && html`<div class="chips">${chips}</div>`,
    worth.length > 0 && html`<p class="small muted">${word(view, "filler")}: ${worth.join("; ")}</p>`,
  ];
}

const attentionFirst = (a: Suggestion, b: Suggestion): number =>
  kindRank(lineKind(a)) - kindRank(lineKind(b));

/** "Würfel & Söhne KG (70110)": name and number of a supplier. */
function supplierTitle({ supplier, basket }: SupplierOrder, view: View): string {
  if (supplier === undefined) return reportWordsOf(view.lang).sheets.noSupplier;
  return basket?.name === undefined || basket.name === supplier ? supplier : `${basket.name} (${supplier})`;
}

function supplierCard(
  order: SupplierOrder,
  most: number,
  ids: ReadonlyMap<string, string>,
  view: View,
): Markup {
  const { lang } = view;
  const shown = [...order.lines].sort(attentionFirst).slice(0, most);
  const rest = order.lines.length - shown.length;
  const orderDate = order.basket?.orderDate ?? order.orderDate;
  const facts = [
    say(view, "lineCount", { lines: decimal(order.lines.length, lang, 0), count: order.lines.length }),
    `${wordsOf(lang).columns.orderDate} ${date(orderDate, lang)}`,
    ...(order.asIsAmount === undefined
      ? []
      : [`${word(view, "minMaxShort")}: ${money(order.asIsAmount, order.currency, lang)}`]),
  ];
  const amount =
    order.amount === undefined ? word(view, "noPrice") : money(order.amount, order.currency, lang);
  return html`<div class="card supplier">
    <div class="head"><div><h3>${supplierTitle(order, view)}</h3>
    <span class="muted small">${facts.join(" · ")}</span></div>
    <span class="sum">${amount}</span></div>
    ${gaps(order, view)}
    <div class="scroll"><table class="stack">${orderLineHead(view)}
    ${shown.map((line) => orderLine(line, ids.get(line.item) ?? "", view))}</table></div>
    ${moreLines(rest, view)}</div>`;
}

const moreLines = (count: number, view: View): Piece =>
  count > 0 &&
  html`<p class="muted small">
    ${say(view, "moreLines", { lines: decimal(count, view.lang, 0), count })}</p>`;

/** How many lines of each supplier the page shows: all where few, the first ones where many. */
function shares(orders: readonly SupplierOrder[]): number[] {
  let left = mostLinesAll;
  return orders.map(({ lines }) => {
    const share = Math.min(lines.length, mostLines, left);
    left -= share;
    return share;
  });
}

/** What to order now: lines that need a look, then one card a supplier. */
export function orderSection(view: View, orders: readonly SupplierOrder[]): Markup {
  if (orders.length === 0) {
    const nothing = html`<p class="lead">${word(view, "nothingToOrder")}</p>`;
    return section(view, "order", "orderNow", [nothing, attentionList(view, new Map())]);
  }
  const counts = shares(orders);
  const shown = orders.slice(0, mostSuppliers).filter((_, k) => counts[k] > 0);
  const ids = new Map<string, string>();
  for (const [k, order] of shown.entries()) {
    for (const line of [...order.lines].sort(attentionFirst).slice(0, counts[k]))
      ids.set(line.item, `l${ids.size + 1}`);
  }
  const rest = orders.length - shown.length;
  const others = say(view, "moreSuppliers", { lines: decimal(rest, view.lang, 0) });
  return section(view, "order", "orderNow", [
    attentionList(view, ids),
    shown.map((order, k) => supplierCard(order, counts[k], ids, view)),
    rest > 0 && html`<p class="muted">${others}</p>`,
  ]);
}
