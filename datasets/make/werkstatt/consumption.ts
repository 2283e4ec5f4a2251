import { isoWeek, mondayOf } from "../../../src/calendar/bucket.ts";
import { civil } from "../../../src/calendar/date.ts";
import { type Random, random } from "../random.ts";
import type { Article } from "./article.ts";
import { firstDay, lastDay, monthOf, plant } from "./days.ts";
import type { InjectedEvent } from "./events.ts";

/** Consumption of one day, in the unit that the files print. */
export interface Issue {
  readonly item: string;
  readonly day: number;
  readonly quantity: number;
}

const daysPerMonth = 21;

/** What the article's events make of its pattern on a day. */
interface Conditions {
  readonly level: number;
  readonly weekChance: number;
  readonly variation: number;
  /** Factor on the printed quantity. */
  readonly unit: number;
}

function conditionsOn(day: number, { pattern }: Article, events: readonly InjectedEvent[]): Conditions {
  const { month } = civil(day);
  let level =
    (pattern.season?.[month - 1] ?? 1) * (1 + (pattern.trendPerYear ?? 0)) ** ((day - firstDay) / 365.25);
  let { weekChance, variation } = pattern;
  let unit = 1;
  for (const { kind, from, to, size } of events) {
    if (kind === "new-item" && day < from) level = 0;
    if (day < from || (to !== undefined && day > to)) continue;
    if (kind === "level-shift" || kind === "promotion" || kind === "dip") level *= 1 + size;
    if (kind === "end-of-life" || kind === "dead-item" || kind === "stockout") level = 0;
    if (kind === "trend-break") level *= (1 + size) ** (monthOf(day) - monthOf(from) + 1);
    if (kind === "variance-change") variation = size;
    if (kind === "intermittency-change") {
      level *= weekChance / size;
      weekChance = size;
    }
    if (kind === "unit-change") unit = size;
  }
  return { level, weekChance, variation, unit };
}

/** Whole numbers for pieces, tenths for metres, kilograms and litres. */
const rounded = (quantity: number, unit: string): number =>
  unit === "ST" ? Math.round(quantity) : Math.round(quantity * 10) / 10;

/**
 * One issue at most per article and working week, on its own weekday or the next open day; the quantity grows with
 * the open days of the week. A spike is one more issue in the middle of its month.
 */
export function consumptionOf(article: Article, events: readonly InjectedEvent[], seed: number): Issue[] {
  const stream = random(seed, `consumption ${article.item}`);
  const { item, group, pattern } = article;
  const weekday = stream.below(5);
  const found: Issue[] = [];
  const week = isoWeek(firstDay);
  for (let monday = mondayOf(week.year, week.week); monday <= lastDay; monday += 7) {
    const chance = stream.next();
    const normal = issueSize(stream);
    const open = plant.count(monday, monday + 4);
    if (open === 0) continue;
    const day =
      plant.next(monday + weekday) > monday + 4 ? plant.previous(monday + 4) : plant.next(monday + weekday);
    if (day < firstDay || day > lastDay) continue;
    const { level, weekChance, variation, unit } = conditionsOn(day, article, events);
    if (chance >= weekChance || level === 0) continue;
    const mean = (pattern.perMonth * level * open) / daysPerMonth / weekChance;
    const quantity = rounded(mean * normal(variation) * unit, group.unit);
    if (quantity > 0) found.push({ item, day, quantity });
  }
  for (const { kind, from, size } of events) {
    if (kind !== "spike") continue;
    const quantity = rounded(pattern.perMonth * size, group.unit);
    found.push({ item, day: plant.next(from + 13), quantity });
  }
  return found.sort((a, b) => a.day - b.day);
}

/** Log-normal factor with mean 1; the draw is fixed before the variation is known, so events move no other draw. */
function issueSize(stream: Random): (variation: number) => number {
  const z = stream.normal();
  return (variation) => {
    const variance = Math.log(1 + variation * variation);
    return Math.exp(Math.sqrt(variance) * z - variance / 2);
  };
}
