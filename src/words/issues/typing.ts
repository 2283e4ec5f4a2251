import type { Issue } from "../../issue.ts";
import type { Sentence } from "../lang.ts";
import { valueWords } from "../values.ts";

/** Beginning of a sentence about a row, a column, an item: what of them is known. */
function zeile(i: Issue): string {
  const parts = [
    i.row === undefined ? "" : `Zeile ${i.row}`,
    i.column === undefined ? "" : `Spalte „${i.column}“`,
  ];
  const item = i.item === undefined ? "" : `Artikel ${i.item}`;
  const place = [...parts, item].filter((part) => part !== "").join(", ");
  return place === "" ? "" : `${place}: `;
}

function line(i: Issue): string {
  const parts = [
    i.row === undefined ? "" : `row ${i.row}`,
    i.column === undefined ? "" : `column "${i.column}"`,
  ];
  const item = i.item === undefined ? "" : `item ${i.item}`;
  const place = [...parts, item].filter((part) => part !== "").join(", ");
  return place === "" ? "" : `${place}: `;
}

const candidates = (i: Issue): string => i.question?.candidates.slice(0, 8).join(", ") ?? "";

/** A sentence that begins with the place. */
const at = (de: (i: Issue) => string, en: (i: Issue) => string): Sentence<Issue> => ({
  de: (i) => `${zeile(i)}${de(i)}`,
  en: (i) => `${line(i)}${en(i)}`,
});

/** Sentences for what the reading of columns, lines and master data reports. */
export const typingIssues = {
  // Columns.
  "column-unclear": at(
    (i) =>
      `Welche Spalte ist „${i.field}“? Zur Wahl: ${candidates(i) || "keine passende gefunden"}. Bitte mit --map ${i.field}=Überschrift angeben.`,
    (i) =>
      `Which column is "${i.field}"? Candidates: ${candidates(i) || "none found"}. Please say so with --map ${i.field}=Heading.`,
  ),
  "column-unreadable": at(
    (i) =>
      `Diese Spalte sollte „${i.field}“ sein, ist aber nicht so lesbar (z. B. ${i.text}). Bitte berichtigen oder mit --map ${i.field}=Überschrift eine andere nennen.`,
    (i) =>
      `This column should be "${i.field}" but cannot be read as such (e.g. ${i.text}). Please correct it or name another one with --map ${i.field}=Heading.`,
  ),
  "column-guessed": at(
    (i) =>
      `als „${i.field}“ gelesen, weil keine bekannte Überschrift da ist; bitte prüfen oder mit --map festlegen.`,
    (i) => `read as "${i.field}" because no known heading is there; please check or set it with --map.`,
  ),
  "column-chosen": at(
    (i) => `als „${i.field}“ gelesen; auch möglich: ${i.text}.`,
    (i) => `read as "${i.field}"; also possible: ${i.text}.`,
  ),
  "column-missing": at(
    (i) =>
      `Es gibt keine Spalte für „${i.field}“ (${i.count} Zeilen): ohne sie gibt es keinen Bestellvorschlag.${candidates(i) === "" ? "" : ` Ist es „${candidates(i)}“?`}`,
    (i) =>
      `There is no column for "${i.field}" (${i.count} rows): without it there is no order suggestion.${candidates(i) === "" ? "" : ` Is it "${candidates(i)}"?`}`,
  ),
  "minimum-stock-unclear": at(
    () =>
      "Ist das der Sicherheitsbestand (safetyStock) oder der Meldebestand (reorderPoint)? Bis zur Antwort (--answers) bleibt die Spalte ungenutzt.",
    () =>
      "Is this the safety stock (safetyStock) or the reorder point (reorderPoint)? Until you answer (--answers) the column is not used.",
  ),
  "heading-repeated": at(
    () => "Diese Überschrift steht mehrfach da; die erste Spalte zählt.",
    () => "This heading stands over several columns; the first one counts.",
  ),
  "wide-layout": at(
    (i) => `Eine Spalte je Zeitraum (${i.periods} Zeiträume): je Zelle eine Zeile gelesen.`,
    (i) => `One column a period (${i.periods} periods): one line was read for each cell.`,
  ),
  "measure-chosen": at(
    (i) => `Von mehreren Kennzahlen je Zeitraum wurde „${i.text}“ als Menge gelesen.`,
    (i) => `Of several measures a period "${i.text}" was read as the quantity.`,
  ),
  "measure-unclear": at(
    (i) => `Welche Kennzahl ist die Menge? Zur Wahl: ${candidates(i)}.`,
    (i) => `Which measure is the quantity? Candidates: ${candidates(i)}.`,
  ),
  "year-unclear": at(
    (i) => `Die Spalten ${i.text} … nennen kein Jahr. Zu welchem Jahr gehören sie?`,
    (i) => `The columns ${i.text} … name no year. To which year do they belong?`,
  ),
  "periods-numbered": at(
    (i) =>
      `Die Spalten ${i.text} zählen Zeiträume, ohne sie zu nennen. Welcher Monat (2025-12), welche Woche (2025-W52), welches Quartal oder welcher Tag ist der letzte?`,
    (i) =>
      `The columns ${i.text} count periods without naming them. Which month (2025-12), week (2025-W52), quarter or day is the last one?`,
  ),
  "number-style-unclear": at(
    (i) =>
      `${i.text}: Tausender oder Dezimalstellen? Die Spalte verrät es nicht; keine Zahl wurde benutzt. Bitte mit --answers festlegen.`,
    (i) =>
      `${i.text}: thousands or decimals? The column does not tell; no number was used. Please settle it with --answers.`,
  ),
  "date-order-unclear": at(
    (i) =>
      `${i.text}: Tag oder Monat zuerst? Die Spalte verrät es nicht; kein Datum wurde benutzt. Bitte mit --answers festlegen.`,
    (i) =>
      `${i.text}: day or month first? The column does not tell; no date was used. Please settle it with --answers.`,
  ),
  "two-digit-years": at(
    (i) =>
      `${i.count} Jahreszahlen haben zwei Stellen: 00 bis 69 gelten als 2000 bis 2069, 70 bis 99 als 1970 bis 1999.`,
    (i) => `${i.count} years have two digits: 00 to 69 are read as 2000 to 2069, 70 to 99 as 1970 to 1999.`,
  ),
  "date-serials": at(
    (i) => `${i.count} Datumsangaben sind Excel-Zahlen, gelesen im 1900er System.`,
    (i) => `${i.count} dates are Excel serial numbers, read in the 1900 system.`,
  ),
  "date-from-due": at(
    () => "Kein anderes Datum da: der Termin gilt als Datum der Zeile.",
    () => "No other date is there: the due date is taken as the date of the line.",
  ),
  "filled-down": at(
    (i) => `${i.count} Zeilen ohne Bestellkopf haben den der Zeile darüber bekommen.`,
    (i) => `${i.count} rows without the cells of their order took those of the row above.`,
  ),
  // Kinds and signs.
  "kind-assumed": at(
    (i) =>
      `Nichts sagt, ob die Zeilen Verkäufe, Verbräuche oder Bestellungen sind; gelesen als ${valueWords(String(i.kind), "de")}.`,
    (i) => `Nothing says whether the lines are sales, issues or purchases; read as ${i.kind}.`,
  ),
  "kind-from-heading": at(
    (i) => `Die Zeilen gelten als ${valueWords(String(i.kind), "de")} (wegen „${i.text}“).`,
    (i) => `The lines are taken as ${i.kind} (because of "${i.text}").`,
  ),
  "kinds-read": at(
    (i) => `Bewegungsarten: ${i.text}.`,
    (i) => `Kinds of movement: ${i.text}.`,
  ),
  "kind-unknown": at(
    (i) => `Bewegungsart „${i.text}“ ist unbekannt; die Zeile zählt nicht. Bitte mit --answers zuordnen.`,
    (i) =>
      `Kind of movement "${i.text}" is unknown; the line does not count. Please assign it with --answers.`,
  ),
  "signs-turned": at(
    (i) => `Fast alle Mengen sind negativ (${i.count}): als Abgänge gelesen, Vorzeichen umgedreht.`,
    (i) => `Nearly all quantities are negative (${i.count}): read as issues, signs turned.`,
  ),
  "sign-unclear": at(
    (i) => `${i.count} Mengen sind negativ: Rückgaben oder Abgänge? Bitte mit --answers festlegen.`,
    (i) => `${i.count} quantities are negative: returns or issues? Please settle it with --answers.`,
  ),
  "zero-price-correction": at(
    (i) => `${i.text} Stück zum Preis 0 ohne Kunde: gilt als Bestandskorrektur, nicht als Bedarf.`,
    (i) => `${i.text} units at price 0 without a customer: taken as a stock correction, not as demand.`,
  ),
  "pseudo-item": at(
    (i) => `„${i.text}“ ist eine Gebühr, kein Artikel; die Zeile zählt nicht als Bedarf.`,
    (i) => `"${i.text}" is a charge, no item; the line does not count as demand.`,
  ),
  "not-an-item-row": at(
    (i) => `Zeilenart „${i.text}“ ist kein Artikel; die Zeile zählt nicht.`,
    (i) => `Line type "${i.text}" is no item; the line does not count.`,
  ),
  "line-deleted": at(
    () => "Die Zeile trägt ein Löschkennzeichen und zählt nicht.",
    () => "The line bears a deletion flag and does not count.",
  ),
  // Rows and cells.
  "row-without-data": at(
    () => "Weder Artikel noch Menge und Datum: die Zeile zählt nicht (Zwischensumme oder leer).",
    () => "Neither item nor quantity and date: the row does not count (subtotal or empty).",
  ),
  "row-without-item": at(
    () => "Ohne Artikelnummer: die Zeile zählt nicht.",
    () => "Without an item number: the row does not count.",
  ),
  "row-without-supplier": at(
    () => "Ohne Lieferantennummer: die Zeile zählt nicht.",
    () => "Without a supplier number: the row does not count.",
  ),
  "item-damaged": at(
    (i) =>
      `${i.text} war einmal eine Artikelnummer; Excel hat ihre Stellen zerstört. Die Zeile zählt nicht; bitte die Spalte als Text exportieren.`,
    (i) =>
      `${i.text} once was an item number; Excel destroyed its digits. The row does not count; please export the column as text.`,
  ),
  "item-restorable": at(
    (i) =>
      `${i.text} kann der Artikel ${candidates(i)} gewesen sein. Nichts wird ohne Ihre Antwort (--answers) hergestellt.`,
    (i) =>
      `${i.text} may have been item ${candidates(i)}. Nothing is restored without your answer (--answers).`,
  ),
  "item-digits-lost": at(
    (i) =>
      `${i.text} hat als Zahl mehr als 15 Stellen; die letzten sind verloren. Die Zeile zählt nicht; bitte als Text exportieren.`,
    (i) =>
      `${i.text} has more than 15 digits as a number; the last ones are lost. The row does not count; please export it as text.`,
  ),
  "item-cleaned": at(
    (i) => `Unsichtbare Zeichen oder ein Textzeichen aus „${i.text}“ entfernt.`,
    (i) => `Invisible characters or a text mark removed from "${i.text}".`,
  ),
  "item-variants": at(
    (i) =>
      `${i.text} unterscheiden sich nur in führenden Nullen oder Großbuchstaben; sie bleiben getrennt, bis Sie antworten.`,
    (i) => `${i.text} differ in leading zeros or capitals only; they stay apart until you answer.`,
  ),
  "item-zeros-lost": at(
    (i) =>
      `Die Stammdaten kennen eine andere Schreibung (${i.text}): sind führende Nullen verloren gegangen? Nichts wurde verbunden.`,
    (i) => `The master data know another spelling (${i.text}): were leading zeros lost? Nothing was joined.`,
  ),
  "items-joined": at(
    (i) => `Nach Ihrer Antwort verbunden: ${i.text}.`,
    (i) => `Joined by your answer: ${i.text}.`,
  ),
  "date-missing": at(
    () => "Ohne Datum: die Zeile zählt nicht.",
    () => "Without a date: the row does not count.",
  ),
  "date-open-end": at(
    (i) => `${i.text} heißt „offen“ und ist kein Datum; die Zeile zählt nicht.`,
    (i) => `${i.text} means "open" and is no date; the row does not count.`,
  ),
  "no-such-date": at(
    (i) => `Den Tag ${i.text} gibt es nicht; die Zeile zählt nicht.`,
    (i) => `There is no day ${i.text}; the row does not count.`,
  ),
  "date-unreadable": at(
    (i) => `„${i.text}“ ist kein lesbares Datum; die Zeile zählt nicht.`,
    (i) => `"${i.text}" is no readable date; the row does not count.`,
  ),
  "side-date-unusable": at(
    (i) => `„${i.text}“ ist kein Datum und bleibt leer; die Zeile zählt.`,
    (i) => `"${i.text}" is no date and stays empty; the row counts.`,
  ),
  "date-unusable": at(
    (i) => `„${i.text}“ ist kein Datum und bleibt leer.`,
    (i) => `"${i.text}" is no date and stays empty.`,
  ),
  "quantity-missing": at(
    () => "Ohne Menge: die Zeile zählt nicht (fehlend ist nicht 0).",
    () => "Without a quantity: the row does not count (missing is not 0).",
  ),
  "quantity-unreadable": at(
    (i) => `„${i.text}“ ist keine Menge; die Zeile zählt nicht.`,
    (i) => `"${i.text}" is no quantity; the row does not count.`,
  ),
  "quantity-against-style": at(
    (i) => `${i.text} passt nicht zur Schreibweise der Spalte; die Zeile zählt nicht.`,
    (i) => `${i.text} does not fit the way the column writes numbers; the row does not count.`,
  ),
  "number-scientific": at(
    (i) => `${i.text} als ${i.value} gelesen.`,
    (i) => `${i.text} read as ${i.value}.`,
  ),
  "price-unreadable": at(
    (i) => `Preis „${i.text}“ ist nicht lesbar und bleibt leer.`,
    (i) => `Price "${i.text}" cannot be read and stays empty.`,
  ),
  "price-missing": at(
    (i) => `Preis fehlt (${i.text}), er ist nicht 0.`,
    (i) => `The price is missing (${i.text}), it is not 0.`,
  ),
  "price-negative": at(
    (i) => `Negativer Preis ${i.text} wird nicht benutzt.`,
    (i) => `The negative price ${i.text} is not used.`,
  ),
  "price-unit-unusable": at(
    (i) => `Preiseinheit ${i.text} ist nicht benutzbar, also auch der Preis nicht.`,
    (i) => `Price unit ${i.text} cannot be used, so neither can the price.`,
  ),
  "unit-factor-unusable": at(
    (i) => `Umrechnungsfaktor ${i.text} ist nicht benutzbar; die Zeile zählt nicht.`,
    (i) => `Conversion factor ${i.text} cannot be used; the line does not count.`,
  ),
  "unit-converted": at(
    (i) => `${i.lines} Zeilen in ${i.text} in ${i.unit} umgerechnet (Faktor ${i.factor}).`,
    (i) => `${i.lines} lines in ${i.text} converted to ${i.unit} (factor ${i.factor}).`,
  ),
  "unit-without-factor": at(
    (i) =>
      `${i.lines} Zeilen in ${i.text}, die übrigen in ${i.unit}: ohne Umrechnungsfaktor zählen sie nicht. Bitte mit --answers angeben.`,
    (i) =>
      `${i.lines} lines in ${i.text}, the others in ${i.unit}: without a factor they do not count. Please give it with --answers.`,
  ),
  "line-in-other-file": at(
    (i) =>
      i.lines === undefined
        ? "Diese Zeile bringt auch eine andere Datei; sie zählt einmal."
        : `${i.lines} Zeilen (${i.text}) bringt auch eine andere Datei; sie zählen einmal.`,
    (i) =>
      i.lines === undefined
        ? "Another file brings this line as well; it counts once."
        : `Another file brings ${i.lines} lines (${i.text}) as well; they count once.`,
  ),
  "order-without-head": at(
    () => "Zu dieser Zeile fehlt der Bestellkopf (Datum); sie zählt nicht.",
    () => "The head of this line's order (its date) is missing; it does not count.",
  ),
  "order-head-repeated": at(
    () => "Diese Bestellnummer steht mehrfach da; der erste Kopf zählt.",
    () => "This order number stands there twice; the first head counts.",
  ),
  "nothing-usable": at(
    () => "Keine Zeile ist brauchbar.",
    () => "No line can be used.",
  ),
  // Master data.
  "stock-missing": at(
    () => "Bestand fehlt: Prognose ja, Bestellvorschlag nein.",
    () => "The stock is missing: forecast yes, order suggestion no.",
  ),
  "stock-negative": at(
    (i) => `Bestand ${i.text} gilt als 0 und ${i.backorders} Rückstand.`,
    (i) => `Stock ${i.text} is taken as 0 and ${i.backorders} backorders.`,
  ),
  "stock-date-from-title": at(
    (i) => `Bestandsdatum ${i.text} aus der Titelzeile.`,
    (i) => `Stock date ${i.text} taken from the title line.`,
  ),
  "lead-time-missing": at(
    () => "Wiederbeschaffungszeit fehlt: Prognose ja, Bestellvorschlag nein.",
    () => "The lead time is missing: forecast yes, order suggestion no.",
  ),
  "lead-time-unit-unknown": at(
    (i) => `„${i.text}“ ist keine Zeiteinheit; die Wiederbeschaffungszeit bleibt leer.`,
    (i) => `"${i.text}" is no unit of time; the lead time stays empty.`,
  ),
  "duration-converted": at(
    (i) =>
      `Angaben in der Einheit ${valueWords(String(i.unit), "de")}: ${i.value} sind ${i.days} Kalendertage.`,
    (i) => `Given in ${i.unit}: ${i.value} are ${i.days} calendar days.`,
  ),
  "safety-stock-negative": at(
    (i) => `Sicherheitsbestand ${i.text} ist negativ und gilt als 0.`,
    (i) => `Safety stock ${i.text} is negative and taken as 0.`,
  ),
  "pack-zero": at(
    () => "Verpackungseinheit 0 ist unmöglich und bleibt leer; bitte 1 oder die Packungsgröße eintragen.",
    () => "A pack size of 0 is impossible and stays empty; please enter 1 or the size of the pack.",
  ),
  "price-zero": at(
    () => "Preis 0 bleibt leer; bitte den Einkaufspreis eintragen.",
    () => "A price of 0 stays empty; please enter the purchase price.",
  ),
  "minimum-above-maximum": at(
    (i) =>
      `Mindestbestellmenge ${i.text} liegt über dem Höchstbestand ${i.maximum}; bitte eines von beiden berichtigen.`,
    (i) => `Minimum order ${i.text} is above the maximum stock ${i.maximum}; please correct one of them.`,
  ),
  "price-breaks-unreadable": at(
    (i) => `Staffelpreise „${i.text}“ sind nicht lesbar; erwartet: 100:4,20|500:3,95.`,
    (i) => `Price breaks "${i.text}" cannot be read; expected: 100:4.20|500:3.95.`,
  ),
  "service-level-unusable": at(
    (i) => `Servicegrad ${i.text} liegt nicht zwischen 0 und 100 % und bleibt leer.`,
    (i) => `Service level ${i.text} is not between 0 and 100 % and stays empty.`,
  ),
  "value-unreadable": at(
    (i) => `„${i.text}“ ist nicht lesbar und bleibt leer.`,
    (i) => `"${i.text}" cannot be read and stays empty.`,
  ),
  "value-negative": at(
    (i) => `${i.text} ist negativ und bleibt leer.`,
    (i) => `${i.text} is negative and stays empty.`,
  ),
  "value-zero": at(
    () => "0 ist hier unmöglich und bleibt leer.",
    () => "0 is impossible here and stays empty.",
  ),
  "value-unknown": at(
    (i) => `„${i.text}“ ist kein bekannter Wert und bleibt leer.`,
    (i) => `"${i.text}" is no known value and stays empty.`,
  ),
  "value-unusable": at(
    (i) => `${i.text} ist nicht benutzbar und bleibt leer.`,
    (i) => `${i.text} cannot be used and stays empty.`,
  ),
  "item-inactive": at(
    () => "Der Artikel ist gelöscht oder nicht aktiv: kein Bestellvorschlag.",
    () => "The item is deleted or not active: no order suggestion.",
  ),
  "item-values-differ": at(
    (i) => `Mehrere Werte im Verlauf; der neueste zählt: ${i.text}.`,
    (i) => `Several values over time; the newest counts: ${i.text}.`,
  ),
  "item-sources": at(
    (i) =>
      `Mehrere Bezugsquellen (${i.text}); gewählt: ${i.supplier}${i.because === "preferred" ? " (bevorzugt)" : " (am günstigsten)"}.`,
    (i) =>
      `Several sources (${i.text}); chosen: ${i.supplier}${i.because === "preferred" ? " (preferred)" : " (cheapest)"}.`,
  ),
  "item-row-repeated": at(
    () => "Dieselbe Zeile steht mehrfach da; sie zählt einmal.",
    () => "The same row stands there several times; it counts once.",
  ),
  "item-locations-added": at(
    (i) => `Bestände der Lagerorte ${i.text} zusammengezählt.`,
    (i) => `Stocks of the locations ${i.text} added up.`,
  ),
  "supplier-repeated": at(
    () => "Der Lieferant steht mehrfach da; die erste Zeile zählt.",
    () => "The supplier stands there several times; the first row counts.",
  ),
  "order-days-unreadable": at(
    (i) => `Bestelltage „${i.text}“ sind nicht lesbar; erwartet: Di, Do.`,
    (i) => `Order days "${i.text}" cannot be read; expected: Tue, Thu.`,
  ),
  "region-unknown": at(
    (i) => `„${i.text}“ ist kein bekanntes Land oder Bundesland; es gelten die bundesweiten Feiertage.`,
    (i) => `"${i.text}" is no known country or state; the nationwide holidays apply.`,
  ),
  "open-order-closed": at(
    () => "Gelöscht oder endgeliefert: kein offener Rest.",
    () => "Deleted or delivered in full: nothing is open.",
  ),
  "open-order-without-date": at(
    () => "Offene Bestellung ohne Termin: sie zählt nicht.",
    () => "Open order without a date: it does not count.",
  ),
  "open-quantity-negative": at(
    (i) => `Mehr geliefert als bestellt (${i.text}): nichts ist offen.`,
    (i) => `More was delivered than ordered (${i.text}): nothing is open.`,
  ),
  "calendar-kind-unknown": at(
    (i) =>
      `„${i.text}“ ist keine bekannte Art (Feiertag, Betriebsferien, Lieferantenferien, Aktion, Fehlbestand, Ereignis).`,
    (i) =>
      `"${i.text}" is no known kind (holiday, plant-closure, supplier-closure, promotion, stockout, event).`,
  ),
  "calendar-ends-before-start": at(
    (i) => `Das Ende ${i.text} liegt vor dem Beginn; der Eintrag zählt nicht.`,
    (i) => `The end ${i.text} lies before the start; the entry does not count.`,
  ),
  "action-unknown": at(
    (i) => `Entscheidung „${i.text}“ ist unbekannt (accept, change, reject, ordered).`,
    (i) => `Decision "${i.text}" is unknown (accept, change, reject, ordered).`,
  ),
} satisfies Record<string, Sentence<Issue>>;
