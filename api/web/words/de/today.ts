import type { today as english } from "../en/today.ts";

/** Words of the first view: what is to be done today. */
export const today: typeof english = {
  title: "Heute",
  shortageText: "Ware fehlt, ehe sie kommen kann",
  lines: "Bestellpositionen",
  linesText: "bei {suppliers} {suppliers:Lieferant|Lieferanten}, {plain} davon ohne Frage",
  questions: "Fragen",
  questionsText: "{blocked} davon sperren eine Position",
  late: "verspätete Lieferungen",
  lateText: "{expedite} zu beschleunigen, {confirm} zu bestätigen",
  unplacedText: "Angenommenes, von dem kein Lieferant weiß",
  since: "Seit dem letzten Lauf:",
  moves: { new: "{count} neu", gone: "{count} entfallen", more: "{count} größer", less: "{count} kleiner" },
  unmoved: "nichts anders.",
  noCurrency: "Die Preise der Dateien nennen keine Währung.",
  setCurrency: "Währung eintragen",
  look: "Ansehen",
  work: "Durchgehen",
  settle: "Klären",
  remind: "Anmahnen",
  order: "Bestellen",
};
