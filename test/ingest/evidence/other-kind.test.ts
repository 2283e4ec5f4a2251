import { expect, test } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { linesOf, readText } from "../typing/from-text.ts";

/** The fault that a text is refused with, as an order history. */
const refused = (text: string): unknown => {
  try {
    readText(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.fault;
  }
};

test("a stock list given as a history is refused by its kind, not asked for dates it does not hold", () => {
  for (const text of [
    "SKU,Name,Warehouse,On hand,Reserved,Available,Reorder level\nS-1,Pipe,Main,140,10,130,50\nS-2,Ring,Main,60,0,60,20",
    "Artikelnummer;Bezeichnung;Bestand;Mindestbestand;Stichtag\nS-1;Rohr;140;50;28.02.2025\nS-2;Ring;60;20;28.02.2025",
    "Artikel;Bezeichnung;Lagerort;Bestand;Stand vom\nS-1;Rohr;10;50;28.02.2025\nS-2;Ring;10;70;28.02.2025",
  ])
    expect(refused(text)).toMatchObject({ code: "not-a-history", kind: "items" });
});

test("open orders are refused as a history unless lines are done or the date is named", () => {
  const list = (open: readonly number[]): string =>
    [
      "Bestellnummer;Lieferant;Artikel;Bestellmenge;Offene Menge;Liefertermin",
      ...open.map((quantity, k) => `471${k};Stahl;A-${k};80;${quantity};0${k + 1}.03.2025`),
    ].join("\n");
  expect(refused(list([40, 50, 80]))).toMatchObject({ code: "not-a-history", kind: "open-orders" });
  expect(linesOf(readText(list([40, 0, 80]))).length).toBe(3);
  expect(linesOf(readText(list([40, 50, 80]), { map: { date: "Liefertermin" } })).length).toBe(3);
});
