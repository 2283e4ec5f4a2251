import type { InputFaults, LineFaults, WorkbookDamage } from "../../../fault.ts";
import { candidates, issueSaid, withOptions, withoutOptions } from "../../issue-sentences.ts";
import { readyAnswer } from "../../questions.ts";
import { type Advising, counted, type Sentences, said } from "../../sentences.ts";
import { issues } from "../issues/index.ts";
import { value } from "../values.ts";

/** Was in einer XLSX-Datei zerstört ist. */
const damage: Readonly<Record<WorkbookDamage, string>> = {
  "row-number": "eine Zeile hat keine gültige Nummer",
  xml: "ihr XML ist kaputt",
  "too-short": "zu kurz",
  "no-directory": "kein Verzeichnis am Ende",
  "directory-cut-off": "das Verzeichnis ist abgeschnitten",
  "sizes-missing": "Größen fehlen",
  "entry-missing": "ein Eintrag fehlt",
  "entries-disagree": "Verzeichnis und Einträge passen nicht zusammen",
  "entries-overlap": "Einträge überlappen einander",
  "entry-not-unpacked": "ein Eintrag lässt sich nicht entpacken",
  "entry-too-large": "ein Eintrag ist größer als angegeben",
  "entry-cut-off": "ein Eintrag ist abgeschnitten",
  "entry-changed": "die Prüfsumme eines Eintrags passt nicht zu seinem Inhalt",
  "packing-unknown": "ein Packverfahren, das Excel nicht benutzt",
};

const parquet: Readonly<Record<InputFaults["parquet-unread"]["why"], string>> = {
  damaged:
    "Die Parquet-Datei ist beschädigt oder in einer Weise gepackt, die nicht gelesen wird; neu schreiben (ZSTD, GZIP oder SNAPPY).",
  "too-much":
    "Diese Parquet-Datei zu lesen braucht mehr Speicher oder Zeit, als ihre Größe erlaubt; in kleineren Zeilengruppen schreiben.",
};

const unread: Readonly<Record<InputFaults["workbook-unread"]["why"], string>> = {
  damaged:
    "Die alte Mappe (.xls, .xlsb) ist beschädigt; in Excel öffnen, als .xlsx speichern und erneut versuchen.",
  none: "Das ist eine alte Office-Datei ohne Mappe; die Liste als XLSX oder CSV speichern.",
  "too-much":
    "Diese alte Mappe (.xls, .xlsb) zu lesen braucht mehr Speicher oder Zeit, als eine Datei haben darf; als .xlsx oder CSV speichern.",
};

const strangers: Readonly<Record<InputFaults["not-a-table"]["what"], string>> = {
  pdf: "Das ist ein PDF, keine Tabelle; die Liste als CSV oder XLSX exportieren.",
  picture: "Das ist ein Bild, keine Tabelle; die Liste als CSV oder XLSX exportieren.",
  parquet: "Das ist eine Parquet-Datei; die Tabelle als CSV oder XLSX exportieren.",
  database: "Das ist eine Datenbankdatei; die Tabelle als CSV oder XLSX exportieren.",
  sylk: "Das ist eine SYLK-Datei (Symbolic Link); in Excel öffnen und als XLSX speichern.",
  dif: "Das ist eine DIF-Datei (Data Interchange Format); in Excel öffnen und als XLSX speichern.",
  "web-archive": "Das ist ein Webarchiv (MHT, HTML); in Excel öffnen und als XLSX speichern.",
  "rich-text": "Das ist ein Textdokument (RTF), keine Tabelle; die Liste als CSV oder XLSX exportieren.",
  word: "Das ist ein Word-Dokument, keine Tabelle; die Liste als CSV oder XLSX exportieren.",
  slides: "Das ist eine Präsentation, keine Tabelle; die Liste als CSV oder XLSX exportieren.",
  "open-document":
    "Das ist ein OpenDocument-Dokument ohne Tabellenblatt; seine Tabelle als XLSX, ODS oder CSV speichern.",
  numbers: "Das ist ein Dokument von Apple Numbers; dort als Excel (.xlsx) oder CSV exportieren.",
  "fixed-width":
    "Diese Datei hat kein Trennzeichen: Ihre Spalten stehen durch Leerzeichen an festen Plätzen (feste Breite). Bitte als CSV, XLSX oder mit Tabulatoren exportieren.",
};

const tooLarge: Readonly<Record<InputFaults["cell-too-large"]["part"], (millions: number) => string>> = {
  cell: (millions) =>
    `Eine Zelle enthält mehr als ${millions} Millionen Zeichen; die Datei auf ein nicht geschlossenes Anführungszeichen prüfen.`,
  line: (millions) =>
    `Eine Zeile ist länger als ${millions} Millionen Zeichen, wie in keiner Tabelle; die Datei oder ihre Zeilenenden prüfen.`,
  "sheet-cell": () => "Eine Zelle enthält mehr Text, als eine Tabelle kann; die Datei prüfen.",
  "sheet-texts": () =>
    "Die XLSX-Datei enthält mehr Text, als eine Tabelle kann; weniger Spalten exportieren.",
};

/** Why an input cannot be used. */
export const inputFaults: Advising<InputFaults> = {
  "key-not-unique": (f) =>
    `${f.name} kann zwei Artikel an zwei Lagerorten heißen: bitte das @ in Artikelnummern oder Lagerorten ersetzen`,
  "no-usable-line": (_, hint) =>
    `Keine Auftragszeile ist brauchbar: Datumsspalte${hint(" und --as-of")} prüfen`,
  "too-short-to-backtest": ({ horizon }) =>
    `Keine Reihe reicht für einen Zeitpunkt mit ${counted(`${horizon}`, "Zeitraum", "Zeiträumen")} danach: kleineres --horizon oder eine längere Historie nehmen`,
  "others-match-nothing": ({ path }) =>
    `${path}: keine Prognose gilt demselben Artikel, Zeitpunkt (cutoff) und Zeitraum (ds) wie eine hier: --origins und --horizon angleichen`,
  "no-complete-bucket": ({ first, last, bucket }, hint) =>
    `Die Zeilen von ${first} bis ${last} füllen keinen ganzen Zeitraum (${value(bucket)}): ${hint("einen kleineren --bucket oder ")}eine längere Historie nehmen`,
  "no-rows": ({ place }) =>
    place === "file"
      ? "Die Datei enthält keine Zeile"
      : "Keine Zeile unter den Überschriften, nichts zu planen",
  "not-a-history": ({ kind }, hint) =>
    kind === "items"
      ? `Das ist eine Liste von Artikeln oder Beständen (keine Spalte enthält Mengen mit Datum), keine Historie; bitte als Artikel übergeben${hint(" (--items)")}.`
      : `Das ist eine Liste offener Bestellungen (jede Zeile hat offene Mengen), keine Historie; bitte als offene Bestellungen übergeben${hint(" (--open-orders)")} oder die Spalte der Daten ${hint("mit --map ")}nennen, falls ihre Zeilen Historie sind.`,
  "nothing-usable": ({ kind, most }) => {
    const why = most === undefined ? "" : ` (${most.code} in ${counted(`${most.rows}`, "Zeile", "Zeilen")})`;
    return kind === undefined
      ? `Keine brauchbare Auftragszeile in der Eingabe${why}`
      : `Keine Zeile ist als ${kind} brauchbar${why}`;
  },
  question: ({ issue, more }, advice) => {
    const { map, answers } = readyAnswer(issue);
    const list = candidates(issue);
    const byMap = map === undefined ? "" : ` Antwort: --map ${map}`;
    const byFile =
      answers === undefined
        ? ""
        : ` Antworten: ${list}. ${answers} in eine Datei schreiben und sie mit --answers DATEI nennen`;
    const hint = issue.question === undefined ? withOptions : withoutOptions;
    const others = more === 1 ? "und eine weitere Frage" : `und ${more} weitere Fragen`;
    const rest = more === 0 ? "" : ` (${others}${advice(", siehe issues.csv")})`;
    return `${issueSaid(issues, issue, advice === withOptions ? hint : advice)}${advice(`${byMap}${byFile}`)}${rest}`;
  },
  "day-too-far": ({ name, got, last, years }) =>
    `${name} ${got} liegt mehr als ${years} Jahre nach der letzten Zeile (${last}): Datum prüfen.`,
  "not-text": ({ what }) =>
    what === "binary"
      ? "Diese Datei ist binär (sie enthält NUL- oder Steuerzeichen), keine Tabelle; als CSV oder XLSX exportieren."
      : "Die Datei enthält NUL-Bytes, ist also keine Texttabelle; neu exportieren.",
  "cell-too-large": ({ part, millions }) => tooLarge[part](millions),
  "sheet-mostly-empty": ({ column }) =>
    `Die Zeilen des Blattes reichen bis Spalte ${column}, davor steht kaum etwas; leere Spalten löschen oder die Liste als CSV exportieren.`,
  "too-many-columns": ({ most }) =>
    `Die Tabelle hat mehr als ${counted(`${most}`, "Spalte", "Spalten")}; nur die nötigen exportieren.`,
  "stored-file-damaged": ({ what }) =>
    what === "missing"
      ? "die abgelegte Datei ist nicht mehr da: noch einmal senden"
      : "die abgelegte Datei hat sich auf der Platte verändert: noch einmal senden",
  "inflated-too-large": ({ megabytes }) =>
    `Die Datei wird entpackt größer als ${megabytes} MB; teilen oder weniger Zeilen exportieren.`,
  "inflate-ratio": ({ most }) =>
    `Die Datei wird entpackt mehr als ${most}-mal so groß, wie es keine Tabelle wird; unverpackt senden.`,
  "gzip-damaged": () => "Die gzip-Datei ist beschädigt oder abgeschnitten; neu exportieren oder senden.",
  "old-excel": () =>
    "Das ist eine alte Mappe (.xls), die nur die Programme von bedarf lesen; als .xlsx ohne Kennwort oder als CSV speichern.",
  "not-a-table": ({ what }) => strangers[what],
  packed: ({ archive }) => `Das ist ein ${archive}-Archiv; zuerst entpacken.`,
  markup: () => "Das ist HTML oder XML, keine Tabelle; zuerst als XLSX oder CSV speichern.",
  json: () => "Das ist JSON, keine Tabelle; als CSV oder XLSX exportieren.",
  "xlsx-too-large": ({ megabytes }) =>
    `Die XLSX-Datei ist größer als ${megabytes} MB; die Liste als CSV exportieren.`,
  "xlsx-damaged": ({ why }) =>
    `Die XLSX-Datei ist beschädigt (${damage[why]}); in Excel öffnen, neu speichern und noch einmal versuchen.`,
  "xlsx-doctype": () => "Die XLSX-Datei enthält eine Dokumenttyp-Definition; das wird abgelehnt.",
  "xlsx-entries": ({ most }) => `Die XLSX-Datei enthält mehr als ${most} Teile, wie keine Tabelle.`,
  "xlsx-encrypted": () => "Die Mappe ist mit einem Kennwort geschützt; ohne Kennwort speichern.",
  xlsb: () =>
    "Das ist eine binäre Mappe (.xlsb), die nur die Programme von bedarf lesen; als .xlsx speichern.",
  "sheet-repeats": () =>
    "Das Blatt ist fast nur eine wiederholte Zeile oder Zelle; die Liste als CSV exportieren.",
  "parquet-unread": ({ why }) => parquet[why],
  "workbook-unread": ({ why }) => unread[why],
  "zip-no-workbook": () => "Das ist ein ZIP-Archiv ohne Mappe; zuerst entpacken.",
  "sheet-missing": ({ sheet, known }) => `Die Mappe hat kein Blatt „${sheet}“; sie hat: ${known}.`,
  "no-orders": ({ wanted }) =>
    wanted === "upload"
      ? "Es gibt noch keine Auftragszeilen: eine Datei der Art orders hochladen"
      : "Der Auftrag hat keine Datei, deren Name mit orders beginnt",
  "no-series": ({ line, why }) =>
    `Die Eingabe enthält keine Reihe${why === undefined ? "" : `: Zeile ${line}: ${said(lineFaults, why)}`}`,
  "no-items": () => "Die Eingabe enthält keinen Artikel, für den sich etwas vorschlagen lässt",
  "no-replay-items": () => "Kein Artikel hat Lieferzeit und Preis: beides ergänzen",
};

/** Why a line of NDJSON is no series. */
export const lineFaults: Sentences<LineFaults> = {
  "not-json": () => "die Zeile ist kein JSON-Objekt",
  "not-an-object": () => "die Zeile ist kein JSON-Objekt",
  "item-missing": () => "item muss ein Text sein",
  "bucket-unknown": ({ got, known }) => `bucket muss eines sein von ${known.join(", ")}, nicht ${got}`,
  "start-not-a-date": ({ got }) => `start muss ein Datum JJJJ-MM-TT sein, nicht ${got}`,
  "period-not-valid": ({ most, got }) => `period muss eine ganze Zahl von 1 bis ${most} sein, nicht ${got}`,
  "horizon-not-valid": ({ most, got }) => `horizon muss eine ganze Zahl von 0 bis ${most} sein, nicht ${got}`,
  "values-missing": () => "values muss eine Liste von Zahlen und null sein",
  "value-not-a-number": ({ at, got }) => `values[${at}] muss eine Zahl bis 1e12 oder null sein, nicht ${got}`,
  "events-not-a-list": () => "events muss eine Liste sein",
  "event-not-valid": ({ at, known }) =>
    `events[${at}] braucht from, to (Daten) und kind (${known.join(", ")}); factor ist eine Zahl ab 0`,
  "previous-not-valid": () => "previous braucht start (ein Datum) und mean (eine Liste von Zahlen)",
};
