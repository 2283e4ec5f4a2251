import type { Issue } from "../../issue.ts";

type Sentence = Readonly<Record<"de" | "en", (issue: Issue) => string>>;

/** Sentences for what ordering reports. */
export const replenishIssues = {
  "missing-lead-time": {
    de: (i) => `${i.item}: Lieferzeit fehlt oder ist unlesbar: ohne sie kein Vorschlag, bitte nachtragen.`,
    en: (i) => `${i.item}: lead time missing or unreadable: no suggestion without it, please add it.`,
  },
  "missing-stock": {
    de: (i) => `${i.item}: Bestand fehlt oder ist unlesbar: ohne ihn kein Vorschlag, bitte nachtragen.`,
    en: (i) => `${i.item}: stock missing or unreadable: no suggestion without it, please add it.`,
  },
  "pack-size-not-positive": {
    de: (i) => `${i.item}: Gebindegröße ${i.value} ist nicht größer als 0 und wird nicht beachtet.`,
    en: (i) => `${i.item}: pack size ${i.value} is not above 0 and is ignored.`,
  },
  "minimum-order-negative": {
    de: (i) => `${i.item}: Mindestbestellmenge ${i.value} ist negativ und wird nicht beachtet.`,
    en: (i) => `${i.item}: minimum order ${i.value} is negative and is ignored.`,
  },
  "safety-stock-negative": {
    de: (i) => `${i.item}: Sicherheitsbestand ${i.value} ist negativ und gilt als 0.`,
    en: (i) => `${i.item}: safety stock ${i.value} is negative and counts as 0.`,
  },
  "price-not-positive": {
    de: (i) => `${i.item}: Preis ${i.value} ist nicht größer als 0: Beträge fehlen, bitte Preis nachtragen.`,
    en: (i) => `${i.item}: price ${i.value} is not above 0: amounts are missing, please add the price.`,
  },
  "maximum-stock-not-positive": {
    de: (i) => `${i.item}: Höchstbestand ${i.value} ist nicht größer als 0 und wird nicht beachtet.`,
    en: (i) => `${i.item}: maximum stock ${i.value} is not above 0 and is ignored.`,
  },
  "lead-time-spread-negative": {
    de: (i) => `${i.item}: Streuung der Lieferzeit ${i.value} ist negativ und wird nicht beachtet.`,
    en: (i) => `${i.item}: lead-time spread ${i.value} is negative and is ignored.`,
  },
  "purchase-unit-not-positive": {
    de: (i) =>
      `${i.item}: Umrechnung der Einkaufseinheit ${i.value} ist nicht größer als 0 und wird nicht beachtet.`,
    en: (i) => `${i.item}: purchase unit conversion ${i.value} is not above 0 and is ignored.`,
  },
  "shelf-life-not-positive": {
    de: (i) => `${i.item}: Haltbarkeit ${i.value} Tage ist nicht größer als 0 und wird nicht beachtet.`,
    en: (i) => `${i.item}: shelf life of ${i.value} days is not above 0 and is ignored.`,
  },
  "minimum-above-maximum": {
    de: (i) =>
      `${i.item}: Mindestbestellmenge ${i.minimum} liegt über dem Höchstbestand ${i.maximum}: einen der Werte berichtigen. Bis dahin gilt die Mindestmenge.`,
    en: (i) =>
      `${i.item}: minimum order ${i.minimum} is above the maximum stock ${i.maximum}: correct one of them. Until then the minimum holds.`,
  },
  "reorder-point-above-maximum": {
    de: (i) =>
      `${i.item}: Meldebestand ${i.reorderPoint} liegt über dem Höchstbestand ${i.maximum}: einen der Werte berichtigen.`,
    en: (i) =>
      `${i.item}: reorder point ${i.reorderPoint} is above the maximum stock ${i.maximum}: correct one of them.`,
  },
  "unknown-supplier": {
    de: (i) =>
      `${i.item}: Lieferant ${i.supplier} steht nicht in der Lieferantendatei: Zahlungsziel, Mindestwert und Bestelltage sind unbekannt.`,
    en: (i) =>
      `${i.item}: supplier ${i.supplier} is not in the supplier file: payment terms, minimum value and order days are unknown.`,
  },
  "source-chosen": {
    de: (i) =>
      `${i.item}: ${i.sources} Bezugsquellen, keine bevorzugt; gewählt wurde die günstigste (${i.supplier ?? "ohne Namen"}).`,
    en: (i) =>
      `${i.item}: ${i.sources} sources, none preferred; the cheapest was chosen (${i.supplier ?? "unnamed"}).`,
  },
  "planning-none": {
    de: (i) => `${i.count} Artikel sind von der Planung ausgenommen (${i.text}): kein Vorschlag.`,
    en: (i) => `${i.count} items are excluded from planning (${i.text}): no suggestion.`,
  },
  "accepted-not-in-erp": {
    de: (i) =>
      `${i.item}: am ${i.decided} wurden ${i.quantity} angenommen, bis ${i.due} aber nicht unter den offenen Bestellungen gefunden. Wurde bestellt? Die Menge zählt nicht mehr.`,
    en: (i) =>
      `${i.item}: ${i.quantity} were accepted on ${i.decided} but not found among the open orders by ${i.due}. Was it ordered? The quantity no longer counts.`,
  },
  "decision-without-quantity": {
    de: (i) => `${i.item}: angenommen ohne Menge und ohne vorigen Lauf: die Entscheidung kann nicht zählen.`,
    en: (i) =>
      `${i.item}: accepted without a quantity and without a previous run: the decision cannot count.`,
  },
  "requirement-overdue": {
    de: (i) =>
      `${i.item}: bekannter Bedarf ${i.quantity} war am ${i.text} fällig und zählt als sofort fällig.`,
    en: (i) =>
      `${i.item}: the known requirement of ${i.quantity} was due on ${i.text} and counts as due at once.`,
  },
  "budget-cuts": {
    de: (i) =>
      `Das Budget ${i.budget} ${i.currency} deckt nicht den Vorschlag von ${i.needed} ${i.currency}: ${i.lines} Positionen gekürzt oder verschoben.`,
    en: (i) =>
      `The budget of ${i.budget} ${i.currency} does not cover the suggested ${i.needed} ${i.currency}: ${i.lines} lines cut or put off.`,
  },
  "budget-not-limiting": {
    de: (i) =>
      `${i.lines} Positionen ohne Preis oder in anderer Währung als ${i.currency} begrenzt das Budget nicht.`,
    en: (i) =>
      `${i.lines} lines without a price or in another currency than ${i.currency} are not limited by the budget.`,
  },
} satisfies Record<string, Sentence>;
