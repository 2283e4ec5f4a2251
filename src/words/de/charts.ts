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

const perBucket = {
  day: "je Tag",
  week: "je Woche",
  month: "je Monat",
  quarter: "je Quartal",
  year: "je Jahr",
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
  /** Above the axis: what a bar counts. */
  per: (unit, bucket) => `${unit} ${perBucket[bucket]}`.trim(),
  tip: {
    was: ({ name, value }) => (value === undefined ? `${name}: nicht beobachtet` : `${name}: ${value}`),
    will: ({ name, mean, low, high, before }) =>
      `${name} · erwartet ${mean} (${low}–${high})${before === undefined ? "" : ` · Vorjahr ${before}`}`,
    stock: ({ on, mean, low }) => `${on} · im Mittel ${mean}, in 19 von 20 Fällen mindestens ${low}`,
  },
  seasonTitle: "Saison",
  season: ({ from, to, more }) =>
    `Saison: hoch ${from === to ? `im ${from}` : `${from} bis ${to}`}, ${more} gegen das Jahresmittel`,
  openReceipt: ({ on, quantity }) => `Offene Bestellung: ${quantity} am ${on}`,
  thisReceipt: ({ on, quantity }) => `Dieser Vorschlag: ${quantity} am ${on}`,
  laterReceipt: ({ on, quantity }) => `Spätere Bestellung, wenn es so kommt: ${quantity} am ${on}`,
  daysEmpty: (days) => `${counted(`${days}`, "Tag", "Tage")} leer`,
  demandDescription: (of) =>
    `${counted(`${of.buckets}`, "Zeitraum", "Zeiträume")} (${of.bucket}) Verlauf als Balken; nächster Zeitraum erwartet ${of.mean}, in 9 von 10 Fällen ${of.low} bis ${of.high}.`,
  stockDescription: (of) =>
    `Bestand ${of.onHand}, Meldebestand ${of.reorderPoint}.${of.runsOut === undefined ? "" : ` Reicht ohne Bestellung bis ${of.runsOut}.`}${of.order === undefined ? "" : ` Vorschlag: ${of.order} bestellen.`}`,
};
