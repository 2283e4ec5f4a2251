/** A year with a number that is a month or a week: "202510", "2025-10", "10/2025", "10.2025". */
const pair = /(?<![\d./-])(?:(20\d{2})[-/.]?(\d{2})|(\d{1,2})[-/.](20\d{2}))(?![-/.]?\d)/;
/** The same with two digits of the year: "02/25". */
const short = /(?<![\d./-])(\d{1,2})[-/.](\d{2})(?![-/.]?\d)/;
export const weekWord =
  /(?<!\p{L})(?:KW|CW|Wks?|Weeks?|Wochen?|Semaines?|Semanas?|Settiman[ae]|Veckor|Vecka|Uger?|Uker?|Tydzień|Týden|Weken)(?!\p{L})/iu;
/** Fewer headings than this are no history. */
const fewest = 3;

const two = (number: number): string => String(number).padStart(2, "0");

/**
 * Headings of years with the numbers of weeks, where one of them is beyond the months, or another heading speaks of
 * weeks; undefined for months. "2025-13" behind all months of a year is no week.
 * @example weekNumbers(["SKU", "202512", "202513", "202514"])?.get(2)?.date // "2025-W13"
 */
export function weekNumbers(
  header: readonly string[],
): ReadonlyMap<number, { readonly date: string; readonly found: string }> | undefined {
  const all = header.flatMap((heading, column) => {
    if (heading.length > 80 || weekWord.test(heading)) return [];
    const hit = pair.exec(heading);
    if (hit === null) {
      const [found, week, year = ""] = short.exec(heading) ?? [];
      return found === undefined || !/^(1[89]|[23]\d)$/.test(year)
        ? []
        : [{ column, found, year: `20${year}`, number: Number(week) }];
    }
    const [found, year, number, first, last] = hit;
    return [{ column, found, year: year ?? last ?? "", number: Number(number ?? first) }];
  });
  const numbers = new Set(all.map(({ number }) => number));
  const most = Math.max(0, ...numbers);
  if (numbers.size < fewest || most > 53 || numbers.has(0)) return undefined;
  const isPeriod = most === 13 && numbers.size === 13;
  const isNamed =
    all.every(({ year }) => year === all[0]?.year) && header.filter((one) => weekWord.test(one)).length === 1;
  if (isPeriod || (most <= 12 && !isNamed)) return undefined;
  return new Map(
    all.map(({ column, found, year, number }) => [column, { date: `${year}-W${two(number)}`, found }]),
  );
}
