import type { Issue } from "../../issue.ts";
import { fallbackReason } from "../fallbacks.ts";
import { valueWords } from "../values.ts";

type Sentence = Readonly<Record<"de" | "en", (issue: Issue) => string>>;

/** Why nothing could be planned: the sentence stands in the issue itself. */
const asSaid: Sentence = { de: (i) => String(i.text), en: (i) => String(i.text) };

/** Sentences for what the demand stage reports. */
export const demandIssues = {
  "no-usable-line": asSaid,
  "no-complete-bucket": asSaid,
  "no-rows": asSaid,
  "nothing-usable": asSaid,
  "date-far-from-rest": {
    de: (i) =>
      `Datum ${i.text} liegt weit außerhalb der übrigen Zeilen (${i.first} bis ${i.last}) und zählt nicht: bitte berichtigen.`,
    en: (i) =>
      `Date ${i.text} lies far from all other lines (${i.first} to ${i.last}) and does not count: please correct it.`,
  },
  "lines-after-as-of": {
    de: (i) => `${i.lines} Zeilen liegen nach dem Stichtag ${i.asOf} und zählen nicht.`,
    en: (i) => `${i.lines} lines are dated after the as-of day ${i.asOf} and do not count.`,
  },
  "bucket-without-lines": {
    de: (i) =>
      `In ${i.buckets} Zeiträumen hat die Datei keine einzige Zeile (${i.text}): sie gelten als unbekannt, nicht als 0.`,
    en: (i) =>
      `The file has no line at all in ${i.buckets} periods (${i.text}): they count as unknown, not as 0.`,
  },
  "no-demand-lines": {
    de: (i) =>
      `${i.item}: nur Zugänge, Umlagerungen oder Korrekturen (${i.lines} Zeilen), kein Bedarf, kein Vorschlag.`,
    en: (i) =>
      `${i.item}: only receipts, transfers or adjustments (${i.lines} lines), no demand, no suggestion.`,
  },
  "returns-exceed-demand": {
    de: (i) =>
      `${i.item}: Rückgaben übersteigen den Bedarf eines Zeitraums; der Rest wurde in die folgenden Zeiträume übertragen.`,
    en: (i) =>
      `${i.item}: returns exceed the demand of a period; the remainder was carried into the following periods.`,
  },
  "stockout-suspected": {
    de: (i) =>
      `${i.item}: plötzlich kein Bedarf in ${i.text}, davor und danach normal. War der Artikel nicht lieferbar? Diese Zeiträume zählen nicht als 0.`,
    en: (i) =>
      `${i.item}: suddenly no demand in ${i.text}, normal before and after. Was it out of stock? These periods do not count as 0.`,
  },
  "rows-of-unknown-items": {
    de: (i) =>
      `${valueWords(String(i.of), "de")}: ${i.count} Artikel (${i.text}) haben keinen Bedarf in den Dateien; ihre Zeilen zählen nicht. Bitte Nummern prüfen.`,
    en: (i) =>
      `${valueWords(String(i.of), "en")}: ${i.count} items (${i.text}) have no demand in the files; their rows do not count. Please check the numbers.`,
  },
  "like-item-unknown": {
    de: (i) =>
      `${i.item}: der Vergleichsartikel ${i.text} hat keinen Bedarf in den Dateien und hilft nicht. Bitte Nummer prüfen.`,
    en: (i) =>
      `${i.item}: the like item ${i.text} has no demand in the files and is of no help. Please check its number.`,
  },
  "successor-unknown": {
    de: (i) => `${i.item}: der Nachfolger ${i.text} steht in keiner Datei. Bitte Nummer prüfen.`,
    en: (i) => `${i.item}: the successor ${i.text} is in none of the files. Please check its number.`,
  },
  "successor-circle": {
    de: (i) =>
      `${i.item}: die Kette der Nachfolger (${i.text}) führt zu sich selbst zurück und wird nicht beachtet.`,
    en: (i) => `${i.item}: the chain of successors (${i.text}) leads back to itself and is ignored.`,
  },
  "item-without-history": {
    de: (i) =>
      `${i.count} Artikel der Stammdaten haben keine Bedarfszeile (${i.text}): kein Vorschlag ohne likeItem oder Bedarfe.`,
    en: (i) =>
      `${i.count} items of the master data have no demand line (${i.text}): no suggestion without likeItem or requirements.`,
  },
  "item-without-master-data": {
    de: (i) =>
      `${i.count} Artikel mit Bedarf fehlen in den Stammdaten (${i.text}): Prognose ja, Bestellvorschlag nein.`,
    en: (i) =>
      `${i.count} items with demand are missing from the master data (${i.text}): forecast yes, suggestion no.`,
  },
  "locations-together": {
    de: (i) =>
      `Zeilen von ${i.count} Lagerorten (${i.text}) werden zusammen geplant; getrennte Pläne brauchen getrennte Dateien.`,
    en: (i) =>
      `Lines of ${i.count} locations (${i.text}) are planned together; plans apart need files apart.`,
  },
  "mixed-currencies": {
    de: (i) => `Preise in mehreren Währungen (${i.text}): Beträge werden nur je Währung summiert.`,
    en: (i) => `Prices in several currencies (${i.text}): amounts are summed per currency only.`,
  },
  "forecast-fell-back": {
    de: (i) => `${i.item}: einfachere Prognose (${i.to}), weil ${fallbackReason(String(i.why), "de")}.`,
    en: (i) => `${i.item}: simpler forecast (${i.to}): ${i.why}.`,
  },
  "unit-change-suspected": {
    de: (i) =>
      `${i.item}: Menge springt um den Faktor ${i.factor} ab ${i.text}, der Preis gegenläufig. Hat die Mengeneinheit gewechselt? Kein Vorschlag, bis das geklärt ist.`,
    en: (i) =>
      `${i.item}: quantity jumps by the factor ${i.factor} from ${i.text} on, the price the other way. Did the unit change? No suggestion until this is settled.`,
  },
} satisfies Record<string, Sentence>;
