import type { ChangeReason, ForecastChange } from "../../change.ts";
import { format } from "./format.ts";

const { change, date, quantity } = format;

/** Why a forecast moved, as a noun. */
export const changeReasons: Readonly<Record<ChangeReason, string>> = {
  "new-sale": "new sales",
  "data-correction": "corrected data",
  "parameter-change": "other options",
  "model-change": "another method",
};

const rounded = (value: number): number => (value >= 100 ? Math.round(value) : Math.round(value * 10) / 10);
const amount = (value: number): string => quantity(rounded(value));
const signed = (value: number): string => `${value < 0 ? "\u2212" : "+"}${amount(Math.abs(value))}`;

/** One sentence on why the forecast of an item moved since the last run. */
export function changeSentence(of: ForecastChange): string {
  const { before, after } = of;
  const share = before > 0 ? ` (${change(after / before - 1)})` : "";
  const reason = `${changeReasons[of.reason]} (${signed(of.parts[of.reason])})`;
  return `Forecast for the period from ${date(of.bucket)} from ${amount(before)} to ${amount(after)}${share}; until delivery ${signed(of.change)}, mainly ${reason}.`;
}
