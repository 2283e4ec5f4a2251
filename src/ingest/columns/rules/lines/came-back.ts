import { keyPattern } from "../../../cells/heading-key.ts";
import type { DerivedField } from "../../evidence/derived.ts";
import type { FewValues } from "../../evidence/few-values.ts";
import { severalBack } from "../../evidence/less-returns.ts";
import { flagOf } from "../../evidence/state-words.ts";

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

const returnFlag =
  /(retour|return|ruckgabe|rucksend|gutschrift|refund|creditnote|creditnota|kredit(faktura|nota|rechnung)|avoir|notadecredito|notacredito|creditfactuur|iscredit|devoluc|reso$|zwrot)/;

/** A column of yes and no that says which lines came back; in orders nobody knows whether it does. */
export function returnedLines(columns: readonly FewValues[], areOrders: boolean): DerivedField | undefined {
  const flag = columns.find(
    ({ key, values }) =>
      returnFlag.test(key) &&
      !(areOrders && mayHaveComeBack(key, values)) &&
      !/(amount|betrag|reason|grund|date|datum|menge|quantity|policy)/.test(key) &&
      !(severalBack.test(key) && values.every(({ text }) => /^\d+$/.test(text))) &&
      values.every(({ text }) => flagOf(text) !== undefined) &&
      values.some(({ text }) => flagOf(text) === true),
  );
  if (flag === undefined) return undefined;
  const { column } = flag;
  return {
    field: "kind",
    columns: [column],
    of: (cells) => (flagOf(cells[column] ?? "") === true ? "return" : ""),
  };
}
