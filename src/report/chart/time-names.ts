import { bucketIndex, isoWeekName } from "../../calendar/bucket.ts";
import { dayNumber, isoDate } from "../../calendar/date.ts";
import type { Bucket } from "../../series.ts";
import { type Lang, wordsOf } from "../../words/languages.ts";
import { date, month, week } from "../../words/numbers.ts";

/** First days of months between two days, at most `most` of them, evenly thinned to whole quarters or years. */
export function monthStarts(from: number, to: number, most: number): number[] {
  const first = bucketIndex(from, "month");
  const last = bucketIndex(to, "month");
  const step = [1, 2, 3, 6, 12, 24, 60].find((s) => (last - first + 1) / s <= most) ?? 120;
  const starts: number[] = [];
  for (let index = Math.ceil(first / step) * step; index <= last; index += step) {
    const day = dayNumber(1970 + Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1);
    if (day >= from && day <= to) starts.push(day);
  }
  return starts;
}

/** A day as the time axis names it: its month and year. */
export const monthName = (day: number, lang: Lang): string => month(isoDate(day), lang);

/** "12.11." or "12 Nov": a day without its year. */
export const shortDay = (day: number, lang: Lang): string => wordsOf(lang).format.shortDay(isoDate(day));

/** A bucket by its name: a day, a week, a month; longer ones by the month in which they begin. */
export function bucketName(day: number, bucket: Bucket, lang: Lang): string {
  if (bucket === "day") return date(isoDate(day), lang);
  return bucket === "week" ? week(isoWeekName(day), lang) : monthName(day, lang);
}
