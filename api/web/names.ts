import { type Issue, words } from "../../src/index.ts";
import { lang, say } from "./language.ts";
import { fieldsWords } from "./words/fields.ts";
import { filesWords } from "./words/files.ts";
import { rememberedWords } from "./words/remembered.ts";
import { settingsWords } from "./words/settings.ts";

/** A field of a file as people call it; its own name where it has no words. */
export const fieldName = (field: string): string =>
  Object.hasOwn(fieldsWords, field)
    ? words.wordOr(fieldsWords, field)
    : words.wordOr(words.wordsOf(lang()).columns, field);

/** Who did something: where there are no tokens, whoever sits at this computer. */
export const whoName = (who: string): string => (who === "local" ? settingsWords.here : who);

/** An entry of the audit log in words. */
export const deedName = (action: string): string => words.wordOr(settingsWords.deeds, action);

/** A kind of file as people call it. */
export const kindName = (kind: string): string => words.wordOr(filesWords.kinds, kind);

/** An answer to a question of the files in words. */
export function answerName(candidate: string): string {
  if (Object.hasOwn(filesWords.answerNames, candidate))
    return words.wordOr(filesWords.answerNames, candidate);
  const field = fieldName(candidate);
  return field === candidate ? words.valueWords(candidate, lang()) : field;
}

/** What a question was about that no file asks any more, by its id: never the id itself. */
export function rememberedName(id: string): string {
  const { other, ...kinds } = rememberedWords;
  const [of = "", first = "", ...rest] = id.split(":");
  const name = of === "column" ? fieldName(first) : rest.join(":");
  const kind = of === "kind" && name !== "" ? "word" : of;
  return say(Object.hasOwn(kinds, kind) ? words.wordOr(kinds, kind) : other, { name });
}

/** An issue for readers of the page: fields by their names, without advice that is for the command line. */
export function pageSentence(issue: Issue): string {
  const named = "field" in issue ? { ...issue, field: fieldName(issue.field) } : issue;
  return words.issueSentence(named, lang(), words.withoutOptions);
}

/** The federal states by their own names. */
const states: Readonly<Record<string, string>> = {
  "DE-BW": "Baden-Württemberg",
  "DE-BY": "Bayern",
  "DE-BE": "Berlin",
  "DE-BB": "Brandenburg",
  "DE-HB": "Bremen",
  "DE-HH": "Hamburg",
  "DE-HE": "Hessen",
  "DE-MV": "Mecklenburg-Vorpommern",
  "DE-NI": "Niedersachsen",
  "DE-NW": "Nordrhein-Westfalen",
  "DE-RP": "Rheinland-Pfalz",
  "DE-SL": "Saarland",
  "DE-SN": "Sachsen",
  "DE-ST": "Sachsen-Anhalt",
  "DE-SH": "Schleswig-Holstein",
  "DE-TH": "Thüringen",
};

/** A region as people call it; its code where none is known. */
export const regionName = (region: string): string =>
  words.wordOr({ ...states, ...settingsWords.countries }, region);
