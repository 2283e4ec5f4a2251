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

/** Words of a heading whose periods a fiscal year counts. */
export const fiscalHeading =
  /gesch(ä|ae)fts|wirtschaftsjahr|finanzjahr|rechnungsjahr|gjahr|fiscal|fiskal|financial|(posting|accounting|buchungs|abrechnungs|boekings)[\s_-]*per|boekjaar|exercice|esercizio|ejercicio|exerc[ií]cio/i;

/** A period of a fiscal year, or a month of the calendar under it, which runs from 1 to 12. */
export interface FiscalPeriod {
  readonly year: number;
  readonly number: number;
  readonly isMonth?: boolean;
}

/**
 * The period that a cell names; also "01/2025" and "2025-01" where its heading speaks of a fiscal year.
 * @example periodText("013.2025", false) // { year: 2025, number: 13 }
 */
export function periodText(text: string, isNamed: boolean): FiscalPeriod | undefined {
  const [, before, year = "", after] =
    (isNamed ? /^(\d{1,3})[-/.](\d{4})$/ : /^(0\d{2})[-/.](\d{4})$/).exec(text) === null
      ? ((isNamed ? /^()(\d{4})[-/.](\d{1,3})$/ : /^()(\d{4})[-/.](0\d{2})$/).exec(text) ?? [])
      : (/^(\d+)[-/.](\d{4})$/.exec(text) ?? []);
  const found = { year: Number(year), number: Number(before || after) };
  return year !== "" && found.number >= 1 && found.number <= 16 ? found : fiscalPeriod(text);
}

/** True for a period of a fiscal year, in letters or with three digits. @example isFiscalPeriod("013.2025") // true */
export const isFiscalPeriod = (text: string): boolean =>
  /^0\d{2}[-/.]\d{4}$/.test(text) || /^\d{4}[-/.]0\d{2}$/.test(text) || fiscalPeriod(text) !== undefined;
