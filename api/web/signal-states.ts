import type { Client } from "./client.ts";
import type { ItemSignal } from "./shapes.ts";

export const signalStates = ["open", "snoozed", "confirmed", "closed", "past"] as const;
export type SignalState = (typeof signalStates)[number];

/** What a buyer said about a signal lies among the answers: the question is whether it is real. */
export const signalId = ({ item, kind, at }: ItemSignal): string => `signal:${kind}:${at}:${item}`;

/** State of a signal for the reader; a snoozed one comes back on its day. */
export function signalState(
  signal: ItemSignal,
  answers: Readonly<Record<string, string>>,
  today: string,
): SignalState {
  const answer = answers[signalId(signal)] ?? "";
  if (answer === "confirmed" || answer === "closed") return answer;
  const until = /^snoozed:(\d{4}-\d{2}-\d{2})$/.exec(answer)?.[1];
  if (until !== undefined && until > today) return "snoozed";
  return signal.state === "open" ? "open" : "past";
}

/** Says something about a signal; null takes it back. */
export const answerSignal = (client: Client, signal: ItemSignal, answer: string | null): Promise<Response> =>
  client.answer({ [signalId(signal)]: answer });

const isMoney = ({ impactUnit }: ItemSignal): boolean => /^[A-Z]{3}$/.test(impactUnit);

/** Those in money first, then by what is at stake. */
export const byStake = (a: ItemSignal, b: ItemSignal): number =>
  Number(isMoney(b)) - Number(isMoney(a)) ||
  b.impact - a.impact ||
  (a.item < b.item ? -1 : a.item > b.item ? 1 : 0);
