import type { Lang } from "./lang.ts";

/** German for each reason of a simpler forecast (`Forecast.fallback`); `$1` is the number or name in it. */
const german: readonly (readonly [RegExp, string])[] = [
  [/^no observation$/, "es keinen Wert gibt"],
  [/^no demand at all$/, "es nie Bedarf gab"],
  [/^no demand for a long time$/, "es seit Langem keinen Bedarf gab"],
  [/^only 1 observation$/, "es nur einen Wert gibt"],
  [/^only (\d+) observations$/, "es nur $1 Werte gibt"],
  [/^only (\d+) observations for a season of (\d+)$/, "es nur $1 Werte für eine Saison von $2 gibt"],
  [/^(\S+) needs more than (\d+) observations$/, "$1 mehr als $2 Werte braucht"],
];

/**
 * Why a simpler forecast answers: as it stands in English, a clause after "weil" in German.
 * @example fallbackReason("only 2 observations", "de") // "es nur 2 Werte gibt"
 */
export function fallbackReason(why: string, lang: Lang): string {
  const known = german.find(([pattern]) => pattern.test(why));
  return lang === "en" || known === undefined ? why : why.replace(...known);
}
