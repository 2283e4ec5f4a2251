import type { Signal } from "./signal.ts";
import type { Suggestion } from "./suggestion.ts";

/** What a line asks of a buyer: nothing but an order, to act, to answer a question, to settle what blocks it. */
export type LineKind = "plain" | "shortage" | "doubt" | "blocked";

/** What of a suggestion decides its kind. */
type KindOf = Pick<
  Suggestion,
  "attention" | "attentionCodes" | "need" | "quantity" | "receiptBy" | "runsOutOn" | "safeUntil"
>;

/** Codes that ask a person something before the quantity can be trusted; the others only tell what was reckoned with. */
const questions: ReadonlySet<string> = new Set([
  "maximum-conflict",
  "shelf-life-conflict",
  "phase-out-conflict",
  "covers-over-a-year",
  "open-order-long-overdue",
  "not-stocked",
]);

const lies = (day: string | undefined, before: string): boolean => day !== undefined && day < before;

/** True where goods are expected to be missing before an order of today can arrive. */
const isShort = ({ need, runsOutOn, receiptBy }: KindOf): boolean => need > 0 && lies(runsOutOn, receiptBy);

/** What a line asks of a buyer. */
export function lineKind(of: KindOf): LineKind {
  if (of.attention === "blocked") return "blocked";
  if (isShort(of)) return "shortage";
  return (of.attentionCodes ?? []).some((code) => questions.has(code)) ? "doubt" : "plain";
}

/** True for an order that can be accepted without a look: nothing about it is in question. */
export const isAcceptable = (of: KindOf): boolean =>
  of.quantity > 0 &&
  of.attention !== "blocked" &&
  !(of.attentionCodes ?? []).some((code) => questions.has(code));

/** How pressing the kinds are: what is missing first, what cannot be ordered last. */
const ranks: Readonly<Record<LineKind, number>> = { shortage: 0, doubt: 1, plain: 2, blocked: 3 };

/** Shortages first, then questions, clear orders, and what is blocked. @example kindRank("shortage") // 0 */
export const kindRank = (kind: LineKind): number => ranks[kind];

/** True where an order cannot wait: in one case of twenty or more the stock ends before it could arrive. */
export const isUrgent = ({ need, safeUntil, runsOutOn, receiptBy }: KindOf): boolean =>
  need > 0 && lies(safeUntil ?? runsOutOn, receiptBy);

/** True for a line that is shown to a buyer although nothing is decided: an order, a shortage, a question, a block. */
export const isListed = (of: KindOf): boolean => of.quantity > 0 || lineKind(of) !== "plain";

/** True for a signal that keeps the line of its item from being ordered. */
export const blocksLine = ({ kind }: Pick<Signal, "kind">, line: KindOf | null | undefined): boolean =>
  line != null &&
  lineKind(line) === "blocked" &&
  (line.attentionCodes ?? []).some((code) => code.startsWith(kind));

/** True for a signal that waits for an answer: a new one, and one of long ago that still blocks a line. */
export const isOpenSignal = (
  signal: Pick<Signal, "kind" | "state" | "answer">,
  line: KindOf | null | undefined,
): boolean => signal.state === "open" || (signal.answer === undefined && blocksLine(signal, line));

/** What of a suggestion says how much is needed. */
type NeedOf = Pick<Suggestion, "need" | "reasons" | "onHand" | "onOrder" | "backorders">;

/** What is needed, also where a maximum stock keeps the line from ordering it. */
export function neededOf({ need, reasons, onHand, onOrder, backorders }: NeedOf): number {
  const capped = reasons.find((reason) => reason.code === "level-at-maximum");
  return capped === undefined ? need : Math.max(need, capped.wanted - (onHand + onOrder - backorders));
}

/** Money that a line moves: its order, or what is needed and not ordered; undefined without a price. */
export const stakeOf = (
  line: NeedOf & Pick<Suggestion, "quantity" | "amount" | "unitPrice">,
): number | undefined => {
  const { quantity, amount, unitPrice } = line;
  if (quantity > 0) return amount;
  return unitPrice === undefined ? undefined : neededOf(line) * unitPrice;
};
