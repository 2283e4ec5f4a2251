import type { MasterIssues } from "../../../issue.ts";
import type { IssueSentences } from "../../issue-sentences.ts";
import { counted } from "../../sentences.ts";
import { format } from "../format.ts";
import { value } from "../values.ts";
import { at } from "./place.ts";

/** What master data, open orders, calendar and decisions lack. */
export const masterIssues: IssueSentences<MasterIssues> = {
  "missing-stock": at(() => "Bestand fehlt: Prognose ja, Bestellvorschlag nein."),
  "stock-negative": at((i) => `Bestand ${i.text} gilt als 0 und ${i.backorders} Rückstand.`),
  "stock-date-from-title": at((i) => `Bestandsdatum ${i.text} aus der Titelzeile.`),
  "stock-of-last-day": at((i) => `Bestände mehrerer Tage stehen da; der letzte gilt: ${i.text}.`),
  "value-in-packages": at(
    (i) => `„${i.text}“ zählt Packungen, und nichts sagt, was eine enthält; der Wert gilt nicht.`,
  ),
  "missing-lead-time": at(() => "Wiederbeschaffungszeit fehlt: Prognose ja, Bestellvorschlag nein."),
  "lead-time-unit-unknown": at(
    (i) => `„${i.text}“ ist keine Zeiteinheit; die Wiederbeschaffungszeit bleibt leer.`,
  ),
  "duration-converted": at(
    (i) => `Angaben in der Einheit ${value(i.unit)}: ${i.value} sind ${i.days} Kalendertage.`,
  ),
  "pack-zero": at(
    () => "Verpackungseinheit 0 ist unmöglich und bleibt leer; bitte 1 oder die Packungsgröße eintragen.",
  ),
  "price-zero": at(() => "Preis 0 bleibt leer; bitte den Einkaufspreis eintragen."),
  "price-breaks-unreadable": at(
    (i) => `Staffelpreise „${i.text}“ sind nicht lesbar; erwartet: 100:4,20|500:3,95.`,
  ),
  "service-level-unusable": at(
    (i) => `Servicegrad ${i.text} liegt nicht zwischen 0 und 100 % und bleibt leer.`,
  ),
  "holding-without-period": at(
    () => "Lagerkosten je Stück ohne Zeitraum (Tag, Woche, Monat, Jahr) bleiben leer.",
  ),
  "lost-share-missing": at(
    () =>
      "Ein Teil der Fehlmenge geht verloren, aber nicht wie viel: bis lostShare genannt ist, gilt alles als wartend.",
  ),
  "lost-share-not-valid": at(
    (i) => `Ein Verlustanteil von ${i.value} liegt nicht zwischen 0 und 1 und bleibt leer.`,
  ),
  "value-unreadable": at((i) => `„${i.text}“ ist nicht lesbar und bleibt leer.`),
  "value-negative": at((i) => `${i.text} ist negativ und bleibt leer.`),
  "value-zero": at(() => "0 ist hier unmöglich und bleibt leer."),
  "value-unknown": at((i) => `„${i.text}“ ist kein bekannter Wert und bleibt leer.`),
  "value-unusable": at((i) => `${i.text} ist nicht benutzbar und bleibt leer.`),
  "item-inactive": at(() => "Der Artikel ist gelöscht oder nicht aktiv: kein Bestellvorschlag."),
  "item-values-differ": at((i) => `Mehrere Werte im Verlauf; der neueste zählt: ${i.text}.`),
  "item-sources": at(
    (i) =>
      `Mehrere Bezugsquellen (${i.text})${i.because === "preferred" ? `; gewählt: ${i.supplier} (bevorzugt)` : ", keine bevorzugt: gewählt wird nach den Kosten eines Jahres"}.`,
  ),
  "open-order-repeated": at(
    () =>
      "Dieselbe Bestellposition steht mit demselben Tag und derselben Menge mehrfach da; sie zählt einmal.",
  ),
  "item-row-repeated": at(() => "Dieselbe Zeile steht mehrfach da; sie zählt einmal."),
  "item-stock-added": at(
    (i) => `Bestände in mehreren Zeilen, etwa von Chargen oder Plätzen, zusammengezählt: ${i.text}.`,
  ),
  "item-locations-added": at((i) => `Bestände der Lagerorte ${i.text} zusammengezählt.`),
  "supplier-repeated": at(() => "Der Lieferant steht mehrfach da; die erste Zeile zählt."),
  "order-days-unreadable": at((i) => `Bestelltage „${i.text}“ sind nicht lesbar; erwartet: Di, Do.`),
  "order-days-closed": at(
    (i) => `Bestelltage „${i.text}“: am Wochenende bestellt niemand; es gilt jeder Arbeitstag, bitte prüfen.`,
  ),
  "region-unknown": at(
    (i) => `„${i.text}“ ist kein bekanntes Land oder Bundesland; es gelten die bundesweiten Feiertage.`,
  ),
  "open-order-closed": at(() => "Gelöscht oder endgeliefert: kein offener Rest."),
  "open-order-without-date": at(() => "Offene Bestellung ohne Termin: sie zählt nicht."),
  "open-quantity-negative": at((i) => `Mehr geliefert als bestellt (${i.text}): nichts ist offen.`),
  "calendar-kind-unknown": at(
    (i) =>
      `„${i.text}“ ist keine bekannte Art (Feiertag, Betriebsferien, Lieferantenferien, Aktion, Fehlbestand, Ereignis).`,
  ),
  "calendar-ends-before-start": at(
    (i) => `Das Ende ${i.text} liegt vor dem Beginn; der Eintrag zählt nicht.`,
  ),
  "action-unknown": at((i) => `Entscheidung „${i.text}“ ist unbekannt (accept, change, reject, ordered).`),
  "closure-endless": at(
    (i) =>
      `Geschlossen vom ${format.date(i.from)} bis zum ${format.date(i.to)}, allein oder mit Nachbarn über mehr als ${counted(`${i.days}`, "Tag", "Tage")}: der Eintrag zählt nicht, bitte berichtigen.`,
  ),
};
