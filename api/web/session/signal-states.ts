import {
  ascending,
  dayOf,
  isOpenAgain,
  isoDate,
  signalAnswer,
  signalAnswerText,
  signalQuestion,
} from "../../../src/index.ts";
import type { Client } from "../client/client.ts";
import type { SignalLine } from "../shapes.ts";

/** What can be said about a signal, and what time said. */
export const signalStates = ["open", "snoozed", "confirmed", "closed", "past"] as const;
export type SignalState = (typeof signalStates)[number];

export const isSignalState = (name: string): name is SignalState =>
  (signalStates as readonly string[]).includes(name);

/** What tells a signal from every other one of a plan. */
export const keyOf = ({ item, kind, at }: SignalLine): string => `${item} ${kind} ${at}`;

/** What a buyer said about a signal lies among the answers, under the bucket that named it first. */
const signalId = ({ item, kind, at, firstAt = at }: SignalLine): string =>
  signalQuestion(item, kind, firstAt);

/**
 * State of a signal for the reader: a snoozed one comes back on its day, all but closed ones when the change has
 * grown by half since. An answer about the same event under another date is the plan's to find.
 */
export function signalState(
  signal: SignalLine,
  answers: Readonly<Record<string, string>>,
  today: string,
): SignalState {
  const given = signalAnswer(answers[signalId(signal)] ?? "");
  const size = given?.size ?? signal.firstSize;
  if (given !== undefined)
    return isOpenAgain(signal, size === undefined ? given : { ...given, size }, today) ? "open" : given.said;
  const { item, kind, answer } = signal;
  const isStanding = Object.keys(answers).some(
    (id) => id.startsWith(`signal:${kind}:`) && id.endsWith(`:${item}`),
  );
  if (signal.state === "open") return "open";
  return answer !== undefined && isStanding ? answer : "past";
}

/** The answer that puts a signal into a state; null takes it back. A snoozed one returns after four weeks. */
export function answerFor(signal: SignalLine, to: SignalState, today: string): string | null {
  if (to === "open" || to === "past") return null;
  const size = Number(signal.size.toPrecision(4));
  return signalAnswerText(
    to === "snoozed" ? { said: to, until: isoDate(dayOf(today) + 28), size } : { said: to, size },
  );
}

/** Says something about a signal; null takes it back. */
export const answerSignal = (client: Client, signal: SignalLine, answer: string | null): Promise<Response> =>
  client.answer({ [signalId(signal)]: answer });

/** True where what is at stake is money, not a quantity. */
export const isMoney = ({ impactUnit }: SignalLine): boolean => /^[A-Z]{3}$/.test(impactUnit);

/** Those in money first, then by what is at stake. */
export const byStake = (a: SignalLine, b: SignalLine): number =>
  Number(isMoney(b)) - Number(isMoney(a)) || b.impact - a.impact || ascending(a.item, b.item);
