import { dayOf } from "../../../calendar/date.ts";
import type { Issue } from "../../../issue.ts";
import { bareText } from "../../cells/cells.ts";
import { scanDateCell } from "../../cells/column-values.ts";
import { type DateStyle, resolveDate } from "../../cells/dates.ts";
import { type FiscalPeriod, fiscalHeading, isFiscalPeriod, periodText } from "../../cells/fiscal-periods.ts";
import { monthNumber } from "../../cells/month-names.ts";
import { isMissing } from "../../cells/numbers.ts";
import { type Answers, answerTo } from "../../questions.ts";
import type { Table } from "../../table/record.ts";
import { columnLabel } from "../column-names.ts";
import { type DateParts, datedBy, namesMonths, partColumns } from "../date-parts.ts";
import type { ColumnProfile, TableProfile } from "../profile.ts";

/** Dates that are counted by a fiscal year: as the calendar has them, or the question for its first month. */
interface FiscalYear {
  /** A date text as a month of the calendar, where the first month of the fiscal year is known. */
  readonly inCalendar?: (text: string) => string;
  readonly issues: readonly Issue[];
}

/** What of a table is counted by a fiscal year. */
interface Counted {
  /** Its columns, from 0; the first one names it. */
  readonly columns: readonly number[];
  readonly textOf: (cells: readonly string[]) => string;
  readonly periodOf: (text: string) => FiscalPeriod | undefined;
}

/** Months from January of the year that names a fiscal year to its first month, and what shows it. */
interface Start {
  readonly shift: number;
  readonly by: string;
}

const mod12 = (months: number): number => ((months % 12) + 12) % 12;
/** So much of a column must fit to prove the first month. */
const mostAlike = 0.95;
/** Rows that must fit at least. */
const fewestRows = 2;
/** First months of a fiscal year, the commonest first; "before-10" is October of the year before. */
const commonStarts = ["01", "before-10", "04", "before-07", "07", "10", "before-04"];

const nameOf = (shift: number): string =>
  `${shift < 0 ? "before-" : ""}${String(mod12(shift) + 1).padStart(2, "0")}`;

function shiftOf(answer: string | undefined): number | undefined {
  const [, before, month] = /^(before-)?(0[1-9]|1[0-2])$/.exec(answer ?? "") ?? [];
  return month === undefined ? undefined : Number(month) - 1 - (before === undefined ? 0 : 12);
}

/** The month of the calendar that a period is, counted from year 0. */
const monthOf = ({ year, number, isMonth }: FiscalPeriod, shift: number): number =>
  year * 12 + shift + (isMonth ? mod12(number - 1 - shift) : Math.min(12, number) - 1);

const monthText = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;

/**
 * Where the dates of a table are periods of a fiscal year: its first month by a day or a month beside them, by the days
 * in its title, by an answer; else the question. Undefined where no fiscal year counts.
 */
export function fiscalYear(
  table: Table,
  profile: TableProfile,
  where: { readonly date: number | undefined; readonly parts: DateParts | undefined },
  said: { readonly print: string; readonly answers: Answers | undefined },
): FiscalYear | undefined {
  const counted = countedBy(table.header, profile, where.date, where.parts);
  if (counted === undefined) return undefined;
  const column = columnLabel(table.header, counted.columns[0] ?? 0);
  const id = `fiscal-year:${said.print}`;
  const answered = shiftOf(answerTo(said.answers, id));
  const starts = answered === undefined ? startsOf(counted, table, profile) : [{ shift: answered, by: "" }];
  const [start] = starts;
  // A month ahead or behind may be the time that bookkeeping takes.
  const isSure = starts.length === 1 && (answered !== undefined || Math.abs(start?.shift ?? 0) !== 1);
  if (start === undefined || !isSure) return { issues: [unclear(column, id, starts)] };
  const { shift, by } = start;
  const inCalendar = (text: string): string => {
    const period = counted.periodOf(bareText(text));
    return period === undefined ? text : monthText(monthOf(period, shift));
  };
  const [year = 0] = yearsOf(counted, profile);
  const known = { year, first: monthText(year * 12 + shift), by };
  return {
    inCalendar,
    issues: by === "" ? [] : [{ code: "fiscal-year-known", severity: "info", column, ...known }],
  };
}

function unclear(column: string, id: string, starts: readonly Start[]): Issue {
  const found = starts.map(({ shift }) => nameOf(shift));
  const candidates = found.length > 1 ? found : [...new Set([...found, ...commonStarts])];
  return { code: "fiscal-year-unclear", severity: "error", column, question: { id, candidates } };
}

/** The column of the date, or year and period in columns of their own, where a fiscal year counts them. */
function countedBy(
  header: readonly string[],
  { columns }: TableProfile,
  date: number | undefined,
  parts: DateParts | undefined,
): Counted | undefined {
  if (parts !== undefined) {
    if (!fiscalHeading.test(header[parts.year] ?? "") || parts.month === undefined || parts.day !== undefined)
      return undefined;
    const isMonth = namesMonths(header[parts.month] ?? "", columns[parts.month]);
    return {
      columns: partColumns(parts),
      textOf: (cells) => datedBy(parts, cells),
      periodOf: (text) => {
        const [, year, number] = /^(\d{4})-M(\d{1,2})$/.exec(text) ?? [];
        return number === undefined ? undefined : { year: Number(year), number: Number(number), isMonth };
      },
    };
  }
  const texts = (columns.find(({ index }) => index === date)?.texts ?? []).map(bareText);
  if (date === undefined) return undefined;
  const isNamed =
    fiscalHeading.test(header[date] ?? "") ||
    (/p[eé]r[ií]od|^per\.?$/i.test(header[date] ?? "") && hasThirteenth(texts));
  const counts = texts.some(
    (text) => isFiscalPeriod(text) || (isNamed && periodText(text, true) !== undefined),
  );
  if (!counts) return undefined;
  return {
    columns: [date],
    textOf: (cells) => bareText(cells[date] ?? ""),
    periodOf: (text) => periodText(text, isNamed),
  };
}

/** True for numbers of periods and years of which some are no month: "13/2025" beside "01/2025". */
const hasThirteenth = (texts: readonly string[]): boolean => {
  const periods = texts.filter((text) => !isMissing(text)).map((text) => periodText(text, true));
  return !periods.includes(undefined) && periods.some((period) => (period?.number ?? 0) > 12);
};

const yearsOf = ({ textOf, periodOf }: Counted, { head }: TableProfile): number[] =>
  [...new Set(head.flatMap((cells) => periodOf(textOf(cells))?.year ?? []))].sort((a, b) => a - b);

/** The first months that the file leaves open: one where it proves it, none where it says nothing. */
function startsOf(counted: Counted, table: Table, profile: TableProfile): readonly Start[] {
  const beside = profile.columns.filter(({ index }) => !counted.columns.includes(index));
  for (const column of beside) {
    const shift = shiftBeside(counted, profile, column);
    if (shift !== undefined) return [{ shift, by: columnLabel(table.header, column.index) }];
  }
  const titled = titleStarts(table.preamble, yearsOf(counted, profile));
  if (titled.length > 0) return titled;
  for (const column of beside) {
    const month = monthBeside(counted, profile, column);
    if (month === undefined) continue;
    const by = columnLabel(table.header, column.index);
    return month === 0
      ? [{ shift: 0, by }]
      : [
          { shift: month - 12, by },
          { shift: month, by },
        ];
  }
  return [];
}

/** What nearly all of some numbers are. */
function common(numbers: readonly number[]): number | undefined {
  if (numbers.length < fewestRows) return undefined;
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].find(([, count]) => count >= mostAlike * numbers.length)?.[0];
}

const orders: readonly DateStyle[] = (["dmy", "mdy"] as const).map((order) => ({
  order,
  pair: "month",
  system: "1900",
}));

/** By how many months the days of a column are ahead of the same periods of the calendar year. */
function shiftBeside(
  { textOf, periodOf }: Counted,
  { head }: TableProfile,
  { index, dateRate, numberRate }: ColumnProfile,
): number | undefined {
  if (dateRate <= 0.8 || numberRate >= 0.8) return undefined;
  for (const style of orders) {
    const shifts = head.flatMap((cells) => {
      const period = periodOf(textOf(cells));
      if (period === undefined || period.number > 12 || period.isMonth) return [];
      const read = resolveDate(scanDateCell(cells[index] ?? ""), style);
      if (!("day" in read)) return [];
      const date = new Date(read.day * 86_400_000);
      return [date.getUTCFullYear() * 12 + date.getUTCMonth() - (period.year * 12 + period.number - 1)];
    });
    const shift = common(shifts);
    if (shift !== undefined && Math.abs(shift) < 12) return shift;
  }
  return undefined;
}

/** By how many months the names of months in a column are ahead of the numbers of the periods, from 0 to 11. */
function monthBeside(
  { textOf, periodOf }: Counted,
  { head }: TableProfile,
  { index, texts }: ColumnProfile,
): number | undefined {
  if (!texts.every((text) => isMissing(text) || monthNumber(bareText(text)) > 0)) return undefined;
  return common(
    head.flatMap((cells) => {
      const period = periodOf(textOf(cells));
      const month = monthNumber(bareText(cells[index] ?? ""));
      return period === undefined || month === 0 || period.number > 12 ? [] : [mod12(month - period.number)];
    }),
  );
}

const dayText = /(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4})/g;

/** The first months that a title leaves open which names the first and the last day of a fiscal year. */
function titleStarts(preamble: readonly string[], years: readonly number[]): Start[] {
  for (const line of preamble) {
    const days = [...line.matchAll(dayText)].map(([, y, m, d, day = d, month = m, year = y]) =>
      dayOf(`${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`),
    );
    const [from = Number.NaN, to = Number.NaN] = days;
    const date = new Date(from * 86_400_000);
    const isYear = days.length === 2 && date.getUTCDate() === 1 && (to - from === 364 || to - from === 365);
    if (!isYear) continue;
    const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
    const [year] = years;
    if (years.length === 1 && year !== undefined && Math.abs(month - year * 12) < 12)
      return [{ shift: month - year * 12, by: line.trim().slice(0, 80) }];
  }
  return [];
}
