import { dayOf, isoDate } from "../../calendar/date.ts";
import type { PlanItem } from "../../result.ts";
import { type Lang, wordsOf } from "../../words/languages.ts";
import { date, quantity } from "../../words/numbers.ts";
import { html, type Markup } from "../html/markup.ts";
import { picture, timeAxis, valueAxis } from "./frame.ts";
import { hits } from "./hits.ts";
import { band, bar, line, rule, word } from "./marks.ts";
import { linear, type Scale, ticks } from "./scale.ts";
import { namesWithin, type Room, roomOf } from "./size.ts";
import {
  type PlanDays,
  type PlanStock,
  type Receipt,
  type StockPath,
  stockPath,
  todayOf,
} from "./stock-path.ts";
import { monthName, monthStarts, shortDay } from "./time-names.ts";

const height = 158;

/** Width of a letter of a label, in pixels, on average. */
const letter = 6.2;

/** Days that the picture shows: past the receipt of today's order, at least four months, at most a year. */
function span(plan: PlanDays, of: PlanItem): number {
  const today = todayOf(plan);
  const wanted = [of.suggestion?.receiptBy, of.suggestion?.runsOutOn].map(
    (day) => dayOf(day ?? "") - today + 45,
  );
  return Math.min(366, Math.max(120, ...wanted.filter(Number.isFinite)));
}

/** What is drawn, and where. */
interface Drawing {
  readonly of: PlanItem;
  readonly suggestion: NonNullable<PlanItem["suggestion"]>;
  readonly path: StockPath;
  readonly room: Room;
  readonly x: Scale;
  readonly y: Scale;
  readonly lang: Lang;
}

const stockOn = ({ days, withOrder }: StockPath, day: number): number => withOrder[day - days[0]] ?? 0;

/** Receipts as marks on the stock that they lift: open orders as triangles, those of later as hollow circles. */
function receiptMarks({ suggestion, path, x, y, lang }: Drawing): Markup {
  const { charts } = wordsOf(lang);
  const [first, last] = [path.days[0], path.days.at(-1) ?? 0];
  const inSight = (receipts: readonly Receipt[]) =>
    receipts.filter(([day, amount]) => day >= first && day <= last && amount > 0);
  const said = (day: number, amount: number, text: (of: { on: string; quantity: string }) => string) =>
    text({ on: date(isoDate(day), lang), quantity: quantity(amount, lang) });
  const arrival = dayOf(suggestion.receiptBy);
  return html`${inSight(path.open).map(([day, amount]) => {
    const [at, level] = [x(day), y(stockOn(path, day))];
    return html`<path class="receipt" d="M${at - 4} ${level + 3}h8l-4 -7z"><title>
      ${said(day, amount, charts.openReceipt)}</title></path>`;
  })}${inSight(path.later).map(
    ([
      day,
      amount,
    ]) => html`<circle class="receipt later" cx="${x(day)}" cy="${y(stockOn(path, day))}" r="3"><title>
      ${said(day, amount, charts.laterReceipt)}</title></circle>`,
  )}${
    suggestion.quantity > 0 &&
    arrival <= last &&
    html`<circle class="receipt" cx="${x(arrival)}" cy="${y(stockOn(path, arrival))}" r="3.5"><title>
      ${said(arrival, suggestion.quantity, charts.thisReceipt)}</title></circle>`
  }`;
}

/**
 * The days of the first time that nothing is there before a later order comes, as [from, to]; undefined where that is
 * never. The plan knows the day on which the stock ends better than a straight line through the month does.
 */
function emptyDays(
  { days, withOrder: all, later }: StockPath,
  runsOut: number,
): readonly [number, number] | undefined {
  const end = later[0]?.[0];
  const withOrder = end === undefined ? all : all.slice(0, end - days[0]);
  const from = withOrder.findIndex((stock) => stock <= 0);
  if (from < 0) return undefined;
  const back = withOrder.findIndex((stock, k) => k > from && stock > 0);
  const to = days[back < 0 ? withOrder.length - 1 : back];
  return [runsOut > days[from] && runsOut < to ? runsOut : days[from], to];
}

/** Reorder point, the day on which the stock ends without an order, and the days without any; labels keep apart. */
function levels({ suggestion, path, room, x, y, lang }: Drawing): Markup {
  const { charts } = wordsOf(lang);
  const { left, right, top, bottom } = room;
  const level = y(suggestion.reorderPoint);
  const runsOut = dayOf(suggestion.runsOutOn ?? "");
  const last = path.days.at(-1) ?? 0;
  const text = `${charts.runsOut} ${shortDay(runsOut, lang)}`;
  const isLate = x(runsOut) + 8 + text.length * letter > right;
  // the day stands at the top, or below the reorder point where that runs through there
  const above = level > top - 4 && level < top + 16 ? level + 14 : top + 9;
  const name = charts.reorderPoint;
  // above its line, or below it where the day would stand in its way
  const nameFrom = right - name.length * letter;
  const dayTo = isLate ? x(runsOut) : x(runsOut) + 8 + text.length * letter;
  const isTight = runsOut <= last && dayTo > nameFrom && Math.abs(level - 4 - above) < 12;
  const empty = emptyDays(path, runsOut);
  // above the marked days, or above the name of the reorder point where that stands there
  const emptyAt = Math.abs(level - 4 - (bottom - 9)) < 12 ? level - 17 : bottom - 9;
  const count = empty === undefined ? 0 : empty[1] - empty[0];
  return html`${[
    empty !== undefined &&
      count > 0 && [
        bar(x(empty[0]), Math.max(2, x(empty[1]) - x(empty[0])), bottom, bottom - 6, "shortage"),
        word(Math.min(x(empty[0]), right - 90), emptyAt, charts.daysEmpty(count), "start", "mark bad"),
      ],
    rule(left, level, right, level, "reorder"),
    word(right, isTight ? level + 13 : level - 4, name, "end", "mark"),
    runsOut <= last && rule(x(runsOut), top, x(runsOut), bottom, "runout"),
    runsOut <= last &&
      word(x(runsOut) + (isLate ? -4 : 4), above, text, isLate ? "end" : "start", "mark bad"),
  ]}`;
}

/** What the picture of the stock shows of an item beside its course and its levels. */
export function stockMarks(plan: PlanStock, of: PlanItem): ("without" | "open" | "order" | "later")[] {
  const path = stockPath(plan, of, span(plan, of));
  const { suggestion } = of;
  if (path === undefined || suggestion === null) return [];
  const last = path.days.at(-1) ?? 0;
  const isSeen = (receipts: readonly Receipt[]): boolean =>
    receipts.some(([day, amount]) => day <= last && amount > 0);
  const isOrder = suggestion.quantity > 0;
  return [
    ...(isOrder ? (["without"] as const) : []),
    ...(isSeen(path.open) ? (["open"] as const) : []),
    ...(isOrder && dayOf(suggestion.receiptBy) <= last ? (["order"] as const) : []),
    ...(isSeen(path.later) ? (["later"] as const) : []),
  ];
}

/** Steps of the pointer along the picture, in days. */
const hitDays = 7;

/** The stock of each week, to be read where the pointer rests. */
function values({ path, room, x, lang }: Drawing): Markup {
  const { tip } = wordsOf(lang).charts;
  const places = path.days
    .filter((_, k) => k % hitDays === 0)
    .map((day) => {
      const k = day - path.days[0];
      const text = tip.stock({
        on: date(isoDate(day), lang),
        mean: quantity(path.withOrder[k] ?? 0, lang),
        low: quantity(path.low[k] ?? 0, lang),
      });
      return { x: x(day), width: x(day + hitDays) - x(day), text };
    });
  return hits(places, room.top, room.bottom);
}

/**
 * Expected stock of an item: with and without our order, in 19 of 20 cases, reorder point, run-out date, what is under
 * way and what would be ordered later; `width` is that of the column in pixels.
 */
export function stockChart(
  plan: PlanStock,
  of: PlanItem,
  id: string,
  lang: Lang,
  width?: number,
): Markup | undefined {
  const path = stockPath(plan, of, span(plan, of));
  const { suggestion } = of;
  if (path === undefined || suggestion === null) return undefined;
  const [first, last] = [path.days[0], path.days.at(-1) ?? 0];
  // what today decides reaches to the first order after it; behind that the range would hide what comes then
  const decided = (path.later[0]?.[0] ?? last + 1) - first;
  const high = path.high.slice(0, decided);
  const scale = ticks(0, Math.max(...high, ...path.withOrder, suggestion.reorderPoint, 1), 3);
  const axis = (value: number) => quantity(value, lang);
  const room = roomOf(height, width, scale.map(axis));
  const { left, right, top, bottom } = room;
  const y = linear([0, scale.at(-1) ?? 1], [bottom, top]);
  const x = linear([first, last], [left, right]);
  const points = (values: readonly number[]) =>
    values.map((value, k) => ({ x: x(path.days[k]), y: y(value) }));
  const low = points(path.low.slice(0, decided));
  const names = monthStarts(first, last, namesWithin(room)).map((day) => ({
    x: x(day),
    text: monthName(day, lang),
  }));
  const { charts } = wordsOf(lang);
  const description = charts.stockDescription({
    onHand: quantity(suggestion.onHand, lang),
    reorderPoint: quantity(suggestion.reorderPoint, lang),
    runsOut: suggestion.runsOutOn === undefined ? undefined : date(suggestion.runsOutOn, lang),
    order: suggestion.quantity > 0 ? quantity(suggestion.quantity, lang) : undefined,
  });
  const drawing: Drawing = { of, suggestion, path, room, x, y, lang };
  return picture({ id, title: `${of.item}: ${charts.stock}`, description }, room.width, height, [
    word(2, 10, suggestion.unit ?? "", "start", "tick"),
    valueAxis(scale, y, left, right, axis),
    timeAxis(names, bottom, right),
    band(low, points(high), "fan wide"),
    suggestion.quantity > 0 && line(points(path.expected), "without"),
    line(low, "cautious"),
    line(points(path.withOrder), "stock"),
    levels(drawing),
    values(drawing),
    receiptMarks(drawing),
  ]);
}
