import type { ForecastChange } from "../change.ts";
import type { Fallback } from "../forecast.ts";
import type { Issue } from "../issue.ts";
import type { Kpi } from "../kpi.ts";
import { lineKind, neededOf } from "../line-kind.ts";
import type { Signal } from "../signal.ts";
import type { Reason, Suggestion } from "../suggestion.ts";
import { type Hint, issueSaid, withOptions } from "./issue-sentences.ts";
import { type Lang, wordsOf } from "./languages.ts";
import { said, wordOr } from "./sentences.ts";

/** What an issue without a sentence (of a later version) says: its place and what stands there, never nothing. */
function unknownIssue({ code, item, file, row, column, text }: Issue, lang: Lang): string {
  const words = wordsOf(lang).place;
  const place = [
    item,
    file,
    row === undefined ? undefined : `${words.row} ${row}`,
    column === undefined ? undefined : `${words.column} ${column}`,
  ].filter((part) => part !== undefined);
  return `${code}${place.length > 0 ? `: ${place.join(", ")}` : ""}${text === undefined ? "" : ` (${text})`}`;
}

/** One sentence for an issue, with or without what it advises on the command line. */
export function issueSentence(issue: Issue, lang: Lang, hint: Hint = withOptions): string {
  const { issues } = wordsOf(lang);
  return Object.hasOwn(issues, issue.code) ? issueSaid(issues, issue, hint) : unknownIssue(issue, lang);
}

/** One sentence for a reason. */
export const reasonSentence = (reason: Reason, lang: Lang): string => said(wordsOf(lang).reasons, reason);

/** Reasons as one text, in the order in which the rules applied. */
export const reasonsSentence = (reasons: readonly Reason[], lang: Lang): string =>
  reasons.map((reason) => reasonSentence(reason, lang)).join(" ");

/** What happened, without the item's name. */
export const signalClause = (signal: Signal, lang: Lang): string =>
  wordsOf(lang).signals[signal.kind](signal);

/** One sentence for a signal of an item. */
export const signalSentence = (signal: Signal, item: string, lang: Lang): string =>
  `${item}: ${signalClause(signal, lang)}`;

/**
 * One sentence on why the forecast of an item moved since the last run.
 * @example changeSentence(of, "en") // "Forecast for the period from 1 Nov 2026 from 120 to 180 (+50%); until delivery +75, mainly new sales (+70)."
 */
export const changeSentence = (of: ForecastChange, lang: Lang): string => wordsOf(lang).changeSentence(of);

/**
 * Why a simpler forecast answers: a clause, in German one that follows "weil".
 * @example fallbackClause({ code: "few-observations", observations: 2 }, "de") // "es nur 2 Werte gibt"
 */
export const fallbackClause = (fallback: Fallback, lang: Lang): string =>
  wordsOf(lang).fallbackClause(fallback);

/** Why a person should look at a suggestion, by one of its `attentionCodes`; the code itself where it has no words. */
export const attentionPhrase = (code: string, lang: Lang): string => wordOr(wordsOf(lang).attention, code);

/** The kind of a line in one word: shortage, question, blocked, clear. */
export const lineKindName = (of: Suggestion, lang: Lang): string => wordsOf(lang).lines.kinds[lineKind(of)];

/** The maximum stock that keeps a line from ordering what is needed. */
const cappedAt = ({ reasons, attentionCodes = [] }: Suggestion): number | undefined =>
  attentionCodes.includes("maximum-conflict")
    ? reasons.map((reason) => ("maximumStock" in reason ? reason.maximumStock : undefined)).find(Boolean)
    : undefined;

/**
 * Why a line stands where it stands, in few words with the number that decides.
 * @param day how a day is said where there is little room; absent: there is room
 */
export function lineClause(of: Suggestion, lang: Lang, day?: (iso: string) => string): string {
  const { lines } = wordsOf(lang);
  const { need, quantity, runsOutOn, receiptBy, attentionCodes = [] } = of;
  const kind = lineKind(of);
  const maximum = cappedAt(of);
  const missing = neededOf(of) - quantity;
  if (kind !== "blocked" && maximum !== undefined && missing > 0)
    return day === undefined ? lines.overMaximum(missing, maximum) : lines.overMaximumBrief(missing, maximum);
  if (kind === "shortage" && runsOutOn !== undefined)
    return day === undefined
      ? lines.empty(runsOutOn, receiptBy)
      : lines.emptyBrief(day(runsOutOn), day(receiptBy));
  if (kind !== "plain") return attentionCodes.map((code) => attentionPhrase(code, lang)).join("; ");
  if (need > 0) return lines.have(of.onHand + of.onOrder - of.backorders, of.reorderPoint);
  const [first] = of.reasons;
  return first === undefined ? "" : reasonSentence(first, lang);
}

/** A value of the results (a kind, a state, a class …) as people read it; one without words stays as it is. */
export const valueWords = (value: string, lang: Lang): string => wordOr(wordsOf(lang).values, value);

/** A way to forecast as people call it; the name of its model where it has no words. */
export const modelName = (model: string, lang: Lang): string => wordOr(wordsOf(lang).models, model);

/** A rule of ordering as people call it; its own name where it has no words. */
export const policyName = (policy: string, lang: Lang): string => wordOr(wordsOf(lang).policies, policy);

/** Name of a KPI in its unit, pieces never called money; its key where it has none. */
export const kpiName = (key: string, lang: Lang, unit = ""): string => kpiOf(key, lang, unit)?.name ?? key;

/** One line on what a KPI means in its unit, "" where it has none. */
export const kpiMeaning = (key: string, lang: Lang, unit = ""): string =>
  kpiOf(key, lang, unit)?.meaning ?? "";

/** What the light of a KPI says. One that is held against a naive forecast says so: "good" would be said of the error itself. */
export function lightWords({ light, threshold, baseline }: Kpi, lang: Lang): string {
  const isRelative = baseline !== undefined && baseline === threshold;
  const own: Readonly<Record<string, string>> = wordsOf(lang).againstNaive;
  return (isRelative ? own[light] : undefined) ?? valueWords(light, lang);
}

interface KpiWords {
  readonly name: string;
  readonly meaning: string;
}

function kpiOf(key: string, lang: Lang, unit: string): KpiWords | undefined {
  const kpis: Readonly<Record<string, KpiWords & { readonly pieces?: KpiWords }>> = wordsOf(lang).kpis;
  const found = Object.hasOwn(kpis, key) ? kpis[key] : undefined;
  return unit === "units" ? (found?.pieces ?? found) : found;
}

/** The next step of a KPI, "" where the code has no words. */
export function nextStep(code: string, lang: Lang): string {
  const steps: Readonly<Record<string, string>> = wordsOf(lang).nextSteps;
  return Object.hasOwn(steps, code) ? (steps[code] ?? "") : "";
}
