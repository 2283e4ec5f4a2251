import { normaliseHeading } from "./heading-key.ts";

const currencies = new Map([
  ["€", "EUR"],
  ["$", "USD"],
  ["£", "GBP"],
  ["¥", "JPY"],
  ["fr.", "CHF"],
  ["sfr.", "CHF"],
  ["euro", "EUR"],
]);
const codes = new Set("EUR USD CHF GBP JPY PLN CZK SEK DKK NOK HUF CNY TRY RON CAD AUD".split(" "));

/** ISO code of a currency sign or code, undefined for other texts. @example currencyOf("€") // "EUR" */
export function currencyOf(text: string): string | undefined {
  const upper = text.trim().toUpperCase();
  return codes.has(upper) ? upper : currencies.get(text.trim().toLowerCase());
}

/** Currency that a heading names: "Einzelpreis (€)", "Preis EUR", "unit_cost_eur". */
export function currencyOfHeading(heading: string): string | undefined {
  const { hint, words } = normaliseHeading(heading);
  return currencyOf(hint) ?? (words.length > 1 ? currencyOf(words[words.length - 1]) : undefined);
}
