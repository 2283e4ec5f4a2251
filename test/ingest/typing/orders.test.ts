import { expect, test } from "vitest";
import { codes, linesOf, questionOf, readText, readTexts } from "./from-text.ts";

test("a canonical file gives its lines", () => {
  const read = readText("item,date,quantity\nA1,2025-01-31,5\n0815,2025-02-01,2.5\n");
  expect(linesOf(read)).toEqual(["A1 2025-01-31 5 issue", "0815 2025-02-01 2.5 issue"]);
  expect(read.inputs).toMatchObject([{ file: "a.csv", lines: 2, used: 2 }]);
});

test("German headings, dates and numbers give the same lines", () => {
  const read = readText(
    "Artikelnummer;Buchungsdatum;Menge;Einzelpreis\nA1;31.01.2025;1.250;2,50\n0815;01.02.2025;2,5;10,00\n",
  );
  expect(linesOf(read)).toEqual(["A1 2025-01-31 1250 issue", "0815 2025-02-01 2.5 issue"]);
  expect([...read.lines.price.subarray(0, 2)]).toEqual([2.5, 10]);
});

test("rows without item, date or quantity are issues with their row, never lines", () => {
  const text =
    "item,date,quantity\nA1,2025-01-31,5\n,2025-01-31,5\nA2,,5\nA3,2025-02-30,5\nA4,2025-01-31,k.A.\nA5,2025-01-31,viel\n";
  // Five of six rows are lost: that is asked about first, however short the file is.
  const asked = questionOf(text)?.issues.find(({ code }) => code === "half-left-out");
  const read = readText(text, { answers: { [asked?.question?.id ?? ""]: "go-on" } });
  expect(read.lines.length).toBe(1);
  expect(read.issues.filter(({ row }) => row !== undefined).map(({ code, row }) => `${code} ${row}`)).toEqual(
    ["row-without-item 3", "date-missing 4", "no-such-date 5", "quantity-missing 6", "quantity-unreadable 7"],
  );
});

test("T4: a column of groups only asks and uses no value; the answer settles it", () => {
  const text = "Artikelnummer;Datum;Menge\nA1;31.01.2025;1.234\nA2;31.01.2025;2.345\n";
  const question = questionOf(text);
  expect(question?.message).toContain("--answers");
  const asked = question?.issues.find(({ code }) => code === "number-style-unclear");
  expect(asked?.question?.candidates).toEqual(["thousands", "decimal"]);
  const id = asked?.question?.id ?? "";
  expect(linesOf(readText(text, { answers: { [id]: "thousands" } }))[0]).toBe("A1 2025-01-31 1234 issue");
  expect(linesOf(readText(text, { answers: { [id]: "decimal" } }))[0]).toBe("A1 2025-01-31 1.234 issue");
});

test("T4: the id of a question depends on the headings, not on rows", () => {
  const id = (text: string) =>
    questionOf(text)?.issues.find(({ code }) => code === "number-style-unclear")?.question?.id;
  const first = id("Artikelnummer;Datum;Menge\nA1;31.01.2025;1.234\n");
  expect(id("Artikelnummer;Datum;Menge\nB7;01.12.2026;9.876\nA1;31.01.2025;1.234\n")).toBe(first);
});

test("T5: day and month that may be swapped ask; one decisive row settles the column", () => {
  const open = "item,date,quantity\nA1,01/03/2016,5\n";
  const question = questionOf(open)?.issues.find(({ code }) => code === "date-order-unclear")?.question;
  expect(question?.candidates).toEqual(["dmy", "mdy"]);
  expect(linesOf(readText(open, { answers: { [question?.id ?? ""]: "mdy" } }))).toEqual([
    "A1 2016-01-03 5 issue",
  ]);
  expect(linesOf(readText(`${open}A1,13/03/2016,5\n`))[0]).toBe("A1 2016-03-01 5 issue");
  expect(linesOf(readText(`${open}A1,03/13/2016,5\n`))[0]).toBe("A1 2016-01-03 5 issue");
});

test("T1: identifiers keep their zeros; 0815 and 815 stay two items and are reported", () => {
  const read = readText(
    "item,date,quantity\n0815,2025-01-31,5\n815,2025-01-31,1\n012.10,2025-01-31,1\n00012,2025-01-31,1\n",
  );
  expect(read.lines.items.values).toEqual(["0815", "815", "012.10", "00012"]);
  const variant = read.issues.find(({ code }) => code === "item-variants");
  expect(variant?.question?.candidates).toEqual(["0815", "815", "different"]);
  const joined = readText("item,date,quantity\n0815,2025-01-31,5\n815,2025-01-31,1\n", {
    answers: { "same-item:815": "0815" },
  });
  expect(linesOf(joined)).toEqual(["0815 2025-01-31 5 issue", "0815 2025-01-31 1 issue"]);
});

test("T1: a zero lost against the master data is asked about, nothing is joined", () => {
  const read = readText("item,date,quantity\n815,2025-01-31,5\n", { master: [{ item: "0815" }] });
  expect(read.lines.items.values).toEqual(["815"]);
  expect(read.issues.find(({ code }) => code === "item-zeros-lost")?.question?.candidates).toEqual([
    "0815",
    "815",
    "different",
  ]);
});

test("T2: 1E5, 0001E0 and 219E01BE are item numbers; 4,01235E+12 is a destroyed one and no other item", () => {
  const read = readText(
    "Artikelnummer;Datum;Menge\n1E5;31.01.2025;1\n0001E0;31.01.2025;1\n219E01BE;31.01.2025;1\n4,01235E+12;31.01.2025;7\n",
  );
  expect(read.lines.items.values).toEqual(["1E5", "0001E0", "219E01BE"]);
  const damaged = read.issues.find(({ code }) => code === "item-damaged");
  expect(damaged).toMatchObject({ severity: "error", row: 5, text: "4,01235E+12" });
});

test("T6: the same file twice changes nothing; two equal lines of one file stay two", () => {
  const text = "item,date,quantity\nA1,2025-01-31,5\nA1,2025-01-31,5\nA2,2025-01-31,1\n";
  expect(linesOf(readTexts([text, text]))).toEqual(linesOf(readText(text)));
});

test("T6: overlapping files merge to the larger count, not to the sum", () => {
  const read = readTexts([
    "item,date,quantity\nX,2025-01-31,5\nX,2025-01-31,5\n",
    "item,date,quantity\nX,2025-01-31,5\nX,2025-01-31,5\nNEW,2025-02-01,1\n",
  ]);
  expect(linesOf(read).sort()).toEqual([
    "NEW 2025-02-01 1 issue",
    "X 2025-01-31 5 issue",
    "X 2025-01-31 5 issue",
  ]);
  expect(read.issues.filter(({ code }) => code === "line-in-other-file")).toHaveLength(2);
});

test("T6: many lines that another file brings too are told in one issue with their rows", () => {
  const days = Array.from({ length: 28 }, (_, k) => `X,2025-01-${String(k + 1).padStart(2, "0")},5\n`);
  const read = readTexts([
    `item,date,quantity\n${days.join("")}`,
    `item,date,quantity\n${[...days.slice(0, 9), ...days.slice(12)].join("")}`,
  ]);
  const told = read.issues.filter(({ code }) => code === "line-in-other-file");
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ row: 2, lines: 25 });
  expect(read.lines.length).toBe(28);
});

test("T6: two files with rows 1 to 400 of their own give 800 lines", () => {
  const part = (prefix: string) =>
    `Pos;Artikelnummer;Datum;Menge\n${Array.from({ length: 400 }, (_, k) => `${k + 1};${prefix}${k + 100};31.01.2025;1`).join("\n")}\n`;
  expect(readTexts([part("A"), part("B")]).lines.length).toBe(800);
});

test("T6: a line that the later export changed counts once, as the later export has it", () => {
  const head = "Bestellnummer;Position;Bestelldatum;Artikelnummer;Bestellmenge;Lieferant\n";
  const read = readTexts([
    `${head}4500;10;31.01.2025;A1;5;70010\n`,
    `${head}4500;10;31.01.2025;A1;8;70010\n4501;10;03.02.2025;A1;2;70010\n`,
  ]);
  expect(linesOf(read).sort()).toEqual(["A1 2025-01-31 8 purchase", "A1 2025-02-03 2 purchase"]);
});

test("the order of rows changes no line", () => {
  const rows = ["A1;31.01.2025;5;ST", "A2;13.02.2025;1.250,5;Stk", "A1;01.03.2025;-1;ST"];
  const text = (of: readonly string[]) => `Artikel;Datum;Menge;ME\n${of.join("\n")}\n`;
  expect(linesOf(readText(text(rows))).sort()).toEqual(linesOf(readText(text([...rows].reverse()))).sort());
});

test("nothing usable is one line that names the commonest reason", () => {
  const question = questionOf("item,date,quantity\nA1,2025-01-31,k.A.\nA2,2025-01-31,-\n");
  expect(question?.code).toBe("nothing-usable");
  expect(question?.message).toContain("quantity-missing");
});

test("a heading __proto__ is a heading like others", () => {
  const read = readText("__proto__,item,date,quantity\nx,A1,2025-01-31,5\n");
  expect(linesOf(read)).toEqual(["A1 2025-01-31 5 issue"]);
  expect(codes(read)).toEqual(["kind-assumed"]);
});

test("T2: a destroyed number is restored only when the user names it among the master data that fit", () => {
  const text = "Artikelnummer;Datum;Menge\nA1;31.01.2025;1\n4,00638E+12;31.01.2025;7\n";
  const master = [{ item: "4006381333931" }, { item: "4001234567890" }, { item: "A1" }];
  const read = readText(text, { master });
  expect(read.lines.length).toBe(1);
  const question = read.issues.find(({ code }) => code === "item-restorable")?.question;
  expect(question?.candidates).toEqual(["4006381333931"]);
  const settled = readText(text, { master, answers: { [question?.id ?? ""]: "4006381333931" } });
  expect(linesOf(settled)).toEqual(["A1 2025-01-31 1 issue", "4006381333931 2025-01-31 7 issue"]);
});

test("a quantity column without numbers and a figure beyond all numbers are refused in one line", () => {
  const texts = questionOf("item,date,quantity\nA1,2025-01-31,many\nA2,2025-01-31,few\n");
  expect(texts?.message).toContain('This column should be "quantity" but cannot be read');
  const huge = readText("item,date,quantity\nA1,2025-01-31,1e400\nA2,2025-01-31,3\n");
  expect(linesOf(huge)).toEqual(["A2 2025-01-31 3 issue"]);
  expect(codes(huge)).toContain("quantity-unreadable");
});
