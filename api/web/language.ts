import { words } from "../../src/index.ts";

export type Lang = words.Lang;
export type Phrase = words.Phrase;

let current: Lang = "en";

/** The language of the page now. */
export const lang = (): Lang => current;

/** What the reader chose last, else what the browser asks for. */
export function preferredLang(stored: string | null, browser: readonly string[]): Lang {
  if (stored === "de" || stored === "en") return stored;
  return browser[0]?.toLowerCase().startsWith("de") === true ? "de" : "en";
}

export function setLang(to: Lang): void {
  current = to;
  document.documentElement.lang = to;
}

/** A phrase in the language of the page. */
export const t = (phrase: Phrase): string => phrase[current];

/** A sentence with numbers in it: `{name}` is replaced by the value of that name. */
export const say = (phrase: Phrase, values: Readonly<Record<string, string | number>>): string =>
  phrase[current].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));

export const number = (x: number | null | undefined): string => words.quantity(x ?? Number.NaN, current);
export const whole = (x: number): string => words.decimal(x, current, 0);
export const money = (x: number | undefined, currency: string | undefined, places = 2): string =>
  words.money(x ?? Number.NaN, currency, current, places);
export const date = (iso: string | undefined): string => words.date(iso, current);
export const percent = (share: number, places = 1): string => words.percent(share, current, places);
export const value = (code: string): string => words.valueWords(code, current);

/** A moment in the reader's own time zone: day and time. */
export function moment(milliseconds: number): string {
  const at = new Date(milliseconds);
  const two = (x: number) => String(x).padStart(2, "0");
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${date(day)}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}
