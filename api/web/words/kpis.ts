import type { Phrase } from "../language.ts";

export const kpiViewWords = {
  title: { de: "Kennzahlen", en: "Key figures" },
  groups: {
    efficiency: { de: "Effizienz", en: "Efficiency" },
    quality: { de: "Qualität", en: "Quality" },
    effect: { de: "Wirkung", en: "Effect" },
  },
  groupTexts: {
    efficiency: {
      de: "Wie viel Arbeit und Kapital das Bestellen braucht",
      en: "How much work and capital ordering takes",
    },
    quality: {
      de: "Wie gut und wie ruhig die Prognosen sind",
      en: "How good and how calm the forecasts are",
    },
    effect: {
      de: "Was davon im Lager und auf dem Konto ankommt",
      en: "What of it arrives in stock and on the account",
    },
  },
  target: { de: "Ziel {value}", en: "target {value}" },
  noValue: { de: "noch zu wenig Verlauf", en: "not enough history yet" },
  noTarget: { de: "ohne Ziel", en: "no target" },
  next: { de: "Nächster Schritt", en: "Next step" },
  drivers: { de: "Treiber", en: "Driven by" },
  trend: { de: "Verlauf über {count} Läufe", en: "trend over {count} runs" },
  baseline: { de: "naiv {value}", en: "naive {value}" },
  more: { de: "Alle Kennzahlen dieser Gruppe", en: "All figures of this group" },
  source: {
    runs: { de: "gemessen an den Läufen", en: "measured on the runs" },
    backtest: { de: "zurückgerechnet aus der Datei", en: "replayed from the file" },
  },
  signals: { de: "Signale", en: "Signals" },
  signalsLead: {
    de: "{count} Auffälligkeiten, das meiste Geld zuerst.",
    en: "{count} flagged fluctuations, the most money first.",
  },
  noSignals: { de: "Keine Signale", en: "No signals" },
  noSignalsText: {
    de: "Zu dieser Auswahl gibt es nichts zu melden.",
    en: "There is nothing to report for this choice.",
  },
  showPast: { de: "{count} vergangene ansehen", en: "see {count} past ones" },
  states: {
    open: { de: "Offen", en: "Open" },
    snoozed: { de: "Zurückgestellt", en: "Snoozed" },
    confirmed: { de: "Bestätigt", en: "Confirmed" },
    closed: { de: "Geschlossen", en: "Closed" },
    past: { de: "Vergangen", en: "Past" },
  },
  snooze: { de: "Zurückstellen", en: "Snooze" },
  confirm: { de: "Bestätigen", en: "Confirm" },
  shut: { de: "Schließen", en: "Close" },
  signalsAnswer: {
    de: "Bestätigen: Es stimmt, der Plan rechnet damit (neues Niveau, Spitze ausgelassen, keine Bestellung bei ausgelaufenem Bedarf). Zurückstellen: in vier Wochen wieder, früher, wenn die Änderung um die Hälfte wächst. Schließen: keine Auffälligkeit, der Plan rechnet ohne sie. Gilt ab dem nächsten Plan.",
    en: "Confirm: it is real and the plan reckons with it (new level, peak left out, no orders where demand has ended). Snooze: back in four weeks, sooner if the change grows by half. Close: nothing of the kind, the plan leaves it aside. Holds from the next plan on.",
  },
  confirmText: { de: "Es stimmt: Der Plan rechnet damit.", en: "It is real: the plan reckons with it." },
  snoozeText: {
    de: "In vier Wochen wieder, früher, wenn die Änderung um die Hälfte wächst.",
    en: "Back in four weeks, sooner if the change grows by half.",
  },
  shutText: {
    de: "Keine Auffälligkeit: Der Plan rechnet ohne sie und meldet sie nicht wieder.",
    en: "Nothing of the kind: the plan leaves it aside and does not report it again.",
  },
  grown: { de: "seit {at} um die Hälfte gewachsen", en: "grown by half as of {at}" },
  reopen: { de: "Wieder öffnen", en: "Reopen" },
  kind: { de: "Art", en: "Kind" },
  happened: { de: "geschehen {at}, erkannt {seen}", en: "happened {at}, seen {seen}" },
  changes: { de: "Was die Prognosen bewegt hat", en: "What moved the forecasts" },
  changesNone: {
    de: "Seit dem letzten Lauf hat sich keine Prognose nennenswert bewegt, oder dies ist der erste Lauf.",
    en: "No forecast moved to speak of since the last run, or this is the first one.",
  },
  overrideValue: { de: "Was Eingriffe gebracht haben", en: "What overrides were worth" },
  overrideValueText: {
    de: "Fehler (WAPE) vor und nach jedem Schritt, an Zeiträumen, die inzwischen eingetreten sind. Mehrwert in Prozentpunkten: unter null hat der Schritt geschadet.",
    en: "Error (WAPE) before and after each step, on periods that have come true. Value added in points: below zero the step did harm.",
  },
  overrideValueNone: {
    de: "Noch keine geänderte Menge, deren Zeitraum schon eingetreten ist: Das zeigt sich ab dem nächsten Lauf nach Ablauf eines Zeitraums.",
    en: "No changed quantity has come true yet: this shows from the first run after a full period.",
  },
  stepName: { de: "Schritt", en: "Step" },
  steps: {
    statistical: { de: "Prognose statt naiv", en: "forecast instead of naive" },
    override: { de: "Eingriffe der Disposition", en: "planners' overrides" },
    final: { de: "Endgültige Bestellung", en: "final order" },
  },
  by: {
    reason: { de: "Eingriffe, Grund: {name}", en: "overrides, reason: {name}" },
    group: { de: "Eingriffe, Warengruppe: {name}", en: "overrides, group: {name}" },
    person: { de: "Eingriffe von {name}", en: "overrides by {name}" },
  },
  cells: { de: "Fälle", en: "Cases" },
  errorBefore: { de: "Fehler davor", en: "Error before" },
  errorAfter: { de: "danach", en: "after" },
  valueAdded: { de: "Mehrwert", en: "Value added" },
  advice: { de: "Rat", en: "Advice" },
  advices: {
    keep: { de: "beibehalten", en: "keep" },
    watch: { de: "noch offen", en: "not settled" },
    stop: { de: "damit aufhören", en: "stop doing it" },
  },
  overrides: { de: "Ihre Änderungen nach Grund", en: "Your changes by reason" },
  overridesNone: {
    de: "Noch keine geänderte oder abgelehnte Position in diesem Plan.",
    en: "No line of this plan was changed or rejected yet.",
  },
} satisfies Readonly<Record<string, Phrase | Readonly<Record<string, Phrase>>>>;
