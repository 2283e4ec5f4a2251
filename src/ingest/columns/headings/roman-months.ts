import type { PeriodHeading } from "../period-heading.ts";

const numerals = "I II III IV V VI VII VIII IX X XI XII".split(" ");
const names = "January February March April May June July August September October November December".split(
  " ",
);
const numeral = "(X?I{1,3}|I?[VX]|VI{1,3}|I[VX])";
const shapes = [
  new RegExp(`^${numeral}\\.?(?:[ ./-]?'?((?:20)?\\d{2}))?$`),
  new RegExp(`^(20\\d{2})[ ./-]?${numeral}\\.?$`),
];

/** The month that a heading writes as a Roman numeral, and its year; undefined for other headings. */
function monthIn(heading: string): { month: number; year: string } | undefined {
  const text = heading.trim();
  const [, first, year = ""] = shapes[0]?.exec(text) ?? [];
  const [, before = "", second] = shapes[1]?.exec(text) ?? [];
  const month = numerals.indexOf(first ?? second ?? "") + 1;
  return month === 0 ? undefined : { month, year: first === undefined ? before : year };
}

/** Four of them may be quarters. */
const quarters = 4;

type Numeral = NonNullable<ReturnType<typeof monthIn>>;

/** True for I to IV of two years or more: of months the others would stand between them. */
function areQuarters(found: readonly Numeral[]): boolean {
  const years = [...Map.groupBy(found, ({ year }) => year).entries()];
  return years.length > 1 && years.every(([year, own]) => year !== "" && isFirstFour(own));
}

const isFirstFour = (found: readonly Numeral[]): boolean =>
  found.length === quarters && found.every(({ month }, k) => month === k + 1);

/**
 * Columns that are I to IV of one year and nothing else, as counted periods: the quarters, or the first four months.
 * Undefined for others.
 */
export function romanFour(header: readonly string[]): readonly PeriodHeading[] | undefined {
  const found = header.flatMap((heading, column) => {
    const own = monthIn(heading);
    return own === undefined ? [] : [{ ...own, column }];
  });
  const isOneYear = new Set(found.map(({ year }) => year)).size === 1;
  return isOneYear && isFirstFour(found)
    ? found.map(({ column, month }) => ({ column, period: `#${month}`, hasYear: true, measure: "" }))
    : undefined;
}

/** What the last of such columns may be called: the quarter first. @example romanLast("IV/2024") // ["2024-Q4", "2024-04"] */
export function romanLast(heading: string): readonly string[] | undefined {
  const own = monthIn(heading);
  if (own === undefined) return undefined;
  const years = own.year === "" ? ["2025", "2024"] : [own.year.padStart(4, "20")];
  return years.flatMap((year) => [`${year}-Q${own.month}`, `${year}-${String(own.month).padStart(2, "0")}`]);
}

/**
 * How headings that write months as Roman numerals, as Polish and Hungarian lists do, are read: with the names of the
 * months. Undefined where there are none, or they may be quarters.
 * @example romanMonths(["Kod", "IV 2025", "V 2025", "VI 2025"])?.("V 2025") // "May 2025"
 */
export function romanMonths(header: readonly string[]): ((heading: string) => string) | undefined {
  const found = header.flatMap((heading) => monthIn(heading) ?? []);
  const isMonths = found.length >= 3 && found.some(({ month }) => month > quarters);
  if (areQuarters(found))
    return (heading) => {
      const own = monthIn(heading);
      return own === undefined ? heading : `Q${own.month} ${own.year}`;
    };
  if (!isMonths) return undefined;
  return (heading) => {
    const own = monthIn(heading);
    return own === undefined ? heading : `${names[own.month - 1]} ${own.year}`.trim();
  };
}
