import type { charts as englishCharts, sheets as englishSheets } from "../en/charts.ts";
import { counted } from "../sentences.ts";

/** Names of the sheets of suggestions.xlsx. */
export const sheets: typeof englishSheets = {
  suggestions: "Vorschläge",
  details: "Alle Angaben",
  total: "Summe",
  suppliers: "Lieferanten",
  signals: "Signale",
  parameters: "Parameter",
  noSupplier: "(ohne Lieferant)",
};

/** Words in and around the charts. */
export const charts: typeof englishCharts = {
  demand: "Bedarf und Prognose",
  stock: "Erwarteter Bestand",
  waterfall: "Vom Bedarf zur Bestellmenge",
  reorderPoint: "Meldebestand",
  runsOut: "reicht bis",
  steps: {
    demand: "Erwarteter Bedarf",
    safety: "Sicherheitsbestand",
    lot: "Wirtschaftliche Menge",
    onHand: "Bestand",
    onOrder: "Bestellt",
    backorders: "Rückstände",
    other: "Weitere Regeln",
    need: "Bedarf",
    rounding: "Rundung, Grenzen",
    order: "Bestellmenge",
  },
  demandDescription: (of) =>
    `${counted(`${of.buckets}`, "Zeitraum", "Zeiträume")} (${of.bucket}) Verlauf als Balken; nächster Zeitraum erwartet ${of.mean}, in 9 von 10 Fällen ${of.low} bis ${of.high}.`,
  stockDescription: (of) =>
    `Bestand ${of.onHand}, Meldebestand ${of.reorderPoint}.${of.runsOut === undefined ? "" : ` Reicht ohne Bestellung bis ${of.runsOut}.`}${of.order === undefined ? "" : ` Vorschlag: ${of.order} bestellen.`}`,
};
