import type { LineKind } from "../../order.ts";
import { type Stage, stageOf } from "./stages.ts";

const stages = new Map(
  (
    [
      ["order", "ab au auf so ord"],
      ["delivery", "ls li dn do bl ddt wz alb shp ship del dlv dsp"],
      ["invoice", "re rg inv si fv fs ft fa ar"],
    ] as const
  ).flatMap(([stage, list]) => list.split(" ").map((word): [string, Stage] => [word, stage])),
);

const kinds = new Map<string, LineKind>(
  (
    [
      ["receipt", "we grn pz grpo rcpt rec rcv pd zu zug"],
      ["issue", "wa gi rw iss ent"],
      ["purchase", "po fz"],
      ["transfer", "mm trf tr im um uml"],
      ["adjustment", "adj kor"],
    ] as const
  ).flatMap(([kind, list]) => list.split(" ").map((word): [string, LineKind] => [word, kind])),
);

const takingBack = new Set("gs gu cn cm crn scn av st rma kfs kfv ncr kwz".split(" "));

/**
 * Letters that a document number begins with, in capitals; undefined where it does not begin so.
 * @example lettersOf("LS-2025-017") // "LS"
 */
export const lettersOf = (text: string): string | undefined =>
  /^(?:\d{2,4}[-/ ])?(\p{L}{1,5})[-\s_/.#]{0,3}\d/u.exec(text.trim())?.[1]?.toUpperCase();

/**
 * Step of a sale that a kind of document is, by its word or by the letters of its numbers.
 * @example stageOfDocument("INV") // "invoice"
 */
export const stageOfDocument = (text: string): Stage | undefined =>
  stages.get(text.toLowerCase()) ?? stageOf(text);

/**
 * Kind of the lines of a document, by the letters of its number; undefined for steps of a sale and unknown letters.
 * @example kindOfLetters("WE") // "receipt"
 */
export const kindOfLetters = (letters: string): LineKind | undefined => kinds.get(letters.toLowerCase());

/** True for letters of documents that take a sale back: credit notes and returns. */
export const takesBack = (letters: string): boolean => takingBack.has(letters.toLowerCase());

/**
 * True for a column of document numbers of several known sorts, whatever its heading.
 * @example areDocumentNumbers(["RE-1", "RE-2", "GS-3"]) // true
 */
export function areDocumentNumbers(texts: readonly string[]): boolean {
  const sorts = new Set<string>();
  for (const text of texts) {
    const letters = lettersOf(text);
    if (letters === undefined) return false;
    sorts.add(letters);
  }
  const known = [...sorts].filter(
    (own) => stages.has(own.toLowerCase()) || kindOfLetters(own) !== undefined || takesBack(own),
  );
  return known.length > 1;
}
