import type { TypingIssues } from "../../../issue.ts";
import { candidates, type IssueSentences } from "../../issue-sentences.ts";
import { counted } from "../../sentences.ts";
import { format } from "../format.ts";
import { value } from "../values.ts";
import { at } from "./place.ts";

/** How texts were read, "201 = issue: 307; …", with the kinds in German. */
const kindsSaid = (text = ""): string =>
  text
    .replace(/ = ([a-z]+)(?=(?: \(reversal\))?: \d)/g, (_, kind: string) => ` = ${value(kind)}`)
    .replaceAll(" (reversal): ", " (Storno): ");

/** How columns, lines and cells were understood. */
/** Was Zeilen fehlt, die nicht zu verwenden waren. */
const lacking: Readonly<Record<string, string>> = {
  item: " (keine Artikelnummer, oder eine, die ein Tabellenprogramm beschädigt hat, etwa zum Datum)",
  date: " (kein lesbares Datum)",
  quantity: " (keine lesbare Menge)",
};

/** Was Zahlen laut ihrer Überschrift sind. */
const otherFigures: Readonly<Record<TypingIssues["figures-unclear"]["of"], string>> = {
  stock: "einem Bestand",
  plan: "einem Plan oder einer Prognose",
  money: "Geld",
  other: "Geld, einem Bestand oder einem Plan",
};

export const typingIssues: IssueSentences<TypingIssues> = {
  "column-unclear": at((i, hint) =>
    i.field === "item" && candidates(i) === ""
      ? `Keine Spalte nennt den Artikel: Sind das nur Auftragsköpfe? Bitte auch die Positionen (mit den Artikeln) übergeben oder die Spalte nennen.${hint(" (--map item=…)")}`
      : `Welche Spalte ist „${i.field}“? Zur Wahl: ${candidates(i) || "keine passende gefunden"}.${hint(` Bitte mit --map ${i.field}=Überschrift angeben.`)}`,
  ),
  "column-unreadable": at(
    (i, hint) =>
      `Diese Spalte sollte „${i.field}“ sein, ist aber nicht so lesbar (z. B. ${i.text}).${hint(` Bitte berichtigen oder mit --map ${i.field}=Überschrift eine andere nennen.`)}`,
  ),
  "column-guessed": at(
    (i, hint) =>
      `als „${i.field}“ gelesen, weil keine bekannte Überschrift da ist; bitte prüfen${hint(" oder mit --map festlegen")}.`,
  ),
  "column-chosen": at((i) => `als „${i.field}“ gelesen; auch möglich: Spalte ${i.text}.`),
  "column-missing": at(
    (i) =>
      `Es gibt keine Spalte für „${i.field}“ (${counted(`${i.count}`, "Zeile", "Zeilen")}): ohne sie gibt es keinen Bestellvorschlag.${candidates(i) === "" ? "" : ` Ist es „${candidates(i)}“?`}`,
  ),
  "minimum-stock-unclear": at(
    (_, hint) =>
      `Ist das der Sicherheitsbestand (safetyStock) oder der Meldebestand (reorderPoint)? Bis zur Antwort${hint(" (--answers)")} bleibt die Spalte ungenutzt.`,
  ),
  "heading-repeated": at(() => "Diese Überschrift steht mehrfach da; die erste Spalte zählt."),
  "wide-layout": at(
    (i) =>
      `Eine Spalte je Zeitraum (${counted(`${i.periods}`, "Zeitraum", "Zeiträume")}): je Zelle eine Zeile gelesen.`,
  ),
  "period-total": at(() => "Die Spalte ist die Summe ihrer Nachbarn und zählt nicht neben ihnen."),
  "measure-chosen": at((i) => `Von mehreren Kennzahlen je Zeitraum wurde „${i.text}“ als Menge gelesen.`),
  "measure-unclear": at((i) => `Welche Kennzahl ist die Menge? Zur Wahl: ${candidates(i)}.`),
  "one-piece": at(
    () =>
      "Keine Spalte enthält eine Menge, und Aufträge nennen einen Artikel in mehreren Zeilen: Jede Zeile zählt als ein Stück.",
  ),
  "quantity-of-amount": at(
    () =>
      "Keine Spalte enthält eine Menge: Sie ist der Betrag durch den Preis, in jeder Zeile eine ganze Zahl.",
  ),
  "quantity-of-columns": at(() => "Die Menge einer Zeile ist, was in mehreren Spalten zusammen steht."),
  "periods-cumulative": at(
    () =>
      "Jede Zahl enthält die vorigen ihres Jahres, wie die Überschriften sagen: Gelesen werden die Unterschiede.",
  ),
  "periods-cumulative-unclear": at(
    (_, hint) =>
      `Die Zahlen ab dieser Spalte fallen nie (aufgelaufene Summen eines Jahres?): Unterschiede lesen oder die Zahlen, wie sie sind?${hint(" Bitte mit --answers festlegen.")}`,
  ),
  "items-blank": at(
    (i, hint) =>
      `${counted(`${i.count}`, "Zeile nennt", "Zeilen nennen")} keinen Artikel, aber Tag und Menge: gehören sie zum Artikel darüber oder bleiben sie weg?${hint(" Bitte mit --answers festlegen: above, leave-out.")}`,
  ),
  "voids-unclear": at(
    (_i, hint) =>
      `Enthält die Menge, was storniert wurde, sodass es abgezogen wird, oder steht das daneben?${hint(" Bitte mit --answers festlegen: taken-off, beside.")}`,
  ),
  "lines-noted": at(
    (i, hint) =>
      `„${i.text}“ steht neben ${counted(`${i.count}`, "Zeile", "Zeilen")}: sind das Rückgaben, zählen sie nicht oder sind es Zeilen wie die anderen?${hint(" Bitte mit --answers festlegen: returns, do-not-count, as-the-others.")}`,
  ),
  "items-unnumbered": at(
    (i, hint) =>
      `${counted(`${i.count}`, "Zeile nennt ihren", "Zeilen nennen ihren")} Artikel in Worten und keine Nummer (${i.text}): zählen sie unter ihrem Namen oder bleiben sie weg?${hint(" Bitte mit --answers festlegen: by-name, leave-out.")}`,
  ),
  "no-demand": at(
    (i) => `Keine Zeile ist Bedarf (${i.text}; gelesen: ${i.count}): es gibt nichts zu planen.`,
  ),
  "items-unknown": at(
    (i) =>
      `Von den Artikeln daraus (${i.count}) kommt kaum einer in den Bewegungen vor (gefunden: ${i.shared}; es fehlen: ${i.text}, …): Bestände und Lieferzeiten anderer, oder Nummern anders geschrieben?`,
  ),
  "items-across": at((i) => `Jede Spalte außer dem Datum ist als Artikel gelesen: ${i.text}.`),
  "items-across-unclear": at(
    (i, hint) =>
      `Ist jede dieser Spalten ein Artikel mit seiner Menge je Tag (${i.text})? items: ja, no: nein.${hint(" Bitte mit --answers festlegen.")}`,
  ),
  "sheet-items-unclear": at(
    (i, hint) =>
      `Keine Spalte nennt den Artikel: Sind die Namen der Blätter die Artikel (${i.text})?${hint(" Bitte mit --answers festlegen oder eine Spalte mit --map item=… nennen.")}`,
  ),
  "figures-unclear": at(
    (i, hint) =>
      `„${i.text}“ spricht von ${otherFigures[i.of]}, nicht von Bedarf. Ist trotzdem jede Zahl eine verkaufte oder verbrauchte Menge (demand)? Sonst bitte diese ausgeben.${hint(" Bitte mit --answers festlegen.")}`,
  ),
  "half-years": at(
    (i, hint) =>
      `Die Spalten enthalten Halbjahre („${i.text}“), zu lang zum Planen: je zur Hälfte auf die zwei Quartale verteilen (evenly)? Besser Monate oder Wochen ausgeben.${hint(" Bitte mit --answers festlegen.")}`,
  ),
  "periods-numbered": at(
    (i) =>
      `Die Spalten ${i.text} zählen Zeiträume, ohne sie zu nennen. Welcher Monat (2025-12), welche Woche (2025-W52), welches Quartal oder welcher Tag ist der letzte?`,
  ),
  "number-style-unclear": at(
    (i, hint) =>
      `${i.text}: Tausender oder Dezimalstellen? Die Spalte verrät es nicht; keine Zahl wurde benutzt.${hint(" Bitte mit --answers festlegen.")}`,
  ),
  "date-order-unclear": at(
    (i, hint) =>
      `${i.text}: Tag oder Monat zuerst? Die Spalte verrät es nicht; kein Datum wurde benutzt.${hint(" Bitte mit --answers festlegen.")}`,
  ),
  "two-digit-years": at(
    (i) =>
      `${i.count} Jahreszahlen haben zwei Stellen: 00 bis 69 gelten als 2000 bis 2069, 70 bis 99 als 1970 bis 1999.`,
  ),
  "date-serials": at((i) => `${i.count} Datumsangaben sind Excel-Zahlen, gelesen im 1900er System.`),
  "date-from-due": at(() => "Kein anderes Datum da: der Termin gilt als Datum der Zeile."),
  "dates-of-evening": at(
    () =>
      "Jedes Datum steht auf Mitternacht eines anderen Ortes, in UTC geschrieben (22:00, 23:00 Uhr). Abends gilt der nächste Tag.",
  ),
  "dates-half-swapped": at(
    (i, hint) =>
      `Tage bis zum Zwölften eines Monats stehen anders da als spätere: eine Tabellenkalkulation hat wohl Tag und Monat vertauscht, z. B. bei ${i.text}.${hint(" Bitte mit --answers festlegen.")}`,
  ),
  "colours-unread": at(
    (i, hint) =>
      `Die Liste kennzeichnet Zeilen, die nicht zählen, durch ihr Aussehen, das nicht gelesen wird („${i.text}“): bitte herausnehmen oder in einer Spalte kennzeichnen. Zählen alle Zeilen trotzdem${hint(" (count)")}?${hint(" Bitte mit --answers festlegen.")}`,
  ),
  "year-of-business": at(
    (i) => `„${i.column}“ gilt als Kalenderjahr; ein Geschäftsjahr mit anderem Beginn ist es nicht.`,
  ),
  "fiscal-year-unclear": at(
    (i, hint) =>
      `"${i.column}" zählt die Perioden eines Geschäftsjahrs: Welcher Monat ist sein erster ("04": April des Jahres, das im Namen steht, "before-10": Oktober des Jahres davor)?${hint(" Bitte mit --answers festlegen.")}`,
  ),
  "fiscal-year-known": at(
    (i) =>
      `"${i.column}" zählt nach einem Geschäftsjahr: Periode 1 von ${i.year} ist ${i.first}, wie "${i.by}" zeigt.`,
  ),
  "filled-down": at(
    (i) => `${counted(`${i.count}`, "Zeile", "Zeilen")} ohne Bestellkopf: es gilt der der Zeile darüber.`,
  ),
  "kind-assumed": at(
    (i) =>
      `Nichts sagt, ob die Zeilen Verkäufe, Verbräuche oder Bestellungen sind; gelesen als ${value(i.kind)}.`,
  ),
  "kind-from-heading": at((i) => `Die Zeilen gelten als ${value(i.kind)} (wegen „${i.text}“).`),
  "kinds-read": at((i) => `Bewegungsarten: ${kindsSaid(i.text)}.`),
  "kind-unknown": at(
    (i, hint) =>
      `Bewegungsart „${i.text}“ ist unbekannt; die Zeile zählt nicht.${hint(" Bitte mit --answers zuordnen.")}`,
  ),
  "signs-turned": at(
    (i) => `Fast alle Mengen sind negativ (${i.count}): als Abgänge gelesen, Vorzeichen umgedreht.`,
  ),
  "sign-unclear": at(
    (i, hint) =>
      `${i.count} Mengen sind negativ: Rückgaben oder Abgänge?${hint(" Bitte mit --answers festlegen.")}`,
  ),
  "zero-price-correction": at(
    (i) => `${i.text} Stück zum Preis 0 ohne Kunde: gilt als Bestandskorrektur, nicht als Bedarf.`,
  ),
  "pseudo-item": at((i) => `„${i.text}“ ist eine Gebühr, kein Artikel; die Zeile zählt nicht als Bedarf.`),
  "not-an-item-row": at((i) => `Zeilenart „${i.text}“ ist kein Artikel; die Zeile zählt nicht.`),
  "line-deleted": at(() => "Die Zeile trägt ein Löschkennzeichen und zählt nicht."),
  "state-not-counted": at((i) => `Status „${i.text}“: die Zeile zählt nicht.`),
  "state-unclear": at(
    (i, hint) =>
      `Zählt eine Zeile im Status „${i.text}“ als Bedarf?${hint(" Bitte mit --answers festlegen.")}`,
  ),
  "stages-repeated": at(
    (i, hint) =>
      `Dieselben Artikel und Mengen stehen unter mehreren Belegen (Zeilen: ${i.text}): Schritte eines Verkaufs? Welcher davon ist der Bedarf (all: es sind verschiedene Verkäufe)?${hint(" Bitte mit --answers festlegen.")}`,
  ),
  "variants-unclear": at(
    (_, hint) =>
      `Eine Artikelnummer steht für mehrere Varianten: getrennt oder zusammen planen?${hint(" Bitte mit --answers festlegen.")}`,
  ),
  "column-undecided": at(
    (i, hint) =>
      `Was sagt sie (${i.text})? Neben einigen ihrer Wörter stehen andere Mengen als neben anderen: kind (Art der Bewegung), status, variant (Variante) oder nothing (nichts)?${hint(" Bitte mit --answers festlegen.")}`,
  ),
  "row-without-data": at(
    () => "Weder Artikel noch Menge und Datum: die Zeile zählt nicht (Zwischensumme oder leer).",
  ),
  "row-without-item": at(() => "Ohne Artikelnummer: die Zeile zählt nicht."),
  "row-without-supplier": at(() => "Ohne Lieferantennummer: die Zeile zählt nicht."),
  "item-damaged": at(
    (i) =>
      `${i.text} war einmal eine Artikelnummer; Excel hat ihre Stellen zerstört. Die Zeile zählt nicht; bitte die Spalte als Text exportieren.`,
  ),
  "item-as-date": at(
    (i) =>
      `Die Artikelnummer „${i.text}“ ist ein Datum: eine Tabellenkalkulation hat sie wohl beschädigt. Die Zeile zählt nicht; bitte die Spalte als Text exportieren.`,
  ),
  "tables-side-by-side": at(
    (_, hint) =>
      `Zwei Tabellen stehen nebeneinander: welche enthält die Zeilen? Zur Wahl stehen ihre ersten Spalten.${hint(" Bitte mit --answers festlegen.")}`,
  ),
  "item-restorable": at(
    (i, hint) =>
      `${i.text} kann der Artikel ${candidates(i)} gewesen sein. Nichts wird ohne Ihre Antwort${hint(" (--answers)")} hergestellt.`,
  ),
  "item-digits-lost": at(
    (i) =>
      `${i.text} hat als Zahl mehr als 15 Stellen; die letzten sind verloren. Die Zeile zählt nicht; bitte als Text exportieren.`,
  ),
  "item-cleaned": at((i) => `Unsichtbare Zeichen oder ein Textzeichen aus „${i.text}“ entfernt.`),
  "item-variants": at(
    (i) =>
      `${i.text} unterscheiden sich nur in führenden Nullen oder Großbuchstaben; sie bleiben getrennt, bis Sie antworten.`,
  ),
  "item-zeros-lost": at(
    (i) =>
      `Die Stammdaten kennen eine andere Schreibung (${i.text}): sind führende Nullen verloren gegangen? Nichts wurde verbunden.`,
  ),
  "items-joined": at((i) => `Nach Ihrer Antwort verbunden: ${i.text}.`),
  "date-missing": at(() => "Ohne Datum: die Zeile zählt nicht."),
  "date-open-end": at((i) => `${i.text} heißt „offen“ und ist kein Datum; die Zeile zählt nicht.`),
  "no-such-date": at((i) => `Den Tag ${i.text} gibt es nicht; die Zeile zählt nicht.`),
  "date-unreadable": at((i) => `„${i.text}“ ist kein lesbares Datum; die Zeile zählt nicht.`),
  "side-date-unusable": at((i) => `„${i.text}“ ist kein Datum und bleibt leer; die Zeile zählt.`),
  "date-unusable": at((i) => `„${i.text}“ ist kein Datum und bleibt leer.`),
  "quantity-missing": at(() => "Ohne Menge: die Zeile zählt nicht (fehlend ist nicht 0)."),
  "quantity-unreadable": at((i) => `„${i.text}“ ist keine Menge; die Zeile zählt nicht.`),
  "quantity-beyond-bounds": at((i) => `Menge ${i.text} ist größer als ${i.most}: die Zeile zählt nicht.`),
  "quantity-against-style": at(
    (i) => `${i.text} passt nicht zur Schreibweise der Spalte; die Zeile zählt nicht.`,
  ),
  "number-scientific": at((i) => `${i.text} als ${i.value} gelesen.`),
  "price-unreadable": at((i) => `Preis „${i.text}“ ist nicht lesbar und bleibt leer.`),
  "price-missing": at((i) => `Preis fehlt (${i.text}), er ist nicht 0.`),
  "price-negative": at((i) => `Negativer Preis ${i.text} wird nicht benutzt.`),
  "price-unit-unusable": at((i) => `Preiseinheit ${i.text} ist nicht benutzbar, also auch der Preis nicht.`),
  "unit-factor-unusable": at(
    (i) => `Umrechnungsfaktor ${i.text} ist nicht benutzbar; die Zeile zählt nicht.`,
  ),
  "unit-converted": at(
    (i) =>
      `${counted(`${i.lines}`, "Zeile", "Zeilen")} in ${i.text} in ${i.unit} umgerechnet (Faktor ${i.factor}).`,
  ),
  "unit-without-factor": at(
    (i, hint) =>
      `${counted(`${i.lines}`, "Zeile", "Zeilen")} in ${i.text}, die übrigen in ${i.unit}: ohne Umrechnungsfaktor zählt das nicht.${hint(" Bitte mit --answers angeben, wie viele es sind, oder leave-out.")}`,
  ),
  "line-in-other-file": at((i) =>
    i.lines === undefined
      ? "Diese Zeile bringt auch eine andere Datei; sie zählt einmal."
      : `${counted(`${i.lines}`, "Zeile", "Zeilen")} (${i.text}) bringt auch eine andere Datei; das zählt einmal.`,
  ),
  "half-left-out": at(
    (i, hint) =>
      `Nicht zu verwenden waren ${i.count} von ${counted(`${i.lines}`, "Zeile", "Zeilen")}${lacking[i.of ?? ""] ?? ""}: Ist es die richtige Datei, und sind ihre Spalten verstanden?${hint(" Bitte die Warnungen ansehen und mit --answers festlegen.")}`,
  ),
  "all-on-one-day": at(
    (i) =>
      `Ein Tag steht in allen Zeilen (${i.count}): Es kann der Tag der Liste sein statt der jeder Zeile.`,
  ),
  "receipts-outweigh": at(
    (i) =>
      `${format.quantity(i.received)} Stück gingen ein und ${format.quantity(i.demand)} ab: Sind die beiden Richtungen richtig gelesen?`,
  ),
  "returns-outweigh": at(
    (i) =>
      `${format.quantity(i.returned)} Stück sind Rückgaben von ${format.quantity(i.demand)} verkauften oder entnommenen: Sind ihre Vorzeichen richtig gelesen?`,
  ),
  "file-scaled": at(
    (i) =>
      `Ihre Zeilen sind etwa das ${i.factor}-fache derer derselben Artikel in den anderen Dateien (verglichene Artikel: ${i.count}): eine andere Einheit, oder Zahlen anders gelesen?`,
  ),
  "lines-ahead": at(
    (i) =>
      `Die letzte Zeile trägt das Datum ${format.date(i.last)}, nach heute (${format.date(i.today)}): Liefertermine, offene Bestellungen oder ein Plan? Der Stichtag ${i.today} lässt weg, was danach kommt.`,
  ),
  "items-once-each": at(
    (i) =>
      `Artikel in je einer Zeile: ${i.count}; die Spalte des Artikels kann ein Schlüssel der Zeile sein.`,
  ),
  "order-without-head": at(() => "Zu dieser Zeile fehlt der Bestellkopf (Datum); sie zählt nicht."),
  "order-head-repeated": at(() => "Diese Bestellnummer steht mehrfach da; der erste Kopf zählt."),
};
