import { dayOf } from "../../calendar/date.ts";
import { defined } from "../../defined.ts";
import { ascending } from "../../numeric/order.ts";
import type { IsoDate } from "../../order.ts";
import { type Signal, type SignalKind, signalKinds } from "../../signal.ts";

/** What the user said about a flagged fluctuation. */
export interface SignalAnswer {
  /** confirmed: it is real; closed: it is nothing; snoozed: not now. */
  readonly said: "confirmed" | "closed" | "snoozed";
  /** Day on which a snoozed one comes back. */
  readonly until?: IsoDate;
  /** Size of the change when the user spoke. */
  readonly size?: number;
}

/** The question that a signal asks: is it real? `at` is the bucket under which it was first reported. */
export const signalQuestion = (item: string, kind: SignalKind, at: IsoDate): string =>
  `signal:${kind}:${at}:${item}`;

/**
 * Reads an answer: `confirmed`, `closed` or `snoozed:DATE`, each with the size of the change at that time behind
 * `@`; undefined for anything else.
 * @example signalAnswer("snoozed:2026-12-01@0.4") // { said: "snoozed", until: "2026-12-01", size: 0.4 }
 */
export function signalAnswer(text: string): SignalAnswer | undefined {
  const found = /^(confirmed|closed|snoozed:(\d{4}-\d{2}-\d{2}))(?:@(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?))?$/.exec(
    text,
  );
  if (found === null) return undefined;
  const [, state = "", until, size] = found;
  if (until !== undefined && Number.isNaN(dayOf(until))) return undefined;
  return {
    said: state === "confirmed" || state === "closed" ? state : "snoozed",
    ...defined({ until }),
    ...(size === undefined ? {} : { size: Number(size) }),
  };
}

/** The inverse of `signalAnswer`. */
export const signalAnswerText = ({ said, until, size }: SignalAnswer): string =>
  `${said === "snoozed" ? `snoozed:${until}` : said}${size === undefined ? "" : `@${size}`}`;

/** Growth of a change from which on it is news again, less the digits that result folders do not keep. */
const escalatesFrom = 1.5 - 1e-6;

/** True when a change is half as large again as it was, or larger. @example hasGrownByHalf(0.6, 0.4) // true */
export const hasGrownByHalf = (size: number, before: number): boolean =>
  Math.sign(size) === Math.sign(before) && Math.abs(size) >= escalatesFrom * Math.abs(before);

/** Whether an answered signal asks for attention again. */
export function isOpenAgain(
  { size }: Pick<Signal, "size">,
  { said, until, size: before }: SignalAnswer,
  today: IsoDate,
): boolean {
  if (said === "closed") return false;
  const escalated = before !== undefined && hasGrownByHalf(size, before);
  return escalated || (until !== undefined && until <= today);
}

/** An answer and the event that it is about. */
export interface AnsweredEvent {
  readonly kind: SignalKind;
  readonly at: IsoDate;
  readonly answer: SignalAnswer;
}

/** Answers about signals by item; other questions and answers that say nothing of this kind are left out. */
export function answersByItem(answers: Readonly<Record<string, string>>): Map<string, AnsweredEvent[]> {
  const out = new Map<string, AnsweredEvent[]>();
  for (const [question, text] of Object.entries(answers).sort(([a], [b]) => ascending(a, b))) {
    const [, name, at, item] = /^signal:([a-z-]+):([^:]+):(.+)$/s.exec(question) ?? [];
    const kind = signalKinds.find((one) => one === name);
    const answer = signalAnswer(text);
    if (kind === undefined || at === undefined || item === undefined || answer === undefined) continue;
    out.set(item, [...(out.get(item) ?? []), { kind, at, answer }]);
  }
  return out;
}
