import { expect, test } from "vitest";
import { unusedColumns } from "../../../src/column-use.ts";
import { inspect } from "../../../src/ingest/inspect.ts";
import { readItems } from "../../../src/ingest/master/items.ts";
import { readOrders } from "../../../src/ingest/orders/orders.ts";
import { bytesSource } from "../../../src/ingest/source.ts";

const file = (text: string) => bytesSource("a.csv", new TextEncoder().encode(text));
const usesOf = (text: string) =>
  (readOrders([file(text)]).inputs[0]?.columns ?? []).map(({ column, use, field }) => [column, use, field]);

test("every column of order lines is in the list, with its field or without one", () => {
  const text = "Artikel;Datum;Menge;Bemerkung;Leer\nA;01.02.2025;3;gut;\nB;02.02.2025;4;schlecht;\n";
  const uses = [
    ["Artikel", "field", "item"],
    ["Datum", "field", "date"],
    ["Menge", "field", "quantity"],
    ["Bemerkung", "unused", null],
    ["Leer", "empty", null],
  ];
  expect(usesOf(text)).toEqual(uses);
  expect(inspect(file(text)).columns.map(({ header, use, field }) => [header, use, field])).toEqual(uses);
  expect(unusedColumns(readOrders([file(text)]).inputs[0]?.columns ?? [])).toEqual(["Bemerkung"]);
});

test("periods, their sums and the parts of a date say what they are", () => {
  const wide = `Artikel;Farbton;01.2025;02.2025;03.2025;Q1 2025\n${["A", "B", "C"].map((id, k) => `${id};x;${k + 1};2;3;${k + 6}`).join("\n")}\n`;
  expect(usesOf(wide).map(([, use]) => use)).toEqual([
    "field",
    "unused",
    "period",
    "period",
    "period",
    "total",
  ]);
  const parts = "Artikel;Jahr;Monat;Menge\nA;2025;1;3\nA;2025;2;4\nB;2025;3;4\n";
  expect(usesOf(parts).map(([, use, field]) => `${use} ${field}`)).toEqual([
    "field item",
    "part date",
    "part date",
    "field quantity",
  ]);
});

test("master data list their columns too", () => {
  const read = readItems(file("Artikel;Bestand;Lagerfarbe\nA;5;rot\nB;6;blau\n"));
  expect(unusedColumns(read.inputs[0]?.columns ?? [])).toEqual(["Lagerfarbe"]);
});
