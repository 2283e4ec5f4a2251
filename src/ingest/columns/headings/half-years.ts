const word =
  "(?:Halbjahr|Hj|Half(?:[ -]?year)?|Semestre|Semester|Halvår|Halvaar|Półrocze|Pololetí|Polrok|Félév|Yarıyıl|H)";
const number = "(?:[12](?:\\.|st|nd|er|ère|ème|[eoº°])?|I{1,2})";
const year = "(?:\\d{4}|'?\\d{2})";
const before = `(?:${number}[\\s-]?${word}|${word}\\.?[\\s_-]?${number})\\.?[\\s/.,_-]{0,3}(?:de |del )?${year}(?![\\p{L}\\d])`;
const behind = `(?:\\d{4})[\\s/._-]{0,3}(?:${number}[\\s-]?${word}|${word}[\\s_-]?${number})(?![\\p{L}\\d])`;

/** Half a year and its year: "H1 2024", "1. Halbjahr 2024", "2024-H1", "1er semestre 2024", "1H24". */
const halfOfYear = new RegExp(`(?<![\\p{L}\\d])(?:${before}|${behind})`, "iu");

/**
 * The half of a year that a heading names; undefined for other headings.
 * @example halfYear("Menge 2. HJ 2024") // { period: "2024-H2", found: "2. HJ 2024" }
 */
export function halfYear(heading: string): { readonly period: string; readonly found: string } | undefined {
  const found = halfOfYear.exec(heading)?.[0];
  if (found === undefined) return undefined;
  const year = /\d{4}/.exec(found)?.[0] ?? /\d{2}$/.exec(found)?.[0] ?? "";
  const half = /(?<!I)II(?!I)|2/i.test(found.replace(year, " ")) ? 2 : 1;
  return { period: `${year.length === 2 ? "20" : ""}${year}-H${half}`, found };
}

/** The two quarters of half a year; undefined for other periods. @example quartersOf("2024-H2") // ["2024-Q3", "2024-Q4"] */
export function quartersOf(period: string): readonly [string, string] | undefined {
  const [, year, half] = /^(\d{4})-H([12])$/.exec(period) ?? [];
  if (year === undefined) return undefined;
  return half === "1" ? [`${year}-Q1`, `${year}-Q2`] : [`${year}-Q3`, `${year}-Q4`];
}
