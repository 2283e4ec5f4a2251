const yearFirst =
  /^(?:(?:FY|GJ|WJ|EX|AF)\s?'?)?(\d{4}|\d{2})[\s/._-]*P(?:er|eriode?)?\.?[\s._-]?0*(\d{1,2})$/i;
const periodFirst =
  /^P(?:er|eriode?)?\.?[\s._-]?0*(\d{1,2})[\s/._-]+(?:(?:FY|GJ|WJ|EX|AF)\s?'?)?(\d{4}|\d{2})$/i;

/** Year and number of a period of a fiscal year; undefined for other texts. @example fiscalPeriod("FY25-P01") // { year: 2025, number: 1 } */
export function fiscalPeriod(text: string): { readonly year: number; readonly number: number } | undefined {
  const first = yearFirst.exec(text);
  const [year, number] = first === null ? (periodFirst.exec(text) ?? []).slice(1).reverse() : first.slice(1);
  if (year === undefined || number === undefined) return undefined;
  const found = { year: Number(year) + (year.length === 2 ? 2000 : 0), number: Number(number) };
  return found.number >= 1 && found.number <= 16 ? found : undefined;
}

/** True for a period of a fiscal year, in letters or with three digits. @example isFiscalPeriod("013.2025") // true */
export const isFiscalPeriod = (text: string): boolean =>
  /^0\d{2}[-/.]\d{4}$/.test(text) || /^\d{4}[-/.]0\d{2}$/.test(text) || fiscalPeriod(text) !== undefined;
