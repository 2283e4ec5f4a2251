import type { Decision } from "../../../item.ts";

const words: readonly (readonly [RegExp, Decision["action"]])[] = [
  [/^(accept|accepted|annehmen|angenommen|ok|freigeben|freigegeben|bestätigt)$/, "accept"],
  [/^(change|changed|ändern|geändert|aendern|geaendert)$/, "change"],
  [/^(reject|rejected|ablehnen|abgelehnt|verworfen)$/, "reject"],
  [/^(ordered|bestellt|order placed)$/, "ordered"],
];

/**
 * What a buyer decided, by a word; undefined for other words.
 * @example decisionOf("Abgelehnt") // "reject"
 */
export function decisionOf(text: string): Decision["action"] | undefined {
  const word = text.trim().toLowerCase();
  return words.find(([pattern]) => pattern.test(word))?.[1];
}

/** True for a word of a decision, or none at all. */
export const isDecision = (text: string): boolean => text.trim() === "" || decisionOf(text) !== undefined;
