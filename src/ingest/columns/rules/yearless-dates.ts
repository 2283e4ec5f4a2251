import type { Issue } from "../../../issue.ts";
import { bareText } from "../../cells/cells.ts";
import { fingerprint, normaliseHeading } from "../../cells/heading-key.ts";
import { monthNumber } from "../../cells/month-names.ts";
import { isMissing } from "../../cells/numbers.ts";
import { type Answers, answerTo } from "../../questions.ts";
import type { Table, TableRecord } from "../../table/record.ts";
import { columnLabel } from "../column-names.ts";
import { dateParts } from "../date-parts.ts";
import {
  dayHeading,
  monthHeading,
  namesQuarters,
  namesWeeks,
  weekAlone,
  weekBelow,
} from "../headings/dates.ts";
import { yearCandidates } from "../headings/years.ts";
import { mapColumns } from "../map-columns.ts";
import { periodHeadings, yearNamed, yearsNamed } from "../period-headings.ts";
import { hasDays, type TableProfile } from "../profile.ts";

/** A date of a list that names no year: what it is without it, the earlier the smaller. */
interface Yearless {
  readonly order: number;
  /** The rest behind the year: "-03", "-W14", "-03-07". */
  readonly rest: string;
}

const two = (number: number): string => String(number).padStart(2, "0");
const inMonth = (month: number): Yearless | undefined =>
  month >= 1 && month <= 12 ? { order: month * 100, rest: `-${two(month)}` } : undefined;
const onDay = (day: number, month: number): Yearless | undefined =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31
    ? { order: month * 100 + day, rest: `-${two(month)}-${two(day)}` }
    : undefined;
const inWeek = (week: number): Yearless | undefined =>
  week >= 1 && week <= 53 ? { order: week, rest: `-W${two(week)}` } : undefined;

const dayText = /^(\d{1,2})\. ?(\d{1,2})\.?$/;
const dayAndMonth = /^(\d{1,2})\.?[ -]+(\p{L}{3,10})\.?$/u;

type Reader = (text: string) => Yearless | undefined;

const monthName: Reader = (text) => inMonth(monthNumber(text.replace(/\.$/, "")));
const weekName: Reader = (text) => inWeek(Number(weekAlone.exec(text)?.[1]));
const shortWeek: Reader = (text) => inWeek(Number(weekBelow.exec(text)?.[1]));
const quarter: Reader = (text) => {
  const [, number] = /^(?:Q|T|K)?\.? ?([1-4])\.?(?: ?(?:Q|Quartal|Trim\.?))?$/i.exec(text) ?? [];
  return number === undefined ? undefined : { order: Number(number), rest: `-Q${number}` };
};
const dayOfMonth: Reader = (text) => {
  const [, day = "", month = ""] = dayText.exec(text) ?? [];
  return onDay(Number(day), Number(month));
};
const namedDay: Reader = (text) => {
  const [, day = "", month = ""] = dayAndMonth.exec(text) ?? [];
  return onDay(Number(day), monthNumber(month));
};
const number = (text: string): number => (/^\d{1,2}$/.test(text) ? Number(text) : Number.NaN);

/** The ways to read the cells of a column, by its heading. */
function readersOf(heading: string): readonly Reader[] {
  // "Quartal 2025" is the heading of quarters.
  const key = heading.replace(/(19|20)\d\d$/, "");
  if (namesWeeks(key)) return [shortWeek, (text) => inWeek(number(text))];
  if (namesQuarters(key)) return [quarter];
  const ofMonths: readonly Reader[] = monthHeading.test(key) ? [(text) => inMonth(number(text))] : [];
  return monthHeading.test(key) || dayHeading.test(key)
    ? [monthName, weekName, dayOfMonth, namedDay, ...ofMonths]
    : [];
}

interface Found {
  readonly column: number;
  readonly read: Reader;
}

/** The column of dates without their year; undefined where there is none, or another column holds whole dates. */
function columnOf({ header }: Table, profile: TableProfile): Found | undefined {
  const keys = header.map((heading) => normaliseHeading(heading).key);
  const found = yearlessColumn(keys, profile);
  if (found === undefined) return undefined;
  const isDated = profile.columns.some(
    ({ index, dateRate, filled }) =>
      filled > 0 &&
      dateRate > 0.8 &&
      (dayHeading.test(keys[index] ?? "") || monthHeading.test(keys[index] ?? "")),
  );
  if (isDated || periodHeadings(header) !== undefined || dateParts(header, profile) !== undefined)
    return undefined;
  // The month or the week of a day that another column names.
  const date = mapColumns("orders", header, profile).fields.get("date");
  const isBeside = date !== found.column && (profile.columns[date ?? -1]?.dateRate ?? 0) > 0.8;
  return isBeside || hasDays(profile) ? undefined : found;
}

function yearlessColumn(keys: readonly string[], profile: TableProfile): Found | undefined {
  for (const { index, texts } of profile.columns) {
    const said = texts.map(bareText).filter((text) => !isMissing(text));
    const read = readersOf(keys[index] ?? "").find((one) =>
      said.every((text) => one(text.trim()) !== undefined),
    );
    if (read !== undefined && said.length > 0) return { column: index, read };
  }
  return undefined;
}

/** True where the dates begin anew once, with none that stood before: the later ones are of the next year. */
function runsOverYears({ head }: TableProfile, { column, read }: Found): boolean {
  const orders = head.flatMap((cells) => read(bareText(cells[column] ?? "").trim())?.order ?? []);
  const ends = orders.flatMap((order, k) => (k > 0 && order < (orders[k - 1] ?? 0) ? [k] : []));
  const [end = 0] = ends;
  return ends.length === 1 && Math.max(...orders.slice(end)) < Math.min(...orders.slice(0, end));
}

/** Months, weeks or days of a list that name no year, with the one that the user names; or the question for it. */
export function yearlessDates(
  table: Table,
  profile: TableProfile,
  { file, date }: { readonly file: string; readonly date: number | undefined },
  answers: Answers | undefined,
): { readonly table?: Table; readonly issues: readonly Issue[] } | undefined {
  const found = table.header.length === 0 ? undefined : columnOf(table, profile);
  // Another column is the date by what the user says.
  if (found === undefined || (date !== undefined && date !== found.column)) return undefined;
  const { column, read } = found;
  const isOver = runsOverYears(profile, found);
  const id = `year:${fingerprint(table.header)}`;
  const titles = [...table.preamble, table.sheet ?? "", table.header[column] ?? ""];
  const titled = isOver ? yearsNamed(titles) : yearNamed(titles);
  const known = answerTo(answers, id) ?? (titled === undefined ? "" : `${titled}${isOver ? "/00" : ""}`);
  const [, first, second] = /^((?:19|20)\d{2})(?:\/(\d{2}))?$/.exec(known) ?? [];
  if (first === undefined) {
    const text = profile.columns.find(({ index }) => index === column)?.samples[0] ?? "";
    const question = { id, candidates: yearCandidates([file], isOver) };
    const at = { column: columnLabel(table.header, column), text } as const;
    return { issues: [{ code: "year-missing", severity: "error", ...at, question }] };
  }
  function* records(): Generator<TableRecord> {
    let [year, last] = [Number(first), 0];
    for (const record of table.records()) {
      const own = read((record.cells[column] ?? "").trim());
      if (second !== undefined && own !== undefined && own.order < last) year = Number(first) + 1;
      last = own?.order ?? last;
      const cells = own === undefined ? record.cells : record.cells.with(column, `${year}${own.rest}`);
      const types = record.types?.slice();
      types?.fill(0, column, column + 1);
      yield types === undefined ? { ...record, cells } : { ...record, cells, types };
    }
  }
  return { table: { ...table, records: () => ({ [Symbol.iterator]: records }) }, issues: [] };
}
