import { monthNumber } from "./month-names.ts";

/** Names that are one month in Croatian and the next in Polish or Czech, with both. */
const shared: readonly (readonly [name: RegExp, croatian: string, western: string])[] = [
  [/^(listopad(a|u)?|lis)$/, "october", "november"],
  [/^lip$/, "june", "july"],
  [/^srp$/, "july", "august"],
];
const croatian =
  /^(sij|sijecanj|sijecnja|velj|veljac[ae]|ozu|ozujka?|tra|travanj|travnja|svi|svibanj|svibnja|lipanj|lipnja|srpanj|srpnja|kol|kolovoza?|ruj|rujan|rujna|stu|studeni|studenoga?|prosinac|prosinca|mjesec)$/;
const western =
  /^(sty|styczen|stycznia|lut|luty|lutego|marzec|kwi|kwiecien|kwietnia|cze|czerwiec|czerwca|lipiec|lipca|sie|sierpien|sierpnia|wrz|wrzesien|wrzesnia|paz|pazdziernika?|gru|grudzien|grudnia|led|leden|ledna|uno|unora?|bre|brezen|brezna|dub|duben|dubna|kve|kveten|kvetna|cerven|cervna|cervenec|cervence|srpen|srpna|zari|rij|rijen|rijna|prosinec|prosince|mesic|miesiac)$/;

const bare = (word: string): string =>
  word.toLowerCase().replaceAll("đ", "d").replaceAll("ł", "l").normalize("NFD").replace(/\p{M}/gu, "");

const wordsOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => (text.length > 80 ? [] : (text.match(/[\p{L}\p{M}]{3,14}/gu) ?? []).map(bare)));

const isShared = (word: string): boolean => shared.some(([name]) => name.test(word));

/** True for a text with the name of a month, be it one that two languages use for two months. */
export const namesMonth = (text: string): boolean =>
  wordsOf([text]).some((word) => isShared(word) || monthNumber(word) > 0);

/**
 * How texts that name months are read where Croatian means another month than Polish and Czech ("listopad" is October
 * and November): by the other months that stand beside them. Undefined where none is shared, or nothing decides.
 * @example sharedMonths(["listopad 2025", "studeni 2025"])?.("listopad 2025") // "october 2025"
 */
export function sharedMonths(texts: readonly string[]): ((text: string) => string) | undefined {
  const found = wordsOf(texts);
  const isCroatian = found.some((word) => croatian.test(word));
  if (isCroatian === found.some((word) => western.test(word))) return undefined;
  return (text) =>
    text.replace(/[\p{L}\p{M}]{3,14}/gu, (word) => {
      const [, one, other] = shared.find(([name]) => name.test(bare(word))) ?? [];
      return (isCroatian ? one : other) ?? word;
    });
}
