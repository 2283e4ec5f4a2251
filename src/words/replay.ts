import type { Phrase } from "./lang.ts";

/** Fixed words of the replay page. */
export const replayWords = {
  title: { de: "Die Vergangenheit noch einmal", en: "The past, lived again" },
  lead: {
    de: "Dieselben Dateien, Woche für Woche: Jede Regel sah nur, was damals bekannt war. Alle beginnen mit leerem Lager und laufen sich ungezählt ein.",
    en: "The same files, week by week: every rule saw only what was known then. All start with an empty shop and run in uncounted.",
  },
  counted: { de: "Gezählt", en: "Counted" },
  items: { de: "Artikel", en: "Items" },
  newItems: { de: "davon erstmals gefragt", en: "of these first asked for" },
  target: { de: "Ziel", en: "Target" },
  review: { de: "Tage je Bestelllauf", en: "Days per review" },
  stock: { de: "Lagerwert im Mittel", en: "Average stock value" },
  peak: { de: "höchster Lagerwert", en: "Peak stock value" },
  fill: { de: "Lieferbereitschaft", en: "Fill rate" },
  fillValue: { de: "nach Wert", en: "by value" },
  cycle: { de: "Zyklen ohne Fehlmenge", en: "Cycles without stockout" },
  waiting: { de: "Fehltage × Stück", en: "Unit-days short" },
  lines: { de: "Bestellpositionen", en: "Order lines" },
  cost: { de: "Kosten gesamt", en: "Total cost" },
  holding: { de: "Lagerung", en: "Holding" },
  ordering: { de: "Bestellen", en: "Ordering" },
  shortage: { de: "Fehlmengen", en: "Shortage" },
  nervousness: { de: "Unruhe %", en: "Nervousness %" },
  policy: { de: "Regel", en: "Rule" },
  overTime: { de: "Lagerwert über die Zeit", en: "Stock value over time" },
  frontier: { de: "Bestand gegen Lieferbereitschaft", en: "Stock against fill rate" },
  frontierLead: {
    de: "Die Linie zeigt bedarf bei anderen Zielen. Wer über der Linie liegt, bindet für dieselbe Lieferbereitschaft mehr Geld.",
    en: "The line is bedarf at other targets. Whatever lies above it ties up more money for the same fill rate.",
  },
  bedarf: { de: "bedarf", en: "bedarf" },
  "bedarf-by-item": { de: "bedarf, Ziel je Artikel", en: "bedarf, target by item" },
  "as-is": { de: "heutige Meldebestände", en: "today's reorder points" },
  naive: { de: "Faustregel (Mittel + 50 %)", en: "naive rule (mean + 50 %)" },
  oracle: { de: "Hellseher", en: "perfect foresight" },
} satisfies Readonly<Record<string, Phrase>>;
