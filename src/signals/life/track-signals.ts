import type { Issue } from "../../issue.ts";
import type { Series } from "../../series.ts";
import type { Signal } from "../../signal.ts";
import { type AnsweredEvent, answersByItem } from "./answers.ts";
import { type Cleaned, shiftFactor, type UnitAnswer, unitAnswers } from "./cleaned.ts";
import { type SignalHistory, trackedSignals } from "./signal-history.ts";

/** Question id -> candidate. */
type Answers = Readonly<Record<string, string>> | undefined;

const unitQuestion = (item: string) => `unit-change:${item}`;

/** What the user said of a suspected change of unit, in the answers or on the signal itself. */
export function unitAnswer(
  answers: Answers,
  item: string,
  signals: readonly Signal[],
): UnitAnswer | undefined {
  const said = answers?.[unitQuestion(item)];
  const isConfirmed = signals.some(({ kind, answer }) => kind === "unit-change" && answer === "confirmed");
  return unitAnswers.find((answer) => answer === said) ?? (isConfirmed ? "unit-changed" : undefined);
}

/** An item that somebody is known to need has not come to its end: its signals without that one. */
export const withoutEndOfLife = (signals: readonly Signal[]): Signal[] =>
  signals.filter(({ kind }) => kind !== "end-of-life");

/** An item's signals as they go on from run to run, under what the user said of them. `today` is an ISO date. */
export function trackSignals(
  answers: Answers,
  today: string,
): (series: Series, found: Signal[], before: readonly Signal[]) => SignalHistory {
  const said = answersByItem(answers ?? {});
  return (series, found, before) =>
    trackedSignals(series, found, { before, answers: said.get(series.item) ?? noAnswers, today });
}

const noAnswers: readonly AnsweredEvent[] = [];

/** A suspected change of unit asks until the user says what it was. */
export function unitQuestions(item: string, signals: readonly Signal[], history: Cleaned): Issue[] {
  const change = signals.find(({ kind }) => kind === "unit-change");
  if (change === undefined || !history.block) return [];
  const factor = shiftFactor(change);
  return [
    {
      code: "unit-change-suspected",
      severity: "warning",
      item,
      text: change.at,
      factor: factor >= 1 ? factor : 1 / factor,
      question: { id: unitQuestion(item), candidates: unitAnswers },
    },
  ];
}
