import type { IsoDate } from "../order.ts";
import type { Bucket } from "../series.ts";
import { civil, dayNumber, isoDate, weekday } from "./date.ts";

export const buckets: readonly Bucket[] = ["day", "week", "month", "quarter", "year"];

/** Buckets in one season when nothing else is said by the file or the request. */
export const seasonOf: Readonly<Record<Bucket, number>> = {
  day: 7,
  week: 52,
  month: 12,
  quarter: 4,
  year: 1,
};

/** Mean length of a year of the Gregorian calendar, in days. */
export const daysPerYear = 365.2425;

/** Mean length of a bucket in calendar days. */
export const daysOf: Readonly<Record<Bucket, number>> = {
  day: 1,
  week: 7,
  month: daysPerYear / 12,
  quarter: daysPerYear / 4,
  year: daysPerYear,
};

/** Mean number of buckets in a year. */
export const bucketsPerYear: Readonly<Record<Bucket, number>> = {
  day: daysPerYear,
  week: daysPerYear / 7,
  month: 12,
  quarter: 4,
  year: 1,
};

/**
 * Running number of the bucket that holds a day: consecutive buckets have consecutive numbers.
 * Weeks count from the Monday 1969-12-29, months from 1970-01.
 */
export function bucketIndex(day: number, bucket: Bucket): number {
  if (bucket === "day") return day;
  if (bucket === "week") return Math.floor((day + 3) / 7);
  const { year, month } = civil(day);
  if (bucket === "month") return (year - 1970) * 12 + month - 1;
  if (bucket === "quarter") return (year - 1970) * 4 + Math.floor((month - 1) / 3);
  return year - 1970;
}

/** Day number of the first day of a bucket: the inverse of {@link bucketIndex}. */
export function bucketStart(index: number, bucket: Bucket): number {
  if (bucket === "day") return index;
  if (bucket === "week") return index * 7 - 3;
  const months = bucket === "month" ? index : bucket === "quarter" ? index * 3 : index * 12;
  const year = 1970 + Math.floor(months / 12);
  return dayNumber(year, months - (year - 1970) * 12 + 1, 1);
}

/** Day number of the last day of a bucket. */
export function bucketEnd(index: number, bucket: Bucket): number {
  return bucketStart(index + 1, bucket) - 1;
}

/** First days of `count` buckets from bucket number `index` on. */
export function bucketDates(index: number, count: number, bucket: Bucket): IsoDate[] {
  return Array.from({ length: count }, (_, k) => isoDate(bucketStart(index + k, bucket)));
}

/** ISO year and week of a day, e.g. 2021-01-03 lies in week 53 of 2020 (ISO 8601-1, 5.3). */
export function isoWeek(day: number): { year: number; week: number } {
  const thursday = day - weekday(day) + 4;
  const { year } = civil(thursday);
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 };
}

/** "2026-W45" of a day. */
export function isoWeekName(day: number): string {
  const { year, week } = isoWeek(day);
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** Monday of an ISO week, NaN for a week 53 that the year does not have. */
export function mondayOf(year: number, week: number): number {
  const monday = dayNumber(year, 1, 4) - weekday(dayNumber(year, 1, 4)) + 1 + (week - 1) * 7;
  return week >= 1 && isoWeek(monday).year === year && isoWeek(monday).week === week ? monday : Number.NaN;
}
