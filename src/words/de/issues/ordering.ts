import type { FailedStage, OrderingIssues } from "../../../issue.ts";
import type { IssueSentences } from "../../issue-sentences.ts";
import { counted } from "../../sentences.ts";
import { format } from "../format.ts";
import { at } from "./place.ts";

/** What failed. */
const stages: Readonly<Record<FailedStage, string>> = {
  signals: "Die Suche nach Schwankungen",
  forecast: "Die Prognose",
  order: "Der Bestellvorschlag",
};

/** What ordering found in master data, decisions and budget. */
export const orderingIssues: IssueSentences<OrderingIssues> = {
  "pack-size-not-positive": (i) =>
    `${i.item}: Gebindegröße ${i.value} ist nicht größer als 0 und wird nicht beachtet.`,
  "minimum-order-negative": (i) =>
    `${i.item}: Mindestbestellmenge ${i.value} ist negativ und wird nicht beachtet.`,
  "safety-stock-negative": (i) =>
    `${i.item}: Sicherheitsbestand ${i.value ?? i.text} ist negativ und gilt als 0.`,
  "price-not-positive": (i) =>
    `${i.item}: Preis ${i.value} ist nicht größer als 0: Beträge fehlen, bitte Preis nachtragen.`,
  "maximum-stock-not-positive": (i) =>
    `${i.item}: Höchstbestand ${i.value} ist nicht größer als 0 und wird nicht beachtet.`,
  "lead-time-spread-negative": (i) =>
    `${i.item}: Streuung der Lieferzeit ${i.value} ist negativ und wird nicht beachtet.`,
  "review-days-negative": (i) =>
    `${i.item}: Bestellrhythmus (Tage) ${i.value} ist negativ: es gilt der übliche.`,
  "backorders-negative": (i) => `${i.item}: Rückstand ${i.value} ist negativ und wird nicht beachtet.`,
  "purchase-unit-not-positive": (i) =>
    `${i.item}: Umrechnung der Einkaufseinheit ${i.value} ist nicht größer als 0 und wird nicht beachtet.`,
  "shelf-life-not-positive": (i) =>
    `${i.item}: Haltbarkeit ${counted(`${i.value}`, "Tag", "Tage")} ist nicht größer als 0 und wird nicht beachtet.`,
  "minimum-above-maximum": (i) =>
    `${i.item}: Mindestbestellmenge ${i.minimum === undefined ? i.text : format.quantity(i.minimum)} liegt über dem Höchstbestand ${format.quantity(i.maximum)}: einen der Werte berichtigen. Bis dahin gilt die Mindestmenge.`,
  "reorder-point-above-maximum": (i) =>
    `${i.item}: Meldebestand ${format.quantity(i.reorderPoint)} liegt über dem Höchstbestand ${format.quantity(i.maximum)}: einen der Werte berichtigen.`,
  "unknown-supplier": (i) =>
    `${i.item}: Lieferant ${i.supplier} steht nicht in der Lieferantendatei: Zahlungsziel, Mindestwert und Bestelltage sind unbekannt.`,
  "value-beyond-bounds": at(
    (i) =>
      `${i.value} liegt außerhalb von ${i.least} bis ${i.most}: bitte berichtigen. Bis dahin kein Vorschlag für diesen Artikel.`,
  ),
  "item-failed": (i) =>
    `${i.item}: ${stages[i.stage]} ist bei diesem Artikel gescheitert: kein Vorschlag für ihn, bitte seine Zeilen prüfen; alle anderen Artikel sind geplant.`,
  "source-chosen": (i) =>
    `${i.item}: ${i.sources} Bezugsquellen, keine bevorzugt; gewählt wurde die mit den geringsten Kosten im Jahr aus Preis, Losen und Lieferzeit (${i.supplier ?? "ohne Namen"}).`,
  "source-closed": (i) =>
    `${i.item}: ${i.supplier ?? "Die Bezugsquelle ohne Namen"} hat geschlossen und liefert erst am ${format.date(i.on)}; bis dahin wird bei ${i.instead ?? "der anderen Bezugsquelle"} bestellt.`,
  "sources-not-comparable": (i) =>
    `${i.item}: ${i.sources} Bezugsquellen, keine bevorzugt, deren Preise sich nicht vergleichen lassen (${i.text || "keine hat einen Preis"}); gewählt ist die nächste (${i.supplier ?? "ohne Namen"}). Bitte Preise, Wechselkurse (Option rates) oder die bevorzugte Quelle eintragen.`,
  "planning-none": (i) => `${i.count} Artikel sind von der Planung ausgenommen (${i.text}): kein Vorschlag.`,
  "accepted-not-in-erp": (i) =>
    `${i.item}: am ${format.date(i.decided)} wurden ${format.quantity(i.quantity)} angenommen, bis ${format.date(i.due)} aber nicht unter den offenen Bestellungen gefunden. Wurde bestellt? Die Menge zählt nicht mehr.`,
  "decision-without-quantity": (i) =>
    `${i.item}: angenommen ohne Menge und ohne vorigen Lauf: die Entscheidung kann nicht zählen.`,
  "requirement-after-end": (i) =>
    `${i.item}: der bekannte Auftrag über ${format.quantity(i.quantity)} am ${format.date(i.text)} liegt nach dem letzten Tag des Artikels (${format.date(i.last)}) und wird nicht gedeckt. Bitte den Auftrag oder den Auslauf berichtigen.`,
  "requirement-overdue": (i) =>
    `${i.item}: bekannter Bedarf ${format.quantity(i.quantity)} war am ${format.date(i.text)} fällig und zählt als sofort fällig.`,
  "budget-cuts": (i) =>
    `Das Budget von ${format.money(i.budget, i.currency)} deckt nicht den Vorschlag von ${format.money(i.needed, i.currency)}: ${counted(`${i.lines}`, "Position", "Positionen")} gekürzt oder verschoben (${i.text}).`,
  "budget-not-limiting": (i) =>
    `${counted(`${i.lines}`, "Position", "Positionen")} ohne Preis oder in anderer Währung als ${i.currency} begrenzt das Budget nicht.`,
};
