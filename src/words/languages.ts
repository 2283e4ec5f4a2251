import { de } from "./de/index.ts";
import { en } from "./en/index.ts";

/** What a language says and how: the form of the English folder. */
export type Language = typeof en;

/** Every language by its code; a new one is a folder like `en` and its line here and in `faults.ts`. */
const languages = { de, en } satisfies Readonly<Record<string, Language>>;

export type Lang = keyof typeof languages;

/** The languages of everything that people read. */
export const langs = Object.keys(languages) as readonly Lang[];

/** Everything that is said in a language. @example wordsOf("en").columns.item // "Item" */
export const wordsOf = (lang: Lang): Language => languages[lang];
