import { dayOf } from "../../calendar/date.ts";
import type { PlanItem } from "../../result.ts";
import { type Lang, wordsOf } from "../../words/languages.ts";
import { date, quantity } from "../../words/numbers.ts";
import { html, type Markup } from "../html/markup.ts";
import { picture, timeAxis, valueAxis } from "./frame.ts";
import { band, line, rule, word } from "./marks.ts";
import { linear, ticks } from "./scale.ts";
import { type PlanDays, type PlanStock, type StockPath, stockPath, todayOf } from "./stock-path.ts";
import { monthName, monthStarts, shortDay } from "./time-names.ts";

const width = 400;
const height = 150;
const left = 46;
const right = width - 8;
const top = 12;
const bottom = height - 22;

/** Days that the picture shows: past the receipt of today's order, at least four months, at most a year. */
function span(plan: PlanDays, of: PlanItem): number {
  const today = todayOf(plan);
  const wanted = [of.suggestion?.receiptBy, of.suggestion?.runsOutOn].map(
    (day) => dayOf(day ?? "") - today + 45,
  );
  return Math.min(366, Math.max(120, ...wanted.filter(Number.isFinite)));
}

function marks(
  of: PlanItem,
  path: StockPath,
  y: (value: number) => number,
  x: (day: number) => number,
  lang: Lang,
) {
  const { suggestion } = of;
  if (suggestion === null) return [];
  const runsOut = dayOf(suggestion.runsOutOn ?? "");
  const arrival = dayOf(suggestion.receiptBy);
  const last = path.days.at(-1) ?? 0;
  const ordered = suggestion.quantity > 0 && arrival <= last;
  const late = x(runsOut) > (left + right) / 2;
  const level = y(suggestion.reorderPoint);
  // the run-out date stands at the top, or below the reorder point where that runs through there
  const above = level > top - 4 && level < top + 16 ? level + 14 : top + 8;
  const words = `${wordsOf(lang).charts.runsOut} ${shortDay(runsOut, lang)}`;
  const afterReceipt = y(path.withOrder[arrival - path.days[0]] ?? 0);
  return [
    rule(left, level, right, level, "reorder"),
    word(right, level - 4, wordsOf(lang).charts.reorderPoint, "end", "mark"),
    runsOut <= last && rule(x(runsOut), top, x(runsOut), bottom, "runout"),
    runsOut <= last && word(x(runsOut) + (late ? -4 : 4), above, words, late ? "end" : "start", "mark bad"),
    ordered && html`<circle class="receipt" cx="${x(arrival)}" cy="${afterReceipt}" r="3"/>`,
  ];
}

/** Expected stock of an item: with and without our order, reorder point, run-out date. */
export function stockChart(plan: PlanStock, of: PlanItem, id: string, lang: Lang): Markup | undefined {
  const path = stockPath(plan, of, span(plan, of));
  const { suggestion } = of;
  if (path === undefined || suggestion === null) return undefined;
  const values = ticks(0, Math.max(...path.high, ...path.withOrder, suggestion.reorderPoint, 1), 3);
  const y = linear([0, values.at(-1) ?? 1], [bottom, top]);
  const [first, last] = [path.days[0], path.days.at(-1) ?? 0];
  const x = linear([first, last], [left, right]);
  const points = (of: readonly number[]) =>
    of
      .map((value, k) => ({ x: x(path.days[k]), y: y(value) }))
      .filter((_, k) => k % 2 === 0 || k === of.length - 1);
  const names = monthStarts(first, last, 7).map((day) => ({ x: x(day), text: monthName(day, lang) }));
  const description = wordsOf(lang).charts.stockDescription({
    onHand: quantity(suggestion.onHand, lang),
    reorderPoint: quantity(suggestion.reorderPoint, lang),
    runsOut: suggestion.runsOutOn === undefined ? undefined : date(suggestion.runsOutOn, lang),
    order: suggestion.quantity > 0 ? quantity(suggestion.quantity, lang) : undefined,
  });
  return picture({ id, title: `${of.item}: ${wordsOf(lang).charts.stock}`, description }, width, height, [
    valueAxis(values, y, left, right, (value) => quantity(value, lang)),
    timeAxis(names, bottom, right),
    band(points(path.low), points(path.high), "fan wide"),
    suggestion.quantity > 0 && line(points(path.expected), "without"),
    line(points(path.withOrder), "stock"),
    marks(of, path, y, x, lang),
  ]);
}
