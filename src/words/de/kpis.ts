import type { NextStep } from "../../kpi.ts";
import type { kpis as englishKpis } from "../en/kpis.ts";

/** Names and meanings of the KPIs. */
export const kpis: typeof englishKpis = {
  automation: {
    name: "Automationsgrad",
    meaning: "Vorschläge, an denen nichts auffiel: weder Engpass noch Frage noch Hinweis",
  },
  decisionDays: {
    name: "Durchlaufzeit",
    meaning: "Tage vom Vorschlag bis zur Entscheidung (Median)",
  },
  coverDays: {
    name: "Reichweite",
    meaning: "Bestand geteilt durch erwarteten Tagesbedarf",
  },
  stockValue: {
    name: "Kapitalbindung",
    meaning: "Bestand zu Einstandspreisen",
    pieces: {
      name: "Bestand",
      meaning: "Bestand in Stück, weil nicht jeder Artikel einen Preis in derselben Währung hat",
    },
  },
  orderLines: {
    name: "Bestellpositionen",
    meaning: "Positionen, die jetzt zu bestellen sind",
  },
  orderCost: {
    name: "Bestellkosten je Position",
    meaning: "Bestellkosten und Zuschläge je Position",
  },
  wape: {
    name: "Prognosefehler",
    meaning: "Abweichung in Prozent des Bedarfs über die Lieferzeit",
  },
  bias: {
    name: "Prognoseneigung",
    meaning: "Über null: Prognosen zu hoch, unter null: zu niedrig",
  },
  fva: {
    name: "Mehrwert der Prognose",
    meaning: "Punkte besser als die Vorjahreswerte (naive Prognose)",
  },
  cocc: {
    name: "Prognoseänderung, nach Menge",
    meaning: "Änderung gegen den letzten Lauf, gleiche Zeiträume",
  },
  smapc: {
    name: "Prognoseänderung, mittlere Prozente",
    meaning: "Mittlere prozentuale Änderung gegen den letzten Lauf",
  },
  masc: {
    name: "Prognoseänderung, nach Schwankung",
    meaning: "Änderung im Verhältnis zur üblichen Schwankung",
  },
  rmssc: {
    name: "Prognoseänderung, große zählen mehr",
    meaning: "Wie nach Schwankung, große Änderungen zählen mehr",
  },
  coccInitial: {
    name: "Drift seit erster Prognose, nach Menge",
    meaning: "Änderung gegen die erste Prognose des Zeitraums",
  },
  smapcInitial: {
    name: "Drift seit erster Prognose, mittlere Prozente",
    meaning: "Änderung gegen die erste Prognose des Zeitraums",
  },
  mascInitial: {
    name: "Drift seit erster Prognose, nach Schwankung",
    meaning: "Änderung gegen die erste Prognose des Zeitraums",
  },
  rmsscInitial: {
    name: "Drift seit erster Prognose, große zählen mehr",
    meaning: "Änderung gegen die erste Prognose des Zeitraums",
  },
  orderNervousness: {
    name: "Planunruhe",
    meaning: "Geänderte Menge offener Vorschläge gegen den letzten Lauf",
  },
  orderFlips: {
    name: "Gekippte Vorschläge",
    meaning: "Artikel, deren Ja oder Nein zur Bestellung wechselte",
  },
  trackingAlarms: {
    name: "Prognosealarme",
    meaning: "Artikel, deren Prognose anhaltend einseitig liegt",
  },
  dataQuality: {
    name: "Datenqualität",
    meaning: "Verwendete Zeilen in Prozent der gelesenen",
  },
  itemsChanged: {
    name: "Artikel mit neuer Prognose",
    meaning: "Anteil der Artikel, deren Bedarf bis zur Lieferung sich um mehr als ein Zehntel änderte",
  },
  quantileChange: {
    name: "Änderung der Obergrenzen",
    meaning: "Änderung der 95-%-Quantile gegen den letzten Lauf, gleiche Zeiträume",
  },
  orderDateShift: {
    name: "Verschobene Bestelltermine",
    meaning: "Tage, um die Bestelltermine seit dem letzten Lauf wanderten (Mittel)",
  },
  overrideValue: {
    name: "Mehrwert der Eingriffe",
    meaning: "Punkte, um die geänderte Mengen näher am Bedarf lagen als die Vorschläge",
  },
  fillRate: {
    name: "Lieferbereitschaft (Menge)",
    meaning: "Anteil des Bedarfs, den der Bestand deckt",
  },
  cycleService: {
    name: "Lieferbereitschaft (Zyklus)",
    meaning: "Bestellzyklen ohne Fehlbestand",
  },
  shortageCost: {
    name: "Fehlmengenkosten",
    meaning: "Erwartete Kosten fehlender Ware",
    pieces: {
      name: "Fehlmenge",
      meaning:
        "Erwartete fehlende Ware in Stück, weil nicht jeder Artikel einen Preis in derselben Währung hat",
    },
  },
  excessStock: {
    name: "Überbestand",
    meaning: "Wert des Bestands über dem, was gebraucht wird",
    pieces: {
      name: "Überbestand",
      meaning:
        "Bestand über dem, was gebraucht wird, in Stück, weil nicht jeder Artikel einen Preis in derselben Währung hat",
    },
  },
  financingNeed: {
    name: "Finanzierungsbedarf 13 Wochen",
    meaning: "Erwartete Zahlungen an Lieferanten",
  },
};

/** What the light of a figure says that is held against the naive forecast. */
export const againstNaive: Readonly<Record<string, string>> = {
  green: "besser als Vorjahreswerte",
  amber: "etwas schlechter als Vorjahreswerte",
  red: "schlechter als Vorjahreswerte",
};

/** What to do next, by `next` of a KPI. */
export const nextSteps: Readonly<Record<NextStep, string>> = {
  none: "Nichts zu tun.",
  "lower-review-limits":
    "Prüfgrenzen lockern: Gründe ansehen, die am häufigsten zum Prüfen führen, und dort die Stammdaten ergänzen.",
  "approve-in-batches": "Vorschläge ohne Prüfvermerk gesammelt freigeben.",
  "cut-orders": "Bestellungen der genannten Artikel kürzen oder verschieben; Meldebestände prüfen.",
  "bundle-by-supplier": "Je Lieferant bündeln: Mindestwerte und Frachtgrenzen im selben Auftrag erreichen.",
  "review-largest-errors":
    "Die genannten Artikel ansehen: Einmalbedarf, Aktionen oder Einheitenwechsel kennzeichnen.",
  "forecast-too-low":
    "Prognosen liegen zu niedrig: bei den genannten Artikeln neue Kunden, Preise oder Vorgänger prüfen.",
  "forecast-too-high":
    "Prognosen liegen zu hoch: bei den genannten Artikeln Auslauf oder verlorene Kunden prüfen.",
  "drop-steps-without-value":
    "Wo die Prognose schlechter ist als die Vorjahreswerte: Übersteuerungen weglassen, Verlauf prüfen.",
  "stop-overrides":
    "Mengenänderungen mit den Gründen, die im Detail auf „stop“ stehen, unterlassen: sie lagen weiter vom Bedarf weg als der Vorschlag.",
  "correct-level": "Niveau der genannten Artikel prüfen: ein Sprung im Verlauf ist noch nicht bestätigt.",
  "review-largest-changes":
    "Die größten Prognoseänderungen ansehen: steckt ein Signal oder ein Datenfehler dahinter?",
  "review-largest-drifts":
    "Die größten Abweichungen von der ersten Prognose ansehen und Ursachen festhalten.",
  "freeze-near-orders": "Bestellungen innerhalb der Lieferzeit einfrieren; nur bei offenem Signal ändern.",
  "fix-the-export":
    "Auszug berichtigen: die Meldungen unter „Was mit den Daten war“ nennen Datei, Zeile und Spalte.",
  "raise-safety-stock": "Sicherheitsbestand der genannten Artikel anheben oder Lieferzeit verkürzen.",
  "order-first": "Die genannten Artikel zuerst bestellen, offene Bestellungen beschleunigen.",
  "stop-orders": "Für die genannten Artikel nichts mehr bestellen; Überbestand abverkaufen oder zurückgeben.",
  "shift-orders": "Bestellungen mit langer Reichweite verschieben oder teilen, Zahlungsziele nutzen.",
};
