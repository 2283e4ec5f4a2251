import { expect, test } from "vitest";
import { bytesSource } from "../../../src/ingest/source.ts";
import { openTable } from "../../../src/ingest/table/open-table.ts";
import { readText } from "./reading.ts";

test("a plain German export gives its headings, its rows as text and their physical lines", () => {
  const { table, rows } = readText(
    "Artikel;Datum;Menge\r\n0815;31.12.2025;1.234,50\r\n00012;01.01.2026;-5\r\n",
  );
  expect(table).toMatchObject({
    delimiter: ";",
    quote: '"',
    newline: "\r\n",
    encoding: "utf-8",
    headerRows: 1,
  });
  expect(table.header).toEqual(["Artikel", "Datum", "Menge"]);
  expect(rows).toEqual([
    { row: 2, cells: ["0815", "31.12.2025", "1.234,50"] },
    { row: 3, cells: ["00012", "01.01.2026", "-5"] },
  ]);
  expect(table.issues()).toEqual([]);
});

test("a file without any byte is an empty table, not an error", () => {
  const table = openTable(bytesSource("leer.csv", new Uint8Array()));
  expect(table.headerRows).toBe(0);
  expect([...table.records()]).toEqual([]);
  expect(table.issues()).toEqual([]);
});

test("records() may be called again and gives the same rows and issues", () => {
  const { table, rows } = readText("a;b\n1;2\n3\n");
  const issues = table.issues();
  expect([...table.records()]).toEqual(rows);
  expect(table.issues()).toEqual(issues);
});
