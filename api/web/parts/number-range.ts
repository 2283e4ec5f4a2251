import { number, readTyped, say } from "../language.ts";
import { numbersWords } from "../words/numbers.ts";

/** Between which numbers a field lies, in the unit that it shows; without an upper end any number from the lower one on. */
export interface Range {
  readonly low: number;
  readonly high?: number;
  readonly unit: string;
}

/** What quantities, stocks and days lie in. */
export const fromZero: Range = { low: 0, unit: "" };

/** What a target service lies in. */
export const serviceRange = { low: 1, high: 99.9, unit: "%" } satisfies Range;

const said = (x: number, unit: string): string => `${number(x)}${unit === "" ? "" : `\u00a0${unit}`}`;

/** A typed number that may be below zero; undefined where it is none. */
function readSigned(text: string, mark?: string): number | undefined {
  const [, minus = "", rest = ""] = /^\s*([-−–]?)(.*)$/s.exec(text) ?? [];
  const size = readTyped(rest, mark);
  return size === undefined || minus === "" ? size : -size;
}

/** What is wrong with a text in a field; undefined where it is empty or within its range. */
export function rangeFault(text: string, { low, high, unit }: Range, mark?: string): string | undefined {
  if (text.trim() === "") return undefined;
  const value = readSigned(text, mark);
  const values = { low: said(low, unit), high: said(high ?? low, unit), got: text.trim() };
  const { noNumber, noNumberFrom, outside, below } = numbersWords;
  if (value === undefined) return say(high === undefined ? noNumberFrom : noNumber, values);
  if (value >= low && value <= (high ?? value)) return undefined;
  return say(high === undefined ? below : outside, values);
}
