// What steady orders are worth and cost: weekly runs over two years on synthetic spare parts, the buyer placing a
// suggestion one run after he saw it first. `npm run bench -- replay-steady [ITEMS]`.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  dayOf,
  type Forecast,
  forecastSeries,
  isoDate,
  learnPool,
  type PreviousSuggestion,
  planningLevels,
  replenishOptions,
  type Series,
  suggestOne,
  workCalendar,
} from "../src/index.ts";
import { spares } from "./replay/min-max-shops.ts";

const plant = workCalendar("DE");
const variants = [
  { name: "without the last run", remembers: false, frozenDays: 0 },
  { name: "with the last run", remembers: true, frozenDays: 0 },
  { name: "with the last run, 14 days frozen", remembers: true, frozenDays: 14 },
] as const;
type Variant = (typeof variants)[number];

interface Part {
  readonly item: string;
  /** By day from the first of January 2019. */
  readonly demand: Float64Array;
  readonly leadTimeDays: number;
  readonly unitCost: number;
  readonly minimumOrder: number;
}

const first = dayOf("2019-01-01");
const [from, to] = [dayOf("2023-01-02"), dayOf("2024-12-29")];

function parts(count: number): Part[] {
  const shop = spares(1, count);
  const lines = (text: string) => text.trimEnd().split("\n").slice(1);
  const demand = new Map<string, Float64Array>();
  for (const line of lines(shop.orders)) {
    const [item, date, quantity] = line.split(",");
    const own = demand.get(item) ?? new Float64Array(to - first + 1);
    demand.set(item, own);
    if (dayOf(date) <= to) own[dayOf(date) - first] += Number(quantity);
  }
  return lines(shop.items).flatMap((line): Part[] => {
    const [item, leadTimeDays, unitCost, , minimumOrder] = line.split(",");
    const own = demand.get(item);
    if (own === undefined) return [];
    return [
      {
        item,
        demand: own,
        leadTimeDays: Number(leadTimeDays),
        unitCost: Number(unitCost),
        minimumOrder: Number(minimumOrder),
      },
    ];
  });
}

/** Complete months of an item before a day. */
function months({ item, demand }: Part, day: number): Series {
  const end = new Date(day * 86400000);
  const count = (end.getUTCFullYear() - 2019) * 12 + end.getUTCMonth();
  const values = new Float64Array(count);
  for (let t = 0; t < day - first; t++) {
    const date = new Date((first + t) * 86400000);
    const month = (date.getUTCFullYear() - 2019) * 12 + date.getUTCMonth();
    if (month < count) values[month] += demand[t];
  }
  return { item, bucket: "month", start: "2019-01-01", period: 12, values };
}

/** Figures of a life, summed over its days. */
const nothing = {
  demand: 0,
  served: 0,
  stock: 0,
  pending: 0,
  changed: 0,
  largest: 0,
  withdrawn: 0,
  levels: 0,
  moved: 0,
};

/** Stock of a part, what was ordered for it, and what the last run said. */
interface Shelf {
  /** Negative before the first run, which fills the stock to its order-up-to level. */
  onHand: number;
  backorders: number;
  due: { readonly day: number; readonly quantity: number }[];
  last: PreviousSuggestion | undefined;
}

/** Takes in what arrives on a day; backorders are served first. */
function receive(shelf: Shelf, day: number): void {
  const arrived = shelf.due.filter((one) => one.day <= day).reduce((total, one) => total + one.quantity, 0);
  shelf.due = shelf.due.filter((one) => one.day > day);
  const owed = Math.min(shelf.backorders, arrived);
  shelf.backorders -= owed;
  shelf.onHand += arrived - owed;
}

/** The suggestion of a run on the morning of a day. */
function suggested(part: Part, shelf: Shelf, day: number, forecast: Forecast, variant: Variant) {
  const { onHand, backorders, due, last } = shelf;
  const item = { ...part, onHand: Math.max(0, onHand), backorders, orderCost: 12, serviceLevel: 0.95 };
  return suggestOne(
    {
      series: months(part, day),
      item,
      openOrders: due.map((one) => ({ item: part.item, date: isoDate(one.day), quantity: one.quantity })),
      asOf: isoDate(day - 1),
      ...(variant.remembers && last !== undefined ? { state: last } : {}),
    },
    forecast,
    plant,
    { ...replenishOptions, frozenDays: variant.frozenDays },
  );
}

/** One run: the suggestion of the last run is placed as this one changes it, the new one waits for the next. */
function weekly(
  sum: typeof nothing,
  part: Part,
  shelf: Shelf,
  day: number,
  made: ReturnType<typeof suggested>,
): void {
  const { suggestion, state } = made;
  const { last } = shelf;
  const quantity = suggestion?.quantity ?? 0;
  const isFirst = shelf.onHand < 0;
  if (isFirst) shelf.onHand = suggestion?.orderUpTo ?? 0;
  else if (last !== undefined && state !== undefined) {
    sum.levels += Math.max(last.reorderPoint, state.reorderPoint);
    sum.moved += Math.abs(state.reorderPoint - last.reorderPoint);
    if (last.quantity > 0) {
      sum.pending++;
      sum.changed += Math.abs(quantity - last.quantity) * part.unitCost;
      sum.largest += Math.max(quantity, last.quantity) * part.unitCost;
      if (quantity === 0) sum.withdrawn++;
      else shelf.due.push({ day: day + part.leadTimeDays, quantity });
    }
  }
  const placed = isFirst || (last !== undefined && last.quantity > 0 && quantity > 0);
  shelf.last = state === undefined ? undefined : placed ? { ...state, quantity: 0, onOrder: 0 } : state;
}

/** Two years of one part, week by week. */
function lived(part: Part, forecastAt: (day: number) => Forecast, variant: Variant): typeof nothing {
  const sum = { ...nothing };
  const shelf: Shelf = { onHand: -1, backorders: 0, due: [], last: undefined };
  for (let day = from; day <= to; day++) {
    receive(shelf, day);
    if ((day - from) % 7 === 0)
      weekly(sum, part, shelf, day, suggested(part, shelf, day, forecastAt(day), variant));
    const wanted = part.demand[day - first];
    const served = Math.min(wanted, shelf.onHand);
    shelf.onHand -= served;
    shelf.backorders += wanted - served;
    sum.demand += wanted;
    sum.served += served;
    sum.stock += shelf.onHand * part.unitCost;
  }
  return sum;
}

/** `npm run bench -- replay-steady [ITEMS]`: writes results/replay-steady.json and prints it. */
export async function run(args: readonly string[]): Promise<number> {
  const all = parts(Number(args[0] ?? 150));
  const pool = learnPool(
    all.map((part) => months(part, from)),
    { horizon: 9 },
  );
  const rows = variants.map((variant) => {
    const total = { ...nothing, items: 0, fill: 0 };
    for (const part of all) {
      const known = new Map<string, Forecast>();
      const forecastAt = (day: number) => {
        const month = isoDate(day).slice(0, 7);
        const made =
          known.get(month) ?? forecastSeries(months(part, day), { horizon: 9, levels: planningLevels, pool });
        known.set(month, made);
        return made;
      };
      const one = lived(part, forecastAt, variant);
      if (one.demand > 0) {
        total.items++;
        total.fill += one.served / one.demand;
      }
      total.stock += one.stock / (to - from + 1);
      for (const name of ["pending", "changed", "largest", "withdrawn", "levels", "moved"] as const)
        total[name] += one[name];
    }
    return {
      variant: variant.name,
      items: total.items,
      fill: total.fill / total.items,
      stock: total.stock,
      pendingSuggestions: total.pending,
      orderNervousness: (100 * total.changed) / total.largest,
      withdrawnPercent: (100 * total.withdrawn) / total.pending,
      levelNervousness: (100 * total.moved) / total.levels,
    };
  });
  const text = JSON.stringify(
    rows,
    (_, value) => (typeof value === "number" ? Number(value.toPrecision(4)) : value),
    1,
  );
  process.stdout.write(`${text}\n`);
  mkdirSync(join(import.meta.dirname, "results"), { recursive: true });
  writeFileSync(join(import.meta.dirname, "results", "replay-steady.json"), `${text}\n`);
  return 0;
}
