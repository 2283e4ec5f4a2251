import type { replay as english } from "../en/replay.ts";

/** Fixed words of the replay page. */
export const replay: typeof english = {
  title: "Die Vergangenheit noch einmal",
  lead: "Dieselben Dateien, Woche für Woche: Jede Regel sah nur, was damals bekannt war. Alle beginnen mit leerem Lager und laufen sich ungezählt ein.",
  counted: "Gezählt",
  items: "Artikel",
  newItems: "davon erstmals gefragt",
  target: "Ziel",
  review: "Tage je Bestelllauf",
  stock: "Lagerwert im Mittel",
  peak: "höchster Lagerwert",
  fill: "Lieferbereitschaft",
  fillValue: "nach Wert",
  cycle: "Zyklen ohne Fehlmenge",
  waiting: "Fehltage × Stück",
  lines: "Bestellpositionen",
  cost: "Kosten gesamt",
  holding: "Lagerung",
  ordering: "Bestellen",
  shortage: "Fehlmengen",
  nervousness: "Unruhe %",
  policy: "Regel",
  overTime: "Lagerwert über die Zeit",
  frontier: "Bestand gegen Lieferbereitschaft",
  frontierLead:
    "Die Linie zeigt bedarf bei anderen Zielen. Wer über der Linie liegt, bindet für dieselbe Lieferbereitschaft mehr Geld.",
  bedarf: "bedarf",
  "bedarf-by-item": "bedarf, Ziel je Artikel",
  "as-is": "heutige Meldebestände",
  naive: "Faustregel (Mittel + 50 %)",
  oracle: "Hellseher",
};
