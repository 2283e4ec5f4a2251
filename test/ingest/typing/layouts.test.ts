import { expect, test } from "vitest";
import { codes, linesOf, questionOf, readText, readTexts } from "./from-text.ts";

test("wide months become lines; zeros and blanks make none; a total column is no period", () => {
  const read = readText("Artikelnummer;01.2025;02.2025;03.2025;Summe\nA1;5;0;1.250,5;1.255,5\n0815;;7;;7\n");
  expect(linesOf(read)).toEqual([
    "A1 2025-01-31 5 issue",
    "A1 2025-03-31 1250.5 issue",
    "0815 2025-02-28 7 issue",
  ]);
  expect(read.lines.byPeriod[0]).toBe(1);
});

test.each([
  ["KW 01/2025;KW 02/2025;KW 03/2025", "2025-01-05"],
  ["2025-W01;2025-W02;2025-W03", "2025-01-05"],
  ["Jan 2025;Feb 2025;Mrz 2025", "2025-01-31"],
  ["Januar 25;Februar 25;März 25", "2025-01-31"],
  ["202501;202502;202503", "2025-01-31"],
  ["2025-01;2025-02;2025-03", "2025-01-31"],
  ["01.01.2025;01.02.2025;01.03.2025", "2025-01-31"],
  ["Q1/2025;Q2/2025;Q3/2025", "2025-03-31"],
  ["30.12.2024;06.01.2025;13.01.2025", "2025-01-05"],
])("the periods %s are found", (heads, end) => {
  const read = readText(`Artikelnummer;Bezeichnung;${heads}\nA1;Schraube;5;6;7\nA2;Mutter;1;2;3\n`);
  expect(read.lines.length).toBe(6);
  expect(linesOf(read)[0]).toBe(`A1 ${end} 5 issue`);
});

test("of several measures a period the quantity is read, else the file asks", () => {
  const read = readText(
    "Artikel;Menge 01.2025;Wert 01.2025;Menge 02.2025;Wert 02.2025;Menge 03.2025;Wert 03.2025\nA1;5;50;6;60;7;70\n",
  );
  expect(linesOf(read)).toEqual(["A1 2025-01-31 5 issue", "A1 2025-02-28 6 issue", "A1 2025-03-31 7 issue"]);
  const question = questionOf(
    "Artikel;Nord 01.2025;Süd 01.2025;Nord 02.2025;Süd 02.2025;Nord 03.2025;Süd 03.2025\nA1;5;50;6;60;7;70\n",
  );
  expect(question?.issues.find(({ code }) => code === "measure-unclear")?.question?.candidates).toEqual([
    "all",
    "nord",
    "sud",
  ]);
});

test("figures of customers or places side by side are added up once that is answered", () => {
  const text =
    "Artikel;Nord 01.2025;Süd 01.2025;Nord 02.2025;Süd 02.2025;Nord 03.2025;Süd 03.2025\nA1;5;50;6;60;7;70\n";
  const id = questionOf(text)?.issues.find(({ code }) => code === "measure-unclear")?.question?.id ?? "";
  const read = readText(text, { answers: { [id]: "all" } });
  expect(linesOf(read).toSorted()).toEqual([
    "A1 2025-01-31 5 issue",
    "A1 2025-01-31 50 issue",
    "A1 2025-02-28 6 issue",
    "A1 2025-02-28 60 issue",
    "A1 2025-03-31 7 issue",
    "A1 2025-03-31 70 issue",
  ]);
});

test("months without a year take it from a column of years", () => {
  const read = readText("Artikelnummer;Jahr;Jan;Feb;Mrz\nA1;2024;5;6;7\nA1;2025;8;9;10\n");
  expect(linesOf(read)[0]).toBe("A1 2024-01-31 5 issue");
  expect(linesOf(read)[5]).toBe("A1 2025-03-31 10 issue");
});

test("wide and long files of one history give the same lines", () => {
  const wide = readText("Artikelnummer;01.2025;02.2025;03.2025\nA1;5;0;7\nA2;1,5;2;0\n");
  const long = readText(
    "Artikelnummer;Monat;Menge\nA1;01.2025;5\nA1;03.2025;7\nA2;01.2025;1,5\nA2;02.2025;2\n",
  );
  expect(linesOf(wide).sort()).toEqual(linesOf(long).sort());
});

test("lines and heads of orders in two files are joined; a line without a head is reported", () => {
  const heads = "OrderID,VendorID,OrderDate\n1,V1,2025-01-31\n2,V2,2025-02-28\n";
  const lines = "OrderID,ProductID,OrderQty\n1,A1,5\n1,A2,6\n2,A1,7\n3,A1,9\n";
  for (const texts of [
    [heads, lines],
    [lines, heads],
  ]) {
    const read = readTexts(texts);
    expect(linesOf(read)).toEqual([
      "A1 2025-01-31 5 purchase",
      "A2 2025-01-31 6 purchase",
      "A1 2025-02-28 7 purchase",
    ]);
    expect(read.issues.find(({ code }) => code === "order-without-head")).toMatchObject({ row: 5 });
    expect(read.inputs.map(({ lines: count }) => count)).toEqual(texts[0] === heads ? [2, 4] : [4, 2]);
  }
});

test("movements: 261 and 262 net to the consumption, however the file signs them", () => {
  const head = "Material;Bewegungsart;Buchungsdatum;Menge\n";
  const signed = readText(`${head}A1;261;02.04.2026;12-\nA1;262;03.04.2026;2\nA1;101;04.04.2026;50\n`);
  const plain = readText(`${head}A1;261;02.04.2026;12\nA1;262;03.04.2026;2\nA1;101;04.04.2026;50\n`);
  const wanted = ["A1 2026-04-02 12 issue", "A1 2026-04-03 -2 return", "A1 2026-04-04 50 receipt"];
  expect(linesOf(signed)).toEqual(wanted);
  expect(linesOf(plain)).toEqual(wanted);
});

test("a rare unknown kind of movement is kept out and asked about; the answer brings its lines", () => {
  const known = Array.from({ length: 60 }, (_, k) => `A1;Verbrauch;${(k % 28) + 1}.01.2025;${k + 1}\n`).join(
    "",
  );
  const text = `Artikel;Bewegungsart;Datum;Menge\n${known}A1;Sonderfall;31.01.2025;3\n`;
  const read = readText(text);
  expect(linesOf(read)).toHaveLength(60);
  const question = read.issues.find(({ code }) => code === "kind-unknown")?.question;
  expect(question?.candidates).toContain("scrap");
  expect(linesOf(readText(text, { answers: { [question?.id ?? ""]: "sale" } }))).toHaveLength(61);
});

test("more than a few lines of an unknown kind are asked about before anything is read", () => {
  const text = "Artikel;Bewegungsart;Datum;Menge\nA1;Verbrauch;31.01.2025;5\nA1;Sonderfall;31.01.2025;3\n";
  const question = questionOf(text)?.issues.find(({ code }) => code === "kind-unknown")?.question;
  expect(question?.id).toMatch(/:Sonderfall$/);
});

test("a file of negative quantities only holds issues; half and half asks", () => {
  const rows = (signs: readonly number[]) =>
    `item,date,quantity\n${signs.map((sign, k) => `A${k},2025-01-31,${sign * 5}`).join("\n")}\n`;
  expect(linesOf(readText(rows([-1, -1, -1, -1])))[0]).toBe("A0 2025-01-31 5 issue");
  const half = rows([1, -1, 1, -1, 1, -1, 1, -1, 1, -1]);
  const question = questionOf(half)?.issues.find(({ code }) => code === "sign-unclear")?.question;
  expect(question?.candidates).toEqual(["negative-is-return", "negative-is-issue"]);
});

test("units: spellings are one, physics converts, a carton without a factor is asked about, or kept out", () => {
  const text =
    "item,date,quantity,unit\nA1,2025-01-31,5,ST\nA1,2025-01-31,6,Stk\nA2,2025-01-31,2,kg\nA2,2025-01-31,500,g\nA2,2025-02-28,1,KG\nA3,2025-01-31,1,ST\nA3,2025-01-31,2,ST\nA3,2025-02-28,1,Karton\n";
  const [issue] = questionOf(text)?.issues ?? [];
  expect(issue).toMatchObject({ code: "unit-without-factor", question: { id: "unit:A3:KAR" } });
  const answered = readText(text, { answers: { "unit:A3:KAR": "24" } });
  expect(linesOf(answered).at(-1)).toBe("A3 2025-02-28 24 issue");
  const read = readText(text, { answers: { "unit:A3:KAR": "leave-out" } });
  expect(linesOf(read)).toEqual([
    "A1 2025-01-31 5 issue",
    "A1 2025-01-31 6 issue",
    "A2 2025-01-31 2 issue",
    "A2 2025-01-31 0.5 issue",
    "A2 2025-02-28 1 issue",
    "A3 2025-01-31 1 issue",
    "A3 2025-01-31 2 issue",
  ]);
  const few = `${text}${"A1,2025-03-31,5,ST\n".repeat(4)}`;
  const told = readText(few).issues.find(({ code }) => code === "unit-without-factor");
  expect(told).toMatchObject({ item: "A3", text: "KAR", severity: "error", lines: 1 });
});

test("master data tell how many pieces a carton holds", () => {
  const read = readText("item,date,quantity,unit\nA3,2025-01-31,1,ST\nA3,2025-02-28,2,Karton\n", {
    master: [{ item: "A3", unit: "Stück", purchaseUnit: "KAR", unitsPerPurchaseUnit: 24 }],
  });
  expect(linesOf(read)).toEqual(["A3 2025-01-31 1 issue", "A3 2025-02-28 48 issue"]);
  expect(codes(read)).toContain("unit-converted");
});

test("--map overrides headings; a column number serves a file without them", () => {
  const text = "Artikelnummer;Datum;Plan;Menge\nA1;31.01.2025;7;5\n";
  expect(linesOf(readText(text, { map: { quantity: "Plan" } }))).toEqual(["A1 2025-01-31 7 issue"]);
});

test("more than a thousand issues of one code are counted in one more issue", () => {
  const rows = Array.from({ length: 1500 }, (_, k) => `A${k},2025-01-31,k.A.`);
  const text = `item,date,quantity\n${rows.join("\n")}\nA1,2025-01-31,5\n`;
  const question = questionOf(text)?.issues.find(({ code }) => code === "half-left-out")?.question;
  const read = readText(text, { answers: { [question?.id ?? ""]: "go-on" } });
  expect(read.issues.filter(({ code }) => code === "quantity-missing")).toHaveLength(1000);
  expect(read.issues.find(({ code }) => code === "more-like-this")).toMatchObject({
    of: "quantity-missing",
    count: 500,
  });
});

test("a total row of a wide table is one issue and no used row", () => {
  const read = readText(
    "Artikelnummer;Bezeichnung;Jan 24;Feb 24;Mär 24;Apr 24;Gesamt\n1001;Schraube;10;12;;5;27\n1002;Mutter;1;2;3;4;10\nGesamt;;11;14;3;9;37\n",
  );
  expect(read.lines.length).toBe(7);
  expect(read.issues.filter(({ code }) => code === "total-row")).toHaveLength(1);
  expect(read.inputs[0]?.used).toBe(2);
});

test("beside lead times and stocks the supplier is master data, and the lines are consumption", () => {
  const read = readText(
    "item;date;quantity;leadTimeDays;onHand;supplier\nA1;2025-01-31;5;14;100;S1\nA1;2025-02-28;6;14;90;S1\n",
  );
  expect(linesOf(read)[0]).toBe("A1 2025-01-31 5 issue");
  expect(read.items[0]).toMatchObject({ item: "A1", leadTimeDays: 14, onHand: 90 });
});

test("two columns of one heading are told apart by their numbers", () => {
  const text = "Artikel-Nr;Bestelldatum;Menge;Menge\nX1;02.01.2025;3;4\nX2;03.01.2025;5;6\n";
  const asked = questionOf(text)?.issues.find(({ code }) => code === "column-unclear");
  expect(asked?.question?.candidates).toEqual(["column 3", "column 4"]);
  expect(linesOf(readText(text, { map: { quantity: "column 4" } }))[0]).toBe("X1 2025-01-02 4 issue");
  expect(linesOf(readText(text, { answers: { [asked?.question?.id ?? ""]: "column 3" } }))[0]).toBe(
    "X1 2025-01-02 3 issue",
  );
});

test.each([
  ["Jahr;Monat;Artikel;Menge\n2025;3;A1;5\n", "A1 2025-03-31 5 issue"],
  ["Datum;Jahr;Monat;Artikel;Menge\n24.03.2025;2025;3;A1;5\n", "A1 2025-03-24 5 issue"],
  ["item;value;date;month;year;quantity\nA1;7;2025-03-24;3;2025;5\n", "A1 2025-03-24 5 issue"],
  ["Jahr;Monat;Artikel;Menge\n2025;März;A1;5\n", "A1 2025-03-31 5 issue"],
  ["Jahr;KW;Artikel;Menge\n2025;12;A1;5\n", "A1 2025-03-23 5 issue"],
  ["year,month,day,item,qty\n2025,3,14,A1,5\n", "A1 2025-03-14 5 issue"],
])("the parts of a date in columns of their own make a date: %j", (text, line) => {
  expect(linesOf(readText(text))).toEqual([line]);
});

test("a month 13 is a fault of its row and turns no month into a week", () => {
  const parts = readText("Jahr;Monat;Artikel;Menge\n2025;1;A1;5\n2025;13;A1;6\n");
  expect(linesOf(parts)).toEqual(["A1 2025-01-31 5 issue"]);
  expect(codes(parts)).toContain("no-such-date");
  const joined = readText("Monat;Artikel;Menge\n01.2025;A1;5\n13.2025;A1;6\n");
  expect(linesOf(joined)).toEqual(["A1 2025-01-31 5 issue"]);
});

test("a unit or currency at the end of a heading does not hide its field", () => {
  const read = readText(
    "Buchungsdatum;Artikel-Nr.;Menge ME;Wert EUR\n02.01.2025;0815;100;12,50\n03.01.2025;0815;50;6,25\n",
  );
  expect(linesOf(read)[0]).toBe("0815 2025-01-02 100 issue");
  expect(read.lines.price[0]).toBe(0.125);
});

test("Sage: heads and lines are joined by the number that both have", () => {
  const heads =
    "BelID;Belegkennzeichen;Belegnummer;Belegdatum;A0Empfaenger;Matchcode;Mandant\n101;EBC;2026-1001;02.04.2026;K100;MUSTER;1\n102;EBC;2026-1002;13.04.2026;K200;BEISPIEL;1\n";
  const lines =
    "BelID;BelPosID;Artikelnummer;Bezeichnung1;Menge;Einzelpreis\n101;1;0815;Schraube;500;0,12\n102;2;4711;Motor;2;950,00\n";
  const read = readTexts([heads, lines]);
  expect(linesOf(read)).toEqual(["0815 2026-04-02 500 purchase", "4711 2026-04-13 2 purchase"]);
  expect(read.suppliers.map(({ supplier }) => supplier)).toEqual(["K100", "K200"]);
});

test("a --map that can have no effect is wrong use, not silence", () => {
  const text = "item,date,quantity\nA1,2025-01-31,5\n";
  expect(() => readText(text, { map: { quantity: "Mnge" } })).toThrow('no orders file has a column "Mnge"');
  expect(() => readText(text, { map: { amounts: "quantity" } })).toThrow('unknown field "amounts"');
  expect(() => readText(text, { map: { "stock.onHand": "x" } })).toThrow('unknown file "stock"');
  expect(readText(text, { map: { "items.onHand": "Bestand" } }).lines.length).toBe(1);
});

test("columns that only count periods ask which one is the last, and are read with the answer", () => {
  const head = Array.from({ length: 8 }, (_, k) => `t${String(k + 1).padStart(2, "0")}`).join(",");
  const text = `id,${head}\nA1,5,0,6,7,0,1,2,3\nA2,1,2,3,4,5,6,7,8\n`;
  const issue = questionOf(text)?.issues.find(({ code }) => code === "periods-numbered");
  expect(issue?.text).toBe("t01 … t08");
  const id = issue?.question?.id ?? "";
  expect(id).toMatch(/^last-period:/);
  const read = (last: string) => linesOf(readText(text, { answers: { [id]: last } }));
  expect(read("2026-02").slice(0, 2)).toEqual(["A1 2025-07-31 5 issue", "A1 2025-09-30 6 issue"]);
  expect(read("2026-02").at(-1)).toBe("A2 2026-02-28 8 issue");
  expect(read("2026-W02").at(-1)).toBe("A2 2026-01-11 8 issue");
  expect(read("2026-W02")[0]).toBe("A1 2025-11-23 5 issue");
  expect(read("2025-Q4")[0]).toBe("A1 2024-03-31 5 issue");
  expect(questionOf(text, { answers: { [id]: "soon" } })).toBeDefined();
});

test("an item as often in dozens as in pieces is counted in the unit of the other lines", () => {
  const text = "item;date;quantity\nQ-1;2025-02-03;5 St.\nQ-1;2025-02-14;1 Dtzd.\nQ-2;2025-02-17;7 St.\n";
  expect(linesOf(readText(text)).slice(0, 2)).toEqual(["Q-1 2025-02-03 5 issue", "Q-1 2025-02-14 12 issue"]);
});
