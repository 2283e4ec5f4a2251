import type { LineKind } from "../../../order.ts";

/** Words of movements in German and English: what each is, and whether it takes an earlier one back. */
export const movementWords: readonly (readonly [LineKind, boolean, string])[] = [
  ["sale", false, "sale|sales|verkauf|absatz|rechnung|lieferung|versand|auftrag|shipment|invoice|sold|vk"],
  [
    "sale",
    false,
    "warenausgang verkauf|verkaufsrechnung|standardrechnung|standard invoice|barverkauf|lieferschein|sales order|kundenauftrag|ausgangsrechnung",
  ],
  [
    "sale",
    false,
    "sales invoice|sales shipment|delivery note|delivery|customer order|verkaufsauftrag|verkaufslieferung",
  ],
  [
    "issue",
    false,
    "issue|verbrauch|entnahme|abgang|warenausgang|ausgang|wa|consumption|materialentnahme|lagerabgang",
  ],
  [
    "issue",
    false,
    "issued|goods issue|produktion|fertigung|usage|auslagerung|verbrauchsbuchung|material issue|ausbuchung",
  ],
  ["issue", false, "stock out|out|used|positive consumption|montage verbrauch|produktionsverbrauch"],
  [
    "purchase",
    false,
    "purchase|einkauf|bestellung|lieferantenbestellung|bestellung lieferant|lieferantenauftrag|purchase order|po|order|ek|purchases|einkaufsbestellung|nb",
  ],
  [
    "receipt",
    false,
    "receipt|zugang|wareneingang|eingang|we|goods receipt|lagerzugang|receive|received|einlagerung|in",
  ],
  [
    "receipt",
    false,
    "stock in|purchase receipt|ist-meldung|istmeldung|einbuchung|output|fertigmeldung|posted receipt",
  ],
  [
    "return",
    false,
    "return|retoure|rückgabe|rücksendung|rücklieferung|gutschrift|storno|credit note|credit memo|refund|erstattung|rückerstattung",
  ],
  [
    "return",
    false,
    "returned|cancellation|cancelled|reklamation|sales return|stornierung|kundenretoure|rückläufer",
  ],
  [
    "return",
    false,
    "verkaufsgutschrift|warenrückgabe|rückgabe kunde|storniert|sales credit memo|stornorechnung",
  ],
  [
    "transfer",
    false,
    "transfer|umlagerung|umbuchung|lagerumbuchung|stock transfer|interne umlagerung|umlag|move|moved|transferred|relocated",
  ],
  [
    "adjustment",
    false,
    "adjustment|inventur|korrektur|inventurdifferenz|bestandskorrektur|inventory adjustment|differenz",
  ],
  [
    "adjustment",
    false,
    "stock count|anfangsbestand|opening stock|inventory|lagerkorrektur|positive adjmt.|negative adjmt.",
  ],
  [
    "adjustment",
    false,
    "zugang (korrektur)|abgang (korrektur)|stock reconciliation|bestandsaufnahme|initial|manuelle korrektur|manual correction|manuelle bestandskorrektur|manuelle bestandsänderung|stock correction|korrekturbuchung|inventurbuchung|inventurkorrektur|bestandsberichtigung|opening balance|opening|saldovortrag|solde initial|saldo inicial|saldo iniziale|beginsaldo|ingaende balans|pocatecni stav|bilans otwarcia|stan poczatkowy",
  ],
  [
    "scrap",
    false,
    "scrap|write off|writeoff|written off|abschreibung|verschrottung|vernichtung|vernichtet|ausschuss|schrott|schwund|bruch|scrapped|waste|entsorgung",
  ],
  [
    "issue",
    true,
    "storno verbrauch|verbrauch storno|rückgabe verbrauch|storno entnahme|entnahme storno|storno abgang|abgang storno|storno ausgang|storno warenausgang|warenausgang storno|storno wa|wa storno|rücklagerung|materialrückgabe",
  ],
  [
    "receipt",
    true,
    "storno wareneingang|wareneingang storno|storno zugang|zugang storno|retoure lieferant|lieferantenretoure|purchase return|storno we|we storno|storno eingang",
  ],
  [
    "receipt",
    true,
    "vendor return|vendor returns|vendorreturns|supplier return|supplier returns|return to vendor|return to supplier|purchase returns|bill credit|vendor credit",
  ],
  ["sale", true, "storno verkauf|storno rechnung|storno lieferung"],
  ["sale", false, "payment|zahlung|sell|kasse|vente|vendita|venta|verkoop|auslieferung|kundenlieferung"],
  ["purchase", false, "buy|achat|acquisto|compra|inkoop|nachbestellung"],
  [
    "receipt",
    false,
    "entry|produktionszugang|production|einkaufslieferung|replenishment|restock|wareneinlagerung",
  ],
  ["sale", false, "ship|shipped|fulfillment|item fulfillment|sales receipt|cash sale|pos sale|store sale"],
  ["receipt", false, "recv|rcv|rcvd|rcpt|item receipt|warehouse receipt|inventory receipt"],
  ["issue", false, "exit|produktionsabgang|produktionsentnahme|kommissionierung|pick|dispatch"],
  [
    "issue",
    false,
    "picked|materialausgabe|materialabgang|productieverbruik|eigenverbrauch|eigenbedarf|interner verbrauch|removed|remove|taken|take|withdrawn|withdrawal|withdraw|dispense|dispensed|vended|consumed|entnommen|verbraucht",
  ],
  ["issue", false, "ausgelagert|ausgebucht|decrease|decreased|checked out|check out|checkout|prélèvement"],
  [
    "receipt",
    false,
    "added|add|put away|putaway|stocked|eingelagert|eingebucht|hinzugefügt|increase|increased",
  ],
  ["receipt", false, "checked in|check in|checkin|refill|refilled|aufgefüllt|nachgefüllt"],
  ["issue", false, "abg|abg.|ausg|ausg.|entn|entn.|verbr|verbr."],
  [
    "receipt",
    false,
    "zug|zug.|eing|eing.|wareneing|wareneing.|receiving|receival|anlieferung|einlieferung|lieferantenlieferung",
  ],
  ["transfer", false, "xfer|xfr|trf|tfr|umb|umb.|umlag.|uml|uml."],
  [
    "adjustment",
    false,
    "adj|cyc|cycl|counted|count|counting|cycled|cycle count|gezählt|zählung|corrected|recount|inventarisiert|stock take",
  ],
  [
    "return",
    false,
    "rechnungskorrektur|korrekturrechnung|kundenretouren|refunded|exchange return|rückware|retour|reso|devolucion",
  ],
];
