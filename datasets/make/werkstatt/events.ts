import { dayNumber } from "../../../src/calendar/date.ts";
import { random } from "../random.ts";
import type { Article, DemandClass } from "./article.ts";
import { lastDay, monthIn, monthStart } from "./days.ts";

export type EventKind =
  | "level-shift"
  | "spike"
  | "dip"
  | "stockout"
  | "trend-break"
  | "variance-change"
  | "intermittency-change"
  | "end-of-life"
  | "unit-change"
  | "promotion"
  | "new-item"
  | "dead-item";

/** Something that was done to an article on purpose. */
export interface InjectedEvent {
  readonly item: string;
  readonly kind: EventKind;
  /** First and last day of the effect (day numbers); `to` is absent where it lasts. */
  readonly from: number;
  readonly to?: number;
  /**
   * Relative change: +.6 = 60 % more, -.4 = 40 % less. Spike: extra demand in months of normal demand.
   * Trend break: growth a month. Variance change: new coefficient of variation. Intermittency change: new chance
   * of a week with demand. Unit change: factor on quantities. New and dead items: 0.
   */
  readonly size: number;
}

interface Planned {
  readonly kind: EventKind;
  readonly of: DemandClass;
  readonly at: readonly [year: number, month: number];
  readonly size: number;
}

const planned = (
  kind: EventKind,
  of: DemandClass,
  size: number,
  ...months: (readonly [number, number])[]
): Planned[] => months.map((at) => ({ kind, of, at, size }));

const plan: readonly Planned[] = [
  ...planned("level-shift", "smooth", 0.6, [2025, 4], [2025, 10], [2026, 3], [2026, 6], [2026, 8]),
  ...planned("level-shift", "smooth", -0.4, [2025, 2], [2025, 11], [2026, 4], [2026, 6], [2026, 8]),
  ...planned("level-shift", "smooth", 1.5, [2026, 7]),
  ...planned("level-shift", "smooth", -0.7, [2026, 7]),
  ...planned("level-shift", "erratic", 2, [2026, 3]),
  ...planned("spike", "smooth", 4, [2024, 9], [2025, 6], [2026, 2], [2026, 9]),
  ...planned("spike", "erratic", 12, [2025, 3], [2026, 9]),
  ...planned("spike", "intermittent", 15, [2026, 9], [2025, 9]),
  ...planned("dip", "smooth", -0.9, [2025, 5], [2026, 9]),
  ...planned("stockout", "smooth", -1, [2026, 1]),
  ...planned("trend-break", "smooth", 0.05, [2025, 9], [2025, 12]),
  ...planned("trend-break", "smooth", -0.05, [2025, 10]),
  ...planned("variance-change", "smooth", 1.3, [2025, 9]),
  ...planned("intermittency-change", "smooth", 0.2, [2025, 11]),
  ...planned("end-of-life", "smooth", -1, [2025, 12], [2026, 5], [2026, 7]),
  ...planned("end-of-life", "seasonal", -1, [2026, 4]),
];

/** Months in which spare-part campaigns ran, with the factor on demand; the last lies ahead. */
export const promotions = [
  { from: dayNumber(2024, 5, 1), to: dayNumber(2024, 5, 31), factor: 1.8 },
  { from: dayNumber(2025, 5, 1), to: dayNumber(2025, 5, 31), factor: 1.8 },
  { from: dayNumber(2026, 5, 1), to: dayNumber(2026, 5, 31), factor: 1.8 },
  { from: dayNumber(2026, 11, 1), to: dayNumber(2026, 11, 30), factor: 1.8 },
] as const;

/** Articles that campaigns promote: the first smooth ones of these groups without another event. */
const promotedGroups = ["Dichtungen", "Pneumatik", "Werkzeuge"];

/** Takes articles in the given order, each at most once. */
function picker(articles: readonly Article[]) {
  const used = new Set<Article>();
  return (what: string, fits: (article: Article) => boolean): Article => {
    const found = articles.find((article) => !used.has(article) && fits(article));
    if (found === undefined) throw new RangeError(`no article left for ${what}`);
    used.add(found);
    return found;
  };
}

const isPlain = ({ pattern, group }: Article) => pattern.trendPerYear === undefined && group.unit === "ST";

/** Every event, by item number. Smooth articles with events move at least 20 pieces a month, so that they show. */
export function injectedEvents(articles: readonly Article[], seed: number): InjectedEvent[] {
  const stream = random(seed, "events");
  const take = picker(articles);
  const events: InjectedEvent[] = [];
  const screw = take(
    "the unit change",
    (a) => a.priceUnit === 100 && a.pattern.perMonth > 5000 && isPlain(a) && a.pattern.class === "smooth",
  );
  events.push({ item: screw.item, kind: "unit-change", from: dayNumber(2026, 4, 1), size: 1 / 100 });
  const takeAny = picker(stream.shuffled(articles.filter((article) => article !== screw)));
  for (const { kind, of, at, size } of plan) {
    const found = takeAny(
      kind,
      (a) => a.pattern.class === of && isPlain(a) && a.pattern.perMonth >= (of === "smooth" ? 20 : 4),
    );
    const from = monthStart(monthIn(...at));
    const lasts = kind !== "spike" && kind !== "dip" && kind !== "stockout";
    events.push({
      item: found.item,
      kind,
      from,
      size,
      ...(lasts ? {} : { to: monthStart(monthIn(...at) + 1) - 1 }),
    });
  }
  const busy = new Set(events.map(({ item }) => item));
  for (const name of promotedGroups) {
    articles
      .filter((a) => a.group.name === name && a.pattern.class === "smooth" && !busy.has(a.item) && isPlain(a))
      .slice(0, 2)
      .forEach(({ item }) => {
        for (const { from, to, factor } of promotions)
          events.push({ item, kind: "promotion", from, to, size: factor - 1 });
      });
  }
  events.push(...lifeEvents(articles));
  return events.sort((a, b) => (a.item < b.item ? -1 : a.item > b.item ? 1 : a.from - b.from));
}

/** New articles begin 2 to 10 months before the end, dead ones ended 13 to 24 months before it. */
function lifeEvents(articles: readonly Article[]): InjectedEvent[] {
  const end = monthIn(2026, 10);
  const events: InjectedEvent[] = [];
  const fresh = articles.filter(({ pattern }) => pattern.class === "new");
  const dead = articles.filter(({ pattern }) => pattern.class === "dead");
  fresh.forEach(({ item }, k) => {
    events.push({ item, kind: "new-item", from: monthStart(end - 2 - (k % 9)), size: 0 });
  });
  dead.forEach(({ item }, k) => {
    events.push({ item, kind: "dead-item", from: monthStart(end - 13 - (k % 12)), size: 0 });
  });
  return events.filter(({ from }) => from <= lastDay);
}
