/** Why an input cannot be used: the English sentence of the engine, the German one; `{name}` is taken over. */
export const inputErrors: readonly (readonly [en: string, de: string])[] = [
  [
    "the job has no file whose name begins with orders",
    "Der Auftrag hat keine Datei, deren Name mit orders beginnt",
  ],
  ["the input holds no series", "Die Eingabe enthält keine Reihe"],
  ["the input holds no series{why}", "Die Eingabe enthält keine Reihe{why}"],
  [
    "the input holds no item that can be suggested for",
    "Die Eingabe enthält keinen Artikel, für den sich etwas vorschlagen lässt",
  ],
  [
    "there are no order lines yet: upload a file of kind orders",
    "Es gibt noch keine Auftragszeilen: eine Datei der Art orders hochladen",
  ],
  ["a CSV needs the columns unique_id, ds and y", "Eine CSV braucht die Spalten unique_id, ds und y"],
  [
    "line {line}: ds must be a date YYYY-MM-DD, got {got}",
    "Zeile {line}: ds muss ein Datum JJJJ-MM-TT sein, nicht {got}",
  ],
  ["line {line}: y must be a number, got {got}", "Zeile {line}: y muss eine Zahl sein, nicht {got}"],
  ["no row can be used as {kind}", "Keine Zeile ist als {kind} brauchbar"],
  ["no item has a lead time and a price: add both", "Kein Artikel hat Lieferzeit und Preis: beides ergänzen"],
  [
    "no order line can be used: check the date column and --as-of",
    "Keine Auftragszeile ist brauchbar: Datumsspalte und --as-of prüfen",
  ],
  [
    "the lines from {first} to {last} fill no complete {bucket}: use a smaller --bucket or a longer history",
    "Die Zeilen von {first} bis {last} füllen keinen ganzen Zeitraum ({bucket}): einen kleineren --bucket oder eine längere Historie nehmen",
  ],
  [
    "The table has more than {most} columns; export only the columns that are needed.",
    "Die Tabelle hat mehr als {most} Spalten; nur die nötigen exportieren.",
  ],
  [
    "This file is binary (it holds NUL or control bytes), not a table; export it as CSV or XLSX.",
    "Diese Datei ist binär (sie enthält NUL- oder Steuerzeichen), keine Tabelle; als CSV oder XLSX exportieren.",
  ],
  [
    "The file unpacks to more than {most} MB; split it, or export fewer rows.",
    "Die Datei wird entpackt größer als {most} MB; teilen oder weniger Zeilen exportieren.",
  ],
  [
    "The file unpacks to more than {most} times its size, as no table does; send it unpacked.",
    "Die Datei wird entpackt mehr als {most}-mal so groß, wie es keine Tabelle wird; unverpackt senden.",
  ],
  [
    "The gzip file is damaged or cut off; export or send it again.",
    "Die gzip-Datei ist beschädigt oder abgeschnitten; neu exportieren oder senden.",
  ],
  ["the file holds no row", "Die Datei enthält keine Zeile"],
  [
    "This is HTML or XML, not a table; save it as XLSX or CSV first.",
    "Das ist HTML oder XML, keine Tabelle; zuerst als XLSX oder CSV speichern.",
  ],
  [
    "This is JSON, not a table; export it as CSV or XLSX.",
    "Das ist JSON, keine Tabelle; als CSV oder XLSX exportieren.",
  ],
  [
    "This is an old .xls workbook or one with a password; save it as .xlsx without a password, or as CSV.",
    "Das ist eine alte .xls-Mappe oder eine mit Kennwort; als .xlsx ohne Kennwort oder als CSV speichern.",
  ],
  [
    "This is a PDF, not a table; export the list as CSV or XLSX.",
    "Das ist ein PDF, keine Tabelle; die Liste als CSV oder XLSX exportieren.",
  ],
  [
    "This is a picture, not a table; export the list as CSV or XLSX.",
    "Das ist ein Bild, keine Tabelle; die Liste als CSV oder XLSX exportieren.",
  ],
  ["This is a {kind} archive; unpack it first.", "Das ist ein {kind}-Archiv; zuerst entpacken."],
  ["This is an {kind} archive; unpack it first.", "Das ist ein {kind}-Archiv; zuerst entpacken."],
  [
    "This is a Parquet file; export the table as CSV or XLSX.",
    "Das ist eine Parquet-Datei; die Tabelle als CSV oder XLSX exportieren.",
  ],
  [
    "This is a database file; export the table as CSV or XLSX.",
    "Das ist eine Datenbankdatei; die Tabelle als CSV oder XLSX exportieren.",
  ],
  ["no row below the headings, nothing to plan", "Keine Zeile unter den Überschriften, nichts zu planen"],
  ["no usable order line in the input{why}", "Keine brauchbare Auftragszeile in der Eingabe{why}"],
  [" ({code} in {count} rows)", " ({code} in {count} Zeilen)"],
  [
    "A cell holds more than {most} million characters; check the file for a quote that is not closed.",
    "Eine Zelle enthält mehr als {most} Millionen Zeichen; die Datei auf ein nicht geschlossenes Anführungszeichen prüfen.",
  ],
  [
    "The XLSX file is larger than {most} MB; export the list as CSV.",
    "Die XLSX-Datei ist größer als {most} MB; die Liste als CSV exportieren.",
  ],
  [
    'The workbook has no sheet "{name}"; it has: {names}.',
    "Die Mappe hat kein Blatt „{name}“; sie hat: {names}.",
  ],
  [
    "A line is longer than {most} million characters, as no table's is; check the file or its line ends.",
    "Eine Zeile ist länger als {most} Millionen Zeichen, wie in keiner Tabelle; die Datei oder ihre Zeilenenden prüfen.",
  ],
  [
    "The file holds NUL bytes, so it is no text table; export it again.",
    "Die Datei enthält NUL-Bytes, ist also keine Texttabelle; neu exportieren.",
  ],
  [
    "A cell holds more text than a table can; check the file.",
    "Eine Zelle enthält mehr Text, als eine Tabelle kann; die Datei prüfen.",
  ],
  [
    "The XLSX file is damaged (a row has no valid number); save it again in Excel.",
    "Die XLSX-Datei ist beschädigt (eine Zeile hat keine gültige Nummer); in Excel neu speichern.",
  ],
  [
    "The XLSX file holds more text than a table can; export fewer columns.",
    "Die XLSX-Datei enthält mehr Text, als eine Tabelle kann; weniger Spalten exportieren.",
  ],
  [
    "This is a ZIP archive without a workbook; unpack it first.",
    "Das ist ein ZIP-Archiv ohne Mappe; zuerst entpacken.",
  ],
  [
    "This is a binary workbook (.xlsb); save it as .xlsx.",
    "Das ist eine binäre Mappe (.xlsb); als .xlsx speichern.",
  ],
  [
    "The XLSX file is damaged (its XML is broken); save it again in Excel and retry.",
    "Die XLSX-Datei ist beschädigt (ihr XML ist kaputt); in Excel neu speichern und noch einmal versuchen.",
  ],
  [
    "The XLSX file holds a document type definition, which is refused.",
    "Die XLSX-Datei enthält eine Dokumenttyp-Definition; das wird abgelehnt.",
  ],
  [
    "The XLSX file is damaged ({why}); open it in Excel, save it again and retry.",
    "Die XLSX-Datei ist beschädigt ({why}); in Excel öffnen, neu speichern und noch einmal versuchen.",
  ],
  [
    "The XLSX file holds more than {most} parts, as no table does.",
    "Die XLSX-Datei enthält mehr als {most} Teile, wie keine Tabelle.",
  ],
  [
    "The XLSX file is encrypted; save it without a password.",
    "Die XLSX-Datei ist verschlüsselt; ohne Kennwort speichern.",
  ],
  [
    '{place}column "{column}" should hold the {field} but cannot be read as one (e.g. {text}): correct it, or name another column with --map {map}',
    "{place}Die Spalte „{column}“ sollte {field} enthalten, ist aber so nicht lesbar (z. B. {text}): berichtigen oder mit --map {map} eine andere nennen",
  ],
  [
    'which column holds "{field}"? Candidates: {list}. Answer with --map {map}',
    "Welche Spalte enthält „{field}“? Möglich: {list}. Antwort mit --map {map}",
  ],
  [
    "{asked} Answers: {list}. Write {answer} into a file and name it with --answers FILE",
    "{asked} Antworten: {list}. {answer} in eine Datei schreiben und sie mit --answers DATEI nennen",
  ],
  [
    "{asked} (and {count} more questions, see issues.csv)",
    "{asked} (und {count} weitere Fragen, siehe issues.csv)",
  ],
  [
    "is the separator{column} for thousands or decimals{text}?",
    "Trennt das Zeichen{column} Tausender oder Dezimalen{text}?",
  ],
  ["does the day or the month come first{column}{text}?", "Steht der Tag oder der Monat vorn{column}{text}?"],
  ["to which year do the month columns belong{text}?", "Zu welchem Jahr gehören die Monatsspalten{text}?"],
  [
    "are negative quantities{column} returns or issues?",
    "Sind negative Mengen{column} Rückgaben oder Entnahmen?",
  ],
  [
    "which measure of the period columns is the quantity{text}?",
    "Welche Größe der Zeitraumspalten ist die Menge{text}?",
  ],
  [' in column "{name}"', " in der Spalte „{name}“"],
  ["no directory at its end", "kein Verzeichnis am Ende"],
  ["sizes are missing", "Größen fehlen"],
  ["an entry is missing", "ein Eintrag fehlt"],
  ["directory and entries disagree", "Verzeichnis und Einträge passen nicht zusammen"],
  ["entries overlap", "Einträge überlappen einander"],
  ["an entry cannot be unpacked", "ein Eintrag lässt sich nicht entpacken"],
  ["an entry is larger than declared", "ein Eintrag ist größer als angegeben"],
  ["an entry is cut off", "ein Eintrag ist abgeschnitten"],
  ["too short", "zu kurz"],
  ["the directory is cut off", "das Verzeichnis ist abgeschnitten"],
  ["a packing method that Excel does not use", "ein Packverfahren, das Excel nicht benutzt"],
];
