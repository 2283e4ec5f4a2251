import { expect, test } from "vitest";
import { bytesSource, openTable } from "../../../src/ingest/index.ts";
import { textRow, workbook } from "../table/workbook.ts";
import { linesOf, questionOf, readText } from "../typing/from-text.ts";

const rows = (...lines: string[]): string => `${lines.join("\n")}\n`;
/** Item, day and quantity of each line. */
const read = (text: string): string[] =>
  linesOf(readText(text)).map((line) => line.split(" ").slice(0, 3).join(" "));

const wanted = ["K-7 2025-03-05 4", "L-2 2025-03-17 30", "K-7 2025-03-28 9"];

test("lines that are quoted as a whole are read as they were meant", () => {
  const texts = [
    rows(
      '"SKU,Date,Name,Units"',
      '"K-7,2025-03-05,""Nut, M5"",4"',
      '"L-2,2025-03-17,Bolt,30"',
      '"K-7,2025-03-28,x,9"',
    ),
    rows('"Article;Date;Quantité"', '"K-7;05/03/2025;4"', '"L-2;17/03/2025;30"', '"K-7;28/03/2025;9"'),
    rows("SKU,Date,Units;;", '"K-7,2025-03-05,4";;', "L-2,2025-03-17,30;;", '"K-7,2025-03-28,9";;'),
  ];
  for (const text of texts) expect(read(text)).toEqual(wanted);
});

test("quoted cells of one column and texts with commas stay what they are", () => {
  const text = rows(
    '"SKU";"Date";"Units";"Note"',
    '"K-7";"2025-03-05";"4";"a, b"',
    '"L-2";"2025-03-17";"30";"c, d"',
  );
  expect(read(text)).toEqual(wanted.slice(0, 2));
});

test("a further heading in another order is followed", () => {
  const text = rows(
    "sku,date,units,price",
    "K-7,2025-03-05,4,10.00",
    "date,price,units,sku",
    "2025-03-17,20.00,30,L-2",
    "sku,date,units,price",
    "K-7,2025-03-28,9,10.00",
  );
  expect(read(text)).toEqual(wanted);
  const issues = readText(text).issues.filter(({ code }) => code.startsWith("header-"));
  expect(issues.map(({ code, severity, row }) => `${code} ${severity} ${row}`)).toEqual([
    "header-reordered info 3",
    "header-repeated info 5",
  ]);
});

test("a further heading of the same width with a column replaced is followed with a warning", () => {
  const text = rows(
    "sku;date;units;price",
    "K-7;2025-03-05;4;10.00",
    "sku;date;discount;units",
    "L-2;2025-03-17;5;30",
    "K-7;2025-03-28;5;9",
  );
  expect(read(text)).toEqual(wanted);
  expect(readText(text).issues.map(({ code }) => code)).toContain("header-reordered");
});

test.each([
  ["SKU,Date,Units", ["1,K-7,2025-03-05,4", "2,L-2,2025-03-17,30", "3,K-7,2025-03-28,9"]],
  ["Article;Date;Quantité", ["a;K-7;05/03/2025;4", "b;L-2;17/03/2025;30", "c;K-7;28/03/2025;9"]],
])("the names of rows have no heading: %s", (head, lines) => {
  expect(read(rows(head, ...lines))).toEqual(wanted);
});

test("of tables side by side the one with lines is read, equal ones all", () => {
  const different = rows(
    "Item;Name;;Order;Item;Date;Units",
    "K-7;Nut;;1;K-7;2025-03-05;4",
    "L-2;Bolt;;2;L-2;2025-03-17;30",
    ";;;3;K-7;2025-03-28;9",
  );
  expect(read(different)).toEqual(wanted);
  const equal = rows(
    "SKU,Date,Units,,SKU,Date,Units",
    "K-7,2025-03-05,4,,L-2,2025-03-17,30",
    "K-7,2025-03-28,9,,,,",
  );
  expect(read(equal)).toEqual(wanted);
  const close = rows(
    "SKU,Date,Units,SKU,Date,Units",
    "K-7,2025-03-05,4,L-2,2025-03-17,30",
    "K-7,2025-03-28,9,,,",
  );
  expect(read(close)).toEqual(wanted);
});

test("an empty column inside a table makes no two of it", () => {
  const text = rows(
    "SKU;Name;;Date;Units",
    "K-7;Nut;;2025-03-05;4",
    "L-2;Bolt;;2025-03-17;30",
    "K-7;Nut;;2025-03-28;9",
  );
  expect(read(text)).toEqual(wanted);
});

test.each([
  ["months first", ["1/1/2025", "2/1/2025", "3/1/2025", "4/1/2025"], ["2025-01", "2025-04"]],
  ["days first", ["01/01/2025", "01/02/2025", "01/03/2025", "01/04/2025"], ["2025-01", "2025-04"]],
  ["weeks in American order", ["3/3/25", "3/10/25", "3/17/25", "3/24/25"], ["2025-03-09", "2025-03-30"]],
  ["weeks in British order", ["03/03/25", "10/03/25", "17/03/25", "24/03/25"], ["2025-03-09", "2025-03-30"]],
  ["years first", ["2025/01/01", "2025/02/01", "2025/03/01", "2025/04/01"], ["2025-01", "2025-04"]],
])("headings of a wide list are dates with slashes: %s", (_, periods, [first = "", last = ""]) => {
  const text = rows(["SKU", ...periods].join(","), "K-7,1,2,3,4");
  const lines = linesOf(readText(text));
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain(`K-7 ${first}`);
  expect(lines[3]).toContain(`K-7 ${last}`);
});

test("years stand above months, and what a pivot table writes above its headings counts not", () => {
  const years = rows(
    "Item;2024;;;2025;;",
    ";Oct;Nov;Dec;Jan;Feb;Mar",
    "K-7;1;2;3;4;5;6",
    "L-2;7;8;9;10;11;12",
  );
  expect(read(years).slice(0, 4)).toEqual([
    "K-7 2024-10-31 1",
    "K-7 2024-11-30 2",
    "K-7 2024-12-31 3",
    "K-7 2025-01-31 4",
  ]);
  const pivot = rows(
    "Sum of Units;Column Labels;;;",
    "SKU;Jan 25;Feb 25;Mar 25;Grand Total",
    "K-7;1;2;3;6",
    "L-2;4;5;6;15",
    "Grand Total;5;7;9;21",
  );
  expect(read(pivot)).toEqual([
    "K-7 2025-01-31 1",
    "K-7 2025-02-28 2",
    "K-7 2025-03-31 3",
    "L-2 2025-01-31 4",
    "L-2 2025-02-28 5",
    "L-2 2025-03-31 6",
  ]);
});

test("number formats that are part of an identifier are kept, units behind a number are not", () => {
  const styles = ["00-00-00", '"TX-"00000', '0" pcs"', "000\\.000", "#,##0.00"];
  const numbers = [815, 42, 5, 4711, 1234.5]
    .map((value, k) => `<c r="${"ABCDE"[k]}2" s="${k + 1}"><v>${value}</v></c>`)
    .join("");
  const rows = `${textRow(1, ["A", "B", "C", "D", "E"])}<row r="2">${numbers}</row>`;
  const bytes = workbook({ sheets: [{ name: "ids", rows }], formats: styles });
  const [first] = [...openTable(bytesSource("ids.xlsx", bytes)).records()];
  expect(first?.cells).toEqual(["00-08-15", "TX-00042", "5", "004.711", "1234.5"]);
});

test("items that stand in rows of their own hold for the lines below them", () => {
  const text = rows(
    "Umsätze je Artikel,,,",
    ",Date,Customer,Units",
    "K-7,,,",
    ",2025-03-05,C1,4",
    ",2025-03-28,C2,9",
    "Total for K-7,,,13",
    "L-2,,,",
    ",2025-03-17,C1,30",
    "Total for L-2,,,30",
    "TOTAL,,,43",
  );
  expect(read(text)).toEqual(["K-7 2025-03-05 4", "K-7 2025-03-28 9", "L-2 2025-03-17 30"]);
  const ofCustomers = text
    .replace("Umsätze je Artikel", "Sales by customer detail")
    .replace(",Date,Customer,", ",Date,SKU,");
  expect(read(ofCustomers).map((line) => line.split(" ")[0])).toEqual(["C1", "C2", "C1"]);
});

test.each([
  [
    "\t",
    "\tArticle\tDescription\tSite\t\t\t",
    "\t\tType\tPosting date\tQuantity\tUnit\t",
    ["\t%\tNut\tS1\t\t\t", "\t\tSale\t%\t%\tPC\t"],
  ],
  [
    "|",
    "|Article |Text    |Site|",
    "|  Type|Posting date|Quantity|UoM|",
    ["|%     |Nut     |S1  |", "|  Sale|%  |     %  |PC |"],
  ],
])(
  "a list of item lines with movements below them, between %j",
  (_, outer, inner, [item = "", move = ""]) => {
    const itemOf = (id: string): string => item.replace("%", id);
    const moveOf = (date: string, units: string): string => move.replace("%", date).replace("%", units);
    const text = rows(
      outer,
      inner,
      itemOf("K-7"),
      moveOf("2025-03-05", "4"),
      moveOf("2025-03-28", "9"),
      itemOf("L-2"),
      moveOf("2025-03-17", "30"),
    );
    expect(read(text)).toEqual(["K-7 2025-03-05 4", "K-7 2025-03-28 9", "L-2 2025-03-17 30"]);
  },
);

test("totals of a key of a pivot table are no items", () => {
  for (const total of ["K-7 Ergebnis", "Total K-7", "Suma K-7", "K-7 Total"]) {
    const text = rows(
      "SKU;Name;2025-01;2025-02;2025-03",
      "K-7;Nut;1;2;3",
      `${total};;1;2;3`,
      "K-70;Nut;4;5;6",
    );
    expect(new Set(read(text).map((line) => line.split(" ")[0]))).toEqual(new Set(["K-7", "K-70"]));
  }
});

test("the one column of numbers that is left is the quantity, several are asked about", () => {
  const one = rows(
    "sku,day,promo,outflow",
    "K-7,2025-03-05,0,4",
    "L-2,2025-03-17,1,30",
    "K-7,2025-03-28,0,9",
  );
  expect(read(one)).toEqual(wanted);
  const several = one.replace("outflow", "outflow,inflow").replaceAll(/(\d)\n/g, "$1,7\n");
  expect(
    questionOf(several)?.issues.some(
      (issue) => issue.code === "column-unclear" && issue.field === "quantity",
    ),
  ).toBe(true);
});

test("a table without any item says so and offers nothing", () => {
  const text = rows("order_id,order_date,status,total", "1,2025-03-05,done,40.00", "2,2025-03-17,done,90.00");
  const asked = questionOf(text)?.issues.find(
    (issue) => issue.code === "column-unclear" && issue.field === "item",
  );
  expect(asked?.question?.candidates).toEqual([]);
});

test.each([
  [
    "fixed-width",
    "Artikel     Datum        Menge\nK-7         05.03.2025       4\nL-2         17.03.2025      30\n",
  ],
  ["sylk", 'ID;PWXL;N;E\nC;Y1;X1;K"Artikel"\nE\n'],
  ["dif", 'TABLE\n0,1\n"EXCEL"\nVECTORS\n0,3\n'],
  ["web-archive", "MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html></html>\n"],
  ["rich-text", "{\\rtf1\\ansi Artikel}"],
])("what is no table is refused by its name: %s", (what, text) => {
  const open = () => openTable(bytesSource("list.csv", new TextEncoder().encode(text)));
  expect(open).toThrow(expect.objectContaining({ fault: { code: "not-a-table", what } }));
});

test.each([
  ["Référence article;Date commande;Quantité vendue;Client", "05/03/2025"],
  ["Artículo;Fecha pedido;Unidades;Cliente", "05/03/2025"],
  ["Cod. articolo;Data documento;Q.tà;Cliente", "05/03/2025"],
  ["Artikelcode;Factuurdatum;Aantal verkocht;Klant", "05-03-2025"],
  ["Kod towaru;Data sprzedaży;Ilość;Kontrahent", "05.03.2025"],
  ["Číslo zboží;Datum prodeje;Množství;Zákazník", "05.03.2025"],
  ["Varenummer;Fakturadato;Antal;Kunde", "05.03.2025"],
  ["Артикул;Дата продажи;Кол-во;Клиент", "05.03.2025"],
  ["品番;出荷日;数量;顧客", "2025/03/05"],
])("headings of other languages are known: %s", (head, date) => {
  const text = rows(
    head,
    `K-7;${date};4;C1`,
    `L-2;${date.replace("05", "17").replace("/0517", "/05")};30;C2`,
  );
  expect(linesOf(readText(text))[0]).toBe("K-7 2025-03-05 4 sale");
});
