import { gzipSync } from "fflate";
import { type Dialect, type HistoryRow, periodStart, sums, weekName } from "./dialects/history-row.ts";
import { sapList } from "./dialects/sap-list.ts";
import {
  americanDates,
  compactDates,
  germanDates,
  grouped,
  isoDates,
  plainComma,
  plainPoint,
  type WriteDate,
  type WriteNumber,
} from "./dialects/styles.ts";
import { delimited, germanHeadings, historyCells, type TextStyle } from "./dialects/text-table.ts";
import { type Cell, workbook } from "./dialects/workbook.ts";
import { cp1252, utf8, utf16 } from "./encode.ts";

export type { Dialect, DialectOptions, HistoryRow } from "./dialects/history-row.ts";

/** A delimited text, one record a line of the history. */
const text =
  (
    encode: (text: string) => Uint8Array,
    style: TextStyle,
    language: "de" | "en",
    number: WriteNumber,
    date: WriteDate,
    before = "",
  ): Dialect =>
  (rows) =>
    encode(before + delimited(historyCells(rows, language, number, date), style));

const bom = (of: string) => utf8(`\uFEFF${of}`);
const german = grouped(".", ",");
const semicolon = { delimiter: ";" };

/** Title lines before the heading, a total behind the last record. */
const titled: Dialect = (rows) => {
  const total = rows.reduce((sum, { quantity }) => sum + Math.round(quantity * 100), 0) / 100;
  const cells = historyCells(rows, "de", german, germanDates);
  return cp1252(
    delimited(
      [
        ["Musterwerk Maschinenbau GmbH", "", "", "", "", "", "", ""],
        ["Lagerbewegungen für den Einkauf", "", "", "", "", "", "", ""],
        ["", "", "", "", "", "", "", ""],
        ...cells,
        ["Summe", "", "", "", "", german(total, 2), "", ""],
      ],
      semicolon,
    ),
  );
};

/** One record an item and period, the period as text. */
const byPeriod =
  (bucket: "month" | "week", heading: string, name: (start: string) => string): Dialect =>
  (rows) => {
    const records = [...sums(rows, bucket)].flatMap(([item, periods]) =>
      [...periods]
        .sort(([a], [b]) => a - b)
        .map(([period, sum]) => [item, name(periodStart(period, bucket)), german(sum, 2)]),
    );
    return cp1252(delimited([["Artikelnummer", heading, "Menge"], ...records], semicolon));
  };

/** One record an item, one column a month from the first to the last; a month without lines is 0. */
const wideMonths: Dialect = (rows) => {
  const all = sums(rows, "month");
  const periods = [...all.values()].flatMap((own) => [...own.keys()]);
  const [first, last] = [periods.reduce((a, b) => Math.min(a, b)), periods.reduce((a, b) => Math.max(a, b))];
  const months = Array.from({ length: last - first + 1 }, (_, k) => first + k);
  const heads = months.map((month) => germanDates(periodStart(month, "month")).slice(3));
  const records = [...all].map(([item, own]) => [
    item,
    ...months.map((month) => german(own.get(month) ?? 0, 2)),
  ]);
  return cp1252(delimited([["Artikelnummer", ...heads], ...records], semicolon));
};

const sheetCells = (rows: readonly HistoryRow[]): Cell[][] => [
  germanHeadings,
  ...rows.map((row): Cell[] => [
    row.order,
    row.line,
    { date: row.date },
    row.quantity < 0 ? "Rückgabe" : "Verbrauch",
    row.item,
    row.quantity,
    row.unit,
    row.price,
  ]),
];

const plainCsv = text(utf8, { delimiter: "," }, "en", plainPoint, isoDates);

/** The same history through many doors: every writer keeps the truth, only the form differs. */
export const dialects: Readonly<Record<string, Dialect>> = {
  "plain-csv": plainCsv,
  "german-excel": text(cp1252, semicolon, "de", german, germanDates),
  "utf8-bom": text(bom, semicolon, "de", plainComma, germanDates),
  "utf8-lf": text(utf8, { delimiter: ";", lineEnd: "\n" }, "de", german, isoDates),
  "unicode-text": text((of) => utf16(of, "le"), { delimiter: "\t" }, "de", german, germanDates),
  "utf16-be": text((of) => utf16(of, "be"), semicolon, "de", plainComma, germanDates),
  "tab-separated": text(cp1252, { delimiter: "\t" }, "de", german, compactDates),
  pipes: text(utf8, { delimiter: "|" }, "en", plainPoint, isoDates),
  american: text(utf8, { delimiter: "," }, "en", grouped(",", "."), americanDates),
  swiss: text(cp1252, semicolon, "de", grouped("'", "."), germanDates),
  "narrow-blanks": text(utf8, semicolon, "de", grouped("\u202F", ","), germanDates),
  "cr-only": text(bom, { delimiter: ";", lineEnd: "\r" }, "de", german, germanDates),
  "sep-line": text(cp1252, semicolon, "de", german, germanDates, "sep=;\r\n"),
  "all-quoted": text(
    cp1252,
    { delimiter: ";", quoteAll: true, trailing: true },
    "de",
    plainComma,
    germanDates,
  ),
  titled,
  "sap-list": sapList,
  gzip: (rows, options) => gzipSync(plainCsv(rows, options), { mtime: 0 }),
  xlsx: (rows) => workbook(sheetCells(rows)),
  "xlsx-1904": (rows) => workbook(sheetCells(rows), true),
  "month-numbers": byPeriod("month", "Monat", (start) => start.slice(0, 7).replace("-", "")),
  "month-names": byPeriod("month", "Monat", (start) => germanDates(start).slice(3)),
  "calendar-weeks": byPeriod("week", "Kalenderwoche", weekName),
  "wide-months": wideMonths,
};

export type Grain = "line" | "month" | "week";

/** What a dialect keeps: every line, or sums of months or weeks (then without documents, kinds and prices). */
export const grainOf = (name: string): Grain =>
  name === "calendar-weeks" ? "week" : /month/.test(name) ? "month" : "line";

/** Ending of a file in this dialect. */
export const endingOf = (name: string): string =>
  name.startsWith("xlsx") ? "xlsx" : name === "gzip" ? "csv.gz" : /list|text|tab/.test(name) ? "txt" : "csv";
