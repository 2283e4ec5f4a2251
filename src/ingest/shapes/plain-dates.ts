import { dayOf, isoDate } from "../../calendar/date.ts";
import {
  areShortMonths,
  type CompactOrder,
  compactOrder,
  fromCompact,
  fromShortMonth,
} from "../cells/compact-dates.ts";
import { normaliseHeading } from "../cells/heading-key.ts";
import { monthNumber, namesMonth, sharedMonths } from "../cells/month-names.ts";
import { fieldTypes } from "../columns/fields.ts";
import { dayHeading, monthHeading, namesWeeks, weekAlone, weekBelow } from "../columns/headings/dates.ts";
import { romanMonths } from "../columns/headings/roman-months.ts";
import { monthNamed, yearNamed } from "../columns/period-headings.ts";
import { synonymsOf } from "../columns/synonyms.ts";
import { inMonth, isDayColumn } from "../sheet-times.ts";
import type { Table, TableRecord } from "../table/record.ts";

/** Rows by which columns are recognised. */
const sampleRows = 1000;
/** From this share of the filled cells on a column holds months. */
const mostly = 0.9;

/** A day as JD Edwards writes it: century, year, day of the year: 125072 is 2025-03-13. */
function julianDay(text: string): string | undefined {
  const [, year = "", day = ""] = /^1(\d{2})([0-3]\d{2})$/.exec(text.trim()) ?? [];
  const number = Number(day);
  if (year === "" || number < 1 || number > 366) return undefined;
  return isoDate(dayOf(`20${year}-01-01`) + number - 1);
}

const ordinal = /^((?:19|20)\d{2})[-./ ]?([0-3]\d{2})$/;

/** True for days by their number in the year, of which some are no posting periods: "2025-003", "2025-056". */
const areOrdinal = (texts: readonly string[]): boolean =>
  texts.every((text) => ordinalDay(text) !== undefined) &&
  texts.some((text) => Number(ordinal.exec(text.trim())?.[2] ?? 0) > 16);

function ordinalDay(text: string): string | undefined {
  const [, year = "", day = ""] = ordinal.exec(text.trim()) ?? [];
  const number = Number(day);
  return year === "" || number < 1 || number > 366 ? undefined : isoDate(dayOf(`${year}-01-01`) + number - 1);
}

/** A day and its month, whose year the title of the list names. */
const dayOfYear = /^(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.?$/;

/** A posting period and its year, written as one number: 2025001, 0012025. */
const yearAndPeriod = /^((?:19|20)\d{2})(0(?:0[1-9]|1[0-6]))$/;
const periodAndYear = /^(0(?:0[1-9]|1[0-6]))((?:19|20)\d{2})$/;

/** A week behind a year of two digits, below a heading of weeks: "25-02". */
const shortWeek = /^([23]\d)[-/](0[1-9]|[1-4]\d|5[0-3])$/;
const weeksInKey = /(woche|week|kw|wk)$/;

type Reader = (text: string) => string;

/** How the dates of a column are spelled out; undefined where they are read as they stand. */
function readerOf(
  heading: string,
  texts: readonly string[],
  dates: ReadonlySet<string>,
  year: number | undefined,
  month: string | undefined,
): Reader | undefined {
  if (texts.length === 0) return undefined;
  const months = texts.filter((text) => /\p{L}{3}/u.test(text) && namesMonth(text));
  const { key } = normaliseHeading(heading);
  const week = namesWeeks(key) ? weekBelow : weekAlone;
  if (year !== undefined && texts.every((text) => week.test(text)))
    return (text) => text.replace(week, (_, week) => `${year}-W${week.padStart(2, "0")}`);
  if (year !== undefined && texts.every((text) => monthNumber(text) > 0))
    return (text) => (monthNumber(text) > 0 ? `${year}-${String(monthNumber(text)).padStart(2, "0")}` : text);
  if ((namesWeeks(key) || weeksInKey.test(key)) && texts.every((text) => shortWeek.test(text)))
    return (text) => text.replace(shortWeek, "20$1-W$2");
  if (months.length >= mostly * texts.length) return sharedMonths([...months, heading]);
  const roman = romanMonths([...new Set(texts)]);
  if (roman !== undefined && texts.every((text) => roman(text) !== text)) return roman;
  if (monthHeading.test(key) && areShortMonths(texts)) return fromShortMonth;
  if (monthHeading.test(key) && texts.every((text) => yearAndPeriod.test(text)))
    return (text) => text.replace(yearAndPeriod, "$2.$1");
  if (monthHeading.test(key) && texts.every((text) => periodAndYear.test(text)))
    return (text) => text.replace(periodAndYear, "$1.$2");
  if (!dates.has(key) && !dayHeading.test(key)) return undefined;
  if (year !== undefined && texts.every((text) => dayOfYear.test(text)))
    return (text) => text.replace(dayOfYear, (_, day, month) => `${day}.${month}.${year}`);
  if (month !== undefined && isDayColumn(heading, texts)) return (text) => inMonth(text, month);
  if (texts.every((text) => julianDay(text) !== undefined)) return (text) => julianDay(text) ?? text;
  if (areOrdinal(texts)) return (text) => ordinalDay(text) ?? text;
  const order: CompactOrder | undefined = compactOrder(texts);
  return order === undefined ? undefined : (text) => fromCompact(text, order);
}

let known: ReadonlySet<string> | undefined;

/** Keys of the headings of dates, made once. */
function dateHeadings(): ReadonlySet<string> {
  known ??= new Set(
    synonymsOf("orders").flatMap(({ field, key }) => (fieldTypes[field] === "date" ? [key] : [])),
  );
  return known;
}

/**
 * A table whose dates stand in a form that can be read cell by cell: "250314" as 2025-03-14 where the whole column says
 * which figures are the year, and months whose name two languages use for two months. Other tables as they are.
 */
export function withPlainDates(table: Table): Table {
  const { header } = table;
  const sample: string[][] = header.map(() => []);
  let rows = 0;
  for (const { cells } of table.records()) {
    cells.forEach((cell, column) => {
      const text = cell.trim();
      if (text !== "") sample[column]?.push(text);
    });
    if (++rows >= sampleRows) break;
  }
  const dates = dateHeadings();
  const year = yearNamed([...table.preamble, table.sheet ?? ""]);
  const month = monthNamed([...table.preamble, table.sheet ?? ""]);
  const readers = new Map<number, Reader>();
  sample.forEach((texts, column) => {
    const reader = readerOf(header[column] ?? "", texts, dates, year, month);
    if (reader !== undefined) readers.set(column, reader);
  });
  if (readers.size === 0) return table;
  function* records(): Generator<TableRecord> {
    for (const record of table.records()) {
      const cells = [...record.cells];
      const types = record.types?.slice();
      for (const [column, reader] of readers) {
        const text = cells[column] ?? "";
        const read = reader(text);
        if (read === text) continue;
        cells[column] = read;
        types?.fill(0, column, column + 1);
      }
      yield types === undefined ? { ...record, cells } : { ...record, cells, types };
    }
  }
  return { ...table, records: () => ({ [Symbol.iterator]: records }) };
}
