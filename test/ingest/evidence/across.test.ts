import { expect, test } from "vitest";
import { codes, linesOf, questionOf, readText } from "../typing/from-text.ts";

const asked = (text: string) => questionOf(text)?.issues.filter(({ question }) => question !== undefined);

test("items across and days down: codes are read, names are asked about", () => {
  const codesAcross =
    "Datum;ART-100;ART-200;ART-300\n03.02.2025;5;0;12\n04.02.2025;7;1;9\n05.02.2025;;2;1,5\n";
  expect(linesOf(readText(codesAcross))).toEqual([
    "ART-100 2025-02-03 5 issue",
    "ART-300 2025-02-03 12 issue",
    "ART-100 2025-02-04 7 issue",
    "ART-200 2025-02-04 1 issue",
    "ART-300 2025-02-04 9 issue",
    "ART-200 2025-02-05 2 issue",
    "ART-300 2025-02-05 1.5 issue",
  ]);
  const names = codesAcross.replace("ART-100;ART-200;ART-300", "Brot;Kuchen;Torte");
  const [issue] = asked(names) ?? [];
  expect(issue).toMatchObject({ code: "items-across-unclear", text: "Brot, Kuchen, Torte" });
  expect(asked(names)?.length).toBe(1);
  const id = issue?.question?.id ?? "";
  expect(linesOf(readText(names, { answers: { [id]: "items" } }))[0]).toBe("Brot 2025-02-03 5 issue");
  expect(
    questionOf(names, { answers: { [id]: "no" } })?.issues.some(({ code }) => code === "column-unclear"),
  ).toBe(true);
});

test("columns 1 to 31 are the days of the month that the title names, or that is asked for", () => {
  const table = "Artikel;1;2;3;4;5;6;7\nT-1;5;;3;;;2;1\nT-2;;8;;;9;;\n";
  expect(linesOf(readText(`Verbrauch Februar 2025\n${table}`))).toContain("T-2 2025-02-05 9 issue");
  const [issue] = asked(table) ?? [];
  expect(issue?.code).toBe("month-unclear");
  const read = readText(table, { answers: { [issue?.question?.id ?? ""]: "2025-03" } });
  expect(linesOf(read)[0]).toBe("T-1 2025-03-01 5 issue");
});

test("weeks in words with their year are periods, whatever the language", () => {
  for (const [first, second, third] of [
    ["Week 1 2025", "Week 2 2025", "Week 3 2025"],
    ["2025 Semaine 01", "2025 Semaine 02", "2025 Semaine 03"],
    ["Settimana 1/2025", "Settimana 2/2025", "Settimana 3/2025"],
  ])
    expect(linesOf(readText(`Artikel;${first};${second};${third}\nN-1;1;2;3\n`)).length, first).toBe(3);
});

test("groups above lines that begin with their day are the items", () => {
  const text = `Sales by Item Detail
Date,Num,Customer,Qty
Widget A,,,
02/03/2025,1001,Ann,5
02/14/2025,1002,Bob,6
Total Widget A,,,11
Widget B,,,
02/15/2025,1003,Cy,7
Total Widget B,,,7
`;
  expect(linesOf(readText(text))).toEqual([
    "Widget A 2025-02-03 5 sale",
    "Widget A 2025-02-14 6 sale",
    "Widget B 2025-02-15 7 sale",
  ]);
});

test("an item that stands in the first of its rows is filled down inside groups, else it is asked", () => {
  const grouped =
    "Kunde;Artikel;Datum;Menge\nFeld;G-1;03.02.2025;5\n;;10.02.2025;6\n;G-2;11.02.2025;7\nRand;G-1;12.02.2025;8\n;;19.02.2025;9\n";
  expect(linesOf(readText(grouped)).filter((line) => line.startsWith("G-1")).length).toBe(4);
  const bare =
    "Artikel;Datum;Menge\nG-1;03.02.2025;5\nG-2;10.02.2025;6\n;11.02.2025;7\nG-1;12.02.2025;8\n;19.02.2025;9\nG-1;20.02.2025;4\nG-2;21.02.2025;4\n";
  const [issue] = asked(bare) ?? [];
  expect(issue).toMatchObject({
    code: "items-blank",
    count: 2,
    question: { candidates: ["above", "leave-out"] },
  });
  const id = issue?.question?.id ?? "";
  expect(linesOf(readText(bare, { answers: { [id]: "above" } }))).toContain("G-2 2025-02-11 7 issue");
  expect(readText(bare, { answers: { [id]: "leave-out" } }).lines.length).toBe(5);
  // a service without a number has a name: one is told, a quarter of the rows is asked about
  const named = bare.replaceAll("\n", ";x\n").replace("Menge;x", "Menge;Bezeichnung");
  expect(codes(readText(named.replace(";19.", "G-2;19.")))).toContain("row-without-item");
  const [unnumbered] = asked(named) ?? [];
  expect(unnumbered).toMatchObject({ code: "items-unnumbered", count: 2 });
  const byName = readText(named, { answers: { [unnumbered?.question?.id ?? ""]: "by-name" } });
  expect(linesOf(byName)).toContain("x 2025-02-11 7 issue");
});

test("the day of an order that stands in its first line alone is that of its further lines", () => {
  const text =
    "Name,Created at,Lineitem quantity,Lineitem sku\n#1,2025-02-03,2,MUG\n#1,,1,PLATE\n#2,2025-02-05,4,MUG\n";
  expect(linesOf(readText(text))[1]).toBe("PLATE 2025-02-03 1 sale");
});

test("codes of two or three digits beside quantities of other sizes are asked about, a number of the document is no item", () => {
  const rows = [
    ["10", 250],
    ["20", 31],
    ["20", 17],
    ["10", 300],
    ["20", 24],
  ].map(([key, quantity], k) => `0${k + 3}.02.2025;A-${k % 2};${key};${quantity}`);
  expect(asked(["Datum;Artikelnr;BS;Menge", ...rows].join("\n"))?.map(({ code }) => code)).toEqual([
    "column-undecided",
  ]);
  expect(asked(["Datum;Artikelnr;Lager;Menge", ...rows].join("\n"))).toBeUndefined();
  const polish = "Data;Numer;Symbol;Ilość\n2025-02-04;WZ 7;KABEL-3;14\n2025-02-11;WZ 9;KABEL-3;22\n";
  expect(linesOf(readText(polish))[0]).toMatch(/^KABEL-3/);
});

test("filters of a report above a small table are no table, whatever their number of cells", () => {
  const table = ["Datum;Artikel;Menge", "03.02.2025;FI-1;5", "14.02.2025;FI-1;6", "17.02.2025;FI-2;7"];
  const filters = ["Zeitraum von;01.01.2025", "Zeitraum bis;31.03.2025"];
  for (const tail of ["", ";"])
    for (const wide of [table, table.map((row, k) => `${row};${k === 0 ? "Kunde" : "Feld"}`)]) {
      const read = readText([...filters.map((row) => row + tail), ...wide, ""].join("\n"));
      expect(linesOf(read).length).toBe(3);
      expect(codes(read)).not.toContain("second-table");
    }
});

test("in a ledger that writes what leaves with a minus a receipt that always has one is asked about", () => {
  const text = `Datum;Transaktionsart;Artikel;Menge
03.02.2025;Verkauf;A-1;-5
14.02.2025;Einkauf;A-1;60
17.02.2025;Production line;A-1;-3
`;
  const [issue] = asked(text) ?? [];
  expect(issue).toMatchObject({ code: "kind-unknown", text: "Production line" });
  const read = readText(text, { answers: { [issue?.question?.id ?? ""]: "issue" } });
  expect(linesOf(read)).toContain("A-1 2025-02-17 3 issue");
});

test("opening less what went out with a minus is closing: that is the quantity; the best candidate comes first", () => {
  const ledger = `Datum;Artikel;Anfangsbestand;Summe Zugänge;Summe Abgänge;Endbestand
03.02.2025;A-1;100;50;30-;120
14.02.2025;A-1;120;0;45-;75
17.02.2025;A-2;10;20;12-;18
`;
  expect(linesOf(readText(ledger))).toContain("A-1 2025-02-14 45 issue");
  const packs =
    "Datum;Artikel;Kartons;Stück je Karton;Stück gesamt;Gewicht kg\n03.02.2025;A-1;5;12;60;30\n14.02.2025;A-1;2;12;24;12\n";
  expect(linesOf(readText(packs))).toContain("A-1 2025-02-03 60 issue");
  expect(asked(packs.replace("12;24;", "12;25;"))?.[0]?.question?.candidates).toEqual([
    ...["Stück gesamt", "Kartons", "Stück je Karton", "Gewicht kg"],
  ]);
});

test("a plain code is the item where no other column holds codes; rows with a name of their own are not filled", () => {
  const code = "Date;Code;Note;Qty\n2025-02-03;GR-1;gut;200\n2025-02-05;GR-1;neu;14\n2025-02-14;GR-2;gut;9\n";
  expect(linesOf(readText(code))[0]).toMatch(/^GR-1/);
  expect(asked(code.replace("GR-2;gut", "GR-2;R-77"))?.length).toBe(1);
  const shipping =
    "Datum;SKU;Bezeichnung;Menge\n03.02.2025;CB-1;Tasse;2\n03.02.2025;;Porto;1\n14.02.2025;CB-2;Teller;3\n14.02.2025;;Porto;1\n";
  expect(readText(shipping).lines.length).toBe(2);
});

test("a running balance of each item proves what went out, whatever the headings", () => {
  const text =
    "Date,Item,Debit Qty,Credit Qty,Balance\n2025-02-03,D-1,200,0,240\n2025-02-05,D-1,0,14,226\n2025-02-14,D-1,0,22,204\n2025-02-17,D-2,0,6,44\n2025-02-18,D-2,80,0,124\n";
  expect(linesOf(readText(text)).filter((line) => !line.includes(" 0 "))).toEqual([
    "D-1 2025-02-05 14 issue",
    "D-1 2025-02-14 22 issue",
    "D-2 2025-02-17 6 issue",
  ]);
});

test("a filter row may name several words and values", () => {
  const text =
    "Auswertung;Abgänge;;\nvon;01.01.2025;bis;31.03.2025\nDatum;Artikel;Menge;Lager\n03.02.2025;PT-1;5;10\n14.02.2025;PT-1;6;10\n17.02.2025;PT-2;7;20\n";
  expect(linesOf(readText(text)).length).toBe(3);
});
