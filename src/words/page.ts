import type { Lang, Phrase } from "./lang.ts";

/** Fixed words of the report page. */
export const pageWords = {
  title: { de: "Bestellplan", en: "Order plan" },
  asOf: { de: "Stichtag", en: "As of" },
  stockDate: { de: "Bestand vom", en: "Stock of" },
  items: { de: "Artikel", en: "Items" },
  bucket: { de: "Zeitraster", en: "Period" },
  dataAge: { de: "Datenalter", en: "Age of data" },
  contents: { de: "Inhalt", en: "Contents" },
  orderNow: { de: "Jetzt bestellen", en: "Order now" },
  minMaxToday: { de: "Heutige Min/Max-Werte", en: "Today's min/max" },
  toReview: { de: "Zuerst prüfen", en: "Check first" },
  openSignals: { de: "Offene Signale", en: "Open signals" },
  changed: { de: "Was sich geändert hat", en: "What changed" },
  doctor: { de: "Was mit den Daten war", en: "What the data needed" },
  kpis: { de: "Kennzahlen", en: "Key figures" },
  charts: { de: "Wichtige Artikel", en: "Important items" },
  overview: { de: "Bedarf und Zahlungen", en: "Demand and payments" },
  leadTimes: { de: "Lieferzeiten", en: "Lead times" },
  openOrders: { de: "Offene Bestellungen", en: "Open orders" },
  parameters: { de: "ERP-Parameter", en: "ERP parameters" },
  about: { de: "Über diesen Bericht", en: "About this report" },
  efficiency: { de: "Effizienz", en: "Efficiency" },
  quality: { de: "Qualität", en: "Quality" },
  effect: { de: "Wirkung", en: "Effect" },
  why: { de: "Warum diese Menge?", en: "Why this quantity?" },
  lines: { de: "Positionen", en: "lines" },
  minMaxShort: { de: "Min/Max heute", en: "min/max today" },
  ours: { de: "Unser Vorschlag", en: "Our suggestion" },
  target: { de: "Ziel", en: "Target" },
  drivers: { de: "Treiber", en: "Driven by" },
  nextStep: { de: "Nächster Schritt", en: "Next step" },
  noValue: { de: "noch zu wenig Verlauf", en: "not enough history yet" },
  noLight: { de: "ohne Ziel", en: "no target" },
  stockAndPoint: { de: "Bestand / Meldebestand", en: "On hand / reorder point" },
  stockOf: { de: "Bestand", en: "On hand" },
  example: { de: "z. B.", en: "e.g." },
  examples: { de: "Beispiele", en: "Examples" },
  file: { de: "Datei", en: "File" },
  row: { de: "Zeile", en: "Row" },
  column: { de: "Spalte", en: "Column" },
  text: { de: "Inhalt", en: "Content" },
  message: { de: "Meldung", en: "Message" },
  question: { de: "Bitte entscheiden", en: "Please decide" },
  read: { de: "gelesen", en: "read" },
  used: { de: "verwendet", en: "used" },
  history: { de: "Verlauf", en: "History" },
  forecastLine: { de: "Prognose (Mittel)", en: "Forecast (mean)" },
  fan50: { de: "50 %-Bereich", en: "50% range" },
  fan90: { de: "90 %-Bereich", en: "90% range" },
  partialBar: { de: "angebrochener Zeitraum", en: "partial period" },
  signalMark: { de: "Signal", en: "Signal" },
  withOrder: { de: "Bestand mit Bestellung", en: "Stock with order" },
  withoutOrder: { de: "ohne Bestellung", en: "without order" },
  reorderPoint: { de: "Meldebestand", en: "Reorder point" },
  model: { de: "Verfahren", en: "Method" },
  abc: { de: "Klasse", en: "Class" },
  error: { de: "Fehler (WAPE)", en: "Error (WAPE)" },
  demandTotal: { de: "Bedarf je Zeitraum, bewertet", en: "Demand per period, valued" },
  cashTotal: { de: "Zahlungen an Lieferanten je Woche", en: "Payments to suppliers per week" },
  master: { de: "Stammdaten", en: "On file" },
  median: { de: "Median", en: "Median" },
  p90: { de: "9 von 10 bis", en: "9 of 10 within" },
  receipts: { de: "Lieferungen", en: "Receipts" },
  drift: { de: "Veränderung", en: "Drift" },
  picture: { de: "Bild", en: "Picture" },
  order: { de: "Bestellung", en: "Order" },
  due: { de: "Termin", en: "Due" },
  advice: { de: "Empfehlung", en: "Advice" },
  old: { de: "alt", en: "old" },
  fresh: { de: "neu", en: "new" },
  nothingToOrder: { de: "Heute ist nichts zu bestellen.", en: "Nothing needs to be ordered today." },
  movedForecasts: {
    de: "Prognosen, die sich seit dem letzten Lauf bewegten",
    en: "Forecasts that moved since the last run",
  },
  nothingChanged: { de: "Keine offenen Signale.", en: "No open signals." },
  noIssues: { de: "Keine Auffälligkeiten in den Dateien.", en: "The files raised no issues." },
  noSuggestion: {
    de: "Kein Vorschlag: es fehlen Angaben (siehe „Was mit den Daten war“).",
    en: "No suggestion: data are missing (see “What the data needed”).",
  },
  noPrice: { de: "ohne Preis", en: "no price" },
  version: { de: "Version", en: "Version" },
  configHash: { de: "Einstellungen (Prüfsumme)", en: "Settings (hash)" },
  lateCode: { de: "verspätet", en: "late" },
  filler: { de: "Vorziehen lohnt", en: "Worth pulling forward" },
  holding: { de: "Lagerkosten", en: "holding cost" },
  others: { de: "weitere", en: "more" },
  stepsToNow: { de: "Tage", en: "days" },
  basisPurchases: {
    de: "Bedarf aus Bestellungen geschätzt: für diese Artikel enthalten die Dateien weder Verkäufe noch Entnahmen, nur Einkäufe. Bestellte Mengen sind gestückelt und zeigen den Verbrauch nur ungefähr.",
    en: "Demand estimated from purchases: for these items the files hold neither sales nor issues, only purchases. Purchases come in lots and show consumption only roughly.",
  },
} satisfies Readonly<Record<string, Phrase>>;

type Numbers = Readonly<Record<string, string | number>>;
type Saying = Readonly<Record<Lang, (n: Numbers) => string>>;

const plural = (n: string | number | undefined, one: string, many: string): string => (n === 1 ? one : many);

/** Sentences of the report page; numbers arrive written for the reader, counts as `count`. */
export const pageSentences = {
  orderLines: {
    de: (n) =>
      `${n.lines} ${plural(n.count, "Position", "Positionen")} bei ${n.suppliers} ${plural(n.supplierCount, "Lieferant", "Lieferanten")}`,
    en: (n) =>
      `${n.lines} ${plural(n.count, "line", "lines")} from ${n.suppliers} ${plural(n.supplierCount, "supplier", "suppliers")}`,
  },
  less: { de: (n) => `${n.amount} weniger als nach Min/Max`, en: (n) => `${n.amount} less than by min/max` },
  more: { de: (n) => `${n.amount} mehr als nach Min/Max`, en: (n) => `${n.amount} more than by min/max` },
  same: { de: () => "so viel wie nach Min/Max", en: () => "as much as by min/max" },
  minMaxBasis: {
    de: (n) =>
      `für ${n.items} Artikel mit Melde- und Höchstbestand; unser Vorschlag für dieselben: ${n.ours}`,
    en: (n) => `for ${n.items} items with reorder point and maximum; our suggestion for the same: ${n.ours}`,
  },
  noMinMax: {
    de: () => "Die Stammdaten enthalten keine Melde- und Höchstbestände mit Preis.",
    en: () => "The master data hold no reorder points and maximum stocks with prices.",
  },
  minimumGap: {
    de: (n) => `noch ${n.amount} bis zum Mindestbestellwert`,
    en: (n) => `${n.amount} short of the minimum order value`,
  },
  surcharge: { de: (n) => `sonst ${n.amount} Zuschlag`, en: (n) => `else ${n.amount} surcharge` },
  freightGap: {
    de: (n) => `noch ${n.amount} bis frachtfrei`,
    en: (n) => `${n.amount} short of free freight`,
  },
  filler: {
    de: (n) => `${n.item}: ${n.quantity} für ${n.amount} (Lagerkosten ${n.cost})`,
    en: (n) => `${n.item}: ${n.quantity} for ${n.amount} (holding cost ${n.cost})`,
  },
  moreLines: {
    de: (n) => `und ${n.lines} weitere ${plural(n.count, "Position", "Positionen")} in suggestions.xlsx`,
    en: (n) => `and ${n.lines} more ${plural(n.count, "line", "lines")} in suggestions.xlsx`,
  },
  moreSuppliers: {
    de: (n) => `${n.lines} weitere Lieferanten stehen in suggestions.xlsx.`,
    en: (n) => `${n.lines} more suppliers are in suggestions.xlsx.`,
  },
  moreRows: {
    de: (n) => `und ${n.lines} weitere in ${n.file}`,
    en: (n) => `and ${n.lines} more in ${n.file}`,
  },
  ageSame: { de: () => "Historie und Bestand vom selben Tag", en: () => "history and stock of the same day" },
  ageStock: {
    de: (n) => `Historie endet ${n.days} ${plural(n.count, "Tag", "Tage")} vor dem Bestand`,
    en: (n) => `history ends ${n.days} ${plural(n.count, "day", "days")} before the stock date`,
  },
  ageHistory: {
    de: (n) => `Bestand ist ${n.days} ${plural(n.count, "Tag", "Tage")} älter als die Historie`,
    en: (n) => `stock is ${n.days} ${plural(n.count, "day", "days")} older than the history`,
  },
  ageWarning: {
    de: () => "Bestand und Historie liegen weit auseinander: bitte beide Auszüge am selben Tag ziehen.",
    en: () => "Stock and history lie far apart: please export both on the same day.",
  },
  rows: {
    de: (n) => `${n.lines} Zeilen gelesen, ${n.used} verwendet (${n.share})`,
    en: (n) => `${n.lines} rows read, ${n.used} used (${n.share})`,
  },
  happened: {
    de: (n) => `geschehen ${n.at}, erkannt ${n.seen}`,
    en: (n) => `happened ${n.at}, seen ${n.seen}`,
  },
  pastSignals: {
    de: (n) => `Dazu ${n.lines} ältere Signale (signals.csv).`,
    en: (n) => `Plus ${n.lines} older signals (signals.csv).`,
  },
  chartsIntro: {
    de: (n) =>
      `Die ${n.count} Artikel, an denen jetzt das meiste Geld hängt: Verlauf und Prognose, darunter der erwartete Bestand.`,
    en: (n) =>
      `The ${n.count} items with the most money at stake now: history and forecast, below the expected stock.`,
  },
  demandTotal: {
    de: (n) =>
      `${n.items} Artikel mit Preis in ${n.currency}, Menge mal Stückpreis; ab der gestrichelten Linie die Prognose. Summe der nächsten 3 Zeiträume: ${n.next}.`,
    en: (n) =>
      `${n.items} items with a price in ${n.currency}, quantity times unit price; from the dashed line on the forecast. Sum of the next 3 periods: ${n.next}.`,
  },
  cashTotal: {
    de: (n) => `Erwartet bis ${n.until}: ${n.p50}; vorsichtig gerechnet (obere Marken) ${n.p90}.`,
    en: (n) => `Expected until ${n.until}: ${n.p50}; on the safe side (upper marks) ${n.p90}.`,
  },
  leadTimes: {
    de: () =>
      "Tatsächliche Lieferzeiten aus den Wareneingängen (Balken: Median bis 9 von 10 Lieferungen) neben den Stammdaten (Strich). Wo die Stammdaten zu kurz sind, kommt Ware zu spät.",
    en: () =>
      "Actual lead times from receipts (bar: median to 9 of 10 receipts) beside the master data (mark). Where master data are too short, goods come late.",
  },
  parameters: {
    de: (n) =>
      `Bei ${n.changes} von ${n.all} Artikeln lohnt eine Änderung; alle Werte zum Einlesen in parameters.csv.`,
    en: (n) => `A change pays for ${n.changes} of ${n.all} items; all values for import in parameters.csv.`,
  },
  overdue: { de: (n) => `${n.days} Tage überfällig`, en: (n) => `${n.days} days overdue` },
  serviceGoal: {
    de: (n) => `erwarteter Servicegrad ${n.share} ${n.type}`,
    en: (n) => `expected ${n.type} ${n.share}`,
  },
  days: { de: (n) => `${n.days} Tage`, en: (n) => `${n.days} days` },
  kpiSource: {
    de: (n) =>
      n.source === "runs"
        ? "Gemessen an den vergangenen Läufen."
        : "Erster Lauf: Prognosegüte und Stabilität sind aus der Datei selbst zurückgerechnet, an Stichtagen der Vergangenheit.",
    en: (n) =>
      n.source === "runs"
        ? "Measured on the past runs."
        : "First run: accuracy and stability are replayed from the file itself, at dates of the past.",
  },
  about: {
    de: () =>
      "Quantile statt Punktwerten: ein 90 %-Bereich soll 9 von 10 Mal zutreffen. Sicherheitsbestand ist ein Quantil des Bedarfs über Liefer- und Prüfzeit. Gleiche Eingaben ergeben denselben Bericht, Byte für Byte.",
    en: () =>
      "Quantiles instead of points: a 90% range should hold 9 times out of 10. Safety stock is a quantile of demand over lead and review time. The same input gives the same report, byte for byte.",
  },
  purchaseBasis: {
    de: (n) => `Bei ${n.items} von ${n.all} Artikeln ist der Bedarf aus Bestellungen geschätzt.`,
    en: (n) => `For ${n.items} of ${n.all} items demand is estimated from purchases.`,
  },
} satisfies Readonly<Record<string, Saying>>;
