import type { Issue } from "../issue.ts";
import type { Signal } from "../signal.ts";
import type { Reason } from "../suggestion.ts";
import { demandIssues } from "./issues/demand.ts";
import { replenishIssues } from "./issues/replenish.ts";
import { tableIssues } from "./issues/table.ts";
import { typingIssues } from "./issues/typing.ts";
import type { Lang, Sentence } from "./lang.ts";
import { localDates } from "./local-dates.ts";
import { attentionWords, reasonWords } from "./reasons.ts";
import { signalWords } from "./signals.ts";

/** Sentences of every family of issues, by code. */
export const issueWords: Readonly<Record<string, Sentence<Issue>>> = {
  ...tableIssues,
  ...typingIssues,
  ...demandIssues,
  ...replenishIssues,
};

/** What a code without a sentence says: its place and what stands there, never nothing. */
function unknownIssue(issue: Issue, lang: Lang): string {
  const row = issue.row === undefined ? "" : lang === "de" ? `Zeile ${issue.row}` : `row ${issue.row}`;
  const column = issue.column === undefined ? "" : `${lang === "de" ? "Spalte" : "column"} ${issue.column}`;
  const place = [issue.item, issue.file, row, column].filter((part) => part !== undefined && part !== "");
  const text = issue.text === undefined ? "" : ` (${issue.text})`;
  return `${issue.code}${place.length > 0 ? `: ${place.join(", ")}` : ""}${text}`;
}

/** One sentence for an issue. */
export function issueSentence(issue: Issue, lang: Lang): string {
  const sentence = Object.hasOwn(issueWords, issue.code) ? issueWords[issue.code] : undefined;
  return sentence === undefined
    ? unknownIssue(issue, lang)
    : localDates(sentence[lang](issue), lang, issue.text);
}

/** One sentence for a reason. */
export function reasonSentence(reason: Reason, lang: Lang): string {
  const sentence = Object.hasOwn(reasonWords, reason.code) ? reasonWords[reason.code] : undefined;
  return localDates(sentence === undefined ? reason.code : sentence[lang](reason), lang);
}

/** Reasons as one text, in the order in which the rules applied. */
export const reasonsSentence = (reasons: readonly Reason[], lang: Lang): string =>
  reasons.map((reason) => reasonSentence(reason, lang)).join(" ");

/** What happened, without the item's name. */
export const signalClause = (signal: Signal, lang: Lang): string =>
  localDates(signalWords[signal.kind][lang](signal), lang);

/** One sentence for a signal of an item. */
export const signalSentence = (signal: Signal, item: string, lang: Lang): string =>
  `${item}: ${signalClause(signal, lang)}`;

/** Why a person should look at a suggestion, by one of its `attentionCodes`; the code itself where it has no words. */
export const attentionPhrase = (code: string, lang: Lang): string =>
  Object.hasOwn(attentionWords, code) ? (attentionWords[code]?.[lang] ?? code) : code;
