import { expect, test } from "vitest";
import { readOrders } from "../../../src/ingest/orders/orders.ts";
import { sheetByAnswer, sheetQuestion } from "../../../src/ingest/sheet-question.ts";
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

test("a sheet a year whose months stand in the headings is one history, a second copy of a year is not", () => {
  const year = (name: string, of: string) => ({
    name,
    rows: textRow(1, ["Artikel", `Jan ${of}`, `Feb ${of}`, `Mrz ${of}`]) + textRow(2, ["K-7", "4", "5", "6"]),
  });
  expect(read([year("Verbrauch 25", "25"), year("Verbrauch 26", "26")]).lines.length).toBe(6);
  expect(read([year("Stück", "25"), year("Wert", "26"), year("Menge", "26")]).lines.length).toBe(6);
  const other = {
    name: "Lager",
    rows: textRow(1, ["Artikel", "Lieferant", "Jan 26", "Feb 26"]) + textRow(2, ["K-7", "L1", "9", "8"]),
  };
  expect(read([year("Verbrauch 25", "25"), other]).lines.length).toBe(3);
});

test("a plan of the same shape is no history", () => {
  expect(read([may, { ...june, name: "Budget Juni" }]).lines.length).toBe(2);
});

test("a cover before the table is left aside", () => {
  const cover = { name: "Deckblatt", rows: textRow(1, ["Bericht"]) + textRow(2, ["Erstellt von", "K. M."]) };
  expect(read([cover, may]).lines.length).toBe(2);
});

/** What is read of a workbook when a sheet of it is asked for. */
const asked = (name: string, sheets: { name: string; rows: string; state?: string }[]) =>
  readOrders([{ ...bytesSource("book.xlsx", workbook({ sheets })), sheet: () => name }]);
const items = (found: ReturnType<typeof asked>) =>
  linesOf(found).map((line) => line.split(" ").slice(0, 3).join(" "));

test("a sheet by its name, a hidden one too, capitals and blanks aside", () => {
  expect(items(asked("Juni", [may, june]))).toEqual(["K-7 2025-06-05 6"]);
  expect(items(asked(" juni ", [may, { ...june, state: "hidden" }]))).toEqual(["K-7 2025-06-05 6"]);
});

test("all sheets with order lines, whatever the order of their columns, each column under its heading", () => {
  const other = {
    name: "Budget",
    rows:
      textRow(1, ["Datum", "Lieferant", "Menge", "Artikel"]) + textRow(2, ["01.07.2025", "L1", "8", "K-9"]),
  };
  const notes = { name: "Notizen", rows: textRow(1, ["Wer", "Was"]) + textRow(2, ["K.", "prüfen"]) };
  const found = asked("all", [may, notes, other, june]);
  expect(items(found)).toEqual([
    "K-7 2025-05-05 4",
    "K-8 2025-05-06 50",
    "K-9 2025-07-01 8",
    "K-7 2025-06-05 6",
  ]);
  expect(found.lines.suppliers.values).toEqual(["L1"]);
  expect(found.issues.find(({ code }) => code === "other-sheets")?.text).toBe("Notizen");
});

test("an unknown sheet is one line that lists those that there are; an answer names one as well", () => {
  expect(() => asked("Juli", [may, june])).toThrow('no sheet "Juli"; it has: Mai, Juni');
  const id = sheetQuestion(["Mai", "Juni"]);
  expect(sheetByAnswer({ [id]: "Mai" })(["Mai", "Juni"])).toBe("Mai");
  expect(sheetByAnswer({ [id]: "Mai" })(["Mai", "Juli"])).toBeUndefined();
});

test("a cover of two columns is left aside, a copy of a sheet is not read twice, lines are known by their rows", () => {
  const of = (name: string, ...rows: string[][]) => ({
    name,
    rows: textRow(1, ["Code pièce", "Sorti le", "Nb"]) + rows.map((row, k) => textRow(k + 2, row)).join(""),
  });
  const cover = {
    name: "Garde",
    rows: textRow(1, ["Établi par", "Service"]) + textRow(2, ["Le", "02.04.2025"]),
  };
  const rows = [
    ["K-7", "05.05.2025", "4"],
    ["K-8", "06.05.2025", "50"],
    ["K-7", "07.05.2025", "6"],
  ];
  const later = of("Juin", ["K-7", "05.06.2025", "6"], ["K-9", "06.06.2025", "7"]);
  const found = read([cover, of("Mai", ...rows), of("Mai (2)", ...rows), later]);
  expect(linesOf(found).map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
    "K-7 2025-05-05 4",
    "K-8 2025-05-06 50",
    "K-7 2025-05-07 6",
    "K-7 2025-06-05 6",
    "K-9 2025-06-06 7",
  ]);
});
