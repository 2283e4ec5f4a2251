import type { Phrase } from "./lang.ts";

/** Names of the sheets of suggestions.xlsx. */
export const sheetWords = {
  suggestions: { de: "Vorschläge", en: "Suggestions" },
  suppliers: { de: "Lieferanten", en: "Suppliers" },
  signals: { de: "Signale", en: "Signals" },
  parameters: { de: "Parameter", en: "Parameters" },
  noSupplier: { de: "(ohne Lieferant)", en: "(no supplier)" },
} satisfies Readonly<Record<string, Phrase>>;
