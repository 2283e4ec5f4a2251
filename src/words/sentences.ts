import { type Hint, withOptions } from "./issue-sentences.ts";

/** One sentence a code, each made from the values of its code. A code without its sentence does not compile. */
export type Sentences<Values> = { readonly [C in keyof Values]: (values: Readonly<Values[C]>) => string };

/** Sentences that may hold advice on options of the command line. */
export type Advising<Values> = {
  readonly [C in keyof Values]: (values: Readonly<Values[C]>, hint: Hint) => string;
};

/** The words of a code; the code itself where a table has none. @example wordOr({ day: "Tag" }, "day") // "Tag" */
export const wordOr = (words: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code;

/** Numbers of a sentence of the report page: written for the reader already, counts decide on the plural. */
export type PageNumbers = Readonly<Record<string, string | number>>;

/**
 * The sentence of something coded; a code that has none (of a later version) stays as it is.
 * @example said(fallbacks, { code: "few-observations", observations: 2 }) // "only 2 observations"
 */
export function said<Values, C extends keyof Values & string>(
  sentences: Advising<Values>,
  coded: { readonly [K in C]: { readonly code: K } & Readonly<Values[K]> }[C],
  hint = withOptions,
): string {
  return Object.hasOwn(sentences, coded.code) ? sentences[coded.code](coded, hint) : coded.code;
}

/** A number, written for the reader, with the word that fits it. @example counted("1", "day", "days") // "1 day" */
export const counted = (number: string, one: string, many: string): string =>
  `${number} ${number === "1" ? one : many}`;

/** The word that fits a count. @example plural(2, "line", "lines") // "lines" */
export const plural = (n: string | number | undefined, one: string, many: string): string =>
  n === 1 ? one : many;
