import type { ChangeReason, ForecastChange } from "../change.ts";
import type { Lang, Phrase } from "./lang.ts";
import { change, date, quantity } from "./numbers.ts";

/** Why a forecast moved, as a noun. */
export const changeReasonWords: Readonly<Record<ChangeReason, Phrase>> = {
  "new-sale": { de: "neue Verkäufe", en: "new sales" },
  "data-correction": { de: "berichtigte Daten", en: "corrected data" },
  "parameter-change": { de: "andere Einstellungen", en: "other options" },
  "model-change": { de: "anderes Verfahren", en: "another method" },
};

const signed = (value: number, lang: Lang): string =>
  `${value < 0 ? "\u2212" : "+"}${quantity(rounded(Math.abs(value)), lang)}`;

const rounded = (value: number): number => (value >= 100 ? Math.round(value) : Math.round(value * 10) / 10);

/**
 * One sentence on why the forecast of an item moved since the last run.
 * @example changeSentence(of, "en") // "Forecast for 2026-11-01 from 120 to 180 (+50%); until delivery +75, mainly new sales (+70)."
 */
export function changeSentence(of: ForecastChange, lang: Lang): string {
  const { before, after } = of;
  const share = before > 0 ? ` (${change(after / before - 1, lang)})` : "";
  const numbers = { from: quantity(rounded(before), lang), to: quantity(rounded(after), lang) };
  const reason = `${changeReasonWords[of.reason][lang]} (${signed(of.parts[of.reason], lang)})`;
  return lang === "de"
    ? `Prognose für den Zeitraum ab ${date(of.bucket, lang)} von ${numbers.from} auf ${numbers.to}${share}; bis zur Lieferung ${signed(of.change, lang)}, vor allem durch ${reason}.`
    : `Forecast for the period from ${date(of.bucket, lang)} from ${numbers.from} to ${numbers.to}${share}; until delivery ${signed(of.change, lang)}, mainly ${reason}.`;
}
