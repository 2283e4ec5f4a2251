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

/** What an InputError of the table reader says, by its code. */
export const tableErrors: Readonly<Record<string, Readonly<Record<"de" | "en", string>>>> = {
  "old-excel": {
    de: "Das ist eine alte .xls-Mappe oder eine mit Kennwort: bitte ohne Kennwort als .xlsx oder als CSV speichern.",
    en: "This is an old .xls workbook or one with a password: save it as .xlsx without a password, or as CSV.",
  },
  "not-a-table": {
    de: "Das ist keine Tabelle: bitte die Liste als CSV oder XLSX exportieren.",
    en: "This is not a table: export the list as CSV or XLSX.",
  },
  packed: {
    de: "Das ist ein Archiv: bitte zuerst entpacken.",
    en: "This is an archive: unpack it first.",
  },
  markup: {
    de: "Das ist HTML oder XML, keine Tabelle: bitte zuerst als XLSX oder CSV speichern.",
    en: "This is HTML or XML, not a table: save it as XLSX or CSV first.",
  },
  json: {
    de: "Das ist JSON, keine Tabelle: bitte als CSV oder XLSX exportieren.",
    en: "This is JSON, not a table: export it as CSV or XLSX.",
  },
  "not-text": {
    de: "Die Datei ist binär (sie enthält NUL- oder Steuerzeichen), keine Tabelle: bitte als CSV oder XLSX exportieren.",
    en: "The file is binary (it holds NUL or control bytes), not a table: export it as CSV or XLSX.",
  },
  "gzip-damaged": {
    de: "Die gzip-Datei ist beschädigt oder abgeschnitten: bitte neu exportieren oder senden.",
    en: "The gzip file is damaged or cut off: export or send it again.",
  },
  "inflated-too-large": {
    de: "Die Datei ist entpackt zu groß: bitte teilen oder weniger Zeilen exportieren.",
    en: "The file unpacks to too much: split it, or export fewer rows.",
  },
  "inflate-ratio": {
    de: "Die Datei entpackt sich auf ein Vielfaches, wie es keine Tabelle tut: bitte unverpackt senden.",
    en: "The file unpacks to more times its size than any table does: send it unpacked.",
  },
  "cell-too-large": {
    de: "Eine Zelle oder Zeile ist länger als in jeder Tabelle: bitte Datei und Zeilenenden prüfen.",
    en: "A cell or line is longer than in any table: check the file and its line ends.",
  },
  "too-many-columns": {
    de: "Die Tabelle hat zu viele Spalten: bitte nur die nötigen exportieren.",
    en: "The table has too many columns: export only those that are needed.",
  },
  "xlsx-damaged": {
    de: "Die XLSX-Datei ist beschädigt: bitte in Excel öffnen, neu speichern und noch einmal versuchen.",
    en: "The XLSX file is damaged: open it in Excel, save it again and retry.",
  },
  "xlsx-entries": {
    de: "Die XLSX-Datei hat mehr Teile als jede Tabelle: bitte in Excel neu speichern.",
    en: "The XLSX file holds more parts than any table: save it again in Excel.",
  },
  "xlsx-encrypted": {
    de: "Die XLSX-Datei ist verschlüsselt: bitte ohne Kennwort speichern.",
    en: "The XLSX file is encrypted: save it without a password.",
  },
  "xlsx-doctype": {
    de: "Die XLSX-Datei enthält eine Dokumenttyp-Definition und wird deshalb abgelehnt.",
    en: "The XLSX file holds a document type definition and is refused for that.",
  },
  "xlsx-too-large": {
    de: "Die XLSX-Datei ist zu groß: bitte die Liste als CSV exportieren.",
    en: "The XLSX file is too large: export the list as CSV.",
  },
  "zip-no-workbook": {
    de: "Das ist ein ZIP-Archiv ohne Arbeitsmappe: bitte zuerst entpacken.",
    en: "This is a ZIP archive without a workbook: unpack it first.",
  },
  xlsb: {
    de: "Das ist eine binäre Arbeitsmappe (.xlsb): bitte als .xlsx speichern.",
    en: "This is a binary workbook (.xlsb): save it as .xlsx.",
  },
  "sheet-missing": {
    de: "Die Arbeitsmappe hat kein Blatt dieses Namens.",
    en: "The workbook has no sheet of that name.",
  },
};
