import type { Lang } from "./lang.ts";

const decimalMark: Readonly<Record<Lang, string>> = { de: ",", en: "." };
const groupMark: Readonly<Record<Lang, string>> = { de: ".", en: "," };
const months: Readonly<Record<Lang, readonly string[]>> = {
  de: ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};
const symbols: Readonly<Record<string, string>> = { EUR: "€", USD: "$", GBP: "£", JPY: "¥" };

/** Shown where there is no number. */
export const noNumber = "–";

function grouped(digits: string, mark: string): string {
  let text = digits;
  for (let at = digits.length - 3; at > 0; at -= 3) text = text.slice(0, at) + mark + text.slice(at);
  return text;
}

/**
 * A number with a fixed count of decimals and grouped thousands, in the writing of the language.
 * @example decimal(1234.5, "de", 2) // "1.234,50"
 */
export function decimal(x: number, lang: Lang, places: number): string {
  if (!Number.isFinite(x)) return noNumber;
  const fixed =
    Math.abs(x) >= 1e21 ? BigInt(Math.round(Math.abs(x))).toString() : Math.abs(x).toFixed(places);
  const [whole, rest] = fixed.split(".") as [string, string | undefined];
  const sign = x < 0 && /[1-9]/.test(fixed) ? "\u2212" : "";
  return sign + grouped(whole, groupMark[lang]) + (rest === undefined ? "" : decimalMark[lang] + rest);
}

/**
 * A quantity: as many decimals as its size needs (three below 1, none from 100 on), none that are zero.
 * @example quantity(12.5, "de") // "12,5"
 * @example quantity(1234.56, "en") // "1,235"
 */
export function quantity(x: number, lang: Lang): string {
  const size = Math.abs(x);
  const text = decimal(x, lang, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
  return text.includes(decimalMark[lang]) ? text.replace(/[.,]?0+$/, "") : text;
}

/** Symbol of a currency where everybody knows one, else its code. @example currencySign("EUR") // "€" */
export const currencySign = (currency: string | undefined): string =>
  currency === undefined ? "" : Object.hasOwn(symbols, currency) ? (symbols[currency] ?? currency) : currency;

/**
 * An amount with its currency: two decimals, or none with `places` 0.
 * @example money(1234.5, "EUR", "de") // "1.234,50 €"
 * @example money(1234.5, "EUR", "en") // "€1,234.50"
 */
export function money(x: number, currency: string | undefined, lang: Lang, places = 2): string {
  const text = decimal(x, lang, places);
  const sign = currencySign(currency);
  if (sign === "" || text === noNumber) return text;
  if (lang === "de" || sign.length > 1) return `${text}\u00a0${sign}`;
  return text.startsWith("\u2212") ? `\u2212${sign}${text.slice(1)}` : sign + text;
}

/**
 * The price of one unit: two decimals, four where it is below 1 and two would not show it.
 * @example unitPrice(0.0503, "EUR", "de") // "0,0503 €"
 */
export const unitPrice = (x: number, currency: string | undefined, lang: Lang): string =>
  money(x, currency, lang, Math.abs(x) < 1 && Math.abs(x * 100 - Math.round(x * 100)) > 1e-9 ? 4 : 2);

/** A share as percent. @example percent(0.982, "de") // "98,2 %" */
export function percent(share: number, lang: Lang, places = 1): string {
  if (!Number.isFinite(share)) return noNumber;
  const text = decimal(share * 100, lang, places);
  const short = text.includes(decimalMark[lang]) ? text.replace(/[.,]?0+$/, "") : text;
  return lang === "de" ? `${short}\u00a0%` : `${short}%`;
}

/** A relative change with its sign. @example change(0.4, "en") // "+40%" */
export const change = (share: number, lang: Lang): string =>
  (share > 0 ? "+" : "") + percent(share, lang, Math.abs(share) < 0.1 ? 1 : 0);

/** A civil date. @example date("2026-10-31", "de") // "31.10.2026"; in English "31 Oct 2026" */
export function date(iso: string | undefined, lang: Lang): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso ?? "");
  if (parts === null) return iso ?? noNumber;
  const [, year, month, day] = parts as string[];
  return lang === "de"
    ? `${day}.${month}.${year}`
    : `${Number(day)} ${months.en[Number(month) - 1] ?? month} ${year}`;
}

/** The month of a date, short. @example month("2026-10-31", "de") // "Okt 26" */
export const month = (iso: string, lang: Lang): string =>
  `${months[lang][Number(iso.slice(5, 7)) - 1] ?? ""} ${iso.slice(2, 4)}`;

/** An ISO week as people say it. @example week("2026-W45", "de") // "KW 45/2026" */
export const week = (name: string, lang: Lang): string =>
  lang === "de"
    ? `KW\u00a0${name.slice(6)}/${name.slice(0, 4)}`
    : `week\u00a0${name.slice(6)}, ${name.slice(0, 4)}`;
