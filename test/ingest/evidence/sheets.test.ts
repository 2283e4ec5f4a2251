import { expect, test } from "vitest";
import { readOrders } from "../../../src/ingest/orders/orders.ts";
import { bytesSource } from "../../../src/ingest/source.ts";
import { textRow, workbook } from "../table/workbook.ts";
import { codes, linesOf } from "../typing/from-text.ts";

const heading = textRow(1, ["Artikel", "Datum", "Menge"]);
const sheet = (name: string, ...rows: string[][]) => ({
  name,
  rows: heading + rows.map((row, k) => textRow(k + 2, row)).join(""),
});
const read = (sheets: { name: string; rows: string }[]) =>
  readOrders([bytesSource("book.xlsx", workbook({ sheets }))]);
const may = sheet("Mai", ["K-7", "05.05.2025", "4"], ["K-8", "06.05.2025", "50"]);
const june = sheet("Juni", ["K-7", "05.06.2025", "6"]);

test("sheets of one shape are one history, and that is said", () => {
  const found = read([may, june]);
  expect(linesOf(found).map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
    "K-7 2025-05-05 4",
    "K-8 2025-05-06 50",
    "K-7 2025-06-05 6",
  ]);
  expect(codes(found)).toContain("sheets-together");
});

test("a plan of the same shape is no history", () => {
  expect(read([may, { ...june, name: "Budget Juni" }]).lines.length).toBe(2);
});

test("a cover before the table is left aside", () => {
  const cover = { name: "Deckblatt", rows: textRow(1, ["Bericht"]) + textRow(2, ["Erstellt von", "K. M."]) };
  expect(read([cover, may]).lines.length).toBe(2);
});
