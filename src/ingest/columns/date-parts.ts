import { bareText, cellText } from "../cells/cells.ts";
import { normaliseHeading } from "../cells/heading-key.ts";
import { monthNumber } from "../cells/month-names.ts";
import { isMissing } from "../cells/numbers.ts";
import { partHeadings as headings } from "./headings/dates.ts";
import { mapColumns } from "./map-columns.ts";
import type { MappingOptions } from "./mapping.ts";
import type { ColumnProfile, TableProfile } from "./profile.ts";

/** Columns that make a date together: a year with a month (and a day) or a week. */
export interface DateParts {
  readonly year: number;
  readonly month?: number;
  readonly quarter?: number;
  readonly week?: number;
  readonly day?: number;
}

/** Headings of the year, and of what may stand beside it, the month first. */
export const yearKeys: readonly RegExp[] = [headings.year, headings.month, headings.week, headings.quarter];

const quarterCell = /^\s*(?:Q|T|QT|K|Q\.)? ?([1-4])(?:\.? ?(?:Q|Quartal))?\s*$/i;

const whole = (text: string): number => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN);

/** True when every filled cell is a number in the range (or a month name). */
function within(column: ColumnProfile | undefined, from: number, to: number, names = false): boolean {
  if (column === undefined || column.filled === 0) return false;
  return column.texts.every((text) => {
    const bare = bareText(text);
    if (isMissing(bare)) return true;
    const value = names && monthNumber(bare) > 0 ? monthNumber(bare) : whole(bare);
    return value >= from && value <= to + (names ? 4 : 0);
  });
}

/** Finds the parts; undefined where one column holds whole dates: year and month beside it only repeat it. */
export function dateParts(
  header: readonly string[],
  profile: TableProfile,
  options: MappingOptions = {},
): DateParts | undefined {
  const parts = partsOf(header, profile);
  return parts === undefined || hasWholeDates(header, profile, parts, options) ? undefined : parts;
}

function hasWholeDates(
  header: readonly string[],
  profile: TableProfile,
  parts: DateParts,
  options: MappingOptions,
): boolean {
  const { fields, exact } = mapColumns("orders", header, profile, options);
  const date = fields.get("date");
  if (date === undefined || partColumns(parts).includes(date)) return false;
  return exact.has("date") && (profile.columns[date]?.dateRate ?? 0) > 0.8;
}

function partsOf(header: readonly string[], profile: TableProfile): DateParts | undefined {
  const find = (pattern: RegExp): number =>
    header.findIndex((text) => pattern.test(normaliseHeading(text).key));
  const at = (index: number): ColumnProfile | undefined => profile.columns[index];
  const [year, month, week, day] = [
    find(headings.year),
    find(headings.month),
    find(headings.week),
    find(headings.day),
  ];
  if (year < 0 || !within(at(year), 1950, 2100)) return undefined;
  if (month >= 0 && within(at(month), 1, 12, true))
    return { year, month, ...(day >= 0 && within(at(day), 1, 31) ? { day } : {}) };
  if (week >= 0 && within(at(week), 1, 53)) return { year, week };
  const quarter = find(headings.quarter);
  const areQuarters = at(quarter)?.texts.every((text) => quarterCell.test(bareText(text))) === true;
  return quarter >= 0 && areQuarters ? { year, quarter } : undefined;
}

/** True where a column of months holds those of the calendar, by its heading or by their names. */
export const namesMonths = (heading: string, column: ColumnProfile | undefined): boolean =>
  /monat|month/i.test(heading) ||
  column?.texts.some((text) => !isMissing(text) && monthNumber(bareText(text)) > 0) === true;

/** The columns of the parts, from 0. */
export const partColumns = ({ year, month, quarter, week, day }: DateParts): number[] =>
  [year, month, quarter, week, day].filter((column) => column !== undefined);

const two = (text: string): string => text.padStart(2, "0");

/** Date text of a row: "2025-M03", "2025-03-14", "2025-W12"; "" when a part is missing. */
export function datedBy(parts: DateParts, cells: readonly string[]): string {
  const cell = (column: number | undefined): string =>
    column === undefined ? "" : cellText(cells[column] ?? "", 0);
  const year = cell(parts.year);
  if (isMissing(year)) return "";
  if (parts.week !== undefined) return isMissing(cell(parts.week)) ? "" : `${year}-W${two(cell(parts.week))}`;
  if (parts.quarter !== undefined) {
    const quarter = quarterCell.exec(cell(parts.quarter))?.[1];
    return quarter === undefined ? "" : `Q${quarter} ${year}`;
  }
  const named = cell(parts.month);
  if (isMissing(named)) return "";
  const month = monthNumber(named) > 0 ? String(monthNumber(named)) : named;
  return parts.day === undefined ? `${year}-M${two(month)}` : `${year}-${two(month)}-${two(cell(parts.day))}`;
}
