import { said } from "../language.ts";

/** Words of what stands in the place of the list, and of what is entered there. */
export const missingWords = said({
  en: {
    noneYet: "No order suggestions yet",
    noneYetText:
      "There are forecasts already. For a suggestion an item also needs stock and lead time; neither is ever guessed:",
    allCovered: "Stock and open orders cover the expected demand of every item.",
    openQuestions: "Answer {count} {count:question|questions} about the files first",
    lacksStock: "The stock is missing for {count} of {all} items.",
    lacksLeadTime: "The lead time is missing for {count} of {all} items.",
    leadTimeForAll: "Lead time in days for all {count} without",
    lackingItems:
      "{count} {count:item|items} without a suggestion, as stock or lead time is missing: enter it here",
    lackingExample: "Not for the bundled example: your own files can be completed here.",
    leadTimeOf: "Lead time in days by item",
    stockOf: "Stock by item, those of most demand first",
    moreByFile: "{count} more are better brought as a file.",
    enterAndPlan: "Enter and plan anew",
    entriesFile: "Entries on the page.csv",
    bring: "Or add the item data, for instance with these columns:",
    bringExample: "item,name,onHand,leadTimeDays,supplier,minimumOrder,packSize,unitCost",
    saveList: "Save a list of these {count} items",
    saveListText: "Fill in stock and lead time in a spreadsheet, then drop the file here.",
    listFile: "items-to-fill-in.csv",
    bringLink: "Drop files",
    forecastsAlready: "Items with a forecast",
    recentDemand: "Demand of the last 12 periods",
  },
  de: {
    noneYet: "Noch keine Bestellvorschläge",
    noneYetText:
      "Prognosen gibt es schon. Für einen Vorschlag braucht ein Artikel außerdem Bestand und Lieferzeit; beides wird nie geraten:",
    allCovered: "Bestand und offene Bestellungen decken den erwarteten Bedarf aller Artikel.",
    openQuestions: "Zuerst {count} {count:Frage|Fragen} zu den Dateien beantworten",
    lacksStock: "Der Bestand fehlt bei {count} von {all} Artikeln.",
    lacksLeadTime: "Die Lieferzeit fehlt bei {count} von {all} Artikeln.",
    leadTimeForAll: "Lieferzeit in Tagen für alle {count} ohne",
    lackingItems:
      "{count} {count:Artikel|Artikel} ohne Vorschlag, weil Bestand oder Lieferzeit fehlt: hier eintragen",
    lackingExample: "Beim mitgelieferten Beispiel nicht: Eigene Dateien lassen sich hier ergänzen.",
    leadTimeOf: "Lieferzeit in Tagen je Artikel",
    stockOf: "Bestand je Artikel, die mit dem meisten Bedarf zuerst",
    moreByFile: "{count} weitere am besten als Datei.",
    enterAndPlan: "Eintragen und neu planen",
    entriesFile: "Eingaben auf der Seite.csv",
    bring: "Oder legen Sie den Artikelstamm dazu, zum Beispiel mit diesen Spalten:",
    bringExample:
      "Artikelnummer;Bezeichnung;Bestand;Lieferzeit (Tage);Lieferant;Mindestbestellmenge;Verpackungseinheit;Einstandspreis",
    saveList: "Liste dieser {count} Artikel sichern",
    saveListText: "Bestand und Lieferzeit in der Tabelle ausfüllen, dann die Datei hier ablegen.",
    listFile: "artikel-zum-ausfuellen.csv",
    bringLink: "Dateien ablegen",
    forecastsAlready: "Artikel mit Prognose",
    recentDemand: "Bedarf der letzten 12 Zeiträume",
  },
});
