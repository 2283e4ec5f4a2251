import { words } from "../../../src/index.ts";
import { lang, type Phrase, t } from "../language.ts";

/** Names of the fields of files that have no column in the results. */
const fieldWords: Readonly<Record<string, Phrase>> = {
  date: { de: "Datum", en: "Date" },
  kind: { de: "Bewegungsart", en: "Kind of line" },
  unitFactor: { de: "Umrechnungsfaktor", en: "Unit factor" },
  price: { de: "Preis", en: "Price" },
  priceUnit: { de: "Preiseinheit", en: "Price unit" },
  order: { de: "Belegnummer", en: "Order number" },
  line: { de: "Position", en: "Line number" },
  dueDate: { de: "Wunschtermin", en: "Due date" },
  receiptDate: { de: "Wareneingang", en: "Receipt date" },
  receivedQuantity: { de: "Gelieferte Menge", en: "Received quantity" },
  location: { de: "Lagerort", en: "Location" },
  project: { de: "Projekt", en: "Project" },
  group: { de: "Gruppe", en: "Group" },
  owner: { de: "Zuständig", en: "Owner" },
  unitsPerPurchaseUnit: { de: "Einheiten je Bestell-ME", en: "Units per purchase unit" },
  reserved: { de: "Reserviert", en: "Reserved" },
  stockDate: { de: "Bestandsdatum", en: "Stock date" },
  leadTimeDays: { de: "Lieferzeit (Tage)", en: "Lead time (days)" },
  leadTimeSdDays: { de: "Streuung der Lieferzeit", en: "Spread of lead time" },
  leadTimeUnit: { de: "Einheit der Lieferzeit", en: "Unit of lead time" },
  goodsReceiptWorkingDays: { de: "Wareneingangstage", en: "Goods receipt days" },
  reviewDays: { de: "Bestellrhythmus (Tage)", en: "Review period (days)" },
  minimumOrder: { de: "Mindestbestellmenge", en: "Minimum order" },
  packSize: { de: "Gebinde", en: "Pack size" },
  unitCost: { de: "Einstandspreis", en: "Unit cost" },
  priceBreaks: { de: "Staffelpreise", en: "Price breaks" },
  orderCost: { de: "Bestellkosten", en: "Order cost" },
  holdingRatePerYear: { de: "Lagerkostensatz", en: "Holding rate" },
  backorderCost: { de: "Fehlmengenkosten", en: "Backorder cost" },
  serviceLevel: { de: "Zielservice", en: "Service level" },
  maximumStock: { de: "Höchstbestand", en: "Maximum stock" },
  shelfLifeDays: { de: "Haltbarkeit (Tage)", en: "Shelf life (days)" },
  planning: { de: "Planungsart", en: "Planning" },
  successor: { de: "Nachfolger", en: "Successor" },
  successorFrom: { de: "Nachfolger ab", en: "Successor from" },
  likeItem: { de: "Wie Artikel", en: "Like item" },
  likeFactor: { de: "Faktor zum Vergleichsartikel", en: "Factor to like item" },
  phaseOut: { de: "Auslauf", en: "Phase-out" },
  preferred: { de: "Bevorzugte Quelle", en: "Preferred source" },
  minimumValue: { de: "Mindestbestellwert", en: "Minimum value" },
  freeFreightValue: { de: "Frachtfrei ab", en: "Free freight from" },
  orderDays: { de: "Bestelltage", en: "Order days" },
  state: { de: "Bundesland", en: "State" },
  paymentDays: { de: "Zahlungsziel (Tage)", en: "Payment days" },
  discountPercent: { de: "Skonto (%)", en: "Discount (%)" },
  discountDays: { de: "Skontotage", en: "Discount days" },
  depositPercent: { de: "Anzahlung (%)", en: "Deposit (%)" },
  reference: { de: "Bezug", en: "Reference" },
  from: { de: "Von", en: "From" },
  to: { de: "Bis", en: "To" },
  scope: { de: "Gilt für", en: "Scope" },
  item: { de: "Artikel", en: "Item" },
};

/** A field of a file as people call it; its own name where it has no words. */
export function fieldName(field: string): string {
  const own = Object.hasOwn(fieldWords, field) ? fieldWords[field] : undefined;
  if (own !== undefined) return t(own);
  const known: Readonly<Record<string, Phrase>> = words.columnWords;
  return Object.hasOwn(known, field) ? (known[field]?.[lang()] ?? field) : field;
}
