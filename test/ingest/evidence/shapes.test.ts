import { expect, test } from "vitest";
import { bytesSource, openTable } from "../../../src/ingest/index.ts";
import { textRow, workbook } from "../table/workbook.ts";
import { linesOf, readText } from "../typing/from-text.ts";

const rows = (...lines: string[]): string => `${lines.join("\n")}\n`;
/** Item, day and quantity of each line. */
const read = (text: string): string[] =>
  linesOf(readText(text)).map((line) => line.split(" ").slice(0, 3).join(" "));

const wanted = ["K-7 2025-03-05 4", "L-2 2025-03-17 30", "K-7 2025-03-28 9"];

test("lines that are quoted as a whole are read as they were meant", () => {
  const texts = [
    rows(
      '"SKU,Date,Name,Units"',
      '"K-7,2025-03-05,""Nut, M5"",4"',
      '"L-2,2025-03-17,Bolt,30"',
      '"K-7,2025-03-28,x,9"',
    ),
    rows('"Article;Date;Quantité"', '"K-7;05/03/2025;4"', '"L-2;17/03/2025;30"', '"K-7;28/03/2025;9"'),
    rows("SKU,Date,Units;;", '"K-7,2025-03-05,4";;', "L-2,2025-03-17,30;;", '"K-7,2025-03-28,9";;'),
  ];
  for (const text of texts) expect(read(text)).toEqual(wanted);
});

test("quoted cells of one column and texts with commas stay what they are", () => {
  const text = rows(
    '"SKU";"Date";"Units";"Note"',
    '"K-7";"2025-03-05";"4";"a, b"',
    '"L-2";"2025-03-17";"30";"c, d"',
  );
  expect(read(text)).toEqual(wanted.slice(0, 2));
});

test("a further heading in another order is followed", () => {
  const text = rows(
    "sku,date,units,price",
    "K-7,2025-03-05,4,10.00",
    "date,price,units,sku",
    "2025-03-17,20.00,30,L-2",
    "sku,date,units,price",
    "K-7,2025-03-28,9,10.00",
  );
  expect(read(text)).toEqual(wanted);
  const issues = readText(text).issues.filter(({ code }) => code.startsWith("header-"));
  expect(issues.map(({ code, severity, row }) => `${code} ${severity} ${row}`)).toEqual([
    "header-reordered info 3",
    "header-repeated info 5",
  ]);
});

test("a further heading of the same width with a column replaced is followed with a warning", () => {
  const text = rows(
    "sku;date;units;price",
    "K-7;2025-03-05;4;10.00",
    "sku;date;discount;units",
    "L-2;2025-03-17;5;30",
    "K-7;2025-03-28;5;9",
  );
  expect(read(text)).toEqual(wanted);
  expect(readText(text).issues.map(({ code }) => code)).toContain("header-reordered");
});

test.each([
  ["SKU,Date,Units", ["1,K-7,2025-03-05,4", "2,L-2,2025-03-17,30", "3,K-7,2025-03-28,9"]],
  ["Article;Date;Quantité", ["a;K-7;05/03/2025;4", "b;L-2;17/03/2025;30", "c;K-7;28/03/2025;9"]],
])("the names of rows have no heading: %s", (head, lines) => {
  expect(read(rows(head, ...lines))).toEqual(wanted);
});

test("of tables side by side the one with lines is read, equal ones all", () => {
  const different = rows(
    "Item;Name;;Order;Item;Date;Units",
    "K-7;Nut;;1;K-7;2025-03-05;4",
    "L-2;Bolt;;2;L-2;2025-03-17;30",
    ";;;3;K-7;2025-03-28;9",
  );
  expect(read(different)).toEqual(wanted);
  const equal = rows(
    "SKU,Date,Units,,SKU,Date,Units",
    "K-7,2025-03-05,4,,L-2,2025-03-17,30",
    "K-7,2025-03-28,9,,,,",
  );
  expect(read(equal)).toEqual(wanted);
  const close = rows(
    "SKU,Date,Units,SKU,Date,Units",
    "K-7,2025-03-05,4,L-2,2025-03-17,30",
    "K-7,2025-03-28,9,,,",
  );
  expect(read(close)).toEqual(wanted);
});

test("an empty column inside a table makes no two of it", () => {
  const text = rows(
    "SKU;Name;;Date;Units",
    "K-7;Nut;;2025-03-05;4",
    "L-2;Bolt;;2025-03-17;30",
    "K-7;Nut;;2025-03-28;9",
  );
  expect(read(text)).toEqual(wanted);
});

test.each([
  ["months first", ["1/1/2025", "2/1/2025", "3/1/2025", "4/1/2025"], ["2025-01", "2025-04"]],
  ["days first", ["01/01/2025", "01/02/2025", "01/03/2025", "01/04/2025"], ["2025-01", "2025-04"]],
  ["weeks in American order", ["3/3/25", "3/10/25", "3/17/25", "3/24/25"], ["2025-03-09", "2025-03-30"]],
  ["weeks in British order", ["03/03/25", "10/03/25", "17/03/25", "24/03/25"], ["2025-03-09", "2025-03-30"]],
  ["years first", ["2025/01/01", "2025/02/01", "2025/03/01", "2025/04/01"], ["2025-01", "2025-04"]],
])("headings of a wide list are dates with slashes: %s", (_, periods, [first = "", last = ""]) => {
  const text = rows(["SKU", ...periods].join(","), "K-7,1,2,3,4");
  const lines = linesOf(readText(text));
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain(`K-7 ${first}`);
  expect(lines[3]).toContain(`K-7 ${last}`);
});

test("years stand above months, and what a pivot table writes above its headings counts not", () => {
  const years = rows(
    "Item;2024;;;2025;;",
    ";Oct;Nov;Dec;Jan;Feb;Mar",
    "K-7;1;2;3;4;5;6",
    "L-2;7;8;9;10;11;12",
  );
  expect(read(years).slice(0, 4)).toEqual([
    "K-7 2024-10-31 1",
    "K-7 2024-11-30 2",
    "K-7 2024-12-31 3",
    "K-7 2025-01-31 4",
  ]);
  const pivot = rows(
    "Sum of Units;Column Labels;;;",
    "SKU;Jan 25;Feb 25;Mar 25;Grand Total",
    "K-7;1;2;3;6",
    "L-2;4;5;6;15",
    "Grand Total;5;7;9;21",
  );
  expect(read(pivot)).toEqual([
    "K-7 2025-01-31 1",
    "K-7 2025-02-28 2",
    "K-7 2025-03-31 3",
    "L-2 2025-01-31 4",
    "L-2 2025-02-28 5",
    "L-2 2025-03-31 6",
  ]);
});

test("number formats that are part of an identifier are kept, units behind a number are not", () => {
  const styles = ["00-00-00", '"TX-"00000', '0" pcs"', "000\\.000", "#,##0.00"];
  const numbers = [815, 42, 5, 4711, 1234.5]
    .map((value, k) => `<c r="${"ABCDE"[k]}2" s="${k + 1}"><v>${value}</v></c>`)
    .join("");
  const rows = `${textRow(1, ["A", "B", "C", "D", "E"])}<row r="2">${numbers}</row>`;
  const bytes = workbook({ sheets: [{ name: "ids", rows }], formats: styles });
  const [first] = [...openTable(bytesSource("ids.xlsx", bytes)).records()];
  expect(first?.cells).toEqual(["00-08-15", "TX-00042", "5", "004.711", "1234.5"]);
});
