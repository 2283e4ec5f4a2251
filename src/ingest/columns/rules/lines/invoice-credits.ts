import { keyPattern, normaliseHeading } from "../../../cells/heading-key.ts";
import type { DerivedField } from "../../evidence/derived.ts";
import type { FewValues } from "../../evidence/few-values.ts";

/** Words for an invoice and for what takes one back, as invoices are called debits and credits. */
const debit = /^(debit|debet|debito|debitnota|debetnota)$/;
const credit = /^(credit|kredit|credito|creditnota|kreditnota)$/;
/** Headings of invoices and customers: of a list of what was sold, not of a ledger of stock. */
const ofInvoices = keyPattern(
  /(invoice|faktur|factur|fattur|fatura|rechnung|^(customer|kund|client|klant|cliente|asiakas|musteri))/,
);

/**
 * What was sold and what was credited, where a list of invoices calls them debit and credit; in a ledger of stock they
 * say what came in and what went out.
 */
export function creditsOfInvoices(
  columns: readonly FewValues[],
  header: readonly string[],
): DerivedField | undefined {
  const keyOf = (text: string): string => normaliseHeading(text).key;
  if (!header.some((heading) => ofInvoices.test(keyOf(heading)))) return undefined;
  const few = columns.find(
    ({ values }) =>
      values.length === 2 &&
      values.some(({ text }) => debit.test(keyOf(text))) &&
      values.some(({ text }) => credit.test(keyOf(text))),
  );
  if (few === undefined) return undefined;
  const { column } = few;
  const of = (cells: readonly string[]): string => {
    const key = keyOf(cells[column] ?? "");
    return credit.test(key) ? "return" : debit.test(key) ? "sale" : "";
  };
  return { field: "kind", columns: [column], of };
}
