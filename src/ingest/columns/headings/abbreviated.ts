import { normaliseHeading } from "../../cells/heading-key.ts";

/** Letters from which on the beginning of a word tells which word it is. */
const leastLetters = 5;

const shortened = new RegExp(`^(\\p{L}[\\p{L}-]{${leastLetters - 1},})\\.$`, "u");

/**
 * The heading that a shortened one stands for: "Lagerbest." for "Lagerbestand". Of those that begin like it the shortest,
 * where all others only add to that; "" where it may be one or the other: "Bestell." is an order, its day or its costs.
 *
 * @example abbreviated("Lagerbest.", ["lagerbestand", "lagerbestandmenge", "lagerort"]) // => "lagerbestand"
 */
export function abbreviated(text: string, keys: Iterable<string>): string {
  const [, word] = shortened.exec(text) ?? [];
  if (word === undefined) return "";
  const stem = normaliseHeading(word).key;
  const begun = [...keys].filter((key) => key.startsWith(stem));
  const [first = ""] = begun.toSorted((a, b) => a.length - b.length);
  return begun.every((key) => key.startsWith(first)) ? first : "";
}
