/** Words for an invoice or a bill, and for a note that takes one back. */
const invoice =
  /(faktur|invoice|factura|fattura|fatura|facture|factuur|rechnung|szamla|racun|lasku|(^| )bill( |$))/;
const credit = /(dobropis|credit ?(note|memo)|gutschrift|avoir|nota (de |di )?credito|kredit ?nota|korekta)/;
/** Words for a document that came from somebody else, as an invoice of a supplier does. */
const received =
  /(prijat|otrzyman|ricevut|(^| )recue?s?( |$)|recibid|recebid|erhalten|eingehend|received|incoming|inbound|ontvangen|mottat|modtag|mottag|alinan|primljen|primit|bejovo|saapun|(^| )passiv)/;

/** Words for what is bought, and for whom it is bought from. */
const bought =
  /(purchase|einkauf|achat|compra|acquist|inkoop|inkop|indkob|innkjop|zakup|nakup|vendor|supplier|lieferant|kreditor|fournisseur|proveedor|fornitor|fornecedor|leverancier|leverant|leverand|dostawc|dodavatel|tedarik|satin ?al)/;

/**
 * What a document of a supplier is by words that would be those of a sale if it went to a customer: "Faktura přijatá",
 * "Received invoice". `text` in small letters without accents; undefined for other texts.
 * @example documentOfSupplier("faktura prijata") // "purchase"
 */
export function documentOfSupplier(text: string): "purchase" | "return" | undefined {
  if (bought.test(text) && invoice.test(text) && !credit.test(text)) return "purchase";
  if (!received.test(text)) return undefined;
  if (credit.test(text)) return "return";
  return invoice.test(text) ? "purchase" : undefined;
}
