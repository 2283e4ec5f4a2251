import { normaliseHeading } from "./cells/heading-key.ts";
import { monthNumber } from "./cells/month-names.ts";
import { areDays } from "./columns/day-headings.ts";
import { fieldTypes } from "./columns/fields.ts";
import { areWeekdays, weekOf } from "./columns/headings/weekdays.ts";
import { areNumbered } from "./columns/numbered-headings.ts";
import { monthNamed, periodHeadings, yearNamed, yearsNamed } from "./columns/period-headings.ts";
import { synonymsOf } from "./columns/synonyms.ts";

/** What the name or the title of each of several sheets says of the time of its rows. */
interface SheetTimes {
  readonly heading: string;
  /** One a sheet. */
  readonly values: readonly string[];
}

const namesDate = (header: readonly string[]): boolean => {
  const dates = new Set(
    synonymsOf("orders").flatMap(({ field, key }) => (fieldTypes[field] === "date" ? [key] : [])),
  );
  return header.some((heading) => dates.has(normaliseHeading(heading).key));
};

const yearOf = (titles: readonly string[]): string | undefined => {
  const first = yearsNamed(titles);
  if (first !== undefined) return `${first}/${String((first + 1) % 100).padStart(2, "0")}`;
  return yearNamed(titles)?.toString();
};

/** The week of a title with its year. */
const wholeWeek = (titles: readonly string[]): string | undefined => {
  const week = weekOf(titles);
  const year = yearNamed(titles);
  if (week === undefined || /^\d{4}/.test(week)) return week;
  return year === undefined ? undefined : `${year}-${week}`;
};

/** The month that is the whole name of a sheet, with the year of its titles where these say one. */
const monthOf = (titles: readonly string[]): string | undefined => {
  const name = titles.at(-1)?.trim() ?? "";
  const month = monthNumber(name.replace(/\.$/, ""));
  const year = yearNamed(titles);
  if (month === 0) return undefined;
  return year === undefined ? name : `${year}-${String(month).padStart(2, "0")}`;
};

/** How the titles of sheets say what the headings leave open: their year, month or week; undefined for nothing. */
function readerOf(header: readonly string[], isDated: boolean): SheetReader | undefined {
  const periods = periodHeadings(header);
  if (periods === undefined)
    return namesDate(header)
      ? undefined
      : {
          heading: "Datum",
          of: (titles) => monthNamed(titles) ?? wholeWeek(titles) ?? (isDated ? undefined : monthOf(titles)),
        };
  if (periods.some(({ hasYear }) => hasYear) || areNumbered(periods)) return undefined;
  if (areDays(periods)) return { heading: "Monat", of: monthNamed };
  return areWeekdays(periods) ? { heading: "Woche", of: wholeWeek } : { heading: "Jahr", of: yearOf };
}

interface SheetReader {
  readonly heading: string;
  of(titles: readonly string[]): string | undefined;
}

/**
 * A column for the table of several sheets of one shape, one for each year, month or week that its name or title says
 * and its headings do not; undefined where the sheets do not all say one, or say the same.
 * @example sheetTimes(["Artikel", "Jan", "Feb", "Mrz"], [["2024"], ["2025"]]) // { heading: "Jahr", values: ["2024", "2025"] }
 */
export function sheetTimes(
  header: readonly string[],
  titles: readonly (readonly string[])[],
  isDated = false,
): SheetTimes | undefined {
  const reader = titles.length < 2 ? undefined : readerOf(header, isDated);
  if (reader === undefined) return undefined;
  const { key } = normaliseHeading(reader.heading);
  if (header.some((heading) => normaliseHeading(heading).key === key)) return undefined;
  const values = titles.flatMap((own) => reader.of(own) ?? []);
  return values.length === titles.length && new Set(values).size > 1
    ? { heading: reader.heading, values }
    : undefined;
}

const dayKey = /^(tag|day|dayofmonth|datum|date|jour|dia|giorno|dag|den|dzien|nap|paiva|gun|dan|fecha|data)$/;

/** True for a column of the numbers of days: 3, 14, 31 under "Tag". */
export const isDayColumn = (heading: string, texts: readonly string[]): boolean =>
  dayKey.test(normaliseHeading(heading).key) &&
  texts.length > 0 &&
  texts.every((text) => /^(0?[1-9]|[12]\d|3[01])\.?$/.test(text));

/** A day of a month as a date. @example inMonth("3.", "2025-01") // "2025-01-03" */
export const inMonth = (day: string, month: string): string =>
  /^\d{1,2}\.?$/.test(day) ? `${month}-${day.replace(".", "").padStart(2, "0")}` : day;

/** The column of the numbers of days of sheets that each name their month, and the months; undefined for others. */
export function daysOfMonths(
  header: readonly string[],
  titles: readonly (readonly string[])[],
  textsOf: (column: number) => readonly string[],
): { readonly column: number; readonly months: readonly string[] } | undefined {
  const months = titles.flatMap((own) => monthNamed(own) ?? []);
  const column = header.findIndex((heading, k) => isDayColumn(heading, textsOf(k)));
  return titles.length > 1 && column >= 0 && months.length === titles.length ? { column, months } : undefined;
}
