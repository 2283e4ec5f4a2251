import type { Issue } from "../../issue.ts";

type Sentence = Readonly<Record<"de" | "en", (issue: Issue) => string>>;

const zeile = (i: Issue) => (i.row === undefined ? "" : `Zeile ${i.row}: `);
const line = (i: Issue) => (i.row === undefined ? "" : `Row ${i.row}: `);

/** Sentences for what the table reader reports: how bytes became rows, and what was left out or repaired. */
export const tableIssues = {
  "quotes-mended": {
    de: (i) => `${zeile(i)}Anführungszeichen am falschen Platz; die wahrscheinlichste Lesart gilt: ${i.text}`,
    en: (i) => `${line(i)}quotes out of place; the likeliest reading was taken: ${i.text}`,
  },
  "row-mended": {
    de: (i) =>
      `${zeile(i)}${i.cells} statt ${i.width} Zellen; nach den anderen Zeilen eingeordnet: ${i.text}`,
    en: (i) => `${line(i)}${i.cells} cells instead of ${i.width}; arranged as the other rows are: ${i.text}`,
  },
  "row-short": {
    de: (i) => `${zeile(i)}nur ${i.cells} von ${i.width} Zellen; der Rest gilt als leer: ${i.text}`,
    en: (i) => `${line(i)}only ${i.cells} of ${i.width} cells; the rest counts as empty: ${i.text}`,
  },
  "row-long": {
    de: (i) => `${zeile(i)}${i.cells} statt ${i.width} Zellen; die überzähligen blieben weg: ${i.text}`,
    en: (i) => `${line(i)}${i.cells} cells instead of ${i.width}; those too many were left out: ${i.text}`,
  },
  "header-mended": {
    de: (i) =>
      `${zeile(i)}die Überschriften passten nicht zu ${i.width} Spalten und wurden eingeordnet: ${i.text}`,
    en: (i) => `${line(i)}the headings did not fit ${i.width} columns and were arranged: ${i.text}`,
  },
  "header-repeated": {
    de: (i) => `${zeile(i)}die Überschrift steht noch einmal da (Seitenumbruch) und zählt nicht.`,
    en: (i) => `${line(i)}the heading is repeated (page break) and does not count.`,
  },
  "title-repeated": {
    de: (i) => `${zeile(i)}eine Titelzeile der Seite zählt nicht: ${i.text}`,
    en: (i) => `${line(i)}a title line of the page does not count: ${i.text}`,
  },
  "rule-row": {
    de: (i) => `${zeile(i)}eine Trennlinie zählt nicht.`,
    en: (i) => `${line(i)}a ruled line does not count.`,
  },
  "blank-row": {
    de: (i) => `${zeile(i)}eine leere Zeile zählt nicht.`,
    en: (i) => `${line(i)}an empty row does not count.`,
  },
  "preamble-row": {
    de: (i) => `${zeile(i)}steht vor der Tabelle und zählt nicht: ${i.text}`,
    en: (i) => `${line(i)}stands before the table and does not count: ${i.text}`,
  },
  "total-row": {
    de: (i) => `${zeile(i)}eine Summenzeile zählt nicht als Bedarf: ${i.text}`,
    en: (i) => `${line(i)}a total does not count as demand: ${i.text}`,
  },
  "footer-row": {
    de: (i) => `${zeile(i)}steht nach der Tabelle und zählt nicht: ${i.text}`,
    en: (i) => `${line(i)}stands after the table and does not count: ${i.text}`,
  },
  "second-table": {
    de: (i) =>
      `${zeile(i)}hier beginnt eine zweite Tabelle (${i.rows} Zeilen, ${i.cells} Spalten); gelesen wird nur die erste. Bitte als eigene Datei übergeben: ${i.text}`,
    en: (i) =>
      `${line(i)}a second table begins here (${i.rows} rows, ${i.cells} columns); only the first is read. Please hand it over as a file of its own: ${i.text}`,
  },
  "encoding-mixed": {
    de: (i) => `${zeile(i)}anders kodiert als der Rest der Datei (UTF-8 und Windows-1252 gemischt).`,
    en: (i) => `${line(i)}encoded differently from the rest of the file (UTF-8 and Windows-1252 mixed).`,
  },
  "character-unreadable": {
    de: (i) => `${zeile(i)}enthält Bytes, die in der Kodierung der Datei kein Zeichen sind.`,
    en: (i) => `${line(i)}holds bytes that are no character in the encoding of the file.`,
  },
  "other-sheets": {
    de: (i) => `Gelesen wurde das Blatt „${i.sheet}“; nicht gelesen: ${i.text}.`,
    en: (i) => `The sheet "${i.sheet}" was read; not read: ${i.text}.`,
  },
  "hidden-rows": {
    de: (i) => `${i.count} ausgeblendete Zeilen (die erste: ${i.row}) zählen mit.`,
    en: (i) => `${i.count} hidden rows (the first: ${i.row}) count as well.`,
  },
  "error-cell": {
    de: (i) => `${zeile(i)}Fehlerwert ${i.text} in Spalte ${i.column}.`,
    en: (i) => `${line(i)}error value ${i.text} in column ${i.column}.`,
  },
  "formula-without-value": {
    de: (i) =>
      `${zeile(i)}Formel ohne berechneten Wert in Spalte ${i.column}; bitte in Excel öffnen und speichern.`,
    en: (i) =>
      `${line(i)}formula without a calculated value in column ${i.column}; please open and save in Excel.`,
  },
  "digits-lost": {
    de: (i) =>
      `${zeile(i)}die Zahl ${i.text} in Spalte ${i.column} hat mehr als 15 Stellen; Excel hat die letzten nicht behalten.`,
    en: (i) =>
      `${line(i)}the number ${i.text} in column ${i.column} has more than 15 digits; Excel did not keep the last ones.`,
  },
  "date-impossible": {
    de: (i) =>
      `${zeile(i)}${i.text} in Spalte ${i.column} ist kein Tag (Excel zählt den 29.02.1900, den es nie gab).`,
    en: (i) =>
      `${line(i)}${i.text} in column ${i.column} is no day (Excel counts 1900-02-29, which never was).`,
  },
  "more-like-this": {
    de: (i) => `${i.count} weitere Hinweise „${i.of}“.`,
    en: (i) => `${i.count} more issues "${i.of}".`,
  },
} satisfies Record<string, Sentence>;
