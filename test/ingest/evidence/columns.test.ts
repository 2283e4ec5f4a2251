import { expect, test } from "vitest";
import { readItems } from "../../../src/ingest/master/items.ts";
import { file, linesOf, questionOf, readText } from "../typing/from-text.ts";

const rows = (head: string, ...lines: string[]): string => `${head}\n${lines.join("\n")}\n`;

test.each([
  ["Richtung", "Ausgang", "Eingang"],
  ["Direction", "outbound", "inbound"],
  ["Vorzeichen", "-", "+"],
  ["Buchungstext", "Lagerabgang", "Lagerzugang"],
  ["Type", "OUT", "IN"],
  ["Transaction", "Sale", "Purchase"],
])("what comes in is no demand: %s with %s and %s", (heading, out, into) => {
  const text = rows(
    `Datum;Artikelnummer;${heading};Menge`,
    `05.03.2025;K-7;${out};4`,
    `17.03.2025;K-7;${into};300`,
    `28.03.2025;K-7;${out};9`,
  );
  const demand = linesOf(readText(text)).filter((line) => /issue|sale/.test(line));
  expect(demand.map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
    "K-7 2025-03-05 4",
    "K-7 2025-03-28 9",
  ]);
});

test("from where to where: to a customer is a sale, from a vendor a receipt, inside the stock a transfer", () => {
  const read = readText(
    rows(
      "Date,Product,From,To,Quantity",
      "2025-03-05,K-7,WH/Stock,Partners/Customers,4",
      "2025-03-06,K-7,Partners/Vendors,WH/Stock,300",
      "2025-03-07,K-7,WH/Stock,WH/Stock/Shelf 3,25",
      "2025-03-08,K-7,WH/Stock,Virtual Locations/Production,6",
    ),
  );
  expect(linesOf(read).map((line) => line.split(" ").slice(2).join(" "))).toEqual([
    "4 sale",
    "300 receipt",
    "25 transfer",
    "6 issue",
  ]);
});

test("codes that nobody explains are asked about, never dropped or guessed", () => {
  const text = rows(
    "Typ;Artikelnummer;Datum;Menge",
    "7;K-7;05.03.2025;4",
    "9;K-7;06.03.2025;300",
    "7;K-7;07.03.2025;2",
  );
  const issue = questionOf(text)?.issues.find(({ code }) => code === "kind-unknown");
  expect(issue).toMatchObject({ column: "Typ", severity: "error" });
});

test("kinds of goods are no movements: nothing is asked", () => {
  const text = rows(
    "Artikelnummer;Typ;Datum;Menge",
    "K-7;Normteil;05.03.2025;4",
    "K-8;Sonderteil;06.03.2025;5",
  );
  expect(readText(text).issues.filter(({ severity }) => severity !== "info")).toEqual([]);
});

test("what was cancelled, refused or never ordered does not count, and is told with its row", () => {
  const read = readText(
    rows(
      "Artikelnummer;Bestelldatum;Menge;Auftragsstatus",
      "K-7;05.03.2025;4;geliefert",
      "K-7;06.03.2025;700;Storniert",
      "K-7;07.03.2025;80;Entwurf",
      "K-7;08.03.2025;5;offen",
    ),
  );
  expect(read.lines.length).toBe(2);
  const left = read.issues.filter(({ code }) => code === "state-not-counted");
  expect(left.map(({ row, text }) => [row, text])).toEqual([
    [3, "Storniert"],
    [4, "Entwurf"],
  ]);
});

test("a flag or a day of cancellation leaves the line out; lines of an order share its state", () => {
  const flagged = rows("item,date,quantity,voided", "K-7,2025-03-05,4,no", "K-7,2025-03-06,700,yes");
  expect(readText(flagged).lines.length).toBe(1);
  const shop = rows(
    "Order No,Order Date,SKU,Qty,Cancelled at",
    "1,2025-03-05,K-7,4,",
    "2,2025-03-06,K-7,700,2025-03-09",
    "2,2025-03-06,K-8,800,",
  );
  expect(readText(shop).lines.length).toBe(1);
});

test("an unknown state is asked about; the answer holds, and so does a list of the states that count", () => {
  const text = rows(
    "item,date,quantity,order status",
    "K-7,2025-03-05,4,Shipped",
    "K-7,2025-03-06,70,Zwölfergruppe",
  );
  const question = questionOf(text)?.issues.find(({ code }) => code === "state-unclear")?.question;
  const id = question?.id ?? "";
  expect(question?.candidates).toEqual(["counts", "does-not-count"]);
  expect(readText(text, { answers: { [id]: "does-not-count" } }).lines.length).toBe(1);
  expect(readText(text, { answers: { [id]: "counts" } }).lines.length).toBe(2);
  expect(readText(text, { countedStates: ["Zwölfergruppe"] }).lines.length).toBe(1);
});

test("sizes and colours of one number are planned apart or together as the user says", () => {
  const text = rows(
    "Artikelnummer;Größe;Farbe;Datum;Menge",
    "H-1;S;blau;05.03.2025;4",
    "H-1;XL;blau;06.03.2025;70",
    "H-1;S;blau;07.03.2025;5",
  );
  const question = questionOf(text)?.issues.find(({ code }) => code === "variants-unclear")?.question;
  const id = question?.id ?? "";
  expect(new Set(readText(text, { answers: { [id]: "apart" } }).lines.items.values)).toEqual(
    new Set(["H-1 S blau", "H-1 XL blau"]),
  );
  expect(readText(text, { answers: { [id]: "together" } }).lines.items.values).toEqual(["H-1"]);
});

test.each([
  ["the position of a line", "Order No,Item,SKU,Qty,Order Date", "1", "2", "1"],
  ["the key of a line", "Order No,item_id,SKU,Qty,Order Date", "871", "872", "873"],
  ["the name of a family", "Order No,Item,SKU,Qty,Order Date", "Shirt", "Shirt", "Shirt"],
])("%s is no article where its number stands beside it", (_what, head, ...own) => {
  const text = rows(
    head,
    `50,${own[0]},TS-R,2,2025-03-05`,
    `50,${own[1]},TS-B,1,2025-03-05`,
    `51,${own[2]},TS-R,4,2025-03-14`,
  );
  expect(readText(text).lines.items.values).toEqual(["TS-R", "TS-B"]);
});

test.each([
  ["Purchase Date,SKU,Quantity,Buyer Name", "2025-03-05,K-7,4,C1"],
  ["SalesOrderNo,OrderDate,ItemCode,QuantityOrdered", "17,2025-03-05,K-7,4"],
])("what a shop sells is a sale, whatever the word over its date: %s", (head, line) => {
  expect(linesOf(readText(rows(head, line)))).toEqual(["K-7 2025-03-05 4 sale"]);
});

test("what came in, went out and is left is told apart by what adds up", () => {
  for (const head of ["Date,Item,Received,Issued,Balance", "Date,Item,Debit,Credit,Balance"]) {
    const text = rows(head, "2025-03-05,K-7,0,4,96", "2025-03-17,K-7,300,0,396", "2025-03-28,K-7,0,9,387");
    const demand = linesOf(readText(text)).map((line) => line.split(" ").slice(0, 3).join(" "));
    expect(demand).toEqual(["K-7 2025-03-05 4", "K-7 2025-03-17 0", "K-7 2025-03-28 9"]);
  }
});

test("changes of the stock with a minus are what went out, a column of returns says what came back", () => {
  const changes = rows("Date,Item,Change", "2025-03-05,K-7,-4", "2025-03-17,K-7,300", "2025-03-28,K-7,-9");
  expect(linesOf(readText(changes))).toEqual([
    "K-7 2025-03-05 4 issue",
    "K-7 2025-03-17 300 receipt",
    "K-7 2025-03-28 9 issue",
  ]);
  const flags = rows("Datum;Artikel;Menge;Retoure", "05.03.2025;K-7;40;nein", "17.03.2025;K-7;3;ja");
  expect(linesOf(readText(flags))).toEqual(["K-7 2025-03-05 40 issue", "K-7 2025-03-17 -3 return"]);
});

test("a line that was not cancelled takes no state of another line of its order", () => {
  const text = rows(
    "Artikel;Datum;Menge;Storno;Bestellnummer",
    "K-7;2025-03-05;4;ja;B1",
    "L-2;2025-03-05;30;nein;B1",
    "K-7;2025-03-28;9;nein;B2",
  );
  expect(linesOf(readText(text)).map((line) => line.split(" ")[2])).toEqual(["30", "9"]);
});

test("numbers written as formulas are the texts that they protect", () => {
  const text = rows("Artikel;Datum;Menge", '="0815";05.03.2025;4', '="0816";06.03.2025;30');
  const read = readText(text);
  expect(linesOf(read).map((line) => line.split(" ")[0])).toEqual(["0815", "0816"]);
  expect(read.issues.filter(({ severity }) => severity !== "info")).toEqual([]);
});

test("an item that may stand in for another is no successor", () => {
  for (const heading of ["Ersatzartikel", "Alternative", "Substitute"]) {
    const { items } = readItems(
      file(rows(`Artikel;Bestand;${heading}`, "K-7;4;L-2", "L-2;30;K-7"), "items.csv"),
    );
    expect(items.map(({ successor }) => successor)).toEqual([undefined, undefined]);
  }
  const { items } = readItems(file(rows("Artikel;Bestand;Nachfolger", "K-7;4;L-2", "L-2;30;"), "items.csv"));
  expect(items[0]?.successor).toBe("L-2");
});
