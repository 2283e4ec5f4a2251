import type { DemandIssues } from "../../../issue.ts";
import type { IssueSentences } from "../../issue-sentences.ts";
import { counted } from "../../sentences.ts";
import { fallbackClause } from "../fallbacks.ts";
import { guardSentences } from "../faults/store.ts";
import { format } from "../format.ts";
import { value } from "../values.ts";
import { at } from "./place.ts";

const times = (value: number) => format.quantity(Number(value.toPrecision(2)));

/** What turning lines into demand, forecasts and signals found. */
export const demandIssues: IssueSentences<DemandIssues> = {
  "date-far-from-rest": (i) =>
    `Datum ${i.text} liegt weit außerhalb der übrigen Zeilen (${format.date(i.first)} bis ${format.date(i.last)}) und zählt nicht: bitte berichtigen.`,
  "lines-before-history": (i) =>
    `Vor dem ${format.date(i.first)}, weiter zurück als betrachtet wird: ${counted(`${i.lines}`, "Zeile", "Zeilen")}, ohne Gewicht.`,
  "stock-date-far": at(
    (i) =>
      `Der Bestandstag ${i.text} liegt Jahre nach dem ${format.date(i.asOf)}, dem letzten zählenden Tag, und zählt nicht: bitte berichtigen.`,
  ),
  "stock-older": (i) =>
    `Der Bestand von ${counted(`${i.count}`, "Artikel", "Artikeln")} (${i.text}) ist frühestens vom ${format.date(i.first)}; was bis ${format.date(i.asOf)} verbraucht wurde, ist nicht abgezogen. Bitte einen neueren Bestand angeben.`,
  "lines-after-as-of": (i) =>
    `Nach dem Stichtag ${format.date(i.asOf)}: ${counted(`${i.lines}`, "Zeile", "Zeilen")}, ohne Gewicht.`,
  "bucket-without-lines": (i) =>
    `In ${counted(`${i.buckets}`, "Zeitraum", "Zeiträumen")} hat die Datei keine einzige Zeile (${i.text}): das gilt als unbekannt, nicht als 0.`,
  "no-demand-lines": (i) =>
    `${i.item}: nur Zugänge, Umlagerungen oder Korrekturen (${counted(`${i.lines}`, "Zeile", "Zeilen")}), kein Bedarf, kein Vorschlag.`,
  "returns-exceed-demand": (i) =>
    `${i.item}: Rückgaben übersteigen den Bedarf eines Zeitraums; der Rest wurde in die folgenden Zeiträume übertragen.`,
  "stockout-suspected": (i) =>
    `${i.item}: plötzlich kein Bedarf in ${i.text}, davor und danach normal. War der Artikel nicht lieferbar? Diese Zeiträume zählen nicht als 0.`,
  "stockout-suspected-now": (i) =>
    `${i.item}: seit ${format.date(i.since)} kaum Bedarf, und das Lager ist leer. War der Artikel nicht lieferbar? Was seither kam, zählt nicht als Bedarf: Die Prognose bleibt bei dem, was vorher gefragt war.`,
  "odd-last-bucket": (i) =>
    `${i.item}: Der neueste Bedarf (seit ${format.date(i.since)}) ist ungewöhnlich, das ${times(i.times)}fache des Üblichen. Einmalig oder von jetzt an so? Bis der nächste Zeitraum es zeigt, bewegt er die Prognose kaum.`,
  "rows-of-unknown-items": (i) =>
    `${value(i.of)}: ${i.count} Artikel (${i.text}) haben keinen Bedarf in den Dateien; ihre Zeilen zählen nicht. Bitte Nummern prüfen.`,
  "like-item-unknown": (i) =>
    `${i.item}: der Vergleichsartikel ${i.text} hat keinen Bedarf in den Dateien und hilft nicht. Bitte Nummer prüfen.`,
  "successor-unknown": (i) =>
    `${i.item}: der Nachfolger ${i.text} steht in keiner Datei. Bitte Nummer prüfen.`,
  "successor-date-missing": (i) =>
    `${i.item}: Ab wann übernimmt der Nachfolger ${i.text}? Bis ein Datum (successorFrom) es sagt, behält jeder den Bedarf seiner eigenen Zeilen. Bitte ergänzen.`,
  "successor-circle": (i) =>
    `${i.item}: die Kette der Nachfolger (${i.text}) führt zu sich selbst zurück und wird nicht beachtet.`,
  "item-without-history": (i) =>
    `${i.count} Artikel der Stammdaten haben keine Bedarfszeile (${i.text}): kein Vorschlag ohne likeItem oder Bedarfe.`,
  "item-without-master-data": (i) =>
    `${i.count} Artikel mit Bedarf fehlen in den Stammdaten (${i.text}): Prognose ja, Bestellvorschlag nein.`,
  "locations-together": (i) =>
    `Zeilen von ${i.count} Lagerorten (${i.text}) werden zusammen geplant; getrennt plant sie --key item,location.`,
  "lines-without-location": (i) =>
    `Ohne Lagerort: ${counted(`${i.count}`, "Auftragszeile", "Auftragszeilen")} (${i.text}), gezählt für den Artikel ohne Ort. Bitte ergänzen, oder die Spalte nennen (--map location=…).`,
  "stock-without-location": (i) =>
    `Der Bestand von ${counted(`${i.count}`, "Artikel", "Artikeln")} an mehreren Lagerorten nennt keinen davon (${i.text}) und zählt an keinem. Bitte den Bestand je Lagerort angeben.`,
  "rows-without-location": (i) =>
    `${value(i.of)}: ohne Lagerort, obwohl der Artikel an mehreren liegt: ${counted(`${i.count}`, "Zeile", "Zeilen")} (${i.text}), die nicht zählen. Bitte ergänzen.`,
  "mixed-currencies": (i) =>
    `Preise in mehreren Währungen (${i.text}): Beträge werden nur je Währung summiert.`,
  "forecast-fell-back": (i) => `${i.item}: einfachere Prognose (${i.to}), weil ${fallbackClause(i.why)}.`,
  "history-scaled": (i) => `${guardSentences["history-scaled"](i)}.`,
  "history-gone": (i) => `${guardSentences["history-gone"](i)}.`,
  "history-shrank": (i) => `${guardSentences["history-shrank"](i)}.`,
  "history-grew": (i) => `${guardSentences["history-grew"](i)}.`,
  "unit-change-suspected": (i) =>
    `${i.item}: Menge springt um den Faktor ${i.factor} ab ${format.date(i.text)}, wie bei einem Wechsel der Mengeneinheit. Hat sie gewechselt? Kein Vorschlag, bis das geklärt ist.`,
};
