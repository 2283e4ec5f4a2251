import { expect, test } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { plainDecimal, serialDate } from "../../../src/ingest/table/xlsx/serial.ts";
import { formatStyle } from "../../../src/ingest/table/xlsx/styles.ts";
import { cellsOf, codesOf, readBytes } from "./reading.ts";
import { textRow, workbook, workbookParts, zipped } from "./workbook.ts";

const heading = textRow(1, ["Artikel", "Datum", "Menge"]);

test("shared strings, inline strings, numbers and dates come out as text with their kind", () => {
  const read = readBytes(
    workbook({
      strings: ["0815", '<r><t>A</t></r><r><t xml:space="preserve"> 1</t></r><rPh><t>ey</t></rPh>'],
      formats: [14, "dd.mm.yyyy hh:mm"],
      sheets: [
        {
          name: "Bestellungen",
          rows: `${heading}<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>45000</v></c><c r="C2"><v>1234.5</v></c></row>
<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="2"><v>45000.5</v></c><c r="C3"><v>1E-7</v></c></row>`,
        },
      ],
    }),
  );
  expect(read.table.header).toEqual(["Artikel", "Datum", "Menge"]);
  expect(read.table.sheet).toBe("Bestellungen");
  expect(read.rows.map(({ row, cells, types }) => ({ row, cells, types: [...(types ?? [])] }))).toEqual([
    { row: 2, cells: ["0815", "2023-03-15", "1234.5"], types: [0, 2, 1] },
    { row: 3, cells: ["A 1", "2023-03-15T12:00:00", "0.0000001"], types: [0, 2, 1] },
  ]);
});
test.each([
  [45000, false, "2023-03-15"],
  [43538, true, "2023-03-15"],
  [45000.999988, false, "2023-03-15T23:59:59"],
  [45000.9999999, false, "2023-03-15T23:59:59"],
  [61, false, "1900-03-01"],
  [59, false, "1900-02-28"],
  [1, false, "1900-01-01"],
  [60, false, undefined],
  [36526, false, "2000-01-01"],
  [2958465, false, "9999-12-31"],
  [2958466, false, undefined],
])("serial %d (1904: %s) is %s", (serial, in1904, date) => {
  expect(serialDate(serial, in1904)).toBe(date);
});

test("every day of two centuries follows the one before", () => {
  const day = (serial: number) =>
    new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
  const wrong: number[] = [];
  for (let serial = 61; serial < 73_050; serial += 3)
    if (serialDate(serial, false) !== day(serial)) wrong.push(serial);
  expect(wrong).toEqual([]);
});

test.each([
  ["dd.mm.yyyy;@", true, false],
  ["[$-407]d. mmmm yyyy", true, false],
  ["yyyy-mm-dd hh:mm", true, true],
  ['#,##0.00 "dm"', false, false],
  ["[Red]-#,##0.00", false, false],
  ["[h]:mm", false, false],
  ["General", false, false],
  ["mmm", true, false],
  ["h:mm", false, true],
])("the format %s shows a date: %s, a time: %s", (format, date, time) => {
  expect(formatStyle(format)).toMatchObject({ date, time });
});

test("a workbook that counts from 1904 gives the same day", () => {
  const rows = `${heading}<row r="2"><c r="A2" t="str"><v>A1</v></c><c r="B2" s="1"><v>43538</v></c><c r="C2"><v>1</v></c></row>`;
  const read = readBytes(workbook({ date1904: true, formats: ["dd/mm/yy"], sheets: [{ name: "S", rows }] }));
  expect(cellsOf(read)).toEqual([["A1", "2023-03-15", "1"]]);
});

test("T1: numbers shown with leading zeros keep them, and long numbers are flagged", () => {
  const rows = `${heading}<row r="2"><c r="A2" s="1"><v>815</v></c><c r="B2" s="2"><v>45000</v></c><c r="C2"><v>1.23456789012346E+18</v></c></row>`;
  const read = readBytes(workbook({ formats: ["00000", 14], sheets: [{ name: "S", rows }] }));
  expect(cellsOf(read)).toEqual([["00815", "2023-03-15", "1234567890123460000"]]);
  expect(codesOf(read)).toEqual(["digits-lost@2"]);
});

test("formulas give their cached values, error cells stay text and are reported", () => {
  const rows = `${heading}<row r="2"><c r="A2" t="str"><f>A1</f><v>X1</v></c><c r="B2" t="e"><f>1/0</f><v>#N/A</v></c><c r="C2"><f>1+1</f><v>2</v></c></row>
<row r="3"><c r="A3" t="str"><v>X2</v></c><c r="B3" t="b"><v>1</v></c><c r="C3"><f>2+2</f></c></row>`;
  const read = readBytes(workbook({ sheets: [{ name: "S", rows }] }));
  expect(cellsOf(read)).toEqual([
    ["X1", "#N/A", "2"],
    ["X2", "TRUE", ""],
  ]);
  expect(codesOf(read)).toEqual(["error-cell@2", "formula-without-value@3"]);
});

test("the first visible sheet with cells is read, the others are named", () => {
  const rows = heading + textRow(2, ["A1", "01.02.2024", "5"]);
  const read = readBytes(
    workbook({
      sheets: [
        { name: "Versteckt", rows, state: "hidden" },
        { name: "Leer", rows: "" },
        { name: "Daten", rows },
        { name: "Notizen", rows: textRow(1, ["x"]) },
      ],
    }),
  );
  expect(read.table.sheet).toBe("Daten");
  expect(read.table.issues()).toMatchObject([{ code: "other-sheets", text: "Versteckt, Leer, Notizen" }]);
  expect(cellsOf(read)).toEqual([["A1", "01.02.2024", "5"]]);
});

test("merged title rows are preamble, hidden rows count, rows without numbers follow on", () => {
  const rows = `${textRow(1, ["Bestellhistorie 2024"])}<row r="3">${heading.slice(heading.indexOf(">") + 1).replaceAll('1"', '3"')}
<row hidden="1"><c t="inlineStr"><is><t>A1</t></is></c><c t="inlineStr"><is><t>01.02.2024</t></is></c><c><v>5</v></c></row>${textRow(7, ["A2", "02.02.2024", "7"])}`;
  const read = readBytes(
    workbook({ sheets: [{ name: "S", rows, after: '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>' }] }),
  );
  expect(read.table).toMatchObject({
    preambleLines: 2,
    preamble: ["Bestellhistorie 2024"],
    headerRows: 1,
    headerRow: 3,
  });
  expect(read.rows.map(({ row, cells }) => [row, ...cells])).toEqual([
    [4, "A1", "01.02.2024", "5"],
    [7, "A2", "02.02.2024", "7"],
  ]);
  expect(codesOf(read)).toContain("hidden-rows@4");
});

test("a workbook without any cell is an empty table", () => {
  const read = readBytes(workbook({ sheets: [{ name: "S", rows: "" }] }));
  expect(read.rows).toEqual([]);
  expect(read.table.headerRows).toBe(0);
});

const codeOf = (bytes: Uint8Array): string => {
  try {
    readBytes(bytes);
  } catch (error) {
    return error instanceof InputError ? error.code : `not an InputError: ${error}`;
  }
  return "read";
};

const good = { sheets: [{ name: "S", rows: heading + textRow(2, ["A1", "01.02.2024", "5"]) }] };

test("hostile and damaged workbooks are refused with a code, never with another error", () => {
  const bytes = workbook(good);
  const parts = workbookParts(good);
  const doctype = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>';
  expect(codeOf(zipped({ ...parts, "xl/worksheets/sheet1.xml": doctype }))).toBe("xlsx-doctype");
  expect(codeOf(zipped({ ...parts, "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row" }))).toBe(
    "xlsx-damaged",
  );
  expect(codeOf(zipped({ "a.csv": "a;b\n1;2\n" }))).toBe("zip-no-workbook");
  expect(codeOf(bytes.slice(0, bytes.length - 40))).toBe("xlsx-damaged");
  expect(codeOf(bytes.slice(0, 60))).toBe("xlsx-damaged");
  const deep = `<worksheet>${"<a>".repeat(100)}${"</a>".repeat(100)}</worksheet>`;
  expect(codeOf(zipped({ ...parts, "xl/worksheets/sheet1.xml": deep }))).toBe("xlsx-damaged");
  const far = '<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>';
  expect(codeOf(zipped({ ...parts, "xl/worksheets/sheet1.xml": far }))).toBe("too-many-columns");
});

test("1,001 parts, overlapping entries and sizes that lie are refused before unpacking", () => {
  const many = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`p${i}`, ""]));
  expect(codeOf(zipped(many))).toBe("xlsx-entries");
  const bomb = zipped({ ...workbookParts(good), "xl/worksheets/sheet1.xml": " ".repeat(3_000_000) });
  expect(codeOf(bomb)).toBe("inflate-ratio");
  // the declared size of the bomb set to a small number in directory and header
  const lying = bomb.slice();
  const view = new DataView(lying.buffer);
  for (let at = 0; at + 4 < lying.length; at++) {
    if (view.getUint32(at, true) === 3_000_000) view.setUint32(at, 1000, true);
  }
  expect(codeOf(lying)).toBe("xlsx-damaged");
  // the second entry of the directory pointed at the first one's bytes
  const overlapping = workbook(good).slice();
  const bytes = new DataView(overlapping.buffer);
  const directory = bytes.getUint32(overlapping.length - 6, true);
  const next = directory + 46 + bytes.getUint16(directory + 28, true) + bytes.getUint16(directory + 30, true);
  bytes.setUint32(next + 42, bytes.getUint32(directory + 42, true), true);
  expect(codeOf(overlapping)).toBe("xlsx-damaged");
  const encrypted = workbook(good).slice();
  new DataView(encrypted.buffer).setUint16(directory + 8, 1, true);
  expect(codeOf(encrypted)).toBe("xlsx-encrypted");
});

test("a sheet that packs a thousand to one is refused at once", () => {
  const bomb = zipped({ ...workbookParts(good), "xl/worksheets/sheet1.xml": "<a/>".repeat(1_000_000) });
  const began = performance.now();
  expect(codeOf(bomb)).toBe("inflate-ratio");
  expect(performance.now() - began).toBeLessThan(500);
});

test.each([
  [0.1 + 0.2, "0.30000000000000004"],
  [1e21, "1000000000000000000000"],
  [-1.5e-9, "-0.0000000015"],
  [1e-7, "0.0000001"],
  [42, "42"],
])("%d without exponent is %s", (value, text) => {
  expect(plainDecimal(value)).toBe(text);
});
