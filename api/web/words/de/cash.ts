import type { cash as english } from "../en/cash.ts";

/** Words of money and replay. */
export const cash: typeof english = {
  title: "Geld",
  cash: "Zahlungen an Lieferanten je Woche",
  cashText: "Erwartet bis {until}: {p50}; vorsichtig gerechnet (obere Marken) {p90}.",
  noCash: "Noch keine Zahlungen: es fehlen Preise.",
  budget: "Was, wenn weniger Geld da ist?",
  budgetText: "Budget {budget} von {all}: {lines} von {count} Positionen, das Dringendste zuerst.",
  slider: "Budget",
  cut: "Fällt heraus",
  plan: "Mit diesem Budget planen",
  noBudget: "Ohne Budget planen",
  replay: "Rückblick: unsere Vorschläge gegen das, was war",
  replayText:
    "Rechnet die Vergangenheit noch einmal durch: an jedem Bestelltag nur mit dem, was damals bekannt war.",
  from: "Von",
  to: "Bis",
  startReplay: "Rückblick rechnen",
  replayRuns: "Der Rückblick rechnet: {done}",
  cancel: "Abbrechen",
  overTime: "Bestandswert über die Zeit",
  equal: "Bei gleicher Lieferbereitschaft ({fill}): {ours} Bestandswert statt {today}.",
  notEqual:
    "Die heutige Lieferbereitschaft liegt außerhalb dessen, was gerechnet wurde; kein gleicher Vergleich.",
  verdict:
    "Mit dem gewählten Ziel: {ours} statt {today}, Lieferbereitschaft {fill} statt {fillToday}, {lines} Bestellpositionen je Woche statt {linesToday}.",
  noAsIs:
    "Ohne Meldebestand und Höchstbestand in den Artikeldaten gibt es kein Heute zum Vergleich: daneben stehen die einfache Regel und der Hellseher.",
  chooseReplay: "replay.json öffnen",
  notReplay: "Das ist keine replay.json.",
  policy: "Verfahren",
  stock: "Mittlerer Bestandswert",
  fill: "Lieferbereitschaft",
  linesAWeek: "Bestellpositionen je Woche",
  cost: "Kosten gesamt",
  frontier: "Bestand gegen Lieferbereitschaft",
  here: "Sie sind hier",
  policies: {
    bedarf: "bedarf",
    "bedarf-by-item": "bedarf, Ziel je Artikel",
    "as-is": "Heutige Min/Max-Werte",
    naive: "Einfache Regel",
    oracle: "Hellseher (untere Grenze)",
  },
  weekTip: "{week} · {p50}, in neun von zehn Fällen höchstens {p90}",
};
