/** How a language writes numbers, amounts and dates: everything that differs. */
interface Writing {
  readonly decimalMark: string;
  readonly groupMark: string;
  /** What follows the number of a percentage. */
  readonly percentSign: string;
  /** Short names, January first. */
  readonly months: readonly string[];
  /** An amount (its sign is "\u2212") with a currency of one character. */
  money(amount: string, sign: string): string;
  /** A day from its parts, of four and two digits. */
  date(year: string, month: string, day: string): string;
  /** A day without its year. */
  shortDay(month: string, day: string): string;
  week(year: string, week: string): string;
}

/** How a CSV file of a language is written; both are quoted by RFC 4180 and end lines with CRLF. */
export interface CsvDialect {
  readonly mark: "" | "\ufeff";
  readonly delimiter: "," | ";";
  readonly decimal: "," | ".";
}

const symbols: Readonly<Record<string, string>> = { EUR: "€", USD: "$", GBP: "£", JPY: "¥" };

/** Shown where there is no number. */
export const noNumber = "–";

function grouped(digits: string, mark: string): string {
  let text = digits;
  for (let at = digits.length - 3; at > 0; at -= 3) text = text.slice(0, at) + mark + text.slice(at);
  return text;
}

/** A number to so many places, halves up as people round what is written in decimals: 77.725, which no double is, to 77.73. */
function fixedOf(x: number, places: number): string {
  if (x >= 1e21) return BigInt(Math.round(x)).toString();
  const scaled = x * 10 ** places;
  return (scaled < 1e12 ? Math.round(Number(scaled.toPrecision(15))) / 10 ** places : x).toFixed(places);
}

/** Symbol of a currency where everybody knows one, else its code. @example currencySign("EUR") // "€" */
export const currencySign = (currency: string | undefined): string =>
  currency === undefined ? "" : Object.hasOwn(symbols, currency) ? (symbols[currency] ?? currency) : currency;

/** Writes numbers, amounts and dates as a language does; `numbers.ts` says what each of them is for. */
export function formatOf(writing: Writing) {
  const { decimalMark, groupMark, percentSign, months } = writing;

  function decimal(x: number, places: number): string {
    if (!Number.isFinite(x)) return noNumber;
    const fixed = fixedOf(Math.abs(x), places);
    const [whole = "", rest] = fixed.split(".");
    const sign = x < 0 && /[1-9]/.test(fixed) ? "\u2212" : "";
    return sign + grouped(whole, groupMark) + (rest === undefined ? "" : decimalMark + rest);
  }

  const withoutZeros = (text: string): string =>
    text.includes(decimalMark) ? text.replace(/[.,]?0+$/, "") : text;

  function quantity(x = Number.NaN): string {
    const size = Math.abs(x);
    return withoutZeros(decimal(x, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3));
  }

  function money(x: number, currency: string | undefined, places = 2): string {
    const text = decimal(x, places);
    const sign = currencySign(currency);
    if (sign === "" || text === noNumber) return text;
    return sign.length > 1 ? `${text}\u00a0${sign}` : writing.money(text, sign);
  }

  const unitPrice = (x: number, currency: string | undefined): string =>
    money(x, currency, Math.abs(x) < 1 && Math.abs(x * 100 - Math.round(x * 100)) > 1e-9 ? 4 : 2);

  const percent = (share: number, places = 1): string =>
    Number.isFinite(share) ? withoutZeros(decimal(share * 100, places)) + percentSign : noNumber;

  const change = (share: number): string =>
    (share > 0 ? "+" : "") + percent(share, Math.abs(share) < 0.1 ? 1 : 0);

  function date(iso: string | undefined): string {
    const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso ?? "");
    if (parts === null) return iso ?? noNumber;
    const [, year = "", month = "", day = ""] = parts;
    return writing.date(year, month, day);
  }

  const month = (iso: string): string => `${months[Number(iso.slice(5, 7)) - 1] ?? ""} ${iso.slice(2, 4)}`;
  const shortDay = (iso: string): string => writing.shortDay(iso.slice(5, 7), iso.slice(8, 10));
  const week = (name: string): string => writing.week(name.slice(0, 4), name.slice(6));

  return { decimal, quantity, money, unitPrice, percent, change, date, month, shortDay, week };
}
