import { defined } from "../../defined.ts";
import { currencyOf } from "./currency.ts";
import { monthNumber } from "./month-names.ts";
import { isUnit } from "./units.ts";

/** How a column writes numbers: decimal comma (1.234,50) or decimal point (1,234.50). */
export type NumberStyle = "comma" | "point";

/**
 * What one text says about its number, before the style of its column is known.
 * `comma` and `point` prove a style; a group such as "1.234" may be thousands or a decimal part.
 */
export interface NumberScan {
  readonly shape: "integer" | NumberStyle | "dot-group" | "comma-group" | "missing" | "unreadable";
  /** The value, where the text alone settles it. */
  readonly value: number;
  /** The two readings of a group. */
  readonly asThousands: number;
  readonly asDecimal: number;
  /** True when groups and decimals prove the style together ("1.234,50"), so that it weighs more. */
  readonly sure?: true;
  readonly scientific: boolean;
  readonly percent: boolean;
  /** ISO 4217 code written beside the number. */
  readonly currency?: string;
  /** Other letters behind the number, e.g. a unit. */
  readonly suffix?: string;
}

/** How many texts of a column have each telling shape. */
export interface NumberEvidence {
  comma: number;
  point: number;
  dotGroup: number;
  commaGroup: number;
}

/** Evidence of no text yet, to be added to. */
export const noEvidence = (): NumberEvidence => ({ comma: 0, point: 0, dotGroup: 0, commaGroup: 0 });

const missingWords = new Set(
  [
    ...[
      "",
      "-",
      "--",
      "---",
      "–",
      "—",
      "?",
      "k.a.",
      "k. a.",
      "ka",
      "n/a",
      "na",
      "n.a.",
      "n.v.",
      "nv",
      "null",
    ],
    ...["none", "nan", "nil", "leer", "(null)", "(leer)", "\\n", "#nv", "#wert!", "#bezug!", "#div/0!"],
    ...["#name?", "#zahl!", "#null!", "#n/a", "#value!", "#ref!", "#num!", "#leer!"],
  ].map((word) => word.toLowerCase()),
);

/** True for a text that stands for "not given", e.g. "", "-", "#NV", "NULL"; missing is not zero. */
export const isMissing = (text: string): boolean =>
  text === "" || (text.length < 9 && missingWords.has(text.trim().toLowerCase()));

const nothing = { value: Number.NaN, asThousands: Number.NaN, asDecimal: Number.NaN };
const unreadable: NumberScan = { shape: "unreadable", ...nothing, scientific: false, percent: false };
const missing: NumberScan = { ...unreadable, shape: "missing" };

/** "ca. 6" is six: what somebody writes before a number that is not counted exactly. */
const about =
  /^(?:ca|circa|cca|cirka|etwa|rd|rund|ung|approx|about|env|environ|aprox|około|asi|~|≈)\.? ?(?=\d)/i;

/** Digits, groups and sign of a number, with what stands around it. */
interface Parts {
  readonly body: string;
  readonly negative: boolean;
  readonly exponent: string;
  readonly around: string;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Minus signs before, behind or around a number, and what stands there besides. */
interface Sign {
  readonly isTurned: boolean;
  readonly before: string;
  readonly after: string;
}

/** The sign of a number: one at most, before or behind it. */
function signOf(before: string, body: string, after: string): Sign {
  if (before.startsWith("-") || before.endsWith("-"))
    return { isTurned: true, before: before.replace("-", "").trim(), after };
  // "12.-" and "12,--" are Swiss and German for whole francs and euros.
  if (/[.,]$/.test(body) && /^-+$/.test(after)) return { isTurned: false, before, after: "" };
  if (before.startsWith("+") || before.endsWith("+"))
    return { isTurned: false, before: before.replace("+", "").trim(), after };
  if (after.startsWith("-") && !isDigit(after.charCodeAt(1)))
    return { isTurned: true, before, after: after.slice(1).trim() };
  if (after.startsWith("+")) return { isTurned: false, before, after: after.slice(1).trim() };
  if (after.endsWith("-")) return { isTurned: true, before, after: after.slice(0, -1).trim() };
  return { isTurned: false, before, after };
}

/** Where the digits with their separators stand; undefined where there is no digit. */
function digitSpan(text: string): { first: number; last: number } | undefined {
  let first = 0;
  while (first < text.length && !isDigit(text.charCodeAt(first))) first++;
  if (first === text.length) return undefined;
  // A number may begin with its separator: ",5" and ".5".
  if (first > 0 && (text[first - 1] === "," || text[first - 1] === ".")) first--;
  let last = first;
  while (last < text.length && /[0-9.,'\u2019 ]/.test(text[last])) last++;
  return { first, last };
}

/** Cuts the text into sign, digits with separators, exponent and what stands around. */
function parts(text: string): Parts | undefined {
  let bare = text
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/[\u00a0\u202f\u2009\u2007]/g, " ")
    .trim();
  if (bare.startsWith("'")) bare = bare.slice(1).trim();
  bare = bare.replace(about, "");
  // "5x" is five, "6 Stk (eilig)" is six.
  if (/^\d+ ?[xX×]$/.test(bare)) bare = bare.slice(0, -1).trimEnd();
  if (bare.endsWith(")") && !bare.startsWith("(")) bare = bare.replace(/ ?\([^()\d]{1,30}\)$/, "");
  const isBracketed = bare.startsWith("(") && bare.endsWith(")");
  if (isBracketed) bare = bare.slice(1, -1).trim();
  const span = digitSpan(bare);
  if (span === undefined) return undefined;
  const body = bare.slice(span.first, span.last).trim();
  const exponent = /^[eE][+-]?\d{1,3}(?![0-9A-Za-z])/.exec(bare.slice(span.last))?.[0] ?? "";
  const behind = bare.slice(span.last + exponent.length).trim();
  const { isTurned, before, after } = signOf(bare.slice(0, span.first).trim(), body, behind);
  if (before !== "" && (after !== "" || currencyOf(before) === undefined)) return undefined;
  // "12 Dosen" is a number with a unit, "85123A" is not: letters without a blank must be a known unit.
  const isGlued = after !== "" && text.includes(`${body[body.length - 1]}${after[0]}`);
  // "01. Mär" was a number before a spreadsheet made it a day.
  if (/^\d{1,2}\.?$/.test(body) && !isUnit(after) && monthNumber(after.replace(".", "")) > 0)
    return undefined;
  if (isGlued && !isUnit(after) && currencyOf(after) === undefined && after !== "%") return undefined;
  return { body, negative: isBracketed !== isTurned, exponent, around: before === "" ? after : before };
}

/** Reads one text. @example scanNumber("5.972,00-").value // -5972 */
export function scanNumber(text: string): NumberScan {
  if (isMissing(text)) return missing;
  if (text.length > 60) return unreadable;
  const cut = parts(text);
  if (cut === undefined) return unreadable;
  const { around } = cut;
  const currency = currencyOf(around);
  const percent = around === "%";
  if (around !== "" && currency === undefined && !percent && !/^[\p{L}²³.]{1,12}$/u.test(around))
    return unreadable;
  const read = readBody(cut.body, cut.exponent, cut.negative ? -1 : 1);
  if (read === undefined || Math.abs(read.value) === Number.POSITIVE_INFINITY) return unreadable;
  return {
    ...read,
    scientific: cut.exponent !== "",
    percent,
    ...defined({ currency }),
    ...(around === "" || percent || currency !== undefined ? {} : { suffix: around }),
  };
}

/** Groups of two digits above one of three. */
const areLakhs = (groups: readonly string[]): boolean =>
  /^\d{1,2}$/.test(groups[0] ?? "") &&
  /^\d{3}$/.test(groups.at(-1) ?? "") &&
  groups.slice(1, -1).every((group) => /^\d{2}$/.test(group));

/** Shape and value of digits with separators. */
function readBody(
  body: string,
  exponent: string,
  sign: 1 | -1,
): Pick<NumberScan, "shape" | "value" | "asThousands" | "asDecimal" | "sure"> | undefined {
  const settled = (shape: NumberScan["shape"], digits: string) => {
    const value = sign * Number(digits + exponent) + 0;
    return { shape, value, asThousands: value, asDecimal: value };
  };
  const groups = body.split(/[.,'\u2019 ]/);
  const separators = [...body]
    .filter((c) => !isDigit(c.charCodeAt(0)))
    .map((c) => (c === "\u2019" ? "'" : c));
  if (separators.length === 0) return settled("integer", body);
  const last = separators[separators.length - 1];
  const earlier = separators.slice(0, -1);
  const whole = groups.slice(0, -1);
  const tail = groups[groups.length - 1];
  const threes = (of: readonly string[]) =>
    /^\d{1,3}$/.test(of[0]) && of.slice(1).every((group) => /^\d{3}$/.test(group));
  if (last === "'" || last === " ")
    return new Set(separators).size === 1 && threes(groups) ? settled("integer", groups.join("")) : undefined;
  const proves: NumberStyle = last === "," ? "comma" : "point";
  if (earlier.length === 0) {
    if (!/^\d*$/.test(tail) || (tail === "" && whole[0] === "")) return undefined;
    const group = tail.length === 3 && /^[1-9]\d{0,2}$/.test(whole[0]) && exponent === "";
    if (!group) return settled(proves, `${whole[0] || "0"}.${tail || "0"}`);
    return {
      shape: last === "," ? "comma-group" : "dot-group",
      value: Number.NaN,
      asThousands: sign * Number(whole[0] + tail),
      asDecimal: sign * Number(`${whole[0]}.${tail}`),
    };
  }
  const kinds = new Set(earlier);
  // India groups by two above the thousand: "1,50,000", "12,34,567.50".
  const lakh = last === "." ? whole : groups;
  if (kinds.has(",") && kinds.size === 1 && lakh.length > 2 && areLakhs(lakh))
    return last === "."
      ? settled("point", `${whole.join("")}.${tail || "0"}`)
      : settled("point", groups.join(""));
  if (kinds.size !== 1 || !threes(whole)) return undefined;
  if (!kinds.has(last))
    return { ...settled(proves, `${whole.join("")}.${tail || "0"}`), sure: true as const };
  // The same separator twice: thousands, so the other one is the decimal sign.
  return tail.length === 3 ? settled(last === "." ? "comma" : "point", groups.join("")) : undefined;
}

/** Adds what a text proves, `count` times. */
export function addEvidence(to: NumberEvidence, scan: NumberScan, times = 1): void {
  const count = scan.sure === true ? 3 * times : times;
  if (scan.shape === "comma") to.comma += count;
  else if (scan.shape === "point") to.point += count;
  else if (scan.shape === "dot-group") to.dotGroup += count;
  else if (scan.shape === "comma-group") to.commaGroup += count;
}

/**
 * Style of a column from all its texts, else from the other number columns of the file. Undefined when no text
 * needs it, "ambiguous" when a text does and nothing settles it (then the user is asked).
 * @example decideNumberStyle({ comma: 0, point: 0, dotGroup: 3, commaGroup: 0 }, noEvidence()) // "ambiguous"
 */
export function decideNumberStyle(
  own: NumberEvidence,
  file: NumberEvidence,
): NumberStyle | "ambiguous" | undefined {
  for (const { comma, point } of [own, file]) {
    // A few cells of the other style are flagged one by one; near a tie nobody can tell.
    if (comma > 0 && comma >= 2 * point) return "comma";
    if (point > 0 && point >= 2 * comma) return "point";
  }
  return own.comma + own.point + own.dotGroup + own.commaGroup > 0 ? "ambiguous" : undefined;
}

/** Value under a style; NaN when missing, unreadable or against the style. */
export function numberValue(scan: NumberScan, style: NumberStyle | "ambiguous" | undefined): number {
  if (scan.shape === "integer") return scan.value;
  if (scan.shape === "missing" || scan.shape === "unreadable") return Number.NaN;
  if (scan.shape === "comma" || scan.shape === "point")
    return style === undefined || style === scan.shape ? scan.value : Number.NaN;
  if (style === undefined || style === "ambiguous") return Number.NaN;
  return (scan.shape === "dot-group") === (style === "comma") ? scan.asThousands : scan.asDecimal;
}
