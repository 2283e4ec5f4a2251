import { dayOf } from "../../calendar/date.ts";
import { by } from "../../numeric/order.ts";
import { valueWords } from "../../words/index.ts";
import { date, decimal, money, percent, quantity } from "../../words/numbers.ts";
import type { SupplierOrder } from "../order-list.ts";
import { html, type Markup, type Piece } from "./markup.ts";
import { say, type View, word } from "./view.ts";

/** Sums of one currency: what we order, and for items with min/max what both would order. */
interface CurrencySum {
  readonly currency: string | undefined;
  readonly ours: number;
  /** Ours over the items that bring min/max and a price, and theirs. */
  readonly oursCompared: number;
  readonly minMax: number;
  readonly compared: number;
}

/** Sums of all suggestions by currency, the largest first. */
function currencySums({ plan }: View): CurrencySum[] {
  const sums = new Map<string | undefined, CurrencySum>();
  for (const { suggestion: s } of plan.items) {
    if (s === null || (s.amount === undefined && s.unitPrice === undefined)) continue;
    const known = sums.get(s.currency) ?? {
      currency: s.currency,
      ours: 0,
      oursCompared: 0,
      minMax: 0,
      compared: 0,
    };
    const ours = s.amount ?? 0;
    const both = s.asIs !== undefined && s.unitPrice !== undefined;
    sums.set(s.currency, {
      currency: s.currency,
      ours: known.ours + ours,
      oursCompared: known.oursCompared + (both ? ours : 0),
      minMax: known.minMax + (both ? (s.asIs?.quantity ?? 0) * (s.unitPrice ?? 0) : 0),
      compared: known.compared + (both ? 1 : 0),
    });
  }
  return [...sums.values()].sort(
    by(
      ({ ours }) => -ours,
      ({ currency = "" }) => currency,
    ),
  );
}

/** How far history and stock lie apart, in words; a warning from a week on. */
function dataAge(view: View): { readonly text: string; readonly far: boolean } {
  const days = dayOf(view.plan.stockDate) - dayOf(view.plan.asOf);
  const size = Math.abs(days);
  const numbers = { days: decimal(size, view.lang, 0), count: size };
  if (days === 0) return { text: say(view, "ageSame"), far: false };
  return { text: say(view, days > 0 ? "ageStock" : "ageHistory", numbers), far: size > 7 };
}

/** Title and the dates for which everything below holds. */
export function pageHead(view: View): Markup {
  const { plan, lang } = view;
  const age = dataAge(view);
  const facts: [string, string][] = [
    [word(view, "asOf"), date(plan.asOf, lang)],
    [word(view, "stockDate"), date(plan.stockDate, lang)],
    [word(view, "dataAge"), age.text],
    [word(view, "bucket"), valueWords(plan.bucket, lang)],
    [word(view, "items"), decimal(plan.items.length, lang, 0)],
  ];
  return html`<header class="top"><div><span class="brand">bedarf</span><h1>${word(view, "title")}</h1></div>
    <dl class="facts">${facts.map(
      ([name, value]) => html`<div><dt>${name}</dt><dd>
    ${value}</dd></div>`,
    )}</dl></header>`;
}

const tile = (kind: string, label: string, value: string, note: Markup | string): Markup =>
  html`<div class="card tile ${kind}"><div class="label">${label}</div><div class="value">${value}</div>
    <div class="muted small">${note}</div></div>`;

const amounts = (sums: readonly { currency: string | undefined; x: number }[], view: View): string =>
  sums.map(({ currency, x }) => money(x, currency, view.lang, 0)).join(" + ") || word(view, "noPrice");

function difference(view: View, sum: CurrencySum): string {
  const less = sum.minMax - sum.oursCompared;
  if (Math.abs(less) < 0.5) return say(view, "same");
  return say(view, less > 0 ? "less" : "more", { amount: money(Math.abs(less), sum.currency, view.lang, 0) });
}

function comparison(view: View, sum: CurrencySum): Markup {
  const most = Math.max(sum.oursCompared, sum.minMax, 1e-9);
  const row = (label: string, x: number, kind: string) =>
    html`<div><dt>${label}</dt><dd class="track ${kind}"><i style="width:${(100 * x) / most}%"></i></dd><dd>
      ${money(x, sum.currency, view.lang, 0)}</dd></div>`;
  const basis = say(view, "minMaxBasis", {
    items: decimal(sum.compared, view.lang, 0),
    ours: money(sum.oursCompared, sum.currency, view.lang, 0),
  });
  return html`<div class="card compare"><div class="head"><strong>
    ${word(view, "ours")} – ${word(view, "minMaxShort")}</strong><strong>
    ${difference(view, sum)}</strong></div><dl>
    ${row(word(view, "ours"), sum.oursCompared, "ours")}${row(word(view, "minMaxToday"), sum.minMax, "")}</dl>
    <p class="muted small">${basis}</p></div>`;
}

const link = (id: string, text: string): Markup => html`<a href="#${id}">${text}</a>`;

const note = (text: Piece): Markup => html`<p class="note">${text}</p>`;

/** Whom the service level holds for, where that is not each item by itself. */
function serviceNote(view: View): Markup | false {
  const { serviceScope, serviceLevel, serviceFloorGap } = view.plan.options;
  const isShared = view.plan.items.some(({ suggestion }) =>
    suggestion?.reasons.some(({ code }) => code === "buffer-class"),
  );
  if (serviceScope !== "assortment" || typeof serviceLevel !== "number" || !isShared) return false;
  const target = serviceLevel > 1 ? serviceLevel / 100 : serviceLevel;
  const floor = Math.max(0, target - (typeof serviceFloorGap === "number" ? serviceFloorGap : 0));
  const said = { target: percent(target, view.lang), floor: percent(floor, view.lang) };
  return note(say(view, "servedTogether", said));
}

/** The few numbers that a buyer wants first. */
export function summary(
  view: View,
  orders: readonly SupplierOrder[],
  attention: number,
  open: number,
): Markup {
  const { plan, lang } = view;
  const sums = currencySums(view);
  const lines = orders.reduce((sum, { lines }) => sum + lines.length, 0);
  const compared = sums.filter((sum) => sum.compared > 0);
  const purchases = plan.items.filter((item) => item.demandBasis === "purchase").length;
  const count = say(view, "orderLines", {
    lines: quantity(lines, lang),
    count: lines,
    suppliers: quantity(orders.length, lang),
    supplierCount: orders.length,
  });
  const ours = sums.map(({ currency, ours: x }) => ({ currency, x })).filter(({ x }) => x > 0);
  const theirs = compared.map(({ currency, minMax: x }) => ({ currency, x }));
  const minMax =
    compared.length === 0 ? say(view, "noMinMax") : compared.map((sum) => difference(view, sum)).join("; ");
  const tiles = [
    tile("main", word(view, "orderNow"), lines === 0 ? "0" : amounts(ours, view), count),
    tile("", word(view, "minMaxToday"), compared.length === 0 ? "–" : amounts(theirs, view), minMax),
    tile("", word(view, "toReview"), decimal(attention, lang, 0), link("order", word(view, "lines"))),
    tile("", word(view, "openSignals"), decimal(open, lang, 0), link("changed", word(view, "changed"))),
  ];
  const estimated = say(view, "purchaseBasis", {
    items: decimal(purchases, lang, 0),
    all: decimal(plan.items.length, lang, 0),
  });
  return html`<div class="tiles">${tiles}</div>
    ${compared.map((sum) => comparison(view, sum))}
    ${serviceNote(view)}
    ${dataAge(view).far && note(say(view, "ageWarning"))}
    ${purchases > 0 && note(html`<strong>${estimated}</strong> ${word(view, "basisPurchases")}`)}`;
}
