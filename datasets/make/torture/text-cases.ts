import { germanDates, grouped, type WriteDate, type WriteNumber } from "../dialects/styles.ts";
import { delimited } from "../dialects/text-table.ts";
import { dialects, type HistoryRow } from "../dialects.ts";
import { cp1252, utf8, utf16 } from "../encode.ts";
import { baseRows, type ExpectedIssue, linesOf, type TortureCase } from "./torture-case.ts";

export const german = grouped(".", ",");
export const headings = [
  "Belegnr.",
  "Pos.",
  "Buchungsdatum",
  "Artikelnummer",
  "Bezeichnung",
  "Menge",
  "ME",
  "Einzelpreis",
];
const names: Readonly<Record<string, string>> = {
  "0004711": "Führungswagen Größe 20",
  "0012003": "Schütz 24 V, 4 kW",
  "0098005": "O-Ring Ø 25x3",
};

interface Form {
  readonly number?: WriteNumber;
  readonly date?: WriteDate;
}

/** Records of rows under {@link headings}. */
export const recordsOf = (
  rows: readonly HistoryRow[],
  { number = german, date = germanDates }: Form = {},
): string[][] =>
  rows.map((row) => [
    row.order,
    row.line,
    date(row.date),
    row.item,
    names[row.item] ?? "",
    number(row.quantity, 2),
    row.unit,
    number(row.price, 2),
  ]);

const table = (records: readonly (readonly string[])[], head = headings) =>
  delimited([head, ...records], { delimiter: ";" });

/** Records with single cells replaced; rows are counted as lines of the file under one heading line. */
export function replaced(
  records: readonly string[][],
  cells: readonly (readonly [row: number, column: string, text: string])[],
): string[][] {
  const copy = records.map((record) => [...record]);
  for (const [row, column, text] of cells) copy[row - 2][headings.indexOf(column)] = text;
  return copy;
}

const simple = (
  file: string,
  trap: string,
  bytes: Uint8Array,
  rows = baseRows(),
  issues: ExpectedIssue[] = [],
): TortureCase => ({
  file,
  trap,
  bytes,
  lines: linesOf(rows),
  issues,
});

function mixedEncodings(rows: readonly HistoryRow[]): TortureCase {
  const records = recordsOf(rows).map((record) => `${record.join(";")}\r\n`);
  const parts = [
    utf8(`${headings.join(";")}\r\n`),
    ...records.map((record, k) => (k === 4 || k === 9 ? cp1252(record) : utf8(record))),
  ];
  const issues = [6, 11].map((row) => ({
    row,
    column: "Bezeichnung",
    text: "bytes that are no UTF-8, read as Windows-1252",
  }));
  return simple(
    "19-mixed-encodings.csv",
    "most lines UTF-8, two lines Windows-1252",
    Buffer.concat(parts),
    [...rows],
    issues,
  );
}

/** Encodings, line ends, titles and totals: traps 1 to 4, 10, 11, 16, 18 to 20, 24, 29, 31, 34. */
export function textCases(): TortureCase[] {
  const rows = baseRows();
  const records = recordsOf(rows);
  const plain = table(records);
  const width = headings.length;
  const padded = (text: string) => [text, ...new Array<string>(width - 1).fill("")];
  const total = rows.reduce((sum, { quantity }) => sum + quantity, 0);
  const footer = ["Summe", "", "", "", "", german(total, 2), "", ""];
  const soft = headings.map((heading) =>
    heading.replace("Artikelnummer", "Artikel\u00ADnummer").replace("Buchungsdatum", "Buchungs\u00ADdatum"),
  );
  const twice = [...headings.slice(0, 5), "Bezeichnung", ...headings.slice(5)];
  const twiceRecords = records.map((cells) => [...cells.slice(0, 5), "2. Zeile", ...cells.slice(5)]);
  const hidden = [...headings, "__proto__"];
  return [
    simple(
      "01-german-cp1252.csv",
      "semicolon, decimal comma, dd.mm.yyyy, umlauts in Windows-1252",
      cp1252(plain),
    ),
    simple("02-utf8-bom.csv", "byte order mark before the first heading", utf8(`\uFEFF${plain}`)),
    simple(
      "03-unicode-text.txt",
      "UTF-16LE with tabs, Excel's Unicode text",
      utf16(plain.replaceAll(";", "\t"), "le"),
    ),
    simple("04-sep-line.csv", "first line sep=; is no data", cp1252(`sep=;\r\n${plain}`)),
    simple(
      "10-total-line.csv",
      "a total line is not demand",
      cp1252(plain + delimited([footer], { delimiter: ";" })),
      rows,
      [{ row: 26, text: "total line left out" }],
    ),
    simple(
      "11-title-rows.csv",
      "merged title cells before the heading",
      cp1252(
        delimited([padded("Musterwerk Maschinenbau GmbH"), padded("Verbräuche 2025"), padded("")], {
          delimiter: ";",
        }) + plain,
      ),
      rows,
      [
        { row: 1, text: "title line left out" },
        { row: 2, text: "title line left out" },
      ],
    ),
    simple(
      "16-duplicate-headings.csv",
      "the same heading twice, no column lost",
      cp1252(table(twiceRecords, twice)),
      rows,
      [{ row: 1, column: "Bezeichnung", text: "heading given twice" }],
    ),
    simple("18-soft-hyphen.csv", "soft hyphens inside headings", cp1252(table(records, soft))),
    mixedEncodings(rows),
    simple("20-cr-only.csv", "records end with CR alone", utf8(plain.replaceAll("\r\n", "\r"))),
    simple(
      "24-all-quoted-trailing.csv",
      "every cell quoted and a delimiter at the end: a phantom column",
      cp1252(delimited([headings, ...records], { delimiter: ";", quoteAll: true, trailing: true })),
    ),
    simple(
      "29-tab-text.xls",
      "tab-separated text under the name of a workbook",
      cp1252(plain.replaceAll(";", "\t")),
    ),
    simple(
      "31-no-heading.csv",
      "no heading line: the first record is data",
      cp1252(delimited(records, { delimiter: ";" })),
      rows,
      [{ text: "the file has no heading line; columns were recognised by content or must be named" }],
    ),
    simple(
      "34-proto-heading.csv",
      "a heading named __proto__ is an ordinary column",
      cp1252(
        table(
          records.map((cells) => [...cells, "x"]),
          hidden,
        ),
      ),
    ),
  ];
}

/** Lists of SAP: trap 21. */
export function sapListCase(): TortureCase {
  const rows = baseRows();
  return {
    ...simple(
      "21-sap-list.txt",
      "pipes, rules, a heading on every page, trailing minus on issues",
      dialects["sap-list"](rows, { pageLines: 10 }),
      rows,
      [{ text: "page headings, rules and the total line left out" }],
    ),
    lines: linesOf(rows).map((line) => ({ ...line, kind: line.quantity < 0 ? "return" : "issue" })),
  };
}
