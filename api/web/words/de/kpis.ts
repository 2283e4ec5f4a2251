import type { kpis as english } from "../en/kpis.ts";

/** Words of the key figures. */
export const kpis: typeof english = {
  title: "Kennzahlen",
  groups: {
    efficiency: "Effizienz",
    quality: "Qualität",
    effect: "Wirkung",
  },
  groupTexts: {
    efficiency: "Wie viel Arbeit und Kapital das Bestellen braucht",
    quality: "Wie gut und wie ruhig die Prognosen sind",
    effect: "Was davon im Lager und auf dem Konto ankommt",
  },
  target: "Ziel {value}",
  noValue: "noch zu wenig Verlauf",
  noTarget: "ohne Ziel",
  next: "Nächster Schritt",
  drivers: "Treiber",
  trend: "Verlauf über {count} Läufe",
  baseline: "naiv {value}",
  more: "Alle Kennzahlen dieser Gruppe",
  source: {
    runs: "gemessen an den Läufen",
    backtest: "zurückgerechnet aus der Datei",
  },
  changes: "Was die Prognosen bewegt hat",
  changesNone:
    "Seit dem letzten Lauf hat sich keine Prognose nennenswert bewegt, oder dies ist der erste Lauf.",
  overrideValue: "Was Eingriffe gebracht haben",
  overrideValueText:
    "Fehler vor und nach jedem Schritt, an Zeiträumen, die inzwischen eingetreten sind. Mehrwert in Prozentpunkten: unter null hat der Schritt geschadet.",
  overrideValueNone:
    "Noch keine geänderte Menge, deren Zeitraum schon eingetreten ist: Das zeigt sich ab dem nächsten Lauf nach Ablauf eines Zeitraums.",
  stepName: "Schritt",
  steps: {
    statistical: "Prognose statt naiv",
    override: "Eingriffe der Disposition",
    final: "Endgültige Bestellung",
  },
  by: {
    reason: "Eingriffe, Grund: {name}",
    group: "Eingriffe, Warengruppe: {name}",
    person: "Eingriffe von {name}",
  },
  cells: "Fälle",
  errorBefore: "Fehler davor",
  errorAfter: "danach",
  valueAdded: "Mehrwert",
  advice: "Rat",
  advices: {
    keep: "beibehalten",
    watch: "noch offen",
    stop: "damit aufhören",
  },
  overrides: "Ihre Änderungen nach Grund",
  overridesNone: "Noch keine geänderte oder abgelehnte Position in diesem Plan.",
};
