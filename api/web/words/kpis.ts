import { said } from "../language.ts";

/** Words of the key figures. */
export const kpisWords = said({
  en: {
    title: "Key figures",
    groups: {
      efficiency: "Efficiency",
      quality: "Quality",
      effect: "Effect",
    },
    groupTexts: {
      efficiency: "How much work and capital ordering takes",
      quality: "How good and how calm the forecasts are",
      effect: "What of it arrives in stock and on the account",
    },
    target: "target {value}",
    noValue: "not enough history yet",
    noTarget: "no target",
    next: "Next step",
    drivers: "Driven by",
    trend: "trend over {count} runs",
    baseline: "naive {value}",
    more: "All figures of this group",
    source: {
      runs: "measured on the runs",
      backtest: "replayed from the file",
    },
    changes: "What moved the forecasts",
    changesNone: "No forecast moved to speak of since the last run, or this is the first one.",
    overrideValue: "What overrides were worth",
    overrideValueText:
      "Error before and after each step, on periods that have come true. Value added in points: below zero the step did harm.",
    overrideValueNone:
      "No changed quantity has come true yet: this shows from the first run after a full period.",
    stepName: "Step",
    steps: {
      statistical: "forecast instead of naive",
      override: "planners' overrides",
      final: "final order",
    },
    by: {
      reason: "overrides, reason: {name}",
      group: "overrides, group: {name}",
      person: "overrides by {name}",
    },
    cells: "Cases",
    errorBefore: "Error before",
    errorAfter: "after",
    valueAdded: "Value added",
    advice: "Advice",
    advices: {
      keep: "keep",
      watch: "not settled",
      stop: "stop doing it",
    },
    overrides: "Your changes by reason",
    overridesNone: "No line of this plan was changed or rejected yet.",
  },
  de: {
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
  },
});
