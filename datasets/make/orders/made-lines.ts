import { civil } from "../../../src/calendar/date.ts";
import { workCalendar } from "../../../src/calendar/work-calendar.ts";
import type { LineKind } from "../../../src/order.ts";
import { type Random, random } from "../random.ts";
import type { MadeItem } from "./made-item.ts";
import { type OrderOptions, spanOf } from "./order-options.ts";

/** A line of a made history. The same object is used for every line: read it before the next one. */
export interface MadeLine {
  order: number;
  line: number;
  item: MadeItem;
  day: number;
  quantity: number;
  kind: LineKind;
  price: number;
  /** Day number of the receipt of a purchase, -1 where none. */
  receiptDay: number;
}

const linesPerOrder = 8;
const remembered = 256;

/** Open days of the span (nationwide holidays of Germany). */
function openDays(options: OrderOptions): number[] {
  const { first, last } = spanOf(options);
  const calendar = workCalendar("DE");
  const days: number[] = [];
  for (let day = first; day <= last; day++) if (calendar.isOpen(day)) days.push(day);
  if (days.length === 0) throw new RangeError("the months hold no working day");
  return days;
}

/** One item for certain on each of these days, so that every item has a line where there are lines enough. */
function promisedItems(
  items: readonly MadeItem[],
  days: readonly number[],
  options: OrderOptions,
): MadeItem[][] {
  const stream = random(options.seed, "promised");
  const byDay: MadeItem[][] = days.map(() => []);
  for (const item of items.slice(0, options.lines)) {
    const from = days.findIndex((day) => day >= item.from);
    const end = days.findLastIndex((day) => day <= item.to);
    byDay[Math.max(0, from + stream.below(Math.max(1, end - from + 1)))].push(item);
  }
  return byDay;
}

/** Draws an item by weight, alive and in season on the day. */
function chooser(items: readonly MadeItem[]): (day: number, month: number, stream: Random) => MadeItem {
  const upTo = new Float64Array(items.length);
  let sum = 0;
  items.forEach(({ weight }, k) => {
    sum += weight;
    upTo[k] = sum;
  });
  const drawn = (stream: Random): MadeItem => {
    const wanted = stream.next() * sum;
    let low = 0;
    let high = upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return items[low];
  };
  return (day, month, stream) => {
    for (let tries = 0; tries < 50; tries++) {
      const item = drawn(stream);
      if (day < item.from || day > item.to) continue;
      const chance = item.peak < 0 ? 1 : 0.5 + 0.5 * Math.cos(((month - item.peak) * Math.PI) / 6);
      if (stream.next() <= chance) return item;
    }
    return drawn(stream);
  };
}

interface Issued {
  readonly order: number;
  readonly item: MadeItem;
  readonly quantity: number;
}

const kindOf = (chance: number): LineKind =>
  chance < 0.91 ? "issue" : chance < 0.96 ? "receipt" : chance < 0.99 ? "purchase" : "return";

/** Turns an issue into another kind of line. */
function changed(line: MadeLine, kind: LineKind, past: readonly Issued[], stream: Random): void {
  const { item } = line;
  line.kind = kind;
  if (kind === "return") {
    const issued = stream.pick(past);
    line.item = issued.item;
    line.order = issued.order;
    line.line += 900;
    line.quantity = -Math.ceil(issued.quantity * stream.next());
  } else {
    line.quantity = Math.ceil((line.quantity * 15) / item.packSize) * item.packSize;
    if (kind === "purchase")
      line.receiptDay = line.day + Math.max(1, Math.round(item.leadTimeDays * stream.factor(0.3)));
  }
}

/**
 * Exactly `lines` lines by day: 91 % issues, 5 % receipts, 3 % purchases with their receipt, 1 % returns that name
 * the document of an issue. Memory does not grow with the number of lines.
 */
export function* madeLines(items: readonly MadeItem[], options: OrderOptions): Generator<MadeLine> {
  const days = openDays(options);
  const { last } = spanOf(options);
  const promised = promisedItems(items, days, options);
  const free = Math.max(0, options.lines - options.items);
  const stream = random(options.seed, "lines");
  const choose = chooser(items);
  const past: Issued[] = [];
  const line: MadeLine = {
    order: 0,
    line: 0,
    item: items[0],
    day: 0,
    quantity: 0,
    kind: "issue",
    price: 0,
    receiptDay: -1,
  };
  let order = 0;
  let issues = 0;
  for (let k = 0; k < days.length; k++) {
    const day = days[k];
    const { year, month } = civil(day);
    const forced = promised[k];
    const more = Math.floor((free * (k + 1)) / days.length) - Math.floor((free * k) / days.length);
    for (let n = 0; n < forced.length + more; n++) {
      if (n % linesPerOrder === 0) order += 1;
      line.order = order;
      line.line = (n % linesPerOrder) + 1;
      line.item = forced[n] ?? choose(day, month - 1, stream);
      line.day = day;
      line.quantity = Math.max(1, Math.round(line.item.meanQuantity * stream.factor(line.item.variation)));
      line.receiptDay = -1;
      line.kind = "issue";
      const kind = forced[n] !== undefined || past.length === 0 ? "issue" : kindOf(stream.next());
      if (kind === "issue") past[issues++ % remembered] = { order, item: line.item, quantity: line.quantity };
      else changed(line, kind, past, stream);
      if (line.receiptDay > last) line.receiptDay = -1;
      line.price = Math.round(line.item.unitCost * 1.02 ** (year - 2024) * 100) / 100;
      yield line;
    }
  }
}
