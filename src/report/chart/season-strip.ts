import { bucketIndex, bucketStart } from "../../calendar/bucket.ts";
import { civil, dayOf } from "../../calendar/date.ts";
import { type SeasonalProfile, seasonalProfile } from "../../decompose/seasonal-profile.ts";
import type { Plan, PlanItem } from "../../result.ts";
import { type Lang, wordsOf } from "../../words/languages.ts";
import { change, month } from "../../words/numbers.ts";
import { html, type Markup } from "../html/markup.ts";
import { picture } from "./frame.ts";
import { bar, rule, word } from "./marks.ts";
import { linear } from "./scale.ts";
import { roomOf } from "./size.ts";

const height = 62;

/** Demand of a bucket by calendar month, in years of twelve that end with the last month of the history. */
function yearsOf({ history }: PlanItem, bucket: Plan["bucket"]): number[][] {
  const start = bucketIndex(dayOf(history.start), bucket);
  const months = new Map<number, number[]>();
  history.values.forEach((value, k) => {
    if (!Number.isFinite(value) || (k === 0 && history.firstPartial === true)) return;
    const { year, month } = civil(bucketStart(start + k, bucket));
    const at = year * 12 + month - 1;
    months.set(at, [...(months.get(at) ?? []), value]);
  });
  const last = Math.max(...months.keys());
  const years: number[][] = [];
  for (let first = last - 11; months.has(first); first -= 12) {
    const year = Array.from({ length: 12 }, () => Number.NaN);
    for (let at = first; at < first + 12; at++) {
      const of = months.get(at) ?? [];
      year[at % 12] = of.reduce((sum, value) => sum + value, 0) / of.length;
    }
    years.push(year);
  }
  return years;
}

/** The high season: the months around the highest that lie above half its height, and their mean share. */
function highOf({ ratios }: SeasonalProfile): { from: number; to: number; ratio: number } {
  const peak = ratios.indexOf(Math.max(...ratios));
  const isHigh = (k: number): boolean => ratios[(k + 24) % 12] > 1 + (ratios[peak] - 1) / 2;
  let [from, to] = [peak, peak];
  while (to - from < 11 && isHigh(from - 1)) from--;
  while (to - from < 11 && isHigh(to + 1)) to++;
  const span = Array.from({ length: to - from + 1 }, (_, k) => ratios[(from + k + 24) % 12]);
  const ratio = span.reduce((sum, of) => sum + of, 0) / span.length;
  return { from: (from + 12) % 12, to: to % 12, ratio };
}

/**
 * The yearly season of an item as twelve small bars from January, with its high months in words; undefined where two
 * years do not show one. Quarters and years have none to show.
 */
export function seasonStrip(
  plan: Pick<Plan, "bucket">,
  of: PlanItem,
  id: string,
  lang: Lang,
  wanted?: number,
): Markup | undefined {
  if (plan.bucket === "quarter" || plan.bucket === "year" || of.history.values.length === 0) return undefined;
  const profile = seasonalProfile(yearsOf(of, plan.bucket));
  if (profile === undefined || !profile.isClear) return undefined;
  const { charts } = wordsOf(lang);
  const name = (k: number): string =>
    month(`2000-${String(k + 1).padStart(2, "0")}-01`, lang).replace(/\s.*$/, "");
  const high = highOf(profile);
  // a season that rounds to nothing is none, however regular
  if (Math.round((high.ratio - 1) * 100) < 1) return undefined;
  const said = charts.season({
    from: name(high.from),
    to: name(high.to),
    more: change(high.ratio - 1, lang),
  });
  const { width, left, right } = roomOf(height, wanted);
  const [top, bottom] = [16, height - 16];
  const y = linear([0, Math.max(...profile.ratios)], [bottom, top]);
  const step = (right - left) / 12;
  return picture({ id, title: `${of.item}: ${charts.seasonTitle}`, description: said }, width, height, [
    word(left, 10, said, "start", "tick"),
    profile.ratios.map((ratio, k) => [
      html`<g><title>${`${name(k)}: ${change(ratio - 1, lang)}`}</title>
      ${bar(left + k * step + 1, step - 2, bottom, y(ratio), "history")}</g>`,
      word(left + (k + 0.5) * step, height - 4, name(k).charAt(0), "middle", "tick"),
    ]),
    rule(left, y(1), right, y(1), "grid"),
    rule(left, bottom, right, bottom, "base"),
  ]);
}
