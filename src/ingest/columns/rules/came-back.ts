import { keyPattern } from "../../cells/heading-key.ts";
import type { FewValues } from "../evidence/few-values.ts";
import { flagOf } from "../evidence/state-words.ts";

/** Headings of what became of a line. */
const cameBack = keyPattern(
  /^(is|was)?(returned|refunded|retourniert|zuruckgeschickt|zuruckgegeben|geretourneerd|retourne|devuelto|zwrocon[aey]|vracen[oay])$/,
);

/**
 * True for a flag of orders that came back ("Returned: Yes"), of which nobody knows whether its line is the sale, which
 * then is none, or the return of another line.
 */
export const mayHaveComeBack = (key: string, values: FewValues["values"]): boolean =>
  cameBack.test(key) &&
  values.length === 2 &&
  values.every(({ text }) => flagOf(text) !== undefined) &&
  new Set(values.map(({ text }) => flagOf(text))).size === 2;
