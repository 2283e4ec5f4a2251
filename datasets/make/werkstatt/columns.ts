import { firstExport, nightFiles, secondExport } from "./files.ts";

const movements = {
  "Belegnr.": "order",
  "Pos.": "line",
  Buchungsdatum: "date",
  Bewegungsart: "kind",
  Artikelnummer: "item",
  Menge: "quantity",
  ME: "unit",
  Einzelpreis: "price",
};

const items = {
  Artikelnummer: "item",
  Bezeichnung: "name",
  Warengruppe: "group",
  Disponent: "owner",
  ME: "unit",
  Lieferantennummer: "supplier",
  Lieferantenartikelnummer: "supplierItem",
  Hauptlieferant: "preferred",
  Bestand: "onHand",
  "WBZ (Tage)": "leadTimeDays",
  Mindestbestellmenge: "minimumOrder",
  VPE: "packSize",
  Bestelleinheit: "purchaseUnit",
  "Menge je Bestelleinheit": "unitsPerPurchaseUnit",
  Preis: "unitCost",
  PE: "priceUnit",
  Währung: "currency",
  Staffelpreise: "priceBreaks",
  Sicherheitsbestand: "safetyStock",
  Meldebestand: "reorderPoint",
  Höchstbestand: "maximumStock",
  Nachfolger: "successor",
};

const openOrders = {
  Bestellnummer: "order",
  Lieferantennummer: "supplier",
  Artikelnummer: "item",
  "offene Menge": "quantity",
  Liefertermin: "date",
};

/** Canonical field of every heading that has one, by file. */
export const columns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [firstExport]: movements,
  [secondExport]: movements,
  "bestellungen.csv": {
    Bestellnummer: "order",
    Position: "line",
    Bestelldatum: "date",
    Belegart: "kind",
    Lieferantennummer: "supplier",
    Artikelnummer: "item",
    Bestellmenge: "quantity",
    ME: "unit",
    Nettopreis: "price",
    PE: "priceUnit",
    Währung: "currency",
    Liefertermin: "dueDate",
    Wareneingang: "receiptDate",
    "Gelieferte Menge": "receivedQuantity",
  },
  "artikel.csv": items,
  "lieferanten.csv": {
    Lieferantennummer: "supplier",
    Firma: "name",
    Mindestbestellwert: "minimumValue",
    "Frei-Haus-Grenze": "freeFreightValue",
    Mindermengenzuschlag: "surcharge",
    Bestelltage: "orderDays",
    Bundesland: "state",
    "Zahlungsziel (Tage)": "paymentDays",
    "Skonto %": "discountPercent",
    Skontotage: "discountDays",
    "Anzahlung %": "depositPercent",
  },
  "offene-bestellungen.csv": openOrders,
  "kalender.csv": {
    Von: "from",
    Bis: "to",
    Art: "kind",
    Artikelnummer: "item",
    Lieferantennummer: "supplier",
    Faktor: "factor",
  },
  ...Object.fromEntries(
    nightFiles.flatMap((night) => [
      [night.items, items],
      [night.openOrders, openOrders],
    ]),
  ),
};
