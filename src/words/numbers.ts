import { type Lang, wordsOf } from "./languages.ts";

export { currencySign, noNumber } from "./format.ts";

/**
 * A number with a fixed count of decimals and grouped thousands, in the writing of the language.
 * @example decimal(1234.5, "de", 2) // "1.234,50"
 */
export const decimal = (x: number, lang: Lang, places: number): string =>
  wordsOf(lang).format.decimal(x, places);

/**
 * A quantity: as many decimals as its size needs (three below 1, none from 100 on), none that are zero.
 * @example quantity(12.5, "de") // "12,5"
 * @example quantity(1234.56, "en") // "1,235"
 */
export const quantity = (x: number, lang: Lang): string => wordsOf(lang).format.quantity(x);

/**
 * An amount with its currency: two decimals, or none with `places` 0.
 * @example money(1234.5, "EUR", "de") // "1.234,50 €"
 * @example money(1234.5, "EUR", "en") // "€1,234.50"
 */
export const money = (x: number, currency: string | undefined, lang: Lang, places = 2): string =>
  wordsOf(lang).format.money(x, currency, places);

/**
 * The price of one unit: two decimals, four where it is below 1 and two would not show it.
 * @example unitPrice(0.0503, "EUR", "de") // "0,0503 €"
 */
export const unitPrice = (x: number, currency: string | undefined, lang: Lang): string =>
  wordsOf(lang).format.unitPrice(x, currency);

/** A share as percent. @example percent(0.982, "de") // "98,2 %" */
export const percent = (share: number, lang: Lang, places = 1): string =>
  wordsOf(lang).format.percent(share, places);

/** A relative change with its sign. @example change(0.4, "en") // "+40%" */
export const change = (share: number, lang: Lang): string => wordsOf(lang).format.change(share);

/** A civil date. @example date("2026-10-31", "de") // "31.10.2026"; in English "31 Oct 2026" */
export const date = (iso: string | undefined, lang: Lang): string => wordsOf(lang).format.date(iso);

/** The month of a date, short. @example month("2026-10-31", "de") // "Okt 26" */
export const month = (iso: string, lang: Lang): string => wordsOf(lang).format.month(iso);

/** An ISO week as people say it. @example week("2026-W45", "de") // "KW 45/2026" */
export const week = (name: string, lang: Lang): string => wordsOf(lang).format.week(name);
