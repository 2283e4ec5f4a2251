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
    de: "Rechnet die Vergangenheit noch einmal durch: an jedem Bestelltag nur mit dem, was damals bekannt war. Die Datei replay.json entsteht mit diesem Befehl:",
    en: "Lives the past again: on every review day only with what was known then. The file replay.json is made by this command:",
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
    "as-is": { de: "Heutige Min/Max-Werte", en: "Today's min/max" },
    naive: { de: "Einfache Regel", en: "Simple rule" },
    oracle: { de: "Hellseher (untere Grenze)", en: "Oracle (lower bound)" },
  },
} satisfies Readonly<Record<string, Phrase | Readonly<Record<string, Phrase>>>>;
