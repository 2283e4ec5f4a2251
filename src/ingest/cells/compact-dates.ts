import { isCivil } from "../../calendar/date.ts";

/** Which figures of a date of six are the day, the month and the year. */
export type CompactOrder = "ymd" | "dmy" | "mdy";

const orders: Readonly<Record<CompactOrder, readonly [year: number, month: number, day: number]>> = {
  ymd: [0, 1, 2],
  dmy: [2, 1, 0],
  mdy: [2, 0, 1],
};
const fewest = 3;
/** More years than these that a column writes are days. */
const mostYears = 6;
/** Years of two digits after these are of the last century, which no list of orders goes back to. */
const lastShortYear = 49;

const partsOf = (text: string): readonly number[] | undefined => {
  const found = /^(\d\d)(\d\d)(\d\d)$/.exec(text.trim());
  return found === null ? undefined : found.slice(1).map(Number);
};

/** A year with a month, 202503 or 032025. */
const isMonth = (text: string): boolean =>
  /^(19|20)\d\d(0[1-9]|1[0-2])$/.test(text) || /^(0[1-9]|1[0-2])(19|20)\d\d$/.test(text);

const span = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

/**
 * How the dates of a column are written that have six figures each: the one order in which all are days, the years
 * hardly change and the days run over the month. Undefined where that is no proof, or the column holds months.
 * @example compactOrder(["250314", "250331", "250402"]) // "ymd"
 */
export function compactOrder(texts: readonly string[]): CompactOrder | undefined {
  const distinct = [...new Set(texts)];
  const all = distinct.map(partsOf);
  if (distinct.length < fewest || all.includes(undefined) || distinct.every(isMonth)) return undefined;
  const fitting = (Object.keys(orders) as CompactOrder[]).filter((order) => {
    const [y, m, d] = orders[order];
    const at = (index: number): number[] => all.map((parts) => parts?.[index] ?? 0);
    const [years, days] = [at(y), at(d)];
    return (
      all.every((parts = []) => isCivil(2000 + (parts[y] ?? 0), parts[m] ?? 0, parts[d] ?? 0)) &&
      years.every((year) => year <= lastShortYear) &&
      span(years) <= mostYears &&
      span(days) > 2 * span(years)
    );
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** A date of six figures as an ISO date; any other text as it is. @example fromCompact("250314", "ymd") // "2025-03-14" */
export function fromCompact(text: string, order: CompactOrder): string {
  const parts = partsOf(text);
  if (parts === undefined) return text;
  const [y, m, d] = orders[order].map((index) => String(parts[index] ?? 0).padStart(2, "0"));
  return `20${y}-${m}-${d}`;
}

const shortMonth = /^(0?[1-9]|1[0-2])[-/.](\d\d)$/;

/**
 * True for a column of months whose year has two figures: "01/25", "11/25". Days without a year run over the month
 * where years hardly change. @example areShortMonths(["01/25", "02/25", "11/25"]) // true
 */
export function areShortMonths(texts: readonly string[]): boolean {
  const found = texts.map((text) => shortMonth.exec(text.trim()));
  const years = found.map((match) => Number(match?.[2] ?? Number.NaN));
  return years.every((year) => year >= 10 && year <= lastShortYear) && span(years) <= mostYears;
}

/** A month with a year of two figures as "2025-01"; any other text as it is. */
export const fromShortMonth = (text: string): string =>
  text.trim().replace(shortMonth, (_, month: string, year: string) => `20${year}-${month.padStart(2, "0")}`);
