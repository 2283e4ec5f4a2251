import { said } from "../language.ts";

/** What was asked, of answers that no file asks for any more: by the first word of the id of the question. */
export const rememberedWords = said({
  en: {
    column: "Column for {name}",
    "column-use": "What the column “{name}” is",
    kind: "What the lines are",
    word: "What “{name}” is",
    year: "Year of the periods",
    month: "Month of the periods",
    week: "Week of the periods",
    "last-period": "The last period",
    measure: "What the numbers are",
    other: "A question about a file",
  },
  de: {
    column: "Spalte für {name}",
    "column-use": "Was die Spalte „{name}“ ist",
    kind: "Was die Zeilen sind",
    word: "Was „{name}“ ist",
    year: "Jahr der Zeiträume",
    month: "Monat der Zeiträume",
    week: "Woche der Zeiträume",
    "last-period": "Der letzte Zeitraum",
    measure: "Was die Zahlen sind",
    other: "Eine Frage zu einer Datei",
  },
});
