import type { Phrase } from "./lang.ts";

/** Names of the sheets of suggestions.xlsx. */
export const sheetWords = {
  suggestions: { de: "Vorschläge", en: "Suggestions" },
  suppliers: { de: "Lieferanten", en: "Suppliers" },
  signals: { de: "Signale", en: "Signals" },
  parameters: { de: "Parameter", en: "Parameters" },
  noSupplier: { de: "(ohne Lieferant)", en: "(no supplier)" },
} satisfies Readonly<Record<string, Phrase>>;

/** Words in and around the charts. */
export const chartWords = {
  demand: { de: "Bedarf und Prognose", en: "Demand and forecast" },
  stock: { de: "Erwarteter Bestand", en: "Expected stock" },
  waterfall: { de: "Vom Bedarf zur Bestellmenge", en: "From demand to the order quantity" },
  reorderPoint: { de: "Meldebestand", en: "Reorder point" },
  runsOut: { de: "reicht bis", en: "runs out" },
  steps: {
    demand: { de: "Erwarteter Bedarf", en: "Expected demand" },
    safety: { de: "Sicherheitsbestand", en: "Safety stock" },
    lot: { de: "Wirtschaftliche Menge", en: "Economic lot" },
    onHand: { de: "Bestand", en: "On hand" },
    onOrder: { de: "Bestellt", en: "On order" },
    backorders: { de: "Rückstände", en: "Backorders" },
    other: { de: "Weitere Regeln", en: "Other rules" },
    need: { de: "Bedarf", en: "Need" },
    rounding: { de: "Rundung, Grenzen", en: "Rounding, limits" },
    order: { de: "Bestellmenge", en: "Order" },
  },
  demandDescription: {
    de: (of: DemandWords) =>
      `${of.buckets} Zeiträume (${of.bucket}) Verlauf als Balken; nächster Zeitraum erwartet ${of.mean}, in 9 von 10 Fällen ${of.low} bis ${of.high}.`,
    en: (of: DemandWords) =>
      `${of.buckets} periods (${of.bucket}) of history as bars; next period expected ${of.mean}, in 9 of 10 cases ${of.low} to ${of.high}.`,
  },
  stockDescription: {
    de: (of: StockWords) =>
      `Bestand ${of.onHand}, Meldebestand ${of.reorderPoint}.${of.runsOut === undefined ? "" : ` Reicht ohne Bestellung bis ${of.runsOut}.`}${of.order === undefined ? "" : ` Vorschlag: ${of.order} bestellen.`}`,
    en: (of: StockWords) =>
      `On hand ${of.onHand}, reorder point ${of.reorderPoint}.${of.runsOut === undefined ? "" : ` Lasts without an order until ${of.runsOut}.`}${of.order === undefined ? "" : ` Suggestion: order ${of.order}.`}`,
  },
} as const;

interface DemandWords {
  readonly buckets: number;
  readonly bucket: string;
  readonly mean: string;
  readonly low: string;
  readonly high: string;
}

interface StockWords {
  readonly onHand: string;
  readonly reorderPoint: string;
  readonly runsOut: string | undefined;
  readonly order: string | undefined;
}
