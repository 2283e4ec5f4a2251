import { expect, test } from "vitest";
import { cellsOf, codesOf, readText } from "./reading.ts";

/** Rows of an order list that any frame may stand around. */
const body = [
  ["4500001", "10", "01.02.2024", "A-100", "Schraube M8", "120", "4,50"],
  ["4500001", "20", "01.02.2024", "A-200", "Mutter M8", "80", "2,10"],
  ["4500002", "10", "15.02.2024", "0815", "Scheibe, verzinkt", "1.000", "0,05"],
  ["4500003", "10", "01.03.2024", "A-100", "Schraube M8", "60", "4,55"],
];
const header = ["Bestellung", "Pos", "Datum", "Artikel", "Bezeichnung", "Menge", "Preis"];
const lines = (rows: readonly (readonly string[])[], delimiter = ";") =>
  rows.map((row) => row.join(delimiter));
const plain = lines([header, ...body]);

test("T5 title lines, `Kunde: …` lines and blank lines before the table are skipped and reported", () => {
  const read = readText(
    ["Bestellhistorie", "Kunde: Muster GmbH", "Kunde:;Muster GmbH", "", ...plain].join("\r\n"),
  );
  expect(read.table).toMatchObject({ preambleLines: 4, headerRows: 1, header });
  expect(read.table.preamble).toHaveLength(3);
  expect(read.rows.map(({ row }) => row)).toEqual([6, 7, 8, 9]);
  expect(codesOf(read)).toEqual(["preamble-row@1", "preamble-row@2", "preamble-row@3"]);
});

test("a `sep=;` line names the delimiter and is no row", () => {
  const read = readText(["sep=;", "a;b", "1,5;2,5", "3,5;4,5"].join("\r\n"));
  expect(read.table).toMatchObject({ delimiter: ";", header: ["a", "b"], headerRow: 2 });
  expect(cellsOf(read)).toEqual([
    ["1,5", "2,5"],
    ["3,5", "4,5"],
  ]);
});

test("heading rows of two lines are joined cell by cell with one blank", () => {
  const two = [
    "Beleg;;Termin;;;Bestell-;Netto-",
    "Nummer;Pos;Datum;Artikel;Text;menge;preis",
    ...lines(body),
  ];
  const read = readText(two.join("\n"));
  expect(read.table.headerRows).toBe(2);
  expect(read.table.header).toEqual([
    "Beleg Nummer",
    "Pos",
    "Termin Datum",
    "Artikel",
    "Text",
    "Bestell- menge",
    "Netto- preis",
  ]);
  expect(cellsOf(read)).toEqual(body);
});

test("31: a stock-movement export without any heading has headerRows 0 and loses no row", () => {
  const read = readText(lines(body).join("\r\n"));
  expect(read.table).toMatchObject({ headerRows: 0, header: [], preambleLines: 0 });
  expect(cellsOf(read)).toEqual(body);
});

test("16 and 34: equal headings and the heading __proto__ stay as they are", () => {
  const read = readText("Datum;Menge;Menge;__proto__\n01.01.2024;1;2;x1\n02.01.2024;3;4;x2\n");
  expect(read.table.header).toEqual(["Datum", "Menge", "Menge", "__proto__"]);
});

test("21: a SAP list with pipes, rules, page titles and repeated headings gives only its rows", () => {
  const rule = "-".repeat(60);
  const cells = (row: readonly string[]) => `|${row.map((cell) => ` ${cell.padEnd(8)} `).join("|")}|`;
  const page = (n: number) => [
    `Werk 0001 Hamburg                Seite ${n}`,
    "",
    rule,
    cells(["Material", "Datum", "Menge", "ME"]),
    rule,
  ];
  const text = [
    ...page(1),
    cells(["000000000000004711", "01.02.2024", "12-", "ST"]),
    cells(["000000000000000815", "02.02.2024", "2", "ST"]),
    rule,
    "",
    ...page(2),
    cells(["000000000000004711", "03.02.2024", "7-", "ST"]),
    cells(["*", "", "21-", ""]),
    rule,
  ];
  const read = readText(text.join("\r\n"));
  expect(read.table).toMatchObject({
    delimiter: "|",
    header: ["Material", "Datum", "Menge", "ME"],
    headerRows: 1,
  });
  expect(cellsOf(read)).toEqual([
    ["000000000000004711", "01.02.2024", "12-", "ST"],
    ["000000000000000815", "02.02.2024", "2", "ST"],
    ["000000000000004711", "03.02.2024", "7-", "ST"],
  ]);
  expect(read.table.footerLines()).toBe(1);
  const codes = codesOf(read);
  expect(codes).toContain("header-repeated@13");
  expect(codes).toContain("total-row@16");
});

test("29: SAP's .xls that is tab text in cp1252 is read as what it is", () => {
  const text = "Material\tKurztext\tMenge\r\n4711\tÖlfilter\t1.234,50-\r\n0815\tDübel\t5\r\n";
  const read = readText(text);
  expect(read.table.delimiter).toBe("\t");
  expect(cellsOf(read)).toEqual([
    ["4711", "Ölfilter", "1.234,50-"],
    ["0815", "Dübel", "5"],
  ]);
});

test("24: JTL quotes every cell and ends lines with a delimiter: the phantom column is gone", () => {
  const text = ['"Artikelnummer";"Menge";"EK Netto";', '"0815";"5";"1,20";', '"0816";"7";"2,20";'].join(
    "\r\n",
  );
  const read = readText(text);
  expect(read.table.header).toEqual(["Artikelnummer", "Menge", "EK Netto"]);
  expect(cellsOf(read)).toEqual([
    ["0815", "5", "1,20"],
    ["0816", "7", "2,20"],
  ]);
  const onlyHeading = readText(
    ['"Artikelnummer";"Menge";"EK Netto";', '"0815";"5";"1,20"', '"0816";"7";"2,20"'].join("\r\n"),
  );
  expect(onlyHeading.table.header).toEqual(["Artikelnummer", "Menge", "EK Netto"]);
  expect(cellsOf(onlyHeading)).toEqual(cellsOf(read));
});

test("22: the grand total and the supplier subtotals of an ALV export are no rows", () => {
  const head =
    "Lieferant/Lieferwerk;Anzahl der Positionen;Einkäufergruppe;Einkaufsbeleg;Position;Belegdatum;Material;Bestellmenge";
  const text = [
    head,
    ";1.886;;;;;;",
    "1088       Musterantriebe AG;57;;;;;;",
    "1088       Musterantriebe AG;1;021;45644415;10;02.04.2026;9238159;2",
    "1088       Musterantriebe AG;1;021;45644416;10;03.04.2026;9238160;5",
    "1051       Beispiel GmbH;1;;;;;;",
    "1051       Beispiel GmbH;1;021;45644417;10;03.04.2026;9238161;7",
  ];
  const read = readText(text.join("\r\n"));
  expect(cellsOf(read).map((cells) => cells[3])).toEqual(["45644415", "45644416", "45644417"]);
  expect(codesOf(read)).toEqual(["total-row@2", "total-row@3", "total-row@6"]);
});

test("26: Odoo's child rows with empty order cells are rows, not totals", () => {
  const text = [
    "Auftragsreferenz;Bestelldatum;Lieferant;Währung;Produkt;Menge",
    "P00001;2024-01-05;Muster GmbH;EUR;Schraube;100",
    ";;;;Mutter;50",
    ";;;;Gesamtpaket;1",
    "P00002;2024-01-09;Beispiel AG;EUR;Schraube;20",
    ";;;;Dübel;10",
  ];
  const read = readText(text.join("\n"));
  expect(read.rows).toHaveLength(5);
  expect(read.table.issues()).toEqual([]);
});

test("25: DATEV's meta line is preamble, its headings are found on line 2", () => {
  const meta = `"EXTF";700;21;"Buchungsstapel";13;20260115;;"RE";"";"";1001;1;20260101;4;20260101;20260331;"Jan";"";1;0;0;"EUR"`;
  const head =
    "Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Konto;Gegenkonto (ohne BU-Schlüssel);BU-Schlüssel;Belegdatum;Belegfeld 1;Buchungstext";
  const rows = [
    '119,00;"S";"EUR";70001;3400;"";503;"RE1";"Wareneinkauf"',
    '50,00;"S";"EUR";70002;3400;"";1203;"RE2";"Wareneinkauf"',
  ];
  const read = readText([meta, head, ...rows].join("\r\n"));
  expect(read.table).toMatchObject({ preambleLines: 1, headerRows: 1 });
  expect(read.table.preamble[0]).toContain("20260101;20260331");
  expect(read.table.header[6]).toBe("Belegdatum");
  expect(cellsOf(read).map((cells) => cells[6])).toEqual(["503", "1203"]);
});

test("the description rows of an ERPNext export are preamble", () => {
  const text = [
    '"Data Import Template"',
    '"Table:","Purchase Order"',
    '""',
    '"Notes:"',
    '"Please do not change the template headings."',
    '"DocType:","Purchase Order","","~","Purchase Order Item",""',
    '"Column Labels:","ID","Date","","Item Code","Quantity"',
    '"Column Name:","name","transaction_date","~","item_code","qty"',
    '"Mandatory:","Yes","Yes","","Yes","Yes"',
    '"Type:","Data","Date","","Link","Float"',
    '"Info:","","","","Valid Item",""',
    '"Start entering data below this line"',
    '"","PO-0001","2024-01-05","","0815","12"',
    '"","","","","0816","5"',
    '"","PO-0002","2024-01-09","","0815","7"',
  ];
  const read = readText(text.join("\n"));
  expect(read.table.header).toEqual(["", "name", "transaction_date", "~", "item_code", "qty"]);
  expect(cellsOf(read)).toEqual([
    ["", "PO-0001", "2024-01-05", "", "0815", "12"],
    ["", "", "", "", "0816", "5"],
    ["", "PO-0002", "2024-01-09", "", "0815", "7"],
  ]);
});

test.each([
  "Summe;;;;;1.260;",
  "Gesamt:;;;;;1.260;",
  ";;;;Gesamtsumme;1.260;620,00",
  "Total;;;;;1260;",
  "***;;;;;1.260;",
  ";;;;;1.260;620,00",
])("10: the closing total %s is left out and named", (total) => {
  const read = readText([...plain, total].join("\r\n"));
  expect(cellsOf(read)).toEqual(body);
  expect(codesOf(read)).toEqual(["total-row@6"]);
  expect(read.table.footerLines()).toBe(1);
});

test.each([
  ["item,minimum order,stock", ["10001,5,12", "10002,3,4", "10003,,7"], 3],
  ["Artikel;Mindestmenge;Bestand", ["9001;;5", "9004;3;4", "9010;;7"], 3],
  // a sum of the numbers before it, and one without a number of its own
  ["Menge;Preis;Ort", ["700;5;9", "800;3;9", "1500;;18"], 2],
  ["Artikel;Mindestmenge;Bestand", ["9001;1;5", "9004;3;4", ";;9"], 2],
])(
  "the last row of numbers alone is data where its first goes on as the rows before: %s",
  (head, rows, count) => {
    expect(cellsOf(readText([head, ...rows].join("\n")))).toHaveLength(count);
  },
);

test("subtotals between the rows are left out, and a closing remark is footer", () => {
  const text = [
    ...plain.slice(0, 3),
    "Zwischensumme;;;;;200;",
    ...plain.slice(3),
    "",
    "Ende der Liste",
    "gedruckt am 05.03.2024",
  ];
  const read = readText(text.join("\r\n"));
  expect(cellsOf(read)).toEqual(body);
  expect(codesOf(read)).toEqual(["total-row@4", "footer-row@8", "footer-row@9"]);
  expect(read.table.footerLines()).toBe(2);
});

test("an item called Total is data", () => {
  const rows = [...body, ["4500004", "10", "02.03.2024", "TOTAL", "Total Öl 5W30", "5", "30,00"]];
  const read = readText(lines([header, ...rows]).join("\n"));
  expect(cellsOf(read)).toEqual(rows);
  expect(read.table.issues()).toEqual([]);
});

test("a second table of another shape is named and not mixed in", () => {
  const read = readText(
    [...plain, "", "Lieferant;Ort", "Muster;Kiel", "Beispiel;Ulm", "Dritter;Bonn"].join("\n"),
  );
  expect(cellsOf(read)).toEqual(body);
  expect(read.table.issues()).toMatchObject([{ code: "second-table", row: 7, rows: 4, cells: 2 }]);
});

test("36: a wide table with years or weeks as headings has one heading row", () => {
  const years = readText("Artikel;2021;2022;2023\nA1;10;20;30\nA2;11;21;31\n");
  expect(years.table.header).toEqual(["Artikel", "2021", "2022", "2023"]);
  const weeks = readText("id,2012-W01,2012-W02,2012-W03\nA1,1,0,2\nA2,0,0,1\n");
  expect(weeks.table).toMatchObject({ headerRows: 1, preambleLines: 0 });
});

test("two years as headings, months as numbers and dates as headings are headings too", () => {
  expect(readText("Artikel;2023;2024\nA1;10;20\nA2;11;21\n").table.headerRows).toBe(1);
  expect(readText("Artikel;1;2;3;4\nA1;10;20;7;9\nA2;11;21;8;9\n").table.headerRows).toBe(1);
  expect(readText("Artikel;01.01.2024;01.02.2024\nA1;10;20\nA2;11;21\n").table.headerRows).toBe(1);
  expect(readText("A1;10;11;12\nA2;11;21;7\nA3;12;22;8\n").table.headerRows).toBe(0);
});

test("rows that leave out their empty cells at the end keep all headings", () => {
  const read = readText("id;name;note;more\nA1;Bolt\nA2;Nut\nA3;Pin\nA4;Cap;x\n");
  expect(read.table.header).toEqual(["id", "name", "note", "more"]);
  expect(cellsOf(read)).toEqual([
    ["A1", "Bolt", "", ""],
    ["A2", "Nut", "", ""],
    ["A3", "Pin", "", ""],
    ["A4", "Cap", "x", ""],
  ]);
});

test("rows of delimiters only are blank rows, blank lines are nothing", () => {
  const read = readText([...plain.slice(0, 2), ";;;;;;", "", ...plain.slice(2), "", ""].join("\r\n"));
  expect(cellsOf(read)).toEqual(body);
  expect(codesOf(read)).toEqual(["blank-row@3"]);
});

test("short and long rows are repaired, each with an issue that names it", () => {
  const read = readText("id,name,qty,note\nA1,Bolt,5,\nA2,Nut,6\nA3,Pin, long,7,\nA4,Nail,8,,\nA5,Bar,9,x\n");
  expect(cellsOf(read)).toEqual([
    ["A1", "Bolt", "5", ""],
    ["A2", "Nut", "6", ""],
    ["A3", "Pin, long", "7", ""],
    ["A4", "Nail", "8", ""],
    ["A5", "Bar", "9", "x"],
  ]);
  expect(codesOf(read)).toEqual(["row-short@3", "row-mended@4", "row-mended@5"]);
});

test("a table of one column keeps its decimal commas", () => {
  const read = readText("Preis\n1,50\n2,75\n10,00\n");
  expect(cellsOf(read)).toEqual([["1,50"], ["2,75"], ["10,00"]]);
});
