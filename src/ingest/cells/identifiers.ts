import { bareText, isTypedNumber } from "./cells.ts";
import { isMissing } from "./numbers.ts";
import { totalSaid } from "./total-words.ts";

/** What an identifier cell holds. */
export type Identifier =
  | { readonly id: string; readonly cleaned: boolean }
  | { readonly problem: "missing" | "damaged" | "digits-lost" };

const invisible = /[\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060\ufeff\u0000-\u001f]/g;

/**
 * Reads an identifier: always text, never a number. `1E5` and `0001E0` are identifiers; `4,01E+12` is one that a
 * spreadsheet has destroyed; a numeric cell of more than 15 digits has lost its last ones.
 */
export function readIdentifier(text: string): Identifier {
  const bare = bareText(text);
  if (isMissing(bare) && bare.toLowerCase() !== "na") return { problem: "missing" };
  if (/^[+-]?\d(?:[.,]\d+)?[eE]\+\d+$/.test(bare)) return { problem: "damaged" };
  if (isTypedNumber(text)) {
    if (/e/i.test(bare)) return { problem: "damaged" };
    if (bare.replace(/\D/g, "").length > 15) return { problem: "digits-lost" };
  }
  let id = bare.replace(invisible, "");
  // A spreadsheet's mark for text, and the one that safe exports put before formulas.
  if (id.startsWith("'") && id.length > 1) id = id.slice(1);
  id = id.trim();
  return id === "" ? { problem: "missing" } : { id, cleaned: id !== bare };
}

/** Key under which spellings of one identifier meet: without leading zeros, in small letters. */
export const canonicalKey = (id: string): string => {
  const bare = id.toLowerCase().replace(/^0+(?=.)/, "");
  return bare;
};

const totalWords =
  /^(?:\*{1,3}|summe|gesamt|gesamtsumme|gesamtergebnis|zwischensumme|teilsumme|ergebnis|endsumme|total|totals|grand total|subtotal|sub total|sum|insgesamt|übertrag|uebertrag|saldo|gesamtwert)\b\s*:?.*$/i;

/** True for the label of a total or subtotal row. */
export const isTotalLabel = (text: string): boolean =>
  /^\*{1,3}(?:\s|$)/.test(text) ||
  totalSaid(text) === "whole" ||
  (totalWords.test(text) && !/\d/.test(text.split(/\s/)[0] ?? ""));

const pseudoCodes = new Set(
  [
    ...["POST", "DOT", "M", "D", "S", "B", "C2", "BANK CHARGES", "AMAZONFEE", "CRUK", "VERSAND", "PORTO"],
    ...["FRACHT", "RABATT", "SKONTO", "VERPACKUNG", "TRANSPORT", "PFAND", "GUTSCHEIN", "SHIPPING", "FREIGHT"],
    ...[
      "DISCOUNT",
      "TEXT",
      "PORT",
      "NACHNAHME",
      "ANZAHLUNG",
      "VERSANDKOSTEN",
      "PACKAGING",
      "POSTAGE",
      "DELIVERY",
      "ADJUST",
    ],
    ...[
      "LIVRAISON",
      "REMISE",
      "TRANSPORTE",
      "ENVIO",
      "PORTES",
      "DESCUENTO",
      "SPEDIZIONE",
      "SCONTO",
      "TRASPORTO",
    ],
    ...[
      "VERZENDING",
      "VERZENDKOSTEN",
      "KORTING",
      "WYSYLKA",
      "DOSTAWA",
      "DOPRAVA",
      "POSTOVNE",
      "SLEVA",
      "FRAKT",
    ],
  ].map((code) => code.toLowerCase()),
);

const pseudoNames =
  /^(?:postage|dotcom postage|carriage|manual|discount|samples?|bank charges|amazon fee|adjust bad debt|shipping(?: costs?)?|freight|.*gift voucher.*|versand(?:kosten)?(?:pauschale)?|porto|fracht(?:kosten|anteil)?|verpackung(?:skosten|spauschale)?|rabatt|skonto|nachnahme(?:gebühr)?|mindermengenzuschlag|.*gutschein.*|transportkosten|anzahlung|pfand|frais de port|frais de livraison|gastos de envío|spese di spedizione|verzendkosten|koszt wysyłki|remise(?: .*)?|frais d['’]envoi|descuento(?: .*)?|gastos de transporte|sconto(?: .*)?|trasporto|korting(?: .*)?|koszty? (?:wysyłki|dostawy)|poštovné|doprava|sleva(?: .*)?|fraktkostnad|cruk commission)$/i;

/** "/C", "/S", "COMMENT": a line of text or a charge in an order of a shop system, never an item. */
export const isCommentCode = (id: string): boolean =>
  /^\/[A-Z]{1,2}$/.test(id) || /^(comment|commentaire|kommentar|textzeile)$/i.test(id);

/** "SHIPPING27", "BILLING12": the way of an order and of its payment, among the items of a shop. */
export const isMethodCode = (id: string): boolean => /^(?:shipping|billing)[-_]?\d{1,4}$/i.test(id);

/** True for a code that stands for postage, fees or discounts where normal codes have digits. */
export const isPseudoCode = (id: string): boolean => pseudoCodes.has(id.toLowerCase());

/** True for the name of a charge, not of an item. */
export const isPseudoName = (name: string): boolean => name.length < 60 && pseudoNames.test(name.trim());
