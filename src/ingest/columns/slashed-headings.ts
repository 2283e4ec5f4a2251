import { dayOf } from "../../calendar/date.ts";
import { weekWord } from "./headings/week-numbers.ts";

/** A day in a heading whose parts may stand in either order: 1/5/2025, 05-01-25, 5.1.2025. */
const slashed = /(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
/** Fewer headings than this are no history. */
const fewest = 3;

interface Slashed {
  readonly column: number;
  readonly found: string;
  readonly first: number;
  readonly second: number;
  readonly year: number;
}

const two = (number: number): string => String(number).padStart(2, "0");

/** The date of a heading in one order of its parts, NaN where it is none. */
const dayIn = ({ first, second, year }: Slashed, dayFirst: boolean): number =>
  dayOf(`${year}-${two(dayFirst ? second : first)}-${two(dayFirst ? first : second)}`);

/** How evenly days follow each other: 2 as firsts of months or as weeks, 1 in any rising order, 0 not at all. */
function evenness(days: readonly number[], all: readonly Slashed[], dayFirst: boolean): number {
  if (days.some(Number.isNaN)) return 0;
  const steps = days.slice(1).map((day, k) => day - (days[k] ?? 0));
  if (steps.some((step) => step <= 0)) return 0;
  const areFirsts = all.every(({ first, second }) => (dayFirst ? first : second) === 1);
  if (areFirsts && steps.every((step) => step >= 28)) return 3;
  return steps.every((step) => step === steps[0]) ? 2 : 1;
}

/**
 * Headings that are days written with slashes, with their dates: the order of day and month is the one in which they
 * follow each other evenly. Undefined where there are none, or where nothing tells the order.
 * @example slashedHeadings(["1/5/2025", "1/12/2025", "1/19/2025"])?.get(1)?.date // "2025-01-12"
 */
export function slashedHeadings(
  header: readonly string[],
): ReadonlyMap<number, { readonly date: string; readonly found: string }> | undefined {
  const all = header.flatMap((heading, column): Slashed[] => {
    const hit = heading.length > 80 ? null : slashed.exec(heading);
    if (hit === null) return [];
    const [found, first = "", , second = "", year = ""] = hit;
    const full = year.length === 2 ? 2000 + Number(year) : Number(year);
    return [{ column, found, first: Number(first), second: Number(second), year: full }];
  });
  const distinct = all.filter((one, k) => all.findIndex(({ found }) => found === one.found) === k);
  if (distinct.length < fewest) return undefined;
  const rated = [true, false].map((dayFirst) => {
    const days = distinct.map((one) => dayIn(one, dayFirst));
    return { dayFirst, value: evenness(days, distinct, dayFirst) };
  });
  const [most, least] = rated.sort((a, b) => b.value - a.value);
  if (most === undefined || most.value === 0 || most.value === least?.value) return undefined;
  const { dayFirst } = most;
  return new Map(
    all.map((one) => {
      const [month, day] = dayFirst ? [one.second, one.first] : [one.first, one.second];
      return [one.column, { date: `${one.year}-${two(month)}-${two(day)}`, found: one.found }];
    }),
  );
}

/** A month and a year of two digits each, in either order: "01/25", "25-01". */
const short = /(?<![\d/.-])(\d{2})([/.-])(\d{2})(?![\d/.-])/;
/** Years of two digits that are no day of a month and no month. */
const isYear = (number: number): boolean => number >= 18 && number <= 40;

/**
 * Headings that are months as "01/25", where they follow each other: no days, no other pair of numbers does.
 * @example shortMonths(["11/24", "12/24", "01/25"])?.get(2)?.date // "2025-01-01"
 */
export function shortMonths(
  header: readonly string[],
): ReadonlyMap<number, { readonly date: string; readonly found: string }> | undefined {
  const all = header.flatMap((heading, column) => {
    const hit = heading.length > 80 || weekWord.test(heading) ? null : short.exec(heading);
    return hit === null ? [] : [{ column, found: hit[0], first: Number(hit[1]), second: Number(hit[3]) }];
  });
  for (const yearFirst of [false, true]) {
    const months = all.map(({ first, second }) => (yearFirst ? [first, second] : [second, first]));
    const isMonth = ([year = 0, month = 0]: number[]): boolean => isYear(year) && month >= 1 && month <= 12;
    const index = [...new Set(months.map(([year = 0, month = 0]) => year * 12 + month))];
    const follow = index.every((value, k) => k === 0 || value === (index[k - 1] ?? 0) + 1);
    if (index.length < fewest || !months.every(isMonth) || !follow) continue;
    return new Map(
      all.map(({ column, found }, k) => {
        const [year = 0, month = 0] = months[k] ?? [];
        return [column, { date: `20${two(year)}-${two(month)}-01`, found }];
      }),
    );
  }
  return undefined;
}
