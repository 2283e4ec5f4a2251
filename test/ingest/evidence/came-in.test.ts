import { expect, test } from "vitest";
import { readOrders } from "../../../src/ingest/orders/orders.ts";
import { bytesSource } from "../../../src/ingest/source.ts";

const ledger = (...rows: readonly string[]) =>
  readOrders([bytesSource("ledger.csv", new TextEncoder().encode(rows.join("\n")))]);

test("a row of a ledger that says what came in lacks no quantity, one that says nothing does", () => {
  const { lines, issues } = ledger(
    "Artikelnummer;Datum;Zugang;Abgang;Bestand",
    "A-1;03.01.2025;;12;88",
    "A-1;14.01.2025;100;;188",
    "A-1;25.02.2025;;20;168",
    "A-2;26.02.2025;;5;95",
    "A-2;27.02.2025;;;95",
  );
  expect([...lines.quantity.subarray(0, lines.length)]).toEqual([12, 20, 5]);
  expect(issues.filter(({ code }) => code === "quantity-missing").map(({ row }) => row)).toEqual([6]);
});

test("where both columns are filled in the same rows nothing is left out", () => {
  const { lines } = ledger(
    "Item,Date,Qty In,Qty Out",
    "A,2025-01-03,5,4",
    "A,2025-01-14,6,6",
    "B,2025-02-25,7,",
  );
  expect([...lines.quantity.subarray(0, lines.length)]).toEqual([4, 6]);
});
