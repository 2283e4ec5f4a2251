import { type Lang, phrases } from "./languages.ts";

/**
 * A text that stands where it is said (the help of a command, an error of the API), in the two languages that every text
 * has.
 */
export type Phrase = Readonly<Record<"de" | "en", string>> & Readonly<Partial<Record<Lang, string>>>;

/**
 * A phrase in a language; in one that neither stands there nor has it among its `phrases`, in English.
 * @example phraseIn({ de: "ja", en: "yes" }, "de") // "ja"
 */
export const phraseIn = (phrase: Phrase, lang: Lang): string =>
  phrase[lang] ?? phrases[lang]?.[phrase.en] ?? phrase.en;
