import { expect, test } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { linesOf, questionOf, readText } from "../typing/from-text.ts";

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

test("ordered and delivered beside what is still open are offered as the quantity", () => {
  for (const [heading, offered] of [
    ["Bestellt;Geliefert;Rückstand", ["Bestellt", "Geliefert"]],
    ["Ordered;Delivered;Backlog", ["Ordered", "Delivered"]],
  ] as const) {
    const text = `Datum;Kunde;Artikel;${heading}\n03.02.2025;K;A;14;10;4\n14.02.2025;L;A;22;22;0`;
    const asked = questionOf(text)?.issues.find(({ code }) => code === "column-unclear");
    expect(asked?.question?.candidates).toEqual(offered);
  }
});

test("a quantity that reads as thousands or as a decimal counts whole pieces where it is in pieces", () => {
  const quantities = (rows: readonly string[], unit = "Einheit"): string =>
    [`Datum;Artikel;Menge;${unit}`, ...rows.map((row, k) => `0${k + 1}.02.2025;A-${k};${row}`)].join("\n");
  const read = (rows: readonly string[]) =>
    linesOf(readText(quantities(rows))).map((line) => line.split(" ")[2]);
  expect(read(["14 Stk;", "1.200 Stk;"])).toEqual(["14", "1200"]);
  expect(read(["14;ST", "1.250;Stk."])).toEqual(["14", "1250"]);
  for (const rows of [
    ["14;kg", "1.250;kg"],
    ["14;ST", "12.000;ST"],
    ["14;ST", "1.250;kg"],
    ["24,800;ST", "13,250;ST"],
    ["24.800;ST", "13.250;ST"],
    ["14;ST", "1,250;ST"],
  ])
    expect(questionOf(quantities(rows))?.issues.map(({ code }) => code)).toContain("number-style-unclear");
});

test("Greek headings in their short forms name item, day, document and unit", () => {
  const text = `Ημ/νία;Παραστατικό;Πελάτης;Κωδ. Είδους;Περιγραφή;Ποσότητα;Μ.Μ.
03/02/2025;ΤΔΑ 1;Άλφα;G-1;Σωλήνας;14;ΤΕΜ
14/02/2025;ΤΔΑ 2;Βήτα;G-2;Δακτύλιος;6;ΤΕΜ`;
  expect(linesOf(readText(text))).toEqual(["G-1 2025-02-03 14 sale", "G-2 2025-02-14 6 sale"]);
});

test("what came to nothing by the outcome or state of a line does not count", () => {
  for (const [heading, good, bad] of [
    ["Payment state", "succeeded", "failed"],
    ["Outcome", "Won", "Lost"],
    ["Ergebnis", "gewonnen", "verloren"],
  ]) {
    const text = `Date;Order;Item;Qty;${heading}\n2025-02-03;1;A;14;${good}\n2025-02-05;2;A;40;${bad}\n2025-02-14;3;A;22;${good}`;
    expect(linesOf(readText(text)).map((line) => line.split(" ")[2])).toEqual(["14", "22"]);
  }
  const unknown = `Date;Item;Qty;Outcome\n2025-02-03;A;14;Landed\n2025-02-05;A;40;Lost\n2025-02-14;A;22;Landed`;
  expect(questionOf(unknown)?.issues.map(({ code }) => code)).toContain("state-unclear");
});

test("dates that end in a point are dates; what was forecast is no quantity beside what was", () => {
  const dated = "Datum;Artikel;Menge\n3.2.2025.;A;14\n14. 2. 2025.;A;22";
  expect(linesOf(readText(dated))).toEqual(["A 2025-02-03 14 issue", "A 2025-02-14 22 issue"]);
  const both = "Item,Month,Forecast,Actual\nA,2025-01,15,14\nA,2025-02,20,22";
  expect(linesOf(readText(both)).map((line) => line.split(" ")[2])).toEqual(["14", "22"]);
});

test("the quantity in the base unit counts where another one stands in pallets; Baltic headings are known", () => {
  for (const headings of ["Menge;ME;Menge Basis;Basis-ME", "Menge;Einheit;Basismenge;Basiseinheit"]) {
    const text = `Datum;Artikel;${headings}\n03.02.2025;A;2;PAL;96;ST\n14.02.2025;A;22;ST;22;ST`;
    expect(linesOf(readText(text)).map((line) => line.split(" ")[2])).toEqual(["96", "22"]);
  }
  for (const headings of [
    "Data;Sąskaita;Pirkėjas;Prekės kodas;Kiekis",
    "Datums;Rēķins;Pircējs;Preces kods;Daudzums",
    "Kuupäev;Arve nr;Klient;Artikli kood;Kogus",
  ])
    expect(linesOf(readText(`${headings}\n14.02.2025;1;Alfa;A-1;14`))).toEqual(["A-1 2025-02-14 14 sale"]);
});
