import type { Lang, Phrase } from "./lang.ts";

/** Name and meaning of a KPI, and which way is better. */
export interface KpiWords {
  readonly name: Phrase;
  readonly meaning: Phrase;
}

/** The KPIs of CONTRACT 9 by name. */
export const kpiWords: Readonly<Record<string, KpiWords>> = {
  automation: {
    name: { de: "Automationsgrad", en: "Automation" },
    meaning: {
      de: "Vorschläge, die ohne Eingriff bestellt werden können",
      en: "Suggestions that can be ordered as they are",
    },
  },
  decisionDays: {
    name: { de: "Durchlaufzeit", en: "Decision time" },
    meaning: {
      de: "Tage vom Vorschlag bis zur Entscheidung (Median)",
      en: "Days from suggestion to decision (median)",
    },
  },
  coverDays: {
    name: { de: "Reichweite", en: "Days of cover" },
    meaning: {
      de: "Bestand geteilt durch erwarteten Tagesbedarf",
      en: "Stock divided by expected daily demand",
    },
  },
  stockValue: {
    name: { de: "Kapitalbindung", en: "Stock value" },
    meaning: { de: "Bestand zu Einstandspreisen", en: "Stock at unit cost" },
  },
  orderLines: {
    name: { de: "Bestellpositionen", en: "Order lines" },
    meaning: { de: "Positionen, die jetzt zu bestellen sind", en: "Lines to be ordered now" },
  },
  orderCost: {
    name: { de: "Bestellkosten je Position", en: "Order cost per line" },
    meaning: { de: "Bestellkosten und Zuschläge je Position", en: "Order cost and surcharges per line" },
  },
  wape: {
    name: { de: "Prognosefehler (WAPE)", en: "Forecast error (WAPE)" },
    meaning: {
      de: "Abweichung in Prozent des Bedarfs über die Lieferzeit",
      en: "Deviation in percent of demand over the lead time",
    },
  },
  bias: {
    name: { de: "Prognoseneigung (Bias)", en: "Forecast bias" },
    meaning: {
      de: "Über null: Prognosen zu hoch, unter null: zu niedrig",
      en: "Above zero: forecasts too high, below: too low",
    },
  },
  fva: {
    name: { de: "Mehrwert der Prognose (FVA)", en: "Forecast value added" },
    meaning: {
      de: "Punkte besser als die Vorjahreswerte (naive Prognose)",
      en: "Points better than last season's values (naive forecast)",
    },
  },
  cocc: {
    name: { de: "Prognoseänderung (COCC)", en: "Forecast change (COCC)" },
    meaning: {
      de: "Änderung gegen den letzten Lauf, gleiche Zeiträume",
      en: "Change against the last run, same periods",
    },
  },
  smapc: {
    name: { de: "Prognoseänderung (sMAPC)", en: "Forecast change (sMAPC)" },
    meaning: {
      de: "Mittlere prozentuale Änderung gegen den letzten Lauf",
      en: "Mean percentage change against the last run",
    },
  },
  masc: {
    name: { de: "Prognoseänderung (MASC)", en: "Forecast change (MASC)" },
    meaning: {
      de: "Änderung im Verhältnis zur üblichen Schwankung",
      en: "Change relative to usual variation",
    },
  },
  rmssc: {
    name: { de: "Prognoseänderung (RMSSC)", en: "Forecast change (RMSSC)" },
    meaning: { de: "Wie MASC, große Änderungen zählen mehr", en: "As MASC, large changes weigh more" },
  },
  coccInitial: {
    name: { de: "Drift seit erster Prognose (COCC)", en: "Drift since first forecast (COCC)" },
    meaning: {
      de: "Änderung gegen die erste Prognose des Zeitraums",
      en: "Change against the first forecast of the period",
    },
  },
  smapcInitial: {
    name: { de: "Drift seit erster Prognose (sMAPC)", en: "Drift since first forecast (sMAPC)" },
    meaning: {
      de: "Änderung gegen die erste Prognose des Zeitraums",
      en: "Change against the first forecast of the period",
    },
  },
  mascInitial: {
    name: { de: "Drift seit erster Prognose (MASC)", en: "Drift since first forecast (MASC)" },
    meaning: {
      de: "Änderung gegen die erste Prognose des Zeitraums",
      en: "Change against the first forecast of the period",
    },
  },
  rmsscInitial: {
    name: { de: "Drift seit erster Prognose (RMSSC)", en: "Drift since first forecast (RMSSC)" },
    meaning: {
      de: "Änderung gegen die erste Prognose des Zeitraums",
      en: "Change against the first forecast of the period",
    },
  },
  orderNervousness: {
    name: { de: "Planunruhe", en: "Order nervousness" },
    meaning: {
      de: "Geänderte Menge offener Vorschläge gegen den letzten Lauf",
      en: "Changed quantity of pending suggestions against the last run",
    },
  },
  orderFlips: {
    name: { de: "Gekippte Vorschläge", en: "Order flips" },
    meaning: {
      de: "Artikel, deren Ja oder Nein zur Bestellung wechselte",
      en: "Items whose yes or no to ordering changed",
    },
  },
  trackingAlarms: {
    name: { de: "Prognosealarme", en: "Tracking alarms" },
    meaning: {
      de: "Artikel, deren Prognose anhaltend einseitig liegt",
      en: "Items whose forecast is persistently one-sided",
    },
  },
  dataQuality: {
    name: { de: "Datenqualität", en: "Data quality" },
    meaning: { de: "Verwendete Zeilen in Prozent der gelesenen", en: "Rows used in percent of rows read" },
  },
  itemsChanged: {
    name: { de: "Artikel mit neuer Prognose", en: "Items with a new forecast" },
    meaning: {
      de: "Anteil der Artikel, deren Bedarf bis zur Lieferung sich um mehr als ein Zehntel änderte",
      en: "Share of items whose demand within lead time moved by more than a tenth",
    },
  },
  quantileChange: {
    name: { de: "Änderung der Obergrenzen", en: "Change of upper limits" },
    meaning: {
      de: "Änderung der 95-%-Quantile gegen den letzten Lauf, gleiche Zeiträume",
      en: "Change of the 95% quantiles against the last run, same periods",
    },
  },
  orderDateShift: {
    name: { de: "Verschobene Bestelltermine", en: "Shifted order dates" },
    meaning: {
      de: "Tage, um die Bestelltermine seit dem letzten Lauf wanderten (Mittel)",
      en: "Days by which order dates moved since the last run (mean)",
    },
  },
  overrideValue: {
    name: { de: "Mehrwert der Eingriffe", en: "Value added by overrides" },
    meaning: {
      de: "Punkte, um die geänderte Mengen näher am Bedarf lagen als die Vorschläge",
      en: "Points by which changed quantities were closer to demand than the suggestions",
    },
  },
  fillRate: {
    name: { de: "Lieferbereitschaft (Menge)", en: "Fill rate" },
    meaning: { de: "Anteil des Bedarfs, den der Bestand deckt", en: "Share of demand served from stock" },
  },
  cycleService: {
    name: { de: "Lieferbereitschaft (Zyklus)", en: "Cycle service" },
    meaning: { de: "Bestellzyklen ohne Fehlbestand", en: "Order cycles without a stockout" },
  },
  shortageCost: {
    name: { de: "Fehlmengenkosten", en: "Shortage cost" },
    meaning: { de: "Erwartete Kosten fehlender Ware", en: "Expected cost of missing goods" },
  },
  excessStock: {
    name: { de: "Überbestand", en: "Excess stock" },
    meaning: {
      de: "Wert des Bestands über dem, was gebraucht wird",
      en: "Value of stock beyond what is needed",
    },
  },
  financingNeed: {
    name: { de: "Finanzierungsbedarf 13 Wochen", en: "Financing need, 13 weeks" },
    meaning: { de: "Erwartete Zahlungen an Lieferanten", en: "Expected payments to suppliers" },
  },
};

/** Name of a KPI; its key where it has none. */
export const kpiName = (key: string, lang: Lang): string =>
  Object.hasOwn(kpiWords, key) ? (kpiWords[key]?.name[lang] ?? key) : key;

/** One line on what a KPI means, "" where it has none. */
export const kpiMeaning = (key: string, lang: Lang): string =>
  Object.hasOwn(kpiWords, key) ? (kpiWords[key]?.meaning[lang] ?? "") : "";

/** What to do next, by `next` of a KPI. */
export const nextStepWords: Readonly<Record<string, Phrase>> = {
  none: { de: "Nichts zu tun.", en: "Nothing to do." },
  "lower-review-limits": {
    de: "Prüfgrenzen lockern: Gründe ansehen, die am häufigsten zum Prüfen führen, und dort die Stammdaten ergänzen.",
    en: "Loosen the review limits: look at the most frequent reasons for a check and complete the master data there.",
  },
  "approve-in-batches": {
    de: "Vorschläge ohne Prüfvermerk gesammelt freigeben.",
    en: "Approve the suggestions without a remark in one go.",
  },
  "cut-orders": {
    de: "Bestellungen der genannten Artikel kürzen oder verschieben; Meldebestände prüfen.",
    en: "Cut or postpone orders of these items; check their reorder points.",
  },
  "bundle-by-supplier": {
    de: "Je Lieferant bündeln: Mindestwerte und Frachtgrenzen im selben Auftrag erreichen.",
    en: "Bundle by supplier: reach minimum values and freight limits in one order.",
  },
  "review-largest-errors": {
    de: "Die genannten Artikel ansehen: Einmalbedarf, Aktionen oder Einheitenwechsel kennzeichnen.",
    en: "Look at these items: mark one-off demand, promotions or changes of unit.",
  },
  "forecast-too-low": {
    de: "Prognosen liegen zu niedrig: bei den genannten Artikeln neue Kunden, Preise oder Vorgänger prüfen.",
    en: "Forecasts are too low: check these items for new customers, prices or predecessors.",
  },
  "forecast-too-high": {
    de: "Prognosen liegen zu hoch: bei den genannten Artikeln Auslauf oder verlorene Kunden prüfen.",
    en: "Forecasts are too high: check these items for end of life or lost customers.",
  },
  "drop-steps-without-value": {
    de: "Wo die Prognose schlechter ist als die Vorjahreswerte: Übersteuerungen weglassen, Verlauf prüfen.",
    en: "Where the forecast is worse than last season's values: drop overrides, check the history.",
  },
  "stop-overrides": {
    de: "Mengenänderungen mit den Gründen, die im Detail auf „stop“ stehen, unterlassen: sie lagen weiter vom Bedarf weg als der Vorschlag.",
    en: "Stop changing quantities for the reasons marked “stop” in the detail: they were further from demand than the suggestion.",
  },
  "correct-level": {
    de: "Niveau der genannten Artikel prüfen: ein Sprung im Verlauf ist noch nicht bestätigt.",
    en: "Check the level of these items: a shift in the history is not confirmed yet.",
  },
  "review-largest-changes": {
    de: "Die größten Prognoseänderungen ansehen: steckt ein Signal oder ein Datenfehler dahinter?",
    en: "Look at the largest forecast changes: is there a signal or a data error behind them?",
  },
  "review-largest-drifts": {
    de: "Die größten Abweichungen von der ersten Prognose ansehen und Ursachen festhalten.",
    en: "Look at the largest drifts from the first forecast and note their causes.",
  },
  "freeze-near-orders": {
    de: "Bestellungen innerhalb der Lieferzeit einfrieren; nur bei offenem Signal ändern.",
    en: "Freeze orders inside the lead time; change them only with an open signal.",
  },
  "fix-the-export": {
    de: "Auszug berichtigen: die Meldungen unter „Was mit den Daten war“ nennen Datei, Zeile und Spalte.",
    en: "Fix the export: the messages under “What the data needed” name file, row and column.",
  },
  "raise-safety-stock": {
    de: "Sicherheitsbestand der genannten Artikel anheben oder Lieferzeit verkürzen.",
    en: "Raise the safety stock of these items or shorten their lead time.",
  },
  "order-first": {
    de: "Die genannten Artikel zuerst bestellen, offene Bestellungen beschleunigen.",
    en: "Order these items first, expedite their open orders.",
  },
  "stop-orders": {
    de: "Für die genannten Artikel nichts mehr bestellen; Überbestand abverkaufen oder zurückgeben.",
    en: "Stop ordering these items; sell off or return what is too much.",
  },
  "shift-orders": {
    de: "Bestellungen mit langer Reichweite verschieben oder teilen, Zahlungsziele nutzen.",
    en: "Postpone or split orders that cover a long time, use payment terms.",
  },
};

/** The next step of a KPI, "" where the code has no words. */
export const nextStep = (code: string, lang: Lang): string =>
  Object.hasOwn(nextStepWords, code) ? (nextStepWords[code]?.[lang] ?? "") : "";
