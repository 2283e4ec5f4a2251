import { charts, dayOf, words } from "../../src/index.ts";

export type Lang = words.Lang;

let current: Lang = "en";

/** The language of the page now. */
export const lang = (): Lang => current;

/** Words of one part of the page in the two languages that every text has; the English ones are their form. */
interface Said<T> {
  readonly en: T;
  readonly de: NoInfer<T>;
}

/** Every part of the words, by what it says now. */
const parts = new Map<object, Said<unknown>>();

/** Texts in a language, each by the rules of a phrase: a third language says them by its `phrases`. */
function inLanguage<T>({ en, de }: Said<T>, to: Lang): T {
  if (typeof en === "string") return words.phraseIn({ en, de: String(de) }, to) as T;
  const of = Object.entries(en as object).map(([key, text]): [string, unknown] => [
    key,
    inLanguage({ en: text, de: (de as Record<string, unknown>)[key] }, to),
  ]);
  return (Array.isArray(en) ? of.map(([, text]) => text) : Object.fromEntries(of)) as T;
}

/** Words of one part of the page: whatever is drawn after {@link setLang} finds the other language's in the same place. */
export function said<T extends object>(texts: Said<T>): T {
  const now = inLanguage(texts, current);
  parts.set(now, texts);
  return now;
}

/** Words of one part of the page in a language, whichever the page shows. @example saidIn(bookWords, "de").title // "Bestellungen" */
export const saidIn = <T extends object>(of: T, to: Lang): T => inLanguage(parts.get(of) as Said<T>, to);

/** What the reader chose last, else what the browser asks for. */
export function preferredLang(stored: string | null, browser: readonly string[]): Lang {
  const asked = browser[0]?.toLowerCase() ?? "";
  return (
    words.langs.find((known) => known === stored) ??
    words.langs.find((known) => asked === known || asked.startsWith(`${known}-`)) ??
    "en"
  );
}

/** Changes the language; what is on the page is drawn anew by whoever asks for it. */
export function setLang(to: Lang): void {
  current = to;
  for (const [now, texts] of parts) Object.assign(now, inLanguage(texts, to));
  document.documentElement.lang = to;
}

/** A sentence with values in it, numbers as the language writes them, words by their number. @example say("{n} {n:line|lines}", { n: 1 }) // "1 line" */
export const say = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(
    /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g,
    (_, name: string, one: string | undefined, many: string | undefined) => {
      const given = values[name] ?? "";
      const value = typeof given === "number" ? number(given) : given;
      if (one === undefined || many === undefined) return value;
      return value === "1" ? one : many;
    },
  );

export const number = (x: number | null | undefined): string => words.quantity(x ?? Number.NaN, current);
export const whole = (x: number): string => words.decimal(x, current, 0);
export const money = (x: number | undefined, currency: string | undefined, places = 2): string =>
  words.money(x ?? Number.NaN, currency, current, places);

/** From here on a sum in a narrow place is said in whole units, and in millions and more. */
const [mostWithCents, mostInUnits] = [100_000, 100_000_000];

/** A sum of money where there is little room; below `centsTo` with its cents. @example shortMoney(1_276_509_100, "EUR") // in German "1,3 Mrd. €" */
export function shortMoney(x: number, currency: string | undefined, centsTo = mostWithCents): string {
  if (Math.abs(x) < mostInUnits) return money(x, currency, Math.abs(x) < centsTo ? 2 : 0);
  const compact = new Intl.NumberFormat(current, { notation: "compact", maximumFractionDigits: 1 });
  return money(0, currency, 0).replace("0", compact.format(x));
}
export const date = (iso: string | undefined): string => words.date(iso, current);

/** A day as short as it stays clear beside today: without its year, or as month and year where that is another one. */
export const shortDate = (iso: string | undefined, today: string): string =>
  iso === undefined
    ? words.noNumber
    : iso.slice(0, 4) === today.slice(0, 4)
      ? charts.shortDay(dayOf(iso), current)
      : charts.monthName(dayOf(iso), current);

export const percent = (share: number, places = 1): string => words.percent(share, current, places);
export const value = (code: string): string => words.valueWords(code, current);

/** The civil day of a moment where the reader is. */
export function localDay(at: Date): string {
  const two = (x: number) => String(x).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** A moment in the reader's own time zone, day and time; a dash where there is none. */
export function moment(instant: string | null): string {
  if (instant === null) return words.noNumber;
  const at = new Date(instant);
  const time = [at.getHours(), at.getMinutes()].map((x) => String(x).padStart(2, "0")).join(":");
  return `${date(localDay(at))}, ${time}`;
}

/** The mark before a fraction, as the language of the page writes numbers. */
export const decimalMark = (): string => words.decimal(0.5, current, 1).charAt(1);

/** A number as people type it, with at most so many digits; empty where there is none. */
export const typed = (x: number | undefined, digits = 9): string =>
  x === undefined ? "" : String(Number(x.toPrecision(digits))).replace(".", decimalMark());

/** What somebody typed as a number: "1.250", "1,250", "12,5"; undefined where it is none, never a guess. */
export function readTyped(text: string, mark = decimalMark()): number | undefined {
  const group = mark === "," ? "." : ",";
  const bare = text.replaceAll(/[\s\u00a0]/g, "");
  const isGrouped = new RegExp(`^\\d{1,3}(\\${group}\\d{3})+(\\${mark}\\d+)?$`).test(bare);
  const isPlain = new RegExp(`^\\d+(\\${mark}\\d+)?$`).test(bare);
  return isGrouped || isPlain ? Number(bare.replaceAll(group, "").replace(mark, ".")) : undefined;
}
