/** The languages of everything that people read. */
export type Lang = "de" | "en";

export const langs: readonly Lang[] = ["de", "en"];

/** The same words in every language. */
export type Phrase = Readonly<Record<Lang, string>>;

/** A sentence in every language, made from the numbers of `subject`. */
export type Sentence<Subject> = Readonly<Record<Lang, (subject: Subject) => string>>;
