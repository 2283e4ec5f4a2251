import type { Fault } from "../fault.ts";
import { faultSentence as germanFault } from "./de/faults/index.ts";
import { words as german, report as germanReport } from "./de/index.ts";
import { faultSentence as englishFault } from "./en/faults/index.ts";
import { words as english, report as englishReport } from "./en/index.ts";
import type { Hint } from "./issue-sentences.ts";

/** What a language says and how: the form of the English folder. */
export type Language = typeof english;

/** Every language by its code; a new one is a folder like `en` and its lines in this file. */
const languages = { de: german, en: english } satisfies Readonly<Record<string, Language>>;

export type Lang = keyof typeof languages;

/** Words of reports apart from the others, so that a page that shows none does not load them. */
export type ReportLanguage = typeof englishReport;
const reports: Readonly<Record<Lang, ReportLanguage>> = { de: germanReport, en: englishReport };

const faults: Readonly<Record<Lang, (fault: Fault, hint?: Hint) => string>> = {
  de: germanFault,
  en: englishFault,
};

/** What other languages than those two say instead of a `Phrase`, by its English text. */
export const phrases: Readonly<Partial<Record<Lang, Readonly<Record<string, string>>>>> = {};

/** The languages of everything that people read. */
export const langs = Object.keys(languages) as readonly Lang[];

/** The language that a tag or a locale names. @example langNamed("de_DE.UTF-8") // "de" */
export const langNamed = (text: string | null | undefined): Lang | undefined =>
  langs.find((lang) => text?.toLowerCase().split(/[-_.]/)[0] === lang);

/** Everything that is said in a language, reports and faults aside. @example wordsOf("en").columns.item // "Item" */
export const wordsOf = (lang: Lang): Language => languages[lang];

/** What the pages and workbooks of results say. @example reportWordsOf("en").page.items // "Items" */
export const reportWordsOf = (lang: Lang): ReportLanguage => reports[lang];

/**
 * What is wrong, in the reader's language, behind the name of the file where there is one; `hint` leaves out what only
 * somebody at the command line can do.
 * @example faultSentence({ code: "not-a-number", name: "budget", got: "x" }, "en") // "budget must be a number, got x"
 */
export const faultSentence = (fault: Fault, lang: Lang, hint?: Hint): string => faults[lang](fault, hint);
