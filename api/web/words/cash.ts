import type { Phrase } from "../language.ts";

export const cashWords = {
  title: { de: "Geld und Rückblick", en: "Cash and replay" },
  cash: { de: "Zahlungen an Lieferanten je Woche", en: "Payments to suppliers by week" },
  cashText: {
    de: "Erwartet bis {until}: {p50}; vorsichtig gerechnet (obere Marken) {p90}.",
    en: "Expected until {until}: {p50}; on the safe side (upper marks) {p90}.",
  },
  noCash: { de: "Noch keine Zahlungen: es fehlen Preise.", en: "No payments yet: prices are missing." },
  budget: { de: "Was, wenn weniger Geld da ist?", en: "What if there is less money?" },
  budgetText: {
    de: "Budget {budget} von {all}: {lines} von {count} Positionen, das Dringendste zuerst.",
    en: "Budget {budget} of {all}: {lines} of {count} lines, the most urgent first.",
  },
  slider: { de: "Budget", en: "Budget" },
  cut: { de: "Fällt heraus", en: "Left out" },
  plan: { de: "Mit diesem Budget planen", en: "Plan with this budget" },
  noBudget: { de: "Ohne Budget planen", en: "Plan without a budget" },
  replay: {
    de: "Rückblick: unsere Vorschläge gegen das, was war",
    en: "Replay: our suggestions against what was",
  },
  replayText: {
    de: "Rechnet die Vergangenheit noch einmal durch: an jedem Bestelltag nur mit dem, was damals bekannt war.",
    en: "Lives the past again: on every review day only with what was known then.",
  },
  from: { de: "Von", en: "From" },
  to: { de: "Bis", en: "To" },
  startReplay: { de: "Rückblick rechnen", en: "Run the replay" },
  replayRuns: { de: "Der Rückblick rechnet: {done}", en: "The replay is running: {done}" },
  cancel: { de: "Abbrechen", en: "Cancel" },
  overTime: { de: "Bestandswert über die Zeit", en: "Stock value over time" },
  verdict: {
    de: "Mit unseren Vorschlägen im Mittel {ours} Bestandswert statt {today}, Lieferbereitschaft {fill} statt {fillToday}.",
    en: "With our suggestions {ours} of stock on average instead of {today}, fill rate {fill} instead of {fillToday}.",
  },
  noAsIs: {
    de: "Ohne Meldebestand und Höchstbestand in den Artikeldaten gibt es kein Heute zum Vergleich: daneben stehen die einfache Regel und der Hellseher.",
    en: "Without reorder point and maximum stock in the item data there is no today to compare with: beside it stand the simple rule and the oracle.",
  },
  chooseReplay: { de: "replay.json öffnen", en: "Open replay.json" },
  notReplay: { de: "Das ist keine replay.json.", en: "This is no replay.json." },
  policy: { de: "Verfahren", en: "Policy" },
  stock: { de: "Mittlerer Bestandswert", en: "Average stock value" },
  fill: { de: "Lieferbereitschaft", en: "Fill rate" },
  orders: { de: "Bestellpositionen", en: "Order lines" },
  cost: { de: "Kosten gesamt", en: "Total cost" },
  frontier: { de: "Bestand gegen Lieferbereitschaft", en: "Stock against service" },
  here: { de: "Sie sind hier", en: "you are here" },
  policies: {
    bedarf: { de: "bedarf", en: "bedarf" },
    "bedarf-by-item": { de: "bedarf, Ziel je Artikel", en: "bedarf, target by item" },
    "as-is": { de: "Heutige Min/Max-Werte", en: "Today's min/max" },
    naive: { de: "Einfache Regel", en: "Simple rule" },
    oracle: { de: "Hellseher (untere Grenze)", en: "Oracle (lower bound)" },
  },
} satisfies Readonly<Record<string, Phrase | Readonly<Record<string, Phrase>>>>;
