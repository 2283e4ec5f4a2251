import { random } from "../random.ts";
import { type Article, articles } from "./article.ts";
import { consumptionOf, type Issue } from "./consumption.ts";
import { firstDay, lastDay } from "./days.ts";
import { type InjectedEvent, injectedEvents } from "./events.ts";
import { type Movement, movementsOf } from "./movements.ts";
import { type ErpLevels, type Purchase, stockPath } from "./stock.ts";

/** What is odd about the stock or the master data of an article, on purpose. */
export type Oddity =
  | "runs-out"
  | "overstocked"
  | "negative-stock"
  | "no-stock-given"
  | "no-lead-time"
  | "minimum-above-maximum"
  | "second-source";

/** An article with all that happened to it. */
export interface ShopItem {
  readonly article: Article;
  readonly events: readonly InjectedEvent[];
  readonly issues: readonly Issue[];
  readonly purchases: readonly Purchase[];
  readonly levels: ErpLevels;
  readonly onHand: number | undefined;
  readonly leadTimeDays: number | undefined;
  readonly minimumOrder: number;
  readonly oddities: readonly Oddity[];
  readonly successor?: string;
  /** Factor from the unit of the first day to the printed unit of a day. */
  readonly factorOf: (day: number) => number;
}

export interface Shop {
  readonly items: readonly ShopItem[];
  readonly movements: readonly Movement[];
}

/** Prices rise by 3 % each January. */
export const priceOn = ({ article, factorOf }: ShopItem, day: number): number =>
  (article.price * 1.03 ** Math.floor((day - firstDay + 304) / 365.25)) / factorOf(day);

function simulated(article: Article, events: readonly InjectedEvent[], seed: number): ShopItem {
  const change = events.find(({ kind }) => kind === "unit-change");
  const factorOf = (day: number) => (change !== undefined && day >= change.from ? change.size : 1);
  const issues = consumptionOf(article, events, seed);
  const { levels, purchases, onHand } = stockPath(article, issues, factorOf, seed);
  return {
    article,
    events,
    issues,
    purchases,
    levels,
    onHand,
    leadTimeDays: article.supplier.masterDays,
    minimumOrder: article.minimumOrder,
    oddities: [],
    factorOf,
  };
}

const perDay = ({ article }: ShopItem) => article.pattern.perMonth / 30.4;
const isSteady = ({ article, events, purchases }: ShopItem) =>
  article.pattern.class === "smooth" &&
  article.pattern.trendPerYear === undefined &&
  events.length === 0 &&
  purchases.every(({ received }) => received !== undefined);

/** What is done to the master data of the next fitting articles: count, which fit, what changes. */
const odd: readonly (readonly [
  Oddity,
  number,
  (item: ShopItem) => boolean,
  (item: ShopItem) => Partial<ShopItem>,
])[] = [
  [
    "second-source",
    2,
    (i) => isSteady(i) && /^(Wälz|Antrieb|Pneumatik)/.test(i.article.group.name),
    () => ({}),
  ],
  ["runs-out", 6, isSteady, (i) => ({ onHand: Math.round(perDay(i) * i.article.supplier.masterDays * 0.4) })],
  ["overstocked", 8, isSteady, (i) => ({ onHand: Math.round(i.article.pattern.perMonth * 30) })],
  ["negative-stock", 1, isSteady, () => ({ onHand: -15 })],
  ["no-stock-given", 1, isSteady, () => ({ onHand: undefined })],
  ["no-lead-time", 5, isSteady, () => ({ leadTimeDays: undefined })],
  [
    "minimum-above-maximum",
    1,
    isSteady,
    (i) => ({
      minimumOrder: Math.ceil((i.levels.maximumStock * 2.5) / i.article.packSize) * i.article.packSize,
    }),
  ],
];

function withOddities(items: readonly ShopItem[], seed: number): ShopItem[] {
  const changed = [...items];
  const order = random(seed, "oddities").shuffled(items.map((_, k) => k));
  for (const [oddity, count, fits, change] of odd) {
    const found = order.filter((k) => changed[k].oddities.length === 0 && fits(changed[k])).slice(0, count);
    if (found.length < count) throw new RangeError(`only ${found.length} articles fit "${oddity}"`);
    for (const k of found) changed[k] = { ...changed[k], ...change(changed[k]), oddities: [oddity] };
  }
  return changed;
}

/** The last article that was taken out has the first new one as its successor. */
function withSuccessor(items: readonly ShopItem[]): ShopItem[] {
  const gone = items.findLast(({ events }) => events.some(({ kind }) => kind === "end-of-life"));
  const fresh = items.find(({ article }) => article.pattern.class === "new");
  if (gone === undefined || fresh === undefined) throw new RangeError("no article for the succession");
  return items.map((item) => (item === gone ? { ...item, successor: fresh.article.item } : item));
}

/** The whole shop: a pure function of the seed. */
export function shop(seed: number): Shop {
  const all = articles(seed);
  const events = injectedEvents(all, seed);
  const eventsOf = Map.groupBy(events, ({ item }) => item);
  const items = withSuccessor(
    withOddities(
      all.map((article) => simulated(article, eventsOf.get(article.item) ?? [], seed)),
      seed,
    ),
  );
  const movements = movementsOf(
    all,
    items.flatMap(({ issues }) => issues),
    items.flatMap(({ purchases }) => purchases),
    seed,
  );
  return { items, movements: movements.filter(({ day }) => day <= lastDay) };
}
