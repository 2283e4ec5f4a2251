/** Words for an invoice or a bill, and for a note that takes one back. */
const invoice =
  /(faktur|invoice|factura|fattura|fatura|facture|factuur|rechnung|szamla|racun|lasku|(^| )bill( |$))/;
const credit = /(dobropis|credit ?(note|memo)|gutschrift|avoir|nota (de |di )?credito|kredit ?nota|korekta)/;
/** Words for a document that came from somebody else, as an invoice of a supplier does. */
const received =
  /(prijat|otrzyman|ricevut|(^| )recue?s?( |$)|recibid|recebid|erhalten|eingehend|received|incoming|inbound|ontvangen|mottat|modtag|mottag|alinan|primljen|primit|bejovo|saapun|(^| )passiv)/;

/**
 * What a document of a supplier is by words that would be those of a sale if it went to a customer: "Faktura přijatá",
 * "Received invoice". `text` in small letters without accents; undefined for other texts.
 * @example documentOfSupplier("faktura prijata") // "purchase"
 */
export function documentOfSupplier(text: string): "purchase" | "return" | undefined {
  if (!received.test(text)) return undefined;
  if (credit.test(text)) return "return";
  return invoice.test(text) ? "purchase" : undefined;
}
