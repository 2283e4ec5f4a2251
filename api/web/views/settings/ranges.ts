import { number, readTyped, say } from "../../language.ts";
import { settingsWords } from "../../words/settings.ts";

/** Between which numbers a field lies, in the unit that it shows. */
export interface Range {
  readonly low: number;
  readonly high: number;
  readonly unit: string;
}

/** What each field of the planning form takes; a target of a class is a service too. */
export const ranges = {
  serviceLevel: { low: 1, high: 99.9, unit: "%" },
  reviewDays: { low: 0, high: 365, unit: "" },
  holdingRatePerYear: { low: 0, high: 200, unit: "%" },
  orderCost: { low: 0, high: 100_000, unit: "" },
} satisfies Readonly<Record<string, Range>>;

const said = (x: number, unit: string): string => `${number(x)}${unit === "" ? "" : `\u00a0${unit}`}`;

/** What is wrong with a text in a field; undefined where it is empty or within its range. */
export function rangeFault(text: string, { low, high, unit }: Range, mark?: string): string | undefined {
  if (text.trim() === "") return undefined;
  const value = readTyped(text, mark);
  const values = { low: said(low, unit), high: said(high, unit), got: text.trim() };
  if (value === undefined) return say(settingsWords.noNumber, values);
  return value < low || value > high ? say(settingsWords.outside, values) : undefined;
}
