import type { Issue, IssueCode, Place } from "../issue.ts";

/** What a sentence does with its advice on options of the command line: shows it, or leaves it out. */
export type Hint = (advice: string) => string;

export const withOptions: Hint = (advice) => advice;
export const withoutOptions: Hint = () => "";

/** One sentence an issue, from its place and values. A code without its sentence does not compile. */
export type IssueSentences<Values> = {
  readonly [C in keyof Values]: (issue: Readonly<Place & Values[C]>, hint: Hint) => string;
};

/** The first answers that a question takes. */
export const candidates = ({ question }: Place): string => question?.candidates.slice(0, 8).join(", ") ?? "";

type Known = { readonly [C in IssueCode]: Extract<Issue, { readonly code: C }> };

/** The sentence of an issue whose code is known. */
export const issueSaid = <C extends IssueCode>(
  sentences: { readonly [K in C]: (issue: Known[K], hint: Hint) => string },
  issue: Known[C],
  hint: Hint,
): string => sentences[issue.code as C](issue, hint);
